#include "app/reports/written_report.h"

namespace beback::app {

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

} // namespace beback::app
