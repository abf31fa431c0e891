#include "core/report/touch_runs.h"

#include "core/report/name_numbers.h"

#include <algorithm>

namespace beback {

namespace {

bool followsQuickly(const TouchFact &before, const TouchFact &after)
{
    return after.at - before.at <= BurstGap;
}

bool endedAlike(const TouchFact &before, const TouchFact &after)
{
    return after.outcome == before.outcome;
}

using GoesOn = bool (*)(const TouchFact &before, const TouchFact &after);

// What each person is in the middle of goes on or ends with their next touch.
class Runs
{
public:
    Runs(const QVector<TouchFact> &touches, GoesOn goesOn, qsizetype least) : m_touches(touches), m_goesOn(goesOn), m_least(least) {}

    void take(qsizetype place)
    {
        TouchRun &run = goingOf(m_touches[place].actor);
        if (!run.isEmpty() && !m_goesOn(m_touches[run.last()], m_touches[place]))
            end(run);
        run << place;
    }

    void breakOff(const QString &actor) { end(goingOf(actor)); }

    QVector<TouchRun> ended()
    {
        for (TouchRun &run : m_going)
            end(run);
        std::sort(m_long.begin(), m_long.end(), [](const TouchRun &a, const TouchRun &b) { return a.first() < b.first(); });
        return m_long;
    }

private:
    TouchRun &goingOf(const QString &actor)
    {
        const qsizetype number = m_numbers.of(actor);
        if (number >= m_going.size())
            m_going.resize(number + 1);
        return m_going[number];
    }

    void end(TouchRun &run)
    {
        if (run.size() >= m_least)
            m_long << run;
        run.clear();
    }

    const QVector<TouchFact> &m_touches;
    const GoesOn m_goesOn;
    const qsizetype m_least;
    NameNumbers m_numbers;
    QVector<TouchRun> m_going; // by the number of the actor
    QVector<TouchRun> m_long;
};

} // namespace

QVector<TouchRun> burstsAmong(const QVector<TouchFact> &touches)
{
    Runs runs(touches, &followsQuickly, BurstTouches);
    for (qsizetype place = 0; place < touches.size(); ++place)
        if (touches[place].wordsLength == 0)
            runs.take(place);
    return runs.ended();
}

QVector<TouchRun> streaksAmong(const QVector<TouchFact> &touches)
{
    Runs runs(touches, &endedAlike, StreakCalls);
    for (qsizetype place = 0; place < touches.size(); ++place) {
        if (touches[place].medium != Medium::Call)
            continue;
        if (touches[place].wasAnswered())
            runs.breakOff(touches[place].actor);
        else
            runs.take(place);
    }
    return runs.ended();
}

} // namespace beback
