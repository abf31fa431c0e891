#pragma once

#include "core/base/clock.h"
#include "core/store/connection.h"
#include "core/store/sql_catalog.h"

#include <QStringList>

namespace beback {

// Brings a store to this version's schema. Migrations are numbered files, each one transaction, each with its checksum
// in the ledger (table schema_migration); a fresh store runs them all. Safe when several processes start at once.
class Migrator
{
public:
    struct Report {
        int from = 0, to = 0;
        QStringList applied; // names, in order
    };
    // On PostgreSQL an administrator does it: the first time it makes the owner role, and from then on this connection
    // acts as that role.
    // Errors: Newer (it was written by a newer Beback; nothing is changed), Corrupt (a shipped migration was changed, or
    // the file is something else), Denied (not an administrator), and those of the connection.
    static Result<Report> migrate(Connection &db, Instant now);
    // Only looks: 0 for an empty store.
    static Result<int> version(Connection &db);
    static int newest(Engine engine);

private:
    static Result<void> found(Connection &db);
    static Result<void> becomeOwner(Connection &db);
    static Result<void> run(Connection &db, const char *script);
    static Result<void> apply(Connection &db, const sql_catalog::MigrationFile &file, Instant now, Report &report);
};

} // namespace beback
