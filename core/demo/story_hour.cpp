// The Hour of Power: what can wait is kept for it, and who is in then works through it.

#include "core/demo/story.h"
#include "core/plan/permission.h"
#include "core/report/hour_score.h"

#include <algorithm>
#include <utility>

namespace beback::demo {

using namespace std::chrono_literals;

// Set for everybody, for good.
Result<void> Story::setHour()
{
    const QDate today = zones::local(now(), QLatin1String(RooftopZone)).date;
    plan({m_staff.nextHour(now()), 0, -1, Cue::Hour, 0, Medium::Text});
    return writeHour(m_recorder.db(), m_recorder.station().rooftop, {{}, today, HourOfPower, m_staff.managerOn(today), now()});
}

// Steps that are due and can wait, calls first: it is the hour for them. Whether somebody may be contacted now is asked of those
// alone whose turn comes: an hour holds few of all who wait.
Story::Waiting Story::waitingForTheHour() const
{
    Waiting waiting;
    for (qsizetype i = qsizetype(m_lines.size()) - 1; i >= 0; --i) {
        const Line &line = m_lines[size_t(i)];
        if (!line.next || line.next->step.dueAt > now())
            continue;
        const NextStep &step = line.next->step;
        if (step.band >= Band::Fresh && step.band <= Band::LongTerm && step.medium != Medium::Visit && !isForgotten(line))
            waiting.all << i;
    }
    std::stable_partition(waiting.all.begin(), waiting.all.end(),
                          [this](qsizetype i) { return m_lines[size_t(i)].next->step.medium != Medium::Call; });
    for (const qsizetype i : std::as_const(waiting.all))
        waiting.of[m_lines[size_t(i)].agent] << i;
    return waiting;
}

// Takes the next one who may be contacted; -1: nobody is left.
qsizetype Story::nextWaiting(QVector<qsizetype> &list, QSet<qsizetype> &seen) const
{
    while (!list.isEmpty()) {
        const qsizetype index = list.takeLast();
        if (seen.contains(index))
            continue;
        seen.insert(index);
        const Line &line = m_lines[size_t(index)];
        const NextStep &step = line.next->step;
        if (mayContact(line.state, m_recorder.plans().rules(), step.medium, step.pointKey, now()).allowed())
            return index;
    }
    return -1;
}

// Their own people first, then whoever is left.
void Story::keepHour(const QString &agent, Waiting &waiting)
{
    const int wanted = m_dice.between(KeptTouches, KeptTouches + 3);
    const Instant begin = now();
    for (int taken = 0; taken < wanted; ++taken) {
        qsizetype index = nextWaiting(waiting.of[agent], waiting.seen);
        if (index < 0)
            index = nextWaiting(waiting.all, waiting.seen);
        if (index < 0)
            return;
        const Line &line = m_lines[size_t(index)];
        const Duration after = Duration(57min) * taken / wanted + std::min<Duration>(m_dice.wait(50s), 3min);
        plan({begin + after, 0, index, Cue::Work, line.turn, line.next->step.medium, agent});
    }
}

Result<void> Story::powerHour()
{
    plan({m_staff.nextHour(now() + 1min), 0, -1, Cue::Hour, 0, Medium::Text});
    m_hour = HourSpan::from(now());
    m_keepers.clear();
    Waiting waiting = waitingForTheHour();
    for (const QString &agent : m_staff.agentsIn(now()))
        if (m_dice.chance(nearEnd() ? 0.5 : 0.85)) {
            m_keepers.insert(agent);
            keepHour(agent, waiting);
        }
    return {};
}

} // namespace beback::demo
