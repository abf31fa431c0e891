#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/history/medium.h"

#include <QJsonObject>
#include <QString>

namespace beback {

// Hybrid logical clock: milliseconds since 1970 in the upper 48 bits, a counter in the lower 16. One number that never
// runs backwards at one desk and orders the events of all desks closely to the time they happened
// (Kulkarni et al., "Logical Physical Clocks", 2014).
struct Hlc {
    qint64 value = 0;
    friend auto operator<=>(Hlc a, Hlc b) = default;
    static Hlc next(Hlc last, Instant now); // larger than `last`, and not before `now`
    Instant instant() const { return {(value >> 16) * 1000}; }
};

// What can happen to a customer. The text form is in the store for ever: names are added, never changed.
enum class EventKind {
    Unknown,           // written by a newer Beback: kept and passed on, not folded
    LeadArrived,       // body: see LeadDraft::toBody()
    LeadResent,        // the same interest came again; body: source, comments
    CustomerEdited,    // body: only the fields that change {name:{..}, address:{..}, language, zones, timeframe}
    ContactPointSet,   // body: {point:{type,value,label}, replaces?:"type:value"}
    ContactPointRemoved, // body: {point:"type:value", reason}
    Attempt,           // we contacted, or tried to; medium, outcome; body: see attemptBody(); department, where it was not us
    Reply,             // they contacted us; medium; body: {text}
    AppointmentSet,    // body: {at, what}
    AppointmentCancelled, // body: {appointment: event id, reason}
    Noted,             // a free note; body: {text}; a manager's to one of the people besides: {coach: true, to: login}
    Skipped,           // a step left out on purpose; body: {plan, step, reason}
    PlanChosen,        // body: {plan, version, name, reason, because?: event id; taken back with that}; by a campaign besides:
                       // {campaign: its id, title, says, begins: their day, until?}
    LeadClosed,        // outcome tells why where it has a word; body: {status:"sold"|"lost"|"duplicate", reason}
    LeadReopened,      // body: {reason, campaign?}
    Assigned,          // body: {to: login, reason}
    DoNotContactSet,   // body: {point?:"type:value", medium?, reason}; without point: the whole person
    DoNotContactCleared, // body: {sets:[event ids], reason}
    ConsentGiven,      // they agree to be contacted; body: {medium, how: their words, or where it stands}
    WishSet,           // "text me after six"; body: {medium?, after?, before?: "18:00" their time, text}
    ObjectionRaised,   // what keeps them from buying; body: {objection, text?, because?, of?: "bought_elsewhere"}
    AlertRaised,       // a deal that may still be saved: a manager is called; body: {deal: what is known of it, until}
    AlertSeen,         // a manager has it on the screen; body: {alert: event id}
    AlertAnswered,     // body: {alert: event id, answer: "offer"|"release", text}
    Nudged,            // a manager asks that the lead be worked now; body: {to: login of who holds it, or empty, reason}
    LetIn,             // a manager lets in what the shared database held; body: {event: event id, reason}
    Corrected          // body: {undoes: event id, reason}
};
QString toText(EventKind kind);
EventKind eventKindFromText(const QString &text);

// One thing that happened; never changed once written. See design: the history is the truth.
struct Event {
    EventId id;
    RooftopId rooftop;
    CustomerId customer;
    LeadId lead; // null: about the person, not one interest
    OriginId origin;
    qint64 n = 0; // 1, 2, 3 ... without gaps per origin
    Hlc hlc;
    EventKind kind = EventKind::Unknown;
    QString kindText; // as stored; tells unknown kinds apart
    int version = 1;  // of the body's shape
    std::optional<Medium> medium;
    Direction direction = Direction::None;
    Outcome outcome = Outcome::None;
    Instant occurredAt; // when it happened
    Instant recordedAt; // when this desk wrote it down
    QString actor;      // login of the person, or "system"
    QString station;    // name of the machine
    QJsonObject body;
};

// What a caller hands to the recorder: the event without the parts the recorder gives it.
struct EventDraft {
    CustomerId customer;
    LeadId lead;
    EventKind kind = EventKind::Unknown;
    std::optional<Medium> medium;
    Direction direction = Direction::None;
    Outcome outcome = Outcome::None;
    std::optional<Instant> occurredAt; // now, where left out
    QString actor;
    QJsonObject body;
    std::optional<int> causedBy; // place among the drafts of the same act: the event is taken back with that one
};

// The canonical order, the same everywhere: (hlc, id).
bool canonicallyBefore(const Event &a, const Event &b);

} // namespace beback
