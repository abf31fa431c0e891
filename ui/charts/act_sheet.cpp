#include "ui/charts/act_sheet.h"

#include "ui/charts/chart_text.h"
#include "ui/style/theme.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace beback::ui {

namespace {

constexpr int ChoiceWide = 200, LongestText = 500;

} // namespace

ActSheet::ActSheet(QWidget *parent) : Card(parent)
{
    setObjectName(QStringLiteral("charts.sheet"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    m_title = new TextLabel(Type::Strong);
    m_title->setObjectName(QStringLiteral("charts.sheet.title"));
    m_hint = new TextLabel(Type::Label, Ink::Muted);
    m_hint->setObjectName(QStringLiteral("charts.sheet.hint"));
    for (TextLabel *label : {m_title, m_hint}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_choice = new QComboBox;
    m_choice->setObjectName(QStringLiteral("charts.sheet.choice"));
    m_choice->setMinimumWidth(scaled(ChoiceWide));
    m_text = new QLineEdit;
    m_text->setObjectName(QStringLiteral("charts.sheet.text"));
    m_text->setMaxLength(LongestText);
    m_do = new KeyButton({}, {}, tr("Enter"));
    m_do->setObjectName(QStringLiteral("charts.sheet.do"));
    m_do->setLook(ButtonLook::Primary);
    m_leave = new KeyButton({}, tr("Cancel"), tr("Esc"));
    m_leave->setObjectName(QStringLiteral("charts.sheet.cancel"));
    m_leave->setLook(ButtonLook::Flat);
    row->addWidget(m_choice);
    row->addWidget(m_text, 1);
    row->addWidget(m_do);
    row->addWidget(m_leave);
    column->addLayout(row);
    m_problem = new FieldError(m_text);
    column->addWidget(m_problem);
    connect(m_text, &QLineEdit::returnPressed, this, &ActSheet::finish);
    connect(m_text, &QLineEdit::textEdited, this, [this] { m_problem->setError({}); });
    connect(m_do, &KeyButton::clicked, this, &ActSheet::finish);
    connect(m_leave, &KeyButton::clicked, this, &ActSheet::leave);
    hide();
}

void ActSheet::open(const QString &title, const QString &hint, const QString &placeholder, const QString &doIt)
{
    m_problem->setError({});
    m_title->setText(title);
    m_hint->setText(hint);
    m_text->clear();
    m_text->setPlaceholderText(placeholder);
    m_text->setAccessibleName(placeholder);
    m_do->setText(doIt);
    setAccessibleName(title);
    m_text->show();
    m_leave->show();
    show();
    QWidget *first = m_choice->isHidden() ? static_cast<QWidget *>(m_text) : m_choice;
    first->setFocus(Qt::OtherFocusReason);
}

void ActSheet::fillChoices(const QVector<ChartChoices::Choice> &choices)
{
    m_choice->clear();
    for (const ChartChoices::Choice &one : choices)
        m_choice->addItem(one.name, one.key);
}

void ActSheet::ask(ManagerAct::Kind kind, const QVector<LeadId> &leads)
{
    m_balance.reset();
    m_act = {};
    m_act.kind = kind;
    m_act.leads = leads;
    const QString many = chart_text::leads(int(leads.size()));
    m_choice->setVisible(kind != ManagerAct::Kind::Nudge);
    switch (kind) {
    case ManagerAct::Kind::ChangePlan:
        fillChoices(m_plans);
        m_choice->setAccessibleName(tr("Plan"));
        return open(tr("Change the plan of %1").arg(many), tr("Each begins on it today."), tr("Why? It stands on their history."), tr("Change plan"));
    case ManagerAct::Kind::Coach:
        fillChoices(QVector<ChartChoices::Choice>{{QString(), tr("Whoever holds it")}} + m_people);
        m_choice->setAccessibleName(tr("To whom"));
        return open(tr("Coach note at %1").arg(many), tr("It stands above the lead for them until they work it once more, and on its history. It is never for the customer."),
                    tr("What do you want to say?"), tr("Leave the note"));
    default:
        return open(tr("Nudge: %1").arg(many), tr("Whoever holds them is asked to work them now, as far as the contact rules allow."),
                    tr("Why now? They read it."), tr("Nudge"));
    }
}

void ActSheet::propose(const LoadBalance &balance)
{
    m_act = {};
    m_balance = balance;
    m_choice->hide();
    const bool moves = !balance.moves.isEmpty();
    open(tr("Balance load"), balanceWords(balance).join(QLatin1Char('\n')), tr("Why? It stands on their history."),
         moves ? tr("Give %1").arg(chart_text::leads(balance.moved())) : tr("Close"));
    m_text->setVisible(moves);
    m_leave->setVisible(moves);
    m_text->setText(moves ? tr("More was due today than fits") : QString());
    m_text->selectAll();
    if (!moves)
        m_do->setFocus(Qt::OtherFocusReason);
}

void ActSheet::setPlans(const QVector<ChartChoices::Choice> &plans)
{
    m_plans = plans;
    if (isHidden() || m_balance || m_act.kind != ManagerAct::Kind::ChangePlan)
        return;
    const QVariant current = m_choice->currentData();
    fillChoices(plans);
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(current)));
}

bool ActSheet::isComplete()
{
    if (m_text->text().trimmed().isEmpty()) {
        m_problem->setError(m_act.kind == ManagerAct::Kind::Coach ? tr("The note is empty.") : tr("Give a reason."), m_text);
        m_text->setFocus(Qt::OtherFocusReason);
        return false;
    }
    if (!m_balance && m_act.kind == ManagerAct::Kind::ChangePlan && m_choice->currentIndex() < 0) {
        m_problem->setError(tr("Choose a plan."), m_choice);
        m_choice->setFocus(Qt::OtherFocusReason);
        return false;
    }
    return true;
}

void ActSheet::finish()
{
    if (isHidden()) // Enter in the field comes twice: from it, and past it
        return;
    if (m_balance && m_balance->moves.isEmpty())
        return leave();
    if (!isComplete())
        return;
    QVector<ManagerAct> acts;
    if (m_balance) {
        acts = givingBy(*m_balance, m_text->text().trimmed());
    } else {
        m_act.text = m_text->text().trimmed();
        (m_act.kind == ManagerAct::Kind::ChangePlan ? m_act.plan : m_act.to) = m_choice->isHidden() ? QString() : m_choice->currentData().toString();
        acts << m_act;
    }
    leave();
    Q_EMIT said(acts);
}

void ActSheet::leave()
{
    hide();
    Q_EMIT left();
}

void ActSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return leave();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return finish();
    Card::keyPressEvent(event);
}

} // namespace beback::ui
