#pragma once

#include "core/history/duty_event.h"

#include <QDate>
#include <QHash>
#include <QSet>
#include <QVector>

namespace beback {

class Random;

// What a manager has to do by themselves, by a time. Some duties somebody set; the others follow from what happened and are worked out
// anew each time. Values; any thread.
struct Duty {
    enum class Kind {
        Set,        // somebody said so
        Unsold,     // somebody came in and did not buy: a manager contacts them; ends with that, by whichever manager
        Promise,    // a promised time went by and nobody contacted them all day: somebody does
        Skips,      // steps were left out without an attempt (EffortDays): a manager looks at them
        Quarantine, // what came in could not be read and lies there for longer than a business day
        Monday      // the Monday page
    };
    enum class State { Open, Done, LeftOut };
    QString id; // the same wherever it is worked out
    Kind kind = Kind::Set;
    QString who;              // login of the manager; empty: whoever is first, and of an open one whose manager works here no more
    QString text, why;        // "Contact Victor Hale, who came in and did not buy" "They were here yesterday 3:00 pm."
    Instant since, due;
    std::optional<Instant> until; // of one that follows from facts: nobody is asked for it any more from then on
    CustomerId customer;
    LeadId lead;              // of one lead; null: of none, or of several
    QVector<LeadId> leads;    // of several
    State state = State::Open;
    Instant endedAt;          // unless open
    QString endedBy, reason;  // login; of one left out: why

    bool isOpen(Instant now) const { return state == State::Open && (!until || *until > now); }
    bool isOverdue(Instant now) const { return isOpen(now) && due < now; }
};
QString toText(Duty::Kind kind); // "set" "unsold" "promise" …

// One thing that was said about a duty; never changed.
struct DutyWord {
    enum class Says { Set, Done, LeftOut };
    QString duty; // Duty::id; of one that is set: made by whoever asks for it, before it is sent, so that the same asked again is set once
    Says says = Says::Set;
    QString who; // of one that is set
    LeadId lead; // likewise; null: about none
    Instant due;
    QString text; // Set: what is to be done; LeftOut: why
    QString by;
    Instant at;
    CustomerId customer; // read with it: whose lead that is, and their name; null where it is not known here
    QString name;
};
QString toText(DutyWord::Says says); // "set" "done" "left_out"
std::optional<DutyWord::Says> dutySaysFromText(const QString &text);
// May a duty that somebody sets be called so? What follows from facts is nobody's to make up. Pure.
bool isOwnDutyId(const QString &duty);
QString newDutyId(Random &random, Instant now);
// The same said by the same person about the same duty, whenever it was. Pure.
bool isSaidAgain(const DutyWord &word, const DutyWord &before);

inline constexpr int MostDutyText = 500; // characters
// On a business day duties that follow from facts are due at this hour, on the site's clock. Rule of the house.
inline constexpr int DutyHour = 12;
// So many days after it was due nobody is asked for one that follows from facts any more: it was not done. Rule of the house.
inline constexpr int DutyAskedDays = 14;
// A promise is found that was made so many days before its time, and the sale of a lead so many days before a visit about it: whoever comes
// to fetch their car bought it. Rule of the house.
inline constexpr int DutyReachDays = 100;

struct DutyFacts {
    QString zone; // the site's
    Instant now;
    Instant from;               // of what happened since then, and what was promised for then; what ended it or goes with it is there, too
    Instant begun;              // when anything happened here first; us 0: nothing ever did
    QVector<DutyEvent> events;  // those that stand, by when they happened
    int unread = 0;             // people of whom a newer Beback wrote what duties follow from: nothing of theirs is in `events`
    QHash<QString, QString> names; // of everybody who ever worked here, by login
    QSet<QString> managers;     // their logins, of those who left as well
    QSet<QString> working;      // of those, who works here now
    QVector<Instant> setAside;  // when what lies in quarantine came; where that is not asked, empty
    QVector<DutyWord> words;    // the first one first
    // When anything was said about a duty for the first time; us 0: never. What only words can end is not held against anybody before.
    Instant usedSince;

    QString nameOf(const QString &login) const { return names.value(login, login); }
};
// All of them, open or not, those due first first. Pure.
QVector<Duty> dutiesFrom(const DutyFacts &facts);

// When what a day left to be done is due: on the business day after it. None: a zone there is not. Pure.
std::optional<Instant> dueAfter(QDate day, const QString &zone);

// Those that are open and this manager's, or for whoever is first. In the order of dutiesFrom(): overdue ones first, the longest first.
QVector<Duty> dutiesFor(const QVector<Duty> &duties, const QString &manager, Instant now);

// How many duties of a manager were due, and what became of them; see Measure::Duty.
struct DutyCount {
    QString login, name; // login empty: nobody in particular
    int inTime = 0, late = 0, leftOut = 0, notDone = 0;
    QSet<LeadId> inTimeLeads, lateLeads, leftOutLeads, notDoneLeads; // that they are about
    int due() const { return inTime + late + leftOut + notDone; }
};
// Of those that were due in [from, until) and not after now; without quarantine, of which only what lies there is known. The one with
// most not done first, then by name. Pure.
QVector<DutyCount> countDuties(const QVector<Duty> &duties, const DutyFacts &facts, Instant from, Instant until);

// Open duties that are overdue, by manager. The one with most first.
struct DutiesOverdue {
    QString login, name; // login empty: for whoever is first
    int count = 0;
};
QVector<DutiesOverdue> overdueBy(const QVector<Duty> &duties, const DutyFacts &facts);

} // namespace beback
