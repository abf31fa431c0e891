#include "ui/charts/chart_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace beback::ui::chart_text {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ChartText", text);
}

bool isCalled(const Chart &chart, const char *id)
{
    return chart.id == QLatin1String(id);
}

QString markName(const Chart &chart, const ChartMark &mark)
{
    if (chart.shape == Chart::Shape::Heat)
        return tr("%1, %2").arg(mark.row, mark.label);
    if (isCalled(chart, chart_ids::Attempts))
        return mark.label == QLatin1String("1") ? tr("1 attempt") : tr("%1 attempts").arg(mark.label);
    if (isCalled(chart, chart_ids::Reached))
        return tr("Attempt %1").arg(mark.label);
    if (isCalled(chart, chart_ids::Neglect) && mark.key != QLatin1String("never"))
        return tr("%1 days untouched").arg(mark.label);
    return mark.label;
}

QString countText(int count)
{
    return QLocale().toString(count);
}

QString shareFacts(const ChartMark &mark)
{
    const QString all = tr("%1 of %2").arg(countText(mark.count), countText(mark.of));
    if (mark.tooFew || mark.of == 0)
        return tr("%1, %2").arg(all, tooFew());
    if (!mark.low || !mark.high)
        return tr("%1 (%2)").arg(all, percent(mark.value));
    const QString low = QLocale().toString(qRound(100 * *mark.low));
    return tr("%1 (%2, likely %3 to %4)").arg(all, percent(mark.value), low, percent(*mark.high));
}

QString plainFacts(const ChartMark &mark)
{
    const QString much = mark.of > 0 ? tr("%1 of %2").arg(countText(mark.count), countText(mark.of)) : number(mark.value);
    return mark.tooFew ? tr("%1, %2").arg(much, tooFew()) : much;
}

// A whole bar, and what it is made of.
QString sumFacts(const Chart &chart, int mark)
{
    QStringList parts;
    for (const ChartSeries &one : chart.series)
        if (one.marks[mark].value > 0)
            parts << tr("%1 %2").arg(one.name, number(one.marks[mark].value));
    const QString sum = number(chart_spots::total(chart, mark));
    return parts.size() < 2 && chart_spots::total(chart, mark) <= 0 ? sum : tr("%1 (%2)").arg(sum, parts.join(QStringLiteral(", ")));
}

// Several series beside one another, at one mark.
QString eachFacts(const Chart &chart, int mark)
{
    QStringList lines;
    for (const ChartSeries &one : chart.series)
        lines << tr("%1: %2").arg(one.name, chart.isShare ? shareFacts(one.marks[mark]) : plainFacts(one.marks[mark]));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString number(double value)
{
    const bool whole = std::abs(value - std::round(value)) < 1e-9;
    return whole ? QLocale().toString(qint64(std::llround(value))) : QLocale().toString(value, 'f', 1);
}

QString percent(double share, int decimals)
{
    return tr("%1 %").arg(QLocale().toString(100 * share, 'f', decimals));
}

QString leads(int count)
{
    return QCoreApplication::translate("ChartText", "%n leads", nullptr, count);
}

QString tooFew()
{
    return tr("too few to be sure");
}

QString value(const Chart &chart, const ChartMark &mark)
{
    if (mark.tooFew)
        return {};
    return chart.isShare ? percent(mark.value) : number(mark.value);
}

QString name(const Chart &chart, ChartSpot spot)
{
    const QString what = markName(chart, chart_spots::mark(chart, spot));
    return spot.series < 0 ? what : tr("%1, %2").arg(what, chart.series[spot.series].name.toLower());
}

QString facts(const Chart &chart, ChartSpot spot)
{
    if (spot.series < 0 && chart.series.size() > 1)
        return chart_spots::hasParts(chart) ? sumFacts(chart, spot.mark) : eachFacts(chart, spot.mark);
    const ChartMark &mark = chart_spots::mark(chart, spot);
    return chart.isShare ? shareFacts(mark) : plainFacts(mark);
}

QString tip(const Chart &chart, ChartSpot spot)
{
    return name(chart, spot) + QLatin1Char('\n') + facts(chart, spot);
}

QString howToChoose(Chart::Shape shape)
{
    switch (shape) {
    case Chart::Shape::Line: return tr("Click a point to see the leads behind it, or walk to it with the arrow keys and press Enter.");
    case Chart::Shape::Heat: return tr("Click a cell to see the leads behind it, or walk to it with the arrow keys and press Enter.");
    case Chart::Shape::Rows: return tr("Click a row to see the leads behind it, or walk to it with the arrow keys and press Enter.");
    case Chart::Shape::Bars: break;
    }
    return tr("Click a bar to see the leads behind it, or walk to it with the arrow keys and press Enter.");
}

QString rowHead(const Chart &chart)
{
    if (chart.shape == Chart::Shape::Rows)
        return tr("Person");
    if (chart.shape == Chart::Shape::Heat)
        return tr("Hour");
    QString head = chart.axis;
    if (!head.isEmpty())
        head[0] = head[0].toUpper();
    return head.isEmpty() ? tr("What") : head;
}

Place place(const Chart &chart)
{
    const QString effort = tr("Effort"), works = tr("What works");
    if (isCalled(chart, chart_ids::Attempts))
        return {effort, tr("Attempts per lead"), 0};
    if (isCalled(chart, chart_ids::UnderMinimum))
        return {effort, tr("Under the minimum"), 0};
    if (isCalled(chart, chart_ids::Neglect))
        return {effort, tr("Neglected"), 0};
    if (isCalled(chart, chart_ids::Touches))
        return {effort, tr("Touches by person"), 0};
    if (isCalled(chart, chart_ids::Reached))
        return {works, tr("Reached by attempt"), 1};
    if (isCalled(chart, chart_ids::Hours))
        return {works, tr("Hours and days"), 1};
    if (isCalled(chart, chart_ids::Media))
        return {works, tr("Media"), 1};
    if (isCalled(chart, chart_ids::Answers))
        return {works, tr("Answers by medium"), 1};
    return {tr("More"), chart.beneath, 2};
}

} // namespace beback::ui::chart_text
