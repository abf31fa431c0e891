#pragma once

#include "core/report/chart.h"

#include <QStringList>

namespace beback {

// A field of CSV (RFC 4180). What a spreadsheet would take for a formula is told apart by an apostrophe.
QString csvField(QString field);
QString csvLine(const QStringList &fields);

// The numbers of a chart, a line a series and mark, in English: what `beback report NAME --format csv` and the window write.
QString chartCsv(const Chart &chart);

} // namespace beback
