#include "core/store/sql_catalog.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QVector>

#include <algorithm>

namespace beback::sql_catalog {

namespace {

const QString Root = QStringLiteral(":/beback/sql/");

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Comments go before Qt sees the text: it takes a ":word" in a comment for a placeholder.
QString withoutComments(const QByteArray &sql)
{
    QByteArray kept;
    for (const QByteArray &line : sql.split('\n')) {
        const qsizetype comment = line.indexOf("--");
        kept += comment < 0 ? line : line.left(comment);
        kept += '\n';
    }
    return QString::fromUtf8(kept.trimmed());
}

QStringList filesUnder(const QString &folder)
{
    QStringList found;
    QDirIterator it(folder, {QStringLiteral("*.sql")}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        found << it.next().mid(folder.size());
    return found;
}

QStringList statementsOf(const QByteArray &content)
{
    QStringList statements;
    QByteArray part;
    for (const QByteArray &line : content.split('\n')) {
        if (line.trimmed() == "--;;") {
            statements << withoutComments(part);
            part.clear();
        } else {
            part += line + '\n';
        }
    }
    statements << withoutComments(part);
    statements.removeAll(QString());
    return statements;
}

MigrationFile migrationFrom(const QString &path, const QString &fileName)
{
    const QByteArray content = read(path);
    MigrationFile file;
    file.name = fileName.chopped(4);
    file.number = fileName.section(QLatin1Char('_'), 0, 0).toInt();
    file.checksum = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
    file.statements = statementsOf(content);
    return file;
}

// Empty when there is none.
QString pathOf(Engine engine, const QByteArray &name)
{
    const QString file = QString::fromLatin1(name) + QStringLiteral(".sql");
    for (const QString &folder : {Root + QStringLiteral("only/") + toText(engine) + QLatin1Char('/'), Root})
        if (QFile::exists(folder + file))
            return folder + file;
    return {};
}

Error missing(const QByteArray &name)
{
    return {Code::Internal, QStringLiteral("A statement is missing from this build of Beback."), QString::fromLatin1(name)};
}

} // namespace

Result<QString> text(Engine engine, const QByteArray &name)
{
    const QString path = pathOf(engine, name);
    if (path.isEmpty())
        return missing(name);
    return withoutComments(read(path));
}

Result<QStringList> script(Engine engine, const QByteArray &name)
{
    const QString path = pathOf(engine, name);
    if (path.isEmpty())
        return missing(name);
    return statementsOf(read(path));
}

QStringList names(Engine engine)
{
    const auto isScript = [](const QString &file) {
        return file.startsWith(QLatin1String("migrations/")) || file.startsWith(QLatin1String("setup/"));
    };
    QStringList all;
    for (const QString &file : filesUnder(Root))
        if (!file.startsWith(QLatin1String("only/")) && !isScript(file))
            all << file.chopped(4);
    for (const QString &file : filesUnder(Root + QStringLiteral("only/") + toText(engine) + QLatin1Char('/')))
        if (!isScript(file))
            all << file.chopped(4);
    all.sort();
    all.removeDuplicates();
    return all;
}

QVector<MigrationFile> migrations(Engine engine)
{
    QVector<MigrationFile> all;
    const QString own = Root + QStringLiteral("only/") + toText(engine) + QStringLiteral("/migrations/");
    for (const QString &folder : {Root + QStringLiteral("migrations/"), own})
        for (const QString &file : filesUnder(folder))
            all << migrationFrom(folder + file, file);
    std::sort(all.begin(), all.end(), [](const MigrationFile &a, const MigrationFile &b) { return a.number < b.number; });
    return all;
}

} // namespace beback::sql_catalog
