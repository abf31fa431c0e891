// What campaigns brought, beside what came with the same people in as many days before.
#include "core/report/chart_words.h"
#include "core/report/charts.h"
#include "core/report/charts_read.h"
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

struct Kind {
    Came came;
    const char *key, *label, *ofCampaign;
};
constexpr std::array Kinds = {
    Kind{Came::Reached, "reached", QT_TRANSLATE_NOOP("beback", "Reached"), QT_TRANSLATE_NOOP("beback", "%1: reached")},
    Kind{Came::Appointment, "visit_set", QT_TRANSLATE_NOOP("beback", "Visit set"), QT_TRANSLATE_NOOP("beback", "%1: visit set")},
    Kind{Came::Sold, "sold", QT_TRANSLATE_NOOP("beback", "Sold"), QT_TRANSLATE_NOOP("beback", "%1: sold")},
};

// Those who are compared, where any are; else everybody, with nothing before.
struct Sides {
    QVector<CampaignEffect> people;
    bool isCompared = false;
};

Sides sidesOf(const CampaignSeen &campaign)
{
    Sides sides;
    for (const CampaignEffect &one : campaign.people)
        if (one.isCompared)
            sides.people << one;
    sides.isCompared = !sides.people.isEmpty();
    if (!sides.isCompared)
        sides.people = campaign.people;
    return sides;
}

int howMany(const Sides &sides, Came came, const QVector<Came> CampaignEffect::*side)
{
    return int(std::count_if(sides.people.cbegin(), sides.people.cend(), [&](const CampaignEffect &one) { return (one.*side).contains(came); }));
}

ChartMark markOf(const Sides &sides, const Kind &kind, const QVector<Came> CampaignEffect::*side, const LeadOrder &order)
{
    ChartMark mark;
    QSet<LeadId> leads;
    for (const CampaignEffect &one : sides.people)
        if ((one.*side).contains(kind.came))
            leads.insert(one.lead);
    mark.count = int(leads.size());
    mark.leads = order.of(leads);
    const bool isThere = side == &CampaignEffect::after || sides.isCompared;
    mark.of = isThere ? int(sides.people.size()) : 0;
    mark.tooFew = mark.of == 0;
    if (mark.of == 0)
        return mark;
    mark.value = double(mark.count) / mark.of;
    const ShareInterval interval = shareInterval(mark.count, mark.of);
    mark.low = interval.low;
    mark.high = interval.high;
    return mark;
}

// Of the one that was started last.
QString says(const QVector<CampaignSeen> &campaigns, const ChartFilter &filter)
{
    const QString range = chart_words::inRange(filter.days);
    if (campaigns.isEmpty())
        return chart_words::isNarrow(filter) ? tr("No campaign spoke to anybody who fits the filters %1.").arg(range)
                                             : tr("No campaign spoke to anybody %1.").arg(range);
    const CampaignSeen &newest = campaigns.first();
    const Sides sides = sidesOf(newest);
    const int after = howMany(sides, Came::Reached, &CampaignEffect::after);
    const QString reached = chart_words::byMedium(filter, tr("reached")), all = QString::number(sides.people.size());
    QString sentence;
    if (sides.people.size() == 1)
        sentence = after == 1 ? tr("“%1”: the one person was %2").arg(newest.title, reached)
                              : tr("“%1”: the one person was not %2 yet").arg(newest.title, reached);
    else if (after == 1)
        sentence = tr("“%1”: 1 of %2 people was %3 since their turn").arg(newest.title, all, reached);
    else
        sentence = tr("“%1”: %2 of %3 people were %4 since their turn").arg(newest.title, QString::number(after), all, reached);
    if (!sides.isCompared)
        return sentence;
    const int before = howMany(sides, Came::Reached, &CampaignEffect::before);
    return sentence + (before == 0 ? tr(", none in as many days before") : tr(", %1 in as many days before").arg(before));
}

} // namespace

Chart drawCampaigns(const ReportFacts &facts, const QVector<CampaignSeen> &campaigns, const LeadOrder &order)
{
    Chart chart;
    chart.id = QStringLiteral("campaigns");
    chart.shape = Chart::Shape::Rows;
    chart.isShare = true;
    chart.says = says(campaigns, facts.filter);
    chart.beneath = tr("People since their turn in a campaign, and in as many days before, %1").arg(chart_words::rangeName(facts.filter.days));
    chart.counted = countedBy({Measure::CampaignAfter, Measure::CampaignBefore, Measure::Share});
    chart.axis = tr("% of people");
    chart.series = {{QStringLiteral("after"), tr("Since"), {}}, {QStringLiteral("before"), tr("Before"), {}}};
    for (const CampaignSeen &campaign : campaigns) {
        const Sides sides = sidesOf(campaign);
        for (const Kind &kind : Kinds) {
            ChartMark after = markOf(sides, kind, &CampaignEffect::after, order), before = markOf(sides, kind, &CampaignEffect::before, order);
            after.key = before.key = campaign.id + QLatin1Char('/') + QLatin1String(kind.key);
            after.label = before.label = campaigns.size() == 1 ? tr(kind.label) : tr(kind.ofCampaign).arg(campaign.title);
            chart.series[0].marks << after;
            chart.series[1].marks << before;
        }
    }
    return chart;
}

Result<Chart> campaignsChart(const ChartReading &reading)
{
    const ReportFacts &facts = reading.facts;
    BEBACK_TRY(stored, campaign_store::all(reading.db, reading.rooftop));
    stored.removeIf([](const StoredCampaign &one) { return one.startedAt.us == 0; });
    std::stable_sort(stored.begin(), stored.end(), [](const StoredCampaign &a, const StoredCampaign &b) { return a.startedAt > b.startedAt; });
    QVector<CampaignSeen> campaigns;
    QSet<LeadId> leads;
    for (const StoredCampaign &one : std::as_const(stored)) {
        BEBACK_TRY(people, campaign_store::people(reading.db, reading.rooftop, one.campaign.id));
        const auto isOfRange = [&](const CampaignPerson &person) {
            const Instant turn = turnOf(one, person.day, facts.zone);
            return person.wasEverIn() && turn >= facts.since && turn < facts.at;
        };
        if (std::none_of(people.cbegin(), people.cend(), isOfRange))
            continue;
        BEBACK_TRY(effects, readEffects(reading.db, reading.rooftop, facts.zone, one, facts.at, mediumFromText(facts.filter.medium)));
        effects.removeIf([&](const CampaignEffect &effect) { return !leavesIn(facts.filter, effect.owner, effect.plan, effect.source); });
        for (const CampaignEffect &effect : std::as_const(effects))
            leads.insert(effect.lead);
        if (!effects.isEmpty())
            campaigns << CampaignSeen{one.campaign.id, one.campaign.title, effects};
    }
    BEBACK_TRY(order, LeadOrder::read(reading.db, reading.rooftop, leads));
    return drawCampaigns(facts, campaigns, order);
}

} // namespace beback
