#pragma once

#include <QString>

#include <array>
#include <optional>

namespace beback {

// What keeps somebody who came in from buying. The text form is in the store for ever: names are added, never changed.
enum class Objection {
    Trade,    // what their present car is worth
    Price,
    Payment,  // or terms
    Thinking, // it over
    Decider,  // somebody else decides, or decides with them
    Stock,    // the color or equipment is not here
    Credit,
    Shopping, // around
    None      // no reason given
};
inline constexpr std::array AllObjections = {Objection::Trade,   Objection::Price, Objection::Payment,
                                             Objection::Thinking, Objection::Decider, Objection::Stock,
                                             Objection::Credit,  Objection::Shopping, Objection::None};
QString toText(Objection objection); // "trade" "price" "payment" "thinking" "decider" "stock" "credit" "shopping" "none"
std::optional<Objection> objectionFromText(const QString &text);
QString objectionText(Objection objection); // as people read it: "Trade value"

} // namespace beback
