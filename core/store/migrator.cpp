#include "core/store/migrator.h"

#include <QCoreApplication>

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
                     tr("These data were written by a newer Beback (they have version %1, this program reads up to %2). They "
                        "were not opened and not changed. Install the newer Beback, or open another file or database.")
                         .arg(applied.lastKey())
                         .arg(files.last().number),
                     {}};
    for (const auto &file : files) {
        const auto row = applied.constFind(file.number);
        if (row != applied.constEnd() && row->checksum != file.checksum)
            return Error{Code::Corrupt,
                         tr("These data were made by another build of Beback (step %1 differs). They were not changed. Open "
                            "them with the program that made them.")
                             .arg(file.name),
                         {}};
    }
    return {};
}

// A migration may take its time; see Connection::setDeadline().
class NoHurry
{
public:
    explicit NoHurry(Connection &db) : m_db(db), m_before(db.deadline()) { m_db.setDeadline(std::chrono::hours(1)); }
    ~NoHurry() { m_db.setDeadline(m_before); }
    NoHurry(const NoHurry &) = delete;
    NoHurry &operator=(const NoHurry &) = delete;

private:
    Connection &m_db;
    Duration m_before;
};

Result<void> explained(Engine engine, Result<void> result, const QString &whenDenied)
{
    if (engine != Engine::Postgresql || result || result.error().code != Code::Denied)
        return result;
    return Error{Code::Denied, whenDenied, result.error().detail};
}

} // namespace

int Migrator::newest(Engine engine)
{
    return sql_catalog::migrations(engine).last().number;
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

Result<void> Migrator::run(Connection &db, const char *script)
{
    BEBACK_TRY(statements, sql_catalog::script(db.engine(), script));
    for (const QString &sql : statements)
        BEBACK_CHECK(db.run(sql));
    return {};
}

// What must be there before the first migration: the ledger, and on PostgreSQL the role that owns it.
Result<void> Migrator::found(Connection &db)
{
    const auto script = [&db](const char *name) {
        return db.inTransaction(name, [&] { return run(db, name); });
    };
    if (db.engine() == Engine::Postgresql)
        for (const char *name : {"setup/found", "setup/harden", "setup/become_owner"})
            BEBACK_CHECK(script(name));
    return script("setup/ledger_create");
}

// A store that somebody else founded after this connection was opened: it has an owner by now, which opening looked for
// in vain.
Result<void> Migrator::becomeOwner(Connection &db)
{
    return db.engine() == Engine::Postgresql ? run(db, "store/act_as_owner") : Result<void>();
}

Result<void> Migrator::apply(Connection &db, const sql_catalog::MigrationFile &file, Instant now, Report &report)
{
    return db.inTransaction("migrate", [&]() -> Result<void> {
        if (db.engine() == Engine::Postgresql) // SQLite's transactions wait for each other anyway
            BEBACK_CHECK(run(db, "setup/migration_begins"));
        BEBACK_TRY(applied, ledger(db)); // again, under the lock: another process may have been faster
        if (applied.contains(file.number))
            return {};
        for (const QString &sql : file.statements)
            BEBACK_CHECK(db.run(sql));
        BEBACK_TRY(add, db.statement("store/ledger_add"));
        add.bind(":number", file.number).bind(":name", file.name);
        add.bind(":checksum", QString::fromLatin1(file.checksum)).bind(":applied_at", now);
        BEBACK_CHECK(add.exec());
        db.afterCommit([&report, name = file.name] { report.applied << name; });
        return {};
    });
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
    const NoHurry noHurry(db);
    if (before > 0)
        BEBACK_CHECK(becomeOwner(db));
    else
        BEBACK_CHECK(explained(db.engine(), found(db), tr("Only an administrator of the database server can set Beback up there. Sign in "
                                             "as one, and run beback init again.")));
    for (const auto &file : files) {
        BEBACK_CHECK(explained(db.engine(), apply(db, file, now, report),
                               tr("These data have to be brought up to date by an administrator of the database server, once: "
                                  "beback init.")));
        report.to = file.number;
    }
    return report;
}

} // namespace beback
