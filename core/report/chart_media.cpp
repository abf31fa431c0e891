// Touches by medium, and how often which medium is answered.
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

using Tallies = std::array<Tally, AllMedia.size()>;

struct Counted {
    Tallies answered, unanswered; // `of` of those answered: all by that medium
    int touches = 0, allAnswered = 0;
    int by(Medium medium) const { return answered[size_t(medium)].of; }
};

Counted count(const ReportFacts &facts)
{
    Counted counted;
    for (const TouchFact &touch : facts.touches) {
        ++counted.touches;
        counted.allAnswered += touch.wasAnswered();
        ++counted.answered[size_t(touch.medium)].of;
        (touch.wasAnswered() ? counted.answered : counted.unanswered)[size_t(touch.medium)].add(touch.place);
    }
    return counted;
}

QString saysWhich(const Counted &counted, const ChartFilter &filter)
{
    if (counted.touches == 0)
        return chart_words::noTouch(filter);
    Medium most = Medium::Call;
    for (const Medium medium : AllMedia)
        if (counted.by(medium) > counted.by(most))
            most = medium;
    const int by = counted.by(most);
    const QString range = chart_words::inRange(filter.days), all = QString::number(counted.touches), media = chart_words::touches(most, by);
    if (counted.touches == 1)
        return tr("The one touch %1 was %2").arg(range, media);
    if (by == counted.touches)
        return tr("All %1 touches %2 were %3").arg(all, range, media);
    if (by == 1)
        return tr("1 of %1 touches %2 was %3").arg(all, range, media);
    return tr("%1 of %2 touches %3 were %4").arg(QString::number(by), all, range, media);
}

// The media there are enough touches of to say something: the best and the worst answered.
QString saysHowOften(const Counted &counted, const ChartFilter &filter)
{
    if (counted.touches == 0)
        return chart_words::noTouch(filter);
    QVector<Medium> known;
    for (const Medium medium : AllMedia)
        if (counted.by(medium) >= LeastToSay)
            known << medium;
    if (known.isEmpty())
        return counted.touches == 1 ? tr("One touch says nothing yet about which medium people answer")
                                    : tr("%1 touches are too few to say which medium people answer").arg(counted.touches);
    const auto share = [&](Medium medium) { return double(counted.answered[size_t(medium)].count) / counted.by(medium); };
    Medium best = known.first(), worst = known.first();
    for (const Medium medium : std::as_const(known)) {
        best = share(medium) > share(best) ? medium : best;
        worst = share(medium) < share(worst) ? medium : worst;
    }
    if (known.size() == 1)
        return tr("%1 of %2 %3 were answered").arg(chart_words::percent(share(best)), QString::number(counted.by(best)),
                                                   chart_words::touches(best, counted.by(best)));
    const auto interval = [&](Medium medium) { return shareInterval(counted.answered[size_t(medium)].count, counted.by(medium)); };
    if (!interval(best).isApartFrom(interval(worst)))
        return tr("No medium is clearly answered more often than another");
    return tr("%1 are answered more often than %2: %3 against %4")
        .arg(chart_words::mediaName(best), chart_words::touches(worst, 2), chart_words::percent(share(best)), chart_words::percent(share(worst)));
}

} // namespace

Chart touchesByMediumChart(const ReportFacts &facts)
{
    const Counted counted = count(facts);
    Chart chart;
    chart.id = QStringLiteral("media");
    chart.says = saysWhich(counted, facts.filter);
    chart.beneath = tr("Touches by medium, %1").arg(chart_words::rangeName(facts.filter.days));
    chart.counted = countedBy({Measure::Attempt, Measure::Touch, Measure::Answered});
    chart.axis = tr("touches");
    chart.period = periodOf(facts, counted.touches);
    chart.series = {{QStringLiteral("unanswered"), tr("Not answered"), {}}, {QStringLiteral("answered"), tr("Answered"), {}}};
    for (const Medium medium : AllMedia) {
        Tally answered = counted.answered[size_t(medium)];
        answered.of = 0; // numbers here, no shares
        chart.series[0].marks << markOf(facts, toText(medium), chart_words::mediumName(medium), counted.unanswered[size_t(medium)]);
        chart.series[1].marks << markOf(facts, toText(medium), chart_words::mediumName(medium), answered);
    }
    return chart;
}

Chart answersByMediumChart(const ReportFacts &facts)
{
    const Counted counted = count(facts);
    Chart chart;
    chart.id = QStringLiteral("answers-by-medium");
    chart.isShare = true;
    chart.says = saysHowOften(counted, facts.filter);
    chart.beneath = tr("Touches answered by medium, %1, 95 % interval").arg(chart_words::rangeName(facts.filter.days));
    chart.counted = countedBy({Measure::Attempt, Measure::Touch, Measure::Answered, Measure::Share, Measure::TooFew});
    chart.axis = tr("% of touches answered");
    chart.period = periodOf(facts, counted.allAnswered, counted.touches);
    chart.series = {{QStringLiteral("answered"), tr("Answered"), {}}};
    for (const Medium medium : AllMedia)
        chart.series.first().marks << shareOf(facts, toText(medium), chart_words::mediumName(medium), counted.answered[size_t(medium)], LeastToSay);
    return chart;
}

} // namespace beback
