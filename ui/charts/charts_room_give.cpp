// Leads of the list given to somebody else, and taken back.
#include "core/desk/assigned.h"
#include "core/desk/deliver.h"
#include "ui/charts/chart_leads.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/charts_room.h"
#include "ui/widgets/banner.h"

namespace beback::ui {

// The reason on the history is what the manager was looking at.
void ChartsRoom::give(const QVector<LeadId> &leads, const QString &login, const QString &name)
{
    const Chart *chart = m_page.find(m_chosen.chart);
    if (leads.isEmpty())
        return Q_EMIT said(tr("Choose leads in the list first."));
    const QString reason = m_given.isEmpty() && chart ? tr("Looking at: %1").arg(chart->says) : tr("Looking at: %1").arg(m_givenHeading);
    deliver(m_desk.assignLeads(leads, login, reason), this, [this, name](const Result<Assigned> &answer) {
        if (!answer) { // people before it may have moved: the list says where each is
            fail(tr("Not all of them moved"), answer.error().message, false);
            return refresh();
        }
        m_givenBy = answer->events;
        QString sentence = tr("%1 now with %2.").arg(chart_text::leads(answer->changed), name);
        if (answer->left > 0)
            sentence += QLatin1Char(' ') + tr("%1 stayed: closed, or theirs already.").arg(chart_text::leads(answer->left));
        m_gave->setText({}, sentence);
        m_gave->setButton(m_givenBy.isEmpty() ? QString() : tr("Undo"));
        m_gave->show();
        refresh();
    });
}

void ChartsRoom::takeBack()
{
    deliver(m_desk.undoAssign(m_givenBy), this, [this](const Result<int> &answer) {
        if (!answer)
            return fail(tr("They were not given back"), answer.error().message, false);
        m_gave->hide();
        Q_EMIT said(tr("%1 given back.").arg(chart_text::leads(*answer)));
        refresh();
    });
}

} // namespace beback::ui
