// Who kept the Hour of Power this month, and what it brought.
#include "core/report/chart_words.h"
#include "core/report/charts.h"
#include "core/report/charts_read.h"
#include "core/report/measures.h"

#include <QCoreApplication>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

struct Sum {
    int kept = 0, days = 0;
    HourScore score;
};

Sum sumOf(const HourReport &report)
{
    Sum sum;
    for (const HourReport::Person &person : report.people) {
        sum.kept += person.kept;
        sum.days += person.days;
        sum.score.touches += person.score.touches;
        sum.score.reached += person.score.reached;
        sum.score.appointments += person.score.appointments;
    }
    return sum;
}

// ": 96 touches, 31 of them answered, and 6 visits set"
QString brought(const HourScore &score)
{
    if (score.touches == 0)
        return {};
    const QString touches = score.touches == 1 ? tr("1 touch") : tr("%1 touches").arg(score.touches);
    const QString visits = score.appointments == 1 ? tr("1 visit set") : tr("%1 visits set").arg(score.appointments);
    return tr(": %1, %2 answered, and %3").arg(touches, QString::number(score.reached), visits);
}

QString says(const HourReport &report, const ReportFacts &facts)
{
    const QString person = facts.nameOf(facts.filter.person);
    if (report.people.isEmpty())
        return facts.filter.person.isEmpty() ? tr("Nobody has an Hour of Power this month.") : tr("%1 has no Hour of Power this month.").arg(person);
    const Sum sum = sumOf(report);
    if (sum.days == 0)
        return tr("No Hour of Power was over yet this month") + brought(sum.score);
    if (sum.days == 1)
        return (sum.kept == 1 ? tr("The one Hour of Power this month was kept") : tr("The one Hour of Power this month was not kept"))
               + brought(sum.score);
    if (sum.kept == 0)
        return tr("None of %1 Hours of Power this month was kept").arg(sum.days) + brought(sum.score);
    if (sum.kept == sum.days)
        return tr("All %1 Hours of Power this month were kept").arg(sum.days) + brought(sum.score);
    return (sum.kept == 1 ? tr("%1 of %2 Hours of Power this month was kept") : tr("%1 of %2 Hours of Power this month were kept"))
               .arg(QString::number(sum.kept), QString::number(sum.days))
           + brought(sum.score);
}

} // namespace

Chart drawHours(const ReportFacts &facts, const HourReport &report, const LeadOrder &order)
{
    Chart chart;
    chart.id = QStringLiteral("hour-of-power");
    chart.shape = Chart::Shape::Rows;
    chart.says = says(report, facts);
    chart.beneath = tr("Days on which the Hour of Power was kept, of all on which there was one, this month");
    chart.counted = countedBy({Measure::HourKept, Measure::Attempt, Measure::Answered});
    chart.axis = tr("days");
    chart.series = {{QStringLiteral("kept"), tr("Kept"), {}}};
    for (const HourReport::Person &person : report.people) {
        ChartMark mark;
        mark.key = person.who.login;
        mark.label = person.who.name;
        mark.value = mark.count = person.kept;
        mark.of = person.days;
        mark.leads = order.of(person.keptOn);
        chart.series.first().marks << mark;
    }
    mostFirst(chart.series.first().marks);
    return chart;
}

Result<Chart> hoursChart(const ChartReading &reading)
{
    const ReportFacts &facts = reading.facts;
    BEBACK_TRY(report, readHourReport(reading.db, reading.rooftop, facts.zone, facts.at));
    const QString person = facts.filter.person;
    report.people.removeIf([&](const HourReport::Person &one) { return !person.isEmpty() && one.who.login != person; });
    QSet<LeadId> leads;
    for (const HourReport::Person &one : std::as_const(report.people))
        leads += one.keptOn;
    BEBACK_TRY(order, LeadOrder::read(reading.db, reading.rooftop, leads));
    return drawHours(facts, report, order);
}

} // namespace beback
