// Plan 10,000 customers of 50 events each anew: the decision alone, from the folded state, as it is made again when plans or
// rules change; and, beside it, the fold that leads there.

#include "bench.h"

#include "core/history/fold.h"
#include "core/plan/next_step.h"
#include "core/plan/starter_plans.h"

#include <stdexcept>

namespace bench {

using namespace beback;

namespace {

constexpr int People = 10000;
constexpr int EventsEach = 50;
constexpr int Rounds = 5;
constexpr double Most = 2.0; // seconds for all of them, on one core

PlanBook shippedBook()
{
    PlanBook book;
    const auto plans = loadShippedPlans();
    const auto branches = loadShippedBranches();
    if (!plans || !branches)
        throw std::runtime_error("The shipped plans cannot be read.");
    for (const Plan &plan : *plans)
        book.add(plan);
    book.setBranches(*branches);
    return book;
}

Event eventOf(int person, int number, EventKind kind)
{
    Event event;
    event.id = EventId(QUuid(uint(person), ushort(number), 0x7000, 0x80, 0, 0, 0, 0, 0, 0, uchar(number)));
    event.customer = CustomerId(QUuid(uint(person), 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    event.lead = LeadId(QUuid(uint(person), 2, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 2));
    event.kind = kind;
    // From Monday 2026-03-02 on, a touch every 31 hours: every part of the day has its turn.
    event.occurredAt = Instant{1772442000000000} + std::chrono::hours(31 * number);
    event.hlc = Hlc{(event.occurredAt.us / 1000) << 16};
    event.actor = QStringLiteral("bench");
    return event;
}

QVector<Event> historyOf(int person)
{
    QVector<Event> events;
    Event arrived = eventOf(person, 0, EventKind::LeadArrived);
    LeadDraft draft;
    draft.name.first = QStringLiteral("Person");
    draft.name.last = QString::number(person);
    draft.source = QStringLiteral("Website");
    draft.planId = QStringLiteral("fresh-internet");
    draft.zones = {QStringLiteral("America/Chicago")};
    ContactPoint phone;
    phone.value = QStringLiteral("+1312555%1").arg(person, 4, 10, QLatin1Char('0'));
    ContactPoint email;
    email.type = ContactPoint::Type::Email;
    email.value = QStringLiteral("p%1@example.com").arg(person);
    draft.points = {phone, email};
    arrived.body = draft.toBody();
    events << arrived;
    for (int i = 1; i < EventsEach; ++i) {
        Event touch = eventOf(person, i, i % 7 == 3 ? EventKind::Reply : EventKind::Attempt);
        touch.medium = std::array{Medium::Call, Medium::Text, Medium::Email}[size_t(i + person) % 3];
        touch.outcome = touch.kind == EventKind::Reply ? Outcome::None
                        : touch.medium == Medium::Call ? Outcome::NoAnswer
                                                       : Outcome::Sent;
        if (i <= 6) {
            touch.body.insert(QLatin1String("plan"), draft.planId);
            touch.body.insert(QLatin1String("step"), i);
        }
        events << touch;
    }
    return events;
}

} // namespace

void planAnew(const Options &)
{
    const PlanBook book = shippedBook();
    QVector<QVector<Event>> histories;
    for (int person = 0; person < People; ++person)
        histories << historyOf(person);
    QVector<CustomerState> states(People);
    QVector<double> folds, plans;
    qint64 sum = 0; // so that nothing is left out as unused
    for (int round = 0; round < Rounds; ++round) {
        folds << timeOf([&] {
            for (int person = 0; person < People; ++person)
                states[person] = fold(histories.at(person));
        });
        plans << timeOf([&] {
            for (const CustomerState &state : std::as_const(states))
                if (const auto next = nextForCustomer(state, book))
                    sum += next->step.dueAt.us & 1;
        });
    }
    if (sum < 0)
        throw std::runtime_error("Nobody had a next step.");
    const double taken = median(plans), folded = median(folds);
    print({QStringLiteral("replan 10,000 customers"), duration(taken), QStringLiteral("fold ") + duration(folded), taken / folded,
           QStringLiteral("< 2 s on one core"), taken < Most});
}

} // namespace bench
