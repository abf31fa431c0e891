#include "core/report/attempts_per_lead.h"

#include "app/reports/written_report.h"

namespace beback::app {

namespace {

const QString Name = QStringLiteral("attempts-per-lead");

QJsonObject toJson(const AttemptsPerLead &report)
{
    QJsonArray bins;
    for (const AttemptsPerLead::Bin &bin : report.bins)
        bins << QJsonObject{{QStringLiteral("attempts"), bin.attempts},
                            {QStringLiteral("leads"), bin.leads},
                            {QStringLiteral("open"), bin.open},
                            {QStringLiteral("reached"), bin.reached}};
    return {{QStringLiteral("report"), Name},
            {QStringLiteral("leads"), report.leads},
            {QStringLiteral("attempts"), report.attempts},
            {QStringLiteral("bins"), bins}};
}

QString toText(const AttemptsPerLead &report)
{
    QVector<QStringList> rows{{Cli::tr("Attempts"), Cli::tr("Leads"), Cli::tr("Open"), Cli::tr("Reached")}};
    for (const AttemptsPerLead::Bin &bin : report.bins)
        rows << QStringList{QString::number(bin.attempts), QString::number(bin.leads), QString::number(bin.open),
                            QString::number(bin.reached)};
    return aligned(rows)
           + Cli::tr("%1 attempts on %2 leads: %3 a lead.\n")
                 .arg(report.attempts)
                 .arg(report.leads)
                 .arg(report.perLead(), 0, 'f', 1);
}

QString toCsv(const AttemptsPerLead &report)
{
    QString text = QStringLiteral("attempts,leads,open,reached\r\n");
    for (const AttemptsPerLead::Bin &bin : report.bins)
        text += QStringLiteral("%1,%2,%3,%4\r\n").arg(bin.attempts).arg(bin.leads).arg(bin.open).arg(bin.reached);
    return text;
}

Result<WrittenReport> write(Session &session, const QString &)
{
    BEBACK_TRY(report, attemptsPerLead(session.lists(), session.place().rooftopId()));
    return WrittenReport{toJson(report), toCsv(report), toText(report)};
}

} // namespace

ReportKind attemptsPerLeadReport()
{
    return {Name, Cli::tr("how many leads have had how many attempts"), &write};
}

} // namespace beback::app
