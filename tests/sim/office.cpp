#include "office.h"

#include "core/time/calendar.h"
#include "core/time/zones.h"

#include <algorithm>

namespace beback::sim {

Office::Office(const World &world)
{
    const auto instant = [&world](QDate day, int minute) {
        return zones::instantOf(day, QTime(0, 0).addSecs(minute * 60), world.zone).value_or(Instant{});
    };
    const QDate end = world.begins.addDays(7 * world.weeks);
    for (QDate day = world.begins; day < end; day = day.addDays(1)) {
        for (int agent = 0; agent < world.agents.size(); ++agent) {
            const WeekHours::Day hours = world.agents.at(agent).hours.on(day);
            if (hours.until > hours.from)
                m_shifts << Shift{agent, instant(day, hours.from), instant(day, hours.until)};
        }
    }
    std::stable_sort(m_shifts.begin(), m_shifts.end(), [](const Shift &a, const Shift &b) { return a.from < b.from; });
    m_begins = instant(world.begins, 0);
    m_ends = instant(end, 0);
}

bool Office::isOpen(Instant at) const
{
    const auto soon = std::lower_bound(m_shifts.begin(), m_shifts.end(), at - std::chrono::hours(24),
                                       [](const Shift &shift, Instant when) { return shift.from < when; });
    return std::any_of(soon, std::upper_bound(soon, m_shifts.end(), at, [](Instant when, const Shift &shift) { return when < shift.from; }),
                       [at](const Shift &shift) { return at < shift.until; });
}

double Office::paidHours() const
{
    double hours = 0;
    for (const Shift &shift : m_shifts)
        hours += double((shift.until - shift.from).count()) / 3600e6;
    return hours;
}

} // namespace beback::sim
