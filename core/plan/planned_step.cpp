#include "core/plan/step_reasons.h"

#include "core/time/calendar.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace beback {

namespace {

constexpr auto FreshFor = std::chrono::hours(72);
constexpr int DefaultEveryDays = 30;

// Parts of the day by the customer's clock, all inside the hours of calls and texts. A lead is due at a moment of its own
// inside the part. "now" on a later day than the first is the morning.
struct PartOfDay {
    const char *name;
    int fromMinute;
    int minutes;
};
constexpr std::array Parts = {PartOfDay{"morning", 9 * 60, 150}, PartOfDay{"midday", 11 * 60 + 30, 120},
                              PartOfDay{"afternoon", 14 * 60, 180}, PartOfDay{"evening", 17 * 60 + 30, 135}};

// The same number at every desk: splitmix64's mixing (Steele et al. 2014) over the id and the place in the plan.
quint64 spread(LeadId lead, int place)
{
    const QUuid &id = lead.uuid();
    quint64 bits = (quint64(id.data1) << 32) | (quint64(id.data2) << 16) | id.data3;
    for (const uchar byte : id.data4)
        bits = bits * 31 + byte;
    bits += quint64(place + 1) * Q_UINT64_C(0x9e3779b97f4a7c15);
    bits = (bits ^ (bits >> 30)) * Q_UINT64_C(0xbf58476d1ce4e5b9);
    bits = (bits ^ (bits >> 27)) * Q_UINT64_C(0x94d049bb133111eb);
    return bits ^ (bits >> 31);
}

QTime timeIn(const PartOfDay &part, LeadId lead, int place)
{
    const int seconds = int(spread(lead, place) % quint64(part.minutes * 60));
    return QTime::fromMSecsSinceStartOfDay((part.fromMinute * 60 + seconds) * 1000);
}

const PartOfDay &partNamed(const QString &name)
{
    for (const PartOfDay &part : Parts)
        if (name == QLatin1String(part.name))
            return part;
    return Parts.front();
}

Instant at(const Reach &reach, QDate day, QTime time, Instant otherwise)
{
    return zones::instantOf(day, time, reach.zone()).value_or(otherwise);
}

// When a step of the plan is wanted. The plan's day counts from its beginning, on a day the store works. A plan that has
// fallen behind catches up at no more than twice its pace, so that nobody gets a month of touches in a week.
Moment momentOf(const Reach &reach, const LeadState &lead, const Plan &plan, int index)
{
    const PlanStep &step = plan.steps.at(index);
    const Instant began = lead.planStartedAt.us > 0 ? lead.planStartedAt : lead.arrivedAt;
    const Instant earliest = std::max(began, lead.lastAttemptAt);
    const QDate today = reach.day(earliest);
    const int gap = step.day - (index > 0 ? plan.steps.at(index - 1).day : 0);
    QDate day = reach.day(began).addDays(step.day);
    if (lead.lastAttemptAt.us > 0)
        day = std::max(day, today.addDays(gap == 0 ? 0 : std::max(1, (gap + 1) / 2)));
    if (step.day > 0)
        day = calendar::addBusinessDays(day, 0);
    if (step.part == QLatin1String("now") && day <= today)
        return {earliest, {}};
    const QTime time = timeIn(partNamed(step.part), lead.id, index);
    return {std::max(earliest, at(reach, day, time, earliest)), time};
}

void fill(NextStep &step, const Plan &plan, int index)
{
    const PlanStep &planned = plan.steps.at(index);
    step.step = index + 1;
    step.purpose = planned.purpose;
    step.result = planned.result;
    step.words = planned.words;
}

NextStep firstTouch(const Reach &reach, const LeadState &lead, const Plan *plan)
{
    NextStep step;
    step.band = Band::New;
    if (plan) {
        fill(step, *plan, lead.stepsDone);
    } else {
        step.purpose = QCoreApplication::translate("beback", "They asked about a car, and nobody has answered yet.");
        step.result = QCoreApplication::translate("beback", "Their question answered, and a day and time to come in.");
        step.words = QStringLiteral("inquiry.first");
    }
    reach.place(step, plan ? plan->steps.at(lead.stepsDone).medium : Medium::Call, {lead.arrivedAt, {}}, Reach::Calls::ElseNow);
    return step;
}

// What long-term contact is about, in turn. Each is worth something to a person who is not buying today.
struct Theme {
    const char *purpose;
    const char *result;
    const char *words;
};
constexpr std::array Themes = {
    Theme{QT_TRANSLATE_NOOP("beback", "Their car has a market value that moves: a current figure is worth something to them."),
          QT_TRANSLATE_NOOP("beback", "The mileage and condition of their car, and a time to look at it."), "later.trade"},
    Theme{QT_TRANSLATE_NOOP("beback", "Cars like the one they asked about come in every week, and they hear it first."),
          QT_TRANSLATE_NOOP("beback", "What has changed in what they look for: size, budget, timing."), "later.arrivals"},
    Theme{QT_TRANSLATE_NOOP("beback", "The service department can help with whatever they drive today."),
          QT_TRANSLATE_NOOP("beback", "What their car needs next, and a visit for it."), "later.service"},
    Theme{QT_TRANSLATE_NOOP("beback", "Plans change within a few months: the right time may have moved."),
          QT_TRANSLATE_NOOP("beback", "The month they expect to change cars, so that they hear from us then and not before."),
          "later.timing"},
};

NextStep longTerm(const Reach &reach, const LeadState &lead, const Plan *plan)
{
    const int turn = lead.attempts;
    const Theme &theme = Themes[size_t(turn) % Themes.size()];
    NextStep step;
    step.band = Band::LongTerm;
    step.purpose = QCoreApplication::translate("beback", theme.purpose);
    step.result = QCoreApplication::translate("beback", theme.result);
    step.words = QLatin1String(theme.words);

    std::array<Medium, 3> media{Medium::Email, Medium::Text, Medium::Call};
    const auto usable = std::stable_partition(media.begin(), media.end(), [&](Medium medium) { return reach.can(medium); });
    const int count = std::max(1, int(usable - media.begin()));

    const Instant since = std::max({lead.lastAttemptAt, lead.planStartedAt, lead.arrivedAt});
    const QDate day = calendar::addBusinessDays(reach.day(since).addDays(plan ? plan->afterEveryDays : DefaultEveryDays), 0);
    const QTime time = timeIn(Parts[size_t(turn) % Parts.size()], lead.id, turn);
    reach.place(step, media[size_t(turn % count)], {std::max(since, at(reach, day, time, since)), time}, Reach::Calls::Wait);
    return step;
}

// A step that had to change its medium would use the one that was used today already: somebody with nothing but an address
// does not get three e-mails in a minute.
bool repeatsToday(const Reach &reach, const LeadState &lead, const NextStep &step)
{
    return step.band != Band::Stuck && step.plannedMedium && lead.lastAttemptMedium == step.medium
           && reach.day(step.dueAt) == reach.day(lead.lastAttemptAt);
}

} // namespace

NextStep plannedStep(const Reach &reach, const LeadState &lead, const Plan *plan)
{
    const bool inPlan = plan && lead.stepsDone >= 0 && lead.stepsDone < plan->steps.size();
    const bool firstDay = inPlan ? plan->steps.at(lead.stepsDone).day == 0 : lead.stepsDone == 0;
    if (lead.attempts == 0 && firstDay)
        return firstTouch(reach, lead, inPlan ? plan : nullptr);
    if (!inPlan)
        return longTerm(reach, lead, plan);
    NextStep step;
    fill(step, *plan, lead.stepsDone);
    const PlanStep &planned = plan->steps.at(lead.stepsDone);
    reach.place(step, planned.medium, momentOf(reach, lead, *plan, lead.stepsDone), Reach::Calls::Wait);
    if (repeatsToday(reach, lead, step)) {
        const QDate tomorrow = calendar::addBusinessDays(reach.day(lead.lastAttemptAt).addDays(1), 0);
        const QTime time = timeIn(partNamed(planned.part), lead.id, lead.stepsDone);
        step.plannedMedium.reset();
        reach.place(step, planned.medium, {at(reach, tomorrow, time, step.dueAt), time}, Reach::Calls::Wait);
    }
    if (step.band != Band::Stuck)
        step.band = step.dueAt - lead.arrivedAt <= FreshFor ? Band::Fresh : Band::Plan;
    return step;
}

} // namespace beback
