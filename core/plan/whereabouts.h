#pragma once

#include "core/history/customer_state.h"
#include "core/plan/rule_book.h"

namespace beback {

// States and territories of the United States somebody may be in, as two-letter codes, sorted: by the area codes of their
// numbers (resources/rules/area_states.tsv), the ZIP code (zip_states.tsv) and the state of the address. Empty: not known, or
// not in the United States. All of them count: numbers move with people.
QStringList statesOf(const CustomerState &customer);

// The states that keep a zone, of those given.
QStringList statesIn(const QString &zone, const QStringList &states);

// Where somebody may be called or texted, as names that tell which hours hold: "America/Denver", or "America/New_York@FL"
// where Florida's own hours hold; "?" when nothing is known: then all the hours of the contiguous United States hold. Sorted.
QStringList placesOf(const CustomerState &customer, const RuleBook &rules);
// Every such name there is.
QStringList everyPlace(const RuleBook &rules);

QVector<HoursThere> hoursOf(const QStringList &places, const RuleBook &rules);

} // namespace beback
