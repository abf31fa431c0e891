#include "core/report/measures.h"

#include "core/base/beta.h"
#include "core/campaign/came_of_it.h"
#include "core/report/hour_score.h"
#include "core/report/wordings_report.h"
#include "core/history/visit_confirmation.h"
#include "core/report/duty.h"
#include "core/report/evidence.h"
#include "core/report/touch_runs.h"
#include "core/time/wording.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace beback {

namespace {

struct Definition {
    const char *id, *name, *text; // numbers for %1 are put in by textOf()
};

// By Measure.
constexpr std::array Definitions = {
    Definition{"attempt", QT_TRANSLATE_NOOP("beback", "Attempt"),
               QT_TRANSLATE_NOOP("beback", "An attempt is one time we contacted a lead or tried to, by call, text, e-mail, note, visit or social "
                                           "message, whatever came of it. What was taken back, what is held for a manager and what other "
                                           "departments did does not count.")},
    Definition{"attempts_per_lead", QT_TRANSLATE_NOOP("beback", "Attempts per lead"),
               QT_TRANSLATE_NOOP("beback", "Attempts per lead are all attempts on one lead since it came, however long ago that was.")},
    Definition{"answered", QT_TRANSLATE_NOOP("beback", "Answered"),
               QT_TRANSLATE_NOOP("beback", "An attempt is answered when a person answered at once, or wrote or called back by the same medium "
                                           "before we tried again by it.")},
    Definition{"reached", QT_TRANSLATE_NOOP("beback", "Reached"),
               QT_TRANSLATE_NOOP("beback", "A lead is reached once one of its attempts was answered.")},
    Definition{"never_reached", QT_TRANSLATE_NOOP("beback", "Never reached"),
               QT_TRANSLATE_NOOP("beback", "Never reached are leads of whose attempts none was answered and that have no visit set.")},
    Definition{"visit_set", QT_TRANSLATE_NOOP("beback", "Visit set"),
               QT_TRANSLATE_NOOP("beback", "A visit is set while an appointment is agreed on that was not kept, missed or canceled.")},
    Definition{"touch", QT_TRANSLATE_NOOP("beback", "Touch"),
               QT_TRANSLATE_NOOP("beback", "A touch is an attempt that was made within the days asked for, today among them. It counts for the "
                                           "person who made it, and on the day it was made, not the day it was written down.")},
    Definition{"open", QT_TRANSLATE_NOOP("beback", "Open lead"),
               QT_TRANSLATE_NOOP("beback", "A lead is open until it is closed as sold, lost or a duplicate.")},
    Definition{"arrived", QT_TRANSLATE_NOOP("beback", "Lead that came"),
               QT_TRANSLATE_NOOP("beback", "Counted are the leads that came within the days asked for, today among them, whatever became of "
                                           "them since; not those that were closed as duplicates.")},
    Definition{"held", QT_TRANSLATE_NOOP("beback", "Held by"),
               QT_TRANSLATE_NOOP("beback", "A lead is held by the person it is assigned to; those assigned to nobody are anybody's.")},
    Definition{"untouched", QT_TRANSLATE_NOOP("beback", "Days untouched"),
               QT_TRANSLATE_NOOP("beback", "Days untouched are days of the store's calendar since the last attempt: 0 is today, 1 yesterday. "
                                           "Never touched are leads without any attempt.")},
    Definition{"skipped", QT_TRANSLATE_NOOP("beback", "Skipped"),
               QT_TRANSLATE_NOOP("beback", "A lead is skipped when a step of its plan was left out on purpose. That is no attempt.")},
    Definition{"customer_time", QT_TRANSLATE_NOOP("beback", "Customer's time"),
               QT_TRANSLATE_NOOP("beback", "Hours and weekdays are those of the customer: by the first zone that is known for them, and by the "
                                           "store's where none is.")},
    Definition{"share", QT_TRANSLATE_NOOP("beback", "Share"),
               QT_TRANSLATE_NOOP("beback", "A share stands with its 95 % interval (Jeffreys): the fewer were counted, the wider it is. Two "
                                           "shares differ for sure only where their intervals lie apart.")},
    Definition{"too_few", QT_TRANSLATE_NOOP("beback", "Too few"),
               QT_TRANSLATE_NOOP("beback", "Of fewer than %1 no share is shown: they say too little.")},
    Definition{"period_before", QT_TRANSLATE_NOOP("beback", "Period before"),
               QT_TRANSLATE_NOOP("beback", "The period before is as many days right before, up to the same time of day as now. It is counted as "
                                           "things stood then: what came of it later is not among it, nor are answers that came later. Only who holds "
                                           "a lead, its plan and its source are those of today. That a share changed is only said where the "
                                           "intervals of both periods lie apart.")},
    Definition{"evidence", QT_TRANSLATE_NOOP("beback", "Evidence"),
               QT_TRANSLATE_NOOP("beback", "Something is behind a touch when it was answered. If it was not, something is kept of it when the words "
                                           "that were sent stand with it, when questions of the call guide are answered, when a note of %2 "
                                           "characters or more says what happened, or when a call that went through lasted %1 seconds or longer. "
                                           "A shorter note only says the outcome once more. All others are only ticked: that is no proof that "
                                           "they were not made, only that nothing more is known of them.")},
    Definition{"burst", QT_TRANSLATE_NOOP("beback", "Burst"),
               QT_TRANSLATE_NOOP("beback", "A burst is %1 or more touches of one person, each within %2 seconds of the one before, by when they "
                                           "happened. Messages whose words are kept are in none: prepared ones do go out that quickly. Who writes "
                                           "several down later for the same time makes a burst, too.")},
    Definition{"streak", QT_TRANSLATE_NOOP("beback", "Streak"),
               QT_TRANSLATE_NOOP("beback", "A streak is %1 or more calls of one person in a row that ended alike and were not answered, whichever "
                                           "leads they were about. Of calls the filters leave out nothing is seen. Where every other call ends "
                                           "so, chance begins one with one call in some 8,000; where more of them do, far sooner.")},
    Definition{"objection_heard", QT_TRANSLATE_NOOP("beback", "Objection"),
               QT_TRANSLATE_NOOP("beback", "Counted are leads with an objection that came, or whose last objection was heard, within the days asked "
                                           "for, today among them; not those that were closed as duplicates. Each counts once, for the last "
                                           "objection that was written down. Who gave no reason gave no objection.")},
    Definition{"funnel", QT_TRANSLATE_NOOP("beback", "Funnel"),
               QT_TRANSLATE_NOOP("beback", "A lead stands in every row of the funnel up to the furthest step its history tells of: attempted, "
                                           "reached, visit set, confirmed, shown, which is that they came in, and sold, which is that it was "
                                           "closed as sold, even if it was opened again later. The number of a row, the whole of its bar and the "
                                           "sentence are how many got as far, of those who got as far as the row above. Those who got further "
                                           "without the step are among them, and have a color and a column of their own: who walked in was shown "
                                           "without a visit set. A visit that was missed or canceled was set all "
                                           "the same. Where a medium is asked for, attempted and reached are by that medium.")},
    Definition{"confirmed", QT_TRANSLATE_NOOP("beback", "Confirmed"),
               QT_TRANSLATE_NOOP("beback", "A visit is confirmed when we spoke with them or they wrote to us before it, on or after %1:00 of the "
                                           "business day before, by their clock. Business days are Monday to Saturday without federal holidays. "
                                           "A visit that was canceled or moved is not confirmed.")},
    Definition{"be_back", QT_TRANSLATE_NOOP("beback", "Be-back"),
               QT_TRANSLATE_NOOP("beback", "A lead left unsold when they came in and had not bought by the end of that day. It came back when they "
                                           "came in again on a later day of the store's calendar, or bought on one.")},
    Definition{"first_touch", QT_TRANSLATE_NOOP("beback", "Wait until the first touch"),
               QT_TRANSLATE_NOOP("beback", "The wait until the first touch runs from when they asked until our first attempt. It is clock time: "
                                           "nights, Sundays and holidays are not taken out. Where nothing says when they asked, it runs from when "
                                           "the lead came. Who was contacted before they asked waited for nothing.")},
    Definition{"effort", QT_TRANSLATE_NOOP("beback", "With effort"),
               QT_TRANSLATE_NOOP("beback", "A step is left out with effort when that lead had an attempt in the %1 days before, whoever made it and "
                                           "by whatever medium; without effort when it had none. It counts for the person who left it out, and on "
                                           "the day they did.")},
    Definition{"week", QT_TRANSLATE_NOOP("beback", "Week"),
               QT_TRANSLATE_NOOP("beback", "A week is Monday to Sunday of the store's calendar. Of people reached, people who came in and be-backs "
                                           "each person counts once a week. Reached is who answered a touch of that week before it was over. A "
                                           "visit is counted in the week in which it was set, unless it was canceled since; a sale in the week it "
                                           "was closed. A be-back is somebody who came in again or bought "
                                           "after they had left without buying on an earlier day.")},
    Definition{"planned", QT_TRANSLATE_NOOP("beback", "Planned touch"),
               QT_TRANSLATE_NOOP("beback", "A touch is planned on the day the next step of a lead is due, today where that day is past, and on "
                                           "those of the steps behind it, in the time of the plan and as if nobody answered before. A lead with "
                                           "two steps on one day has two touches that day, and rules that keep it from being contacted today "
                                           "are not looked at. Long-term contact is left out: it can wait.")},
    Definition{"fits_a_day", QT_TRANSLATE_NOOP("beback", "What fits into a day"),
               QT_TRANSLATE_NOOP("beback", "Into a day fits what the people of the store finish on such a weekday, measured over the last four "
                                           "weeks; into today what they finish from this time of day until its end, so that it is less with every "
                                           "hour: the same number in Today, in the capacity report and in the load. Those due longest come first, "
                                           "and what does not fit waits for the next day. Of a person asked for, only their own leads and days "
                                           "count; leads of a plan or a source asked for are weighed as if there were no others.")},
    Definition{"due_today", QT_TRANSLATE_NOOP("beback", "Due today"),
               QT_TRANSLATE_NOOP("beback", "Due today are leads whose next step is due until the end of the day and who may be contacted by then, "
                                           "long-term contact among them, each once. The load counts otherwise: every touch by itself, without "
                                           "long-term contact.")},
    Definition{"hour_kept", QT_TRANSLATE_NOOP("beback", "Hour of Power kept"),
               QT_TRANSLATE_NOOP("beback", "An Hour of Power is kept with at least %1 touches in it. Counted are the days of this month so far "
                                           "on which one was set and is over, on business days, or was kept without being set; the leads "
                                           "behind them are those contacted in the hours kept. Touches, answers and leads with a visit set are "
                                           "those of all hours of this month. Of the filters only the person counts here.")},
    Definition{"campaign_after", QT_TRANSLATE_NOOP("beback", "Since their turn"),
               QT_TRANSLATE_NOOP("beback", "Counted are the campaigns in which the turn of somebody came within the days asked for, with "
                                           "everybody whose turn has come and who was not taken back: who answered or wrote, and so was "
                                           "reached, with whom a visit was set, and who bought, since then and for %1 days at most. With a "
                                           "medium asked for, only answers by it reach anybody.")},
    Definition{"campaign_before", QT_TRANSLATE_NOOP("beback", "Before their turn"),
               QT_TRANSLATE_NOOP("beback", "Before are as many days right before the turn, of the same people. Where the leads of some had not "
                                           "come by then, both sides count the others alone; where those of all had not, nothing is compared. A "
                                           "campaign speaks to people who were lost or quiet, so that less before is to be expected.")},
    Definition{"worded_reply", QT_TRANSLATE_NOOP("beback", "Reply to a wording"),
               QT_TRANSLATE_NOOP("beback", "Counted are messages from prepared words that went out within the days asked for, by the wording "
                                           "they were made from; a wording that was changed is another one. A message has a reply when they "
                                           "wrote within %1 days after it and no newer such message lay between.")},
    Definition{"guide_answer", QT_TRANSLATE_NOOP("beback", "Answer to a guide"),
               QT_TRANSLATE_NOOP("beback", "Counted are calls by a call guide that were made within the days asked for. A question is answered "
                                           "when an answer was written down for it, and not asked when a reason was given instead. Whether it "
                                           "was asked without either nobody wrote down.")},
    Definition{"minimum", QT_TRANSLATE_NOOP("beback", "Minimum of attempts"),
               QT_TRANSLATE_NOOP("beback", "The minimum is %1 attempts: by a study the trade press quotes, four of five sales take five "
                                           "follow-ups on average, and after four nearly everybody has stopped.")},
    Definition{"duty", QT_TRANSLATE_NOOP("beback", "Duty"),
               QT_TRANSLATE_NOOP("beback", "A duty is what a manager has to do by a time: what somebody set; contacting whoever came in and did not "
                                           "buy, mending a promise nobody kept, and looking at steps left out without an attempt, each by %1 of "
                                           "the next business day; and the Monday page by %1 of the first business day of its week. It counts on "
                                           "the day it was due: in time or late by when it was done, left out where somebody said why, else not "
                                           "done. What was nobody's in particular counts for the manager who did it. Leads that were closed "
                                           "before it was due have none, and the Monday page and steps left out count from when duties "
                                           "were first used. %2 days after it was due nobody is asked any more for one that follows from "
                                           "what happened: it is in no list then, and counts as not done. One that somebody set stays until it "
                                           "is done or left out.")},
};
static_assert(Definitions.size() == size_t(Measure::Duty) + 1);

} // namespace

MeasureText textOf(Measure measure)
{
    const Definition &known = Definitions[size_t(measure)];
    QString definition = QCoreApplication::translate("beback", known.text);
    if (measure == Measure::TooFew)
        definition = definition.arg(LeastToSay);
    if (measure == Measure::HourKept)
        definition = definition.arg(KeptTouches);
    if (measure == Measure::CampaignAfter)
        definition = definition.arg(CameWithinDays);
    if (measure == Measure::WordedReply)
        definition = definition.arg(std::chrono::duration_cast<std::chrono::hours>(RepliesCount).count() / 24);
    if (measure == Measure::Minimum)
        definition = definition.arg(MinimumAttempts);
    if (measure == Measure::Confirmed)
        definition = definition.arg(ConfirmHour);
    if (measure == Measure::Effort)
        definition = definition.arg(EffortDays);
    if (measure == Measure::Evidence)
        definition = definition.arg(LeastTalkSeconds).arg(LeastNote);
    if (measure == Measure::Burst)
        definition = definition.arg(BurstTouches).arg(BurstGap.count());
    if (measure == Measure::Streak)
        definition = definition.arg(StreakCalls);
    if (measure == Measure::Duty)
        definition = definition.arg(wording::timeOfDay(QTime(DutyHour, 0))).arg(DutyAskedDays);
    return {QLatin1String(known.id), QCoreApplication::translate("beback", known.name), definition};
}

QVector<MeasureText> allMeasures()
{
    QVector<MeasureText> all;
    for (size_t i = 0; i < Definitions.size(); ++i)
        all << textOf(Measure(i));
    return all;
}

QString countedBy(std::initializer_list<Measure> measures)
{
    QStringList paragraphs;
    for (const Measure measure : measures)
        paragraphs << textOf(measure).definition;
    return paragraphs.join(QLatin1Char('\n'));
}

ShareInterval shareInterval(int count, int of)
{
    if (of <= 0)
        return {};
    const double a = count + 0.5, b = of - count + 0.5;
    return {count == 0 ? 0 : betaQuantile(a, b, 0.025), count == of ? 1 : betaQuantile(a, b, 0.975)};
}

} // namespace beback
