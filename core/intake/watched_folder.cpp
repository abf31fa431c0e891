#include "core/intake/watched_folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace beback {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

bool isUnfinished(const QString &name)
{
    for (const char *ending : {".part", ".partial", ".tmp", ".crdownload", ".filepart", "~"})
        if (name.endsWith(QLatin1String(ending), Qt::CaseInsensitive))
            return true;
    return false;
}

// A name not taken yet: lead.xml, lead-2.xml, lead-3.xml …
QString freeName(const QDir &folder, const QString &name)
{
    const QFileInfo parts(name);
    QString free = name;
    for (int i = 2; folder.exists(free); ++i)
        free = QStringLiteral("%1-%2%3").arg(parts.completeBaseName()).arg(i).arg(
            parts.suffix().isEmpty() ? QString() : QLatin1Char('.') + parts.suffix());
    return free;
}

QString reasonsOf(const IntakeReport &report)
{
    QString text;
    for (const IntakeItem &item : report.items)
        if (item.fate == IntakeItem::Fate::Quarantined)
            text += item.source + QLatin1String(": ") + item.reason + QLatin1Char('\n');
    if (report.itemsCut)
        text += say("There are more than are listed here.") + QLatin1Char('\n');
    return text;
}

// Moves the file into done/ or refused/, the reasons beside it. The reasons first: a file in refused/ always has them.
Result<void> moveAway(const QFileInfo &file, const QString &where, const QString &reasons)
{
    const QDir folder(file.absolutePath());
    const auto failed = [&file, &where] {
        return Error{Code::Denied,
                     say("%1 was read, but cannot be moved to %2. Make the folder writable.").arg(file.fileName(), where), {}};
    };
    if (!folder.mkpath(where))
        return failed();
    const QDir target(folder.filePath(where));
    const QString name = freeName(target, file.fileName());
    if (!reasons.isEmpty()) {
        QFile beside(target.filePath(name + QLatin1String(".reason.txt")));
        if (!beside.open(QIODevice::WriteOnly | QIODevice::Truncate) || beside.write(reasons.toUtf8()) < 0)
            return failed();
    }
    if (!QFile::rename(file.absoluteFilePath(), target.filePath(name)))
        return failed();
    return {};
}

// Does this failure lie in the file itself rather than in the store?
bool concernsTheFile(const Error &error)
{
    return error.code == Code::Invalid || error.code == Code::NotFound;
}

void addAll(IntakeReport &sum, IntakeReport &part)
{
    const IntakeReport counts = part;
    for (IntakeItem &item : part.items)
        sum.add(std::move(item));
    if (counts.itemsCut) { // what was not listed was counted
        sum.accepted += counts.accepted;
        sum.joined += counts.joined;
        sum.resent += counts.resent;
        sum.quarantined += counts.quarantined;
        for (const IntakeItem &item : counts.items) {
            switch (item.fate) {
            case IntakeItem::Fate::Accepted: --sum.accepted; break;
            case IntakeItem::Fate::Joined: --sum.joined; break;
            case IntakeItem::Fate::Resent: --sum.resent; break;
            case IntakeItem::Fate::Quarantined: --sum.quarantined; break;
            }
        }
        sum.itemsCut = true;
    }
}

} // namespace

Result<IntakeReport> WatchedFolder::sweep(const QString &folder, bool dryRun, const Take &take)
{
    const QDir dir(folder);
    if (folder.isEmpty() || !dir.exists())
        return Error{Code::Unavailable, say("The watched folder %1 is not there.").arg(folder), {}};
    IntakeReport sum;
    QHash<QString, Seen> seen;
    std::optional<Error> failure;
    bool stopped = false;
    for (const QFileInfo &file : dir.entryInfoList(QDir::Files | QDir::NoSymLinks, QDir::Name)) {
        const QString path = file.absoluteFilePath();
        if (isUnfinished(file.fileName()))
            continue;
        Seen now{file.size(), file.lastModified(), false};
        const Seen before = m_seen.value(path);
        now.taken = now.is(before) && before.taken;
        seen.insert(path, now);
        if (stopped || failure || now.taken || !now.is(before))
            continue;
        IntakeReport report;
        const auto taken = take(path, report);
        QString reasons = reasonsOf(report);
        if (!taken && concernsTheFile(taken.error()))
            reasons += taken.error().message + QLatin1Char('\n');
        else if (!taken)
            failure = taken.error();
        stopped = taken && !*taken;
        const bool nothingTaken = report.accepted + report.joined + report.resent == 0;
        addAll(sum, report);
        if (failure || stopped || dryRun)
            continue;
        seen[path].taken = true;
        if (auto moved = moveAway(file, nothingTaken && !reasons.isEmpty() ? QStringLiteral("refused") : QStringLiteral("done"),
                                  reasons);
            !moved)
            failure = moved.error();
        else
            seen.remove(path);
    }
    m_seen = std::move(seen);
    if (failure)
        return *failure;
    return sum;
}

} // namespace beback
