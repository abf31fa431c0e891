// How many attempts open leads have had, against the minimum.
#include "core/report/chart_marks.h"
#include "core/report/chart_words.h"
#include "core/report/charts.h"
#include "core/report/measures.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace beback {

namespace {

constexpr int LastBin = 12; // and more

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

struct Counted {
    enum { NeverReached, Reached, VisitSet, Kinds };
    std::array<std::array<Tally, LastBin + 1>, Kinds> bins;
    int leads = 0, under = 0, neverReached = 0; // neverReached: of those under the minimum
};

Counted count(const ReportFacts &facts)
{
    Counted counted;
    for (qsizetype place = 0; place < facts.leads.size(); ++place) {
        const LeadFact &lead = facts.leads[place];
        if (!lead.isOpen)
            continue;
        const int kind = lead.visitSet ? Counted::VisitSet : lead.reached > 0 ? Counted::Reached : Counted::NeverReached;
        counted.bins[size_t(kind)][size_t(std::min(lead.attempts, LastBin))].add(place);
        ++counted.leads;
        if (lead.attempts < MinimumAttempts) {
            ++counted.under;
            counted.neverReached += kind == Counted::NeverReached;
        }
    }
    return counted;
}

// "; 51 of them were never reached"
QString howManyNever(const Counted &counted, const QString &reached)
{
    if (counted.neverReached == 0)
        return {};
    if (counted.under == 1)
        return tr("; it was never %1").arg(reached);
    if (counted.neverReached == counted.under)
        return tr("; none of them was ever %1").arg(reached);
    if (counted.neverReached == 1)
        return tr("; 1 of them was never %1").arg(reached);
    return tr("; %1 of them were never %2").arg(QString::number(counted.neverReached), reached);
}

QString says(const Counted &counted, const ChartFilter &filter)
{
    const QString attempts = chart_words::byMedium(filter, tr("attempts")), leads = chart_words::openLeads(filter);
    const QString minimum = QString::number(MinimumAttempts), all = QString::number(counted.leads);
    if (counted.leads == 0)
        return chart_words::noOpenLead(filter);
    if (counted.under == 0)
        return counted.leads == 1 ? tr("The only %1 has at least %2 %3").arg(chart_words::openLead(filter), minimum, attempts)
                                  : tr("All %1 %2 have at least %3 %4").arg(all, leads, minimum, attempts);
    const QString never = howManyNever(counted, chart_words::byMedium(filter, tr("reached")));
    if (counted.leads == 1)
        return tr("The only %1 has fewer than %2 %3").arg(chart_words::openLead(filter), minimum, attempts) + never;
    if (counted.under == counted.leads)
        return tr("All %1 %2 have fewer than %3 %4").arg(all, leads, minimum, attempts) + never;
    if (counted.under == 1)
        return tr("1 of %1 %2 has fewer than %3 %4").arg(all, leads, minimum, attempts) + never;
    return tr("%1 of %2 %3 have fewer than %4 %5").arg(QString::number(counted.under), all, leads, minimum, attempts) + never;
}

// It is a minimum of attempts by all media: attempts by one of them are not measured against it.
void drawMinimum(Chart &chart, int under)
{
    chart.minimum = MinimumAttempts;
    chart.minimumText = under == 1 ? tr("1 lead under the minimum of %1").arg(MinimumAttempts)
                                   : tr("%1 leads under the minimum of %2").arg(under).arg(MinimumAttempts);
    chart.minimumShorter = {tr("%1 under the minimum").arg(under), tr("%1 under").arg(under)};
}

} // namespace

Chart attemptsPerLeadChart(const ReportFacts &facts)
{
    const Counted counted = count(facts);
    Chart chart;
    chart.id = QStringLiteral("attempts-per-lead");
    chart.says = says(counted, facts.filter);
    chart.beneath = tr("Attempts per lead, %1").arg(chart_words::openLeads(facts.filter));
    chart.counted = countedBy({Measure::Attempt, Measure::AttemptsPerLead, Measure::Open, Measure::Answered, Measure::Reached,
                               Measure::NeverReached, Measure::VisitSet, Measure::Minimum});
    chart.axis = chart_words::byMedium(facts.filter, tr("attempts made"));
    chart.series = {{QStringLiteral("never_reached"), tr("Never reached"), {}}, {QStringLiteral("reached"), tr("Reached"), {}},
                    {QStringLiteral("visit_set"), tr("Visit set"), {}}};
    for (int kind = 0; kind < Counted::Kinds; ++kind)
        for (int bin = 0; bin <= LastBin; ++bin) {
            const QString key = QString::number(bin);
            chart.series[kind].marks << markOf(facts, key, bin == LastBin ? tr("%1+").arg(key) : key, counted.bins[size_t(kind)][size_t(bin)]);
        }
    if (facts.filter.medium.isEmpty())
        drawMinimum(chart, counted.under);
    return chart;
}

} // namespace beback
