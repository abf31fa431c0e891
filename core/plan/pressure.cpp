#include "core/plan/pressure.h"

#include <algorithm>
#include <cmath>

namespace beback::pressure {

using namespace std::chrono_literals;

namespace {

constexpr Duration Day = 24h, Week = 7 * 24h, HalfLife = 13 * 24h, Longest = 60 * 24h;
constexpr double AtFirst = 3, Least = 1.15;
constexpr Duration Forgotten = 6 * Week; // e^-6 is left

double faded(Duration passed)
{
    return std::exp(-double(passed.count()) / double(Week.count()));
}

QVector<Touch> inOrder(QVector<Touch> touches)
{
    const auto earlier = [](const Touch &a, const Touch &b) { return a.at < b.at; };
    if (!std::is_sorted(touches.begin(), touches.end(), earlier))
        std::stable_sort(touches.begin(), touches.end(), earlier);
    return touches;
}

// They answered the one before, and this one goes on with it.
bool isInTalk(const Touch &before, const Touch &touch)
{
    return before.answeredAt.us > 0 && before.answeredAt <= touch.at && touch.at - before.answeredAt < Day;
}

} // namespace

double weightOf(Medium medium)
{
    switch (medium) {
    case Medium::Call: return 1;
    case Medium::Text:
    case Medium::Social: return 0.6;
    case Medium::Email: return 0.3;
    case Medium::Note: return 0.05;
    case Medium::Visit: return 0;
    }
    return 1;
}

double on(const CustomerState &customer, Instant at)
{
    const QVector<Touch> touches = inOrder(customer.touches);
    double sum = 0;
    for (qsizetype i = 0; i < touches.size(); ++i) {
        const Touch &touch = touches.at(i);
        if (touch.at > at || at - touch.at > Forgotten || (i > 0 && isInTalk(touches.at(i - 1), touch)))
            continue;
        sum += weightOf(touch.medium) * faded(at - touch.at);
    }
    return sum;
}

double limit(Instant heard, Instant at)
{
    return std::max(Least, AtFirst * std::exp2(-double((at - heard).count()) / double(HalfLife.count())));
}

Instant freeFrom(const CustomerState &customer, Instant heard, Medium medium, Instant at)
{
    if (customer.touches.isEmpty())
        return at;
    Instant free = at;
    for (const Touch &touch : customer.touches)
        free = std::max(free, touch.at); // from there on it only fades
    const Instant from = free;
    const double before = on(customer, from), weight = weightOf(medium);
    while (free - from < Longest && before * faded(free - from) + weight > limit(heard, free))
        free = free + Day;
    return free == from ? at : free;
}

} // namespace beback::pressure
