#include "app/present_campaign.h"
#include "app/reports/written_report.h"

namespace beback::app {

namespace {

const QString Name = QStringLiteral("campaign");

Table toTable(const QVector<CampaignResult> &results)
{
    Table table;
    table.name = Cli::tr("Campaigns");
    table.columns = columnsOf(QStringLiteral("id,title,state,people,ahead,touched,reached,replied,appointments,shown,sold,opted_out").split(QLatin1Char(',')));
    for (const CampaignResult &one : results) {
        QVector<TableCell> row{one.stored.campaign.id, one.stored.campaign.title, toText(one.stored.state), double(one.people.size()),
                               double(one.ahead.size())};
        for (const Came what : AllCame)
            row << double(one.of(what).size());
        table.rows << row;
    }
    return table;
}

QString toText(const QVector<CampaignResult> &results, const QString &zone)
{
    if (results.isEmpty())
        return Cli::tr("No campaign was started yet.\n");
    QVector<QStringList> rows{{Cli::tr("Campaign"), Cli::tr("State"), Cli::tr("People"), Cli::tr("Still ahead"), Cli::tr("Touched"), Cli::tr("Reached"),
                               Cli::tr("Replied"), Cli::tr("Visits set"), Cli::tr("Came"), Cli::tr("Sold"), Cli::tr("Opted out")}};
    for (const CampaignResult &one : results) {
        QStringList row{one.stored.campaign.title, stateText(one, zone), QString::number(one.people.size()), QString::number(one.ahead.size())};
        for (const Came what : AllCame)
            row << QString::number(one.of(what).size());
        rows << row;
    }
    return aligned(rows) + Cli::tr("Counted from the day of each person's turn, for %1 days.\n").arg(CameWithinDays);
}

Result<WrittenReport> write(Session &session, const QString &about)
{
    CampaignOffice office(session.place(), session.campaigns());
    BEBACK_TRY(shelf, office.shelf());
    QVector<CampaignResult> results;
    if (about.isEmpty()) {
        for (const CampaignResult &one : shelf.campaigns)
            if (one.stored.state != StoredCampaign::State::Draft)
                results << one;
    } else {
        BEBACK_TRY(one, office.result(about));
        results << one;
    }
    QJsonArray campaigns;
    for (const CampaignResult &one : std::as_const(results))
        campaigns << toJson(one);
    return WrittenReport{QJsonObject{{QStringLiteral("report"), Name}, {QStringLiteral("campaigns"), campaigns}}, toTable(results),
                         toText(results, session.zone())};
}

} // namespace

ReportKind campaignReport()
{
    return {Name, Cli::tr("what came of campaigns; of one of them: campaign ID"), &write, true};
}

} // namespace beback::app
