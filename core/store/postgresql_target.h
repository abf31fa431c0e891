#pragma once

#include "core/base/result.h"

#include <QString>

namespace beback {

// Where a PostgreSQL URI leads, taken apart by libpq and put together again from the fields that are allowed, so that a
// URI from a mail or a shortcut cannot switch anything else on.
struct PostgresqlTarget {
    QString host;     // as written; empty: a socket of this machine
    QString port;     // empty: 5432
    QString database;
    QString user;     // empty: this computer's user
    QString password; // empty: PGPASSWORD or ~/.pgpass, which libpq looks at itself
    QString tls;      // sslmode
    bool isLocal = false;      // loopback or a socket directory: nothing leaves this machine
    bool isUnverified = false; // another machine, and its certificate is not fully checked
    QString options;  // for QSqlDatabase::setConnectOptions()

    // Host, port, dbname, user, password, sslmode, sslrootcert, sslcert, sslkey; TLS is verify-full unless the host is
    // this machine or the URI says otherwise. Errors: Invalid, naming the field, never its value.
    static Result<PostgresqlTarget> parse(const QString &uri);
    QString place() const; // "db.example.com", "this computer": for sentences
};

} // namespace beback
