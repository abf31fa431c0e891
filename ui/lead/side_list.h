#pragma once

#include "ui/widgets/text_label.h"

class QScrollArea;
class QVBoxLayout;

namespace beback::ui {

// What the panes beside the words are made of: rows one below the other that scroll, and sentences that wrap.
struct SideList {
    QScrollArea *area;
    QVBoxLayout *rows; // ends with a stretch: insert before it
};
SideList sideList(); // belongs to whatever layout `area` is put into
TextLabel *wrapped(const QString &text, Type type, Ink ink = Ink::Text);

} // namespace beback::ui
