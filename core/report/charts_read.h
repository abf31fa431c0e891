#pragma once

#include "core/campaign/before_after.h"
#include "core/report/answers_report.h"
#include "core/report/chart_marks.h"
#include "core/report/duty.h"
#include "core/report/hour_report.h"
#include "core/report/lead_order.h"
#include "core/report/wordings_report.h"

#include <QDate>

namespace beback {

// Charts that need more than ReportFacts, once it is read: see charts.h for how it is. Pure. Private to core/report.

// Where leads are in ReportFacts::leads.
QHash<LeadId, qsizetype> placesOf(const ReportFacts &facts);
// The leads at the places of a tally, each once, in the order of the places.
QVector<LeadId> leadsAt(const QVector<LeadId> &leads, const Tally &tally);
// Does the filter leave in what is of this person, on a lead with this plan and source?
bool leavesIn(const ChartFilter &filter, const QString &who, const QString &plan, const QString &source);

// The next four weeks: what plans ask for, and what the people of the site finish.
struct LoadAhead {
    static constexpr int Days = 28; // looked at, today the first
    QVector<LeadId> leads;       // of all touches, the longest untouched first
    struct Day {
        QDate day;
        Tally fits;     // touches that are done on it, those due longest first; places are those in `leads`
        Tally leftOver; // touches that are due by then and are left at its end
    };
    QVector<Day> days;     // on which anything can be done
    bool isKnown = false;  // what they finish; else everything fits
    double perHour = 0;    // touches one of them finishes; 0: not known
    QString helper;        // login of who else has most room in these weeks; empty: nobody, or nobody alone was asked about
    int helpersRoom = 0;   // touches
};
Chart drawLoad(const ReportFacts &facts, const LoadAhead &load);

// `counts`: those the filter leaves in. `order`: of every lead they are about.
Chart drawDuties(const ReportFacts &facts, const QVector<DutyCount> &counts, const LeadOrder &order);

// `order`: of everybody in HourReport::Person::keptOn.
Chart drawHours(const ReportFacts &facts, const HourReport &report, const LeadOrder &order);

// A campaign with its people, as far as the filter leaves them in.
struct CampaignSeen {
    QString id, title;
    QVector<CampaignEffect> people;
};
// `campaigns`: the one that was started last first. `order`: of all their leads.
Chart drawCampaigns(const ReportFacts &facts, const QVector<CampaignSeen> &campaigns, const LeadOrder &order);

// `messages`: those the filter leaves in. Those on leads that are not among the facts are left out.
Chart drawWordings(const ReportFacts &facts, const QVector<WordedMessage> &messages);

// `report`: of the calls the filter leaves in. Calls on leads that are not among the facts do not count.
Chart drawGuideAnswers(const ReportFacts &facts, const AnswersReport &report, const GuideBook &guides);

} // namespace beback
