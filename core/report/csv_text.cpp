#include "core/report/csv_text.h"

#include "core/report/table.h"

#include <algorithm>

namespace beback {

QString csvField(QString field)
{
    if (!field.isEmpty() && QStringLiteral("=+-@\t\r").contains(field.front()))
        field.prepend(QLatin1Char('\''));
    const bool quoted = std::any_of(field.cbegin(), field.cend(), [](QChar c) { return QStringLiteral(",\"\n\r").contains(c); });
    return quoted ? QLatin1Char('"') + field.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"') : field;
}

QString csvLine(const QStringList &fields)
{
    QStringList written;
    for (const QString &field : fields)
        written << csvField(field);
    return written.join(QLatin1Char(',')) + QStringLiteral("\r\n");
}

QString chartCsv(const Chart &chart)
{
    return csvOf(tableOf(chart));
}

} // namespace beback
