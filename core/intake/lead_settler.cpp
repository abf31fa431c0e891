#include "core/intake/lead_settler.h"

#include "core/history/event_store.h"
#include "core/history/fold.h"
#include "core/intake/lead_identity.h"
#include "core/intake/person_zones.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace beback {

namespace {

constexpr Duration Day = std::chrono::hours(24);
constexpr qsizetype ForecastLimit = 500'000; // keys remembered in a dry run; beyond, repetitions are not seen

QString say(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

void warn(LeadDraft &lead, const QString &warning)
{
    if (!lead.warnings.contains(warning))
        lead.warnings.append(warning);
}

bool isPrint(const QString &key)
{
    return key.startsWith(QLatin1String("print:"));
}

bool sameVehicle(const Vehicle &a, const Vehicle &b)
{
    if (!a.vin.isEmpty() && !b.vin.isEmpty())
        return a.vin == b.vin;
    if (!a.stock.isEmpty() && !b.stock.isEmpty())
        return a.stock.compare(b.stock, Qt::CaseInsensitive) == 0;
    return a.label().compare(b.label(), Qt::CaseInsensitive) == 0;
}

} // namespace

// Fills in what follows from the rest, and takes out what cannot be.
Result<void> LeadSettler::complete(LeadDraft &lead)
{
    BEBACK_CHECK(checkReachable(lead));
    const Instant now = m_recorder.clock().now();
    if (lead.requestedAt && *lead.requestedAt > now + Day) {
        warn(lead, say("The request date lies in the future and was not used."));
        lead.requestedAt.reset();
        lead.requestZoneAssumed = false;
    }
    return checkOwner(lead);
}

// Zones that arrive take the place of, or add to, those that are known; so for a known person they must hold for all the
// numbers there are, those from before as well: the strictest of what is then known.
Result<void> LeadSettler::completeZones(LeadDraft &lead, CustomerId customer)
{
    if (customer.isNull()) {
        if (lead.zones.isEmpty())
            lead.zones = zonesOf(lead.points, lead.address);
    } else {
        BEBACK_TRY(events, event_store::ofCustomer(m_recorder.db(), m_recorder.station().rooftop, customer));
        const CustomerState known = fold(std::move(events));
        const Address &before = known.address.region.isEmpty() ? lead.address : known.address;
        const Address &now = lead.address.region.isEmpty() ? known.address : lead.address;
        if (lead.zones.isEmpty())
            lead.zones = zonesOf(lead.points, now);
        lead.zones += zonesOf(known.points, before);
        if (zonesAreChosen(known))
            lead.zones += known.zones;
    }
    lead.zones.sort();
    lead.zones.removeDuplicates();
    return {};
}

// A lead kept for a login that does not exist would be seen by nobody.
Result<void> LeadSettler::checkOwner(LeadDraft &lead)
{
    if (lead.ownerLogin.isEmpty())
        return {};
    BEBACK_TRY(find, m_recorder.db().statement("intake/active_login"));
    BEBACK_CHECK(find.bind(":login", lead.ownerLogin).exec());
    if (find.next())
        return {};
    BEBACK_CHECK(find.finished());
    warn(lead, say("There is no agent with the login “%1”; the lead is for anybody.").arg(lead.ownerLogin));
    lead.ownerLogin.clear();
    return {};
}

Result<LeadId> LeadSettler::leadOfKey(CustomerId customer, const QString &key)
{
    BEBACK_TRY(events, event_store::ofCustomer(m_recorder.db(), m_recorder.station().rooftop, customer));
    LeadId newest;
    for (const Event &event : events) {
        if (event.kind != EventKind::LeadArrived && event.kind != EventKind::LeadResent)
            continue;
        newest = event.lead;
        if (event.body.value(QLatin1String("keys")).toArray().contains(QJsonValue(key)))
            return event.lead;
    }
    return newest;
}

// The newest open lead of this person about the same vehicle; any vehicle where none is named. Null: none.
Result<LeadId> LeadSettler::openLeadLike(CustomerId customer, const Vehicle &wanted)
{
    BEBACK_TRY(events, event_store::ofCustomer(m_recorder.db(), m_recorder.station().rooftop, customer));
    const CustomerState state = fold(std::move(events));
    for (auto lead = state.leads.crbegin(); lead != state.leads.crend(); ++lead)
        if (lead->status == LeadStatus::Open && (wanted.isEmpty() || sameVehicle(lead->wanted, wanted)))
            return lead->id;
    return LeadId();
}

// Does something this lead says make it a repetition of one that came before?
Result<std::optional<LeadSettler::Decision>> LeadSettler::asResend(LeadDraft &lead, const PersonFound &found)
{
    const QStringList keys = lead.keys;
    for (const QString &key : keys) {
        const auto known = found.keys.constFind(key);
        if (known == found.keys.cend())
            continue;
        const PersonMatch *person = found.match(*known);
        const bool agrees = person && (person->points > 0 || person->sameName) && !person->nameDiffers;
        if (isPrint(key)) // the whole content was seen before, person included
            return std::optional(Decision{IntakeItem::Fate::Resent, *known, {}, true});
        if (agrees) {
            // A change of content that was seen already (the second import of both files) is told by its print.
            if (const auto print = std::find_if(keys.cbegin(), keys.cend(), isPrint);
                print != keys.cend() && found.keys.contains(*print))
                return std::optional(Decision{IntakeItem::Fate::Resent, *known, {}, true});
            BEBACK_TRY(repeats, leadOfKey(*known, key));
            return std::optional(Decision{IntakeItem::Fate::Resent, *known, repeats, false});
        }
        warn(lead, say("The sender's number for this lead was used before, for another person."));
        lead.keys.removeAll(key);
    }
    const PersonMatch *person = lead.resend ? found.best() : nullptr;
    if (!person || person->nameDiffers)
        return std::optional<Decision>();
    BEBACK_TRY(repeats, openLeadLike(person->customer, lead.wanted));
    if (repeats.isNull())
        return std::optional<Decision>();
    return std::optional(Decision{IntakeItem::Fate::Resent, person->customer, repeats, false});
}

Result<LeadSettler::Decision> LeadSettler::decide(LeadDraft &lead)
{
    BEBACK_TRY(found, findPerson(m_recorder.db(), m_recorder.station().rooftop, lead));
    BEBACK_TRY(resend, asResend(lead, found));
    const Decision decision = resend ? *resend : asPerson(lead, found);
    // A key belongs to one customer. Recorded for a second one, it would stand in two histories and once in the store.
    const auto others = lead.keys.removeIf([&](const QString &key) {
        const auto known = found.keys.constFind(key);
        return known != found.keys.cend() && *known != decision.customer;
    });
    if (others > 0)
        warn(lead, say("The sender's number for this lead was used before, for another person."));
    return decision;
}

LeadSettler::Decision LeadSettler::asPerson(LeadDraft &lead, const PersonFound &found)
{
    const PersonMatch *person = found.best();
    if (!person)
        return Decision{};
    if (person->nameDiffers)
        warn(lead, say("This lead names %1, and the number or address belongs to %2. Ask who is speaking.")
                       .arg(lead.name.display(), person->name));
    else if (person->points == 0)
        warn(lead, say("Joined by name and postal code; no number or address was the same."));
    if (found.people.size() > 1)
        warn(lead, say("More than one known person has these numbers or addresses."));
    return Decision{IntakeItem::Fate::Joined, person->customer, {}, false};
}

Result<IntakeItem> LeadSettler::settle(LeadDraft lead, const QString &actor)
{
    BEBACK_CHECK(complete(lead));
    BEBACK_TRY(decision, decide(lead));
    IntakeItem item;
    item.fate = decision.fate;
    item.name = lead.name.display();
    item.warnings = lead.warnings;
    item.customer = decision.customer;
    item.lead = decision.lead;
    if (decision.nothingNew)
        return item;
    BEBACK_CHECK(completeZones(lead, decision.customer));
    if (decision.fate == IntakeItem::Fate::Resent) {
        EventDraft again;
        again.customer = decision.customer;
        again.lead = decision.lead;
        again.kind = EventKind::LeadResent;
        again.direction = Direction::In;
        again.actor = actor;
        again.body = lead.toBody();
        BEBACK_CHECK(m_recorder.record(again));
        return item;
    }
    auto recorded = decision.fate == IntakeItem::Fate::Joined ? m_recorder.recordNewLead(decision.customer, lead, actor)
                                                              : m_recorder.recordNewCustomer(lead, actor);
    if (!recorded)
        return recorded.error();
    item.customer = recorded->customer;
    if (!recorded->state.leads.isEmpty())
        item.lead = recorded->state.leads.constLast().id;
    return item;
}

void LeadSettler::beginForecast()
{
    m_forecast.clear();
}

Result<IntakeItem> LeadSettler::forecast(LeadDraft lead)
{
    BEBACK_CHECK(complete(lead));
    const QStringList keys = lead.keys;
    BEBACK_TRY(decision, decide(lead));
    QStringList seen;
    bool key = false;
    bool person = false;
    for (const QString &value : keys) {
        key = key || m_forecast.contains(value);
        seen.append(value);
    }
    for (const ContactPoint &point : std::as_const(lead.points)) {
        person = person || (!point.value.isEmpty() && m_forecast.contains(point.value));
        seen.append(point.value);
    }
    for (const QString &value : std::as_const(seen))
        if (!value.isEmpty() && m_forecast.size() < ForecastLimit)
            m_forecast.insert(value);
    IntakeItem item;
    item.fate = decision.fate;
    if (item.fate != IntakeItem::Fate::Resent && key)
        item.fate = IntakeItem::Fate::Resent;
    else if (item.fate == IntakeItem::Fate::Accepted && person)
        item.fate = IntakeItem::Fate::Joined;
    item.name = lead.name.display();
    item.warnings = lead.warnings;
    item.customer = decision.customer;
    return item;
}

} // namespace beback
