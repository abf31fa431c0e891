#include "core/report/chart_compare.h"

#include "core/report/chart_words.h"
#include "core/report/measures.h"
#include "core/time/zones.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

const ChartSeries *seriesOf(const Chart &chart, const QString &key)
{
    const auto found = std::find_if(chart.series.cbegin(), chart.series.cend(), [&](const ChartSeries &one) { return one.key == key; });
    return found == chart.series.cend() ? nullptr : &*found;
}

const ChartMark *markOf(const ChartSeries &series, const QString &key)
{
    const auto found = std::find_if(series.marks.cbegin(), series.marks.cend(), [&](const ChartMark &one) { return one.key == key; });
    return found == series.marks.cend() ? nullptr : &*found;
}

// The same place with nothing counted.
ChartMark emptyAt(const ChartMark &mark)
{
    ChartMark empty;
    empty.key = mark.key;
    empty.label = mark.label;
    empty.row = mark.row;
    return empty;
}

void addMissingMarks(Chart &now, const Chart &before)
{
    if (now.series.isEmpty() || before.series.isEmpty())
        return;
    for (const ChartMark &mark : before.series.first().marks)
        if (!markOf(now.series.first(), mark.key))
            for (ChartSeries &series : now.series)
                series.marks << emptyAt(mark);
}

void addMissingSeries(Chart &now, const Chart &before)
{
    for (const ChartSeries &series : before.series) {
        if (seriesOf(now, series.key))
            continue;
        ChartSeries added{series.key, series.name, {}};
        if (!now.series.isEmpty())
            for (const ChartMark &mark : std::as_const(now.series.first().marks))
                added.marks << emptyAt(mark);
        now.series << added;
    }
}

void compareMark(ChartMark &mark, const ChartSeries *series, bool isShare)
{
    const ChartMark *before = series ? markOf(*series, mark.key) : nullptr;
    if (before) {
        mark.beforeCount = before->count;
        mark.beforeOf = before->of;
    }
    if (!isShare)
        mark.before = before ? before->value : 0;
    else if (before && before->of > 0 && !before->tooFew)
        mark.before = before->value;
}

QString inPeriodBefore(int days)
{
    return days == 1 ? tr("yesterday") : tr("in the %1 days before").arg(days);
}

QString thanPeriodBefore(int days)
{
    return days == 1 ? tr("than yesterday") : tr("than in the %1 days before").arg(days);
}

QString ofCounts(const ChartPeriod &period)
{
    const int more = period.count - period.beforeCount;
    const QString all = QString::number(period.count), before = QString::number(period.beforeCount);
    const QString then = inPeriodBefore(period.days), than = thanPeriodBefore(period.days);
    if (period.count == 0 && period.beforeCount == 0)
        return {};
    if (period.count == 0)
        return period.beforeCount == 1 ? tr("There was 1 %1").arg(then) : tr("There were %1 %2").arg(before, then);
    if (period.beforeCount == 0)
        return tr("In all %1; none %2").arg(all, then);
    if (more == 0)
        return tr("In all %1, as many as %2").arg(all, then);
    const QString apart = QString::number(std::abs(more));
    return more > 0 ? tr("In all %1, %2 more %3 (%4)").arg(all, apart, than, before) : tr("In all %1, %2 fewer %3 (%4)").arg(all, apart, than, before);
}

// Empty: one of the two says too little.
QString ofShares(const ChartPeriod &period)
{
    if (period.of < LeastToSay || period.beforeOf < LeastToSay)
        return {};
    const double now = double(period.count) / period.of, before = double(period.beforeCount) / period.beforeOf;
    const QString all = chart_words::percent(now), then = chart_words::percent(before);
    const bool isApart = shareInterval(period.count, period.of).isApartFrom(shareInterval(period.beforeCount, period.beforeOf));
    if (!isApart || all == then)
        return tr("In all %1, about the same as %2").arg(all, inPeriodBefore(period.days));
    const QString than = thanPeriodBefore(period.days);
    return now > before ? tr("In all %1, more %2 (%3)").arg(all, than, then) : tr("In all %1, less %2 (%3)").arg(all, than, then);
}

// Like the first one a headline: without a full stop.
void addSentence(QString &says, const QString &more)
{
    if (more.isEmpty())
        return;
    if (!says.isEmpty())
        says += says.endsWith(QLatin1Char('.')) ? QStringLiteral(" ") : QStringLiteral(". ");
    says += more;
}

} // namespace

QString periodBeforeName(int days)
{
    return days == 1 ? tr("yesterday") : tr("%1 days before").arg(days);
}

Instant pointBefore(int days, const QString &zone, Instant now)
{
    const zones::Local local = zones::local(now, zone);
    return zones::instantOf(local.date.addDays(-days), local.time, zone).value_or(now - std::chrono::hours(24) * days);
}

void compare(Chart &now, const Chart &before)
{
    if (!now.period || !before.period)
        return;
    const bool onAxis = now.shape == Chart::Shape::Heat || now.shape == Chart::Shape::Line;
    if (!onAxis && !now.isShare) {
        addMissingMarks(now, before);
        addMissingSeries(now, before);
    }
    for (ChartSeries &series : now.series) {
        const ChartSeries *past = seriesOf(before, series.key);
        for (ChartMark &mark : series.marks)
            compareMark(mark, past, now.isShare);
    }
    now.period->before = periodBeforeName(now.period->days);
    now.period->beforeCount = before.period->count;
    now.period->beforeOf = before.period->of;
    addSentence(now.says, now.isShare ? ofShares(*now.period) : ofCounts(*now.period));
    now.counted += QLatin1Char('\n') + textOf(Measure::PeriodBefore).definition;
}

} // namespace beback
