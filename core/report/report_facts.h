#pragma once

#include "core/history/customer_state.h"
#include "core/report/chart.h"
#include "core/store/connection.h"

#include <QHash>
#include <QSet>

namespace beback {

// What all charts count, read once. What was taken back, what is held and what other departments did is not among it: the rules
// are those of workDone() and fold().

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
    bool answered = false;
    int number = 0;      // which attempt of its lead it was, by when they happened
    int weekday = 1;     // where the customer is, see Measure::CustomerTime; 1: Monday
    int hour = 0;        // 0 to 23
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

// Without a medium it reads the lead rows and what was recorded since then; with one, what was recorded since the oldest of these
// leads came. A desk that records meanwhile is not waited for, so an attempt made in between may show in one and not in the other.
// Errors besides: Invalid, for a medium there is not. Thread: the connection's.
Result<ReportFacts> readReportFacts(Connection &db, RooftopId rooftop, const ChartFilter &filter, const QString &zone, Instant now);

} // namespace beback
