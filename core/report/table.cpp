#include "core/report/table.h"

#include "core/report/csv_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace beback {

namespace {

constexpr int Label = 4, Value = 7, TooFew = 10; // columns of a chart's table

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

TableCell orNothing(const std::optional<double> &number)
{
    return number ? TableCell(*number) : TableCell();
}

QVector<TableCell> rowOf(const ChartSeries &series, const ChartMark &mark)
{
    return {series.name, series.key, mark.key, mark.row, mark.label, double(mark.count), double(mark.of), mark.value, orNothing(mark.low), orNothing(mark.high),
            mark.tooFew, double(mark.leads.size())};
}

// Of a chart that is compared with the period before: its columns at the end.
void addBefore(Table &table, const Chart &chart)
{
    const QString head = chart.period->before;
    table.columns << TableColumn{QStringLiteral("before"), head.front().toUpper() + head.mid(1), chart.isShare, false}
                  << TableColumn{QStringLiteral("before_count"), tr("Counted before"), false, false}
                  << TableColumn{QStringLiteral("before_of"), tr("Of before"), false, false};
    qsizetype row = 0;
    for (const ChartSeries &series : chart.series)
        for (const ChartMark &mark : series.marks)
            table.rows[row++] << orNothing(mark.before) << double(mark.beforeCount) << double(mark.beforeOf);
}

TableChart drawnAs(const Chart &chart)
{
    TableChart drawn;
    drawn.shape = chart.shape;
    drawn.isShare = chart.isShare;
    drawn.title = chart.beneath;
    drawn.axis = chart.axis;
    drawn.labels = Label;
    drawn.values = Value;
    int row = 0;
    for (const ChartSeries &series : chart.series) {
        const int marks = int(series.marks.size());
        if (marks > 0)
            drawn.series << TableChart::Series{series.name, row, row + marks - 1};
        row += marks;
    }
    return drawn;
}

} // namespace

QString headOf(const TableColumn &column)
{
    if (!column.head.isEmpty())
        return column.head;
    QString head = column.key;
    head.replace(QLatin1Char('_'), QLatin1Char(' '));
    return head.isEmpty() ? head : head.front().toUpper() + head.mid(1);
}

QString toText(const TableCell &cell)
{
    if (const QString *words = std::get_if<QString>(&cell))
        return *words;
    if (const double *number = std::get_if<double>(&cell))
        return QString::number(*number, 'g', QLocale::FloatingPointShortest);
    if (const bool *yes = std::get_if<bool>(&cell))
        return *yes ? QStringLiteral("1") : QStringLiteral("0");
    return {};
}

QString csvOf(const Table &table)
{
    QStringList heads;
    for (const TableColumn &column : table.columns)
        if (!column.forPeople)
            heads << column.key;
    QString text = csvLine(heads);
    for (const QVector<TableCell> &row : table.rows) {
        QStringList fields;
        for (qsizetype i = 0; i < row.size(); ++i)
            if (!table.columns[i].forPeople)
                fields << (std::holds_alternative<QString>(row[i]) ? csvField(toText(row[i])) : toText(row[i]));
        text += fields.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    }
    return text;
}

Table tableOf(const Chart &chart)
{
    Table table;
    table.name = chart.beneath;
    table.columns = {{QStringLiteral("name"), tr("Part"), false, true},
                     {QStringLiteral("series"), tr("Key of the part"), false, false},
                     {QStringLiteral("key"), tr("Key"), false, false},
                     {QStringLiteral("row"), tr("Row"), false, false},
                     {QStringLiteral("label"), tr("Label"), false, false},
                     {QStringLiteral("count"), tr("Counted"), false, false},
                     {QStringLiteral("of"), tr("Of"), false, false},
                     {QStringLiteral("value"), chart.isShare ? tr("Share") : tr("Value"), chart.isShare, false},
                     {QStringLiteral("low"), tr("Likely from"), true, false},
                     {QStringLiteral("high"), tr("Likely to"), true, false},
                     {QStringLiteral("too_few"), tr("Too few to be sure"), false, false},
                     {QStringLiteral("leads"), tr("Leads"), false, false}};
    for (const ChartSeries &series : chart.series)
        for (const ChartMark &mark : series.marks)
            table.rows << rowOf(series, mark);
    if (chart.period && chart.period->isCompared())
        addBefore(table, chart);
    table.drawn = drawnAs(chart);
    table.doubtful = TooFew;
    return table;
}

Table tableOf(const QVector<ChartLead> &leads)
{
    Table table;
    table.name = tr("Leads");
    table.columns = {{QStringLiteral("name"), tr("Customer"), false, false},
                     {QStringLiteral("vehicle"), tr("Vehicle"), false, false},
                     {QStringLiteral("owner"), tr("Held by"), false, false},
                     {QStringLiteral("status"), tr("Status"), false, false},
                     {QStringLiteral("attempts"), tr("Attempts"), false, false},
                     {QStringLiteral("reached"), tr("Reached"), false, false},
                     {QStringLiteral("open_days"), tr("Days open"), false, false},
                     {QStringLiteral("untouched_days"), tr("Days untouched"), false, false},
                     {QStringLiteral("next_step"), tr("Next step"), false, false},
                     {QStringLiteral("overdue"), tr("Overdue"), false, false},
                     {QStringLiteral("lead"), tr("Lead"), false, false}};
    for (const ChartLead &lead : leads)
        table.rows << QVector<TableCell>{lead.name, lead.vehicle, lead.owner, lead.status, double(lead.attempts), double(lead.reached), double(lead.openDays),
                                         lead.untouchedDays < 0 ? TableCell() : TableCell(double(lead.untouchedDays)), lead.nextStep, lead.overdue,
                                         lead.lead.toString()};
    return table;
}

} // namespace beback
