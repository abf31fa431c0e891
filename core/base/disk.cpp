#include "core/base/disk.h"

#include <QDir>
#include <QFile>

#ifdef Q_OS_LINUX
#include <sys/stat.h>
#include <sys/sysmacros.h>
#endif

namespace beback {

namespace {

constexpr int MostLayers = 8; // of volumes over each other; more is a loop

QString lineOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

// Encrypted where every device it lies on is.
std::optional<bool> look(const QString &folder, int layer)
{
    if (layer > MostLayers || !QDir(folder).exists())
        return std::nullopt;
    if (lineOf(folder + QStringLiteral("/dm/uuid")).startsWith(QLatin1String("CRYPT-")))
        return true;
    const QStringList below = QDir(folder + QStringLiteral("/slaves")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    if (below.isEmpty())
        return false;
    for (const QString &name : below) {
        const auto one = look(folder + QStringLiteral("/slaves/") + name, layer + 1);
        if (!one || !*one)
            return one;
    }
    return true;
}

} // namespace

std::optional<bool> isDeviceEncrypted(const QString &device, const QString &blocks)
{
    return look(blocks + QLatin1Char('/') + device, 0);
}

std::optional<bool> isDiskEncrypted(const QString &path)
{
#ifdef Q_OS_LINUX
    struct stat facts;
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0)
        return std::nullopt;
    const QString device = QStringLiteral("%1:%2").arg(major(facts.st_dev)).arg(minor(facts.st_dev));
    return isDeviceEncrypted(device, QStringLiteral("/sys/dev/block"));
#else
    (void)path;
    return std::nullopt;
#endif
}

} // namespace beback
