#include "core/plan/step_reasons.h"

#include "core/history/visit_confirmation.h"
#include "core/time/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

// Who wrote, does not pick up, and can be answered by nothing but a call: so many days of it, and the plan goes on.
constexpr int CallsToAnswer = 5;

QString text(const char *source)
{
    return QCoreApplication::translate("beback", source);
}

qsizetype callsSince(const CustomerState &customer, Instant since)
{
    return std::count_if(customer.touches.cbegin(), customer.touches.cend(), [since](const Touch &touch) {
        return touch.medium == Medium::Call && touch.at >= since && touch.department.isEmpty();
    });
}

NextStep reasonStep(Band band, const QString &purpose, const QString &result, const QString &words)
{
    NextStep step;
    step.band = band;
    step.purpose = purpose;
    step.result = result;
    step.words = words;
    return step;
}

// A question to the desk about a visit, not a touch: nothing they refused stands against it, and nothing takes its place.
NextStep askTheDesk(NextStep step, Instant at)
{
    step.medium = Medium::Visit;
    step.dueAt = at;
    return step;
}

NextStep confirmStep(const Reach &reach, const Appointment &appointment, Medium medium, Instant at)
{
    NextStep step = reasonStep(Band::Appointment,
                               text("They have an appointment on %1, and it is not confirmed.").arg(wording::dateAndTime(appointment.at, reach.zone())),
                               text("Their yes to the time, who comes along, and the car ready at the door."),
                               QStringLiteral("appointment.confirm"));
    reach.place(step, medium, {at, {}}, Reach::Calls::Wait);
    return step;
}

// The confirmation that is still to be done before the appointment, if any.
std::optional<NextStep> confirmation(const Reach &reach, const LeadState &lead, const Appointment &appointment)
{
    const auto confirmAt = confirmFrom(appointment.at, reach.zone());
    const Instant spokeLast = std::max(lead.lastReachedAt, lead.lastReplyAt);
    if (appointment.confirmed || !confirmAt || spokeLast >= *confirmAt)
        return std::nullopt;
    std::optional<NextStep> step;
    if (lead.lastAttemptAt < *confirmAt)
        step = confirmStep(reach, appointment, Medium::Call, *confirmAt);
    else if (lead.lastAttemptMedium == Medium::Call)
        step = confirmStep(reach, appointment, Medium::Text, lead.lastAttemptAt);
    const bool inTime = step && step->dueAt < appointment.at;
    return inTime ? step : std::nullopt;
}

bool missedTheirVisit(const LeadState &lead)
{
    return !lead.marks.isEmpty() && lead.marks.last() == AttemptMark{Medium::Visit, false, false};
}

} // namespace

std::optional<NextStep> promiseStep(const Reach &reach, const LeadState &lead)
{
    if (!lead.promise)
        return std::nullopt;
    const Promise &promise = *lead.promise;
    const QString when = wording::dateAndTime(promise.at, reach.zone());
    NextStep step = reasonStep(Band::Promise,
                               promise.medium == Medium::Call ? text("They were promised a call on %1.").arg(when)
                                                              : text("They were promised an answer on %1.").arg(when),
                               text("The promise kept to the minute, and a day and time to come in."), QStringLiteral("promised"));
    reach.place(step, promise.medium, {promise.at, {}},
                promise.medium == Medium::Call ? Reach::Calls::Asked : Reach::Calls::Wait);
    return step;
}

std::optional<NextStep> replyStep(const Reach &reach, const LeadState &lead)
{
    if (!lead.waitingReply || callsSince(reach.customer(), lead.lastReplyAt) >= CallsToAnswer)
        return std::nullopt;
    const auto purpose = [](Medium medium) {
        switch (medium) {
        case Medium::Call: return text("They called us, and nobody has called back yet.");
        case Medium::Text: return text("They texted us, and nobody has answered yet.");
        case Medium::Email: return text("They e-mailed us, and nobody has answered yet.");
        case Medium::Note: return text("They sent us a letter, and nobody has answered yet.");
        case Medium::Visit: return text("They came by, and nobody has spoken with them since.");
        case Medium::Social: return text("They wrote to us on social media, and nobody has answered yet.");
        }
        return QString();
    };
    NextStep step = reasonStep(Band::Reply, purpose(*lead.waitingReply),
                               text("Their question answered in full, and one of ours asked."), QStringLiteral("answer"));
    // One call at once; whoever did not pick it up is called again another day, like anybody.
    const bool called = lead.lastCallAt.us > 0 && lead.lastCallAt >= lead.lastReplyAt;
    reach.place(step, *lead.waitingReply == Medium::Visit ? Medium::Call : *lead.waitingReply,
                {called ? std::max(lead.lastReplyAt, lead.lastAttemptAt) : lead.lastReplyAt, {}}, called ? Reach::Calls::Wait : Reach::Calls::Asked);
    return step;
}

std::optional<NextStep> appointmentStep(const Reach &reach, const LeadState &lead)
{
    if (lead.appointment) {
        if (auto step = confirmation(reach, lead, *lead.appointment))
            return step;
        return askTheDesk(reasonStep(Band::Appointment,
                                     text("They had an appointment on %1: did they come?").arg(wording::dateAndTime(lead.appointment->at, reach.zone())),
                                     text("Kept or missed, written down while it is fresh, with what they said about the car."),
                                     QStringLiteral("appointment.after")),
                          lead.appointment->at + AfterAppointment);
    }
    const bool planned = lead.planStartedAt >= lead.lastAttemptAt; // a plan of its own speaks to it
    if (!missedTheirVisit(lead) || planned)
        return std::nullopt;
    NextStep step = reasonStep(Band::Appointment, text("They did not come to their appointment."),
                               text("What came up, and a new day and time that suits them."), QStringLiteral("appointment.missed"));
    reach.place(step, Medium::Call, {lead.lastAttemptAt, {}}, Reach::Calls::Wait);
    return step;
}

std::optional<NextStep> unsoldStep(const LeadState &lead)
{
    if (lead.unsoldSince.us == 0)
        return std::nullopt;
    return askTheDesk(reasonStep(Band::Appointment, text("They came in and did not buy: what kept them?"),
                                 text("The reason in their words; the plan that fits it goes on from there."), {}),
                      lead.unsoldSince);
}

NextStep refusedStep(const Reach &reach, const DoNotContact &refusal)
{
    NextStep step;
    step.band = Band::Stuck;
    step.dueAt = refusal.since;
    step.stuckBecause = text("Asked on %1 not to be contacted at all. Close the lead.")
                            .arg(wording::date(reach.day(refusal.since), QDate())); // with the year: this stays for long
    return step;
}

} // namespace beback
