#pragma once

#include "core/store/engine.h"

#include <QByteArray>
#include <QStringList>

namespace beback::sql_catalog {

// The text of a statement: only/<engine>/<name>.sql before <name>.sql. Errors: Internal when there is none.
Result<QString> text(Engine engine, const QByteArray &name);
// A script of setup/, parted by lines "--;;": Qt runs several statements in one text, but tells the first one's failure
// only.
Result<QStringList> script(Engine engine, const QByteArray &name);
// Every statement the engine can prepare: without migrations and the scripts in setup/, which are run as they are.
QStringList names(Engine engine);

struct MigrationFile {
    int number = 0;
    QString name;           // "0001_history"
    QStringList statements; // parted by lines "--;;"
    QByteArray checksum;    // SHA-256, hex
};
// In order; shared ones and those of this engine.
QVector<MigrationFile> migrations(Engine engine);

} // namespace beback::sql_catalog
