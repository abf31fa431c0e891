#pragma once

#include "core/base/result.h"
#include "core/history/lead_draft.h"

namespace beback {

// "print:<hex>": a digest of what the lead says (person, points, address, vehicles, words, the request's date), after
// normalising. The same lead read twice, from whichever file, has the same print; ids, source and wrapping play no part.
// `statedDate`: the request date as the lead itself states it; empty when it states none.
QString contentPrint(const LeadDraft &draft, const QString &statedDate);

// Is there a person in it who could be reached: a phone number or mail address (even one that needs mending), or a name
// with a street address? Errors: Invalid, saying what is missing.
Result<void> checkReachable(const LeadDraft &draft);

} // namespace beback
