#include "core/history/replan.h"

#include "core/history/event_store.h"
#include "core/history/fold.h"
#include "core/history/row_store.h"

namespace beback {

namespace {

constexpr qsizetype Page = 200; // customers a transaction

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

// Did anything change?
Result<bool> replanOne(Connection &db, RooftopId rooftop, CustomerId customer, const PlanBook &plans)
{
    if (db.engine() == Engine::Postgresql) { // SQLite has one writer at a time
        BEBACK_TRY(lock, db.statement("history/person_lock"));
        BEBACK_CHECK(lock.bind(":customer_id", customer).bind(":rooftop_id", rooftop).exec());
    }
    BEBACK_TRY(events, event_store::ofCustomer(db, rooftop, customer));
    if (events.isEmpty())
        return false;
    BEBACK_TRY(before, row_store::read(db, rooftop, customer));
    const CustomerState state = fold(std::move(events));
    const DerivedRows after = deriveRows(state, nextForCustomer(state, plans), plans.rules());
    if (before == after)
        return false;
    BEBACK_CHECK(row_store::write(db, rooftop, customer, before == DerivedRows{} ? nullptr : &before, after));
    return true;
}

} // namespace

Result<void> forEveryCustomer(Connection &db, RooftopId rooftop, const std::function<void(const CustomerState &)> &look)
{
    BEBACK_TRY(customers, everyCustomer(db, rooftop));
    for (const CustomerId customer : std::as_const(customers)) {
        BEBACK_TRY(events, event_store::ofCustomer(db, rooftop, customer));
        if (!events.isEmpty())
            look(fold(std::move(events)));
    }
    return {};
}

Result<int> replan(Connection &db, RooftopId rooftop, const PlanBook &plans)
{
    BEBACK_TRY(customers, everyCustomer(db, rooftop));
    int changed = 0;
    for (qsizetype from = 0; from < customers.size(); from += Page) {
        BEBACK_TRY(ofPage, db.inTransaction("replan", [&]() -> Result<int> {
            int count = 0;
            for (qsizetype i = from; i < std::min(from + Page, customers.size()); ++i) {
                BEBACK_TRY(did, replanOne(db, rooftop, customers[i], plans));
                count += did;
            }
            return count;
        }));
        changed += ofPage;
    }
    return changed;
}

} // namespace beback
