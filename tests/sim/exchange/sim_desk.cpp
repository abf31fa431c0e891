#include "sim_desk.h"

#include <QDir>

namespace beback::exchange_sim {

namespace {

void copyFolder(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    if (!QDir().mkpath(to))
        qFatal("%s cannot be made", qPrintable(to));
    for (const QFileInfo &entry : QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
        const QString target = to + QLatin1Char('/') + entry.fileName();
        if (entry.isDir())
            copyFolder(entry.filePath(), target);
        else if (!QFile::copy(entry.filePath(), target))
            qFatal("%s cannot be copied", qPrintable(entry.filePath()));
    }
}

} // namespace

SimDesk::SimDesk(QString itsName, QString whose, QString folder, const Instant &truth, Random &random)
    : name(std::move(itsName)), login(std::move(whose)), clock(truth), m_folder(std::move(folder)), m_random(random)
{
}

Result<void> SimDesk::open(const StoreUrl &shared, bool online)
{
    qputenv("XDG_DATA_HOME", m_folder.toUtf8()); // where a desk keeps its own file
    auto opened = online ? SharedPlace::open(shared, clock, m_random) : SharedPlace::openOffline(shared, clock, m_random);
    if (!opened)
        return opened.error();
    m_place = std::move(*opened);
    return {};
}

void SimDesk::copyFileTo(const QString &folder) const
{
    copyFolder(m_folder, folder);
}

void SimDesk::takeFileFrom(const QString &folder)
{
    copyFolder(folder, m_folder);
}

void SimDesk::removeFile()
{
    QDir(m_folder).removeRecursively();
    QDir(keptFolder()).removeRecursively();
}

} // namespace beback::exchange_sim
