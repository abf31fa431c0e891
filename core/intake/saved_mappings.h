#pragma once

#include "core/intake/csv_mapping.h"
#include "core/store/connection.h"

namespace beback {

// Mappings a person saved, by name, in this store's settings ("csv_mapping/<name>"). Thread: the connection's.
namespace saved_mappings {

Result<QVector<CsvMapping>> all(Connection &db); // by name
// Errors: NotFound, naming it.
Result<CsvMapping> load(Connection &db, const QString &name);
// Replaces one of the same name. Errors: Invalid (no name).
Result<void> save(Connection &db, const CsvMapping &mapping);
Result<void> remove(Connection &db, const QString &name); // none of that name: nothing happens

} // namespace saved_mappings
} // namespace beback
