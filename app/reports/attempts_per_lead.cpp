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
           + Cli::tr("%1 on %2: %3 a lead.\n")
                 .arg(counted(report.attempts, Cli::tr("1 attempt"), Cli::tr("%1 attempts")), counted(report.leads, Cli::tr("1 lead"), Cli::tr("%1 leads")))
                 .arg(report.perLead(), 0, 'f', 1);
}

Table toTable(const AttemptsPerLead &report)
{
    Table table;
    table.name = Cli::tr("Attempts per lead");
    table.columns = columnsOf({QStringLiteral("attempts"), QStringLiteral("leads"), QStringLiteral("open"), QStringLiteral("reached")});
    for (const AttemptsPerLead::Bin &bin : report.bins)
        table.rows << QVector<TableCell>{double(bin.attempts), double(bin.leads), double(bin.open), double(bin.reached)};
    return table;
}

Result<WrittenReport> write(Session &session, const QString &)
{
    BEBACK_TRY(report, attemptsPerLead(session.lists(), session.place().rooftopId()));
    return WrittenReport{toJson(report), toTable(report), toText(report)};
}

} // namespace

ReportKind attemptsPerLeadReport()
{
    return {Name, Cli::tr("how many leads have had how many attempts"), &write, false, &writeChart};
}

} // namespace beback::app
