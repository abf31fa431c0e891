#include "core/report/hour_report.h"

#include "app/reports/written_report.h"
#include "core/time/wording.h"

#include <QLocale>

namespace beback::app {

namespace {

const QString Name = QStringLiteral("hour-of-power");

QJsonObject toJson(const HourReport &report)
{
    QJsonArray people;
    for (const HourReport::Person &person : report.people)
        people << QJsonObject{{QStringLiteral("login"), person.who.login},
                              {QStringLiteral("name"), person.who.name},
                              {QStringLiteral("at"), person.at ? QJsonValue(person.at->toString(QStringLiteral("HH:mm"))) : QJsonValue()},
                              {QStringLiteral("kept"), person.kept},
                              {QStringLiteral("expected"), person.expected},
                              {QStringLiteral("streak"), person.streak},
                              {QStringLiteral("touches"), person.score.touches},
                              {QStringLiteral("reached"), person.score.reached},
                              {QStringLiteral("appointments"), person.score.appointments}};
    return {{QStringLiteral("report"), Name},
            {QStringLiteral("from"), report.from.toString(Qt::ISODate)},
            {QStringLiteral("until"), report.until.toString(Qt::ISODate)},
            {QStringLiteral("people"), people}};
}

QVector<int> numbersOf(const HourReport::Person &person)
{
    return {person.kept, person.expected, person.streak, person.score.touches, person.score.reached, person.score.appointments};
}

Table toTable(const HourReport &report)
{
    Table table;
    table.name = Cli::tr("Hour of Power");
    table.columns = columnsOf(QStringLiteral("login,name,at,kept,expected,streak,touches,reached,appointments").split(QLatin1Char(',')));
    for (const HourReport::Person &person : report.people) {
        QVector<TableCell> row{person.who.login, person.who.name, person.at ? TableCell(person.at->toString(QStringLiteral("HH:mm"))) : TableCell()};
        for (const int number : numbersOf(person))
            row << double(number);
        table.rows << row;
    }
    return table;
}

QString toText(const HourReport &report)
{
    if (report.people.isEmpty())
        return Cli::tr("No Hour of Power is set, and nobody began one this month. Set one with: beback hour set 9:30 --everybody --as LOGIN\n");
    QVector<QStringList> rows{{Cli::tr("Who"), Cli::tr("At"), Cli::tr("Days kept"), Cli::tr("Of"), Cli::tr("In a row"), Cli::tr("Touches"),
                               Cli::tr("Reached"), Cli::tr("Visits set")}};
    for (const HourReport::Person &person : report.people) {
        QStringList row{person.who.name, person.at ? wording::timeOfDay(*person.at) : Cli::tr("by hand")};
        for (const int number : numbersOf(person))
            row << QString::number(number);
        rows << row;
    }
    return aligned(rows)
           + Cli::tr("From %1 to today. A day is kept with %2 touches inside the hour.\n")
                 .arg(QLocale().toString(report.from, QStringLiteral("MMM d")))
                 .arg(KeptTouches);
}

Result<WrittenReport> write(Session &session, const QString &)
{
    BEBACK_TRY(report, readHourReport(session.lists(), session.place().rooftopId(), session.zone(), session.now()));
    return WrittenReport{toJson(report), toTable(report), toText(report)};
}

} // namespace

ReportKind hourOfPowerReport()
{
    return {Name, Cli::tr("who kept the Hour of Power this month"), &write, false, &writeChart};
}

} // namespace beback::app
