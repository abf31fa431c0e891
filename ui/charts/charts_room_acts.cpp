// What a manager does with leads of the list, and takes back.
#include "core/desk/deliver.h"
#include "core/desk/manager_act.h"
#include "core/report/balance.h"
#include "ui/charts/chart_leads.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/charts_room.h"
#include "ui/widgets/banner.h"

#include <utility>

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
    case ManagerAct::Kind::Coach: return ChartsRoom::tr("%1 without a new one: nobody it is for works on them, or it stands there already.").arg(many);
    case ManagerAct::Kind::Give: break;
    }
    return ChartsRoom::tr("%1 stayed: closed, or theirs already.").arg(many);
}

QString nothingDone(ManagerAct::Kind kind)
{
    switch (kind) {
    case ManagerAct::Kind::Nudge: return ChartsRoom::tr("Nobody was nudged");
    case ManagerAct::Kind::ChangePlan: return ChartsRoom::tr("No plan was changed");
    case ManagerAct::Kind::Coach: return ChartsRoom::tr("No note was left");
    case ManagerAct::Kind::Give: break;
    }
    return ChartsRoom::tr("No lead was given to anybody");
}

QString partDone(ManagerAct::Kind kind, const Acted &acted)
{
    const QString part = ChartsRoom::tr("%1 of %2 leads").arg(acted.changed).arg(acted.asked);
    switch (kind) {
    case ManagerAct::Kind::Nudge: return ChartsRoom::tr("To be worked now: %1").arg(part);
    case ManagerAct::Kind::ChangePlan: return ChartsRoom::tr("On the other plan: %1").arg(part);
    case ManagerAct::Kind::Coach: return ChartsRoom::tr("With a note: %1").arg(part);
    case ManagerAct::Kind::Give: break;
    }
    return ChartsRoom::tr("Given: %1").arg(part);
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
        if (!answer)
            return fail(nothingDone(kind), answer.error().message, false);
        QString sentence = answer->brokenOff ? tr("Then: %1 Do the same again for the rest, or undo.").arg(answer->brokenOff->message) : done(answer->changed);
        if (answer->left > 0)
            sentence += QLatin1Char(' ') + leftText(kind, answer->left);
        m_gave->setTone(answer->brokenOff ? Tone::Warning : Tone::Info);
        m_gave->setText(answer->brokenOff ? partDone(kind, *answer) : QString(), sentence);
        offerUndo(answer->events);
        m_gave->show();
        refresh();
    });
}

void ChartsRoom::offerUndo(const QVector<EventId> &events)
{
    m_givenBy = events;
    m_gave->setButton(events.isEmpty() ? QString() : tr("Undo"));
}

// Asked for once: pressed again before it is answered, there is nothing to press.
void ChartsRoom::takeBack()
{
    const QVector<EventId> events = m_givenBy;
    if (events.isEmpty())
        return;
    offerUndo({});
    deliver(m_desk.undoActs(events), this, [this, events](const Result<int> &answer) {
        const bool isOurs = m_givenBy.isEmpty(); // else something else was done meanwhile, and the banner is about that
        if (!answer) {
            if (isOurs)
                offerUndo(events);
            fail(tr("Not all of it was taken back"), answer.error().message, false);
            return refresh(); // some may have been, before it broke off
        }
        m_gave->setVisible(!isOurs);
        if (!m_retry)
            m_problem->hide(); // of the try before
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

// What is typed in the sheet by the time of the answer stays: the proposal does not take its place.
void ChartsRoom::proposeBalance()
{
    if (std::exchange(m_weighing, true))
        return;
    deliver(m_desk.loadBalance(), this, [this](const Result<LoadBalance> &answer) {
        m_weighing = false;
        if (!answer)
            return fail(tr("The load cannot be weighed"), answer.error().message, false);
        if (m_leads->isAsking())
            return Q_EMIT said(tr("Finish what is asked below the list, or leave it with Esc; then ask again who could take what."));
        m_leads->propose(*answer);
    });
}

} // namespace beback::ui
