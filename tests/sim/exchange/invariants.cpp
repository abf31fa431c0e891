#include "invariants.h"

#include "core/history/event_store.h"
#include "core/history/fold.h"
#include "core/plan/permission.h"

#include <algorithm>

namespace beback::exchange_sim {

namespace {

QString nameOf(const Event &event)
{
    return QStringLiteral("%1 %2 by %3").arg(event.kindText, event.id.toString().right(8), event.actor);
}

QVector<Event> countingAbout(const Rows &rows, CustomerId customer)
{
    QVector<Event> counting;
    for (const ServerRow &row : rows)
        if (row.event.customer == customer && !row.held)
            counting << row.event;
    std::sort(counting.begin(), counting.end(), canonicallyBefore);
    return counting;
}

QStringList numberFault(const ServerLink &server, const char *sql, const char *what)
{
    const QString count = server.sql(QString::fromUtf8(sql));
    return count == QLatin1String("0") ? QStringList() : QStringList{count + QLatin1Char(' ') + QString::fromUtf8(what)};
}

Truth truthIn(const CustomerState &state)
{
    Truth truth;
    for (const DoNotContact &refusal : state.doNotContact)
        truth.refusals.insert(refusal.setBy, {refusal.point, refusal.medium ? toText(*refusal.medium) : QString()});
    for (const LeadState &lead : state.leads)
        truth.attempts.insert(lead.id, lead.attempts);
    for (const ContactPoint &point : state.points)
        truth.labels.insert(point.key(), point.label);
    truth.known = state.events;
    return truth;
}

QString differing(const Truth &product, const Truth &plain)
{
    if (product.refusals != plain.refusals)
        return QStringLiteral("%1 refusals, and by the sets %2").arg(product.refusals.size()).arg(plain.refusals.size());
    if (product.attempts != plain.attempts)
        return QStringLiteral("another number of attempts");
    if (product.known != plain.known)
        return QStringLiteral("%1 entries, and there are %2").arg(product.known).arg(plain.known);
    for (auto it = plain.labels.cbegin(); it != plain.labels.cend(); ++it)
        if (product.labels.value(it.key()) != it.value())
            return QStringLiteral("the label “%1”, and the latest edit “%2”").arg(product.labels.value(it.key()), it.value());
    return {};
}

// What counts about somebody in this desk's file, as it stands there.
Result<QVector<Event>> rawOf(SimDesk &desk, CustomerId customer)
{
    return event_store::wholeOfCustomer(desk.own().db(), desk.own().rooftopId(), customer);
}

// Without a look whether the clock was set.
Result<QVector<Claim>> heldByTheWall(SimDesk &desk)
{
    BEBACK_TRY(select, desk.own().db().statement("queue/held"));
    select.bind(":rooftop_id", desk.own().rooftopId()).bind(":login", desk.login);
    BEBACK_CHECK(select.bind(":now", desk.clock.now()).exec());
    QVector<Claim> held;
    while (select.next())
        held << Claim{select.columns().id<CustomerId>(), {}, 0, {}};
    BEBACK_CHECK(select.finished());
    return held;
}

// As the desk itself would say it now, with nobody to ask.
Result<QVector<Claim>> heldAt(SimDesk &desk, bool isFaulty)
{
    return isFaulty ? heldByTheWall(desk) : desk.own().queue().heldBy(desk.login);
}

} // namespace

QStringList heldByTwo(SimWorld &world, const QVector<CustomerId> &people)
{
    QMap<CustomerId, QSet<QString>> holders;
    QStringList faults;
    for (const auto &desk : world.desks()) {
        if (!desk->isThere() || !desk->leasesCount)
            continue;
        const auto held = heldAt(*desk, world.faulty.leasesByTheWall);
        if (!held)
            faults << held.error().message + held.error().detail;
        for (const Claim &claim : held ? *held : QVector<Claim>())
            holders[claim.customer].insert(desk->login);
    }
    for (const CustomerId customer : people)
        if (const QSet<QString> those = holders.value(customer); those.size() > 1)
            faults << QStringLiteral("%1 hold the same person at once").arg(QStringList(those.cbegin(), those.cend()).join(QLatin1String(" and ")));
    return faults;
}

QStringList handedOutThoughRefused(const Rows &rows, CustomerId customer)
{
    return truthOf(countingAbout(rows, customer)).refusesEverything() ? QStringList{QStringLiteral("somebody was handed out who asked not to be contacted")}
                                                                     : QStringList();
}

QStringList allowedThoughRefused(SimDesk &desk, CustomerId customer, Instant now)
{
    const auto events = rawOf(desk, customer);
    const auto state = desk.own().customer(customer);
    if (!events || !state)
        return {QStringLiteral("%1 cannot read whom it carries").arg(desk.name)};
    if (!truthOf(*events).refusesEverything())
        return {};
    const Permission permission = mayContact(*state, desk.own().plans().rules(), Medium::Email, {}, now);
    return permission.allowed() ? QStringList{QStringLiteral("%1 lets somebody be contacted whom it knows to refuse").arg(desk.name)} : QStringList();
}

QStringList lostOrInvented(const Rows &rows, const Model &model, const QVector<CustomerId> &people)
{
    QStringList faults;
    const QSet<CustomerId> about(people.cbegin(), people.cend());
    for (const Event &event : model.saved) {
        if (!about.contains(event.customer) || model.gone.contains(event.id))
            continue;
        const auto there = rows.constFind(event.id);
        if (there == rows.constEnd())
            faults << nameOf(event) + QStringLiteral(" is lost");
        else if (there->event.kindText != event.kindText || there->event.customer != event.customer || there->event.lead != event.lead
                 || there->event.body != event.body || there->event.outcome != event.outcome || there->event.version != event.version)
            faults << nameOf(event) + QStringLiteral(" is another there");
    }
    for (const ServerRow &row : rows) {
        if (!model.saved.contains(row.event.id))
            faults << nameOf(row.event) + QStringLiteral(" was invented");
        if (row.feed < 0)
            faults << nameOf(row.event) + QStringLiteral(" is in no feed");
    }
    return faults;
}

QStringList heldByRule(const Rows &rows, SimWorld &world, bool wasRestored)
{
    QStringList faults;
    for (const ServerRow &row : rows) {
        if (wasRestored && row.event.kindText == QLatin1String("corrected"))
            continue; // what it takes back may have come again after it
        const auto rule = mustBeHeld(row, rows, world.isManager(row.event.actor) || row.event.actor == QLatin1String("system"));
        if (rule && *rule != row.held)
            faults << nameOf(row.event) + (row.held ? QStringLiteral(" is held, and nothing is against it") : QStringLiteral(" counts, and is nobody's to do"));
    }
    return faults;
}

QStringList feedsDense(const ServerLink &server)
{
    return numberFault(server, "SELECT count(*) FROM (SELECT feed FROM feed GROUP BY feed HAVING max(seq) <> count(*) OR min(seq) <> 1) x",
                       "feeds have gaps")
           + numberFault(server, "SELECT (SELECT count(*) FROM event) - (SELECT count(*) FROM feed)", "events are in no feed");
}

QStringList originsDense(const ServerLink &server)
{
    return numberFault(server, "SELECT count(*) FROM (SELECT origin FROM event GROUP BY origin HAVING max(n) <> count(*) OR min(n) <> 1) x",
                       "desks' logs are no dense beginnings");
}

QStringList noStampAhead(const ServerLink &server)
{
    return numberFault(server, "SELECT count(*) FROM event e JOIN feed f ON f.event_id = e.id WHERE e.hlc >> 16 > f.received_at / 1000 + 300000",
                       "stamps lie ahead of the server's clock");
}

QStringList nobodyStale(const ServerLink &server)
{
    return numberFault(server, "SELECT count(*) FROM customer_head WHERE stale", "people are stale");
}

QStringList foldsAgree(const Rows &rows, SimWorld &world, const QVector<CustomerId> &people)
{
    QStringList faults;
    for (const CustomerId customer : people) {
        const QVector<Event> counting = countingAbout(rows, customer);
        const CustomerState state = fold(counting);
        if (const QString what = differing(truthIn(state), truthOf(counting)); !what.isEmpty())
            faults << QStringLiteral("the fold says %1").arg(what);
        for (const auto &desk : world.desks())
            if (desk->isThere())
                if (const auto there = desk->own().customer(customer); there && !(*there == state))
                    faults << QStringLiteral("%1 says something else about somebody").arg(desk->name);
    }
    return faults;
}

QStringList carriedWhole(const Rows &rows, SimWorld &world, const QVector<CustomerId> &people)
{
    QStringList faults;
    for (const auto &desk : world.desks()) {
        for (const CustomerId customer : people) {
            const auto events = desk->isThere() ? rawOf(*desk, customer) : Result<QVector<Event>>(QVector<Event>());
            if (!events)
                faults << events.error().message + events.error().detail;
            if (!events || events->isEmpty())
                continue;
            QSet<EventId> has, counts;
            for (const Event &event : *events)
                has.insert(event.id);
            for (const Event &event : countingAbout(rows, customer))
                counts.insert(event.id);
            if (const auto lacks = counts - has; !lacks.isEmpty())
                faults << QStringLiteral("%1 lacks %2 entries about somebody it carries").arg(desk->name).arg(lacks.size());
            if (const auto more = has - counts; !more.isEmpty())
                faults << QStringLiteral("%1 counts %2 entries about somebody that count nowhere else").arg(desk->name).arg(more.size());
        }
    }
    return faults;
}

QStringList outboxesEmpty(SimWorld &world)
{
    QStringList faults;
    for (const auto &desk : world.desks()) {
        if (!desk->isThere())
            continue;
        const auto waiting = own_store::waiting(desk->own().db());
        if (!waiting || waiting->events > 0)
            faults << QStringLiteral("%1 still has %2 entries to send").arg(desk->name).arg(waiting ? waiting->events : -1);
    }
    return faults;
}

} // namespace beback::exchange_sim
