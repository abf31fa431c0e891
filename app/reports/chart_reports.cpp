#include "core/report/charts.h"

#include "app/reports/written_report.h"

#include <algorithm>

namespace beback::app {

namespace {

// The reports of these names are older than the charts and keep the form scripts know.
const QStringList KeptAsTheyWere{QStringLiteral("attempts-per-lead"), QStringLiteral("hour-of-power")};

QJsonValue orNull(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonObject toJson(const ChartMark &mark)
{
    return {{QStringLiteral("key"), mark.key},
            {QStringLiteral("label"), mark.label},
            {QStringLiteral("row"), mark.row},
            {QStringLiteral("count"), mark.count},
            {QStringLiteral("of"), mark.of},
            {QStringLiteral("value"), mark.value},
            {QStringLiteral("low"), orNull(mark.low)},
            {QStringLiteral("high"), orNull(mark.high)},
            {QStringLiteral("too_few"), mark.tooFew},
            {QStringLiteral("before"), orNull(mark.before)},
            {QStringLiteral("before_count"), mark.beforeCount},
            {QStringLiteral("before_of"), mark.beforeOf},
            {QStringLiteral("leads"), int(mark.leads.size())}};
}

// Null: as it stands now, or not compared.
QJsonValue toJson(const std::optional<ChartPeriod> &period)
{
    if (!period || !period->isCompared())
        return {};
    return QJsonObject{{QStringLiteral("days"), period->days},
                       {QStringLiteral("count"), period->count},
                       {QStringLiteral("of"), period->of},
                       {QStringLiteral("before_count"), period->beforeCount},
                       {QStringLiteral("before_of"), period->beforeOf}};
}

QJsonObject toJson(const Chart &chart, const ChartPage &page, const QString &asked)
{
    QJsonArray series;
    for (const ChartSeries &one : chart.series) {
        QJsonArray marks;
        for (const ChartMark &mark : one.marks)
            marks << toJson(mark);
        series << QJsonObject{{QStringLiteral("key"), one.key}, {QStringLiteral("name"), one.name}, {QStringLiteral("marks"), marks}};
    }
    return {{QStringLiteral("report"), chart.id},
            {QStringLiteral("at"), page.at.toIso()},
            {QStringLiteral("filter"), toJson(page.filter)},
            {QStringLiteral("asked"), asked},
            {QStringLiteral("says"), chart.says},
            {QStringLiteral("beneath"), chart.beneath},
            {QStringLiteral("counted"), chart.counted},
            {QStringLiteral("axis"), chart.axis},
            {QStringLiteral("share"), chart.isShare},
            {QStringLiteral("minimum"), chart.minimum ? QJsonValue(*chart.minimum) : QJsonValue()},
            {QStringLiteral("period"), toJson(chart.period)},
            {QStringLiteral("series"), series}};
}

QString percent(double share)
{
    return QString::number(share * 100, 'f', 0);
}

// `isPart`: of how many is said of the sum.
QString cellText(const ChartMark &mark, bool isShare, bool isPart)
{
    if (!isShare)
        return mark.of > 0 && !isPart ? Cli::tr("%1 of %2").arg(mark.count).arg(mark.of) : QString::number(mark.count);
    const QString counted = Cli::tr("%1 of %2").arg(mark.count).arg(mark.of);
    if (mark.tooFew || !mark.low || !mark.high)
        return Cli::tr("%1, too few").arg(counted);
    return Cli::tr("%1 % (%2 to %3), %4").arg(percent(mark.value), percent(*mark.low), percent(*mark.high), counted);
}

QString beforeText(const ChartMark &mark, bool isShare)
{
    if (!isShare)
        return QString::number(mark.beforeCount);
    const QString counted = Cli::tr("%1 of %2").arg(mark.beforeCount).arg(mark.beforeOf);
    return mark.before ? Cli::tr("%1 %, %2").arg(percent(*mark.before), counted) : Cli::tr("%1, too few").arg(counted);
}

// Parts that add up, together: what the row or the bar says.
QString sumText(const Chart &chart, qsizetype mark, int ChartMark::*number)
{
    int sum = 0;
    for (const ChartSeries &series : chart.series)
        sum += series.marks[mark].*number;
    const int of = number == &ChartMark::count ? chart.series.first().marks[mark].of : 0;
    return of > 0 ? Cli::tr("%1 of %2").arg(sum).arg(of) : QString::number(sum);
}

// `filter`: what was asked, in words.
QString toText(const Chart &chart, const QString &filter)
{
    const bool isCompared = chart.period && chart.period->isCompared();
    QVector<QStringList> rows{{QString()}};
    for (const ChartSeries &series : chart.series) {
        rows.first() << series.name;
        if (isCompared)
            rows.first() << chart.period->before;
    }
    const bool hasParts = chart.hasParts();
    if (hasParts)
        rows.first() << (chart.together.isEmpty() ? Cli::tr("Together") : chart.together);
    if (hasParts && isCompared)
        rows.first() << chart.period->before;
    const qsizetype marks = chart.series.isEmpty() ? 0 : chart.series.first().marks.size();
    for (qsizetype i = 0; i < marks; ++i) {
        const ChartMark &first = chart.series.first().marks[i];
        if (chart.shape == Chart::Shape::Heat && first.of == 0)
            continue; // most of its cells are hours in which nobody works
        QStringList row{first.row.isEmpty() ? first.label : first.row + QLatin1Char(' ') + first.label};
        for (const ChartSeries &series : chart.series) {
            row << cellText(series.marks[i], chart.isShare, hasParts);
            if (isCompared)
                row << beforeText(series.marks[i], chart.isShare);
        }
        if (hasParts)
            row << sumText(chart, i, &ChartMark::count);
        if (hasParts && isCompared)
            row << sumText(chart, i, &ChartMark::beforeCount);
        rows << row;
    }
    return chart.says + QLatin1Char('\n') + chart.beneath + QLatin1Char('\n') + filter + QStringLiteral("\n\n") + aligned(rows) + QLatin1Char('\n') + chart.counted
           + QLatin1Char('\n');
}

bool isAmong(const QVector<ChartChoices::Choice> &choices, const QString &key)
{
    return key.isEmpty() || std::any_of(choices.cbegin(), choices.cend(), [&](const ChartChoices::Choice &choice) { return choice.key == key; });
}

Error unknown(const QString &sentence, const QString &asked, const QVector<ChartChoices::Choice> &choices)
{
    QStringList keys;
    for (const ChartChoices::Choice &choice : choices)
        keys << choice.key;
    const QString known = keys.isEmpty() ? Cli::tr("none") : keys.join(QStringLiteral(", "));
    return {Code::NotFound, sentence.arg(asked, known), {}};
}

// A slip of the finger must not look like nothing to do.
Result<void> checkFilter(const ChartPage &page)
{
    const ChartFilter &filter = page.filter;
    if (!isAmong(page.choices.people, filter.person))
        return unknown(Cli::tr("Nobody works here as \"%1\". There are: %2."), filter.person, page.choices.people);
    if (!isAmong(page.choices.plans, filter.plan))
        return unknown(Cli::tr("No lead is on a plan \"%1\". There are: %2."), filter.plan, page.choices.plans);
    if (!isAmong(page.choices.sources, filter.source))
        return unknown(Cli::tr("No lead came from \"%1\". There are: %2."), filter.source, page.choices.sources);
    return {};
}

} // namespace

Result<ChartPage> chartPageOf(Session &session, const QString &id, const ChartFilter &filter)
{
    // At a desk of a shared database it is known who asks, and the charts are for managers.
    BEBACK_TRY(page, session.desk() && session.desk()->isOnline() ? session.desk()->charts(filter, id)
                     : session.desk() ? session.place().charts(filter, session.desk()->login(), nullptr, id)
                                      : readCharts(session.lists(), session.place().rooftopId(), session.place().plans(), *session.place().words(), filter,
                                                  session.zone(), session.now(), id));
    BEBACK_CHECK(checkFilter(page));
    if (!page.find(id))
        return Error{Code::Internal, Cli::tr("The chart \"%1\" was not drawn.").arg(id), {}};
    return page;
}

Result<WrittenReport> writeChart(Session &session, const QString &id, const ChartFilter &filter)
{
    BEBACK_TRY(page, chartPageOf(session, id, filter));
    const Chart *chart = page.find(id);
    const QString asked = filterText(page.filter, page.choices, *chart);
    WrittenReport report{toJson(*chart, page, asked), tableOf(*chart), toText(*chart, asked), asked};
    report.chart = *chart;
    return report;
}

QVector<ReportKind> chartReports()
{
    QVector<ReportKind> reports;
    for (const ChartKind &kind : chartKinds())
        if (!KeptAsTheyWere.contains(kind.id))
            reports << ReportKind{kind.id, kind.about, nullptr, false, &writeChart};
    return reports;
}

} // namespace beback::app
