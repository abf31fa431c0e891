#pragma once

#include "core/history/lead_draft.h"

namespace beback {

// "elena vasquez|87101": name and postcode made comparable (case, accents, blanks, punctuation; five digits of a US
// postcode). Empty when either is unknown. Stored with every customer, and what intake looks a person up by.
QString matchKey(const PersonName &name, const Address &address);

} // namespace beback
