// Who holds the open leads that are under the minimum of attempts.
#include "core/report/chart_marks.h"
#include "core/report/chart_words.h"
#include "core/report/charts.h"
#include "core/report/measures.h"

#include <QCoreApplication>
#include <QMap>

#include <numeric>

namespace beback {

namespace {

const QString AnybodyKey = QStringLiteral("anybody");

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

QVector<ChartMark> marksOf(const ReportFacts &facts)
{
    QMap<QString, Tally> tallies; // by login
    for (qsizetype place = 0; place < facts.leads.size(); ++place) {
        const LeadFact &lead = facts.leads[place];
        if (!lead.isOpen)
            continue;
        Tally &tally = tallies[lead.owner];
        ++tally.of;
        if (lead.attempts < MinimumAttempts)
            tally.add(place);
    }
    QVector<ChartMark> marks;
    for (auto it = tallies.cbegin(); it != tallies.cend(); ++it)
        marks << (it.key().isEmpty() ? markOf(facts, AnybodyKey, tr("Anybody"), *it) : markOf(facts, it.key(), facts.nameOf(it.key()), *it));
    mostFirst(marks);
    return marks;
}

// `most`: of whoever holds most of them.
QString says(const ChartMark &most, int under, const ChartFilter &filter)
{
    const QString minimum = QString::number(MinimumAttempts), attempts = chart_words::byMedium(filter, tr("attempts"));
    const QString leads = chart_words::openLeads(filter), lead = chart_words::openLead(filter), all = QString::number(under);
    if (under == 0)
        return tr("No %1 has fewer than %2 %3").arg(lead, minimum, attempts);
    if (most.key == AnybodyKey) {
        if (under == 1)
            return tr("The one %1 with fewer than %2 %3 is given to nobody").arg(lead, minimum, attempts);
        if (most.count == under)
            return tr("The %1 %2 with fewer than %3 %4 are given to nobody").arg(all, leads, minimum, attempts);
        return tr("Of the %2 %3 with fewer than %4 %5, %1 are given to nobody").arg(QString::number(most.count), all, leads, minimum, attempts);
    }
    if (under == 1)
        return tr("%1 holds the one %2 with fewer than %3 %4").arg(most.label, lead, minimum, attempts);
    if (most.count == under)
        return tr("%1 holds all %2 %3 with fewer than %4 %5").arg(most.label, all, leads, minimum, attempts);
    return tr("%1 holds %2 of the %3 %4 with fewer than %5 %6").arg(most.label, QString::number(most.count), all, leads, minimum, attempts);
}

} // namespace

Chart underMinimumChart(const ReportFacts &facts)
{
    Chart chart;
    chart.id = QStringLiteral("under-minimum-by-person");
    chart.shape = Chart::Shape::Rows;
    chart.beneath = tr("Leads under %1 %2, of all they hold")
                        .arg(QString::number(MinimumAttempts), chart_words::byMedium(facts.filter, tr("attempts")));
    chart.counted = countedBy({Measure::Attempt, Measure::AttemptsPerLead, Measure::Open, Measure::Held, Measure::Minimum});
    chart.axis = tr("open leads");
    chart.series = {{QStringLiteral("under_minimum"), tr("Under the minimum"), marksOf(facts)}};
    const QVector<ChartMark> &marks = chart.series.first().marks;
    const int under = std::accumulate(marks.cbegin(), marks.cend(), 0, [](int sum, const ChartMark &mark) { return sum + mark.count; });
    chart.says = marks.isEmpty() ? chart_words::noOpenLead(facts.filter) : says(marks.first(), under, facts.filter);
    return chart;
}

} // namespace beback
