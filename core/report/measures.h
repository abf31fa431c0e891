#pragma once

#include <QString>
#include <QVector>

#include <initializer_list>

namespace beback {

// What every number of the charts means: one definition each, for the window, the tables, the command line and every export.

enum class Measure {
    Attempt, AttemptsPerLead, Answered, Reached, NeverReached, VisitSet, Touch, Open, Arrived, Held, Untouched, Skipped, CustomerTime,
    Share, TooFew, PeriodBefore, Evidence, Burst, Streak, ObjectionHeard, Funnel, Confirmed, BeBack, FirstTouch, Effort, Week,
    Planned, FitsADay, DueToday, HourKept, CampaignAfter, CampaignBefore, WordedReply, GuideAnswer, Minimum, Duty
};

struct MeasureText {
    QString id;         // "attempts_per_lead"; never translated
    QString name;       // "Attempts per lead"
    QString definition; // in full sentences
};
MeasureText textOf(Measure measure);
QVector<MeasureText> allMeasures(); // in the order of Measure
// What stands under "How this is counted": the definitions of these, each a paragraph.
QString countedBy(std::initializer_list<Measure> measures);

// A lead under this is worked too little. The trade article on the seven reasons why follow-up fails quotes a study: four of five
// sales take five follow-ups on average, and after four nearly everybody has stopped.
inline constexpr int MinimumAttempts = 5;
// So many days without a touch are neglect. Rule of the house.
inline constexpr int NeglectedDays = 7;
// Whoever leaves a step out tried this lead in so many days before, or did so without effort. Rule of the house.
inline constexpr int EffortDays = 7;
// Of fewer than this a share says too little to be drawn. Rule of the house; as Staying::LeastLeads.
inline constexpr int LeastToSay = 30;

// Where a true share lies with 95 %: quantiles of the beta distribution that stands for what was counted (Jeffreys' prior), with
// the ends fixed where nothing or everything was counted (Brown, Cai and DasGupta 2001), so that the share is always inside.
struct ShareInterval {
    double low = 0, high = 1;
    bool isApartFrom(const ShareInterval &other) const { return low > other.high || other.low > high; }
};
ShareInterval shareInterval(int count, int of); // 0 <= count <= of

} // namespace beback
