#pragma once

#include "core/history/customer_state.h"
#include "core/plan/rule_book.h"

namespace beback {

// How long somebody who came to us may be called or texted, where a law knows such a time: 47 CFR 64.1200(f)(5) calls it an
// established business relationship. Who consented to a medium may be contacted by it longer, until they ask to stop; so may
// who was promised a call, or has an appointment. `rules`: those the store works by. Pure.

// From when on this medium needs their consent by this rule. None: the rule is not about the medium, or they consented.
std::optional<Instant> relationEnds(const CustomerState &customer, const ContactRule &rule, Medium medium);
// The rule by which it is over at `at`, one that forbids before one that warns; null: none.
const ContactRule *relationOver(const CustomerState &customer, const RuleBook &rules, Medium medium, Instant at);
// From when on the rules forbid this medium, however long ago that was. None: never, or not yet known.
std::optional<Instant> relationForbidsFrom(const CustomerState &customer, const RuleBook &rules, Medium medium);

// The states in which somebody on a recorded call has to be told, of those they may be in and of ours ("IL"; empty: not known);
// sorted by name. Empty: nowhere. Where they are not known to be, every state that has such a law.
QVector<const ContactRule *> noticeRules(const CustomerState &customer, const RuleBook &rules, const QString &ourState);
// As a sentence for who dials; empty: nothing to say.
QString noticeSentence(const CustomerState &customer, const RuleBook &rules, const QString &ourState);

} // namespace beback
