#include "core/report/report_facts.h"

#include "core/history/work_done.h"
#include "core/report/work_days.h"
#include "core/time/zones.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <tuple>

namespace beback {

namespace {

// What others wrote about it later, and clocks that go ahead, belong to it too.
constexpr Instant EndOfTime{std::numeric_limits<qint64>::max()};

// A lead with what is asked of it only while reading.
struct Row {
    LeadFact fact;
    QString zone; // where the customer is
    int read = 0; // of its attempts, those that were read
};

Row rowFrom(Columns c, const QString &rooftopZone)
{
    Row row;
    row.fact.id = c.id<LeadId>();
    row.fact.customer = c.id<CustomerId>();
    row.fact.status = leadStatusFromText(c.text());
    row.fact.owner = c.text();
    row.fact.plan = c.text();
    row.fact.source = c.text();
    row.fact.arrivedAt = c.instant();
    row.fact.lastTouchAt = c.instant();
    row.fact.attempts = c.integer();
    row.fact.reached = c.integer();
    row.fact.visitSet = c.int64() > 0;
    row.zone = c.text().section(QLatin1Char(' '), 0, 0);
    if (!zones::isKnown(row.zone))
        row.zone = rooftopZone;
    return row;
}

Result<QVector<Row>> readRows(Connection &db, RooftopId rooftop, const ReportFacts &facts)
{
    BEBACK_TRY(select, db.statement("report/lead_facts"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).bind(":since", facts.since).exec());
    QVector<Row> rows;
    while (select.next())
        rows << rowFrom(select.columns(), facts.zone);
    BEBACK_CHECK(select.finished());
    return rows;
}

Result<QVector<ReportFacts::Person>> readEverybody(Connection &db, RooftopId rooftop)
{
    BEBACK_TRY(select, db.statement("people/users"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    QVector<ReportFacts::Person> people;
    while (select.next()) {
        Columns c = select.columns();
        ReportFacts::Person person;
        person.login = c.text();
        person.name = c.text();
        person.isManager = c.text() == QLatin1String("manager");
        person.isActive = c.boolean();
        people << person;
    }
    BEBACK_CHECK(select.finished());
    return people;
}

void noteWho(QSet<QString> &seen, const QVector<WorkDone> &work, Instant since)
{
    for (const WorkDone &done : work)
        if (done.kind == WorkDone::Kind::Attempt && done.at >= since)
            seen.insert(done.actor);
}

// By when they happened: whoever writes down on Wednesday what they did on Monday moves nothing to Wednesday.
void putInOrder(QVector<WorkDone> &work, std::optional<Medium> medium)
{
    work.removeIf([&](const WorkDone &done) { return done.kind != WorkDone::Kind::Attempt || (medium && done.medium != *medium); });
    std::stable_sort(work.begin(), work.end(), [](const WorkDone &a, const WorkDone &b) { return a.at < b.at; });
}

// Puts the facts together from rows and attempts.
class Gathering
{
public:
    Gathering(ReportFacts &facts, QVector<Row> rows) : m_facts(facts), m_rows(std::move(rows)) { index(); }

    // The rows know all attempts together; those by one medium are counted from the attempts themselves, which have to be all.
    void countAnew(const QVector<WorkDone> &work)
    {
        for (Row &row : m_rows) {
            row.fact.attempts = row.fact.reached = 0;
            row.fact.lastTouchAt = {};
        }
        for (const WorkDone &done : work)
            if (Row *row = rowOf(done.lead)) {
                ++row->fact.attempts;
                row->fact.reached += done.answered;
                row->fact.lastTouchAt = std::max(row->fact.lastTouchAt, done.at);
            }
    }

    // `work` in the order it happened, with everything that was recorded since then.
    void gather(const QVector<WorkDone> &work)
    {
        std::sort(m_rows.begin(), m_rows.end(), [](const Row &a, const Row &b) {
            return std::tie(a.fact.lastTouchAt, a.fact.arrivedAt, a.fact.id) < std::tie(b.fact.lastTouchAt, b.fact.arrivedAt, b.fact.id);
        });
        index();
        for (const WorkDone &done : work)
            if (Row *row = rowOf(done.lead))
                ++row->read;
        for (const WorkDone &done : work)
            if (Row *row = rowOf(done.lead))
                take(done, *row);
        for (const Row &row : std::as_const(m_rows))
            finish(row.fact);
    }

private:
    void index()
    {
        m_places.clear();
        for (qsizetype i = 0; i < m_rows.size(); ++i)
            m_places.insert(m_rows[i].fact.id, i);
    }

    // Null: of no lead there is, as fold() has it; or of one that neither is open nor came or was touched since then.
    Row *rowOf(LeadId lead)
    {
        const auto place = m_places.constFind(lead);
        return place == m_places.constEnd() ? nullptr : &m_rows[*place];
    }

    // What was not read was recorded before, and so happened before: its number is how many there are of those.
    void take(const WorkDone &done, Row &row)
    {
        LeadFact &lead = row.fact;
        const int number = std::max(0, lead.attempts - row.read--) + 1;
        if (done.answered && lead.reachedBy == 0 && lead.arrivedAt >= m_facts.since)
            lead.reachedBy = number;
        if (done.at < m_facts.since)
            return;
        if ((!m_facts.filter.person.isEmpty() && m_facts.filter.person != done.actor) || !fits(lead))
            return;
        TouchFact touch;
        touch.lead = lead.id;
        touch.customer = lead.customer;
        touch.place = m_places.value(lead.id);
        touch.at = done.at;
        touch.actor = done.actor;
        touch.medium = done.medium;
        touch.answered = done.answered;
        touch.number = number;
        const zones::Local there = zones::local(done.at, row.zone);
        touch.weekday = there.date.dayOfWeek();
        touch.hour = there.time.hour();
        m_facts.touches << touch;
    }

    bool fits(const LeadFact &lead) const
    {
        const ChartFilter &filter = m_facts.filter;
        return (filter.plan.isEmpty() || filter.plan == lead.plan) && (filter.source.isEmpty() || filter.source == lead.source);
    }

    void finish(LeadFact lead)
    {
        const ChartFilter &filter = m_facts.filter;
        if (!lead.owner.isEmpty())
            m_facts.seen.insert(lead.owner);
        const bool leftIn = fits(lead) && (filter.person.isEmpty() || filter.person == lead.owner);
        lead.isOpen = leftIn && lead.status == LeadStatus::Open && daysAgo(lead.arrivedAt, m_facts.at, m_facts.zone) >= filter.openDays;
        lead.isNew = leftIn && lead.status != LeadStatus::Duplicate && lead.arrivedAt >= m_facts.since;
        if (lead.lastTouchAt.us > 0)
            lead.untouchedDays = daysAgo(lead.lastTouchAt, m_facts.at, m_facts.zone);
        m_facts.leads << lead;
    }

    ReportFacts &m_facts;
    QVector<Row> m_rows;
    QHash<LeadId, qsizetype> m_places;
};

// Since when attempts by one medium have to be read to know all of them on these leads.
Instant firstArrival(const QVector<Row> &rows, Instant since)
{
    for (const Row &row : rows)
        since = std::min(since, row.fact.arrivedAt);
    return since;
}

} // namespace

QString ReportFacts::nameOf(const QString &login) const
{
    const auto found = std::find_if(people.cbegin(), people.cend(), [&](const Person &person) { return person.login == login; });
    return found == people.cend() ? login : found->name;
}

int daysAgo(Instant at, Instant now, const QString &zone)
{
    return int(std::max<qint64>(0, zones::local(at, zone).date.daysTo(zones::local(now, zone).date)));
}

Instant rangeStart(int days, Instant now, const QString &zone)
{
    return startOfDay(zones::local(now, zone).date.addDays(1 - days), zone);
}

Result<ReportFacts> readReportFacts(Connection &db, RooftopId rooftop, const ChartFilter &filter, const QString &zone, Instant now)
{
    const std::optional<Medium> medium = mediumFromText(filter.medium);
    if (!medium && !filter.medium.isEmpty())
        return Error{Code::Invalid, QCoreApplication::translate("beback", "Nobody is contacted by \"%1\".").arg(filter.medium), {}};
    ReportFacts facts;
    facts.filter = filter;
    facts.zone = zones::isKnown(zone) ? zone : zones::unknownSet().first();
    facts.at = now;
    facts.since = rangeStart(filter.days, now, facts.zone);
    BEBACK_TRY(people, readEverybody(db, rooftop));
    facts.people = people;
    BEBACK_TRY(rows, readRows(db, rooftop, facts));
    BEBACK_TRY(work, workDone(db, rooftop, medium ? firstArrival(rows, facts.since) : facts.since, EndOfTime));
    noteWho(facts.seen, work, facts.since);
    putInOrder(work, medium);
    Gathering gathering(facts, rows);
    if (medium)
        gathering.countAnew(work);
    gathering.gather(work);
    return facts;
}

} // namespace beback
