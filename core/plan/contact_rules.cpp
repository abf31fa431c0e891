#include "core/plan/contact_rules.h"

#include <algorithm>

namespace beback {

namespace {

// Is there an open lead for which this holds?
template <class Holds> bool anyOpenLead(const CustomerState &customer, Holds holds)
{
    return std::any_of(customer.leads.begin(), customer.leads.end(),
                       [&](const LeadState &lead) { return lead.status == LeadStatus::Open && holds(lead); });
}

// The touches a cap counts, oldest first.
QVector<Instant> countedBy(const ContactRule &cap, const CustomerState &customer)
{
    QVector<Instant> counted;
    for (const Touch &touch : customer.touches)
        if (cap.media.contains(touch.medium))
            counted << touch.at;
    std::sort(counted.begin(), counted.end());
    return counted;
}

// Those nobody answered yet, by whatever medium: who answers is in a conversation.
QVector<Instant> unansweredOf(const ContactRule &cap, const CustomerState &customer)
{
    Instant answered;
    for (const Touch &touch : customer.touches)
        answered = std::max(answered, touch.answeredAt);
    QVector<Instant> counted = countedBy(cap, customer);
    counted.erase(counted.begin(), std::upper_bound(counted.begin(), counted.end(), answered));
    return counted;
}

Duration lengthOf(const ContactRule &cap)
{
    return std::chrono::hours(cap.inHours);
}

// The touch that has to be that long ago before there may be another; none: there may be one at `at`.
std::optional<Instant> standsAgainst(const ContactRule &cap, const QVector<Instant> &counted, Instant at)
{
    const auto until = std::upper_bound(counted.cbegin(), counted.cend(), at);
    if (until - counted.cbegin() < cap.most)
        return std::nullopt;
    const Instant oldest = *(until - cap.most);
    return oldest + lengthOf(cap) > at ? std::optional(oldest) : std::nullopt;
}

} // namespace

QVector<HoursThere> contactHours(const CustomerState &customer, const RuleBook &rules)
{
    return hoursOf(placesOf(customer, rules), rules);
}

const ContactRule *capReached(const CustomerState &customer, const RuleBook &rules, Medium medium, Instant at)
{
    for (const ContactRule *cap : rules.laws(ContactRule::Kind::Cap, statesOf(customer)))
        if (cap->media.contains(medium) && standsAgainst(*cap, countedBy(*cap, customer), at))
            return cap;
    return nullptr;
}

Instant capFreeFrom(const CustomerState &customer, const RuleBook &rules, Medium medium, Instant at)
{
    if (customer.touches.isEmpty())
        return at;
    for (const ContactRule *cap : rules.laws(ContactRule::Kind::Cap, statesOf(customer))) {
        if (!cap->media.contains(medium))
            continue;
        const QVector<Instant> counted = countedBy(*cap, customer);
        while (const auto oldest = standsAgainst(*cap, counted, at)) // one less each time
            at = *oldest + lengthOf(*cap);
    }
    return at;
}

const ContactRule *houseCapReached(const CustomerState &customer, const RuleBook &rules, Medium medium, Instant at)
{
    for (const ContactRule *cap : rules.houseCaps())
        if (cap->media.contains(medium) && standsAgainst(*cap, unansweredOf(*cap, customer), at))
            return cap;
    return nullptr;
}

Instant houseFreeFrom(const CustomerState &customer, const RuleBook &rules, Medium medium, Instant at)
{
    for (const ContactRule *cap : rules.houseCaps()) {
        if (!cap->media.contains(medium) || customer.touches.size() < cap->most)
            continue;
        const QVector<Instant> counted = unansweredOf(*cap, customer);
        while (const auto oldest = standsAgainst(*cap, counted, at))
            at = *oldest + lengthOf(*cap);
    }
    return at;
}

QString clockZone(const CustomerState &customer)
{
    for (const QString &zone : customer.zones)
        if (zones::isKnown(zone))
            return zone;
    return zones::unknownSet().first();
}

Instant lastCallTo(const CustomerState &customer)
{
    Instant last;
    for (const LeadState &lead : customer.leads)
        last = std::max(last, lead.lastCallAt);
    return last;
}

std::optional<Instant> callFreeFrom(const CustomerState &customer)
{
    const Instant last = lastCallTo(customer);
    if (last.us == 0)
        return std::nullopt;
    std::optional<Instant> latest;
    for (const QString &zone : customer.zones.isEmpty() ? zones::unknownSet() : customer.zones)
        if (const auto midnight = zones::instantOf(zones::local(last, zone).date.addDays(1), QTime(0, 0), zone))
            latest = latest ? std::max(*latest, *midnight) : *midnight;
    return latest ? latest : last + std::chrono::hours(24); // no zone of theirs is known to this system
}

bool asksForACall(const CustomerState &customer, Instant now)
{
    const QString zone = clockZone(customer);
    const auto day = [&zone](Instant at) { return zones::local(at, zone).date; };
    return anyOpenLead(customer, [&](const LeadState &lead) {
        return lead.waitingReply == Medium::Call
            || (lead.promise && lead.promise->medium == Medium::Call && day(lead.promise->at) <= day(now));
    });
}

bool hasPostalAddress(const CustomerState &customer)
{
    const Address &address = customer.address;
    return !address.street.isEmpty() && (!address.postcode.isEmpty() || !address.city.isEmpty());
}

bool wroteSince(const CustomerState &customer)
{
    return anyOpenLead(customer, [](const LeadState &lead) { return lead.waitingReply.has_value(); });
}

} // namespace beback
