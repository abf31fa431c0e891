#include "core/intake/intake.h"

#include "core/intake/adf_in_text.h"
#include "core/intake/adf_reader.h"
#include "core/intake/csv_reader.h"
#include "core/intake/import_run.h"
#include "core/intake/input_format.h"
#include "core/intake/lead_identity.h"
#include "core/intake/mail_reader.h"
#include "core/intake/watched_folder.h"
#include "core/store/file_checks.h"
#include "core/time/zones.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace beback {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

// An input as it is read: the device, what it is called, and how it is to be understood.
struct Input {
    QIODevice &device;
    QString source;      // of the items: the file's name
    QString leadSource;  // of CSV leads that name none
    QString format;      // adf csv eml
    QString dateOrder;   // of CSV
    QString zone;
    std::optional<CsvMapping> mapping;
    QStringList *warnings = nullptr; // about the whole input; none: nobody reads them
};

QString placeIn(const QString &source, const Reading &reading)
{
    return reading.place.isEmpty() ? source : source + QLatin1String(", ") + reading.place;
}

// All of an input that is small enough to be kept, else its beginning.
QByteArray contentOf(QIODevice &device)
{
    return device.seek(0) ? device.read(Quarantine::ContentLimit) : QByteArray();
}

Reading refusalOfAll(const Input &input, const Error &why)
{
    Reading reading;
    reading.refusal = why;
    reading.format = input.format;
    reading.content = contentOf(input.device);
    if (input.device.size() > reading.content.size())
        reading.refusal.message += QLatin1Char(' ') + say("Only the first 16 MB were kept here; the file was not changed.");
    return reading;
}

// ADF that is wrapped in something: escaped, quoted, in quoted-printable.
bool readWrapped(const Input &input, const AdfContext &context, const std::function<bool(Reading &&)> &take)
{
    constexpr qint64 Limit = 8 * 1024 * 1024;
    if (input.device.size() > Limit)
        return false;
    const QByteArray found = adfInText(contentOf(input.device));
    if (found.isEmpty())
        return false;
    for (Reading &reading : readAdf(found, context))
        if (!take(std::move(reading)))
            break;
    return true;
}

Result<void> readAdfInput(const Input &input, const std::function<bool(Reading &&)> &take)
{
    AdfContext context;
    context.zone = input.zone;
    bool any = false;
    auto read = forEachProspect(input.device, context, [&](Reading &&reading) {
        any = true;
        return take(std::move(reading));
    });
    if (!read && !any && readWrapped(input, context, take))
        return {};
    return read;
}

Result<void> readMailInput(const Input &input, const std::function<bool(Reading &&)> &take)
{
    const bool mailbox = input.device.peek(5) == "From ";
    if (mailbox && input.device.size() > mail_limits::Mailbox)
        return Error{Code::Invalid, say("This mailbox is larger than 128 MB. Split it and import the parts."), {}};
    AdfContext context;
    context.zone = input.zone;
    context.source = QStringLiteral("E-mail");
    for (Reading &reading : readMail(input.device.read(mailbox ? mail_limits::Mailbox : mail_limits::Mail + 1), context))
        if (!take(std::move(reading)))
            break;
    return {};
}

std::function<void(const QStringList &)> unmappedTo(const Input &input)
{
    return [&input](const QStringList &heads) {
        constexpr int Named = 12;
        QStringList named;
        for (const QString &head : heads.mid(0, Named))
            named << QStringLiteral("“%1”").arg(head.left(60));
        if (heads.size() > Named)
            named << QStringLiteral("…");
        if (input.warnings)
            input.warnings->append(say("%1: no field takes these columns; what they hold is kept with each lead as it is: %2.")
                                       .arg(input.source, named.join(QStringLiteral(", "))));
    };
}

// Every reading of an input in turn; what is wrong with the input as a whole is a reading with a refusal.
void readInput(const Input &input, const std::function<bool(Reading &&)> &take)
{
    bool stopped = false;
    const auto guarded = [&](Reading &&reading) {
        if (reading.format.isEmpty())
            reading.format = QStringLiteral("adf");
        stopped = !take(std::move(reading));
        return !stopped;
    };
    input.device.seek(0);
    Result<void> read;
    if (input.format == QLatin1String("csv"))
        read = forEachCsvLead(input.device, {input.mapping, input.zone, input.dateOrder, input.leadSource, unmappedTo(input)}, guarded);
    else if (input.format == QLatin1String("eml"))
        read = readMailInput(input, guarded);
    else if (input.format == QLatin1String("adf"))
        read = readAdfInput(input, guarded);
    else
        read = Error{Code::Invalid,
                     input.format == QLatin1String("binary")
                         ? say("This is not a text file, so there is no lead in it to read.")
                         : say("This is neither ADF, nor CSV, nor an e-mail with a lead in it."),
                     {}};
    if (!read && !stopped)
        guarded(refusalOfAll(input, read.error()));
}

} // namespace

struct Intake::Body {
    Recorder &recorder;
    QString zone;
    LeadSettler settler;
    WatchedFolder folder;
    bool stopped = false; // by the last run's progress

    Body(Recorder &r, const QString &z)
        : recorder(r), zone(zones::isKnown(z) ? z : QStringLiteral("UTC")), settler(r, zone)
    {
    }

    Result<void> import(Input &input, const Options &options, IntakeReport &report);
    Result<void> retake(Input &input, const QString &actor, IntakeReport &report, QVector<Reading> &refused);
    Result<QVector<IntakeItem>> leaveBehind(const QuarantineEntry &from, const QVector<Reading> &refused, bool anyTaken,
                                            const QString &actor);
};

Intake::Intake(Recorder &recorder, QString rooftopZone) : m_body(std::make_unique<Body>(recorder, rooftopZone)) {}
Intake::~Intake() = default;

Result<void> Intake::Body::import(Input &input, const Options &options, IntakeReport &report)
{
    static const QStringList formats = {QStringLiteral("auto"), QStringLiteral("adf"), QStringLiteral("csv"), QStringLiteral("eml")};
    if (!formats.contains(options.format))
        return Error{Code::Invalid, say("There is no format “%1”. Use auto, adf, csv or eml.").arg(options.format), {}};
    const QByteArray start = input.device.peek(64 * 1024);
    input.format = options.format == QLatin1String("auto") ? formatOf(start, input.source) : options.format;
    input.mapping = options.mapping;
    input.zone = zone;
    input.warnings = &report.warnings;
    ImportRun run(recorder, settler, input.source, options, report);
    if (options.dryRun)
        settler.beginForecast();
    if (start.isEmpty()) {
        Reading empty;
        empty.refusal = Error{Code::Invalid, say("This file is empty."), {}};
        empty.content = input.source.toUtf8(); // so that two empty files are two entries
        run.add(std::move(empty));
    } else {
        readInput(input, [&run](Reading &&reading) { return run.add(std::move(reading)); });
    }
    auto finished = run.finish();
    stopped = run.wasStopped();
    return finished;
}

Result<void> Intake::importFile(const QString &path, const Options &options, IntakeReport &report)
{
    if (isOpenStoreFile(path))
        return Error{Code::Invalid, say("%1 is where Beback keeps its leads. Choose a file that was sent to you.").arg(path), {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.exists() ? Code::Denied : Code::NotFound,
                     say("%1 cannot be read: %2.").arg(path, file.errorString()), {}};
    const QFileInfo name(path);
    // Asked before anything is taken: what cannot be read at all is not an empty file.
    file.peek(1);
    if (file.error() != QFileDevice::NoError)
        return Error{Code::Denied, say("%1 cannot be read: %2.").arg(path, file.errorString()), {}};
    Input input{file, name.fileName(), name.completeBaseName(), {}, {}, {}, {}, {}};
    BEBACK_CHECK(m_body->import(input, options, report));
    if (file.error() != QFileDevice::NoError)
        return Error{Code::Invalid, say("%1 could not be read to its end: %2.").arg(path, file.errorString()), {}};
    return {};
}

Result<void> Intake::importBytes(const QByteArray &content, const QString &source, const Options &options, IntakeReport &report)
{
    QBuffer buffer;
    buffer.setData(content);
    buffer.open(QIODevice::ReadOnly);
    Input input{buffer, source, source, {}, {}, {}, {}, {}};
    return m_body->import(input, options, report);
}

Result<IntakeItem> Intake::take(const LeadDraft &draft, const QString &source, const QString &actor)
{
    LeadDraft lead = draft;
    // Typed in now: the moment tells this visit from the same person's next one.
    if (!lead.requestedAt)
        lead.requestedAt = m_body->recorder.clock().now();
    if (lead.keys.isEmpty())
        lead.keys.append(contentPrint(lead, lead.requestedAt->toIso()));
    if (lead.source.isEmpty())
        lead.source = source;
    return m_body->recorder.db().inTransaction("import", [&]() -> Result<IntakeItem> {
        BEBACK_TRY(item, m_body->settler.settle(lead, actor));
        item.source = source;
        return item;
    });
}

Result<QVector<QuarantineEntry>> Intake::quarantined()
{
    return Quarantine(m_body->recorder.db(), m_body->recorder.station().rooftop).open();
}

Result<QuarantineEntry> Intake::quarantineEntry(QuarantineId id)
{
    return Quarantine(m_body->recorder.db(), m_body->recorder.station().rooftop).entry(id);
}

Result<QuarantineContent> Intake::quarantineContent(QuarantineId id)
{
    return Quarantine(m_body->recorder.db(), m_body->recorder.station().rooftop).content(id);
}

// Each lead is taken by itself, so that one that cannot be taken holds up no other. Taking one twice changes nothing:
// when the machine goes down half-way, the entry is still open, and trying again finishes the work.
Result<void> Intake::Body::retake(Input &input, const QString &actor, IntakeReport &report, QVector<Reading> &refused)
{
    const QString source = input.source;
    std::optional<Error> failure;
    readInput(input, [&](Reading &&reading) {
        if (!reading.lead) {
            refused.append(std::move(reading));
            return true;
        }
        auto item = recorder.db().inTransaction("retry", [&] { return settler.settle(*reading.lead, actor); });
        if (item) {
            item->source = placeIn(source, reading);
            report.add(std::move(*item));
        } else if (concernsTheStore(item.error())) {
            failure = item.error();
        } else {
            reading.refusal = item.error();
            refused.append(std::move(reading));
        }
        return !failure;
    });
    return failure ? Result<void>(*failure) : Result<void>();
}

// What could not be taken stays behind, and the entry it came from is closed when nothing of it is left there.
Result<QVector<IntakeItem>> Intake::Body::leaveBehind(const QuarantineEntry &from, const QVector<Reading> &refused, bool anyTaken,
                                                      const QString &actor)
{
    Quarantine quarantine(recorder.db(), recorder.station().rooftop);
    bool stays = !anyTaken;
    QVector<IntakeItem> items;
    for (const Reading &reading : refused) {
        IntakeItem item;
        item.fate = IntakeItem::Fate::Quarantined;
        item.source = placeIn(from.source, reading);
        item.reason = reading.refusal.message;
        item.quarantine = from.id;
        if (reading.lead)
            item.name = reading.lead->name.display();
        if (anyTaken) {
            BEBACK_TRY(id, quarantine.add(reading, from.source, recorder.clock().now(), recorder.random()));
            item.quarantine = id;
        }
        if (item.quarantine == from.id && (items.isEmpty() || anyTaken)) { // the same content: it is this entry still
            stays = true;
            BEBACK_CHECK(quarantine.setReason(from.id, item.reason));
        }
        items.append(std::move(item));
    }
    if (!stays)
        BEBACK_CHECK(quarantine.close(from.id, QStringLiteral("taken"), say("Taken by %1.").arg(actor)));
    return items;
}

Result<IntakeReport> Intake::retry(QuarantineId id, const QString &content, const QString &actor)
{
    Recorder &recorder = m_body->recorder;
    BEBACK_TRY(entry, quarantineEntry(id));
    QBuffer buffer;
    if (content.isEmpty()) {
        BEBACK_TRY(kept, quarantineContent(id));
        buffer.setData(bytesOf(kept));
    } else {
        buffer.setData(content.toUtf8());
    }
    buffer.open(QIODevice::ReadOnly);
    const QStringList format = entry.format.split(QLatin1Char(' '));
    Input input{buffer, entry.source, entry.source, format.value(0), format.value(1), format.value(2, m_body->zone), {}, {}};
    IntakeReport report;
    QVector<Reading> refused;
    BEBACK_CHECK(m_body->retake(input, actor, report, refused));
    const bool anyTaken = report.accepted + report.joined + report.resent > 0;
    auto left = recorder.db().inTransaction("retry", [&] { return m_body->leaveBehind(entry, refused, anyTaken, actor); });
    if (!left)
        return left.error();
    for (IntakeItem &item : *left)
        report.add(std::move(item));
    return report;
}

Result<void> Intake::discard(QuarantineId id, const QString &reason, const QString &actor)
{
    Quarantine quarantine(m_body->recorder.db(), m_body->recorder.station().rooftop);
    return m_body->recorder.db().inTransaction("discard", [&]() -> Result<void> {
        BEBACK_CHECK(quarantine.entry(id));
        return quarantine.close(id, QStringLiteral("discarded"), QStringLiteral("%1: %2").arg(actor, reason));
    });
}

Result<IntakeReport> Intake::sweepFolder(const QString &folder, const Options &options)
{
    return m_body->folder.sweep(folder, options.dryRun, [this, &options](const QString &path, IntakeReport &report) -> Result<bool> {
        BEBACK_CHECK(importFile(path, options, report));
        return !m_body->stopped;
    });
}

} // namespace beback
