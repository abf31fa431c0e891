#include "ui/lead/side_list.h"

#include "ui/lead/ground.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace beback::ui {

SideList sideList()
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto *inside = new Ground(Ground::Fill::Bg);
    auto *rows = new QVBoxLayout(inside);
    area->setWidget(inside);
    rows->addStretch();
    return {area, rows};
}

TextLabel *wrapped(const QString &text, Type type, Ink ink)
{
    auto *label = new TextLabel(text, type, ink);
    label->setWordWrap(true);
    return label;
}

} // namespace beback::ui
