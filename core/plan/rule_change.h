#pragma once

#include "core/plan/rule_book.h"

namespace beback {

// What somebody wants a rule to be, and why.
struct RuleWish {
    ContactRule rule;
    bool asShipped = false; // only `rule.id` counts: back to what was shipped; a rule that never was is withdrawn
    QString reason;
};

// What `to` would allow that `from` does not, each as a sentence: "Monday: from 7:00 am instead of 8:00 am". Empty: it is as
// strict or stricter. Where caps cannot be compared (fewer touches in less time), it counts as looser. Pure.
QStringList loosened(const ContactRule &from, const ContactRule &to);

// The strictest of two rules of one kind about one place, with the names and source of `first`. Pure.
ContactRule strictest(const ContactRule &first, const ContactRule &second);

// May the store say this? `now`: the rules it works by; `said`: its words so far. A house rule and a stricter law: with a reason. A law looser than
// the shipped one: only with its new source and its effective date, because only the law itself can change that. A rule
// that is not known yet: a cap of the house, or a law of a state that is not among the shipped. Errors: Invalid, a sentence
// that says what is missing; NotFound, for going back on what is as shipped. Pure.
Result<void> checkWish(const RuleBook &now, const QVector<RuleChange> &said, const RuleWish &wish);
// The word as it is kept. `version`, `by` and `at` are filled in by whoever keeps it. Pure.
RuleChange changeOf(const RuleWish &wish);

} // namespace beback
