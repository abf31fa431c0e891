#pragma once

#include "core/desk/desk_types.h"
#include "core/words/words.h"

namespace beback {

// What the words may say about this person, this lead and the one who writes. What a campaign brings is said as long as it is so.
WordFacts wordFacts(const CustomerState &customer, const LeadState &lead, const RooftopFacts &rooftop, const Agent &writer, Instant now);

// All media that have words for this key, in their language. `used`: how often they got each wording.
QMap<Medium, PreparedWords> prepareAllWords(const WordBook &book, const QString &key, const CustomerState &customer, const LeadState &lead,
                                            const RooftopFacts &rooftop, const Agent &writer, Instant now, const QHash<QString, int> &used = {});

} // namespace beback
