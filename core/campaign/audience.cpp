#include "core/campaign/audience.h"

#include "core/plan/permission.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace beback {

namespace {

constexpr qint64 DayUs = qint64(86400) * 1000000;
constexpr std::array Names = {"asked_to_stop", "opted_out",    "no_way",          "bought_here",    "bought_elsewhere", "agreed",
                              "being_worked",  "never_contacted", "other_campaign", "limit",        "no_room"};
static_assert(Names.size() == AllLeftOut.size());
const QString LongTerm = QStringLiteral("long-term");

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

int daysSince(Instant then, Instant now)
{
    return int((now.us - then.us) / DayUs);
}

bool contains(const QString &text, const QString &part)
{
    return part.isEmpty() || text.contains(part.trimmed(), Qt::CaseInsensitive);
}

bool wants(const CampaignWho &who, const Vehicle &wanted)
{
    if (!contains(wanted.make, who.make) || !contains(wanted.model, who.model))
        return false;
    if (!who.condition.isEmpty() && wanted.condition.compare(who.condition, Qt::CaseInsensitive) != 0)
        return false;
    const int year = wanted.year.toInt();
    return (who.yearFrom == 0 || year >= who.yearFrom) && (who.yearTo == 0 || (year > 0 && year <= who.yearTo));
}

bool isAgreed(const LeadState &lead)
{
    return lead.status == LeadStatus::Open && (lead.appointment || lead.promise || lead.waitingReply || lead.unsoldSince.us > 0);
}

QVector<Medium> mediaOf(const Plan &plan)
{
    QVector<Medium> media;
    for (const PlanStep &step : plan.steps)
        for (const Medium medium : QVector<Medium>{step.medium} + step.instead)
            if (!media.contains(medium))
                media << medium;
    return media;
}

// By this medium, once its hours have begun. A cap by law is over within a day and stands against nobody; one of the house would
// need somebody who knows why, and a campaign does not.
std::optional<LeftOut> barredFrom(Medium medium, const CustomerState &customer, const RuleBook &rules, Instant now)
{
    Permission said = mayContact(customer, rules, medium, {}, now);
    if (!said.allowed() && said.until)
        said = mayContact(customer, rules, medium, {}, *said.until);
    if (said.code == QLatin1String("asked_not_to"))
        return LeftOut::OptedOut;
    if (said.code == QLatin1String("no_point"))
        return LeftOut::NoWay;
    return said.code == QLatin1String("house_limit") ? std::optional(LeftOut::Limit) : std::nullopt;
}

// What stands against every medium of the plan; none: one of them is free.
std::optional<LeftOut> barredFrom(const Plan &plan, const CustomerState &customer, const RuleBook &rules, Instant now)
{
    QSet<LeftOut> all;
    for (const Medium medium : mediaOf(plan)) {
        const auto why = barredFrom(medium, customer, rules, now);
        if (!why)
            return std::nullopt;
        all.insert(*why);
    }
    for (const LeftOut why : {LeftOut::Limit, LeftOut::OptedOut, LeftOut::NoWay})
        if (all.contains(why))
            return why;
    return std::nullopt;
}

std::optional<LeftOut> ofAnyLead(const Campaign &campaign, const CustomerState &customer, const LeadState &spoken, const PlanBook &plans, Instant now)
{
    const auto any = [&customer](auto test) { return std::any_of(customer.leads.cbegin(), customer.leads.cend(), test); };
    if (any([](const LeadState &lead) { return lead.status == LeadStatus::Sold; }))
        return LeftOut::BoughtHere;
    if (any([&spoken](const LeadState &lead) { return lead.boughtElsewhereAt.us > 0 && lead.boughtElsewhereAt >= spoken.arrivedAt; }))
        return LeftOut::BoughtElsewhere;
    if (any(isAgreed))
        return LeftOut::Agreed;
    if (any([&](const LeadState &lead) {
            return lead.id != spoken.id && lead.status == LeadStatus::Open && !isSleeping(lead, plans, campaign.who.quietDays, now);
        }))
        return LeftOut::BeingWorked;
    if (any([&](const LeadState &lead) { return lead.campaign && daysSince(lead.campaign->since, now) < campaign.againAfter; }))
        return LeftOut::OtherCampaign;
    return std::nullopt;
}

std::optional<LeftOut> leftOut(const Campaign &campaign, const CustomerState &customer, const LeadState &lead, const PlanBook &plans, Instant now)
{
    if (customer.refusal({}, {}))
        return LeftOut::AskedToStop;
    if (const auto why = ofAnyLead(campaign, customer, lead, plans, now))
        return why;
    if (lead.attempts == 0)
        return LeftOut::NeverContacted;
    const Plan *plan = plans.newest(campaign.plan);
    return plan ? barredFrom(*plan, customer, plans.rules(), now) : std::nullopt;
}

// Whoever raised what the change answers comes first, the closest objection before the others; within that the freshest:
// an objection loses half of its weight in 90 days, and whoever once spoke with us or came in is worth more than a name.
double rankOf(const Campaign &campaign, const LeadState &lead, Instant now)
{
    constexpr double HalfLifeDays = 90;
    const QVector<Objection> answered = objectionsAnsweredBy(campaign.kind);
    const auto place = lead.objection ? answered.indexOf(*lead.objection) : -1;
    const Instant fresh = std::max({lead.objectionAt, lead.lastReachedAt, lead.lastReplyAt, lead.arrivedAt});
    const double age = std::max(0.0, double(now.us - fresh.us) / double(DayUs));
    const double warmth = std::exp2(-age / HalfLifeDays) * (1 + (lead.reached > 0 ? 0.5 : 0) + (lead.visits > 0 ? 1 : 0)); // below 2.5
    return (place < 0 ? 0 : 10.0 - double(place)) * 3 + warmth;
}

} // namespace

QString toText(LeftOut reason)
{
    return QLatin1String(Names.at(size_t(reason)));
}

std::optional<LeftOut> leftOutFromText(const QString &text)
{
    const auto found = std::find_if(Names.begin(), Names.end(), [&](const char *name) { return text == QLatin1String(name); });
    return found == Names.end() ? std::nullopt : std::optional(AllLeftOut.at(size_t(found - Names.begin())));
}

QString leftOutSentence(LeftOut reason)
{
    switch (reason) {
    case LeftOut::AskedToStop: return tr("Asked not to be contacted");
    case LeftOut::OptedOut: return tr("Opted out of all the plan uses");
    case LeftOut::NoWay: return tr("No number or address to use");
    case LeftOut::BoughtHere: return tr("Bought here");
    case LeftOut::BoughtElsewhere: return tr("Bought elsewhere since");
    case LeftOut::Agreed: return tr("Something agreed comes first");
    case LeftOut::BeingWorked: return tr("Their other lead is being worked");
    case LeftOut::NeverContacted: return tr("Nobody has contacted them yet");
    case LeftOut::OtherCampaign: return tr("In another campaign not long ago");
    case LeftOut::Limit: return tr("Contacted as often as the rules allow");
    case LeftOut::NoRoom: return tr("No day has room before it ends");
    }
    return {};
}

bool isSleeping(const LeadState &lead, const PlanBook &plans, int quietDays, Instant now)
{
    if (lead.status != LeadStatus::Open)
        return false;
    const Plan *plan = plans.find(lead.planId, lead.planVersion);
    const bool planDone = lead.planId == LongTerm || !plan || lead.stepsDone >= plan->steps.size();
    const Instant stirred = std::max({lead.lastAttemptAt, lead.lastReplyAt, lead.arrivedAt, lead.planStartedAt});
    return (planDone && lead.attempts > 0) || daysSince(stirred, now) >= quietDays;
}

bool speaksTo(const Campaign &campaign, const LeadState &lead, const PlanBook &plans, Instant now)
{
    const CampaignWho &who = campaign.who;
    const bool state = (who.lost && lead.status == LeadStatus::Lost) || (who.sleeping && isSleeping(lead, plans, who.quietDays, now));
    const int age = daysSince(lead.arrivedAt, now);
    if (!state || age < who.ageFrom || (who.ageTo > 0 && age > who.ageTo))
        return false;
    if (!who.objections.isEmpty() && !(lead.objection && who.objections.contains(*lead.objection)))
        return false;
    return wants(who, lead.wanted);
}

std::optional<Addressee> addresseeOf(const Campaign &campaign, const CustomerState &customer, const PlanBook &plans, Instant now)
{
    const LeadState *best = nullptr;
    double rank = 0;
    for (const LeadState &lead : customer.leads) {
        if (!speaksTo(campaign, lead, plans, now))
            continue;
        const double its = rankOf(campaign, lead, now);
        if (best && its <= rank)
            continue;
        best = &lead;
        rank = its;
    }
    if (!best)
        return std::nullopt;
    Addressee one;
    one.customer = customer.id;
    one.lead = best->id;
    one.name = customer.name.display();
    one.vehicle = best->wanted.label();
    one.isLost = best->status == LeadStatus::Lost;
    one.objection = best->objection;
    one.lastTouchAt = best->lastAttemptAt;
    one.rank = rank;
    one.leftOut = leftOut(campaign, customer, *best, plans, now);
    return one;
}

void sortByRank(QVector<Addressee> &people)
{
    std::sort(people.begin(), people.end(), [](const Addressee &a, const Addressee &b) {
        if (a.leftOut.has_value() != b.leftOut.has_value())
            return !a.leftOut.has_value();
        if (a.rank != b.rank)
            return a.rank > b.rank;
        return a.lead < b.lead;
    });
}

} // namespace beback
