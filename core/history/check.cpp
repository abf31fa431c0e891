#include "core/history/check.h"

#include "core/history/check_guard.h"
#include "core/history/derived_rows.h"
#include "core/history/event_store.h"
#include "core/history/fold.h"
#include "core/history/row_store.h"

#include <QCoreApplication>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

constexpr int KeptFindings = 1000;

Result<QVector<CustomerId>> everyCustomer(Connection &db, RooftopId rooftop)
{
    BEBACK_TRY(select, db.statement("history/check_customers"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    QVector<CustomerId> all;
    while (select.next())
        all << select.columns().id<CustomerId>();
    BEBACK_CHECK(select.finished());
    return all;
}

Result<void> checkOrigins(Connection &db, CheckReport &report)
{
    BEBACK_TRY(select, db.statement("history/check_origins"));
    BEBACK_CHECK(select.exec());
    while (select.next()) {
        Columns c = select.columns();
        const QString origin = c.text();
        const qint64 count = c.int64(), first = c.int64(), last = c.int64(), backwards = c.int64();
        report.events += count;
        if (first != 1 || last != count)
            report.find(tr("Desk %1: its events are numbered %2 to %3, but there are %4.").arg(origin).arg(first).arg(last).arg(count));
        if (backwards > 0)
            report.find(tr("Desk %1: %2 events run against the clock.").arg(origin).arg(backwards));
    }
    return select.finished();
}

Result<void> checkGates(Connection &db, RooftopId rooftop, bool repair, CheckReport &report)
{
    const int before = report.differences;
    {
        BEBACK_TRY(select, db.statement("history/check_gates"));
        BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
        while (select.next()) {
            Columns c = select.columns();
            const QString owner = c.text();
            const int band = c.integer();
            const QString gate = c.text();
            const qint64 counted = c.int64();
            report.find(tr("Queue gate “%1” of band %2, owner “%3”: %4 rows are counted, %5 are there.")
                            .arg(gate).arg(band).arg(owner).arg(c.int64()).arg(counted));
        }
        BEBACK_CHECK(select.finished());
    }
    if (!repair || report.differences == before)
        return {};
    for (const char *name : {"history/gates_remove", "history/gates_rebuild"}) {
        BEBACK_TRY(statement, db.statement(name));
        BEBACK_CHECK(statement.bind(":rooftop_id", rooftop).exec());
    }
    return {};
}

QString differing(const DerivedRows &stored, const DerivedRows &derived)
{
    QStringList tables;
    if (!(stored.customer == derived.customer))
        tables << QStringLiteral("customer");
    if (stored.points != derived.points)
        tables << QStringLiteral("contact_point");
    if (stored.leads != derived.leads)
        tables << QStringLiteral("lead");
    if (stored.queue != derived.queue)
        tables << QStringLiteral("queue");
    if (stored.keys != derived.keys)
        tables << QStringLiteral("intake_key");
    if (stored.search != derived.search)
        tables << QStringLiteral("search_doc");
    return tables.join(QStringLiteral(", "));
}

void checkNextSteps(const CustomerState &state, const std::optional<NextForCustomer> &next, CheckReport &report)
{
    if (next)
        return;
    for (const LeadState &lead : state.leads)
        if (lead.status == LeadStatus::Open && !state.refusal({}, {}))
            report.find(tr("Lead %1 is open and has no next step.").arg(lead.id.toString()));
}

Result<void> checkCustomer(Connection &db, RooftopId rooftop, CustomerId customer, const PlanBook &plans, bool repair,
                           CheckReport &report)
{
    // Whoever writes about them at this moment is waited for: what is mended is what is there after that.
    if (repair && db.engine() == Engine::Postgresql)
        BEBACK_CHECK(check_guard::lockPerson(db, rooftop, customer));
    BEBACK_TRY(events, event_store::ofCustomer(db, rooftop, customer));
    BEBACK_TRY(stored, row_store::read(db, rooftop, customer));
    ++report.customers;
    if (events.isEmpty() && stored == DerivedRows{}) {
        BEBACK_TRY(person, db.statement("history/customer_read"));
        BEBACK_CHECK(person.bind(":id", customer).exec());
        const bool isThere = person.next();
        BEBACK_CHECK(person.finished());
        if (!isThere)
            return {}; // all that came about them is held
    }
    if (events.isEmpty()) {
        report.find(tr("Customer %1 has rows and no history.").arg(customer.toString()));
        if (!repair)
            return {};
        ++report.repaired;
        return row_store::remove(db, rooftop, customer);
    }
    const CustomerState state = fold(std::move(events));
    const auto next = nextForCustomer(state, plans);
    checkNextSteps(state, next, report);
    const DerivedRows derived = deriveRows(state, next, plans.rules());
    if (stored == derived)
        return {};
    if (!repair && db.engine() == Engine::Postgresql) {
        BEBACK_TRY(marked, check_guard::isStale(db, customer));
        report.waiting += marked;
        if (marked)
            return {};
    }
    report.find(tr("Customer %1: %2 differs from the history.").arg(customer.toString(), differing(stored, derived)));
    if (!repair)
        return {};
    ++report.repaired;
    BEBACK_CHECK(row_store::remove(db, rooftop, customer));
    return row_store::write(db, rooftop, customer, nullptr, derived);
}

// The index behind the search belongs to the engine; SQLite's can prove itself. Outside a transaction: what it finds is a
// failed statement.
Result<void> checkSearch(Connection &db, bool repair, CheckReport &report)
{
    if (db.engine() != Engine::Sqlite)
        return {};
    {
        BEBACK_TRY(compare, db.statement("history/check_search"));
        const auto compared = compare.exec();
        if (compared)
            return {};
        if (compared.error().code != Code::Corrupt)
            return compared;
    }
    report.find(tr("The search index differs from the texts it stands for."));
    if (!repair)
        return {};
    BEBACK_TRY(rebuild, db.statement("history/rebuild_search"));
    return rebuild.exec();
}

} // namespace

void CheckReport::find(const QString &sentence)
{
    ++differences;
    if (findings.size() < KeptFindings)
        findings << sentence;
}

Result<CheckReport> checkStore(Connection &db, RooftopId rooftop, const PlanBook &plans, bool repair)
{
    CheckReport report;
    const check_guard::Unhurried unhurried(db, repair);
    BEBACK_CHECK(unhurried.begun());
    BEBACK_CHECK(checkOrigins(db, report));
    BEBACK_TRY(customers, everyCustomer(db, rooftop));
    constexpr qsizetype Page = 200; // customers a transaction: a desk beside waits for none of them long
    for (qsizetype from = 0; from < customers.size(); from += Page) {
        CheckReport page;
        BEBACK_CHECK(db.inTransaction("check", [&]() -> Result<void> {
            page = report; // a busy retry begins the page anew
            for (qsizetype i = from; i < std::min(from + Page, customers.size()); ++i)
                BEBACK_CHECK(checkCustomer(db, rooftop, customers[i], plans, repair, page));
            return {};
        }));
        report = page;
    }
    BEBACK_CHECK(checkSearch(db, repair, report));
    BEBACK_CHECK(db.inTransaction("check gates", [&] { return checkGates(db, rooftop, repair, report); }));
    if (db.engine() == Engine::Postgresql) {
        BEBACK_CHECK(check_guard::checkFeeds(db, report));
        BEBACK_CHECK(check_guard::checkHeads(db, rooftop, repair, report, [&](CustomerId customer) -> Result<void> {
            CheckReport again; // what was found is in the report already
            return checkCustomer(db, rooftop, customer, plans, true, again);
        }));
    }
    return report;
}

} // namespace beback
