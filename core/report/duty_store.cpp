#include "core/report/duty_store.h"

#include "core/history/duty_trail.h"
#include "core/report/today_facts.h"
#include "core/report/work_days.h"
#include "core/time/zones.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

// What follows from something is due within so many days, whatever holidays lie between.
constexpr int DueWithin = 7;

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

// Along an index of those of whom a duty may still be due: neither who asks for nothing nor any history is read.
Result<void> readEvents(Connection &db, RooftopId rooftop, DutyFacts &facts)
{
    BEBACK_TRY(select, db.statement("report/duty_trails"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).bind(":since", facts.from).exec());
    while (select.next()) {
        Columns c = select.columns();
        const CustomerId customer = c.id<CustomerId>();
        const QString name = customerName(c.text());
        const auto trail = dutyTrailFromText(c.text());
        if (!trail) { // of a newer version
            ++facts.unread;
            continue;
        }
        for (DutyEvent event : *trail) {
            event.customer = customer;
            event.name = name;
            facts.events << event;
        }
    }
    BEBACK_CHECK(select.finished());
    std::stable_sort(facts.events.begin(), facts.events.end(), [](const DutyEvent &a, const DutyEvent &b) { return a.at < b.at; });
    return {};
}

Result<Instant> readInstant(Connection &db, RooftopId rooftop, const char *statement)
{
    BEBACK_TRY(select, db.statement(statement));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    const Instant at = select.next() ? select.columns().instant() : Instant{};
    BEBACK_CHECK(select.finished());
    return at;
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

void bind(Statement &put, RooftopId rooftop, const DutyWord &word)
{
    put.bind(":rooftop_id", rooftop).bind(":duty", word.duty).bind(":says", toText(word.says)).bind(":who", word.who);
    put.bind(":lead_id", word.lead).bind(":due_at", word.due).bind(":text", word.text).bind(":by_login", word.by);
    put.bind(":at", word.at);
}

// It is there already: the same word, or another.
Result<void> isThere(Connection &db, RooftopId rooftop, const DutyWord &word)
{
    BEBACK_TRY(words, readDutyWords(db, rooftop, word.due));
    if (std::any_of(words.cbegin(), words.cend(), [&](const DutyWord &before) { return isSaidAgain(word, before); }))
        return {};
    return Error{Code::Conflict,
                 word.says == DutyWord::Says::Set ? tr("This duty is set already, with other words than these. Look at the list before you set another.")
                                                  : tr("Somebody was first: this duty is done or left out already."), {}};
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
    BEBACK_TRY(first, readInstant(db, rooftop, "duty/first"));
    facts.usedSince = first;
    BEBACK_TRY(begun, readInstant(db, rooftop, "report/duty_begun"));
    facts.begun = begun;
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
    return !put && put.error().code == Code::Conflict ? isThere(db, rooftop, word) : put;
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
