// The Monday page in words and tables.
#include "core/report/monday.h"

#include "core/time/wording.h"

#include <QCoreApplication>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

TableColumn column(const char *key, const QString &head)
{
    return {QLatin1String(key), head, false, false};
}

// A number of a person, as every file names it.
struct PersonNumber {
    const char *key, *name;
    int MondayPerson::*value;
};
constexpr PersonNumber PersonNumbers[] = {
    {"touches", QT_TRANSLATE_NOOP("beback", "Touches last week"), &MondayPerson::touches},
    {"touches_before", QT_TRANSLATE_NOOP("beback", "The week before"), &MondayPerson::touchesBefore},
    {"holds", QT_TRANSLATE_NOOP("beback", "Open leads"), &MondayPerson::holds},
    {"under_minimum", QT_TRANSLATE_NOOP("beback", "Under the minimum"), &MondayPerson::under},
    {"neglected", QT_TRANSLATE_NOOP("beback", "Neglected"), &MondayPerson::neglected},
    {"never_touched", QT_TRANSLATE_NOOP("beback", "Never touched"), &MondayPerson::never},
};

// What became of a manager's duties, likewise.
struct DutyNumber {
    const char *key, *name;
    int DutyCount::*value;
};
constexpr DutyNumber DutyNumbers[] = {
    {"duties_in_time", QT_TRANSLATE_NOOP("beback", "Duties done in time"), &DutyCount::inTime},
    {"duties_late", QT_TRANSLATE_NOOP("beback", "Done late"), &DutyCount::late},
    {"duties_left_out", QT_TRANSLATE_NOOP("beback", "Left out, with a reason"), &DutyCount::leftOut},
    {"duties_not_done", QT_TRANSLATE_NOOP("beback", "Not done"), &DutyCount::notDone},
};

Table weeksTable(const MondayPage &page)
{
    Table table;
    table.name = tr("Weeks");
    table.columns = {column("key", tr("Key")), column("name", tr("What")), column("last_week", tr("Last week, %1").arg(weekText(page.week))),
                     column("week_before", tr("The week before, %1").arg(weekText(page.before))), column("change", tr("Change"))};
    for (const MondayNumber &number : numbersOf(page))
        table.rows << QVector<TableCell>{number.key, number.name, double(number.week), double(number.before), double(number.change())};
    return table;
}

Table peopleTable(const MondayPage &page)
{
    Table table;
    table.name = tr("By person");
    table.columns = {column("login", tr("Login")), column("name", tr("Who"))};
    for (const PersonNumber &number : PersonNumbers)
        table.columns << column(number.key, tr(number.name));
    for (const MondayPerson &person : page.people) {
        QVector<TableCell> row{person.login, person.name};
        for (const PersonNumber &number : PersonNumbers)
            row << double(person.*number.value);
        table.rows << row;
    }
    return table;
}

Table dutiesTable(const MondayPage &page)
{
    Table table;
    table.name = tr("Managers' duties");
    table.columns = {column("login", tr("Login")), column("name", tr("Who"))};
    for (const DutyNumber &number : DutyNumbers)
        table.columns << column(number.key, tr(number.name));
    for (const DutyCount &one : page.duties) {
        QVector<TableCell> row{one.login, one.name};
        for (const DutyNumber &number : DutyNumbers)
            row << double(one.*number.value);
        table.rows << row;
    }
    return table;
}

Table needsTable(const MondayPage &page)
{
    Table table;
    table.name = tr("Needs a manager");
    table.columns = {column("kind", tr("Kind")), column("title", tr("What")), column("detail", tr("Detail")), column("urgent", tr("Urgent")),
                     column("person", tr("Login"))};
    for (const NeedsYou &need : page.needs)
        table.rows << QVector<TableCell>{toText(need.kind), need.title, need.detail, need.urgent, need.person};
    return table;
}

Table toDoTable(const MondayPage &page)
{
    Table table;
    table.name = tr("This week");
    table.columns = {column("number", tr("Number")), column("to_do", tr("What to do"))};
    for (qsizetype i = 0; i < page.toDo.size(); ++i)
        table.rows << QVector<TableCell>{double(i + 1), page.toDo[i]};
    return table;
}

} // namespace

QVector<MondayNumber> numbersOf(const MondayPage &page)
{
    const auto number = [&page](const char *key, const QString &name, int MondayWeek::*of) {
        return MondayNumber{QLatin1String(key), name, page.week.*of, page.before.*of};
    };
    return {number("touches", tr("Touches"), &MondayWeek::touches),       number("reached", tr("People reached"), &MondayWeek::reached),
            number("visits_set", tr("Visits set"), &MondayWeek::visitsSet), number("shown", tr("Came in"), &MondayWeek::shown),
            number("sold", tr("Sold"), &MondayWeek::sold),                number("be_backs", tr("Be-backs"), &MondayWeek::beBacks)};
}

QString weekText(const MondayWeek &week)
{
    return tr("%1 to %2").arg(wording::date(week.from, week.last), wording::date(week.last, week.last));
}

QString changeText(const MondayNumber &number)
{
    const int change = number.change();
    if (change == 0)
        return tr("as many as before");
    return change > 0 ? tr("%1 more than %2").arg(QString::number(change), QString::number(number.before))
                      : tr("%1 fewer than %2").arg(QString::number(-change), QString::number(number.before));
}

QVector<Table> tablesOf(const MondayPage &page)
{
    Table attempts = tableOf(page.attempts);
    attempts.name = tr("Attempts per lead");
    return {toDoTable(page), weeksTable(page), peopleTable(page), dutiesTable(page), needsTable(page), attempts};
}

Workbook workbookOf(const MondayPage &page, const ReportHead &head)
{
    return workbookOf(tablesOf(page), page.toDo.first(), page.counted, head);
}

Table flatTable(const MondayPage &page)
{
    Table table;
    table.name = tr("Monday page");
    table.columns = {column("part", tr("Part")), column("who", tr("Login")), column("key", tr("Key")), column("name", tr("What")),
                     column("value", tr("Value")), column("before", tr("The week before"))};
    const auto add = [&table](const char *part, const QString &who, const QString &key, const QString &name, const TableCell &value, const TableCell &before) {
        table.rows << QVector<TableCell>{QString::fromLatin1(part), who, key, name, value, before};
    };
    for (const MondayNumber &number : numbersOf(page))
        add("week", {}, number.key, number.name, double(number.week), double(number.before));
    for (const MondayPerson &person : page.people)
        for (const PersonNumber &number : PersonNumbers)
            add("person", person.login, QLatin1String(number.key), person.name, double(person.*number.value), {});
    for (const DutyCount &one : page.duties)
        for (const DutyNumber &number : DutyNumbers)
            add("duties", one.login.isEmpty() ? QStringLiteral("anybody") : one.login, QLatin1String(number.key), one.name, double(one.*number.value), {});
    for (const NeedsYou &need : page.needs)
        add("need", need.person, toText(need.kind), need.title, double(need.leads.size() + !need.lead.isNull()), {});
    for (qsizetype i = 0; i < page.toDo.size(); ++i)
        add("to_do", {}, QString::number(i + 1), page.toDo[i], {}, {});
    return table;
}

} // namespace beback
