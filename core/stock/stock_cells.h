#pragma once

#include <QString>

#include <optional>

namespace beback::stock_cells {

// What stands in a cell of an inventory system's list, as those write it. Private to core/stock. Pure.

// Letters and digits only, small, without accents: how heads and words are compared.
QString plain(const QString &written);
QString year(QString written);             // "24" is 2024, "2024.0", too; empty: it is none
QString condition(const QString &written); // "new", "used"; empty: it tells neither
// Figures only, which means miles; kilometers say so: "52000 km". Empty: none. No value: it is no figure.
std::optional<QString> odometer(const QString &written);
std::optional<qint64> price(const QString &written); // cents; no value: it is none, or less than a car costs
std::optional<int> days(const QString &written);     // "41", "41 days"; no value: it is no number of days
bool isGone(const QString &status);     // sold, delivered
bool isZero(const QString &written);    // "$0.00": no figure, and no mistake
// "Call" and "Call 555" are no price, and mean that there is none to tell.
bool isWords(const QString &written);

} // namespace beback::stock_cells
