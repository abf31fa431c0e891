#include "core/report/charts.h"

#include "core/report/chart_compare.h"
#include "core/time/zones.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <future>
#include <tuple>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

using Choices = QVector<ChartChoices::Choice>;

void byName(Choices &choices)
{
    std::sort(choices.begin(), choices.end(), [](const auto &a, const auto &b) { return std::tie(a.name, a.key) < std::tie(b.name, b.key); });
}

// Names of the newest versions.
Result<QHash<QString, QString>> readPlanNames(Connection &db)
{
    BEBACK_TRY(select, db.statement("plan/plans_read"));
    BEBACK_CHECK(select.exec());
    QHash<QString, QString> names;
    while (select.next()) {
        Columns c = select.columns();
        const QString id = c.text();
        c.skip(); // the version: they come in its order
        names.insert(id, QJsonDocument::fromJson(c.utf8()).object().value(QLatin1String("name")).toString());
    }
    BEBACK_CHECK(select.finished());
    return names;
}

// Whoever works here, and whoever else holds or touched one of these leads.
Choices peopleOf(const ReportFacts &facts)
{
    QSet<QString> logins = facts.seen;
    for (const ReportFacts::Person &person : facts.people)
        if (person.isActive)
            logins.insert(person.login);
    Choices people;
    for (const QString &login : std::as_const(logins))
        people << ChartChoices::Choice{login, facts.nameOf(login)};
    byName(people);
    return people;
}

// Of the leads that are counted somewhere, whatever the filter says.
Result<ChartChoices> readChoices(Connection &db, const ReportFacts &facts)
{
    BEBACK_TRY(names, readPlanNames(db));
    QSet<QString> plans, sources;
    for (const LeadFact &lead : facts.leads) {
        plans.insert(lead.plan);
        sources.insert(lead.source);
    }
    ChartChoices choices;
    choices.people = peopleOf(facts);
    for (const QString &plan : std::as_const(plans))
        if (!plan.isEmpty())
            choices.plans << ChartChoices::Choice{plan, names.value(plan).isEmpty() ? plan : names.value(plan)};
    for (const QString &source : std::as_const(sources))
        if (!source.isEmpty())
            choices.sources << ChartChoices::Choice{source, source};
    byName(choices.plans);
    byName(choices.sources);
    return choices;
}

Result<Chart> unread(const ChartKind &kind)
{
    Chart chart;
    chart.id = kind.id;
    chart.beneath = kind.name;
    chart.isRead = false;
    return chart;
}

// Otherwise numbers that are too small would look like all there is.
QString notYetCounted(int leads)
{
    return leads == 1 ? tr("1 open lead is still being worked out by this version and is not counted yet.")
                      : tr("%1 open leads are still being worked out by this version and are not counted yet.").arg(leads);
}

// Facts of one period, and the charts of the facts alone.
struct Drawn {
    ReportFacts facts;
    QHash<QString, Chart> charts; // by ChartKind::id
};

Result<Drawn> drawn(const LeadStories &stories, const ChartFilter &filter, const QString &zone, Instant now, Instant until)
{
    Drawn drawn;
    BEBACK_TRY(facts, factsFrom(stories, filter, zone, now, until));
    drawn.facts = std::move(facts);
    for (const ChartKind &kind : chartKinds())
        if (kind.draw && (until == EndOfTime || kind.range == Chart::Range::Days))
            drawn.charts.insert(kind.id, kind.draw(drawn.facts));
    return drawn;
}

} // namespace

QVector<ChartKind> chartKinds()
{
    return {
        {QStringLiteral("attempts-per-lead"), tr("Attempts per lead"), tr("how many attempts open leads have had, and which are under the minimum"),
         &attemptsPerLeadChart, nullptr, Chart::Range::AsOfNow},
        {QStringLiteral("under-minimum-by-person"), tr("Under the minimum"), tr("who holds the leads with too few attempts"),
         &underMinimumChart, nullptr, Chart::Range::AsOfNow},
        {QStringLiteral("neglect"), tr("Neglected"), tr("how long open leads have not been touched"), &neglectChart, nullptr, Chart::Range::AsOfNow},
        {QStringLiteral("touches-by-person"), tr("Touches by person"), tr("who made how many touches, by medium"), &touchesByPersonChart},
        {QStringLiteral("reached-by-attempt"), tr("Reached by attempt"), tr("with which attempt people are reached"), &reachedByAttemptChart},
        {QStringLiteral("answers-by-hour"), tr("Hours and days"), tr("how often calls are answered, by hour and weekday"), &answersByHourChart},
        {QStringLiteral("media"), tr("Media"), tr("how many touches were made by which medium"), &touchesByMediumChart},
        {QStringLiteral("answers-by-medium"), tr("Answers by medium"), tr("how often which medium is answered"), &answersByMediumChart},
        {QStringLiteral("evidence"), tr("Behind touches"),
         tr("how many touches have something behind them, and how many are only ticked"), &evidenceChart},
        {QStringLiteral("bursts"), tr("Bursts"), tr("touches made within seconds of one another"), &burstsChart},
        {QStringLiteral("streaks"), tr("Streaks"), tr("calls in a row that ended alike without an answer"), &streaksChart},
        {QStringLiteral("objections"), tr("Objections"), tr("what kept people from buying, and how many of them bought after all"), &objectionsChart,
         nullptr, Chart::Range::Days, true, false},
        {QStringLiteral("funnel"), tr("Funnel"), tr("how far leads get, from the first attempt to the sale, and who comes back"), &funnelChart},
        {QStringLiteral("speed-to-lead"), tr("Speed to lead"), tr("how soon leads that came are first touched"), &speedToLeadChart},
        {QStringLiteral("reached-by-speed"), tr("What speed brings"), tr("how many leads are reached, by how soon they are first touched"),
         &reachedBySpeedChart},
        {QStringLiteral("skipped"), tr("Left out"), tr("who left steps out on purpose, with an attempt shortly before and without"), &skippedChart},
        {QStringLiteral("duties"), tr("Managers' duties"), tr("what managers had to do themselves: done in time, late, left out, or not done"),
         nullptr, &dutiesChart, Chart::Range::Days, true, false},
        {QStringLiteral("load"), tr("Load"), tr("what plans ask for in the next four weeks, against what gets done"), nullptr, &loadChart, Chart::Range::Ahead},
        {QStringLiteral("hour-of-power"), tr("Hour of Power"), tr("who kept the Hour of Power this month, and what it brought"), nullptr, &hoursChart,
         Chart::Range::ThisMonth, false, false},
        {QStringLiteral("campaigns"), tr("Campaigns"), tr("what campaigns brought, beside as many days before"), nullptr, &campaignsChart},
        {QStringLiteral("wordings"), tr("Wordings"), tr("which wording of a message brings how many replies"), nullptr, &wordingsChart},
        {QStringLiteral("guide-answers"), tr("Guide questions"), tr("which questions of the call guides are answered, and which are not asked"),
         nullptr, &guideAnswersChart},
    };
}

Result<ChartPage> readCharts(Connection &db, RooftopId rooftop, const PlanBook &plans, const WordShelf &words, const ChartFilter &filter,
                             const QString &zone, Instant now, const std::optional<QString> &alone)
{
    const QString there = zones::isKnown(zone) ? zone : zones::unknownSet().first();
    const Instant then = pointBefore(filter.days, there, now);
    const Instant begin = rangeStart(filter.days, then, there);
    BEBACK_TRY(stories, readLeadStories(db, rooftop, begin));
    // A store that is younger than the period before would be said to have grown.
    const bool isOldEnough = std::any_of(stories.leads.cbegin(), stories.leads.cend(), [begin](const LeadStories::One &one) { return one.story.arrivedAt < begin; });
    // The days before are as much work as these days, and are drawn beside them.
    auto before = std::async(std::launch::async, [&] { return isOldEnough ? drawn(stories, filter, zone, then, then) : Result<Drawn>(Drawn{}); });
    BEBACK_TRY(present, drawn(stories, filter, zone, now, EndOfTime));
    BEBACK_TRY(past, before.get());
    BEBACK_TRY(choices, readChoices(db, present.facts));
    ChartPage page;
    page.filter = filter;
    page.choices = choices;
    page.at = now;
    const ChartReading reading{db, rooftop, plans, words, present.facts};
    for (const ChartKind &kind : chartKinds()) {
        BEBACK_TRY(chart, kind.draw ? Result<Chart>(present.charts.take(kind.id)) : !alone || *alone == kind.id ? kind.read(reading) : unread(kind));
        chart.range = kind.range;
        chart.asksLeads = kind.asksLeads;
        chart.asksMedium = kind.asksMedium;
        if (chart.period && past.charts.contains(kind.id))
            compare(chart, past.charts.value(kind.id));
        if (stories.unread > 0 && kind.draw)
            chart.counted += QLatin1Char('\n') + notYetCounted(stories.unread);
        page.charts << chart;
    }
    return page;
}

} // namespace beback
