#include "core/report/csv_text.h"

namespace beback {

QString csvLine(const QStringList &fields)
{
    QStringList written;
    for (QString field : fields) {
        if (!field.isEmpty() && QStringLiteral("=+-@").contains(field.front()))
            field.prepend(QLatin1Char('\''));
        if (field.contains(QLatin1Char(',')) || field.contains(QLatin1Char('"')) || field.contains(QLatin1Char('\n')))
            field = QLatin1Char('"') + field.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
        written << field;
    }
    return written.join(QLatin1Char(',')) + QStringLiteral("\r\n");
}

QString chartCsv(const Chart &chart)
{
    const auto number = [](const std::optional<double> &value) { return value ? QString::number(*value) : QString(); };
    QString text = QStringLiteral("series,key,row,label,count,of,value,low,high,too_few,leads\r\n");
    for (const ChartSeries &series : chart.series)
        for (const ChartMark &mark : series.marks)
            text += csvLine({series.key, mark.key, mark.row, mark.label, QString::number(mark.count), QString::number(mark.of), number(mark.value),
                             number(mark.low), number(mark.high), QString::number(int(mark.tooFew)), QString::number(mark.leads.size())});
    return text;
}

} // namespace beback
