#include "world.h"

#include "fields.h"

#include "core/time/zones.h"

#include <QFile>
#include <QJsonDocument>

namespace beback::sim {

namespace {

constexpr std::array Spoken = {"call", "text", "email"};
constexpr std::array Sent = {"call", "text", "email", "note"};
constexpr double MostMinutes = 120, MostDays = 3650, MonthOfMinutes = 43200;

template <size_t N> std::array<double, N> byMedium(Fields fields, const std::array<const char *, N> &media, double low, double high)
{
    std::array<double, N> read{};
    for (size_t i = 0; i < N; ++i)
        read[i] = fields.number(media[i], low, high);
    fields.close();
    return read;
}

DayTable dayTable(Fields fields)
{
    DayTable table{};
    constexpr std::array names = {"weekday", "weekend"};
    for (size_t day = 0; day < names.size(); ++day) {
        const QVector<double> row = fields.numbers(names[day], PartsOfDay, 0, 1);
        std::copy(row.begin(), row.end(), table[day].begin());
    }
    fields.close();
    return table;
}

LeadSource sourceFrom(Fields &fields)
{
    LeadSource source;
    source.name = fields.text("source");
    source.perWeek = fields.number("per_week", 0, 5000);
    source.weekday = fields.numbers("weekday", 7, 0, 1000);
    source.hour = fields.numbers("hour", 24, 0, 1000);
    for (const auto &[key, weights] : {std::pair("weekday", &source.weekday), std::pair("hour", &source.hour)})
        if (std::all_of(weights->begin(), weights->end(), [](double weight) { return weight == 0; }))
            fields.refuse(key, QStringLiteral("one of the weights has to be above 0."));
    fields.close();
    return source;
}

Place placeFrom(Fields &fields)
{
    Place place;
    place.share = fields.number("share", 0.001, 1000);
    place.city = fields.text("city");
    place.state = fields.text("state");
    place.zip = fields.text("zip");
    place.zone = fields.text("zone");
    place.areaCodes = fields.texts("area_codes");
    if (!zones::isKnown(place.zone))
        fields.refuse("zone", QStringLiteral("“%1” is no time zone.").arg(place.zone));
    for (const QString &code : place.areaCodes)
        if (code.size() != 3 || code.toInt() < 200)
            fields.refuse("area_codes", QStringLiteral("“%1” is no area code.").arg(code));
    fields.close();
    return place;
}

WhatIsKnown knownFrom(Fields fields)
{
    WhatIsKnown known;
    for (const auto &[key, value] : {std::pair("phone", &known.phone), std::pair("email", &known.email),
                                     std::pair("street", &known.street), std::pair("zip", &known.zip),
                                     std::pair("moved", &known.moved), std::pair("wrong_number", &known.wrongNumber),
                                     std::pair("bad_email", &known.badEmail), std::pair("landline", &known.landline)})
        *value = fields.number(key, 0, 1);
    fields.close();
    return known;
}

// "mon" or "mon-fri" to days from 0; none: no such day.
std::optional<std::pair<int, int>> daysNamed(const QString &name)
{
    static const QStringList names = {QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"), QStringLiteral("thu"),
                                      QStringLiteral("fri"), QStringLiteral("sat"), QStringLiteral("sun")};
    const int from = int(names.indexOf(name.section(QLatin1Char('-'), 0, 0)));
    const int until = name.contains(QLatin1Char('-')) ? int(names.indexOf(name.section(QLatin1Char('-'), 1, 1))) : from;
    return from < 0 || until < from ? std::nullopt : std::optional(std::pair(from, until));
}

AgentHours agentFrom(Fields &fields)
{
    AgentHours agent;
    agent.login = fields.text("login");
    agent.hours.days.fill({0, 0});
    agent.hours.onHolidays = false;
    Fields hours = fields.object("hours");
    for (const QString &name : hours.keys()) {
        const QByteArray key = name.toUtf8();
        const QString said = hours.text(key.constData());
        const QTime from = QTime::fromString(said.section(QLatin1Char('-'), 0, 0), QStringLiteral("hh:mm"));
        const QTime until = QTime::fromString(said.section(QLatin1Char('-'), 1, 1), QStringLiteral("hh:mm"));
        const auto days = daysNamed(name);
        if (!days)
            hours.refuse(key.constData(), QStringLiteral("there is no such day; write mon, tue … or mon-fri."));
        if (!from.isValid() || !until.isValid() || from >= until)
            hours.refuse(key.constData(), QStringLiteral("hours are written like 09:00-18:00."));
        if (days)
            for (int day = days->first; day <= days->second; ++day)
                agent.hours.days[size_t(day)] = {from.msecsSinceStartOfDay() / 60000, until.msecsSinceStartOfDay() / 60000};
    }
    fields.close();
    return agent;
}

WorkMinutes minutesFrom(Fields fields)
{
    WorkMinutes minutes;
    for (const auto &[key, value] : {std::pair("call", &minutes.call), std::pair("talk", &minutes.talk),
                                     std::pair("short_call", &minutes.shortCall), std::pair("text", &minutes.text),
                                     std::pair("email", &minutes.email), std::pair("note", &minutes.note),
                                     std::pair("answer_text", &minutes.answerText),
                                     std::pair("answer_email", &minutes.answerEmail), std::pair("visit", &minutes.visit)})
        *value = fields.number(key, 0.1, MostMinutes);
    fields.close();
    return minutes;
}

Irritation irritationFrom(Fields fields)
{
    Irritation irritation;
    irritation.weight = byMedium(fields.object("weight"), Sent, 0, 10);
    irritation.sameHour = fields.number("same_hour", 0, 10);
    irritation.sameDay = fields.number("same_day", 0, 10);
    irritation.stops = fields.number("stops", 0, 1);
    irritation.sours = fields.number("sours", 1.1, 10);
    fields.close();
    return irritation;
}

void readTemper(Fields &fields, Group &group)
{
    Fields patience = fields.object("patience");
    group.patience = patience.number("week", 0.1, 50);
    group.patienceSpread = patience.number("spread", 0, 2);
    patience.close();
    Fields intent = fields.object("intent");
    group.intent = intent.number("median", 0.001, 0.999);
    group.intentDiffer = intent.number("differ", 0, 3);
    group.halfLifeDays = intent.number("half_life_days", 0.1, MostDays);
    group.halfLifeSpread = intent.number("spread", 0, 2);
    intent.close();
    group.elsewhereDays = fields.number("elsewhere_days", 1, MostDays);
    group.appointment = byMedium(fields.object("appointment"), Spoken, 0, 1);
    group.saysNo = fields.number("says_no", 0, 1);
    group.shows = fields.number("shows", 0, 1);
    group.reminded = fields.number("reminded", 1, 2);
    group.buys = fields.number("buys", 0, 1);
}

Group groupFrom(Fields &fields)
{
    Group group;
    group.name = fields.text("name");
    group.share = fields.number("share", 0.001, 1000);
    Fields answers = fields.object("answers");
    for (size_t i = 0; i < Spoken.size(); ++i)
        group.answers[i] = dayTable(answers.object(Spoken[i]));
    group.answersNote = answers.number("note", 0, 1);
    answers.close();
    Fields differ = fields.object("differ");
    group.differ = differ.number("level", 0, 3);
    group.partsDiffer = differ.number("part", 0, 3);
    differ.close();
    group.expected = byMedium(fields.object("expected"), Spoken, 0, 1);
    group.freshMinutes = fields.number("fresh_minutes", 1, MonthOfMinutes);
    group.callsBack = fields.number("calls_back", 0, 1);
    group.replyMinutes = byMedium(fields.object("reply_minutes"), Sent, 1, MonthOfMinutes);
    group.waitsMinutes = fields.number("waits_minutes", 1, MonthOfMinutes);
    group.talksOn = fields.number("talks_on", 0, 0.9);
    group.busy = fields.number("busy", 0, 1);
    readTemper(fields, group);
    fields.close();
    return group;
}

void readFrame(Fields &fields, World &world)
{
    world.name = fields.text("name");
    world.about = fields.text("about");
    Fields basis = fields.object("basis");
    for (const QString &key : basis.keys())
        (void)basis.text(key.toUtf8().constData());
    world.zone = fields.text("zone");
    if (!zones::isKnown(world.zone))
        fields.refuse("zone", QStringLiteral("“%1” is no time zone.").arg(world.zone));
    world.begins = QDate::fromString(fields.text("begins"), Qt::ISODate);
    if (!world.begins.isValid())
        fields.refuse("begins", QStringLiteral("a day is written like 2026-03-02."));
    world.weeks = fields.whole("weeks", 1, 26);
    Fields backlog = fields.object("backlog");
    world.backlogLeads = backlog.whole("leads", 0, 10000);
    world.backlogDays = backlog.whole("days", 1, 365);
    backlog.close();
}

} // namespace

Result<World> World::fromJson(const QByteArray &json)
{
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parse);
    if (!document.isObject())
        return Error{Code::Invalid,
                     QStringLiteral("This is no JSON object (%1, at byte %2).").arg(parse.errorString()).arg(parse.offset), {}};
    QString problem;
    Fields fields(document.object(), {}, problem);
    World world;
    readFrame(fields, world);
    for (Fields &source : fields.objects("sources"))
        world.sources << sourceFrom(source);
    for (Fields &place : fields.objects("places"))
        world.places << placeFrom(place);
    world.known = knownFrom(fields.object("known"));
    for (Fields &agent : fields.objects("agents"))
        world.agents << agentFrom(agent);
    world.minutes = minutesFrom(fields.object("minutes"));
    world.irritation = irritationFrom(fields.object("irritation"));
    for (Fields &group : fields.objects("groups"))
        world.groups << groupFrom(group);
    fields.close();
    if (!problem.isEmpty())
        return Error{Code::Invalid, problem, {}};
    return world;
}

Result<World> World::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Code::NotFound, QStringLiteral("%1 cannot be read: %2.").arg(path, file.errorString()), {}};
    auto world = fromJson(file.readAll());
    if (!world)
        return Error{world.error().code, path + QStringLiteral(": ") + world.error().message, {}};
    return world;
}

} // namespace beback::sim
