#pragma once

#include "core/report/report_facts.h"
#include "core/report/report_head.h"
#include "core/report/table.h"
#include "core/report/today.h"

namespace beback {

// The page for the manager's hour on Monday: how last week was against the week before, who has too much left undone, what needs a
// manager now, and what to do this week. Values; any thread.

// What a week brought; see Measure::Week. People count once a week.
struct MondayWeek {
    QDate from, last; // Monday and Sunday of the site's calendar
    int touches = 0;
    int reached = 0;   // people who answered a touch of that week before it was over
    int visitsSet = 0; // leads with whom one was set in it and not cancelled since
    int shown = 0;     // people who came in
    int sold = 0;      // leads that were closed as sold
    int beBacks = 0;   // people who came again, or bought, after they had left unsold on an earlier day
};

struct MondayPerson {
    QString login, name; // login empty: leads that are anybody's
    int touches = 0, touchesBefore = 0; // last week, and the week before
    int holds = 0;                      // open leads
    int under = 0;                      // of those, under the minimum of attempts
    int neglected = 0;                  // of those, without a touch for NeglectedDays or longer
    int never = 0;                      // of those, never touched
};

struct MondayPage {
    Instant at;
    MondayWeek week, before;
    Chart attempts; // attemptsPerLeadChart()
    int holds = 0, under = 0, neglected = 0, never = 0; // of all of them together
    int leftUnsold = 0;           // people who came in last week, have not bought, and still have an open lead
    QVector<MondayPerson> people; // the most under the minimum first; with those who touched anybody in these weeks
    QVector<NeedsYou> needs;      // as Today has them
    QVector<DutyCount> duties;    // of managers, due last week; empty: none was
    QStringList toDo;             // what to do this week, at most three sentences, what brings most first; never empty
    QString counted;              // how all of it is counted
};

// Touches of so many days have to be read for both weeks: back to the Monday a fortnight before this week's.
int mondayDays(Instant now, const QString &zone);
// `facts` of at least so many days, without any other filter. Pure.
MondayPage mondayPage(const ReportFacts &facts, const QVector<NeedsYou> &needs);
// Reads them. `needs`: of TodayPage. Errors: those of readReportFacts(). Thread: the connection's.
Result<MondayPage> readMonday(Connection &db, RooftopId rooftop, const QVector<NeedsYou> &needs, const QString &zone, Instant now);

// A number of the week as the page and every file name it, in their order.
struct MondayNumber {
    QString key, name; // "visits_set", "Visits set"
    int week = 0, before = 0;
    int change() const { return week - before; }
};
QVector<MondayNumber> numbersOf(const MondayPage &page);
QString weekText(const MondayWeek &week); // "Nov 9 to Nov 15"
// "12 more" "3 fewer" "as many"
QString changeText(const MondayNumber &number);
// The page as tables: the weeks, the people, managers' duties, what needs a manager, attempts per lead.
QVector<Table> tablesOf(const MondayPage &page);
// Them as a spreadsheet, what to do first at its head.
Workbook workbookOf(const MondayPage &page, const ReportHead &head);
// All of it in one, for CSV: a line a number.
Table flatTable(const MondayPage &page);

} // namespace beback
