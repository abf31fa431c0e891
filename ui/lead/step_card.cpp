#include "ui/lead/step_card.h"

#include "ui/widgets/link_button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedWidget>

namespace beback::ui {

namespace {

TextLabel *sentence()
{
    auto *label = new TextLabel(Type::Body);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label->setTextInteractionFlags(Qt::NoTextInteraction);
    return label;
}

QVBoxLayout *cell(QHBoxLayout *row, QWidget *head, QWidget *headRight, QWidget *body)
{
    auto *column = new QVBoxLayout;
    column->setContentsMargins(12, 7, 12, 8);
    column->setSpacing(2);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    head->setFixedHeight(std::max(lineHeight(Type::Overline), scaled(18)));
    line->addWidget(head);
    line->addStretch();
    line->addWidget(headRight);
    column->addLayout(line);
    column->addWidget(body, 1);
    row->addLayout(column, 1);
    return column;
}

} // namespace

StepCard::StepCard(QWidget *parent) : Card(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_plan = new ElidedLabel(Type::Small, Ink::Muted);
    m_plan->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_why = sentence();
    m_why->setObjectName(QStringLiteral("step.why"));
    cell(row, new TextLabel(tr("Why now"), Type::Overline, Ink::Muted), m_plan, m_why);
    row->addWidget(new Rule(Qt::Vertical));

    m_change = new LinkButton(tr("Change"));
    m_change->setType(Type::Small);
    m_change->setObjectName(QStringLiteral("step.change"));
    m_change->setAccessibleName(tr("Change the wanted result"));
    m_result = sentence();
    m_result->setObjectName(QStringLiteral("step.result"));
    m_edit = new QLineEdit;
    m_edit->setAccessibleName(tr("Wanted result"));
    m_edit->setObjectName(QStringLiteral("step.edit"));
    m_edit->setMaxLength(300);
    m_edit->installEventFilter(this);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_result);
    m_stack->addWidget(m_edit);
    cell(row, new TextLabel(tr("Wanted result"), Type::Overline, Ink::Muted), m_change, m_stack);

    connect(m_change, &LinkButton::clicked, this, [this] { m_stack->currentWidget() == m_edit ? endChange(true) : beginChange(); });
    connect(m_edit, &QLineEdit::returnPressed, this, [this] { endChange(true); });
}

void StepCard::show(const LeadView &view)
{
    const bool open = view.step.has_value();
    setBar(open ? std::optional(view.step->medium) : std::nullopt);
    m_plan->setText(view.planLine);
    QString why = open ? view.step->purpose : tr("This lead is closed.");
    if (open && view.step->band == Band::Stuck && !view.step->stuckBecause.isEmpty())
        why = view.step->stuckBecause;
    else if (!view.why.isEmpty())
        why = view.why.join(QLatin1Char(' '));
    m_why->setText(why);
    m_why->setToolTip(why);
    setWanted(open ? view.step->result : QString());
    m_change->setVisible(open);
    m_stack->setCurrentWidget(m_result);
}

void StepCard::setWanted(const QString &wanted)
{
    m_wanted = wanted;
    m_result->setText(wanted.isEmpty() ? tr("None named.") : wanted);
    m_result->setToolTip(wanted);
}

void StepCard::setReadOnly(bool readOnly)
{
    if (readOnly && m_stack->currentWidget() == m_edit)
        endChange(false);
    m_change->setEnabled(!readOnly);
    m_change->setVisible(!readOnly);
}

void StepCard::beginChange()
{
    m_edit->setText(m_wanted);
    m_stack->setCurrentWidget(m_edit);
    m_change->setText(tr("Keep"));
    m_edit->setFocus(Qt::OtherFocusReason);
    m_edit->selectAll();
}

void StepCard::endChange(bool take)
{
    const QString said = m_edit->text().simplified();
    m_stack->setCurrentWidget(m_result);
    m_change->setText(tr("Change"));
    m_change->setFocus(Qt::OtherFocusReason);
    if (!take || said.isEmpty() || said == m_wanted)
        return;
    setWanted(said);
    Q_EMIT wantedChanged(said);
}

bool StepCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        endChange(false);
        return true;
    }
    return Card::eventFilter(watched, event);
}

} // namespace beback::ui
