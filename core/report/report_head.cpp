#include "core/report/report_head.h"

#include "core/report/charts.h"
#include "core/report/filter_words.h"
#include "core/time/wording.h"
#include "core/time/zones.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

// Of a chart there is no name for: what is drawn.
QString nameOf(const Chart &chart)
{
    const QVector<ChartKind> kinds = chartKinds();
    const auto found = std::find_if(kinds.cbegin(), kinds.cend(), [&](const ChartKind &kind) { return kind.id == chart.id; });
    return found == kinds.cend() ? chart.beneath : found->name;
}

QVector<Workbook::Line> linesOf(const ReportHead &head)
{
    QVector<Workbook::Line> lines{{tr("Store"), head.store}, {tr("As of"), asOfText(head)}};
    if (!head.filter.isEmpty())
        lines << Workbook::Line{tr("What is counted"), head.filter};
    return lines;
}

} // namespace

QString storeText(const QString &name, const QString &city)
{
    return city.isEmpty() ? name : tr("%1, %2").arg(name, city);
}

QString asOfText(const ReportHead &head)
{
    const QString day = QLocale().toString(zones::local(head.at, head.zone).date, QStringLiteral("dddd, MMM d yyyy"));
    return tr("%1, %2").arg(day, wording::clockTime(head.at, head.zone));
}

ReportHead reportHead(const ChartPage &page, const Chart *chart, const QString &store, const QString &zone)
{
    if (chart)
        return {store, zone, page.at, filterText(page.filter, page.choices, *chart)};
    return {store, zone, page.at, narrowText(page.filter, page.choices), page.filter};
}

Workbook workbookOf(const QVector<Chart> &charts, const ReportHead &head)
{
    Workbook book;
    book.at = head.at;
    book.about = linesOf(head);
    book.title = charts.size() == 1 ? charts.first().says : tr("Charts of %1").arg(head.store);
    for (const Chart &chart : charts) {
        Table table = tableOf(chart);
        table.name = nameOf(chart);
        if (charts.size() > 1)
            book.about << Workbook::Line{table.name, head.charts ? tr("%1 (%2)").arg(chart.says, rangeText(chart.range, *head.charts)) : chart.says};
        book.tables << table;
    }
    QStringList counted; // each definition once
    for (const Chart &chart : charts)
        counted += chart.counted.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    counted.removeDuplicates();
    book.about << Workbook::Line{tr("How this is counted"), counted.join(QLatin1Char('\n'))};
    return book;
}

Workbook workbookOf(const QVector<Table> &tables, const QString &title, const QString &says, const ReportHead &head)
{
    Workbook book;
    book.at = head.at;
    book.title = title;
    book.about = linesOf(head);
    if (!says.isEmpty())
        book.about << Workbook::Line{tr("What it says"), says};
    book.tables = tables;
    return book;
}

} // namespace beback
