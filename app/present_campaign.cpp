#include "app/present_campaign.h"

#include "app/command.h"
#include "app/terminal.h"
#include "core/desk/timeline.h"

#include <QJsonArray>
#include <QLocale>

namespace beback::app {

namespace {

QJsonValue day(QDate date)
{
    return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue orNull(int number)
{
    return number > 0 ? QJsonValue(number) : QJsonValue();
}

QJsonArray ids(const QVector<LeadId> &leads)
{
    QJsonArray all;
    for (const LeadId lead : leads)
        all << lead.toString();
    return all;
}

QJsonObject toJson(const Addressee &one)
{
    return {{QStringLiteral("customer"), one.customer.toString()},
            {QStringLiteral("lead"), one.lead.toString()},
            {QStringLiteral("name"), one.name},
            {QStringLiteral("vehicle"), one.vehicle},
            {QStringLiteral("state"), one.isLost ? QStringLiteral("lost") : QStringLiteral("sleeping")},
            {QStringLiteral("objection"), one.objection ? QJsonValue(toText(*one.objection)) : QJsonValue()},
            {QStringLiteral("last_touch"), one.lastTouchAt.us > 0 ? QJsonValue(one.lastTouchAt.toIso()) : QJsonValue()},
            {QStringLiteral("day"), day(one.day)},
            {QStringLiteral("left_out"), one.leftOut ? QJsonValue(toText(*one.leftOut)) : QJsonValue()}};
}

QString shortDay(QDate date)
{
    return QLocale().toString(date, QStringLiteral("ddd MMM d"));
}

QString peopleText(int people)
{
    return people == 1 ? Cli::tr("1 person") : Cli::tr("%1 people").arg(people);
}

// The days up to the last on which the campaign asks for anything.
QString daysText(const DayLoads &loads)
{
    qsizetype last = -1;
    for (qsizetype i = 0; i < loads.days.size(); ++i)
        if (loads.days[i].added > 0)
            last = i;
    QVector<QStringList> rows{{Cli::tr("Day"), Cli::tr("Turns"), Cli::tr("Touches"), Cli::tr("Planned already"), Cli::tr("Holds")}};
    for (qsizetype i = 0; i <= last; ++i) {
        const DayLoad &load = loads.days[i];
        rows << QStringList{shortDay(load.day), QString::number(load.turns), QString::number(load.added), QString::number(load.planned),
                            loads.isKnown ? QString::number(load.capacity) : Cli::tr("not known")};
    }
    return last < 0 ? QString() : QLatin1Char('\n') + aligned(rows);
}

} // namespace

QJsonObject toJson(const Campaign &campaign)
{
    const CampaignWho &who = campaign.who;
    QJsonArray objections;
    for (const Objection objection : who.objections)
        objections << toText(objection);
    return {{QStringLiteral("id"), campaign.id},
            {QStringLiteral("kind"), toText(campaign.kind)},
            {QStringLiteral("title"), campaign.title},
            {QStringLiteral("says"), campaign.says},
            {QStringLiteral("from"), day(campaign.from)},
            {QStringLiteral("until"), day(campaign.until)},
            {QStringLiteral("plan"), campaign.plan},
            {QStringLiteral("per_day"), campaign.perDay},
            {QStringLiteral("again_after"), campaign.againAfter},
            {QStringLiteral("who"), QJsonObject{{QStringLiteral("objections"), objections},
                                                {QStringLiteral("make"), who.make},
                                                {QStringLiteral("model"), who.model},
                                                {QStringLiteral("year_from"), orNull(who.yearFrom)},
                                                {QStringLiteral("year_to"), orNull(who.yearTo)},
                                                {QStringLiteral("condition"), who.condition},
                                                {QStringLiteral("age_from"), orNull(who.ageFrom)},
                                                {QStringLiteral("age_to"), orNull(who.ageTo)},
                                                {QStringLiteral("lost"), who.lost},
                                                {QStringLiteral("sleeping"), who.sleeping},
                                                {QStringLiteral("quiet_days"), who.quietDays}}}};
}

QJsonObject toJson(const CampaignPreview &preview)
{
    QJsonArray people, leftOut, days;
    for (const Addressee &one : preview.people)
        people << toJson(one);
    for (const LeftOut reason : AllLeftOut)
        if (const int count = preview.leftOut(reason); count > 0)
            leftOut << QJsonObject{{QStringLiteral("reason"), toText(reason)}, {QStringLiteral("text"), leftOutSentence(reason)}, {QStringLiteral("count"), count}};
    for (const DayLoad &load : preview.loads.days)
        days << QJsonObject{{QStringLiteral("day"), day(load.day)},
                            {QStringLiteral("capacity"), preview.loads.isKnown ? QJsonValue(load.capacity) : QJsonValue()},
                            {QStringLiteral("planned"), load.planned},
                            {QStringLiteral("added"), load.added},
                            {QStringLiteral("turns"), load.turns}};
    return {{QStringLiteral("in"), preview.in},
            {QStringLiteral("first_day"), day(preview.firstDay)},
            {QStringLiteral("last_day"), day(preview.lastDay)},
            {QStringLiteral("left_out"), leftOut},
            {QStringLiteral("people"), people},
            {QStringLiteral("days"), days}};
}

QJsonObject toJson(const CampaignResult &result)
{
    QJsonObject json = toJson(result.stored.campaign);
    json.insert(QStringLiteral("state"), toText(result.stored.state));
    json.insert(QStringLiteral("by"), result.stored.by);
    json.insert(QStringLiteral("started_at"), result.stored.startedAt.us > 0 ? QJsonValue(result.stored.startedAt.toIso()) : QJsonValue());
    QJsonArray people;
    for (const CampaignMember &one : result.people)
        people << one.lead.toString();
    json.insert(QStringLiteral("people"), people);
    json.insert(QStringLiteral("ahead"), ids(result.ahead));
    json.insert(QStringLiteral("waiting"), result.waiting);
    json.insert(QStringLiteral("taken_back"), result.takenBack);
    for (const Came what : AllCame)
        json.insert(toText(what), ids(result.of(what)));
    return json;
}

QString stateText(const CampaignResult &result, const QString &zone)
{
    const StoredCampaign &stored = result.stored;
    if (stored.state == StoredCampaign::State::Draft)
        return Cli::tr("draft");
    const QString when = QLocale().toString(zones::local(stored.startedAt, zone).date, QStringLiteral("MMM d"));
    const QString what = stored.state == StoredCampaign::State::Stopped ? Cli::tr("stopped, had started %1").arg(when) : Cli::tr("started %1").arg(when);
    return result.waiting > 0 ? Cli::tr("%1, cut short: start it again to go on").arg(what) : what;
}

QString previewText(const CampaignPreview &preview, int names)
{
    QString text = preview.in == 0 ? Cli::tr("It speaks to nobody who may be contacted now.\n")
                   : preview.firstDay == preview.lastDay
                       ? Cli::tr("It speaks to %1, on %2.\n").arg(peopleText(preview.in), shortDay(preview.firstDay))
                       : Cli::tr("It speaks to %1, from %2 to %3.\n").arg(peopleText(preview.in), shortDay(preview.firstDay), shortDay(preview.lastDay));
    QVector<QStringList> rows;
    for (const Addressee &one : preview.people) {
        if (one.leftOut || rows.size() >= names)
            break;
        rows << QStringList{QStringLiteral("  ") + shortDay(one.day), one.name, one.vehicle, one.objection ? objectionText(*one.objection) : QString(),
                            one.lead.toString().left(8)};
    }
    text += aligned(rows);
    if (preview.in > rows.size())
        text += Cli::tr("  and %1 more\n").arg(preview.in - rows.size());
    QVector<QStringList> left;
    for (const LeftOut reason : AllLeftOut)
        if (const int count = preview.leftOut(reason); count > 0)
            left << QStringList{QStringLiteral("  ") + QString::number(count), leftOutSentence(reason)};
    if (!left.isEmpty())
        text += Cli::tr("\nLeft out:\n") + aligned(left);
    return text + daysText(preview.loads);
}

} // namespace beback::app
