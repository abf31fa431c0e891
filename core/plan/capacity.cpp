#include "core/plan/capacity.h"

#include "core/time/calendar.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace beback {

namespace {

constexpr int Window = 28; // days looked back: four of every weekday
constexpr int LeastDays = 3;
constexpr int WeeksToKnow = 3; // in none of which they worked on a weekday: it is a day off

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("beback", text, nullptr, n);
}

// Triangular: yesterday counts almost 1, four weeks ago almost nothing.
double weightOf(QDate day, QDate today)
{
    return 1.0 - double(day.daysTo(today)) / (Window + 1);
}

// The smallest value at which half of the weight is reached (Cormen et al., "Introduction to Algorithms", problem 9-2).
template <class Value> Value weightedMedian(QVector<std::pair<Value, double>> values)
{
    std::sort(values.begin(), values.end());
    const double all = std::accumulate(values.cbegin(), values.cend(), 0.0, [](double sum, const auto &v) { return sum + v.second; });
    double reached = 0;
    for (const auto &[value, weight] : std::as_const(values)) {
        reached += weight;
        if (2 * reached >= all - 1e-9)
            return value;
    }
    return {};
}

QVector<WorkDay> onWeekday(const QVector<WorkDay> &days, int weekday)
{
    QVector<WorkDay> found;
    for (const WorkDay &day : days)
        if (day.date.dayOfWeek() == weekday)
            found << day;
    return found;
}

bool isDayOff(const QVector<WorkDay> &own, QDate today)
{
    if (calendar::isHoliday(today))
        return true;
    const bool knownLongEnough = !own.isEmpty() && own.first().date.daysTo(today) >= 7 * WeeksToKnow;
    return knownLongEnough && onWeekday(own, today.dayOfWeek()).isEmpty();
}

// `total` shared out in proportion, whole; what is left over goes to the largest remainders (Hamilton's method).
template <size_t N> std::array<int, N> apportion(int total, const std::array<double, N> &shares)
{
    std::array<int, N> parts{};
    const double all = std::accumulate(shares.cbegin(), shares.cend(), 0.0);
    if (total <= 0 || all <= 0)
        return parts;
    QVector<std::pair<double, size_t>> rests;
    int given = 0;
    for (size_t i = 0; i < N; ++i) {
        const double exact = total * shares[i] / all;
        parts[i] = int(exact);
        given += parts[i];
        if (shares[i] > 0)
            rests << std::pair(exact - parts[i], i);
    }
    std::stable_sort(rests.begin(), rests.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    for (qsizetype i = 0; given < total && i < rests.size(); ++i, ++given)
        ++parts[rests[i].second];
    return parts;
}

void estimate(Capacity &capacity, const QVector<WorkDay> &days, const zones::Local &now)
{
    capacity.days = int(days.size());
    QVector<std::pair<int, double>> rests;
    QVector<std::pair<double, double>> paces;
    std::array<double, 24> hours{};
    std::array<double, 6> media{};
    for (const WorkDay &day : days) {
        const double weight = weightOf(day.date, now.date);
        int rest = 0;
        QSet<int> active;
        for (const WorkDay::Done &done : day.done) {
            active.insert(done.time.hour());
            if (done.time < now.time)
                continue;
            ++rest;
            hours[size_t(done.time.hour())] += weight;
            media[size_t(done.medium)] += weight;
        }
        rests << std::pair(rest, weight);
        paces << std::pair(double(day.done.size()) / double(active.size()), weight);
    }
    capacity.left = weightedMedian(rests);
    capacity.perHour = weightedMedian(paces);
    capacity.byHour = apportion(capacity.left, hours);
    capacity.byMedium = apportion(capacity.left, media);
}

} // namespace

QVector<WorkDay> workDays(const QVector<Touch> &touches, const QString &zone, QDate today)
{
    QMap<QDate, WorkDay> days;
    for (const Touch &touch : touches) {
        const auto local = zones::local(touch.at, zone);
        if (local.date >= today || local.date.daysTo(today) > Window)
            continue;
        days[local.date].date = local.date;
        days[local.date].done << WorkDay::Done{local.time, touch.medium};
    }
    QVector<WorkDay> found;
    for (WorkDay &day : days) {
        std::sort(day.done.begin(), day.done.end(), [](const WorkDay::Done &a, const WorkDay::Done &b) { return a.time < b.time; });
        found << day;
    }
    return found;
}

Capacity capacityLeft(const QVector<WorkDay> &own, const QVector<WorkDay> &everybody, Instant now, const QString &zone, bool here)
{
    Capacity capacity;
    const auto local = zones::local(now, zone);
    if (!here && isDayOff(own, local.date)) {
        capacity.basis = Capacity::Basis::DayOff;
        return capacity;
    }
    const int weekday = local.date.dayOfWeek();
    using Choice = std::pair<Capacity::Basis, QVector<WorkDay>>;
    const std::array<Choice, 4> choices = {Choice{Capacity::Basis::OwnWeekday, onWeekday(own, weekday)},
                                           Choice{Capacity::Basis::Own, own},
                                           Choice{Capacity::Basis::RooftopWeekday, onWeekday(everybody, weekday)},
                                           Choice{Capacity::Basis::Rooftop, everybody}};
    for (const auto &[basis, days] : choices) {
        if (days.size() < LeastDays)
            continue;
        capacity.basis = basis;
        estimate(capacity, days, local);
        break;
    }
    return capacity;
}

QString basisText(const Capacity &capacity, QDate today, const QString &name)
{
    const QString weekday = QLocale().dayName(today.dayOfWeek());
    switch (capacity.basis) {
    case Capacity::Basis::Unknown:
        return name.isEmpty() ? tr("Nobody here has worked long enough to say what fits into a day.")
                              : tr("Not known: nothing in the last four weeks says what %1 finishes in a day.").arg(name);
    case Capacity::Basis::OwnWeekday:
        return (name.isEmpty() ? tr("Measured from what you finished after this time of day on the last %1 of your %2s.")
                               : tr("Measured from the last %1 of their %2s."))
            .arg(capacity.days)
            .arg(weekday);
    case Capacity::Basis::Own:
        return name.isEmpty() ? tr("Measured from what you finished on %n days of the last four weeks.", capacity.days)
                              : tr("Measured from %n days of the last four weeks.", capacity.days);
    case Capacity::Basis::RooftopWeekday:
    case Capacity::Basis::Rooftop:
        return name.isEmpty() ? tr("You are new here: measured from what everybody finished in the last four weeks.")
                              : tr("%1 is new here: measured from what everybody finished in the last four weeks.").arg(name);
    case Capacity::Basis::DayOff:
        return name.isEmpty() ? tr("Today is no working day of yours.") : tr("Not expected today.");
    }
    return {};
}

} // namespace beback
