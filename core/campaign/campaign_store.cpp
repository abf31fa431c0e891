#include "core/campaign/campaign_store.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace beback {

namespace {

constexpr qint64 DayUs = qint64(86400) * 1000000;
constexpr std::array States = {"draft", "started", "stopped"};
constexpr std::array PersonStates = {"waiting", "in", "out", "kept", "back"};

template <class State, size_t N> State stateFrom(const std::array<const char *, N> &names, const QString &text)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](const char *name) { return text == QLatin1String(name); });
    return State(found == names.end() ? 0 : found - names.begin());
}

int dayNumber(QDate day)
{
    return day.year() * 10000 + day.month() * 100 + day.day();
}

QDate dayFrom(int number)
{
    return {number / 10000, number / 100 % 100, number % 100};
}

Result<StoredCampaign> storedFrom(Columns c)
{
    BEBACK_TRY(campaign, Campaign::fromJson(c.utf8()));
    StoredCampaign stored;
    stored.campaign = campaign;
    stored.state = stateFrom<StoredCampaign::State>(States, c.text());
    stored.by = c.text();
    stored.at = c.instant();
    stored.startedAt = c.instant();
    return stored;
}

// What the SQL can tell apart without knowing whose capital letters are whose: anything else is left to the histories.
QString pattern(const QString &part)
{
    QString text = part.trimmed().toLower();
    if (text.isEmpty() || std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() > 127; }))
        return QStringLiteral("%");
    for (const QChar special : {QLatin1Char('!'), QLatin1Char('%'), QLatin1Char('_')}) // '!' first: it escapes the others
        text.replace(special, QString(QLatin1Char('!')) + special);
    return QLatin1Char('%') + text + QLatin1Char('%');
}

} // namespace

QString toText(StoredCampaign::State state)
{
    return QLatin1String(States.at(size_t(state)));
}

Result<QVector<StoredCampaign>> campaign_store::all(Connection &db, RooftopId rooftop)
{
    BEBACK_TRY(select, db.statement("campaign/read"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    QVector<StoredCampaign> found;
    while (select.next()) {
        BEBACK_TRY(one, storedFrom(select.columns()));
        found << one;
    }
    BEBACK_CHECK(select.finished());
    return found;
}

Result<bool> campaign_store::put(Connection &db, RooftopId rooftop, const StoredCampaign &campaign)
{
    BEBACK_TRY(put, db.statement("campaign/put"));
    put.bind(":rooftop_id", rooftop).bind(":id", campaign.campaign.id).bind(":body", QString::fromUtf8(campaign.campaign.toJson()));
    put.bind(":state", toText(campaign.state)).bind(":by_login", campaign.by).bind(":at", campaign.at);
    BEBACK_CHECK(put.bind(":started_at", campaign.startedAt).exec());
    const bool isWritten = put.next();
    BEBACK_CHECK(put.finished());
    return isWritten;
}

Result<void> campaign_store::remove(Connection &db, RooftopId rooftop, const QString &id)
{
    BEBACK_TRY(remove, db.statement("campaign/remove"));
    return remove.bind(":rooftop_id", rooftop).bind(":id", id).exec();
}

Result<QVector<CampaignPerson>> campaign_store::people(Connection &db, RooftopId rooftop, const QString &id)
{
    BEBACK_TRY(select, db.statement("campaign/people"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).bind(":campaign_id", id).exec());
    QVector<CampaignPerson> found;
    while (select.next()) {
        Columns c = select.columns();
        CampaignPerson one;
        one.customer = c.id<CustomerId>();
        one.lead = c.id<LeadId>();
        one.place = c.integer();
        one.day = dayFrom(c.integer());
        one.state = stateFrom<CampaignPerson::State>(PersonStates, c.text());
        one.why = c.text();
        one.event = c.id<EventId>();
        found << one;
    }
    BEBACK_CHECK(select.finished());
    return found;
}

Result<void> campaign_store::put(Connection &db, RooftopId rooftop, const QString &id, const QVector<CampaignPerson> &people)
{
    QJsonArray rows;
    for (const CampaignPerson &person : people)
        rows << QJsonArray{person.customer.toString(), person.lead.toString(), person.place, dayNumber(person.day),
                           QLatin1String(PersonStates.at(size_t(person.state))), person.why,
                           person.event.isNull() ? QString() : person.event.toString()};
    if (rows.isEmpty())
        return {};
    BEBACK_TRY(put, db.statement("campaign/people_put"));
    put.bind(":rooftop_id", rooftop).bind(":campaign_id", id);
    return put.bind(":people", QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact))).exec();
}

Result<QVector<CustomerId>> campaign_store::candidates(Connection &db, RooftopId rooftop, const CampaignWho &who, Instant now)
{
    BEBACK_TRY(select, db.statement("campaign/candidates"));
    select.bind(":rooftop_id", rooftop).bind(":lost", int(who.lost)).bind(":sleeping", int(who.sleeping));
    select.bind(":came_until", Instant{now.us - who.ageFrom * DayUs});
    select.bind(":came_from", Instant{who.ageTo > 0 ? now.us - (who.ageTo + 1) * DayUs : 0});
    select.bind(":make", pattern(who.make)).bind(":model", pattern(who.model));
    BEBACK_CHECK(select.bind(":any_objection", int(who.objections.isEmpty())).exec());
    QVector<CustomerId> found;
    while (select.next())
        found << select.columns().id<CustomerId>();
    BEBACK_CHECK(select.finished());
    return found;
}

} // namespace beback
