#pragma once

#include "core/history/lead_story.h"
#include "core/report/chart.h"
#include "core/store/connection.h"

#include <QHash>
#include <QSet>

namespace beback {

// What all charts count, read once. What was taken back, what is held and what other departments did is not among it: the rules
// are those of fold().

// Of what is counted by medium, where the filter names one, only attempts by that medium are here.
struct LeadFact {
    LeadId id;
    CustomerId customer;
    LeadStatus status = LeadStatus::Open;
    QString owner, plan, source; // owner empty: anybody's
    Instant arrivedAt;
    Instant lastTouchAt;         // us 0: never touched
    int attempts = 0, reached = 0;
    bool visitSet = false;       // an appointment is agreed on
    int untouchedDays = -1;      // daysAgo() of the last touch; -1: never touched
    int reachedBy = 0;           // which of its attempts was answered first; 0: none. Known only of leads that came since then
    Instant requestedAt;         // when they asked; never after arrivedAt
    Instant firstTouchAt;        // us 0: never touched
    Instant soldAt, closedAt;    // us 0: not
    QVector<StoryVisit> visits;  // as LeadStory has them
    QVector<StoryObjection> objections;
    QVector<StorySkip> skips;
    bool isLeftIn = false;       // the filter asks for its plan, its source and who holds it
    bool isOpen = false;         // counts among open leads: the filter leaves it in
    bool isNew = false;          // counts among those that came: no duplicate, and the filter leaves it in
};

struct TouchFact {
    LeadId lead;
    CustomerId customer;
    qsizetype place = 0; // of the lead in ReportFacts::leads
    Instant at;
    QString actor;
    Medium medium = Medium::Call;
    Outcome outcome = Outcome::None;
    Instant answeredAt;    // us 0: not, see StoryTouch
    bool inHour = false;   // made in an Hour of Power
    int talkSeconds = -1;  // of a call; -1: not known
    int noteLength = 0, wordsLength = 0, answers = 0; // see StoryTouch
    int number = 0;      // which attempt of its lead it was, by when they happened
    int weekday = 1;     // where the customer is, see Measure::CustomerTime; 1: Monday
    int hour = 0;        // 0 to 23
    bool wasAnswered() const { return answeredAt.us > 0; }
};

struct ReportFacts {
    struct Person {
        QString login, name;
        bool isManager = false, isActive = true;
    };
    ChartFilter filter;
    QString zone;               // the rooftop's
    Instant at;                 // as of when
    Instant since;              // the first of the days asked for
    QVector<Person> people;     // everybody who ever worked here, by name
    QVector<LeadFact> leads;    // the longest untouched first; with leads that were only touched
    QVector<TouchFact> touches; // since then, those the filter leaves in, by when they happened
    QSet<QString> seen;         // logins who hold or touched one of them, whatever the filter says

    QString nameOf(const QString &login) const; // the login, where nobody has it
};

// Days of the rooftop's calendar between two moments; 0: the same day, or `at` is later.
int daysAgo(Instant at, Instant now, const QString &zone);
// When so many days begin of which today is the last.
Instant rangeStart(int days, Instant now, const QString &zone);

// The stories of a site, as they are read once for everything that is counted from them.
struct LeadStories {
    struct One {
        LeadId id;
        CustomerId customer;
        LeadStory story;
    };
    QVector<ReportFacts::Person> people;
    QVector<One> leads; // those that are open, and those of whose story something happened since then; in no order
    int unread = 0;     // leads that wait to be worked out anew: nothing is known of them yet
};
// Thread: the connection's.
Result<LeadStories> readLeadStories(Connection &db, RooftopId rooftop, Instant since);

// What a filter leaves in of them. `until`: as things stood then, as far as stories tell: what came later has not happened. Pure.
// Errors: Invalid, for a medium there is not.
Result<ReportFacts> factsFrom(const LeadStories &stories, const ChartFilter &filter, const QString &zone, Instant now, Instant until = EndOfTime);

// Both in one. Errors: those of the store, and of factsFrom(). Thread: the connection's.
Result<ReportFacts> readReportFacts(Connection &db, RooftopId rooftop, const ChartFilter &filter, const QString &zone, Instant now);

} // namespace beback
