#include "core/exchange/desks.h"

#include <QCoreApplication>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

constexpr int LeastOfId = 4; // letters of it, to be taken for its beginning

Error noSuchDesk(const QVector<DeskOfSite> &desks, const QString &station)
{
    QStringList names;
    for (const DeskOfSite &desk : desks)
        if (!desk.isTakenOut)
            names << desk.station;
    names.removeDuplicates();
    return {Code::NotFound,
            names.isEmpty() ? tr("There is no computer \"%1\" here, and no other.").arg(station)
                            : tr("There is no computer \"%1\" here. There are: %2.").arg(station, names.join(QStringLiteral(", "))),
            {}};
}

// As the database is to be told: what was typed, or the whole of the id it is the beginning of.
Result<QString> namedAs(const QVector<DeskOfSite> &desks, const QString &typed)
{
    if (typed.size() < LeastOfId)
        return typed;
    QStringList begun;
    for (const DeskOfSite &desk : desks) {
        if (desk.station.compare(typed, Qt::CaseInsensitive) == 0)
            return typed;
        if (desk.origin.toString().startsWith(typed, Qt::CaseInsensitive))
            begun << desk.origin.toString();
    }
    if (begun.size() > 1)
        return Error{Code::Invalid, tr("%1 desks have an id that begins with \"%2\". Type more of it.").arg(begun.size()).arg(typed), {}};
    return begun.isEmpty() ? typed : begun.first();
}

} // namespace

Result<QVector<DeskOfSite>> readDesks(Connection &shared, RooftopId rooftop)
{
    BEBACK_TRY(call, shared.statement("exchange/desks"));
    BEBACK_CHECK(call.bind(":rooftop_id", rooftop).exec());
    QVector<DeskOfSite> found;
    while (call.next()) {
        Columns c = call.columns();
        DeskOfSite desk;
        desk.origin = c.id<OriginId>();
        desk.login = c.text();
        desk.name = c.text();
        desk.station = c.text();
        desk.events = c.int64();
        desk.seenAt = c.instant();
        desk.isTakenOut = c.boolean();
        desk.takenOutAt = c.instant();
        desk.takenOutBy = c.text();
        desk.why = c.text();
        desk.held = c.int64();
        found << std::move(desk);
    }
    BEBACK_CHECK(call.finished());
    return found;
}

Result<QVector<TakenFrom>> takeOutDesk(Connection &shared, RooftopId rooftop, const QString &station, const QString &reason)
{
    const QString why = reason.trimmed();
    if (why.isEmpty() || why.size() > 500)
        return Error{Code::Invalid, tr("Why is it taken out? Give a reason, of at most 500 characters; whoever worked there reads it."), {}};
    BEBACK_TRY(desks, readDesks(shared, rooftop));
    BEBACK_TRY(named, namedAs(desks, station.trimmed()));
    QVector<TakenFrom> people;
    {
        BEBACK_TRY(call, shared.statement("exchange/revoke_desk"));
        BEBACK_CHECK(call.bind(":rooftop_id", rooftop).bind(":station", named).bind(":why", why).exec());
        while (call.next()) {
            Columns c = call.columns();
            TakenFrom one;
            one.login = c.text();
            one.name = c.text();
            one.desks = c.integer();
            one.leases = c.integer();
            people << std::move(one);
        }
        BEBACK_CHECK(call.finished());
    }
    return people.isEmpty() ? Result<QVector<TakenFrom>>(noSuchDesk(desks, station)) : people;
}

} // namespace beback
