#pragma once

#include "core/history/customer_state.h"
#include "core/plan/rule_book.h"

namespace beback {

// May this person be contacted by this medium at this moment? Evaluated at the moment of the deed, never remembered.
struct Permission {
    enum class Verdict { Allowed, Warned, Blocked };
    Verdict verdict = Verdict::Allowed;
    std::optional<Instant> until; // Blocked: when it ends by itself; none: only a person can change it
    QString reason;               // sentence for people: "Quiet hours in Tucson until 8:00 am"; empty when allowed
    QString source;               // the rule behind it
    QString code;                 // "quiet_hours" "asked_not_to" "no_point" "called_today" "unknown_zone" "cap" "house_limit" "no_relation"
    bool house = false;           // a rule of the house: who has a reason may go beyond it; a law or a wish of theirs never
    bool allowed() const { return verdict != Verdict::Blocked; }
};

// Calls and texts: in the hours of every place the person may be in (47 CFR 64.1200(c)(1), and those of its state; unknown:
// all of the contiguous United States must allow, and the answer is a warning even then), and within the caps there
// (`rules`: those the store works by). Calls: one a day in the customer's zones, about whichever lead, unless a callback was promised for that
// day or they called us and nobody answered; when they only wrote since, a second call is a warning. E-mail, note, visit,
// social: any hour.
// Calls and texts so long after they came to us or bought, by law, need their consent: see relation.h.
// `pointKey` empty: the best point for the medium. A wrong number or bounced address is refused by the history itself.
// Times in sentences are the customer's. Thread: any.
Permission mayContact(const CustomerState &customer, const RuleBook &rules, Medium medium, const QString &pointKey, Instant now);

// The point a medium would use: preferred first, then the order they came in; refused ones are passed over. A text
// looks for a mobile number first and takes one at home or at work last; a fax number is never used. Null for a note,
// a visit and social media, which use no contact point.
const ContactPoint *usablePoint(const CustomerState &customer, Medium medium);

} // namespace beback
