#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"

#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace beback {

// A chart as numbers: what the window draws, its table shows, and `beback report` and every export write. One source, no second
// arithmetic. Values; any thread.

// One bar, point or cell.
struct ChartMark {
    QString key;         // "3", "mon-17": names it in exports and links; never translated, the same in every series
    QString label;       // at the axis: "3", "12+", "Mon"
    QString row;         // of a heat map: the label of its row; `label` is the column's
    double value = 0;    // what is drawn: a number of leads or touches; of a share 0 to 1
    std::optional<double> low, high; // of a share: the 95 % interval (Jeffreys: beta quantiles of count + 1/2, of - count + 1/2)
    int count = 0;       // what was counted
    int of = 0;          // of a share, and of a row that is a part of something: among how many; 0: of nothing
    bool tooFew = false; // too little to say anything: drawn gray, without its value
    QVector<LeadId> leads; // exactly those that are counted, each once, the longest untouched first
    // The same mark in the period before, see ChartPeriod. `before` is a value; none: not compared, or too little to say anything.
    std::optional<double> before;
    int beforeCount = 0, beforeOf = 0;
};

struct ChartSeries {
    QString key, name; // "reached", "Reached"
    QVector<ChartMark> marks; // every series of a chart has the same marks, in the same order
};

// Of a chart of touches or leads that came: the days asked for, and what it counts in all, each touch or lead once.
struct ChartPeriod {
    int days = 0;
    int count = 0, of = 0; // `of`: of a share, among how many; 0: of nothing
    QString before{};      // "30 days before": how as many days right before are called; empty: not compared with them
    int beforeCount = 0, beforeOf = 0;
    bool isCompared() const { return !before.isEmpty(); }
};

struct Chart {
    enum class Shape { Bars /* stacked */, Line, Heat, Rows /* horizontal, one a person */ };
    // Of what time its numbers are. Only the first goes by the days that are asked for.
    enum class Range { Days, AsOfNow /* what is open, as it stands */, Ahead /* the next four weeks */, ThisMonth };
    QString id;        // "attempts-per-lead": of the report, the export, the saved view
    QString says;      // what it shows, as a sentence: "79 of 199 leads have fewer than 5 attempts"
    QString beneath;   // what is drawn: "Attempts per lead, open leads"
    QString counted;   // how this is counted, in full sentences (core/report/measures.h)
    Range range = Range::Days;
    // Which of the filters count in it; the person always does.
    bool asksLeads = true; // plan and source
    bool asksMedium = true;
    bool asksDays() const { return range == Range::Days; }
    bool asksOpenDays() const { return range == Range::AsOfNow; }
    bool isRead = true;   // false: it was not asked for, and only its id and, in `beneath`, its name are known
    Shape shape = Shape::Bars;
    bool isShare = false; // values are shares
    QString axis;         // below the marks: "attempts made"
    QVector<ChartSeries> series;
    std::optional<int> minimum; // a line before the mark with this key, and what is under it stands out
    QString minimumText; // "22 leads under the minimum of 5"
    QStringList minimumShorter; // the same where there is less room, the longest first
    std::optional<ChartPeriod> period; // none: of what is open as it stands; there is no period before that
    QString together; // of series that add up: how their sum is called; empty: "Together"
    bool isEmpty() const; // nothing is counted in it
    // The leads behind a mark, of one series or (-1) of all of them, each once, series by series: what a click on it lists.
    QVector<LeadId> leadsAt(int mark, int ofSeries = -1) const;
    bool hasParts() const; // several series that add up to a bar or a row; of how many, each of its marks says of their sum
};

// What charts are asked about. Not all of it counts in every chart: see Chart::asksDays() and those beside it.
struct ChartFilter {
    int days = 90;     // touches of so many days, today the last, and leads that arrived in them; the window offers 7, 30, 90 and 365
    int openDays = 0;  // of open leads: open for at least so many days
    QString person, plan, source; // login (of who holds a lead, and of who made a touch), plan id, source; empty: all
    QString medium;    // toText(Medium); empty: all. Only attempts by it count, those on a lead and touches alike
    friend bool operator==(const ChartFilter &, const ChartFilter &) = default;
};

// What a filter can be set to.
struct ChartChoices {
    struct Choice {
        QString key, name;
    };
    QVector<Choice> people, plans, sources;
};

struct ChartPage {
    ChartFilter filter;
    ChartChoices choices;
    QVector<Chart> charts; // in the order they are listed
    Instant at;            // as of when
    const Chart *find(const QString &id) const;
};

// A lead as the list below a chart shows it.
struct ChartLead {
    CustomerId customer;
    LeadId lead;
    QString name, vehicle, owner; // display name of who holds it; empty: anybody
    int openDays = 0, untouchedDays = -1; // -1: never touched
    int attempts = 0, reached = 0;
    QString status;    // toText(LeadStatus)
    QString marks;     // the last eight attempts, marksToText()
    QString nextStep;  // "Call, overdue 17 d", "Text, today"; empty: none
    bool overdue = false;
};

} // namespace beback
