#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/history/lead_draft.h"

#include <QByteArray>
#include <QIODevice>
#include <QStringList>
#include <QVector>

#include <optional>

namespace beback {

// What a rooftop has to sell today, as its inventory system exports it. All of this is pure; any thread.

inline constexpr int StockLimit = 20'000;                      // vehicles in a list
inline constexpr qsizetype StockBodyLimit = 4 * 1024 * 1024;   // bytes of StockList::toJson() a store keeps

struct StockVehicle {
    Vehicle vehicle;      // stock number, year, make and model are never empty
    int daysInStock = -1; // when the list was made; -1: the list does not tell
    friend bool operator==(const StockVehicle &, const StockVehicle &) = default;
};

struct StockList {
    QVector<StockVehicle> vehicles; // in the order of the export, each stock number once
    Instant at;                     // when it was brought in
    QString by;                     // login of who brought it in
    int version = 0;                // from 1 on; 0: not kept yet
    friend bool operator==(const StockList &, const StockList &) = default;

    // The vehicles alone, compact: {"columns": [name, …], "vehicles": [[value, …], …]}. When, by whom and which version it was
    // is kept beside it. Column names are in stores for ever: more may come, none changes.
    QByteArray toJson() const;
    // Columns a newer version of Beback added are passed over. Errors: Corrupt, with a sentence.
    static Result<StockList> fromJson(const QByteArray &body);
};

// What was read, and what a person should hear about it before it counts.
struct StockRead {
    StockList list;              // `at` as given; by nobody, version 0
    int skipped = 0;             // rows without stock number, year, make or model
    QVector<qint64> skippedRows; // their numbers (the first row of the file is 1), at most the first 100
    QStringList warnings;        // sentences: rows left out, doubles, figures that are none, columns not needed
};

// A CSV file as inventory systems write it: columns are known by their usual heads, which may stand in any of the first ten
// rows. Of several prices the selling price counts, then the one asked for on the internet, the plain, the list price and MSRP;
// words where a price would stand ("Call") mean that there is none, whatever those behind it say; what the store paid is never
// looked at. Where a stock number stands twice, the last row counts. A figure that is none leaves
// that fact open. `now` becomes the list's instant, and days in stock are counted up to it in `zone` (IANA) where the file has
// dates; Instant(): they stay open. Rows whose status says sold or delivered are left out, and told. Errors: Invalid (no CSV; a needed column is missing, the sentence names it; no vehicle at
// all; more than StockLimit of them); Full.
Result<StockRead> readStockCsv(QIODevice &input, Instant now = {}, const QString &zone = QStringLiteral("UTC"));

struct StockMatch {
    StockVehicle vehicle;
    bool wanted = false; // the very one they asked about
    QString why;         // "Same model, 2 years newer, $1,200 less"
    friend bool operator==(const StockMatch &, const StockMatch &) = default;
};

// At most `most` vehicles that come near to what they want, the nearest first: the very one while it is there, then the same
// model, the same model line ("RAV4 Prime" for "RAV4"), the same make; among those the nearest in year, price and condition.
// Case, accents and punctuation do not matter. Other makes are never in it, and where neither make nor model is known, only the
// very one is. `aboutCents`: what they would pay, in cents; none: the wanted vehicle's own price. The order is the same
// whenever list and wish are.
QVector<StockMatch> comparable(const StockList &list, const Vehicle &wanted, std::optional<qint64> aboutCents, int most);

} // namespace beback
