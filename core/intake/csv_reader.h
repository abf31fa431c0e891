#pragma once

#include "core/intake/csv_mapping.h"
#include "core/base/result.h"
#include "core/intake/reading.h"

#include <QIODevice>

#include <functional>

namespace beback {

struct CsvContext {
    std::optional<CsvMapping> mapping; // none: guessed from the heads
    QString zone;                      // of times without one, unless the mapping says another
    QString dateOrder;                 // where the mapping is guessed: mdy, dmy, ymd; empty: mdy
    QString source;                    // of leads whose row and mapping name none: the file's name
    std::function<void(const QStringList &)> unmapped; // told once: heads of columns no field takes, where there are any
};

// One reading a row, in flat memory. Rows without any cell filled are passed over. A reading's content is the row under
// heads named after the fields, so that it can be read again without the mapping. Errors: Invalid (no column is
// understood, or what CsvStream says); readings given before stand. Thread: any.
Result<void> forEachCsvLead(QIODevice &input, const CsvContext &context, const std::function<bool(Reading &&)> &take);

} // namespace beback
