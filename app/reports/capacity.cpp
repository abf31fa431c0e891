#include "core/report/capacity_report.h"
#include "core/report/measures.h"

#include "app/reports/written_report.h"

#include <cmath>
#include <numeric>

namespace beback::app {

namespace {

const QString Name = QStringLiteral("capacity");

QString basisName(Capacity::Basis basis)
{
    switch (basis) {
    case Capacity::Basis::Unknown: return QStringLiteral("unknown");
    case Capacity::Basis::OwnWeekday: return QStringLiteral("own_weekday");
    case Capacity::Basis::Own: return QStringLiteral("own");
    case Capacity::Basis::RooftopWeekday: return QStringLiteral("rooftop_weekday");
    case Capacity::Basis::Rooftop: return QStringLiteral("rooftop");
    case Capacity::Basis::DayOff: return QStringLiteral("day_off");
    }
    return {};
}

QString counted()
{
    return countedBy({Measure::FitsADay, Measure::DueToday});
}

double rounded(double value)
{
    return std::round(value * 10) / 10;
}

QJsonObject toJson(const CapacityReport::Person &person, QDate today)
{
    QJsonObject media;
    for (const Medium medium : AllMedia)
        media.insert(toText(medium), person.capacity.byMedium[size_t(medium)]);
    const bool known = person.capacity.isKnown();
    return {{QStringLiteral("login"), person.who.login},
            {QStringLiteral("name"), person.who.name},
            {QStringLiteral("done"), person.done},
            {QStringLiteral("capacity"), known ? QJsonValue(person.capacity.left) : QJsonValue()},
            {QStringLiteral("by_medium"), known ? QJsonValue(media) : QJsonValue()},
            {QStringLiteral("per_hour"), known ? QJsonValue(rounded(person.capacity.perHour)) : QJsonValue()},
            {QStringLiteral("basis"), basisName(person.capacity.basis)},
            {QStringLiteral("days"), person.capacity.days},
            {QStringLiteral("measured"), basisText(person.capacity, today, person.who.name)},
            {QStringLiteral("due"), person.due},
            {QStringLiteral("overload"), person.over},
            {QStringLiteral("room"), person.room},
            {QStringLiteral("hours_more"), person.hoursMore},
            {QStringLiteral("would_help"), whatWouldHelp(person)}};
}

QJsonObject toJson(const CapacityReport &report, Instant now, QDate today)
{
    QJsonArray people;
    for (const CapacityReport::Person &person : report.people)
        people << toJson(person, today);
    return {{QStringLiteral("report"), Name},
            {QStringLiteral("now"), now.toIso()},
            {QStringLiteral("people"), people},
            {QStringLiteral("anybody"), QJsonObject{{QStringLiteral("due"), report.anybodyDue},
                                                    {QStringLiteral("overload"), report.anybodyOver},
                                                    {QStringLiteral("hours_more"), report.anybodyHours},
                                                    {QStringLiteral("would_help"), whatWouldHelp(report)}}},
            {QStringLiteral("overload"), report.isKnown ? QJsonValue(report.over()) : QJsonValue()},
            {QStringLiteral("counted"), counted()}};
}

Table toTable(const CapacityReport &report)
{
    Table table;
    table.name = Cli::tr("Capacity");
    table.columns = columnsOf(QStringLiteral("login,name,done,capacity,per_hour,basis,days,due,overload,room,hours_more").split(QLatin1Char(',')));
    for (const CapacityReport::Person &person : report.people) {
        const bool known = person.capacity.isKnown();
        table.rows << QVector<TableCell>{person.who.login, person.who.name, double(person.done), known ? TableCell(double(person.capacity.left)) : TableCell(),
                                         known ? TableCell(rounded(person.capacity.perHour)) : TableCell(), basisName(person.capacity.basis),
                                         double(person.capacity.days), double(person.due), double(person.over), double(person.room),
                                         rounded(person.hoursMore)};
    }
    table.rows << QVector<TableCell>{QString(), QStringLiteral("anybody's"), {}, {}, {}, {}, {}, double(report.anybodyDue), double(report.anybodyOver), {},
                                     rounded(report.anybodyHours)};
    return table;
}

// Of whom nobody can say what fits.
int dueOfUnknown(const CapacityReport &report)
{
    return std::accumulate(report.people.cbegin(), report.people.cend(), 0,
                           [](int sum, const CapacityReport::Person &person) { return person.capacity.isKnown() ? sum : sum + person.due; });
}

QString footOf(const CapacityReport &report)
{
    if (!report.isKnown)
        return Cli::tr("Nobody here has worked long enough to say what fits into a day.\n");
    if (!report.isAnybodyExpected())
        return Cli::tr("Nobody is expected today. Due all the same: %1.\n").arg(report.over());
    const int over = report.over(), unknown = dueOfUnknown(report);
    if (over == 0 && unknown > 0)
        return unknown == 1 ? Cli::tr("Everything that is due today fits, but for 1 lead of somebody of whom that is not known.\n")
                            : Cli::tr("Everything that is due today fits, but for %1 leads of people of whom that is not known.\n").arg(unknown);
    return over == 0 ? Cli::tr("Everything that is due today fits.\n")
           : over == 1 ? Cli::tr("1 lead does not fit into this day.\n")
                       : Cli::tr("%1 leads do not fit into this day.\n").arg(over);
}

// As people read it: a row a person, and one for what is anybody's.
Table forPeople(const CapacityReport &report)
{
    Table table;
    table.name = Cli::tr("Capacity");
    for (const auto &[key, head] : {std::pair("who", Cli::tr("Who")), std::pair("done", Cli::tr("Done")), std::pair("left", Cli::tr("Will still do")),
                                    std::pair("due", Cli::tr("Due")), std::pair("over", Cli::tr("Too many")), std::pair("help", Cli::tr("What would help"))})
        table.columns << TableColumn{QLatin1String(key), head, false, false};
    for (const CapacityReport::Person &person : report.people)
        table.rows << QVector<TableCell>{person.who.name, double(person.done),
                                         person.capacity.isKnown() ? TableCell(double(person.capacity.left)) : TableCell(Cli::tr("not known")),
                                         double(person.due), double(person.over), whatWouldHelp(person)};
    table.rows << QVector<TableCell>{Cli::tr("Anybody's"), {}, {}, double(report.anybodyDue), double(report.anybodyOver), whatWouldHelp(report)};
    return table;
}

QString toText(const CapacityReport &report, const Table &table, QDate today)
{
    QVector<QStringList> rows{{}};
    for (const TableColumn &column : table.columns)
        rows.first() << column.head;
    for (const QVector<TableCell> &cells : table.rows) {
        QStringList row;
        for (const TableCell &cell : cells)
            row << beback::toText(cell);
        rows << row;
    }
    QStringList measured;
    for (const CapacityReport::Person &person : report.people)
        measured << QStringLiteral("  %1: %2").arg(person.who.name, basisText(person.capacity, today, person.who.name));
    QString text = aligned(rows) + footOf(report);
    if (!measured.isEmpty())
        text += QLatin1Char('\n') + measured.join(QLatin1Char('\n')) + QLatin1Char('\n');
    return text + QLatin1Char('\n') + counted() + QLatin1Char('\n');
}

Result<WrittenReport> write(Session &session, const QString &)
{
    const Instant now = session.now();
    BEBACK_TRY(report, readCapacityReport(session.lists(), session.place().rooftopId(), session.place().plans().rules(), session.zone(), now));
    const QDate today = zones::local(now, session.zone()).date;
    const Table people = forPeople(report);
    WrittenReport written{toJson(report, now, today), toTable(report), toText(report, people, today)};
    written.title = footOf(report).trimmed().chopped(1);
    written.paper = people;
    written.counted = counted();
    return written;
}

} // namespace

ReportKind capacityReport()
{
    return {Name, Cli::tr("what is due today against what each person will really do"), &write};
}

} // namespace beback::app
