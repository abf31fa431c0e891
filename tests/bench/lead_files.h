#pragma once

#include "bench.h"

namespace bench {

// Files of made-up leads, made once and kept in options.dir. Every lead is another person: an address of their own, and
// a number where the 555-01xx numbers of the country's area codes last.
QString adfFile(const Options &options, int leads);
QString csvFile(const Options &options, int leads);
QString csvFileOfSize(const Options &options, qint64 bytes);

} // namespace bench
