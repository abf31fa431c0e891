#include "core/plan/relation.h"

#include "core/plan/whereabouts.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

Duration days(int count)
{
    return std::chrono::hours(24) * count;
}

QVector<const ContactRule *> relationRules(const CustomerState &customer, const RuleBook &rules)
{
    return rules.laws(ContactRule::Kind::Relation, statesOf(customer));
}

} // namespace

std::optional<Instant> relationEnds(const CustomerState &customer, const ContactRule &rule, Medium medium)
{
    if (!rule.media.contains(medium) || customer.consent(medium))
        return std::nullopt;
    Instant ends;
    for (const LeadState &lead : customer.leads) {
        ends = std::max(ends, lead.askedAt + days(rule.askedDays));
        if (lead.boughtAt.us > 0)
            ends = std::max(ends, lead.boughtAt + days(rule.boughtDays));
        // What was agreed is asked for until it is over.
        if (lead.promise && lead.promise->medium == medium)
            ends = std::max(ends, lead.promise->at + days(1));
        if (lead.appointment)
            ends = std::max(ends, lead.appointment->at + days(1));
    }
    return ends;
}

const ContactRule *relationOver(const CustomerState &customer, const RuleBook &rules, Medium medium, Instant at)
{
    const ContactRule *over = nullptr;
    for (const ContactRule *rule : relationRules(customer, rules))
        if (const auto ends = relationEnds(customer, *rule, medium); ends && *ends <= at && (!over || (rule->blocks && !over->blocks)))
            over = rule;
    return over;
}

std::optional<Instant> relationForbidsFrom(const CustomerState &customer, const RuleBook &rules, Medium medium)
{
    std::optional<Instant> from;
    const auto forbids = [](const ContactRule &rule) { return rule.kind == ContactRule::Kind::Relation && rule.blocks; };
    if (std::none_of(rules.rules().cbegin(), rules.rules().cend(), forbids)) // mostly: and every next step asks
        return from;
    for (const ContactRule *rule : relationRules(customer, rules))
        if (const auto ends = rule->blocks ? relationEnds(customer, *rule, medium) : std::nullopt)
            from = from ? std::min(*from, *ends) : *ends;
    return from;
}

QVector<const ContactRule *> noticeRules(const CustomerState &customer, const RuleBook &rules, const QString &ourState)
{
    QVector<const ContactRule *> found = rules.laws(ContactRule::Kind::Notice, statesOf(customer));
    if (!ourState.isEmpty())
        for (const ContactRule *rule : rules.laws(ContactRule::Kind::Notice, {ourState}))
            if (!found.contains(rule))
                found << rule;
    std::sort(found.begin(), found.end(), [](const ContactRule *a, const ContactRule *b) { return a->place < b->place; });
    return found;
}

QString noticeSentence(const CustomerState &customer, const RuleBook &rules, const QString &ourState)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("beback", source); };
    const QVector<const ContactRule *> found = noticeRules(customer, rules, ourState);
    if (found.isEmpty())
        return {};
    if (statesOf(customer).isEmpty())
        return text("If this call is recorded, say so first: where they are is not known.");
    QStringList places;
    for (const ContactRule *rule : found)
        places << rule->place;
    return text("If this call is recorded, say so first: the law of %1.").arg(places.join(text(" and ")));
}

} // namespace beback
