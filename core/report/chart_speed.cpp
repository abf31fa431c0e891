// How soon leads that came were first touched, and how many of those were reached.
#include "core/report/chart_marks.h"
#include "core/report/chart_words.h"
#include "core/report/charts.h"
#include "core/report/measures.h"

#include <QCoreApplication>

#include <array>
#include <chrono>

namespace beback {

namespace {

using namespace std::chrono_literals;

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

struct Bin {
    const char *key, *label, *touched; // `touched`: as a sentence has it
    Duration until;                    // the longest wait that belongs to it
};
// The first two are what the trade calls a fast answer; the sentence counts the first.
constexpr std::array Bins = {
    Bin{"to-5min", QT_TRANSLATE_NOOP("beback", "5 min"), QT_TRANSLATE_NOOP("beback", "touched within 5 minutes"), 5min},
    Bin{"to-15min", QT_TRANSLATE_NOOP("beback", "15 min"), QT_TRANSLATE_NOOP("beback", "touched after 5 to 15 minutes"), 15min},
    Bin{"to-1h", QT_TRANSLATE_NOOP("beback", "1 h"), QT_TRANSLATE_NOOP("beback", "touched after 15 to 60 minutes"), 1h},
    Bin{"to-4h", QT_TRANSLATE_NOOP("beback", "4 h"), QT_TRANSLATE_NOOP("beback", "touched after 1 to 4 hours"), 4h},
    Bin{"to-24h", QT_TRANSLATE_NOOP("beback", "24 h"), QT_TRANSLATE_NOOP("beback", "touched after 4 to 24 hours"), 24h},
    Bin{"later", QT_TRANSLATE_NOOP("beback", "later"), QT_TRANSLATE_NOOP("beback", "touched after more than 24 hours"), Duration::max()},
    Bin{"never", QT_TRANSLATE_NOOP("beback", "never"), QT_TRANSLATE_NOOP("beback", "never touched"), Duration::min()},
};
constexpr size_t Never = Bins.size() - 1;

// A touch before they asked left nobody waiting.
size_t binOf(const LeadFact &lead)
{
    if (lead.firstTouchAt.us == 0)
        return Never;
    size_t bin = 0;
    while (lead.firstTouchAt - lead.requestedAt > Bins[bin].until)
        ++bin;
    return bin;
}

struct Counted {
    std::array<Tally, Bins.size()> reached, unreached; // `of` of those reached: all in that bin
    int leads = 0, allReached = 0;
    int in(size_t bin) const { return reached[bin].of; }
    double share(size_t bin) const { return double(reached[bin].count) / in(bin); }
    ShareInterval interval(size_t bin) const { return shareInterval(reached[bin].count, in(bin)); }
};

Counted count(const ReportFacts &facts)
{
    Counted counted;
    for (qsizetype place = 0; place < facts.leads.size(); ++place) {
        const LeadFact &lead = facts.leads[place];
        if (!lead.isNew)
            continue;
        const size_t bin = binOf(lead);
        ++counted.leads;
        counted.allReached += lead.reached > 0;
        ++counted.reached[bin].of;
        (lead.reached > 0 ? counted.reached : counted.unreached)[bin].add(place);
    }
    return counted;
}

QString saysNobody(const Counted &counted, const ChartFilter &filter)
{
    if (counted.leads == 0)
        return chart_words::noLeadCame(filter);
    const QString range = chart_words::inRange(filter.days), touched = chart_words::byMedium(filter, tr("touched"));
    if (counted.leads == 1)
        return tr("The one lead that came %1 was never %2").arg(range, touched);
    return tr("None of the %1 leads that came %2 was ever %3").arg(QString::number(counted.leads), range, touched);
}

QString saysHowSoon(const Counted &counted, const ChartFilter &filter)
{
    const int soon = counted.in(0), never = counted.in(Never);
    if (never == counted.leads)
        return saysNobody(counted, filter);
    const QString range = chart_words::inRange(filter.days), touched = chart_words::byMedium(filter, tr("touched"));
    const QString all = QString::number(counted.leads);
    if (counted.leads == 1)
        return soon == 1 ? tr("The one lead that came %1 was %2 within 5 minutes").arg(range, touched)
                         : tr("The one lead that came %1 was not %2 within 5 minutes").arg(range, touched);
    if (soon == counted.leads)
        return tr("All %1 leads that came %2 were %3 within 5 minutes").arg(all, range, touched);
    const QString sentence = soon == 0   ? tr("None of the %1 leads that came %2 was %3 within 5 minutes").arg(all, range, touched)
                             : soon == 1 ? tr("1 of %1 leads that came %2 was %3 within 5 minutes").arg(all, range, touched)
                                         : tr("%1 of %2 leads that came %3 were %4 within 5 minutes").arg(QString::number(soon), all, range, touched);
    if (never == 0)
        return sentence;
    return sentence + (never == 1 ? tr("; 1 was never %1").arg(touched) : tr("; %1 were never %2").arg(QString::number(never), touched));
}

// The quickest bin there is enough in to say something against the slowest.
QString saysWhatItBrings(const Counted &counted, const ChartFilter &filter)
{
    const int touched = counted.leads - counted.in(Never);
    if (touched == 0)
        return saysNobody(counted, filter);
    QVector<size_t> known;
    for (size_t bin = 0; bin < Never; ++bin)
        if (counted.in(bin) >= LeastToSay)
            known << bin;
    if (known.isEmpty())
        return touched == 1 ? tr("One lead touched says nothing yet about what speed brings")
                            : tr("%1 leads touched are too few to say what speed brings").arg(touched);
    const size_t quick = known.first(), slow = known.last();
    const auto words = [&filter](size_t bin) { return chart_words::byMedium(filter, tr(Bins[bin].touched)); };
    if (quick == slow)
        return tr("%1 of %2 leads %3 were reached").arg(chart_words::percent(counted.share(quick)), QString::number(counted.in(quick)), words(quick));
    if (!counted.interval(quick).isApartFrom(counted.interval(slow)))
        return tr("Leads %1 are not clearly reached more or less often than those %2").arg(words(quick), words(slow));
    return tr("Of leads %1 %2 were reached, of those %3 %4")
        .arg(words(quick), chart_words::percent(counted.share(quick)), words(slow), chart_words::percent(counted.share(slow)));
}

} // namespace

Chart speedToLeadChart(const ReportFacts &facts)
{
    const Counted counted = count(facts);
    Chart chart;
    chart.id = QStringLiteral("speed-to-lead");
    chart.says = saysHowSoon(counted, facts.filter);
    chart.beneath = tr("Wait until the first touch, leads that came, %1").arg(chart_words::rangeName(facts.filter.days));
    chart.counted = countedBy({Measure::Arrived, Measure::FirstTouch, Measure::Attempt, Measure::Answered, Measure::Reached});
    chart.axis = chart_words::byMedium(facts.filter, tr("touched within"));
    chart.period = periodOf(facts, counted.leads);
    chart.series = {{QStringLiteral("unreached"), tr("Not reached"), {}}, {QStringLiteral("reached"), tr("Reached"), {}}};
    for (size_t bin = 0; bin < Bins.size(); ++bin) {
        Tally reached = counted.reached[bin];
        reached.of = 0; // numbers here, no shares
        chart.series[0].marks << markOf(facts, QLatin1String(Bins[bin].key), tr(Bins[bin].label), counted.unreached[bin]);
        chart.series[1].marks << markOf(facts, QLatin1String(Bins[bin].key), tr(Bins[bin].label), reached);
    }
    return chart;
}

// Without those never touched: nobody is reached without an attempt.
Chart reachedBySpeedChart(const ReportFacts &facts)
{
    const Counted counted = count(facts);
    Chart chart;
    chart.id = QStringLiteral("reached-by-speed");
    chart.isShare = true;
    chart.says = saysWhatItBrings(counted, facts.filter);
    chart.beneath = tr("Leads reached by wait until the first touch, %1, 95 % interval").arg(chart_words::rangeName(facts.filter.days));
    chart.counted = countedBy({Measure::Arrived, Measure::FirstTouch, Measure::Attempt, Measure::Answered, Measure::Reached, Measure::Share,
                               Measure::TooFew});
    chart.axis = chart_words::byMedium(facts.filter, tr("touched within"));
    chart.period = periodOf(facts, counted.allReached, counted.leads - counted.in(Never));
    chart.series = {{QStringLiteral("reached"), tr("Reached"), {}}};
    for (size_t bin = 0; bin < Never; ++bin)
        chart.series.first().marks << shareOf(facts, QLatin1String(Bins[bin].key), tr(Bins[bin].label), counted.reached[bin], LeastToSay);
    return chart;
}

} // namespace beback
