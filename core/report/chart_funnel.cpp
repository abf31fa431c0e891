// How far the leads that came have got, from the first attempt to the sale.
#include "core/report/chart_marks.h"
#include "core/report/chart_words.h"
#include "core/report/charts.h"
#include "core/report/measures.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

struct Step {
    const char *key, *name, *inSentence;
};
enum : size_t { Came, Attempted, Reached, VisitSet, Confirmed, Shown, Sold };
// In the order leads take them.
constexpr std::array Steps = {
    Step{"came", QT_TRANSLATE_NOOP("beback", "Came"), QT_TRANSLATE_NOOP("beback", "coming")},
    Step{"attempted", QT_TRANSLATE_NOOP("beback", "Attempted"), QT_TRANSLATE_NOOP("beback", "the first attempt")},
    Step{"reached", QT_TRANSLATE_NOOP("beback", "Reached"), QT_TRANSLATE_NOOP("beback", "being reached")},
    Step{"visit_set", QT_TRANSLATE_NOOP("beback", "Visit set"), QT_TRANSLATE_NOOP("beback", "a visit set")},
    Step{"confirmed", QT_TRANSLATE_NOOP("beback", "Confirmed"), QT_TRANSLATE_NOOP("beback", "the visit confirmed")},
    Step{"shown", QT_TRANSLATE_NOOP("beback", "Shown"), QT_TRANSLATE_NOOP("beback", "coming in")},
    Step{"sold", QT_TRANSLATE_NOOP("beback", "Sold"), QT_TRANSLATE_NOOP("beback", "the sale")},
};
static_assert(Steps.size() == Sold + 1);

bool wasConfirmed(const StoryVisit &visit)
{
    const bool stood = visit.became != StoryVisit::Became::Cancelled && visit.became != StoryVisit::Became::Replaced;
    return stood && visit.confirmedAt.us > 0; // else they spoke of calling it off, or of another time
}

// The steps its history tells of, each by itself.
std::array<bool, Steps.size()> stepsOf(const LeadFact &lead)
{
    const auto anyVisit = [&lead](auto is) { return std::any_of(lead.visits.cbegin(), lead.visits.cend(), is); };
    std::array<bool, Steps.size()> steps{};
    steps[Came] = true;
    steps[Attempted] = lead.attempts > 0;
    steps[Reached] = lead.reached > 0;
    steps[VisitSet] = anyVisit([](const StoryVisit &visit) { return visit.setAt.us > 0; });
    steps[Confirmed] = anyVisit(wasConfirmed);
    steps[Shown] = anyVisit([](const StoryVisit &visit) { return visit.became == StoryVisit::Became::Kept; });
    steps[Sold] = lead.soldAt.us > 0;
    return steps;
}

struct BeBacks {
    int unsold = 0, back = 0;
};

// Days of the store: who looks at another car in the afternoon has not come back.
void countBeBack(const LeadFact &lead, const QString &zone, BeBacks &beBacks)
{
    Instant first, last;
    for (const StoryVisit &visit : lead.visits) {
        if (visit.became != StoryVisit::Became::Kept)
            continue;
        first = first.us == 0 ? visit.endedAt : std::min(first, visit.endedAt);
        last = std::max(last, visit.endedAt);
    }
    const bool boughtThen = lead.soldAt.us > 0 && daysAgo(first, lead.soldAt, zone) == 0;
    if (first.us == 0 || boughtThen)
        return;
    ++beBacks.unsold;
    beBacks.back += lead.soldAt.us > 0 || daysAgo(first, last, zone) > 0;
}

struct Counted {
    std::array<Tally, Steps.size()> taken, passed; // `of`: that got as far as the step before
    BeBacks beBacks;
    int at(size_t step) const { return taken[step].count + passed[step].count; }
    int lostBefore(size_t step) const { return at(step - 1) - at(step); }
};

Counted count(const ReportFacts &facts)
{
    Counted counted;
    for (qsizetype place = 0; place < facts.leads.size(); ++place) {
        const LeadFact &lead = facts.leads[place];
        if (!lead.isNew)
            continue;
        const auto steps = stepsOf(lead);
        size_t furthest = Sold;
        while (!steps[furthest])
            --furthest; // all of them came
        for (size_t step = Came; step <= furthest; ++step)
            (steps[step] ? counted.taken : counted.passed)[step].add(place);
        countBeBack(lead, facts.zone, counted.beBacks);
    }
    for (size_t step = Attempted; step < Steps.size(); ++step)
        counted.taken[step].of = counted.passed[step].of = counted.at(step - 1);
    return counted;
}

// "; 4 of 12 who left unsold came back"
QString saysBeBacks(const BeBacks &beBacks)
{
    if (beBacks.unsold == 0)
        return {};
    if (beBacks.unsold == 1)
        return beBacks.back == 1 ? tr("; the one who left unsold came back") : tr("; the one who left unsold has not come back");
    if (beBacks.back == 0)
        return tr("; none of the %1 who left unsold came back").arg(beBacks.unsold);
    if (beBacks.back == beBacks.unsold)
        return tr("; all %1 who left unsold came back").arg(beBacks.unsold);
    return tr("; %1 of %2 who left unsold came back").arg(beBacks.back).arg(beBacks.unsold);
}

QString saysOfOne(const Counted &counted, const ChartFilter &filter)
{
    const QString range = chart_words::inRange(filter.days);
    if (counted.at(Sold) == 1)
        return tr("The one lead that came %1 was sold").arg(range);
    size_t next = Attempted;
    while (counted.at(next) == 1)
        ++next;
    return tr("The one lead that came %1 stopped before %2").arg(range, tr(Steps[next].inSentence));
}

QString says(const Counted &counted, const ChartFilter &filter)
{
    const int leads = counted.at(Came);
    if (leads == 0)
        return chart_words::noLeadCame(filter);
    if (leads == 1)
        return saysOfOne(counted, filter) + saysBeBacks(counted.beBacks);
    size_t most = Attempted;
    for (size_t step = Reached; step < Steps.size(); ++step)
        if (counted.lostBefore(step) > counted.lostBefore(most))
            most = step;
    if (counted.lostBefore(most) == 0)
        return tr("All %1 leads that came %2 were sold").arg(QString::number(leads), chart_words::inRange(filter.days))
               + saysBeBacks(counted.beBacks);
    return tr("Most leads stop between %1 and %2: %3 of %4")
               .arg(tr(Steps[most - 1].inSentence), tr(Steps[most].inSentence), QString::number(counted.lostBefore(most)),
                    QString::number(counted.at(most - 1)))
           + saysBeBacks(counted.beBacks);
}

} // namespace

Chart funnelChart(const ReportFacts &facts)
{
    const Counted counted = count(facts);
    Chart chart;
    chart.id = QStringLiteral("funnel");
    chart.shape = Chart::Shape::Rows;
    chart.says = says(counted, facts.filter);
    chart.beneath = tr("Leads that got as far, of those at the step before, %1").arg(chart_words::rangeName(facts.filter.days));
    chart.counted = countedBy({Measure::Arrived, Measure::Funnel, Measure::Attempt, Measure::Answered, Measure::Reached, Measure::Confirmed,
                               Measure::BeBack});
    chart.axis = tr("leads that came");
    chart.together = tr("Got at least this far");
    chart.period = periodOf(facts, counted.at(Came));
    chart.series = {{QStringLiteral("taken"), tr("Took this step"), {}}, {QStringLiteral("passed"), tr("Got further without it"), {}}};
    for (size_t step = Came; step < Steps.size(); ++step) {
        const QString key = QLatin1String(Steps[step].key), name = tr(Steps[step].name);
        chart.series[0].marks << markOf(facts, key, name, counted.taken[step]);
        chart.series[1].marks << markOf(facts, key, name, counted.passed[step]);
    }
    return chart;
}

} // namespace beback
