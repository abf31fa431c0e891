// What can be done with the leads that are chosen in the list.
#include "ui/charts/act_row.h"
#include "ui/charts/act_sheet.h"
#include "ui/charts/chart_leads.h"

#include <QKeyEvent>
#include <QTableView>
#include <QVBoxLayout>

namespace beback::ui {

void ChartLeads::buildActs(QVBoxLayout *column)
{
    m_acts = new ActRow;
    m_acts->setObjectName(QStringLiteral("charts.acts"));
    m_sheet = new ActSheet;
    column->addWidget(m_acts);
    column->addWidget(m_sheet);
    connect(m_acts, &ActRow::giveAsked, this, [this](const QString &login, const QString &name) { Q_EMIT giveAsked(chosen(), login, name); });
    connect(m_acts, &ActRow::asked, this, &ChartLeads::ask);
    connect(m_acts, &ActRow::balanceAsked, this, &ChartLeads::balanceAsked);
    connect(m_acts, &ActRow::refused, this, &ChartLeads::refused);
    connect(m_sheet, &ActSheet::said, this, &ChartLeads::actsAsked);
    connect(m_sheet, &ActSheet::left, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
}

void ChartLeads::setPeople(const QVector<ChartChoices::Choice> &people)
{
    m_acts->setPeople(people);
    m_sheet->setPeople(people);
}

void ChartLeads::setPlans(const QVector<ChartChoices::Choice> &plans)
{
    m_sheet->setPlans(plans);
}

bool ChartLeads::isAsking() const
{
    return !m_sheet->isHidden();
}

void ChartLeads::propose(const LoadBalance &balance)
{
    m_sheet->propose(balance);
}

void ChartLeads::ask(ManagerAct::Kind kind)
{
    m_sheet->ask(kind, chosen());
    if (kind == ManagerAct::Kind::ChangePlan)
        Q_EMIT plansAsked();
}

// Nothing is done with leads that are out of sight by then. Not left(): whoever looks at others has the focus elsewhere.
void ChartLeads::dropAct()
{
    m_sheet->hide();
}

// In the list the letters on the buttons act, and not what they are elsewhere in the window.
bool ChartLeads::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched != m_table || !isKey || m_acts->isHidden())
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->modifiers() != Qt::NoModifier || !m_acts->isKey(key->key()))
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        m_acts->press(key->key());
    return true;
}

} // namespace beback::ui
