#include "ui/charts/chart_text.h"

#include "core/report/charts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
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
    const int of = chart.series.first().marks[mark].of;
    const QString all = number(chart_spots::total(chart, mark)), sum = of > 0 ? tr("%1 of %2").arg(all, countText(of)) : all;
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

QString beforeHead(const Chart &chart)
{
    QString head = chart_spots::isCompared(chart) ? chart.period->before : QString();
    if (!head.isEmpty())
        head[0] = head[0].toUpper();
    return head;
}

QString before(const Chart &chart, ChartSpot spot)
{
    const bool several = spot.series < 0 && chart.series.size() > 1 && !chart_spots::hasParts(chart);
    if (!chart_spots::isCompared(chart) || several)
        return {};
    const auto value = chart_spots::before(chart, spot);
    const ChartMark &mark = chart_spots::mark(chart, spot);
    if (!value)
        return tr("%1: %2").arg(beforeHead(chart), tooFew());
    if (!chart.isShare)
        return tr("%1: %2").arg(beforeHead(chart), number(*value));
    return tr("%1: %2 (%3 of %4)").arg(beforeHead(chart), percent(*value), countText(mark.beforeCount), countText(mark.beforeOf));
}

QString tip(const Chart &chart, ChartSpot spot)
{
    QStringList lines{name(chart, spot), facts(chart, spot), before(chart, spot)};
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
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
    struct Head {
        const char *id, *head;
    };
    constexpr std::array Heads = {Head{chart_ids::Funnel, QT_TRANSLATE_NOOP("ChartText", "Step")},
                                  Head{chart_ids::Objections, QT_TRANSLATE_NOOP("ChartText", "Objection")},
                                  Head{chart_ids::Campaigns, QT_TRANSLATE_NOOP("ChartText", "Campaign")},
                                  Head{chart_ids::Wordings, QT_TRANSLATE_NOOP("ChartText", "Wording")},
                                  Head{chart_ids::Guides, QT_TRANSLATE_NOOP("ChartText", "Question")}};
    const auto own = std::find_if(Heads.begin(), Heads.end(), [&](const Head &head) { return isCalled(chart, head.id); });
    if (own != Heads.end())
        return tr(own->head);
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
    enum Group { Effort, Results, Works, Behind };
    constexpr std::array Groups = {QT_TRANSLATE_NOOP("ChartText", "Effort"), QT_TRANSLATE_NOOP("ChartText", "Results"),
                                   QT_TRANSLATE_NOOP("ChartText", "What works"), QT_TRANSLATE_NOOP("ChartText", "Behind the ticks")};
    struct One {
        const char *id;
        Group group;
    };
    constexpr std::array Known = {
        One{chart_ids::Attempts, Effort}, One{chart_ids::UnderMinimum, Effort}, One{chart_ids::Neglect, Effort},
        One{chart_ids::Touches, Effort}, One{chart_ids::Speed, Effort}, One{chart_ids::Skipped, Effort},
        One{chart_ids::Duties, Effort}, One{chart_ids::Load, Effort}, One{chart_ids::Hour, Effort}, One{chart_ids::Funnel, Results},
        One{chart_ids::Objections, Results}, One{chart_ids::Campaigns, Results}, One{chart_ids::Reached, Works},
        One{chart_ids::BySpeed, Works}, One{chart_ids::Hours, Works}, One{chart_ids::Media, Works},
        One{chart_ids::Answers, Works}, One{chart_ids::Wordings, Works}, One{chart_ids::Guides, Works},
        One{chart_ids::Evidence, Behind}, One{chart_ids::Bursts, Behind}, One{chart_ids::Streaks, Behind}};
    const auto known = std::find_if(Known.begin(), Known.end(), [&](const One &one) { return isCalled(chart, one.id); });
    if (known == Known.end())
        return {tr("More"), chart.beneath, int(Groups.size()), 0};
    QString title = chart.beneath;
    for (const ChartKind &kind : chartKinds())
        if (kind.id == chart.id)
            title = kind.name;
    return {tr(Groups[size_t(known->group)]), title, int(known->group), int(known - Known.begin())};
}

} // namespace beback::ui::chart_text
