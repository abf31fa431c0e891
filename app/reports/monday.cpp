#include "core/report/monday.h"

#include "app/reports/written_report.h"

#include <algorithm>

namespace beback::app {

namespace {

const QString Name = QStringLiteral("monday");

QJsonObject toJson(const MondayWeek &week)
{
    return {{QStringLiteral("from"), week.from.toString(Qt::ISODate)}, {QStringLiteral("last"), week.last.toString(Qt::ISODate)}};
}

QJsonObject toJson(const MondayPerson &person)
{
    return {{QStringLiteral("login"), person.login},
            {QStringLiteral("name"), person.name},
            {QStringLiteral("touches"), person.touches},
            {QStringLiteral("touches_before"), person.touchesBefore},
            {QStringLiteral("holds"), person.holds},
            {QStringLiteral("under_minimum"), person.under},
            {QStringLiteral("neglected"), person.neglected},
            {QStringLiteral("never_touched"), person.never}};
}

QJsonObject toJson(const DutyCount &one)
{
    return {{QStringLiteral("login"), one.login.isEmpty() ? QJsonValue() : QJsonValue(one.login)},
            {QStringLiteral("name"), one.name},
            {QStringLiteral("in_time"), one.inTime},
            {QStringLiteral("late"), one.late},
            {QStringLiteral("left_out"), one.leftOut},
            {QStringLiteral("not_done"), one.notDone}};
}

QJsonObject toJson(const NeedsYou &need)
{
    return {{QStringLiteral("kind"), toText(need.kind)},
            {QStringLiteral("title"), need.title},
            {QStringLiteral("detail"), need.detail},
            {QStringLiteral("urgent"), need.urgent}};
}

QJsonObject toJson(const MondayPage &page)
{
    QJsonObject week = toJson(page.week), before = toJson(page.before);
    for (const MondayNumber &number : numbersOf(page)) {
        week.insert(number.key, number.week);
        before.insert(number.key, number.before);
    }
    QJsonArray people, needs, duties;
    for (const MondayPerson &person : page.people)
        people << toJson(person);
    for (const NeedsYou &need : page.needs)
        needs << toJson(need);
    for (const DutyCount &one : page.duties)
        duties << toJson(one);
    return {{QStringLiteral("report"), Name},
            {QStringLiteral("at"), page.at.toIso()},
            {QStringLiteral("week"), week},
            {QStringLiteral("week_before"), before},
            {QStringLiteral("left_unsold"), page.leftUnsold},
            {QStringLiteral("attempts"), page.attempts.says},
            {QStringLiteral("people"), people},
            {QStringLiteral("duties"), duties},
            {QStringLiteral("needs"), needs},
            {QStringLiteral("to_do"), QJsonArray::fromStringList(page.toDo)},
            {QStringLiteral("counted"), page.counted}};
}

QString weeksText(const MondayPage &page)
{
    QVector<QStringList> rows{{Cli::tr("Last week, %1").arg(weekText(page.week)), {}, {}}};
    for (const MondayNumber &number : numbersOf(page))
        rows << QStringList{number.name, QString::number(number.week), changeText(number)};
    return aligned(rows);
}

QString peopleText(const MondayPage &page)
{
    if (page.people.isEmpty())
        return {};
    QVector<QStringList> rows{{Cli::tr("Who"), Cli::tr("Touches"), Cli::tr("Week before"), Cli::tr("Open leads"), Cli::tr("Under the minimum"),
                               Cli::tr("Neglected"), Cli::tr("Never touched")}};
    for (const MondayPerson &person : page.people)
        rows << QStringList{person.name, QString::number(person.touches), QString::number(person.touchesBefore), QString::number(person.holds),
                            QString::number(person.under), QString::number(person.neglected), QString::number(person.never)};
    return QLatin1Char('\n') + page.attempts.says + QStringLiteral("\n") + aligned(rows);
}

QString dutiesText(const MondayPage &page)
{
    if (page.duties.isEmpty())
        return {};
    QVector<QStringList> rows{{Cli::tr("Duties of managers"), Cli::tr("In time"), Cli::tr("Late"), Cli::tr("Left out"), Cli::tr("Not done")}};
    for (const DutyCount &one : page.duties)
        rows << QStringList{one.name, QString::number(one.inTime), QString::number(one.late), QString::number(one.leftOut), QString::number(one.notDone)};
    return QLatin1Char('\n') + aligned(rows);
}

QString needsText(const MondayPage &page)
{
    if (page.needs.isEmpty())
        return Cli::tr("\nNothing needs you now.\n");
    QString text = Cli::tr("\nNeeds you now\n");
    for (const NeedsYou &need : page.needs)
        text += (need.urgent ? QStringLiteral("! ") : QStringLiteral("  ")) + need.title + QStringLiteral("\n    ") + need.detail + QLatin1Char('\n');
    return text;
}

QString toText(const MondayPage &page)
{
    QString text = Cli::tr("This week\n");
    for (qsizetype i = 0; i < page.toDo.size(); ++i)
        text += QStringLiteral("%1. %2\n").arg(QString::number(i + 1), page.toDo[i]);
    return text + QLatin1Char('\n') + weeksText(page) + peopleText(page) + dutiesText(page) + needsText(page) + QLatin1Char('\n') + page.counted + QLatin1Char('\n');
}

// A scheduler names nobody: then it is the page of the house, without what is one manager's own to do.
Result<MondayPage> readOfTheHouse(Session &session)
{
    BEBACK_TRY(people, session.place().users());
    const auto manager = std::find_if(people.cbegin(), people.cend(), [](const Agent &agent) { return agent.role == QLatin1String("manager"); });
    if (manager == people.cend())
        return Error{Code::Invalid, Cli::tr("Nobody here is a manager. Make somebody one: beback user add LOGIN --name NAME --role manager"), {}};
    BEBACK_TRY(page, session.place().mondayPage(manager->login));
    page.needs.removeIf([](const NeedsYou &need) { return need.kind == NeedsYou::Kind::OwnStep; });
    return page;
}

Result<MondayPage> read(Session &session, const QString &login)
{
    if (!session.desk() && login.isEmpty())
        return readOfTheHouse(session);
    BEBACK_TRY(who, whoAsks(session, Name, login));
    if (session.desk() && session.desk()->isOnline())
        return session.desk()->mondayPage();
    return session.place().mondayPage(who);
}

Result<WrittenReport> write(Session &session, const QString &login)
{
    BEBACK_TRY(page, read(session, login));
    WrittenReport report{toJson(page), flatTable(page), toText(page)};
    report.monday = page;
    return report;
}

} // namespace

ReportKind mondayReport()
{
    return {Name, Cli::tr("the page for the manager's hour on Monday: last week against the week before, and what to do in this one"), &write, true};
}

} // namespace beback::app
