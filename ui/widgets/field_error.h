#pragma once

#include "ui/widgets/text_label.h"

#include <QPointer>

namespace beback::ui {

// What is wrong with the field above, and what would be right. Turns the field's edge and tells screen readers.
class FieldError : public TextLabel
{
    Q_OBJECT
public:
    explicit FieldError(QWidget *field, QWidget *parent = nullptr);
    void setError(const QString &sentence); // empty: fine again, and takes no room
    bool hasError() const { return !text().isEmpty(); }

private:
    QPointer<QWidget> m_field;
};

} // namespace beback::ui
