#include "core/plan/pressure.h"
#include "core/plan/step_reasons.h"

#include "core/time/calendar.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace beback {

namespace {

constexpr auto FreshFor = std::chrono::hours(72);
constexpr int DefaultEveryDays = 30;
const QString LongTermPlan = QStringLiteral("long-term");
// Two calls at the same hour of the clock within a week are one try made twice: who is out at ten is out at ten every day.
constexpr int SameHourMinutes = 60;
constexpr auto SameHourFor = std::chrono::hours(7 * 24);
// How long a touch may wait inside the hours somebody asked for.
constexpr int WishSpreadMinutes = 90;

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

// A lead is due at a moment of its own inside the span.
QTime timeIn(const PartSpan &span, LeadId lead, int place)
{
    const int seconds = int(spread(lead, place) % quint64(span.minutes * 60));
    return QTime::fromMSecsSinceStartOfDay((span.from * 60 + seconds) * 1000);
}

int minuteOf(QTime time)
{
    return time.msecsSinceStartOfDay() / 60000;
}

QTime timeOf(int minute, int second)
{
    return QTime(minute / 60, minute % 60, second);
}

// The hours somebody asked for, as a span to place a touch in. None: they did not say, or no such time is left in a day.
std::optional<PartSpan> wishedSpan(const Wish &wish)
{
    if (!wish.after.isValid() && !wish.before.isValid())
        return std::nullopt;
    const int until = wish.before.isValid() ? minuteOf(wish.before) : 21 * 60;
    const int from = wish.after.isValid() ? minuteOf(wish.after) : std::max(8 * 60, until - WishSpreadMinutes);
    if (from >= until)
        return std::nullopt;
    return PartSpan{from, std::min(until - from, WishSpreadMinutes)};
}

bool isRemote(Medium medium) // what somebody can ask for in place of something else, and answer by
{
    return medium == Medium::Call || medium == Medium::Text || medium == Medium::Email;
}

// Decides about one lead: by what, and when. Keeps what several of the decisions look at.
class Planner
{
public:
    Planner(const Reach &reach, const LeadState &lead, const Plan *plan, const PlanBook &plans)
        : m_reach(reach), m_lead(lead), m_plan(plan), m_plans(plans)
    {
    }

    NextStep step()
    {
        const bool inPlan = m_plan && m_lead.stepsDone >= 0 && m_lead.stepsDone < m_plan->steps.size();
        const bool firstDay = inPlan ? m_plan->steps.at(m_lead.stepsDone).day == 0 : m_lead.stepsDone == 0;
        if (m_lead.attempts == 0 && firstDay && m_lead.status == LeadStatus::Open)
            return firstTouch(inPlan);
        return inPlan ? nextOfPlan() : longTerm();
    }

private:
    const Tallies &habits()
    {
        if (!m_habits)
            m_habits = habitsOf(m_reach.customer(), m_reach.zone());
        return *m_habits;
    }

    static void fill(NextStep &step, const PlanStep &planned)
    {
        step.purpose = planned.purpose;
        step.result = planned.result;
        step.words = planned.words;
    }

    Instant instantAt(QDate day, QTime time, Instant otherwise) const
    {
        return zones::instantOf(day, time, m_reach.zone()).value_or(otherwise);
    }

    // What they asked for goes before what they were seen to answer to, and that before the plan's own word.
    Medium mediumFor(const PlanStep &planned, NextStep &step)
    {
        if (!isRemote(planned.medium))
            return planned.medium;
        Medium medium = planned.medium;
        if (const auto wished = m_reach.customer().wish.medium; wished && m_reach.can(*wished))
            medium = *wished;
        else if (!planned.instead.isEmpty())
            medium = bestMedium(habits(), m_plans.experience(), planned.medium, usable(planned.instead));
        step.learned = step.learned || medium != planned.medium;
        return medium;
    }

    QVector<Medium> usable(QVector<Medium> media) const
    {
        media.removeIf([&](Medium medium) { return !m_reach.can(medium); });
        return media;
    }

    // The part of the newest call, when that was no answer: not twice running at the same hour.
    std::optional<DayPart> lastCallPart() const
    {
        const Touch *last = nullptr;
        for (const Touch &touch : m_reach.customer().touches)
            if (touch.medium == Medium::Call && (!last || touch.at > last->at))
                last = &touch;
        if (!last || last->answeredAt.us > 0)
            return std::nullopt;
        return dayPartOf(zones::local(last->at, m_reach.zone()).time);
    }

    // Not at the hour of the clock they were called at in the week before, while the part has another one left.
    QTime callTimeIn(const PartSpan &span, int place) const
    {
        const QTime first = timeIn(span, m_lead.id, place);
        QVector<QTime> tried;
        const Instant newest = lastCallTo(m_reach.customer());
        for (const Touch &touch : m_reach.customer().touches)
            if (touch.medium == Medium::Call && newest - touch.at < SameHourFor)
                tried << zones::local(touch.at, m_reach.zone()).time;
        for (int shift = 0; shift < span.minutes; shift += SameHourMinutes / 4) {
            const QTime time = timeOf((minuteOf(first) - span.from + shift) % span.minutes + span.from, first.second());
            const auto isNear = [&time](QTime call) { return std::abs(call.secsTo(time)) < SameHourMinutes * 60; };
            if (std::none_of(tried.cbegin(), tried.cend(), isNear))
                return time;
        }
        return first;
    }

    QTime timeFor(Medium medium, const QString &part, int place, NextStep &step)
    {
        const DayPart wanted = dayPartFromText(part).value_or(DayPart::Morning);
        if (const auto wished = wishedSpan(m_reach.customer().wish); wished && isRemote(medium))
            return timeIn(*wished, m_lead.id, place);
        DayPart chosen = wanted;
        if (isRemote(medium))
            chosen = bestPart(habits(), m_plans.experience(), medium, wanted, medium == Medium::Call ? lastCallPart() : std::nullopt);
        step.part = chosen;
        step.learned = step.learned || chosen != wanted;
        return medium == Medium::Call ? callTimeIn(spanOf(chosen), place) : timeIn(spanOf(chosen), m_lead.id, place);
    }

    // The day a step of the plan falls on. A plan that has fallen behind catches up at no more than twice its pace, so that
    // nobody gets a month of touches in a week.
    QDate dayOf(int index, Instant began) const
    {
        const PlanStep &step = m_plan->steps.at(index);
        const bool fromPrevious = step.from == PlanStep::From::Previous;
        const QDate start = m_reach.day(fromPrevious ? std::max(began, m_lead.lastAttemptAt) : began);
        if (step.count == PlanStep::Count::Business && step.day > 0)
            return atPace(calendar::addBusinessDays(start, step.day), index, fromPrevious);
        const QDate day = atPace(start.addDays(step.day), index, fromPrevious);
        return step.day > 0 ? calendar::addBusinessDays(day, 0) : day;
    }

    QDate atPace(QDate day, int index, bool fromPrevious) const
    {
        if (m_lead.lastAttemptAt.us == 0 || fromPrevious)
            return day;
        const PlanStep *before = index > 0 ? &m_plan->steps.at(index - 1) : nullptr;
        const int gap = m_plan->steps.at(index).day - (before && before->from == PlanStep::From::Start ? before->day : 0);
        return std::max(day, m_reach.day(m_lead.lastAttemptAt).addDays(gap <= 0 || index == 0 ? 0 : std::max(1, (gap + 1) / 2)));
    }

    // When a step of the plan is wanted.
    Moment momentOf(int index, Medium medium, NextStep &step)
    {
        const PlanStep &planned = m_plan->steps.at(index);
        const Instant began = m_lead.planStartedAt.us > 0 ? m_lead.planStartedAt : m_lead.arrivedAt;
        const Instant earliest = std::max(began, m_lead.lastAttemptAt);
        const QDate day = dayOf(index, began);
        if (planned.part == QLatin1String("now") && day <= m_reach.day(earliest))
            return {earliest, {}};
        const QTime time = timeFor(medium, planned.part, index, step);
        return {std::max(earliest, instantAt(day, time, earliest)), time};
    }

    NextStep firstTouch(bool inPlan)
    {
        NextStep step;
        step.band = Band::New;
        Medium medium = Medium::Call;
        if (inPlan) {
            const PlanStep &planned = m_plan->steps.at(m_lead.stepsDone);
            fill(step, planned);
            step.step = m_lead.stepsDone + 1;
            medium = mediumFor(planned, step);
        } else {
            step.purpose = QCoreApplication::translate("beback", "They asked about a car, and nobody has answered yet.");
            step.result = QCoreApplication::translate("beback", "Their question answered, and a day and time to come in.");
            step.words = QStringLiteral("inquiry.first");
        }
        m_reach.place(step, medium, {m_lead.arrivedAt, {}}, Reach::Calls::ElseNow);
        return step;
    }

    NextStep nextOfPlan()
    {
        const PlanStep &planned = m_plan->steps.at(m_lead.stepsDone);
        NextStep step;
        fill(step, planned);
        step.step = m_lead.stepsDone + 1;
        Medium medium = mediumFor(planned, step);
        Moment moment = momentOf(m_lead.stepsDone, medium, step);
        beGentle(planned, m_lead.stepsDone, medium, moment, step);
        m_reach.place(step, medium, moment, Reach::Calls::Wait);
        if (repeatsToday(step)) {
            const QDate tomorrow = calendar::addBusinessDays(m_reach.day(m_lead.lastAttemptAt).addDays(1), 0);
            const QTime time = timeFor(medium, planned.part, m_lead.stepsDone, step);
            step.plannedMedium.reset();
            m_reach.place(step, medium, {instantAt(tomorrow, time, step.dueAt), time}, Reach::Calls::Wait);
        }
        if (step.band != Band::Stuck)
            step.band = step.dueAt - m_lead.arrivedAt <= FreshFor ? Band::Fresh : Band::Plan;
        return step;
    }

    // When they last asked or answered: from then on, they may have lost interest.
    Instant heard() const
    {
        Instant heard = std::max(m_lead.arrivedAt, m_lead.planStartedAt);
        for (const Touch &touch : m_reach.customer().touches)
            heard = std::max(heard, touch.answeredAt);
        return heard;
    }

    // Somebody who has heard much from us and says nothing gets the gentler medium, or the step waits for another day.
    void beGentle(const PlanStep &planned, int place, Medium &medium, Moment &moment, NextStep &step)
    {
        const Instant since = heard();
        Instant free = pressure::freeFrom(m_reach.customer(), since, medium, moment.at);
        if (free == moment.at)
            return;
        step.gentle = true;
        for (const Medium other : m_reach.customer().wish.medium ? QVector<Medium>() : usable(planned.instead)) {
            const Instant sooner = pressure::freeFrom(m_reach.customer(), since, other, moment.at);
            if (sooner < free) {
                medium = other;
                free = sooner;
            }
        }
        if (free == moment.at)
            return;
        const QTime time = timeFor(medium, planned.part, place, step);
        moment = {std::max(free, instantAt(calendar::addBusinessDays(m_reach.day(free), 0), time, free)), time};
    }

    // A step that had to change its medium would use the one that was used today already: somebody with nothing but an
    // address does not get three e-mails in a minute.
    bool repeatsToday(const NextStep &step) const
    {
        return step.band != Band::Stuck && (step.plannedMedium || step.learned) && m_lead.lastAttemptMedium == step.medium
               && m_reach.day(step.dueAt) == m_reach.day(m_lead.lastAttemptAt);
    }

    // The steps of the plan for it, in turn, one each so many days: each worth something to a person who is not buying today.
    NextStep longTerm()
    {
        const Plan *themes = m_plans.newest(LongTermPlan);
        const int turn = m_lead.attempts;
        PlanStep planned;
        planned.medium = std::array{Medium::Email, Medium::Text, Medium::Call}[size_t(turn) % 3];
        planned.part = toText(AllDayParts[size_t(turn) % AllDayParts.size()]);
        planned.purpose = QCoreApplication::translate("beback", "Plans change within a few months: the right time may have moved.");
        planned.result = QCoreApplication::translate("beback", "The month they expect to change cars, so that they hear from us then.");
        planned.words = QStringLiteral("later.timing");
        if (themes)
            planned = themes->steps.at(turn % themes->steps.size());
        NextStep step;
        step.band = Band::LongTerm;
        fill(step, planned);
        Medium medium = mediumFor(planned, step);
        const Instant since = std::max({m_lead.lastAttemptAt, m_lead.planStartedAt, m_lead.arrivedAt});
        const QDate day = calendar::addBusinessDays(m_reach.day(since).addDays(m_plan ? m_plan->afterEveryDays : DefaultEveryDays), 0);
        const QTime time = timeFor(medium, planned.part, turn, step);
        Moment moment{std::max(since, instantAt(day, time, since)), time};
        beGentle(planned, turn, medium, moment, step);
        m_reach.place(step, medium, moment, Reach::Calls::Wait);
        return step;
    }

    const Reach &m_reach;
    const LeadState &m_lead;
    const Plan *m_plan;
    const PlanBook &m_plans;
    std::optional<Tallies> m_habits; // worked out when first asked for
};

} // namespace

NextStep plannedStep(const Reach &reach, const LeadState &lead, const Plan *plan, const PlanBook &plans)
{
    return Planner(reach, lead, plan, plans).step();
}

} // namespace beback
