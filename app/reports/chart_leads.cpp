// The leads behind one number of a chart, as a click on it lists them in the window.
#include "core/report/charts.h"

#include "app/reports/written_report.h"

#include <algorithm>

namespace beback::app {

namespace {

// Of a heat map "Mon 9 am"; else as at the axis, and in the table.
QString labelOf(const ChartMark &mark)
{
    return mark.row.isEmpty() ? mark.label : mark.row + QLatin1Char(' ') + mark.label;
}

// "4-6" is what keyboards have for "4–6".
bool isSame(QString asked, QString known)
{
    const QChar dash(0x2013);
    return asked.replace(dash, QLatin1Char('-')).compare(known.replace(dash, QLatin1Char('-')), Qt::CaseInsensitive) == 0;
}

Error noSuch(const QString &sentence, const QString &asked, const QStringList &known)
{
    return {Code::NotFound, sentence.arg(asked, known.isEmpty() ? Cli::tr("none") : known.join(QStringLiteral(", "))), {}};
}

// Its place. By its key, which names one alone; else by its label.
Result<int> findMark(const Chart &chart, const QString &asked)
{
    QStringList known;
    QVector<int> labeled;
    const auto &marks = chart.series.isEmpty() ? QVector<ChartMark>() : chart.series.first().marks;
    for (int i = 0; i < marks.size(); ++i) {
        if (marks[i].key == asked)
            return i;
        if (isSame(asked, labelOf(marks[i])) || isSame(asked, marks[i].key))
            labeled << i;
        if (chart.shape != Chart::Shape::Heat || marks[i].of > 0)
            known << labelOf(marks[i]);
    }
    if (labeled.isEmpty())
        return noSuch(Cli::tr("Nothing is called \"%1\" in this chart. There are: %2."), asked, known);
    if (labeled.size() == 1)
        return labeled.first();
    QStringList keys;
    for (const int place : std::as_const(labeled))
        keys << marks[place].key;
    return Error{Code::Invalid, Cli::tr("Several are called \"%1\". Name one by its key: %2.").arg(asked, keys.join(QStringLiteral(", "))), {}};
}

// Its place; -1: all of them.
Result<int> findPart(const Chart &chart, const QString &asked)
{
    if (asked.isEmpty())
        return -1;
    QStringList known;
    for (int i = 0; i < chart.series.size(); ++i) {
        if (isSame(asked, chart.series[i].name) || isSame(asked, chart.series[i].key))
            return i;
        known << chart.series[i].name;
    }
    return noSuch(Cli::tr("This chart has no part \"%1\". There are: %2."), asked, known);
}

constexpr int LeadsAtOnce = 500; // many in one question to the database: a line may be long

Result<QVector<ChartLead>> readAll(Session &session, const QVector<LeadId> &leads)
{
    QVector<ChartLead> all;
    for (qsizetype from = 0; from < leads.size(); from += LeadsAtOnce) {
        BEBACK_TRY(some, readChartLeads(session.lists(), session.place().rooftopId(), leads.mid(from, LeadsAtOnce), session.zone(), session.now(),
                                        LeadsAtOnce));
        all += some;
    }
    return all;
}

QJsonArray toJson(const QVector<ChartLead> &leads)
{
    QJsonArray all;
    for (const ChartLead &lead : leads)
        all << QJsonObject{{QStringLiteral("lead"), lead.lead.toString()},
                           {QStringLiteral("customer"), lead.customer.toString()},
                           {QStringLiteral("name"), lead.name},
                           {QStringLiteral("vehicle"), lead.vehicle},
                           {QStringLiteral("owner"), lead.owner},
                           {QStringLiteral("status"), lead.status},
                           {QStringLiteral("attempts"), lead.attempts},
                           {QStringLiteral("reached"), lead.reached},
                           {QStringLiteral("open_days"), lead.openDays},
                           {QStringLiteral("untouched_days"), lead.untouchedDays < 0 ? QJsonValue() : QJsonValue(lead.untouchedDays)},
                           {QStringLiteral("next_step"), lead.nextStep},
                           {QStringLiteral("overdue"), lead.overdue}};
    return all;
}

QString toText(const QString &heading, const QVector<ChartLead> &leads)
{
    QVector<QStringList> rows{{Cli::tr("Customer"), Cli::tr("Vehicle"), Cli::tr("Held by"), Cli::tr("Attempts"), Cli::tr("Days untouched"), Cli::tr("Next step"), Cli::tr("Lead")}};
    for (const ChartLead &lead : leads)
        rows << QStringList{lead.name, lead.vehicle, lead.owner.isEmpty() ? Cli::tr("anybody") : lead.owner, QString::number(lead.attempts),
                            lead.untouchedDays < 0 ? Cli::tr("never touched") : QString::number(lead.untouchedDays), lead.nextStep, lead.lead.toString()};
    return leads.isEmpty() ? heading + QLatin1Char('\n') : heading + QStringLiteral("\n\n") + aligned(rows);
}

} // namespace

Result<WrittenReport> writeChartLeads(Session &session, const QString &id, const ChartFilter &filter, const LeadsAsked &asked)
{
    BEBACK_TRY(page, chartPageOf(session, id, filter));
    const Chart &chart = *page.find(id);
    BEBACK_TRY(mark, findMark(chart, asked.mark));
    BEBACK_TRY(part, findPart(chart, asked.part));
    BEBACK_TRY(leads, readAll(session, chart.leadsAt(mark, part)));
    const ChartMark &found = chart.series[std::max(0, part)].marks[mark];
    const QString name = part < 0 ? labelOf(found) : Cli::tr("%1, %2").arg(labelOf(found), chart.series[part].name);
    const QString many = counted(leads.size(), Cli::tr("1 lead"), Cli::tr("%1 leads"));
    WrittenReport report{QJsonObject{{QStringLiteral("report"), id},
                                     {QStringLiteral("at"), page.at.toIso()},
                                     {QStringLiteral("mark"), found.key},
                                     {QStringLiteral("part"), part < 0 ? QJsonValue() : QJsonValue(chart.series[part].key)},
                                     {QStringLiteral("leads"), toJson(leads)}},
                         tableOf(leads), {}};
    report.filter = filterText(page.filter, page.choices, chart);
    report.title = Cli::tr("%1. %2: %3").arg(chart.says.endsWith(QLatin1Char('.')) ? chart.says.chopped(1) : chart.says, name, many);
    report.text = toText(report.title, leads);
    return report;
}

} // namespace beback::app
