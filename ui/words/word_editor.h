#pragma once

#include "core/words/word_shelf.h"

#include <QWidget>

namespace beback::ui {

// Where one entry of the store's words is changed. Nothing is kept by it: the room reads body() when "Keep" is asked for.
class WordEditor : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    // What is there is replaced; says nothing through edited(). A taken-out or new entry has an empty body.
    virtual void show(const WordEntry &entry) = 0;
    // As edited, in the form of WordChange::body. Not checked: checkBody() says what is wrong with it.
    virtual QByteArray body() const = 0;
    virtual void setEditable(bool editable) = 0;
    virtual void focusFirst() = 0;

Q_SIGNALS:
    void edited();
};

} // namespace beback::ui
