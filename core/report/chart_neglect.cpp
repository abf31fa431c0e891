// How long open leads have not been touched.
#include "core/report/chart_marks.h"
#include "core/report/chart_words.h"
#include "core/report/charts.h"
#include "core/report/measures.h"

#include <QCoreApplication>

#include <array>
#include <limits>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

struct Bin {
    const char *key, *label;
    int untilDays; // the last day that belongs to it
};
// What is neglect (NeglectedDays) begins with a bin, so that the sentence is the sum of bars. Keys are not "2-3": a spreadsheet
// would take that for a day.
constexpr std::array Bins = {
    Bin{"to-1", QT_TRANSLATE_NOOP("beback", "0–1"), 1},
    Bin{"to-3", QT_TRANSLATE_NOOP("beback", "2–3"), 3},
    Bin{"to-6", QT_TRANSLATE_NOOP("beback", "4–6"), NeglectedDays - 1},
    Bin{"to-14", QT_TRANSLATE_NOOP("beback", "7–14"), 14},
    Bin{"to-30", QT_TRANSLATE_NOOP("beback", "15–30"), 30},
    Bin{"over-30", QT_TRANSLATE_NOOP("beback", "over 30"), std::numeric_limits<int>::max()},
    Bin{"never", QT_TRANSLATE_NOOP("beback", "never"), 0},
};
constexpr size_t Never = Bins.size() - 1;

size_t binOf(const LeadFact &lead)
{
    if (lead.untouchedDays < 0)
        return Never;
    size_t bin = 0;
    while (lead.untouchedDays > Bins[bin].untilDays)
        ++bin;
    return bin;
}

struct Counted {
    std::array<Tally, Bins.size()> bins;
    int leads = 0, neglected = 0;
    int never() const { return bins[Never].count; }
};

Counted count(const ReportFacts &facts)
{
    Counted counted;
    for (qsizetype place = 0; place < facts.leads.size(); ++place) {
        const LeadFact &lead = facts.leads[place];
        if (!lead.isOpen)
            continue;
        counted.bins[binOf(lead)].add(place);
        ++counted.leads;
        counted.neglected += lead.untouchedDays >= NeglectedDays;
    }
    return counted;
}

QString says(const Counted &counted, const ChartFilter &filter)
{
    const QString leads = chart_words::openLeads(filter), lead = chart_words::openLead(filter);
    const QString touched = chart_words::byMedium(filter, tr("touched")), days = QString::number(NeglectedDays);
    if (counted.leads == 0)
        return chart_words::noOpenLead(filter);
    const QString never = QString::number(counted.never()), neglected = QString::number(counted.neglected);
    if (counted.neglected == 0 && counted.never() == 0)
        return counted.leads == 1 ? tr("The only %1 was %2 less than %3 days ago").arg(lead, touched, days)
                                  : tr("All %1 %2 were %3 less than %4 days ago").arg(QString::number(counted.leads), leads, touched, days);
    if (counted.neglected == 0)
        return counted.never() == 1 ? tr("1 %1 was never %2").arg(lead, touched) : tr("%1 %2 were never %3").arg(never, leads, touched);
    const QString sentence = counted.neglected == 1 ? tr("1 %1 was not %2 for %3 days or more").arg(lead, touched, days)
                                                    : tr("%1 %2 were not %3 for %4 days or more").arg(neglected, leads, touched, days);
    if (counted.never() == 0)
        return sentence;
    return sentence + (counted.never() == 1 ? tr(", and 1 was never %1").arg(touched) : tr(", and %1 were never %2").arg(never, touched));
}

} // namespace

Chart neglectChart(const ReportFacts &facts)
{
    const Counted counted = count(facts);
    Chart chart;
    chart.id = QStringLiteral("neglect");
    chart.says = says(counted, facts.filter);
    chart.beneath = tr("Days since the last attempt, %1").arg(chart_words::openLeads(facts.filter));
    chart.counted = countedBy({Measure::Attempt, Measure::Open, Measure::Untouched, Measure::Skipped});
    chart.axis = tr("days untouched");
    chart.series = {{QStringLiteral("leads"), tr("Open leads"), {}}};
    for (size_t bin = 0; bin < Bins.size(); ++bin)
        chart.series.first().marks << markOf(facts, QLatin1String(Bins[bin].key), tr(Bins[bin].label), counted.bins[bin]);
    return chart;
}

} // namespace beback
