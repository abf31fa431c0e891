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
    // Empty: fine again, and takes no room. `part`: which one is wrong, where several fields stand above.
    void setError(const QString &sentence, QWidget *part = nullptr);
    bool hasError() const { return !text().isEmpty(); }

private:
    QPointer<QWidget> m_field, m_wrong;
};

} // namespace beback::ui
