#include "core/plan/permission.h"

#include "core/plan/contact_rules.h"
#include "core/plan/relation.h"
#include "core/time/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("beback", source);
}

bool isPhoned(Medium medium)
{
    return medium == Medium::Call || medium == Medium::Text;
}

Permission blocked(const char *code, const QString &reason, const QString &source, std::optional<Instant> until = {})
{
    return {Permission::Verdict::Blocked, until, reason, source, QLatin1String(code)};
}

// ---- who asked not to be contacted

QString notTo(const DoNotContact &refusal, Medium medium)
{
    if (!refusal.medium && refusal.point.isEmpty())
        return text("Asked on %1 not to be contacted");
    const bool here = !refusal.point.isEmpty();
    switch (medium) {
    case Medium::Call: return here ? text("Asked on %1 not to be called here") : text("Asked on %1 not to be called");
    case Medium::Text: return here ? text("Asked on %1 not to be texted here") : text("Asked on %1 not to be texted");
    case Medium::Email: return here ? text("Asked on %1 not to be e-mailed here") : text("Asked on %1 not to be e-mailed");
    case Medium::Note: return text("Asked on %1 not to get mail");
    case Medium::Visit: return text("Asked on %1 not to be visited");
    case Medium::Social: return text("Asked on %1 not to be written to on social media");
    }
    return {};
}

Permission refused(const CustomerState &customer, const DoNotContact &refusal, Medium medium, Instant now)
{
    const QString zone = clockZone(customer);
    const QString day = wording::date(zones::local(refusal.since, zone).date, zones::local(now, zone).date);
    // Set by the history itself when a touch came back, not by the person.
    if (refusal.reason == QLatin1String("wrong number"))
        return blocked("no_point", text("Wrong number, found on %1").arg(day), text("The outcome of a touch"));
    if (refusal.reason == QLatin1String("bounced"))
        return blocked("no_point", text("Came back as undeliverable on %1").arg(day), text("The outcome of a touch"));
    return blocked("asked_not_to", notTo(refusal, medium).arg(day), text("What they asked for; 47 CFR 64.1200(d)"));
}

// ---- which point

bool fits(const ContactPoint &point, Medium medium)
{
    if (point.value.isEmpty())
        return false;
    if (medium == Medium::Email)
        return point.type == ContactPoint::Type::Email;
    return isPhoned(medium) && point.type == ContactPoint::Type::Phone && point.label != QLatin1String("fax");
}

// Lower is better. A text goes to a number at home or at work only when there is no other: those are often landlines.
int rank(const ContactPoint &point, Medium medium)
{
    if (medium == Medium::Text) {
        if (point.label == QLatin1String("home") || point.label == QLatin1String("work"))
            return 3;
        return point.preferred ? 0 : point.label == QLatin1String("mobile") ? 1 : 2;
    }
    return point.preferred ? 0 : 1;
}

bool needsPoint(Medium medium)
{
    return isPhoned(medium) || medium == Medium::Email;
}

// Why no point can be used: the refusal of the first one that would fit, else that there is none.
Permission noPoint(const CustomerState &customer, Medium medium, Instant now)
{
    for (const ContactPoint &point : customer.points)
        if (fits(point, medium))
            if (const DoNotContact *refusal = customer.refusal(point.key(), medium))
                return refused(customer, *refusal, medium, now);
    return blocked("no_point", medium == Medium::Email ? text("No e-mail address on file") : text("No phone number on file"),
                   text("The contact points on file"));
}

std::optional<Permission> pointProblem(const CustomerState &customer, Medium medium, const QString &pointKey, Instant now)
{
    if (const DoNotContact *refusal = customer.refusal({}, medium))
        return refused(customer, *refusal, medium, now);
    if (medium == Medium::Note && !hasPostalAddress(customer))
        return blocked("no_point", text("No street address on file"), text("The contact points on file"));
    if (!needsPoint(medium))
        return std::nullopt;
    if (pointKey.isEmpty())
        return usablePoint(customer, medium) ? std::nullopt : std::optional(noPoint(customer, medium, now));
    const auto point = std::find_if(customer.points.begin(), customer.points.end(),
                                    [&](const ContactPoint &known) { return known.key() == pointKey; });
    if (point == customer.points.end())
        return blocked("no_point", medium == Medium::Email ? text("This address is no longer on file")
                                                           : text("This number is no longer on file"),
                       text("The contact points on file"));
    if (!fits(*point, medium))
        return blocked("no_point", point->type == ContactPoint::Type::Email ? text("An e-mail address cannot be phoned")
                       : medium == Medium::Email                            ? text("A phone number takes no e-mail")
                                                                            : text("A fax number cannot be phoned"),
                       text("The contact points on file"));
    if (const DoNotContact *refusal = customer.refusal(pointKey, medium))
        return refused(customer, *refusal, medium, now);
    return std::nullopt;
}

// ---- hours

// "8:00 am"; with its day where that is not the next morning.
QString opensAt(Instant until, const QString &zone, Instant now)
{
    return until - now < std::chrono::hours(24) ? wording::clockTime(until, zone) : wording::dayAndTime(until, zone, now);
}

// "8:00 am" where they are. When they may be in several zones: the zone that opens last, by its name.
QString quietUntil(const CustomerState &customer, Instant until, Instant now)
{
    const QStringList zoneSet = customer.zones.isEmpty() ? zones::unknownSet() : customer.zones;
    QString opensLast = zoneSet.first();
    bool agree = true;
    for (const QString &zone : zoneSet) {
        const QTime time = zones::local(until, zone).time, least = zones::local(until, opensLast).time;
        agree = agree && time == least;
        if (time < least)
            opensLast = zone;
    }
    const QString time = opensAt(until, opensLast, now);
    if (customer.zones.isEmpty())
        return text("Where they live is not known: quiet hours until %1 %2").arg(time, zones::displayName(opensLast));
    if (agree && !customer.address.city.isEmpty())
        return text("Quiet hours in %1 until %2").arg(customer.address.city, time);
    return text("Quiet hours until %1 %2").arg(time, zones::displayName(opensLast));
}

QString federalHours()
{
    return text("8:00 am to 9:00 pm where they are, 47 CFR 64.1200(c)(1)");
}

// The state whose own hours are what closes it; null: it is closed everywhere, or where they live is not known.
const ContactRule *closedByState(const CustomerState &customer, const QStringList &places, const RuleBook &rules, Instant now)
{
    for (const QString &zone : customer.zones)
        if (!isOpen({HoursThere{zone, rules.hours({})}}, now))
            return nullptr;
    for (const QString &place : places)
        if (const QString state = place.section(u'@', 1, 1); !state.isEmpty() && !isOpen(hoursOf({place}, rules), now))
            return rules.hoursRule(state);
    return nullptr;
}

std::optional<Permission> quietHours(const CustomerState &customer, const RuleBook &rules, Instant now)
{
    const QStringList places = placesOf(customer, rules);
    const QVector<HoursThere> hours = hoursOf(places, rules);
    if (isOpen(hours, now))
        return std::nullopt;
    const ContactRule *state = closedByState(customer, places, rules, now);
    const QString source = state ? text("The hours of %1: %2").arg(state->place, state->source) : federalHours();
    const auto until = nextOpen(hours, now);
    if (!until)
        return blocked("quiet_hours", text("The places they may be in share no hour of the day. Say where they live"), source);
    if (state)
        return blocked("quiet_hours", text("Quiet hours of %1 until %2").arg(state->place, opensAt(*until, clockZone(customer), now)), source,
                       until);
    return blocked(places == QStringList{QStringLiteral("?")} ? "unknown_zone" : "quiet_hours", quietUntil(customer, *until, now), source,
                   until);
}

// ---- caps

std::optional<Permission> capped(const CustomerState &customer, const RuleBook &rules, Medium medium, Instant now)
{
    const ContactRule *cap = capReached(customer, rules, medium, now);
    if (!cap)
        return std::nullopt;
    const auto until = nextOpen(contactHours(customer, rules), capFreeFrom(customer, rules, medium, now));
    const QString reason = cap->most == 1 ? text("%1 call or text in %2 hours, the most in %3") : text("%1 calls and texts in %2 hours, the most in %3");
    return blocked("cap", reason.arg(cap->most).arg(cap->inHours).arg(cap->place),
                   cap->source, until);
}

// A rule of the house: somebody who knows why may go beyond it.
std::optional<Permission> overHouseLimit(const CustomerState &customer, const RuleBook &rules, Medium medium, Instant now)
{
    const ContactRule *cap = wroteSince(customer) || asksForACall(customer, now) ? nullptr : houseCapReached(customer, rules, medium, now);
    if (!cap)
        return std::nullopt;
    const bool inDays = cap->inHours % 24 == 0 && cap->inHours > 24;
    const QString touches = cap->most == 1 ? text("1 touch") : text("%1 touches").arg(cap->most);
    const QString reason = inDays ? text("%1 within %2 days and no answer, the most the house allows")
                                  : text("%1 within %2 hours and no answer, the most the house allows");
    return Permission{Permission::Verdict::Warned, {}, reason.arg(touches).arg(inDays ? cap->inHours / 24 : cap->inHours), cap->source,
                      QStringLiteral("house_limit"), true};
}

// ---- how long ago they came to us

std::optional<Permission> relationIsOver(const CustomerState &customer, const RuleBook &rules, Medium medium, Instant now)
{
    const ContactRule *rule = relationOver(customer, rules, medium, now);
    if (!rule)
        return std::nullopt;
    if (rule->blocks)
        return blocked("no_relation",
                       (medium == Medium::Text ? text("They asked more than %1 days ago and did not agree to texts")
                                               : text("They asked more than %1 days ago and did not agree to calls")).arg(rule->askedDays),
                       rule->source);
    return Permission{Permission::Verdict::Warned, {},
                      (medium == Medium::Text ? text("They asked more than %1 days ago: text only numbers that are not on the do-not-call registry")
                                              : text("They asked more than %1 days ago: call only numbers that are not on the do-not-call registry"))
                          .arg(rule->askedDays),
                      rule->source, QStringLiteral("no_relation")};
}

// ---- one call a day

std::optional<Permission> calledToday(const CustomerState &customer, const RuleBook &rules, Instant now)
{
    const auto freeFrom = callFreeFrom(customer);
    if (!freeFrom || now >= *freeFrom || asksForACall(customer, now))
        return std::nullopt;
    const QString at = wording::clockTime(lastCallTo(customer), clockZone(customer));
    const QString source = text("One call a day, the rule of the house");
    if (wroteSince(customer))
        return Permission{Permission::Verdict::Warned, {}, text("Called today at %1. They wrote since, so you may call").arg(at),
                          source, QStringLiteral("called_today"), true};
    Permission block = blocked("called_today", text("Called today at %1, one call a day").arg(at), source,
                               nextOpen(contactHours(customer, rules), *freeFrom));
    block.house = true;
    return block;
}

} // namespace

const ContactPoint *usablePoint(const CustomerState &customer, Medium medium)
{
    const ContactPoint *best = nullptr;
    for (const ContactPoint &point : customer.points)
        if (fits(point, medium) && (!best || rank(point, medium) < rank(*best, medium))
            && (customer.doNotContact.isEmpty() || !customer.refusal(point.key(), medium)))
            best = &point;
    return best;
}

Permission mayContact(const CustomerState &customer, const RuleBook &rules, Medium medium, const QString &pointKey, Instant now)
{
    if (const auto problem = pointProblem(customer, medium, pointKey, now))
        return *problem;
    if (!isPhoned(medium))
        return overHouseLimit(customer, rules, medium, now).value_or(Permission{});
    if (const auto quiet = quietHours(customer, rules, now))
        return *quiet;
    if (const auto most = capped(customer, rules, medium, now))
        return *most;
    const auto old = relationIsOver(customer, rules, medium, now);
    if (old && !old->allowed())
        return *old;
    if (medium == Medium::Call)
        if (const auto called = calledToday(customer, rules, now))
            return *called;
    if (const auto over = overHouseLimit(customer, rules, medium, now))
        return *over;
    if (old)
        return *old;
    if (customer.zones.isEmpty())
        return {Permission::Verdict::Warned, {}, text("Where they live is not known. It is daytime from coast to coast"),
                federalHours(), QStringLiteral("unknown_zone")};
    return {};
}

} // namespace beback
