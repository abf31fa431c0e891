// Touches made in bursts, and calls in streaks of one outcome, by person.
#include "core/report/chart_marks.h"
#include "core/report/chart_words.h"
#include "core/report/charts.h"
#include "core/report/measures.h"
#include "core/report/touch_runs.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <optional>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

struct Counted {
    QMap<QString, Tally> people; // by login; `of`: all that could be in a run
    int touches = 0, inRuns = 0;
    int runs = 0, longest = 0;
};

// `medium`: only what was made by it can be in a run; none: everything can.
Counted count(const ReportFacts &facts, const QVector<TouchRun> &runs, std::optional<Medium> medium)
{
    Counted counted;
    for (const TouchFact &touch : facts.touches)
        if (!medium || touch.medium == *medium) {
            ++counted.people[touch.actor].of;
            ++counted.touches;
        }
    for (const TouchRun &run : runs) {
        for (const qsizetype place : run)
            counted.people[facts.touches[place].actor].add(facts.touches[place].place);
        counted.inRuns += int(run.size());
        counted.longest = std::max(counted.longest, int(run.size()));
    }
    counted.runs = int(runs.size());
    return counted;
}

QVector<ChartMark> marksOf(const ReportFacts &facts, const Counted &counted)
{
    QVector<ChartMark> marks;
    for (auto it = counted.people.cbegin(); it != counted.people.cend(); ++it)
        marks << markOf(facts, it.key(), facts.nameOf(it.key()), *it);
    mostFirst(marks);
    return marks;
}

QString saysBursts(const Counted &counted, const ChartFilter &filter)
{
    const QString touches = chart_words::byMedium(filter, tr("touches")), range = chart_words::inRange(filter.days);
    const QString seconds = QString::number(BurstGap.count()), all = QString::number(counted.touches);
    if (counted.touches == 0)
        return chart_words::noTouch(filter);
    if (counted.runs == 0)
        return tr("No burst %1: never %2 %3 of one person, each within %4 seconds of the one before")
            .arg(range, QString::number(BurstTouches), touches, seconds);
    const QString made = counted.inRuns == counted.touches ? tr("All %1 %2 %3").arg(all, touches, range)
                                                           : tr("%1 of %2 %3 %4").arg(QString::number(counted.inRuns), all, touches, range);
    if (counted.runs == 1)
        return tr("%1 were made in one burst, each within %2 seconds of the one before").arg(made, seconds);
    return tr("%1 were made in %2 bursts, each within %3 seconds of the one before").arg(made, QString::number(counted.runs), seconds);
}

QString saysStreaks(const Counted &counted, const ChartFilter &filter)
{
    if (const auto medium = mediumFromText(filter.medium); medium && *medium != Medium::Call)
        return tr("Only calls are counted here, and the filters leave them out.");
    const QString range = chart_words::inRange(filter.days), all = QString::number(counted.touches);
    if (counted.touches == 0) {
        ChartFilter calls = filter;
        calls.medium = toText(Medium::Call);
        return chart_words::noTouch(calls);
    }
    if (counted.runs == 0)
        return tr("No %1 calls in a row ended alike without an answer %2").arg(QString::number(StreakCalls), range);
    const QString made = counted.inRuns == counted.touches ? tr("All %1 calls %2").arg(all, range)
                                                           : tr("%1 of %2 calls %3").arg(QString::number(counted.inRuns), all, range);
    return counted.runs == 1 ? tr("%1 are one streak: all ended alike without an answer").arg(made)
                             : tr("%1 are in %2 streaks that ended alike without an answer; the longest has %3")
                                   .arg(made, QString::number(counted.runs), QString::number(counted.longest));
}

} // namespace

Chart burstsChart(const ReportFacts &facts)
{
    const Counted counted = count(facts, burstsAmong(facts.touches), {});
    Chart chart;
    chart.id = QStringLiteral("bursts");
    chart.shape = Chart::Shape::Rows;
    chart.says = saysBursts(counted, facts.filter);
    chart.beneath = tr("Touches in bursts, of all they made, %1").arg(chart_words::rangeName(facts.filter.days));
    chart.counted = countedBy({Measure::Attempt, Measure::Touch, Measure::Burst});
    chart.axis = chart_words::byMedium(facts.filter, tr("touches"));
    chart.period = ChartPeriod{.days = facts.filter.days, .count = counted.inRuns, .of = counted.touches};
    chart.series = {{QStringLiteral("in_bursts"), tr("In bursts"), marksOf(facts, counted)}};
    return chart;
}

Chart streaksChart(const ReportFacts &facts)
{
    const Counted counted = count(facts, streaksAmong(facts.touches), Medium::Call);
    Chart chart;
    chart.id = QStringLiteral("streaks");
    chart.shape = Chart::Shape::Rows;
    chart.says = saysStreaks(counted, facts.filter);
    chart.beneath = tr("Calls in streaks of one outcome, of all they made, %1").arg(chart_words::rangeName(facts.filter.days));
    chart.counted = countedBy({Measure::Attempt, Measure::Touch, Measure::Answered, Measure::Streak});
    chart.axis = tr("calls");
    chart.period = ChartPeriod{.days = facts.filter.days, .count = counted.inRuns, .of = counted.touches};
    chart.series = {{QStringLiteral("in_streaks"), tr("In streaks"), marksOf(facts, counted)}};
    return chart;
}

} // namespace beback
