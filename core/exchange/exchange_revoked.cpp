// A desk that was taken out: it hands over what it has, forgets whom it carried, and is done. And what a manager let in comes to everybody.

#include "core/exchange/exchange.h"
#include "core/exchange/wire.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace beback {

namespace {

constexpr int HandedOverAtOnce = 500;
constexpr int ForgetTries = 20; // somebody may go on recording at this desk's window

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

} // namespace

Result<std::optional<DeskTakenOut>> SharedStore::takenOut(OriginId origin, const Clock &clock)
{
    BEBACK_TRY(call, m_db->statement("exchange/revoked_as"));
    const Duration asked = clock.sinceBoot();
    BEBACK_CHECK(call.bind(":origin", origin).exec());
    std::optional<DeskTakenOut> found;
    if (call.next()) {
        m_greetedBoot = asked + (clock.sinceBoot() - asked) / 2;
        Columns c = call.columns();
        found.emplace();
        found->by = c.text();
        found->at = c.instant();
        found->why = c.text();
        found->site = c.text();
        m_greetedAt = c.instant();
    }
    BEBACK_CHECK(call.finished());
    return found;
}

Result<int> SharedStore::handOver(OriginId origin, const QJsonArray &events)
{
    BEBACK_TRY(call, m_db->statement("exchange/hand_over"));
    BEBACK_CHECK(call.bind(":origin", origin).bind(":events", QString::fromUtf8(wire::compact(events))).exec());
    return call.next() ? call.columns().integer() : 0;
}

// A greeting that was refused. Where this desk was taken out, everything that waits goes out before anything goes away; whatever is cut
// off, the next connect() goes on with it.
Result<void> Exchange::turnedAway(const Error &refusal)
{
    if (!refusal.detail.contains(QLatin1String("BD007")))
        return refusal;
    BEBACK_TRY(numbers, own_store::numbers(m_own));
    BEBACK_TRY(taken, m_shared->takenOut(numbers.origin, m_clock));
    if (!taken)
        return refusal;
    m_origin = numbers.origin;
    for (int attempt = 0; attempt < ForgetTries; ++attempt) {
        BEBACK_TRY(sent, handOver());
        taken->sent += sent;
        BEBACK_TRY(forgotten, taken_out::forget(m_own, *taken));
        if (!forgotten)
            continue;
        m_takenOut = *taken;
        return refusal;
    }
    return Error{Code::Busy, tr("This computer was taken out of the shared database, and somebody still records at it. What is recorded goes out with the next try."), {}};
}

Result<int> Exchange::handOver()
{
    BEBACK_CHECK(settleStamps());
    for (int all = 0;;) {
        BEBACK_TRY(some, handOverSome());
        if (some == 0)
            return all;
        all += some;
    }
}

// The oldest part of the outbox. How many it were; 0: nothing waits.
Result<int> Exchange::handOverSome()
{
    BEBACK_TRY(waiting, own_store::outbox(m_own, HandedOverAtOnce));
    QJsonArray events;
    qint64 last = 0;
    qsizetype left = m_bytesSent.size();
    for (const Event &event : std::as_const(waiting)) {
        const QJsonObject json = wire::toJson(event);
        left -= QJsonDocument(json).toJson(QJsonDocument::Compact).size();
        if (left < 0 && !events.isEmpty())
            break;
        events << json;
        last = event.n;
    }
    if (events.isEmpty())
        return 0;
    BEBACK_TRY(there, within(m_bytesSent, [&] { return m_shared->handOver(m_origin, events); }));
    if (there != events.size())
        return Error{Code::Corrupt, tr("The shared database did not take what this computer handed over. It is kept here; tell your administrator."), {}};
    BEBACK_CHECK(own_store::confirmUpTo(m_own, last));
    return int(events.size());
}

// With what a manager let in among these: it was passed over when it came, because it was held. Sorted by customers, as they came.
Result<QVector<Event>> Exchange::withLetIn(QVector<Event> news)
{
    QStringList targets;
    for (const Event &event : std::as_const(news))
        if (event.kind == EventKind::LetIn)
            targets << event.body.value(QLatin1String("event")).toString();
    if (targets.isEmpty())
        return news;
    BEBACK_TRY(unknown, own_store::unknownEvents(m_own, targets));
    for (qsizetype from = 0; from < unknown.size(); from += m_eventsRead.size()) {
        BEBACK_TRY(let, m_shared->news(unknown.mid(from, m_eventsRead.size())));
        news += let;
    }
    std::stable_sort(news.begin(), news.end(), [](const Event &a, const Event &b) { return a.customer < b.customer; });
    return news;
}

} // namespace beback
