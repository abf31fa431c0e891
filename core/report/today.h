#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/report/duty.h"

#include <QString>
#include <QVector>

#include <optional>

namespace beback {

class Connection;
class RuleBook;

// What a manager should know and do now, in two minutes. Values; any thread.

// One thing that waits for a manager, the most urgent first.
struct NeedsYou {
    enum class Kind {
        Alert,      // a deal that may still be saved, and nobody has answered
        Promise,    // a time that was promised and is past, or within the quarter of an hour; urgent once it is past and nobody is at it
        Reply,      // people who got back to us and wait for an answer, whoever tried in vain since then: all of them in one
        Visit,      // somebody who comes in today and is not confirmed, or of whom nobody has written down half an hour later whether
                    // they came; those who are confirmed and still to come, all of them in one
        NewLeads,   // due for their first touch, and nobody has contacted them yet: all of them in one
        OwnStep,    // a step of the manager's own leads that is due and stands in none of those above
        Neglected,  // leads of one other person without a touch for a week (NeglectedDays) though a step of theirs is due
        Overload,   // more is due for one person until the end of the day than fits, as the capacity report has it
        Overridden, // a finding of the check was overruled today, or words went out that nobody saw
        Look,       // what desks wrote without knowing of each other, or what is held: all of it in one
        Quarantine  // leads that came in and could not be read
    };
    Kind kind = Kind::Promise;
    QString title, detail; // "Callback to Robert Tran, 11:45" "Priya promised it."
    bool urgent = false;
    std::optional<Instant> until; // an alert: when its answer is due
    CustomerId customer;          // of one person; null: of several
    LeadId lead;
    QVector<LeadId> leads;        // of several, the longest waiting first; of an overload what the queue puts last; at most LeadsOfNeed
    QString person;               // login of whom it is about; empty: nobody in particular
};
QString toText(NeedsYou::Kind kind); // "alert" "promise" "reply" …
inline constexpr int LeadsOfNeed = 200; // as many as are assigned at once

// Somebody who works here, today.
struct PersonToday {
    QString login, name;
    int touches = 0;              // today
    std::optional<int> finishes;  // what they will really have done today at its end, measured; none: not known
    std::optional<Instant> last;  // their last touch today
    int holds = 0;                // open leads they hold
};

// Somebody who is to come in today, as far as nobody has written down whether they did.
struct VisitToday {
    LeadId lead;
    CustomerId customer;
    QString name, owner;      // owner: login of who holds the lead; empty: anybody
    Instant at;
    bool isConfirmed = false; // see Measure::Confirmed
};

// Somebody a duty may be given to.
struct TodayManager {
    QString login, name;
};

// All days are the site's. Touches, answers and what does not count are as for the charts (measures.h).
struct TodayPage {
    Instant at;
    int touches = 0;
    std::optional<int> planned;     // what all of them will really have done at the end of the day; none: not known
    int newWaiting = 0;             // due for their first touch, and nobody has contacted them yet; of a person the lead worked first
    std::optional<Instant> longest; // since when the first of them waits
    // People of whom a touch made today was answered; and on the same weekday a week ago until this hour, as it stood then.
    int reached = 0, reachedByCall = 0, reachedWeekAgo = 0;
    // Leads with whom a visit was set today that was not cancelled since; and of those, with whom we spoke since 10 am of the
    // business day before the visit, so that nothing is left to be confirmed. A week ago: likewise.
    int visitsSet = 0, visitsConfirmed = 0, visitsWeekAgo = 0;
    // People who came in this month and had not bought by the end of that day; and those of them who came in again, or bought, on
    // a later one.
    int unsoldThisMonth = 0, backThisMonth = 0;
    QVector<NeedsYou> needs;        // urgent ones first, then by kind, the oldest first
    QVector<VisitToday> visits;     // the first one first
    QVector<PersonToday> people;    // by name; managers only where they work leads or hold some
    QVector<Duty> duties;           // open ones of who asks and for whoever is first; overdue ones first, the longest first
    QVector<DutiesOverdue> overdue; // of everybody, the most first
    QString manager;                // login of who asks
    QVector<TodayManager> managers; // by name, with who asks
};

QString todayCounted(); // how its numbers are counted, as far as it is not plain

// All of it but alerts, duties and what is in quarantine: see Workplace::todayPage(). Of needs at most a dozen;
// where there are more, the last of a kind are summed up in one. `manager`: login of who asks. `rules`: those the store works by.
// `zone`: the site's. Thread: the connection's.
Result<TodayPage> readToday(Connection &db, RooftopId rooftop, const QString &manager, const RuleBook &rules, const QString &zone, Instant now);

} // namespace beback
