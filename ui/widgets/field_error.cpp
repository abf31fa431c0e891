#include "ui/widgets/field_error.h"

#include "ui/style/beback_style.h"

#include <QAccessible>

namespace beback::ui {

FieldError::FieldError(QWidget *field, QWidget *parent) : TextLabel(Type::Label, Ink::Danger, parent), m_field(field)
{
    setWordWrap(true);
    hide();
}

void FieldError::setError(const QString &sentence, QWidget *part)
{
    setText(sentence);
    setVisible(!sentence.isEmpty());
    const auto mark = [](QWidget *field, const QString &wrong) {
        setFieldWrong(field, !wrong.isEmpty());
        field->setAccessibleDescription(wrong);
    };
    if (m_wrong && m_wrong != part)
        mark(m_wrong, {});
    m_wrong = part ? part : m_field.data();
    if (!m_wrong)
        return;
    mark(m_wrong, sentence);
    if (!sentence.isEmpty()) {
        QAccessibleEvent said(m_wrong, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&said);
    }
}

} // namespace beback::ui
