#include "core/history/row_store.h"

namespace beback::row_store {

namespace {

Result<void> putCustomer(Connection &db, RooftopId rooftop, CustomerId customer, const CustomerRow &row)
{
    BEBACK_TRY(put, db.statement("history/customer_put"));
    put.bind(":id", customer).bind(":rooftop_id", rooftop).bind(":name", row.name).bind(":match_key", row.matchKey);
    put.bind(":city", row.city).bind(":region", row.region).bind(":zones", row.zones).bind(":refused", row.refused);
    put.bind(":duty_trail", row.dutyTrail).bind(":duty_at", row.dutyAt);
    return put.exec();
}

Result<void> putLead(Connection &db, RooftopId rooftop, CustomerId customer, const LeadRow &row)
{
    BEBACK_TRY(put, db.statement("history/lead_put"));
    put.bind(":id", row.id).bind(":rooftop_id", rooftop).bind(":customer_id", customer).bind(":status", row.status);
    put.bind(":source", row.source).bind(":owner", row.owner).bind(":vehicle", row.vehicle).bind(":stock", row.stock);
    put.bind(":vin", row.vin).bind(":arrived_at", row.arrivedAt).bind(":plan_id", row.planId);
    put.bind(":plan_version", row.planVersion).bind(":steps_done", row.stepsDone).bind(":attempts", row.attempts);
    put.bind(":reached", row.reached).bind(":marks", row.marks).bind(":last_attempt_at", row.lastAttemptAt);
    put.bind(":last_reply_at", row.lastReplyAt).bind(":waiting_reply", row.waitingReply);
    put.bind(":promise_at", row.promiseAt).bind(":promise_by", row.promiseBy);
    put.bind(":appointment_at", row.appointmentAt).bind(":story", row.story);
    put.bind(":story_at", row.storyAt);
    return put.exec();
}

Result<void> countGate(Connection &db, RooftopId rooftop, const QueueRow &row, int change)
{
    BEBACK_TRY(add, db.statement("history/gate_add"));
    add.bind(":rooftop_id", rooftop).bind(":owner", row.owner).bind(":band", row.band).bind(":gate", row.gate);
    return add.bind(":change", change).exec();
}

Result<void> putQueue(Connection &db, RooftopId rooftop, CustomerId customer, const QueueRow &row)
{
    BEBACK_TRY(put, db.statement("history/queue_put"));
    put.bind(":customer_id", customer).bind(":rooftop_id", rooftop).bind(":lead_id", row.lead);
    put.bind(":owner", row.owner).bind(":band", row.band).bind(":gate", row.gate).bind(":due_at", row.dueAt);
    put.bind(":medium", row.medium).bind(":step", row.step).bind(":steps", row.steps);
    return put.exec();
}

Result<void> removeBy(Connection &db, const char *statement, const char *placeholder, CustomerId customer)
{
    BEBACK_TRY(remove, db.statement(statement));
    return remove.bind(placeholder, customer).exec();
}

Result<void> removeBy(Connection &db, const char *statement, RooftopId rooftop, CustomerId customer)
{
    BEBACK_TRY(remove, db.statement(statement));
    return remove.bind(":rooftop_id", rooftop).bind(":customer_id", customer).exec();
}

Result<void> writeQueue(Connection &db, RooftopId rooftop, CustomerId customer, const std::optional<QueueRow> &before,
                        const std::optional<QueueRow> &after)
{
    if (before == after)
        return {};
    const bool sameGate = before && after && before->owner == after->owner && before->band == after->band
                          && before->gate == after->gate;
    if (before && !sameGate)
        BEBACK_CHECK(countGate(db, rooftop, *before, -1));
    if (after && !sameGate)
        BEBACK_CHECK(countGate(db, rooftop, *after, 1));
    return after ? putQueue(db, rooftop, customer, *after)
                 : removeBy(db, "history/queue_remove", ":customer_id", customer);
}

Result<void> writePoints(Connection &db, RooftopId rooftop, CustomerId customer, const DerivedRows *before,
                         const DerivedRows &after)
{
    if (before && before->points == after.points)
        return {};
    if (before && !before->points.isEmpty())
        BEBACK_CHECK(removeBy(db, "history/points_remove", ":customer_id", customer));
    BEBACK_TRY(add, db.statement("history/point_add"));
    for (const PointRow &row : after.points) {
        add.bind(":customer_id", customer).bind(":kind", row.kind).bind(":value", row.value);
        BEBACK_CHECK(add.bind(":rooftop_id", rooftop).bind(":label", row.label).exec());
    }
    return {};
}

Result<void> writeKeys(Connection &db, RooftopId rooftop, CustomerId customer, const DerivedRows *before,
                       const DerivedRows &after)
{
    if (before && before->keys == after.keys)
        return {};
    const bool shrunk = before && !std::includes(after.keys.cbegin(), after.keys.cend(), before->keys.cbegin(), before->keys.cend());
    if (shrunk)
        BEBACK_CHECK(removeBy(db, "history/keys_remove", rooftop, customer));
    BEBACK_TRY(add, db.statement("history/key_add"));
    for (const QString &key : after.keys)
        if (!before || shrunk || !before->keys.contains(key))
            BEBACK_CHECK(add.bind(":rooftop_id", rooftop).bind(":value", key).bind(":customer_id", customer).exec());
    return {};
}

Result<void> writeLeads(Connection &db, RooftopId rooftop, CustomerId customer, const DerivedRows *before,
                        const DerivedRows &after)
{
    // A lead goes away only when its arrival was taken back; then all are written again.
    const bool fewer = before && before->leads.size() > after.leads.size();
    if (fewer)
        BEBACK_CHECK(removeBy(db, "history/leads_remove", rooftop, customer));
    for (const LeadRow &row : after.leads)
        if (!before || fewer || !before->leads.contains(row))
            BEBACK_CHECK(putLead(db, rooftop, customer, row));
    return {};
}

LeadRow readLead(Columns c)
{
    LeadRow row;
    row.id = c.id<LeadId>();
    row.status = c.text();
    row.source = c.text();
    row.owner = c.text();
    row.vehicle = c.text();
    row.stock = c.text();
    row.vin = c.text();
    row.arrivedAt = c.instant();
    row.planId = c.text();
    row.planVersion = c.integer();
    row.stepsDone = c.integer();
    row.attempts = c.integer();
    row.reached = c.integer();
    row.marks = c.text();
    row.lastAttemptAt = c.instant();
    row.lastReplyAt = c.instant();
    row.waitingReply = c.text();
    row.promiseAt = c.instant();
    row.promiseBy = c.text();
    row.appointmentAt = c.instant();
    row.story = c.text();
    row.storyAt = c.instant();
    return row;
}

Result<void> readSmall(Connection &db, CustomerId customer, DerivedRows &rows)
{
    BEBACK_TRY(person, db.statement("history/customer_read"));
    BEBACK_CHECK(person.bind(":id", customer).exec());
    if (person.next()) {
        Columns c = person.columns();
        rows.customer.name = c.text();
        rows.customer.matchKey = c.text();
        rows.customer.city = c.text();
        rows.customer.region = c.text();
        rows.customer.zones = c.text();
        rows.customer.refused = c.boolean();
        rows.customer.dutyTrail = c.text();
        rows.customer.dutyAt = c.instant();
    }
    BEBACK_TRY(queue, db.statement("history/queue_read"));
    BEBACK_CHECK(queue.bind(":customer_id", customer).exec());
    if (queue.next()) {
        Columns c = queue.columns();
        QueueRow row;
        row.lead = c.id<LeadId>();
        row.owner = c.text();
        row.band = c.integer();
        row.gate = c.text();
        row.dueAt = c.instant();
        row.medium = c.text();
        row.step = c.integer();
        row.steps = c.integer();
        rows.queue = row;
    }
    BEBACK_TRY(search, db.statement("history/search_read"));
    BEBACK_CHECK(search.bind(":customer_id", customer).exec());
    if (search.next())
        rows.search = search.columns().text();
    return {};
}

} // namespace

Result<DerivedRows> read(Connection &db, RooftopId rooftop, CustomerId customer)
{
    DerivedRows rows;
    BEBACK_CHECK(readSmall(db, customer, rows));
    BEBACK_TRY(points, db.statement("history/points_read"));
    BEBACK_CHECK(points.bind(":customer_id", customer).exec());
    while (points.next()) {
        Columns c = points.columns();
        const QString kind = c.text(), value = c.text();
        rows.points << PointRow{kind, value, c.text()};
    }
    BEBACK_CHECK(points.finished());
    BEBACK_TRY(leads, db.statement("history/leads_read"));
    BEBACK_CHECK(leads.bind(":rooftop_id", rooftop).bind(":customer_id", customer).exec());
    while (leads.next())
        rows.leads << readLead(leads.columns());
    BEBACK_CHECK(leads.finished());
    BEBACK_TRY(keys, db.statement("history/keys_read"));
    BEBACK_CHECK(keys.bind(":rooftop_id", rooftop).bind(":customer_id", customer).exec());
    while (keys.next())
        rows.keys << keys.columns().text();
    BEBACK_CHECK(keys.finished());
    rows.keys.sort(); // by code unit, as derived, whatever the engine's collation
    return rows;
}

Result<void> write(Connection &db, RooftopId rooftop, CustomerId customer, const DerivedRows *before,
                   const DerivedRows &after)
{
    if (!before || !(before->customer == after.customer))
        BEBACK_CHECK(putCustomer(db, rooftop, customer, after.customer));
    BEBACK_CHECK(writePoints(db, rooftop, customer, before, after));
    BEBACK_CHECK(writeLeads(db, rooftop, customer, before, after));
    BEBACK_CHECK(writeQueue(db, rooftop, customer, before ? before->queue : std::nullopt, after.queue));
    BEBACK_CHECK(writeKeys(db, rooftop, customer, before, after));
    if (!before || before->search != after.search) {
        BEBACK_TRY(put, db.statement("history/search_put"));
        BEBACK_CHECK(put.bind(":customer_id", customer).bind(":rooftop_id", rooftop).bind(":body", after.search).exec());
    }
    return {};
}

Result<void> remove(Connection &db, RooftopId rooftop, CustomerId customer)
{
    for (const char *statement : {"history/points_remove", "history/queue_remove", "history/search_remove"})
        BEBACK_CHECK(removeBy(db, statement, ":customer_id", customer));
    BEBACK_CHECK(removeBy(db, "history/customer_remove", ":id", customer));
    BEBACK_CHECK(removeBy(db, "history/leads_remove", rooftop, customer));
    return removeBy(db, "history/keys_remove", rooftop, customer);
}

} // namespace beback::row_store
