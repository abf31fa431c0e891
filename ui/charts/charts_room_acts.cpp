// What a manager does with leads of the list, and takes back.
#include "core/desk/deliver.h"
#include "core/desk/manager_act.h"
#include "core/report/balance.h"
#include "ui/charts/chart_leads.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/charts_room.h"
#include "ui/widgets/banner.h"

namespace beback::ui {

namespace {

QString doneText(ManagerAct::Kind kind, int leads)
{
    const QString many = chart_text::leads(leads);
    switch (kind) {
    case ManagerAct::Kind::Nudge: return leads == 1 ? ChartsRoom::tr("%1 is to be worked now.").arg(many) : ChartsRoom::tr("%1 are to be worked now.").arg(many);
    case ManagerAct::Kind::ChangePlan: return leads == 1 ? ChartsRoom::tr("%1 begins on another plan.").arg(many) : ChartsRoom::tr("%1 begin on another plan.").arg(many);
    case ManagerAct::Kind::Coach: return leads == 1 ? ChartsRoom::tr("A note stands at %1.").arg(many) : ChartsRoom::tr("Notes stand at %1.").arg(many);
    case ManagerAct::Kind::Give: break;
    }
    return ChartsRoom::tr("%1 given as proposed.").arg(many);
}

QString leftText(ManagerAct::Kind kind, int leads)
{
    const QString many = chart_text::leads(leads);
    switch (kind) {
    case ManagerAct::Kind::Nudge: return ChartsRoom::tr("%1 stayed: closed, or asked for already.").arg(many);
    case ManagerAct::Kind::ChangePlan: return ChartsRoom::tr("%1 stayed: closed, or on it already.").arg(many);
    case ManagerAct::Kind::Coach: return ChartsRoom::tr("%1 without one: nobody it is for works on them.").arg(many);
    case ManagerAct::Kind::Give: break;
    }
    return ChartsRoom::tr("%1 stayed: closed, or theirs already.").arg(many);
}

} // namespace

// The reason on the history is what the manager was looking at.
void ChartsRoom::give(const QVector<LeadId> &leads, const QString &login, const QString &name)
{
    const Chart *chart = m_page.find(m_chosen.chart);
    if (leads.isEmpty())
        return Q_EMIT said(tr("Choose leads in the list first."));
    const QString reason = m_given.isEmpty() && chart ? tr("Looking at: %1").arg(chart->says) : tr("Looking at: %1").arg(m_givenHeading);
    act({giving(leads, login, reason)}, [name](int changed) { return tr("%1 now with %2.").arg(chart_text::leads(changed), name); });
}

void ChartsRoom::actAsSaid(const QVector<ManagerAct> &acts)
{
    act(acts, [kind = acts.first().kind](int changed) { return doneText(kind, changed); });
}

void ChartsRoom::act(const QVector<ManagerAct> &acts, const std::function<QString(int)> &done)
{
    deliver(m_desk.act(acts), this, [this, done, kind = acts.first().kind](const Result<Acted> &answer) {
        if (!answer) { // it may have been done with those before: the list says how each is
            fail(tr("Not done with all of them"), answer.error().message, false);
            return refresh();
        }
        m_givenBy = answer->events;
        QString sentence = done(answer->changed);
        if (answer->left > 0)
            sentence += QLatin1Char(' ') + leftText(kind, answer->left);
        m_gave->setText({}, sentence);
        m_gave->setButton(m_givenBy.isEmpty() ? QString() : tr("Undo"));
        m_gave->show();
        refresh();
    });
}

void ChartsRoom::takeBack()
{
    deliver(m_desk.undoActs(m_givenBy), this, [this](const Result<int> &answer) {
        if (!answer)
            return fail(tr("It was not taken back"), answer.error().message, false);
        m_gave->hide();
        Q_EMIT said(tr("Taken back: %1.").arg(chart_text::leads(*answer)));
        refresh();
    });
}

void ChartsRoom::readPlans()
{
    deliver(m_desk.planShelf(), this, [this](const Result<PlanShelf> &answer) {
        if (!answer)
            return fail(tr("The plans cannot be read"), answer.error().message, false);
        QVector<ChartChoices::Choice> plans;
        for (const PlanOnShelf &plan : answer->plans)
            if (plan.on)
                plans << ChartChoices::Choice{plan.on->id, plan.on->name};
        m_leads->setPlans(plans);
    });
}

void ChartsRoom::proposeBalance()
{
    deliver(m_desk.loadBalance(), this, [this](const Result<LoadBalance> &answer) {
        if (!answer)
            return fail(tr("The load cannot be weighed"), answer.error().message, false);
        m_leads->propose(*answer);
    });
}

} // namespace beback::ui
