#include "core/intake/import_run.h"

namespace beback {

namespace {

constexpr qsizetype BatchBytes = 8 * 1024 * 1024; // a batch of large pieces is cut short

} // namespace

bool concernsTheStore(const Error &error)
{
    switch (error.code) {
    case Code::Busy:
    case Code::Unavailable:
    case Code::Denied:
    case Code::Full:
    case Code::Newer:
    case Code::Corrupt:
    case Code::Cancelled:
        return true;
    default:
        return false;
    }
}

QString ImportRun::sourceOf(const Reading &reading) const
{
    return reading.place.isEmpty() ? m_source : m_source + QLatin1String(", ") + reading.place;
}

Result<IntakeItem> ImportRun::refuse(const Reading &reading)
{
    IntakeItem item;
    item.fate = IntakeItem::Fate::Quarantined;
    item.source = sourceOf(reading);
    item.reason = reading.refusal.message;
    if (reading.lead)
        item.name = reading.lead->name.display();
    if (m_options.dryRun)
        return item;
    Quarantine quarantine(m_recorder.db(), m_recorder.station().rooftop);
    BEBACK_TRY(id, quarantine.add(reading, item.source, m_recorder.clock().now(), m_recorder.random()));
    item.quarantine = id;
    return item;
}

Result<IntakeItem> ImportRun::one(const Reading &reading)
{
    if (!reading.lead)
        return refuse(reading);
    auto item = m_options.dryRun ? m_settler.forecast(*reading.lead) : m_settler.settle(*reading.lead, m_options.actor);
    if (item)
        item->source = sourceOf(reading);
    return item;
}

Result<void> ImportRun::flushOneByOne()
{
    for (const Reading &reading : std::as_const(m_batch)) {
        auto taken = m_options.dryRun ? one(reading) : m_recorder.db().inTransaction("import", [&] { return one(reading); });
        if (!taken && !concernsTheStore(taken.error())) {
            Reading refused = reading;
            refused.refusal = taken.error();
            taken = m_options.dryRun ? refuse(refused)
                                     : m_recorder.db().inTransaction("import", [&] { return refuse(refused); });
        }
        if (!taken)
            return taken.error();
        m_report.add(std::move(*taken));
    }
    return {};
}

Result<void> ImportRun::flush()
{
    if (m_batch.isEmpty())
        return {};
    if (m_options.before)
        for (const Reading &reading : std::as_const(m_batch))
            if (reading.lead)
                BEBACK_CHECK(m_options.before(*reading.lead));
    const auto work = [this]() -> Result<QVector<IntakeItem>> {
        QVector<IntakeItem> items;
        items.reserve(m_batch.size());
        for (const Reading &reading : std::as_const(m_batch)) {
            BEBACK_TRY(item, one(reading));
            items.append(std::move(item));
        }
        return items;
    };
    // A dry run writes nothing, and what it remembers would be wrong if the closure ran twice.
    auto taken = m_options.dryRun ? work() : m_recorder.db().inTransaction("import", work);
    if (taken) {
        for (IntakeItem &item : *taken)
            m_report.add(std::move(item));
    } else if (concernsTheStore(taken.error())) {
        return taken.error();
    } else {
        BEBACK_CHECK(flushOneByOne());
    }
    m_batch.clear();
    m_batchBytes = 0;
    m_stopped = m_options.progress && !m_options.progress(m_report);
    return {};
}

bool ImportRun::add(Reading &&reading)
{
    m_batchBytes += reading.content.size();
    m_batch.append(std::move(reading));
    if (m_batch.size() < std::max(1, m_options.batch) && m_batchBytes < BatchBytes)
        return true;
    if (auto flushed = flush(); !flushed)
        m_failure = flushed.error();
    return !m_failure && !m_stopped;
}

Result<void> ImportRun::finish()
{
    if (m_failure)
        return *m_failure;
    return m_stopped ? Result<void>() : flush();
}

} // namespace beback
