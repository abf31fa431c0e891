#include "core/store/migrator.h"

#include "core/store/sql_catalog.h"
#include "core/store/sql_error.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QSqlQuery>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

struct Applied {
    QString name;
    QByteArray checksum;
};

Result<QMap<int, Applied>> ledger(Connection &db)
{
    QMap<int, Applied> rows;
    BEBACK_TRY(read, db.statement("store/ledger_read"));
    BEBACK_CHECK(read.exec());
    while (read.next()) {
        Columns c = read.columns();
        const int number = c.integer();
        const QString name = c.text();
        rows.insert(number, {name, c.utf8()});
    }
    BEBACK_CHECK(read.finished());
    return rows;
}

Result<void> checkLedger(const QMap<int, Applied> &applied, const QVector<sql_catalog::MigrationFile> &files)
{
    if (!applied.isEmpty() && applied.lastKey() > files.last().number)
        return Error{Code::Newer,
                     tr("This file was written by a newer Beback (its data has version %1, this program reads up to %2). It "
                        "was not opened and not changed. Install the newer Beback, or open another file.")
                         .arg(applied.lastKey())
                         .arg(files.last().number),
                     {}};
    for (const auto &file : files) {
        const auto row = applied.constFind(file.number);
        if (row != applied.constEnd() && row->checksum != file.checksum)
            return Error{Code::Corrupt,
                         tr("This file was made by another build of Beback (step %1 differs). It was not changed. Open it "
                            "with the program that made it.")
                             .arg(file.name),
                         {}};
    }
    return {};
}

} // namespace

int Migrator::newest()
{
    return sql_catalog::migrations(Engine::Sqlite).last().number;
}

Result<int> Migrator::version(Connection &db)
{
    BEBACK_TRY(exists, db.statement("store/ledger_exists"));
    BEBACK_CHECK(exists.exec());
    if (!exists.next())
        return 0;
    BEBACK_TRY(applied, ledger(db));
    return applied.isEmpty() ? 0 : applied.lastKey();
}

Result<Migrator::Report> Migrator::migrate(Connection &db, Instant now)
{
    const auto files = sql_catalog::migrations(db.engine());
    Report report;
    BEBACK_TRY(before, version(db));
    report.from = report.to = before;
    if (before > 0) {
        BEBACK_TRY(applied, ledger(db));
        BEBACK_CHECK(checkLedger(applied, files));
        if (applied.size() == files.size())
            return report;
    }
    BEBACK_CHECK(db.inTransaction("ledger", [&]() -> Result<void> {
        BEBACK_TRY(sql, sql_catalog::text(db.engine(), "store/ledger_create"));
        return db.run(sql);
    }));
    for (const auto &file : files) {
        BEBACK_CHECK(db.inTransaction("migrate", [&]() -> Result<void> {
            BEBACK_TRY(applied, ledger(db)); // again, under the lock: another process may have been faster
            if (applied.contains(file.number))
                return {};
            for (const QString &sql : file.statements)
                BEBACK_CHECK(db.run(sql));
            BEBACK_TRY(add, db.statement("store/ledger_add"));
            add.bind(":number", file.number).bind(":name", file.name);
            add.bind(":checksum", QString::fromLatin1(file.checksum)).bind(":applied_at", now);
            BEBACK_CHECK(add.exec());
            report.applied << file.name;
            return {};
        }));
        report.to = file.number;
    }
    return report;
}

} // namespace beback
