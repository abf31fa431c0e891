#include "core/store/engine.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

namespace beback {

QString toText(Engine engine)
{
    return engine == Engine::Sqlite ? QStringLiteral("sqlite") : QStringLiteral("postgresql");
}

Result<StoreUrl> StoreUrl::parse(const QString &text)
{
    StoreUrl url;
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith(QLatin1String("postgresql://")) || trimmed.startsWith(QLatin1String("postgres://"))) {
        url.engine = Engine::Postgresql;
        url.uri = trimmed;
        return url;
    }
    QString path = trimmed;
    if (path.startsWith(QLatin1String("sqlite:")))
        path = path.mid(7);
    if (path.isEmpty() || path.contains(QChar(0)))
        return Error{Code::Invalid,
                     QCoreApplication::translate("beback", "The database is not named. Write sqlite:PATH, for example "
                                                           "sqlite:/home/me/beback.db."),
                     {}};
    if (path.contains(QLatin1String("://")))
        return Error{Code::Invalid,
                     QCoreApplication::translate("beback", "“%1” is no database Beback knows. Write sqlite:PATH or "
                                                           "postgresql://HOST/NAME.")
                         .arg(path.section(QLatin1String("://"), 0, 0)),
                     {}};
    url.path = QFileInfo(path).absoluteFilePath();
    return url;
}

Result<StoreUrl> StoreUrl::standard()
{
    if (const QString set = qEnvironmentVariable("BEBACK_DB"); !set.isEmpty())
        return parse(set);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    if (folder.isEmpty())
        return Error{Code::Unavailable,
                     QCoreApplication::translate("beback", "This user has no folder for data. Name a file with --db."),
                     {}};
    return parse(folder + QStringLiteral("/beback/beback.db"));
}

QString StoreUrl::display() const
{
    if (engine == Engine::Sqlite)
        return path;
    return QUrl(uri).toDisplayString(QUrl::RemovePassword | QUrl::RemoveUserInfo | QUrl::RemoveQuery);
}

} // namespace beback
