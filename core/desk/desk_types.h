#pragma once

#include "core/history/customer_state.h"
#include "core/plan/capacity.h"
#include "core/plan/next_step.h"
#include "core/plan/permission.h"
#include "core/queue/queue.h"
#include "core/stock/stock_list.h"
#include "core/words/guide_walk.h"
#include "core/words/message_check.h"
#include "core/words/word_shelf.h"
#include "core/words/words.h"

namespace beback {

struct Agent {
    QString login;
    QString name;
    QString role; // "agent" "manager"
    friend bool operator==(const Agent &, const Agent &) = default;
};

struct RooftopFacts {
    QString name, city, region, zone, street, postcode, phone, email;
};

// How this desk stands to the shared database; what the bottom strip says.
struct LinkState {
    enum class Mode { Embedded, Connecting, Online, Offline };
    Mode mode = Mode::Embedded;
    QString host;           // "bdc.example.com"
    Instant since;          // Offline: when the last answer came (to ten minutes, where that was before the program began); us 0: not known
    QString trouble;        // Offline: why, as a sentence
    bool refused = false;   // Offline: it answers and does not let this desk in; that mends itself by nobody's waiting
    int waiting = 0;        // own events not yet in the shared database
    Instant oldestWaiting;  // us 0: none
    bool takenOut = false;   // Offline: this desk was taken out (core/exchange/taken_out.h); `trouble` is what its person is told
    bool unverified = false; // the connection's certificate is not checked: stays in sight
    friend bool operator==(const LinkState &, const LinkState &) = default;
};

// What is known once a store is open.
struct DeskOpened {
    QString store; // for people: the path
    RooftopFacts rooftop;
    QVector<Agent> agents;
    QString lastLogin; // who worked here last, empty at first
    QString signedIn;  // on a shared database: whose connection it is; nobody else can sign in
    bool demo = false, training = false;
};

struct PointView {
    ContactPoint point;
    QString shown;       // "(505) 555-0142"
    Permission call, text, email; // those that apply to its type
    bool offered = false; // the one the step would use
    QString note;         // "No answer yet", "Answered 2 of 3 texts"
};

// One line of the history, worded.
struct TimelineItem {
    EventId id;
    LeadId lead;
    EventKind kind = EventKind::Unknown;
    std::optional<Medium> medium;
    Direction direction = Direction::None;
    Outcome outcome = Outcome::None;
    Instant at;
    QString title;  // "Call", "Text from Elena", "Lead arrived"
    QString who;    // "you", "Marcus", "website"
    QString line;   // "No answer, rang 31 s"
    QString words;  // own or their words, shown in a bubble; plain text
    bool coach = false;   // a manager's word to one of the people: never for the customer
    bool undone = false;  // taken back
    bool canUndo = false; // by the one who asks
    friend bool operator==(const TimelineItem &, const TimelineItem &) = default;
};

// All the Work room shows about one lead.
struct LeadView {
    CustomerState customer;
    RuleBook rules = RuleBook::shipped(); // what may be done is judged by
    LeadId lead;
    std::optional<NextStep> step;     // none: closed
    Permission stepPermission;        // may the step be done right now
    std::optional<Claim> claim;       // mine
    QString heldBy;                   // somebody else's display name
    Instant heldSince;                // since when they have them
    Instant outUntil;                 // until when they have taken them along on a trip; us 0: they have not
    QString zone;                     // the zone shown: first of the set, else the rooftop's
    bool zoneGuessed = false;
    QString place;                    // "Albuquerque"
    QString arrived;                  // "Website, Saturday 9:52 pm, 2 days ago. Attempt 4, not yet reached."
    QString ageChip;                  // "Fresh, day 3"
    QString planLine;                 // "Step 4 of 12, Fresh internet lead"
    QString callsUntil;               // "Calls until 9:00 pm", "Calls from 8:00 am"
    QVector<PointView> points;
    QVector<TimelineItem> timeline;   // newest first
    QString language;                 // to write and speak in
    QMap<Medium, PreparedWords> words; // text, e-mail, note; for a call, what to say to a voicemail
    QMap<Medium, QVector<PreparedWords>> wordings; // all there are for this step, those above among them
    MessageFacts message;             // what a message is checked against; its mustAsk is the wording's
    WordFacts facts;                  // what may be said of them and the store
    std::shared_ptr<const WordShelf> shelf = WordShelf::shipped(); // all words of this store; never null
    QDate today;                      // at the rooftop
    QVector<StockMatch> stock;        // what is there today that comes near to what they want, the nearest first
    Instant stockAt;                  // when the list was brought in; Instant(): there is none
    std::optional<Guide> guide;       // of a call
    std::optional<Guide> boughtGuide; // where they say that they bought elsewhere
    QString alertSeenBy, alertAnsweredBy; // display names of the managers of its alert; empty: nobody yet
    GuideAnswers known;               // what they said on earlier calls about this lead
    QString recordingNotice;          // for who dials: what a recorded call asks for here; see relation.h
    QStringList why;                  // sentences: why this lead now
    QStringList coach;                // what managers say to the one who looks, until they work it once more; never for the customer
    const LeadState *leadState() const { return customer.lead(lead); }
};

// Drafts (Desk::keepDraft()) are settings of the desk's store whose names begin so.
inline const QString DraftSettings = QStringLiteral("draft/");

// What an agent says came of a touch.
struct RecordRequest {
    CustomerId customer;
    LeadId lead;
    Medium medium = Medium::Call;
    Outcome outcome = Outcome::None;
    QString pointKey;                 // which number or address was used
    QString note;
    QString why, result;              // reason and wanted result, as they stood
    std::optional<bool> resultCame;
    std::optional<Instant> nextAt;    // a time that was promised
    std::optional<int> talkSeconds;
    QString subject, words;           // what was sent; the subject of an e-mail
    QString wording;                  // WordTemplate::id() of what it was made from
    QString checkReason;              // why it goes out with what the check found; empty: nothing to excuse
    QMap<QString, QString> answers;   // to the call guide's questions, as entered or as kept
    QMap<QString, QString> notAsked;  // why a question could not be asked
    QStringList solutions;            // what was offered against an objection: Solution::id
    qint64 epoch = 0;                 // of the claim; 0: none
    // Of a visit. With Outcome::None: only this is written down, about a visit that is on the history already.
    std::optional<Objection> objection; // what kept them from buying
    QString objectionSaid;              // in their words
    bool sold = false;                  // they bought
    QString department;                 // who it was, when not the BDC: it counts for what they can bear, and is no step of the plan
    QString overrule;                 // why a rule of the house was gone beyond; empty: it was not
    std::optional<Instant> hour;      // when the Hour of Power it was made in began
    QString draft;                    // key of the draft it was entered in, which is forgotten in the same commit; empty: none
};

struct RecordReceipt {
    EventId event;
    CustomerId customer;
    LeadId lead;
    bool confirmed = true; // embedded: at once
    std::optional<NextForCustomer> next;
    QString besides; // what was written down with it, as a sentence; mostly empty
};

struct TodayCount {
    int touches = 0;   // my attempts since midnight at the rooftop
    int list = 0;      // of how many: touches + what is due for me and fits; whoever knows the queue says it
    Capacity capacity; // what I will still do today
};

struct SearchHit {
    CustomerId customer;
    LeadId lead;     // the newest one
    QString name, vehicle, phone, email, stock, place;
    QString status;  // "open" …
    Instant lastTouch;
};

// The stock list there is.
struct StockNews {
    int vehicles = 0;
    Instant at;  // when it was brought in; Instant(): there is none
    QString by;  // who did, by name
};

// What a list of other departments' touches brought.
struct TouchesTaken {
    int taken = 0, known = 0; // known: was on the history before
    QVector<int> strangers;   // rows about nobody who is known here
};

// What one file or mail brought.
struct IntakeItem {
    enum class Fate { Accepted, Joined, Resent, Quarantined };
    Fate fate = Fate::Accepted;
    QString source;   // file, and place in it
    QString name;     // of the customer, as far as known
    QString reason;   // Quarantined: why, and what to do
    QStringList warnings;
    CustomerId customer;
    LeadId lead;
    QuarantineId quarantine;
};
QString toText(IntakeItem::Fate fate); // "accepted" …

struct IntakeReport {
    int accepted = 0, joined = 0, resent = 0, quarantined = 0;
    QVector<IntakeItem> items; // at most 10,000; the counts are always complete
    bool itemsCut = false;
    QStringList warnings; // about whole files, each a sentence
    void add(IntakeItem item);
};

struct QuarantineEntry {
    QuarantineId id;
    Instant at;
    QString source, format, reason;
    friend bool operator==(const QuarantineEntry &, const QuarantineEntry &) = default;
};

// What an entry holds; up to 16 MB, so it is read one at a time.
struct QuarantineContent {
    QString text;        // the whole input, decoded as far as possible
    bool binary = false; // text is base64
};

} // namespace beback
