#pragma once

#include "core/plan/capacity.h"
#include "core/plan/rule_book.h"
#include "core/report/people.h"
#include "core/report/work_days.h"

namespace beback {

// What is due today against what the people of a site will really do: where it does not fit, and what would have to change.
struct CapacityReport {
    struct Person {
        SitePerson who;
        Capacity capacity;    // from now to the end of the day
        int done = 0;         // today
        int due = 0;          // theirs alone: due now, or until the end of the day
        int over = 0;         // of those, what does not fit
        int room = 0;         // what they could do besides, of those that are anybody's
        double hoursMore = 0; // at their pace, for what does not fit; 0: nothing is over, or the pace is not known
    };
    QVector<Person> people;
    int anybodyDue = 0;  // people nobody owns
    int anybodyOver = 0; // of those, what nobody has room for
    double anybodyHours = 0; // at the pace of all, for what nobody has room for
    bool isKnown = false;    // anything at all is known of what people finish here
    int over() const; // all of it
    bool isAnybodyExpected() const;
};

// `people` with capacity, done and due; the rest is worked out. Pure.
CapacityReport weighLoad(QVector<CapacityReport::Person> people, int anybodyDue);

// "3.5 more hours", to the next half hour, for so many touches at this pace; empty: the pace is not known.
QString moreHoursFor(int touches, double perHour);
// "24 do not fit: 3.5 more hours, or 24 leads for somebody else." Empty: everything fits.
QString whatWouldHelp(const CapacityReport::Person &person);
QString whatWouldHelp(const CapacityReport &report); // about those that are anybody's

// Who works here and what they did in the four weeks before, read once for everything that is worked out from it.
struct SiteWork {
    QVector<SitePerson> people;
    QVector<WorkDone> work;
    SiteDays days;
};
// `zone`: the site's. Thread of these: the connection's.
Result<SiteWork> readSiteWork(Connection &db, RooftopId rooftop, const QString &zone, Instant now);

// `rules`: those the store works by. Managers who neither work leads nor own any are left out.
Result<CapacityReport> readCapacityReport(Connection &db, RooftopId rooftop, const RuleBook &rules, const QString &zone, Instant now);
Result<CapacityReport> readCapacityReport(Connection &db, RooftopId rooftop, const RuleBook &rules, const QString &zone, Instant now, const SiteWork &site);

} // namespace beback
