#pragma once

#include "core/desk/desk_types.h"
#include "core/history/recorder.h"
#include "core/intake/csv_mapping.h"
#include "core/intake/reading.h"

#include <functional>
#include <memory>

namespace beback {

// Brings leads in: reads, normalises, finds the person already known, records; quarantines what cannot be taken.
// Taking the same input twice changes nothing. Thread: its recorder's.
class Intake
{
public:
    struct Options {
        QString format = QStringLiteral("auto"); // auto adf csv eml
        bool dryRun = false;
        QString actor = QStringLiteral("system");
        std::optional<CsvMapping> mapping; // none: guessed from the heads
        std::function<bool(const IntakeReport &)> progress; // called between batches; false: stop after this batch
        int batch = 200; // leads a transaction
        // Called for each lead before its batch's transaction begins: a desk of a shared database reads in whoever it may
        // be about. An error ends the run.
        std::function<Result<void>(const LeadDraft &)> before;
    };

    // `rooftopZone`: IANA, of times written without a zone; an unknown one counts as UTC.
    explicit Intake(Recorder &recorder, QString rooftopZone);
    ~Intake();

    // Errors only for what concerns the whole run (file missing, store full); a bad lead is quarantined and counted.
    Result<void> importFile(const QString &path, const Options &options, IntakeReport &report);
    Result<void> importBytes(const QByteArray &content, const QString &source, const Options &options, IntakeReport &report);
    // A lead that was typed in or read already: normalised points expected (see normalize.h).
    // Errors: Invalid (nobody who could be reached), and the store's.
    Result<IntakeItem> take(const LeadDraft &draft, const QString &source, const QString &actor);

    // What waits in quarantine, newest first, without contents; one entry, and what it holds.
    // Errors of both: NotFound; of an entry also Conflict (taken or discarded already).
    Result<QVector<QuarantineEntry>> quarantined();
    Result<QuarantineEntry> quarantineEntry(QuarantineId id);
    Result<QuarantineContent> quarantineContent(QuarantineId id);
    // Reads `content` (mended, or as it was when empty) again and takes every lead that can be taken. Where some were, the
    // others become entries of their own with their new reasons, and this one is closed when nothing is left in it.
    // Errors: NotFound, Conflict (taken or discarded already).
    Result<IntakeReport> retry(QuarantineId id, const QString &content, const QString &actor);
    Result<void> discard(QuarantineId id, const QString &reason, const QString &actor);

    // The watched folder: takes every file that has stopped growing (the same size and time in two sweeps), once; moves
    // it to done/, or to refused/ when nothing in it could be taken; NAME.reason.txt beside it says what was not. A file
    // taken when the machine went down is recognised and changes nothing. Errors: Unavailable (no such folder), Denied
    // (files cannot be moved), and those of importFile that concern the store.
    Result<IntakeReport> sweepFolder(const QString &folder, const Options &options);

private:
    struct Body;
    std::unique_ptr<Body> m_body;
};

} // namespace beback
