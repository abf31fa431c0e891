#pragma once

#include "core/history/customer_state.h"
#include "core/plan/whereabouts.h"
#include "core/time/zones.h"

namespace beback {

// What permission and next step both have to know, so that no step is offered which may not be done.

// `rules`: those the store works by (PlanBook::rules). Pure.

// The hours of calls and texts wherever the person may be; see placesOf.
QVector<HoursThere> contactHours(const CustomerState &customer, const RuleBook &rules);
// From when on the caps of wherever they may be allow one more touch by this medium, at the earliest `at`.
Instant capFreeFrom(const CustomerState &customer, const RuleBook &rules, Medium medium, Instant at);
// The same for the caps of the house, over all departments.
Instant houseFreeFrom(const CustomerState &customer, const RuleBook &rules, Medium medium, Instant at);
const ContactRule *houseCapReached(const CustomerState &customer, const RuleBook &rules, Medium medium, Instant at);
// The cap that stands against it at `at`; null: none.
const ContactRule *capReached(const CustomerState &customer, const RuleBook &rules, Medium medium, Instant at);

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
