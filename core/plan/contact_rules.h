#pragma once

#include "core/history/customer_state.h"
#include "core/time/zones.h"

namespace beback {

// What permission and next step both have to know, so that no step is offered which may not be done.

// Calls and texts, in every zone the person may be in (47 CFR 64.1200(c)(1)).
inline constexpr int ContactFromHour = 8;
inline constexpr int ContactUntilHour = 21;
inline const DailyWindow ContactHours{QTime(ContactFromHour, 0), QTime(ContactUntilHour, 0)};

// The zone whose wall clock stands for the person's, for a sentence or a part of the day: the first of their zones that
// this system knows, else one in the middle of the country.
QString clockZone(const CustomerState &customer);

// One call a day to a person, whichever of their leads it was about; a day is a date in each zone they may be in.

// The newest call about any of their leads; us 0: never.
Instant lastCallTo(const CustomerState &customer);
// The first instant of the day after that call, in every zone. None: never called.
std::optional<Instant> callFreeFrom(const CustomerState &customer);
// Did they ask for one more: a callback promised for the day of `now` or before, or a call of theirs we did not answer?
bool asksForACall(const CustomerState &customer, Instant now);
// Did they write, by whatever medium, and nobody answered yet?
bool wroteSince(const CustomerState &customer);

// A street, and a city or postcode: where a note can go.
bool hasPostalAddress(const CustomerState &customer);

} // namespace beback
