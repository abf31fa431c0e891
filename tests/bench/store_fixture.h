#pragma once

#include "bench.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/desk/workplace.h"

#include <memory>

namespace bench {

// The moment every measurement takes place: a Monday, 11:00 in Wichita.
beback::Instant benchNow();

inline constexpr int LongHistories = 20;    // customers with LongHistory events, the first ones of every store
inline constexpr int LongHistory = 200;

// A store with so many leads, made once and kept in options.dir: events made up in bulk, every derived row computed from
// them by the program's own fold, so that `beback check` finds no difference. Its numbers are those of no country.
QString builtStore(const Options &options, int leads);
// With about ten events each, of which so many are alive and all others were closed years ago: what charts are read from.
QString agedStore(const Options &options, int leads, int lively);
inline constexpr int Workers = 12; // of an aged store
// The same in a file of its own that may be changed; it replaces an earlier copy of that name.
QString copyOf(const Options &options, const QString &store, const QString &name);
// An empty store with rooftop and one agent, "bench".
QString emptyStore(const Options &options, const QString &name);

// A store opened as the program opens it, at benchNow().
struct Desk {
    explicit Desk(const QString &path);
    beback::ManualClock clock;
    beback::SeededRandom random;
    std::unique_ptr<beback::Workplace> place;
};

// Throws std::runtime_error with the sentence of the error.
[[noreturn]] void fail(const beback::Error &error);
template <class T> T need(beback::Result<T> result)
{
    if (!result)
        fail(result.error());
    return *std::move(result);
}
inline void need(beback::Result<void> result)
{
    if (!result)
        fail(result.error());
}

} // namespace bench
