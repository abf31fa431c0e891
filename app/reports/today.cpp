#include "core/report/today.h"

#include "app/present.h"
#include "app/reports/written_report.h"
#include "core/time/wording.h"

namespace beback::app {

namespace {

const QString Name = QStringLiteral("today");

QJsonValue orNull(const std::optional<Instant> &at)
{
    return at ? QJsonValue(at->toIso()) : QJsonValue();
}

QJsonValue orNull(const std::optional<int> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

template <class IdType> QJsonValue orNull(const IdType &id)
{
    return id.isNull() ? QJsonValue() : QJsonValue(id.toString());
}

QJsonObject toJson(const NeedsYou &need)
{
    QJsonArray leads;
    for (const LeadId lead : need.leads)
        leads << lead.toString();
    return {{QStringLiteral("kind"), toText(need.kind)},        {QStringLiteral("title"), need.title},
            {QStringLiteral("detail"), need.detail},            {QStringLiteral("urgent"), need.urgent},
            {QStringLiteral("until"), orNull(need.until)},      {QStringLiteral("customer"), orNull(need.customer)},
            {QStringLiteral("lead"), orNull(need.lead)},        {QStringLiteral("leads"), leads},
            {QStringLiteral("person"), need.person.isEmpty() ? QJsonValue() : QJsonValue(need.person)}};
}

QJsonObject toJson(const PersonToday &person)
{
    return {{QStringLiteral("login"), person.login},     {QStringLiteral("name"), person.name},
            {QStringLiteral("touches"), person.touches}, {QStringLiteral("finishes"), orNull(person.finishes)},
            {QStringLiteral("last"), orNull(person.last)}, {QStringLiteral("holds"), person.holds}};
}

// The tiles by their names, in the order they stand.
QVector<std::pair<QString, QJsonValue>> tilesOf(const TodayPage &page)
{
    return {{QStringLiteral("touches"), page.touches},
            {QStringLiteral("planned"), orNull(page.planned)},
            {QStringLiteral("new_waiting"), page.newWaiting},
            {QStringLiteral("longest"), orNull(page.longest)},
            {QStringLiteral("reached"), page.reached},
            {QStringLiteral("reached_by_call"), page.reachedByCall},
            {QStringLiteral("reached_week_ago"), page.reachedWeekAgo},
            {QStringLiteral("visits_set"), page.visitsSet},
            {QStringLiteral("visits_confirmed"), page.visitsConfirmed},
            {QStringLiteral("visits_week_ago"), page.visitsWeekAgo},
            {QStringLiteral("unsold_this_month"), page.unsoldThisMonth},
            {QStringLiteral("back_this_month"), page.backThisMonth}};
}

QJsonObject toJson(const TodayPage &page)
{
    QJsonArray needs, visits, people, duties, overdue;
    for (const NeedsYou &need : page.needs)
        needs << toJson(need);
    for (const VisitToday &visit : page.visits)
        visits << QJsonObject{{QStringLiteral("at"), visit.at.toIso()}, {QStringLiteral("name"), visit.name}, {QStringLiteral("confirmed"), visit.isConfirmed},
                              {QStringLiteral("customer"), orNull(visit.customer)}, {QStringLiteral("lead"), orNull(visit.lead)},
                              {QStringLiteral("person"), visit.owner.isEmpty() ? QJsonValue() : QJsonValue(visit.owner)}};
    for (const PersonToday &person : page.people)
        people << toJson(person);
    for (const Duty &duty : page.duties)
        duties << dutyJson(duty, page.at);
    for (const DutiesOverdue &one : page.overdue)
        overdue << QJsonObject{{QStringLiteral("login"), one.login.isEmpty() ? QJsonValue() : QJsonValue(one.login)}, {QStringLiteral("count"), one.count}};
    QJsonObject json{{QStringLiteral("report"), Name}, {QStringLiteral("at"), page.at.toIso()},
                     {QStringLiteral("needs"), needs}, {QStringLiteral("visits_today"), visits}, {QStringLiteral("people"), people},
                     {QStringLiteral("duties"), duties}, {QStringLiteral("duties_overdue"), overdue},
                     {QStringLiteral("counted"), todayCounted()}};
    for (const auto &[key, value] : tilesOf(page))
        json.insert(key, value);
    return json;
}

TableCell cellOf(const QJsonValue &value)
{
    return value.isDouble() ? TableCell(value.toDouble()) : value.isString() ? TableCell(value.toString()) : TableCell();
}

Table toTable(const TodayPage &page)
{
    Table table;
    table.name = Cli::tr("Today");
    table.columns = columnsOf(QStringLiteral("part,key,value,name,detail,finishes,last,holds,leads,due,overdue,who").split(QLatin1Char(',')));
    for (const auto &[key, value] : tilesOf(page))
        table.rows << QVector<TableCell>{QStringLiteral("tile"), key, cellOf(value), {}, {}, {}, {}, {}, {}, {}, {}, {}};
    for (const NeedsYou &need : page.needs)
        table.rows << QVector<TableCell>{QStringLiteral("need"), toText(need.kind), {}, need.title, need.detail, {}, {}, {},
                                         double(need.leads.size() + !need.lead.isNull()), {}, {}, {}};
    for (const VisitToday &visit : page.visits)
        table.rows << QVector<TableCell>{QStringLiteral("visit"), visit.lead.toString(), double(visit.isConfirmed), visit.name, {}, {}, {}, {}, {},
                                         visit.at.toIso(), {}, loginOrAnybody(visit.owner)};
    for (const Duty &duty : page.duties)
        table.rows << QVector<TableCell>{QStringLiteral("duty"), duty.id, {}, duty.text, duty.why, {}, {}, {},
                                         double(duty.leads.size() + !duty.lead.isNull()), duty.due.toIso(), double(duty.isOverdue(page.at)),
                                         loginOrAnybody(duty.who)};
    for (const DutiesOverdue &one : page.overdue)
        table.rows << QVector<TableCell>{QStringLiteral("duties_overdue"), loginOrAnybody(one.login), double(one.count), one.name, {}, {}, {}, {}, {},
                                         {}, {}, loginOrAnybody(one.login)};
    for (const PersonToday &person : page.people)
        table.rows << QVector<TableCell>{QStringLiteral("person"), person.login, double(person.touches), person.name, {},
                                         person.finishes ? TableCell(double(*person.finishes)) : TableCell(),
                                         person.last ? TableCell(person.last->toIso()) : TableCell(), double(person.holds), {}, {}, {}, {}};
    return table;
}

QString tilesText(const TodayPage &page, const QString &zone)
{
    const QString then = Cli::tr("a week ago by %1").arg(wording::clockTime(page.at, zone));
    const QString reached = Cli::tr("%1, %2 by call; %4: %3").arg(counted(page.reached, Cli::tr("1 person"), Cli::tr("%1 people"))).arg(page.reachedByCall).arg(page.reachedWeekAgo).arg(then);
    const QString visits = Cli::tr("%1, %2 confirmed; %4: %3").arg(page.visitsSet).arg(page.visitsConfirmed).arg(page.visitsWeekAgo).arg(then);
    QString touches = QString::number(page.touches), waiting = QString::number(page.newWaiting);
    if (page.planned)
        touches = Cli::tr("%1 of %2 planned").arg(page.touches).arg(*page.planned);
    if (page.longest)
        waiting = Cli::tr("%1, the first since %2").arg(QString::number(page.newWaiting), wording::dayAndTime(*page.longest, zone, page.at));
    return aligned({{Cli::tr("Touches today"), touches},
                    {Cli::tr("New leads waiting"), waiting},
                    {Cli::tr("Reached today"), reached},
                    {Cli::tr("Visits set today"), visits},
                    {Cli::tr("Be-backs this month"), Cli::tr("%1 of %2 who left unsold").arg(page.backThisMonth).arg(page.unsoldThisMonth)}});
}

QString needsText(const TodayPage &page)
{
    if (page.needs.isEmpty())
        return Cli::tr("Nothing needs you now.\n");
    QString text = Cli::tr("Needs you now\n");
    for (const NeedsYou &need : page.needs)
        text += (need.urgent ? QStringLiteral("! ") : QStringLiteral("  ")) + need.title + QStringLiteral("\n    ") + need.detail + QLatin1Char('\n');
    return text;
}

QString dutiesText(const TodayPage &page, const QString &zone)
{
    QString text;
    for (const Duty &duty : page.duties)
        text += (duty.isOverdue(page.at) ? QStringLiteral("! ") : QStringLiteral("  ")) + duty.text + QStringLiteral("\n    ")
                + Cli::tr("Due %1. %2").arg(wording::dayAndTime(duty.due, zone, page.at), duty.why) + QLatin1Char('\n');
    QStringList others;
    for (const DutiesOverdue &one : page.overdue)
        others << Cli::tr("%1 %2").arg(one.name, QString::number(one.count));
    if (!text.isEmpty())
        text.prepend(Cli::tr("\nYour duties\n"));
    return others.isEmpty() ? text : text + Cli::tr("\nDuties overdue: %1\n").arg(others.join(QStringLiteral(", ")));
}

QString peopleText(const TodayPage &page, const QString &zone)
{
    if (page.people.isEmpty())
        return {};
    QVector<QStringList> rows{{Cli::tr("Who"), Cli::tr("Touches"), Cli::tr("Will have done"), Cli::tr("Last"), Cli::tr("Holds")}};
    for (const PersonToday &person : page.people)
        rows << QStringList{person.name, QString::number(person.touches), person.finishes ? QString::number(*person.finishes) : Cli::tr("not known"),
                            person.last ? wording::clockTime(*person.last, zone) : QString(), QString::number(person.holds)};
    return QLatin1Char('\n') + aligned(rows);
}

Result<TodayPage> read(Session &session, const QString &login)
{
    BEBACK_TRY(who, whoAsks(session, Name, login));
    if (session.desk() && session.desk()->isOnline())
        return session.desk()->todayPage();
    return session.place().todayPage(who);
}

Result<WrittenReport> write(Session &session, const QString &login)
{
    BEBACK_TRY(page, read(session, login));
    WrittenReport report{toJson(page), toTable(page), tilesText(page, session.zone()) + QLatin1Char('\n') + needsText(page) + dutiesText(page, session.zone()) + peopleText(page, session.zone())
                                                         + QLatin1Char('\n') + todayCounted() + QLatin1Char('\n')};
    report.title = Cli::tr("What needs a manager now, and how the day goes");
    report.today = page;
    return report;
}

} // namespace

ReportKind todayReport()
{
    return {Name, Cli::tr("what needs a manager now, and how the day goes; behind it the manager's login"), &write, true};
}

} // namespace beback::app
