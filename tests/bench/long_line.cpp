#include "long_line.h"

#include <QDir>
#include <QFile>
#include <QUrl>

namespace bench {

using namespace beback;

LongLine::LongLine(const Options &options, const QString &name, DelayLine::Speed speed)
    : m_name(name), m_serverFolder(Dealership::server(options).folder()), m_folder(options.dir + QLatin1Char('/') + QString(name).replace(QLatin1Char(' '), QLatin1Char('-')))
{
    QDir().mkpath(m_folder);
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_line = std::make_unique<DelayLine>(m_serverFolder.toStdString(), m_folder.toStdString(), Dealership::server(options).port(), speed);
}

StoreUrl LongLine::through(const StoreUrl &url) const
{
    const auto encoded = [](const QString &folder) { return QString::fromLatin1(QUrl::toPercentEncoding(folder)); };
    StoreUrl far = url;
    far.uri.replace(encoded(m_serverFolder), encoded(m_folder));
    return far;
}

QString inWords(const DelayLine::Traffic &traffic)
{
    return QStringLiteral("%1 round trips, %2 kB sent, %3 kB received").arg(traffic.roundTrips).arg(traffic.asked / 1000).arg(traffic.answered / 1000);
}

} // namespace bench
