// What kept people from buying, and what became of them.
#include "core/report/chart_marks.h"
#include "core/report/chart_words.h"
#include "core/report/charts.h"
#include "core/report/measures.h"

#include <QCoreApplication>

#include <array>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

struct Counted {
    enum { Lost, Open, Sold, Kinds };
    using Tallies = std::array<Tally, AllObjections.size()>;
    std::array<Tallies, Kinds> by;
    int leads = 0;
    int bought(Objection objection) const { return by[Sold][size_t(objection)].count; }
    int of(Objection objection) const
    {
        return by[Lost][size_t(objection)].count + by[Open][size_t(objection)].count + by[Sold][size_t(objection)].count;
    }
};

bool isCounted(const LeadFact &lead, const ReportFacts &facts)
{
    if (!lead.isLeftIn || lead.objections.isEmpty() || lead.status == LeadStatus::Duplicate)
        return false;
    return lead.arrivedAt >= facts.since || lead.objections.last().at >= facts.since;
}

Counted count(const ReportFacts &facts)
{
    Counted counted;
    for (qsizetype place = 0; place < facts.leads.size(); ++place) {
        const LeadFact &lead = facts.leads[place];
        if (!isCounted(lead, facts))
            continue;
        const int kind = lead.status == LeadStatus::Sold ? Counted::Sold : lead.status == LeadStatus::Lost ? Counted::Lost : Counted::Open;
        counted.by[size_t(kind)][size_t(lead.objections.last().objection)].add(place);
        ++counted.leads;
    }
    return counted;
}

// "; 9 of those bought after all (22 %, likely between 12 and 36 %)"
QString afterAll(int bought, int of)
{
    if (of == 1)
        return bought == 1 ? tr("; they bought after all") : tr("; they have not bought");
    const QString sentence = bought == 0   ? tr("; none of those bought after all")
                             : bought == 1 ? tr("; 1 of those bought after all")
                                           : tr("; %1 of those bought after all").arg(bought);
    if (of < LeastToSay)
        return sentence;
    const ShareInterval interval = shareInterval(bought, of);
    return sentence
           + tr(" (%1, likely between %2 and %3)")
                 .arg(chart_words::percent(double(bought) / of), chart_words::percent(interval.low), chart_words::percent(interval.high));
}

struct Commonest {
    Objection objection = Objection::None;
    int leads = 0, asOften = 0; // asOften: how many objections are as common, itself among them
};

// Who gave no reason gave no objection either: that is not the commonest one.
Commonest commonestOf(const Counted &counted)
{
    Commonest most;
    for (const Objection objection : AllObjections) {
        const int leads = counted.of(objection);
        if (objection == Objection::None || leads == 0 || leads < most.leads)
            continue;
        if (leads == most.leads)
            ++most.asOften;
        else
            most = {objection, leads, 1};
    }
    return most;
}

int boughtOf(const Counted &counted)
{
    int bought = 0;
    for (const Objection objection : AllObjections)
        bought += counted.bought(objection);
    return bought;
}

QString saysNone(const ChartFilter &filter)
{
    const QString range = chart_words::inRange(filter.days);
    return chart_words::isNarrow(filter) ? tr("Nobody who fits the filters said what keeps them from buying %1.").arg(range)
                                         : tr("Nobody said what keeps them from buying %1.").arg(range);
}

QString says(const Counted &counted, const ChartFilter &filter)
{
    if (counted.leads == 0)
        return saysNone(filter);
    const Commonest most = commonestOf(counted);
    const QString all = QString::number(counted.leads), name = objectionText(most.objection);
    if (most.leads == 0)
        return (counted.leads == 1 ? tr("The one lead that did not buy gave no reason")
                                   : tr("None of %1 leads that did not buy gave a reason").arg(all))
               + afterAll(boughtOf(counted), counted.leads);
    if (most.asOften > 1)
        return tr("No objection is commoner than all others among %1 leads").arg(all) + afterAll(boughtOf(counted), counted.leads);
    if (counted.leads == 1)
        return tr("“%1” is the objection of the one lead that has one").arg(name) + afterAll(counted.bought(most.objection), 1);
    if (most.leads == counted.leads)
        return tr("“%1” is the objection of all %2 leads that have one").arg(name, all) + afterAll(counted.bought(most.objection), most.leads);
    return tr("“%1” is the commonest objection, of %2 of %3 leads").arg(name, QString::number(most.leads), all)
           + afterAll(counted.bought(most.objection), most.leads);
}

} // namespace

Chart objectionsChart(const ReportFacts &facts)
{
    const Counted counted = count(facts);
    Chart chart;
    chart.id = QStringLiteral("objections");
    chart.shape = Chart::Shape::Rows; // their names are too long to stand below bars
    chart.says = says(counted, facts.filter);
    chart.beneath = tr("Leads by their last objection and by what became of them, %1").arg(chart_words::rangeName(facts.filter.days));
    chart.counted = countedBy({Measure::ObjectionHeard, Measure::Held, Measure::Open, Measure::Share});
    chart.axis = tr("leads");
    chart.period = ChartPeriod{.days = facts.filter.days, .count = counted.leads};
    chart.series = {{QStringLiteral("lost"), tr("Lost"), {}}, {QStringLiteral("open"), tr("Open"), {}}, {QStringLiteral("sold"), tr("Sold"), {}}};
    for (int kind = 0; kind < Counted::Kinds; ++kind)
        for (const Objection objection : AllObjections)
            chart.series[kind].marks << markOf(facts, toText(objection), objectionText(objection), counted.by[size_t(kind)][size_t(objection)]);
    return chart;
}

} // namespace beback
