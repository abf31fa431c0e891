#include "core/exchange/looks.h"

#include "core/exchange/look_words.h"
#include "core/history/event_store.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>
#include <tuple>

namespace beback {

namespace {

using What = Look::What;

struct WhatName {
    What what;
    const char *name;
};
constexpr std::array Names = {WhatName{What::Late, "late"},
                              WhatName{What::NotYours, "not_yours"},
                              WhatName{What::ManagersOnly, "managers_only"},
                              WhatName{What::Unreadable, "unreadable"},
                              WhatName{What::Revoked, "revoked"},
                              WhatName{What::AfterOptOut, "after_opt_out"},
                              WhatName{What::SameDay, "same_day"},
                              WhatName{What::PointMet, "point_met"},
                              WhatName{What::PlanMet, "plan_met"}};

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

What whatOf(Meeting::Kind kind)
{
    switch (kind) {
    case Meeting::Kind::AfterOptOut: return What::AfterOptOut;
    case Meeting::Kind::SameDay: return What::SameDay;
    case Meeting::Kind::PointMet: return What::PointMet;
    case Meeting::Kind::PlanMet: return What::PlanMet;
    }
    return What::SameDay;
}

Look lookAt(What what, const Event &event, const QString &customer)
{
    Look look;
    look.what = what;
    look.event = event.id;
    look.customer = event.customer;
    look.lead = event.lead;
    look.name = customer;
    look.actor = event.actor;
    look.at = event.occurredAt;
    look.isOptOut = event.kind == EventKind::DoNotContactSet || event.outcome == Outcome::AskedToStop;
    return look;
}

Result<QHash<QString, QString>> namesOf(Connection &shared, RooftopId rooftop)
{
    BEBACK_TRY(select, shared.statement("people/users"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    QHash<QString, QString> names;
    while (select.next()) {
        Columns c = select.columns();
        const QString login = c.text();
        names.insert(login, c.text());
    }
    BEBACK_CHECK(select.finished());
    return names;
}

Result<QVector<Look>> flagged(Connection &shared, RooftopId rooftop, const LookWords &words, Instant since, const TripScope &trip)
{
    BEBACK_TRY(select, shared.statement("exchange/looks_flagged"));
    select.bind(":rooftop_id", rooftop).bind(":since", since).bind(":login", trip.login);
    BEBACK_CHECK(select.bind(":customers", trip.customers.join(QLatin1Char(','))).bind(":limit", MostLooks).exec());
    QVector<Look> found;
    while (select.next()) {
        Columns c = select.columns();
        const auto what = lookFromText(c.text());
        const bool held = c.boolean();
        const QString holder = c.text();
        const Instant heldSince = c.instant();
        const QString customer = c.text();
        const Event event = event_store::wholeFrom(c);
        if (!what)
            continue; // a newer version's remark
        Look look = lookAt(*what, event, customer);
        look.isHeld = held;
        look.sentence = words.remarked(*what, event, customer, holder, heldSince);
        found << std::move(look);
    }
    BEBACK_CHECK(select.finished());
    return found;
}

// What may have met, by customer, with their names.
struct Histories {
    QVector<QVector<Arrived>> people;
    QStringList names; // in their order
};

Result<Histories> readHistories(Connection &shared, RooftopId rooftop, Instant since, const TripScope &trip)
{
    BEBACK_TRY(select, shared.statement("exchange/looks_met"));
    select.bind(":rooftop_id", rooftop).bind(":since", since).bind(":customers", trip.customers.join(QLatin1Char(',')));
    BEBACK_CHECK(select.bind(":origin", trip.origin).bind(":begun", trip.since).exec());
    Histories found;
    while (select.next()) {
        Columns c = select.columns();
        Arrived one;
        one.receivedAt = c.instant();
        one.reachedAt = c.instant();
        const QString name = c.text();
        one.event = event_store::wholeFrom(c);
        if (found.people.isEmpty() || found.people.last().first().event.customer != one.event.customer) {
            found.people << QVector<Arrived>();
            found.names << name;
        }
        found.people.last() << std::move(one);
    }
    BEBACK_CHECK(select.finished());
    return found;
}

// "event what" of what somebody looked at.
Result<QSet<QString>> lookedAt(Connection &shared, RooftopId rooftop, const QVector<Look> &looks)
{
    QStringList ids;
    for (const Look &look : looks)
        ids << look.event.toString();
    BEBACK_TRY(select, shared.statement("exchange/looked_at"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).bind(":ids", ids.join(QLatin1Char(','))).exec());
    QSet<QString> found;
    while (select.next()) {
        Columns c = select.columns();
        const QString event = c.text();
        found.insert(event + QLatin1Char(' ') + c.text());
    }
    BEBACK_CHECK(select.finished());
    return found;
}

Result<QVector<Look>> met(Connection &shared, RooftopId rooftop, const LookWords &words, const QString &zone, Instant since, const TripScope &trip)
{
    BEBACK_TRY(histories, readHistories(shared, rooftop, since, trip));
    QVector<Look> found;
    for (qsizetype i = 0; i < histories.people.size(); ++i)
        for (const Meeting &meeting : meetingsOf(histories.people[i], zone)) {
            if (std::max(meeting.event.recordedAt, meeting.other.recordedAt) < since)
                continue;
            Look look = lookAt(whatOf(meeting.kind), meeting.event, histories.names[i]);
            look.sentence = words.met(meeting, histories.names[i]);
            found << std::move(look);
        }
    if (found.isEmpty())
        return found;
    BEBACK_TRY(done, lookedAt(shared, rooftop, found));
    found.removeIf([&done](const Look &look) { return done.contains(look.event.toString() + QLatin1Char(' ') + toText(look.what)); });
    return found;
}

} // namespace

QString toText(Look::What what)
{
    const auto found = std::find_if(Names.begin(), Names.end(), [what](const WhatName &name) { return name.what == what; });
    return QLatin1String(found->name);
}

std::optional<Look::What> lookFromText(const QString &text)
{
    const auto found = std::find_if(Names.begin(), Names.end(), [&text](const WhatName &name) { return text == QLatin1String(name.name); });
    return found == Names.end() ? std::nullopt : std::optional(found->what);
}

Result<QVector<Look>> readLooks(Connection &shared, RooftopId rooftop, const QString &zone, Instant now)
{
    return readTripLooks(shared, rooftop, zone, now, {});
}

Result<QVector<Look>> readTripLooks(Connection &shared, RooftopId rooftop, const QString &zone, Instant now, const TripScope &trip)
{
    QHash<QString, QString> names = trip.names;
    if (names.isEmpty()) {
        BEBACK_TRY(read, namesOf(shared, rooftop));
        names = std::move(read);
    }
    const LookWords words(names, zone, now);
    BEBACK_TRY(looks, flagged(shared, rooftop, words, now - LooksBack, trip));
    QSet<EventId> remarked;
    for (const Look &look : std::as_const(looks))
        remarked.insert(look.event);
    BEBACK_TRY(meetings, met(shared, rooftop, words, zone, now - LooksBack, trip));
    for (const Look &look : std::as_const(meetings))
        if ((!remarked.contains(look.event) || look.what == What::AfterOptOut) && (trip.login.isEmpty() || look.actor == trip.login))
            looks << look;
    std::stable_sort(looks.begin(), looks.end(), [](const Look &a, const Look &b) {
        return std::tuple(!(a.isHeld && a.isOptOut), !a.isHeld, a.at) < std::tuple(!(b.isHeld && b.isOptOut), !b.isHeld, b.at);
    });
    return looks.mid(0, MostLooks);
}

Result<void> lookDone(Connection &shared, const Look &look, const QString &reason)
{
    const QString why = reason.trimmed();
    if (look.isHeld && why.isEmpty())
        return Error{Code::Invalid, tr("Why is it left out? Give a reason; it stands for good."), {}};
    if (why.size() > 500)
        return Error{Code::Invalid, tr("The reason is too long. Say it in at most 500 characters."), {}};
    BEBACK_TRY(call, shared.statement("exchange/look_done"));
    call.bind(":event_id", look.event).bind(":what", toText(look.what));
    call.bind(":verdict", look.isHeld ? QStringLiteral("left_out") : QStringLiteral("seen"));
    if (const auto done = call.bind(":reason", why).exec(); !done)
        return done.error().code == Code::Denied
                   ? Error{Code::Denied, tr("Only a manager looks at this: it was written by somebody else, or it is held."), done.error().detail}
                   : done.error();
    if (!call.next() || !call.columns().boolean())
        return Error{Code::Conflict, tr("Somebody looked at this just before you."), {}};
    return call.finished();
}

} // namespace beback
