#include "core/history/derived_rows.h"

#include "core/history/duty_trail.h"
#include "core/history/lead_story.h"
#include "core/history/match_key.h"
#include "core/history/plain_letters.h"
#include "core/plan/whereabouts.h"

#include <algorithm>

namespace beback {

namespace {

LeadRow leadRow(const CustomerState &state, const LeadState &lead)
{
    LeadRow row;
    row.id = lead.id;
    row.status = toText(lead.status);
    row.source = lead.source;
    row.owner = lead.owner;
    row.vehicle = lead.wanted.label();
    row.stock = lead.wanted.stock;
    row.vin = lead.wanted.vin;
    row.arrivedAt = lead.arrivedAt;
    row.planId = lead.planId;
    row.planVersion = lead.planVersion;
    row.stepsDone = lead.stepsDone;
    row.attempts = lead.attempts;
    row.reached = lead.reached;
    row.marks = marksToText(lead.marks.mid(std::max<qsizetype>(0, lead.marks.size() - 8)));
    row.lastAttemptAt = lead.lastAttemptAt;
    row.lastReplyAt = lead.lastReplyAt;
    row.waitingReply = lead.waitingReply ? toText(*lead.waitingReply) : QString();
    row.promiseAt = lead.promise ? lead.promise->at : Instant{};
    row.promiseBy = lead.promise ? lead.promise->by : QString();
    row.appointmentAt = lead.appointment ? lead.appointment->at : Instant{};
    const LeadStory story = storyOf(state, lead);
    row.story = toText(story);
    row.storyAt = story.lastAt();
    return row;
}

QueueRow queueRow(const CustomerState &state, const NextForCustomer &next, const RuleBook &rules)
{
    QueueRow row;
    row.lead = next.lead;
    if (const LeadState *lead = state.lead(next.lead))
        row.owner = lead->owner;
    row.band = int(next.step.band);
    row.gate = gateOf(next.step.medium, state, rules);
    row.dueAt = next.step.dueAt;
    row.medium = toText(next.step.medium);
    row.step = next.step.step;
    row.steps = next.step.steps;
    return row;
}

// Name, numbers (digits only, with and without country), addresses, stock numbers and VINs, one a line, so that a
// fragment never matches across two of them; without accents, as they are typed.
QString searchText(const CustomerState &state)
{
    QStringList lines{state.name.display()};
    for (const ContactPoint &point : state.points)
        lines << (point.type == ContactPoint::Type::Phone ? point.value.mid(1) : point.value);
    for (const LeadState &lead : state.leads)
        for (const QString &text : {lead.wanted.stock, lead.wanted.vin})
            if (!text.isEmpty())
                lines << text;
    lines.removeAll(QString());
    return plainLetters(lines.join(QLatin1Char('\n')));
}

} // namespace

QString gateOf(Medium medium, const CustomerState &customer, const RuleBook &rules)
{
    if (medium != Medium::Call && medium != Medium::Text)
        return {};
    return placesOf(customer, rules).join(QLatin1Char(' '));
}

DerivedRows deriveRows(const CustomerState &state, const std::optional<NextForCustomer> &next, const RuleBook &rules)
{
    DerivedRows rows;
    rows.customer.name = state.name.display();
    rows.customer.matchKey = matchKey(state.name, state.address);
    rows.customer.city = state.address.city;
    rows.customer.region = state.address.region;
    rows.customer.zones = state.zones.join(QLatin1Char(' '));
    rows.customer.refused = state.refusal({}, {}) != nullptr;
    const QVector<DutyEvent> trail = dutyTrail(state.dutyEvents);
    rows.customer.dutyTrail = toText(trail);
    rows.customer.dutyAt = lastDutyAt(trail);
    for (const ContactPoint &point : state.points)
        if (!point.value.isEmpty())
            rows.points << PointRow{point.type == ContactPoint::Type::Phone ? QStringLiteral("phone") : QStringLiteral("email"),
                                    point.value, point.label};
    std::sort(rows.points.begin(), rows.points.end(), [](const PointRow &a, const PointRow &b) {
        return std::tie(a.kind, a.value) < std::tie(b.kind, b.value);
    });
    for (const LeadState &lead : state.leads)
        rows.leads << leadRow(state, lead);
    std::sort(rows.leads.begin(), rows.leads.end(), [](const LeadRow &a, const LeadRow &b) { return a.id < b.id; });
    if (next)
        rows.queue = queueRow(state, *next, rules);
    rows.keys = state.intakeKeys;
    rows.keys.sort();
    rows.search = searchText(state);
    return rows;
}

} // namespace beback
