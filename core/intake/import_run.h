#pragma once

#include "core/intake/intake.h"
#include "core/intake/lead_settler.h"
#include "core/intake/quarantine.h"

namespace beback {

// Would every other lead meet the same failure? Pure.
bool concernsTheStore(const Error &error);

// One input on its way through intake: readings are gathered into batches, each batch one transaction. A lead that
// makes its batch fail is found by taking the batch one by one, and quarantined; the others stand.
class ImportRun
{
public:
    ImportRun(Recorder &recorder, LeadSettler &settler, QString source, const Intake::Options &options, IntakeReport &report)
        : m_recorder(recorder), m_settler(settler), m_source(std::move(source)), m_options(options), m_report(report)
    {
    }

    // False: stop reading (cancelled, or failed; finish() tells).
    bool add(Reading &&reading);
    Result<void> finish();
    bool wasStopped() const { return m_stopped; }

private:
    Result<void> flush();
    Result<void> flushOneByOne();
    Result<IntakeItem> one(const Reading &reading);
    Result<IntakeItem> refuse(const Reading &reading);
    QString sourceOf(const Reading &reading) const;

    Recorder &m_recorder;
    LeadSettler &m_settler;
    QString m_source;
    const Intake::Options &m_options;
    IntakeReport &m_report;
    QVector<Reading> m_batch;
    qsizetype m_batchBytes = 0;
    std::optional<Error> m_failure;
    bool m_stopped = false;
};

} // namespace beback
