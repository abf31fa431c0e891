#include "core/report/duty_store.h"

#include "core/history/customer_state.h"
#include "core/history/taken_back.h"
#include "core/report/measures.h"
#include "core/report/today_facts.h"
#include "core/report/work_days.h"
#include "core/time/zones.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace beback {

namespace {

// What follows from something is due within so many days, whatever holidays lie between.
constexpr int DueWithin = 7;

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

// One event, and whether it counts.
bool readEvent(Columns c, const QSet<EventId> &gone, DutyEvent &event)
{
    const EventId id = c.id<EventId>();
    event.kind = eventKindFromText(c.text());
    event.actor = c.text();
    event.customer = c.id<CustomerId>();
    event.lead = c.id<LeadId>();
    event.medium = mediumFromText(c.text());
    event.outcome = outcomeFromText(c.text()).value_or(Outcome::None);
    event.at = c.instant();
    event.name = customerName(c.text());
    const QJsonObject body = QJsonDocument::fromJson(c.utf8()).object();
    const auto text = [&body](const char *key) { return body.value(QLatin1String(key)).toString(); };
    event.nextAt = Instant::fromIso(text("next_at"));
    event.nextMedium = mediumFromText(text("next_medium")).value_or(Medium::Call);
    const bool bought = event.kind == EventKind::LeadClosed && leadStatusFromText(text("status")) == LeadStatus::Sold;
    const bool refusesAll = event.kind == EventKind::DoNotContactSet && text("point").isEmpty() && text("medium").isEmpty();
    const bool stopsAll = event.outcome == Outcome::AskedToStop && text("stop_point").isEmpty() && text("stop_medium").isEmpty();
    event.endsAll = bought || refusesAll || stopsAll;
    const bool isOthers = !text("department").isEmpty();
    if (isOthers && stopsAll) // said to them, and meant for all of us
        event.kind = EventKind::DoNotContactSet;
    return (!isOthers || event.kind == EventKind::DoNotContactSet) && !gone.contains(id) && !gone.contains(EventId::fromString(text("because")));
}

Result<void> readEvents(Connection &db, RooftopId rooftop, DutyFacts &facts)
{
    constexpr auto day = std::chrono::hours(24);
    const Instant since = facts.from - day * EffortDays, far = facts.from - day * DutyReachDays;
    BEBACK_TRY(gone, takenBackSince(db, rooftop, far));
    BEBACK_TRY(select, db.statement("report/duty_events"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).bind(":since", since).bind(":far", far).exec());
    while (select.next()) {
        DutyEvent event;
        if (readEvent(select.columns(), gone, event))
            facts.events << event;
    }
    return select.finished();
}

Result<void> readPeople(Connection &db, RooftopId rooftop, DutyFacts &facts)
{
    BEBACK_TRY(select, db.statement("people/users"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    while (select.next()) {
        Columns c = select.columns();
        const QString login = c.text();
        facts.names.insert(login, c.text());
        const bool isManager = c.text() == QLatin1String("manager");
        if (isManager)
            facts.managers.insert(login);
        if (isManager && c.boolean())
            facts.working.insert(login);
    }
    return select.finished();
}

Result<Instant> readFirstWord(Connection &db, RooftopId rooftop)
{
    BEBACK_TRY(select, db.statement("duty/first"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    const Instant at = select.next() ? select.columns().instant() : Instant{};
    BEBACK_CHECK(select.finished());
    return at;
}

void bind(Statement &put, RooftopId rooftop, const DutyWord &word)
{
    put.bind(":rooftop_id", rooftop).bind(":duty", word.duty).bind(":says", toText(word.says)).bind(":who", word.who);
    put.bind(":lead_id", word.lead).bind(":due_at", word.due).bind(":text", word.text).bind(":by_login", word.by);
    put.bind(":at", word.at);
}

Error isThere()
{
    return {Code::Conflict, tr("Somebody was first: this duty is done or left out already."), {}};
}

} // namespace

Result<DutyFacts> readDutyFacts(Connection &db, RooftopId rooftop, const QString &zone, Instant now, Instant dueSince, const QVector<Instant> &setAside)
{
    DutyFacts facts;
    facts.zone = zones::isKnown(zone) ? zone : zones::unknownSet().first();
    facts.now = now;
    facts.from = startOfDay(zones::local(dueSince, facts.zone).date.addDays(-DueWithin), facts.zone);
    facts.setAside = setAside;
    BEBACK_CHECK(readPeople(db, rooftop, facts));
    BEBACK_CHECK(readEvents(db, rooftop, facts));
    BEBACK_TRY(words, readDutyWords(db, rooftop, facts.from));
    facts.words = words;
    BEBACK_TRY(first, readFirstWord(db, rooftop));
    facts.usedSince = first;
    return facts;
}

Instant dutiesSince(const QString &zone, Instant now)
{
    const QString there = zones::isKnown(zone) ? zone : zones::unknownSet().first();
    return startOfDay(zones::local(now, there).date.addDays(-DutyAskedDays), there);
}

Result<QVector<DutyWord>> readDutyWords(Connection &db, RooftopId rooftop, Instant since)
{
    BEBACK_TRY(select, db.statement("duty/read"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).bind(":since", since).exec());
    QVector<DutyWord> words;
    while (select.next()) {
        Columns c = select.columns();
        DutyWord word;
        word.duty = c.text();
        const auto says = dutySaysFromText(c.text());
        word.who = c.text();
        word.lead = c.id<LeadId>();
        word.due = c.instant();
        word.text = c.text();
        word.by = c.text();
        word.at = c.instant();
        word.customer = c.id<CustomerId>();
        word.name = c.text();
        if (!says) // of a newer version
            continue;
        word.says = *says;
        words << word;
    }
    BEBACK_CHECK(select.finished());
    return words;
}

Result<void> putDutyWord(Connection &db, RooftopId rooftop, const DutyWord &word)
{
    const auto put = db.inTransaction("duty", [&]() -> Result<void> {
        BEBACK_TRY(say, db.statement("duty/say"));
        bind(say, rooftop, word);
        if (db.engine() == Engine::Sqlite)
            say.bind(":ends", word.says != DutyWord::Says::Set);
        return say.exec();
    });
    return !put && put.error().code == Code::Conflict ? Result<void>(isThere()) : put;
}

Result<void> keepDutyWords(Connection &db, RooftopId rooftop, const QVector<DutyWord> &words)
{
    if (words.isEmpty())
        return {};
    return db.inTransaction("duties", [&]() -> Result<void> {
        for (const DutyWord &word : words) {
            BEBACK_TRY(keep, db.statement("duty/keep"));
            bind(keep, rooftop, word);
            BEBACK_CHECK(keep.bind(":ends", word.says != DutyWord::Says::Set).exec());
        }
        return {};
    }, Connection::Commit::Fetchable);
}

} // namespace beback
