#pragma once

#include "core/base/result.h"

#include <QString>

namespace beback {

enum class Engine { Sqlite, Postgresql };
QString toText(Engine engine); // "sqlite" "postgresql": also the folder of what only one engine has

// Where a store is: "sqlite:PATH" (or a bare path), or a libpq URI "postgresql://…".
struct StoreUrl {
    Engine engine = Engine::Sqlite;
    QString path; // of the file, absolute; SQLite only
    QString uri;  // PostgreSQL only

    static Result<StoreUrl> parse(const QString &text);
    // $BEBACK_DB, else beback.db in the standard data location of this user.
    static Result<StoreUrl> standard();
    QString display() const; // for people: never holds a password
};

} // namespace beback
