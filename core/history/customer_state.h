#pragma once

#include "core/history/campaign_news.h"
#include "core/history/duty_event.h"
#include "core/history/event.h"
#include "core/history/lead_draft.h"
#include "core/history/objection.h"
#include "core/history/wish.h"

#include <QMap>
#include <QVector>

namespace beback {

// One touch as a small mark: shape = medium, filled = answered, dash = skipped.
struct AttemptMark {
    Medium medium = Medium::Call;
    bool answered = false;
    bool skipped = false;
    friend bool operator==(const AttemptMark &, const AttemptMark &) = default;
};
// "c- t+ n." : call not answered, text answered, note skipped. Oldest first.
QString marksToText(const QVector<AttemptMark> &marks);
QVector<AttemptMark> marksFromText(const QString &text);

// Once we contacted them, or tried to.
struct Touch {
    Instant at;
    Medium medium = Medium::Call;
    Instant answeredAt{}; // us 0: not yet, as far as we know
    QString department{}; // "sales" "service" "marketing"; empty: the BDC
    friend bool operator==(const Touch &, const Touch &) = default;
};

// The same as managers count it, about one lead: see core/history/lead_story.h. Not what other departments did.
struct StoryTouch {
    Instant at;
    QString actor; // login of who made it
    Medium medium = Medium::Call;
    Outcome outcome = Outcome::None;
    Instant answeredAt{};      // at once, or when a reply came later, never before `at`; us 0: not
    bool inHour = false;       // made in an Hour of Power
    int talkSeconds = -1;      // of a call, as the window measured it; -1: not known
    int noteLength = 0;        // characters of the note
    int wordsLength = 0;       // characters of what was sent
    int answers = 0;           // to questions of the call guide
    bool wasAnswered() const { return answeredAt.us > 0; }
    friend bool operator==(const StoryTouch &, const StoryTouch &) = default;
};

struct StoryVisit {
    enum class Became { Open, Kept, Missed, Cancelled, Replaced /* by another appointment, or the lead was closed */ };
    Instant setAt;             // us 0: nobody had set it, they came by themselves
    Instant at;                // when it is to be, or was; of one they came to by themselves: when they came
    QString setBy;             // login
    Became became = Became::Open;
    Instant endedAt;           // when it became so; us 0: open
    Instant confirmedAt{};     // when it was confirmed, see storyOf(); us 0: not
    friend bool operator==(const StoryVisit &, const StoryVisit &) = default;
};

struct StoryObjection {
    Objection objection;
    Instant at;
    friend bool operator==(const StoryObjection &, const StoryObjection &) = default;
};

struct StorySkip {
    Instant at;
    QString actor;
    Medium medium = Medium::Call;
    QString reason;            // as it was typed
    Instant triedAt{};         // when the last attempt before it was made, see storyOf(); us 0: there was none
    friend bool operator==(const StorySkip &, const StorySkip &) = default;
};

// Somebody asked not to be contacted: an entry of an add-wins set. Only a clear that names it ends it.
struct DoNotContact {
    EventId setBy;
    QString point;                // "phone:+1505…"; empty: the whole person
    std::optional<Medium> medium; // empty: every medium
    Instant since;
    QString reason;
    friend bool operator==(const DoNotContact &, const DoNotContact &) = default;
};

// They agreed to be contacted by this medium. Ends when they ask not to be, and has to be given anew then.
struct Consent {
    EventId event;
    Medium medium = Medium::Text;
    Instant at;
    QString how; // their words, or where it stands
    friend bool operator==(const Consent &, const Consent &) = default;
};

// From so long before its time on, a try by its own medium is the promised one.
inline constexpr std::chrono::hours PromiseNear{1};

struct Promise {
    EventId event;
    Instant at;
    Medium medium = Medium::Call;
    QString by; // login
    friend bool operator==(const Promise &, const Promise &) = default;
};

struct Appointment {
    EventId event;
    Instant at;
    QString what;
    bool confirmed = false;
    friend bool operator==(const Appointment &, const Appointment &) = default;
};

// What they said to a question of a call guide.
struct GivenAnswer {
    QString value; // as it is kept; see guide_walk.h
    Instant at;
    friend bool operator==(const GivenAnswer &, const GivenAnswer &) = default;
};

// They bought elsewhere and have not taken delivery: a manager is called to answer with an offer or a release.
struct DealAlert {
    EventId event;
    Instant at, until; // raised; an answer is due
    QString by;        // login of who called
    QString deal;      // what is known of the other deal
    QString seenBy;    // login of the manager who has it on the screen; empty: nobody yet
    Instant seenAt;
    QString answer;    // "offer" "release"; empty: none yet
    QString answerText, answeredBy;
    Instant answeredAt;
    bool isOpen() const { return answer.isEmpty(); }
    friend bool operator==(const DealAlert &, const DealAlert &) = default;
};

// A manager asks that a lead be worked now. Ends with our next attempt on it, with a step of it left out for a reason, and when the
// lead is closed.
struct Nudge {
    EventId event;
    Instant at;
    QString by; // login
    QString reason;
    friend bool operator==(const Nudge &, const Nudge &) = default;
};

// What a manager has to say to one of the people about a lead. Never for the customer. Ends with that person's next attempt on it.
struct CoachNote {
    EventId event;
    Instant at;
    QString by, to; // logins
    QString text;
    friend bool operator==(const CoachNote &, const CoachNote &) = default;
};

enum class LeadStatus { Open, Sold, Lost, Duplicate };
QString toText(LeadStatus status); // "open" "sold" "lost" "duplicate"
LeadStatus leadStatusFromText(const QString &text);

struct LeadState {
    LeadId id;
    EventId arrivedBy;
    Instant arrivedAt;   // when we learned of it
    Instant requestedAt; // when they asked (= arrivedAt where unknown)
    QString source, vendor, comments, timeframe, consentSaid;
    QStringList warnings;
    Vehicle wanted;
    QVector<Vehicle> alsoWanted;
    std::optional<Vehicle> trade;
    QString owner; // login, empty: anybody
    LeadStatus status = LeadStatus::Open;
    QString closedReason;
    Instant closedAt;

    QString planId;
    int planVersion = 0;
    Instant planStartedAt;
    int stepsDone = 0; // of the plan: the next step's place in the list, from 0
    int resent = 0;

    int attempts = 0;                     // outbound touches, undone ones not counted
    std::array<int, 6> attemptsByMedium{}; // by Medium
    int reached = 0;                      // attempts a human answered
    QVector<AttemptMark> marks;           // all of them; views show the last eight
    Instant lastAttemptAt, lastCallAt, lastReachedAt, lastReplyAt; // us 0: never
    std::optional<Medium> lastAttemptMedium;
    std::optional<Medium> waitingReply; // they wrote last by this medium, and nobody answered yet
    std::optional<Promise> promise;
    std::optional<Appointment> appointment;
    int visits = 0;                       // they came in
    Instant unsoldSince;                  // they came and did not buy, and nobody has said why yet; us 0: no such thing
    std::optional<Objection> objection;   // the last that was heard
    QString objectionSaid;                // in their words
    Instant objectionAt;                  // when it was heard; us 0: never
    std::optional<CampaignNews> campaign; // the last that put them on its plan
    Instant boughtElsewhereAt;            // as they told us; us 0: no such thing
    Instant askedAt;                      // when they last came to us: asked, wrote, made an appointment or kept it
    Instant boughtAt;                     // here, the last time; us 0: never
    QMap<QString, GivenAnswer> answers;   // by question, the last that was given to it
    std::optional<DealAlert> alert;       // the last that was raised
    std::optional<Nudge> nudge;           // the last, while it stands
    QVector<CoachNote> coachNotes;        // those that stand, oldest first
    QVector<StoryTouch> storyTouches;     // in the order they were recorded
    QVector<StoryVisit> storyVisits;      // likewise
    QVector<StoryObjection> storyObjections;
    QVector<StorySkip> storySkips;
    QVector<Instant> storyReplies;        // when they wrote, called or came to us
    friend bool operator==(const LeadState &, const LeadState &) = default;
};

// What a customer's history amounts to. Only fold() makes one.
struct CustomerState {
    CustomerId id;
    RooftopId rooftop;
    PersonName name;
    Address address;
    QString language;
    QStringList zones; // sorted; empty: unknown
    QVector<ContactPoint> points;
    QVector<DoNotContact> doNotContact; // those in force
    QVector<Consent> consents;          // given, and not ended since
    QVector<LeadState> leads;           // oldest first
    QVector<Touch> touches;             // about any of them, undone ones not counted; in the order they were recorded
    QVector<DutyEvent> dutyEvents;      // about any of them, in the order they were recorded; without the customer
    QStringList intakeKeys;             // identities of every lead and resend that came in
    Wish wish;
    Hlc upTo;                           // of the newest event folded
    int events = 0;                     // known kinds, corrections included

    const LeadState *lead(LeadId id) const;
    // Did they agree to this medium? Says nothing about refusals, which go first. Null: not that we know.
    const Consent *consent(Medium medium) const;
    // Is this medium refused at this point (or, with an empty key, for the whole person)? The entry that says so.
    const DoNotContact *refusal(const QString &pointKey, std::optional<Medium> medium) const;
    friend bool operator==(const CustomerState &, const CustomerState &) = default;
};

} // namespace beback
