#include "ui/widgets/field_error.h"

#include "ui/style/beback_style.h"

#include <QAccessible>

namespace beback::ui {

FieldError::FieldError(QWidget *field, QWidget *parent) : TextLabel(Type::Label, Ink::Danger, parent), m_field(field)
{
    setWordWrap(true);
    hide();
}

void FieldError::setError(const QString &sentence)
{
    setText(sentence);
    setVisible(!sentence.isEmpty());
    if (!m_field)
        return;
    setFieldWrong(m_field, !sentence.isEmpty());
    m_field->setAccessibleDescription(sentence);
    if (!sentence.isEmpty()) {
        QAccessibleEvent said(m_field, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&said);
    }
}

} // namespace beback::ui
