#pragma once

#include "core/desk/desk_types.h"
#include "core/history/recorder.h"
#include "core/intake/find_person.h"

#include <QSet>

namespace beback {

// Decides what a lead is and records it: known content changes nothing; a known identity with new content is a resend on
// the lead it repeats; a known person gets one lead more; anybody else is a new customer. An identity counts only when
// the person agrees too: senders use numbers twice, and a lead must not vanish behind somebody else's. Thread: the
// recorder's; settle() inside a transaction of the caller's where several belong together.
class LeadSettler
{
public:
    LeadSettler(Recorder &recorder, QString rooftopZone) : m_recorder(recorder), m_zone(std::move(rooftopZone)) {}

    Result<IntakeItem> settle(LeadDraft lead, const QString &actor);
    // What settle() would answer; writes nothing, and remembers what it has seen since beginForecast().
    Result<IntakeItem> forecast(LeadDraft lead);
    void beginForecast();

private:
    struct Decision {
        IntakeItem::Fate fate = IntakeItem::Fate::Accepted;
        CustomerId customer;
        LeadId lead;
        bool nothingNew = false;
    };
    Result<void> complete(LeadDraft &lead);
    Result<void> completeZones(LeadDraft &lead, CustomerId customer); // null: a new customer
    Result<Decision> decide(LeadDraft &lead);
    Decision asPerson(LeadDraft &lead, const PersonFound &found);
    Result<std::optional<Decision>> asResend(LeadDraft &lead, const PersonFound &found);
    Result<LeadId> leadOfKey(CustomerId customer, const QString &key);
    Result<LeadId> openLeadLike(CustomerId customer, const Vehicle &wanted);
    Result<void> checkOwner(LeadDraft &lead);

    Recorder &m_recorder;
    QString m_zone;
    QSet<QString> m_forecast; // keys and points of a dry run
};

} // namespace beback
