#include "core/campaign/campaign.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace beback {

namespace {

constexpr std::array KindNames = {"program", "price", "sale_event", "new_stock", "special"};
static_assert(KindNames.size() == AllChangeKinds.size());
constexpr int FirstYear = 1900, LastYear = 2100, DaysMost = 3650;

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

void putDay(QJsonObject &json, const char *key, QDate day)
{
    if (day.isValid())
        json.insert(QLatin1String(key), day.toString(Qt::ISODate));
}

QDate dayOf(const QJsonObject &json, const char *key)
{
    return QDate::fromString(json.value(QLatin1String(key)).toString(), Qt::ISODate);
}

QJsonObject whoToJson(const CampaignWho &who)
{
    QJsonArray objections;
    for (const Objection objection : who.objections)
        objections << toText(objection);
    return {{QStringLiteral("objections"), objections},
            {QStringLiteral("make"), who.make},
            {QStringLiteral("model"), who.model},
            {QStringLiteral("year_from"), who.yearFrom},
            {QStringLiteral("year_to"), who.yearTo},
            {QStringLiteral("condition"), who.condition},
            {QStringLiteral("age_from"), who.ageFrom},
            {QStringLiteral("age_to"), who.ageTo},
            {QStringLiteral("lost"), who.lost},
            {QStringLiteral("sleeping"), who.sleeping},
            {QStringLiteral("quiet_days"), who.quietDays}};
}

CampaignWho whoFromJson(const QJsonObject &json)
{
    CampaignWho who;
    for (const QJsonValue &one : json.value(QLatin1String("objections")).toArray())
        if (const auto objection = objectionFromText(one.toString()))
            who.objections << *objection;
    who.make = json.value(QLatin1String("make")).toString();
    who.model = json.value(QLatin1String("model")).toString();
    who.yearFrom = json.value(QLatin1String("year_from")).toInt();
    who.yearTo = json.value(QLatin1String("year_to")).toInt();
    who.condition = json.value(QLatin1String("condition")).toString();
    who.ageFrom = json.value(QLatin1String("age_from")).toInt();
    who.ageTo = json.value(QLatin1String("age_to")).toInt();
    who.lost = json.value(QLatin1String("lost")).toBool();
    who.sleeping = json.value(QLatin1String("sleeping")).toBool();
    who.quietDays = json.value(QLatin1String("quiet_days")).toInt();
    return who;
}

bool isYear(int year)
{
    return year == 0 || (year >= FirstYear && year <= LastYear);
}

bool isDays(int days)
{
    return days >= 0 && days <= DaysMost;
}

std::optional<CampaignFault> faultOfWords(const Campaign &campaign)
{
    const QString says = wholeSentence(campaign.says);
    if (campaign.title.trimmed().isEmpty())
        return CampaignFault{QStringLiteral("title"), tr("Give it a name that the people here will know it by.")};
    if (says.isEmpty())
        return CampaignFault{QStringLiteral("says"), tr("What changed? Write it as it will be said to the customer; without it there is no reason to call.")};
    if (says.size() > SaysMost)
        return CampaignFault{QStringLiteral("says"), tr("At most %1 letters, so that it fits into a text message; it has %2.").arg(SaysMost).arg(says.size())};
    if (says.contains(QLatin1String("{{")))
        return CampaignFault{QStringLiteral("says"), tr("Write it out: what stands between {{ and }} is not filled in here.")};
    return std::nullopt;
}

std::optional<CampaignFault> faultOfWho(const CampaignWho &who)
{
    if (!who.lost && !who.sleeping)
        return CampaignFault{QStringLiteral("lost"), tr("Choose the lost, the sleeping or both: there is nobody else to bring back.")};
    if (!isYear(who.yearFrom) || !isYear(who.yearTo))
        return CampaignFault{isYear(who.yearFrom) ? QStringLiteral("year_to") : QStringLiteral("year_from"), tr("A model year is a number like %1; leave it empty for any.").arg(2024)};
    if (who.yearFrom > 0 && who.yearTo > 0 && who.yearFrom > who.yearTo)
        return CampaignFault{QStringLiteral("year_from"), tr("The first model year is later than the last.")};
    if (!isDays(who.ageFrom) || !isDays(who.ageTo))
        return CampaignFault{isDays(who.ageFrom) ? QStringLiteral("age_to") : QStringLiteral("age_from"), tr("An age is a number of days up to %1; leave it empty for any.").arg(DaysMost)};
    if (who.ageTo > 0 && who.ageFrom > who.ageTo)
        return CampaignFault{QStringLiteral("age_from"), tr("The lower age is above the upper one.")};
    if (who.sleeping && (who.quietDays < 1 || !isDays(who.quietDays)))
        return CampaignFault{QStringLiteral("quiet_days"), tr("After how many days without a touch does somebody sleep? Give a number from 1 to %1.").arg(DaysMost)};
    return std::nullopt;
}

} // namespace

QString toText(ChangeKind kind)
{
    return QLatin1String(KindNames.at(size_t(kind)));
}

std::optional<ChangeKind> changeKindFromText(const QString &text)
{
    const QString said = text.trimmed().toLower().replace(QLatin1Char('-'), QLatin1Char('_')).replace(QLatin1Char(' '), QLatin1Char('_'));
    const auto found = std::find_if(KindNames.begin(), KindNames.end(), [&](const char *name) { return said == QLatin1String(name); });
    return found == KindNames.end() ? std::nullopt : std::optional(AllChangeKinds.at(size_t(found - KindNames.begin())));
}

QString changeKindText(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Program: return tr("Maker’s program");
    case ChangeKind::Price: return tr("Price");
    case ChangeKind::SaleEvent: return tr("Sale event");
    case ChangeKind::NewStock: return tr("New stock");
    case ChangeKind::Special: break;
    }
    return tr("Manager’s special");
}

QVector<Objection> objectionsAnsweredBy(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Program: return {Objection::Payment, Objection::Credit, Objection::Price};
    case ChangeKind::Price: return {Objection::Price, Objection::Payment, Objection::Shopping};
    case ChangeKind::SaleEvent: return {Objection::Price, Objection::Trade, Objection::Shopping};
    case ChangeKind::NewStock: return {Objection::Stock, Objection::Shopping};
    case ChangeKind::Special: break;
    }
    return {Objection::Price, Objection::Payment, Objection::Trade};
}

QByteArray Campaign::toJson() const
{
    QJsonObject json{{QStringLiteral("id"), id},       {QStringLiteral("kind"), beback::toText(kind)},
                     {QStringLiteral("title"), title}, {QStringLiteral("says"), says},
                     {QStringLiteral("who"), whoToJson(who)}, {QStringLiteral("plan"), plan},
                     {QStringLiteral("per_day"), perDay}, {QStringLiteral("again_after"), againAfter}};
    putDay(json, "from", from);
    putDay(json, "until", until);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<Campaign> Campaign::fromJson(const QByteArray &json)
{
    const QJsonObject body = QJsonDocument::fromJson(json).object();
    const auto kind = changeKindFromText(body.value(QLatin1String("kind")).toString());
    Campaign campaign;
    campaign.id = body.value(QLatin1String("id")).toString();
    if (!kind || campaign.id.isEmpty())
        return Error{Code::Corrupt, tr("A campaign in this store cannot be read. Take it from a backup, or write it anew."), {}};
    campaign.kind = *kind;
    campaign.title = body.value(QLatin1String("title")).toString();
    campaign.says = body.value(QLatin1String("says")).toString();
    campaign.from = dayOf(body, "from");
    campaign.until = dayOf(body, "until");
    campaign.who = whoFromJson(body.value(QLatin1String("who")).toObject());
    campaign.plan = body.value(QLatin1String("plan")).toString();
    campaign.perDay = body.value(QLatin1String("per_day")).toInt();
    campaign.againAfter = body.value(QLatin1String("again_after")).toInt();
    return campaign;
}

std::optional<CampaignFault> faultOf(const Campaign &campaign)
{
    if (const auto fault = faultOfWords(campaign))
        return fault;
    if (!campaign.from.isValid())
        return CampaignFault{QStringLiteral("from"), tr("From which day on? Write it like %1.").arg(QStringLiteral("2026-12-01"))};
    if (campaign.until.isValid() && campaign.until < campaign.from)
        return CampaignFault{QStringLiteral("until"), tr("It ends before it begins.")};
    if (const auto fault = faultOfWho(campaign.who))
        return fault;
    if (campaign.perDay < 1 || campaign.perDay > PerDayMost)
        return CampaignFault{QStringLiteral("per_day"), tr("How many people a day at most? Give a number from 1 to %1.").arg(PerDayMost)};
    if (!isDays(campaign.againAfter))
        return CampaignFault{QStringLiteral("again_after"), tr("Give a number of days up to %1.").arg(DaysMost)};
    return std::nullopt;
}

QString wholeSentence(const QString &says)
{
    QString text = says.simplified();
    static const QString ends = QStringLiteral(".?!…");
    if (!text.isEmpty() && !ends.contains(text.back()))
        text += QLatin1Char('.');
    return text;
}

QString campaignIdFor(const QString &title, const QStringList &taken)
{
    QString id;
    for (const QChar c : title.toLower()) {
        const bool plain = (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
        if (plain)
            id += c;
        else if (!id.isEmpty() && !id.endsWith(QLatin1Char('-')))
            id += QLatin1Char('-');
    }
    id = id.left(40);
    while (id.endsWith(QLatin1Char('-')))
        id.chop(1);
    if (id.isEmpty())
        id = QStringLiteral("campaign");
    QString free = id;
    for (int n = 2; taken.contains(free); ++n)
        free = QStringLiteral("%1-%2").arg(id).arg(n);
    return free;
}

} // namespace beback
