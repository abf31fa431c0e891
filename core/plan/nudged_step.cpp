#include "core/plan/step_reasons.h"

#include "core/time/wording.h"

#include <QCoreApplication>

namespace beback {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("beback", source);
}

bool isRemote(Medium medium)
{
    return medium == Medium::Call || medium == Medium::Text || medium == Medium::Email;
}

// The first moment from then on that lies in the hours they asked for. Hours that no day has are none.
Instant inTheirHours(const Reach &reach, Instant at)
{
    const Wish &wish = reach.customer().wish;
    if (wish.after.isValid() && wish.before.isValid() && wish.after >= wish.before)
        return at;
    const zones::Local there = zones::local(at, reach.zone());
    const bool late = wish.before.isValid() && there.time >= wish.before;
    const bool early = wish.after.isValid() && there.time < wish.after;
    if (!late && !early)
        return at;
    const QTime from = wish.after.isValid() ? wish.after : QTime(0, 0);
    return zones::instantOf(there.date.addDays(late ? 1 : 0), from, reach.zone()).value_or(at);
}

void placeNow(NextStep &step, const Reach &reach, Medium wanted, Instant asked)
{
    const Wish &wish = reach.customer().wish;
    const Moment moment = isRemote(wanted) ? Moment{inTheirHours(reach, asked), wish.after} : Moment{asked, {}};
    reach.place(step, wanted, moment, Reach::Calls::Wait);
}

// What was agreed stays agreed; this comes before it.
NextStep beforeAgreed(const Reach &reach, const LeadState &lead)
{
    NextStep step;
    step.band = Band::Fresh;
    if (lead.appointment) {
        step.purpose = text("They have an appointment on %1, and a manager asks for a touch before it.")
                           .arg(wording::dateAndTime(lead.appointment->at, reach.zone()));
        step.result = text("What the manager asks for, and their yes to the time.");
        step.words = QStringLiteral("appointment.confirm");
    } else {
        step.purpose = text("They were promised a word on %1, and a manager asks for a touch before it.")
                           .arg(wording::dateAndTime(lead.promise->at, reach.zone()));
        step.result = text("What the manager asks for. The time they were promised still stands.");
    }
    const auto wished = reach.customer().wish.medium;
    placeNow(step, reach, wished && reach.can(*wished) ? *wished : Medium::Call, lead.nudge->at);
    return step;
}

// The step of the plan, now instead of on its day.
NextStep sooner(const Reach &reach, const LeadState &lead, NextStep step)
{
    const Medium wanted = step.plannedMedium.value_or(step.medium);
    step.plannedMedium.reset();
    step.part.reset();
    step.gentle = false;
    step.band = Band::Fresh;
    placeNow(step, reach, wanted, lead.nudge->at);
    return step;
}

bool liesAhead(const NextStep &step, const LeadState &lead)
{
    if (step.band == Band::Promise)
        return lead.promise && step.dueAt - lead.nudge->at > PromiseNear; // or they would be contacted twice within the hour
    return step.band == Band::Appointment && lead.appointment && step.dueAt > lead.nudge->at;
}

} // namespace

NextStep nudgedStep(const Reach &reach, const LeadState &lead, NextStep step)
{
    if (!lead.nudge)
        return step;
    const bool planned = step.band == Band::Fresh || step.band == Band::Plan || step.band == Band::LongTerm;
    const bool ahead = liesAhead(step, lead);
    if (!planned && !ahead) // it is due already, or stuck
        return step;
    NextStep nudged = ahead ? beforeAgreed(reach, lead) : sooner(reach, lead, step);
    const bool noSooner = step.dueAt > lead.nudge->at && nudged.dueAt >= step.dueAt;
    if (nudged.band == Band::Stuck || noSooner)
        return step;
    nudged.nudged = true;
    return nudged;
}

} // namespace beback
