// How often calls are answered, by hour and weekday where the customer is.
#include "core/report/chart_marks.h"
#include "core/report/chart_words.h"
#include "core/report/charts.h"
#include "core/report/measures.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace beback {

namespace {

constexpr int FirstHour = 9, LastHour = 18; // shown always; others where somebody was called
constexpr int Saturday = 6, Sunday = 7;
constexpr std::array DayKeys = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

// Calls of one hour of the day, on all days.
struct Hour {
    int answered = 0, calls = 0;
    double share() const { return calls == 0 ? 0 : double(answered) / calls; }
    bool isKnown() const { return calls >= LeastToSay; }
    // At least twice as many, and surely more.
    bool isTwice(const Hour &other) const
    {
        return share() > 0 && share() >= 2 * other.share()
               && shareInterval(answered, calls).isApartFrom(shareInterval(other.answered, other.calls));
    }
};

struct Counted {
    std::array<std::array<Tally, 24>, Sunday> cells; // Monday first
    std::array<Hour, 24> hours;
    Hour all;
    int firstHour = FirstHour, lastHour = LastHour, lastDay = Saturday;
};

Counted count(const ReportFacts &facts)
{
    Counted counted;
    for (const TouchFact &touch : facts.touches) {
        if (touch.medium != Medium::Call)
            continue;
        Tally &cell = counted.cells[size_t(touch.weekday - 1)][size_t(touch.hour)];
        ++cell.of;
        if (touch.wasAnswered())
            cell.add(touch.place);
        for (Hour *hour : {&counted.hours[size_t(touch.hour)], &counted.all}) {
            ++hour->calls;
            hour->answered += touch.wasAnswered();
        }
        counted.firstHour = std::min(counted.firstHour, touch.hour);
        counted.lastHour = std::max(counted.lastHour, touch.hour);
        counted.lastDay = std::max(counted.lastDay, touch.weekday);
    }
    return counted;
}

QString times(double ratio)
{
    const int whole = int(std::floor(ratio + 1e-9));
    return whole <= 2 ? tr("twice") : whole == 3 ? tr("three times") : tr("%1 times").arg(whole);
}

// The hour that is answered most, with those beside it that bring twice as many as the worst, too: [from, until).
struct Best {
    int from = 0, until = 0;
    Hour calls;
};
Best bestOf(const std::array<Hour, 24> &hours, int best, const Hour &worst)
{
    const auto belongs = [&](int hour) { return hours[size_t(hour)].isKnown() && hours[size_t(hour)].isTwice(worst); };
    Best found{best, best + 1, {}};
    while (found.from > 0 && belongs(found.from - 1))
        --found.from;
    while (found.until < 24 && belongs(found.until))
        ++found.until;
    for (int hour = found.from; hour < found.until; ++hour) {
        found.calls.answered += hours[size_t(hour)].answered;
        found.calls.calls += hours[size_t(hour)].calls;
    }
    return found;
}

QString compared(const Counted &counted)
{
    int best = -1, worst = -1, known = 0;
    for (int hour = 0; hour < 24; ++hour) {
        const Hour &calls = counted.hours[size_t(hour)];
        if (!calls.isKnown())
            continue;
        ++known;
        if (best < 0 || calls.share() > counted.hours[size_t(best)].share())
            best = hour;
        if (worst < 0 || calls.share() < counted.hours[size_t(worst)].share())
            worst = hour;
    }
    const QString all = QString::number(counted.all.calls);
    if (known < 2)
        return counted.all.calls == 1 ? tr("One call says nothing yet about when people answer")
                                      : tr("%1 calls are too few to say when people answer").arg(all);
    const Hour &least = counted.hours[size_t(worst)];
    if (!counted.hours[size_t(best)].isTwice(least))
        return tr("No hour clearly brings twice as many answers as another; %1 of %2 calls were answered")
            .arg(chart_words::percent(counted.all.share()), all);
    const Best hours = bestOf(counted.hours, best, least);
    const QString span = chart_words::hoursName(hours.from, hours.until), at = chart_words::hourName(worst);
    if (least.answered == 0)
        return tr("From %1 %2 answer, at %3 nobody does").arg(span, chart_words::percent(hours.calls.share()), at);
    return tr("From %1 %2 as many answer as at %3").arg(span, times(hours.calls.share() / least.share()), at);
}

QString says(const Counted &counted, const ChartFilter &filter)
{
    if (const auto medium = mediumFromText(filter.medium); medium && *medium != Medium::Call)
        return tr("Only calls are counted here, and the filters leave them out.");
    if (counted.all.calls == 0) {
        ChartFilter calls = filter;
        calls.medium = toText(Medium::Call);
        return chart_words::noTouch(calls);
    }
    return compared(counted);
}

} // namespace

Chart answersByHourChart(const ReportFacts &facts)
{
    const Counted counted = count(facts);
    Chart chart;
    chart.id = QStringLiteral("answers-by-hour");
    chart.shape = Chart::Shape::Heat;
    chart.isShare = true;
    chart.says = says(counted, facts.filter);
    chart.beneath = tr("Calls answered by hour and weekday, %1").arg(chart_words::rangeName(facts.filter.days));
    chart.counted = countedBy({Measure::Attempt, Measure::Touch, Measure::Answered, Measure::CustomerTime, Measure::Share, Measure::TooFew});
    chart.axis = tr("% of calls answered, customer’s time");
    chart.period = periodOf(facts, counted.all.answered, counted.all.calls);
    chart.series = {{QStringLiteral("answered"), tr("Calls answered"), {}}};
    for (int day = 1; day <= counted.lastDay; ++day)
        for (int hour = counted.firstHour; hour <= counted.lastHour; ++hour) {
            const QString key = QStringLiteral("%1-%2").arg(QLatin1String(DayKeys[size_t(day - 1)])).arg(hour);
            ChartMark mark = shareOf(facts, key, chart_words::hourName(hour), counted.cells[size_t(day - 1)][size_t(hour)], LeastToSay);
            mark.row = chart_words::weekdayName(day);
            chart.series.first().marks << mark;
        }
    return chart;
}

} // namespace beback
