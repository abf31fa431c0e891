#include "core/plan/reach_chance.h"

#include <algorithm>

namespace beback {

ReachChance::ReachChance(const QVector<Trial> &trials)
{
    for (const Trial &trial : trials) {
        const size_t medium = size_t(trial.medium), hour = size_t(std::clamp(trial.hour, 0, 23));
        for (Count *count : {&m_all, &m_media[medium], &m_hours[medium][hour]}) {
            ++count->tried;
            count->answered += trial.answered;
        }
    }
}

double ReachChance::of(Medium medium, int hour) const
{
    const double all = m_all.leaningOn(0.5);
    const double byMedium = m_media[size_t(medium)].leaningOn(all);
    return m_hours[size_t(medium)][size_t(std::clamp(hour, 0, 23))].leaningOn(byMedium);
}

double ReachChance::of(Medium medium, int hour, const QVector<AttemptMark> &marks) const
{
    Count theirs;
    for (const AttemptMark &mark : marks) {
        if (mark.skipped)
            continue;
        ++theirs.tried;
        theirs.answered += mark.answered;
    }
    return theirs.leaningOn(of(medium, hour));
}

} // namespace beback
