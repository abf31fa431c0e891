#include "core/plan/reach.h"

#include "core/plan/permission.h"
#include "core/plan/relation.h"
#include "core/time/calendar.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

bool inContactHoursOnly(Medium medium)
{
    return medium == Medium::Call || medium == Medium::Text;
}

// What stands in for a medium that cannot be used: the nearest in kind first. A card is no reason to ring somebody up.
QVector<Medium> inPlaceOf(Medium wanted)
{
    switch (wanted) {
    case Medium::Text: return {Medium::Text, Medium::Email, Medium::Call, Medium::Note};
    case Medium::Email: return {Medium::Email, Medium::Text, Medium::Call, Medium::Note};
    case Medium::Note: return {Medium::Note, Medium::Email, Medium::Text, Medium::Call};
    default: return {wanted, Medium::Call, Medium::Text, Medium::Email, Medium::Note};
    }
}

bool canReach(const CustomerState &customer, Medium medium)
{
    if (!customer.doNotContact.isEmpty() && customer.refusal({}, medium))
        return false;
    switch (medium) {
    case Medium::Call:
    case Medium::Text:
    case Medium::Email: return usablePoint(customer, medium) != nullptr;
    case Medium::Note: return hasPostalAddress(customer);
    case Medium::Visit:
    case Medium::Social: return true;
    }
    return false;
}

} // namespace

Reach::Reach(const CustomerState &customer, const RuleBook &rules)
    : m_customer(customer), m_rules(rules), m_zone(clockZone(customer)), m_callFreeFrom(callFreeFrom(customer)),
      m_hours(contactHours(customer, rules))
{
    for (const Medium medium : AllMedia)
        m_can[size_t(medium)] = canReach(customer, medium);
    for (const Medium medium : {Medium::Call, Medium::Text})
        m_forbiddenFrom[size_t(medium)] = relationForbidsFrom(customer, rules, medium);
}

bool Reach::mustWait(Medium medium, Instant at, Calls calls) const
{
    return medium == Medium::Call && calls != Calls::Asked && m_callFreeFrom && at < *m_callFreeFrom;
}

std::optional<Instant> Reach::firstChance(Medium medium, const Moment &moment, Calls calls) const
{
    if (!can(medium))
        return std::nullopt;
    Instant at = moment.at;
    if (calls == Calls::Wait)
        at = houseFreeFrom(m_customer, m_rules, medium, at);
    if (mustWait(medium, at, calls)) {
        at = *m_callFreeFrom;
        if (moment.timeOfDay.isValid()) {
            const QDate workday = calendar::addBusinessDays(day(at), 0);
            at = std::max(at, zones::instantOf(workday, moment.timeOfDay, m_zone).value_or(at));
        }
    }
    const std::optional<Instant> due = inContactHoursOnly(medium) ? inHours(medium, at) : at;
    const std::optional<Instant> &forbidden = m_forbiddenFrom[size_t(medium)];
    return due && forbidden && *forbidden <= *due ? std::nullopt : due;
}

// Inside the hours of wherever they may be, and inside the caps there.
std::optional<Instant> Reach::inHours(Medium medium, Instant at) const
{
    for (int tries = 0; tries < 8; ++tries) { // a cap that ends at night moves it to the morning, where another may hold
        const auto open = nextOpen(m_hours, at);
        if (!open)
            return std::nullopt;
        at = capFreeFrom(m_customer, m_rules, medium, *open);
        if (at == *open)
            return at;
    }
    return std::nullopt;
}

void Reach::place(NextStep &step, Medium wanted, const Moment &moment, Calls calls) const
{
    const QVector<Medium> order = inPlaceOf(wanted);
    std::optional<Instant> due;
    for (const bool late : {false, true}) { // a call that has to wait for another day comes last
        for (const Medium medium : order) {
            const bool inTurn = mustWait(medium, moment.at, calls) == late || (medium == wanted && calls == Calls::Wait);
            if (due || !inTurn || !(due = firstChance(medium, moment, calls)))
                continue;
            step.medium = medium;
            if (medium != wanted)
                step.plannedMedium = wanted;
        }
    }
    if (!due) {
        step.band = Band::Stuck;
        step.medium = wanted;
        step.dueAt = moment.at;
        step.stuckBecause = whyUnreachable(m_customer, m_rules, moment.at);
        return;
    }
    step.dueAt = *due;
    if (const ContactPoint *point = usablePoint(m_customer, step.medium))
        step.pointKey = point->key();
}

QString whyUnreachable(const CustomerState &customer, const RuleBook &rules, Instant at)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("beback", source); };
    const bool anything = hasPostalAddress(customer)
                          || std::any_of(customer.points.begin(), customer.points.end(),
                                         [](const ContactPoint &point) { return !point.value.isEmpty(); });
    if (!anything)
        return customer.points.isEmpty()
                   ? text("No phone number, e-mail address or street address on file. Find one, or close the lead.")
                   : text("The numbers and addresses on file cannot be read. Mend one, or close the lead.");
    for (const Medium medium : {Medium::Call, Medium::Text}) {
        const ContactRule *over = canReach(customer, medium) ? relationOver(customer, rules, medium, at) : nullptr;
        if (over && over->blocks)
            return text("They asked so long ago that a call or text needs their consent, and nothing else is on file. Note their consent "
                        "or an address, or close the lead.");
    }
    const bool phoneLeft = canReach(customer, Medium::Call) || canReach(customer, Medium::Text);
    return phoneLeft ? text("The zones they may be in share no hour for a call or a text. Enter where they live.")
                     : text("None of the numbers and addresses on file can be used. Find another, or close the lead.");
}

} // namespace beback
