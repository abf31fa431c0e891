#pragma once

#include "core/store/engine.h"

#include <QByteArray>
#include <QStringList>

namespace beback::sql_catalog {

// The text of a statement: only/<engine>/<name>.sql before <name>.sql. Errors: Internal when there is none.
Result<QString> text(Engine engine, const QByteArray &name);
QStringList names(Engine engine); // every statement the engine has, without migrations

struct MigrationFile {
    int number = 0;
    QString name;           // "0001_history"
    QStringList statements; // parted by lines "--;;"
    QByteArray checksum;    // SHA-256, hex
};
// In order; shared ones and those of this engine.
QVector<MigrationFile> migrations(Engine engine);

} // namespace beback::sql_catalog
