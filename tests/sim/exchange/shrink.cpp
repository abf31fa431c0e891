#include "shrink.h"

#include <algorithm>

namespace beback::exchange_sim {

namespace {

class Shrinking
{
public:
    Shrinking(Schedule failing, const std::function<bool(const Schedule &)> &fails, int tries)
        : m_shortest(std::move(failing)), m_fails(fails), m_left(tries)
    {
    }

    Schedule run()
    {
        for (qsizetype part = m_shortest.size() / 2; part >= 1 && m_left > 0;) {
            const bool shorter = leaveOut(part);
            part = shorter ? std::min(part, m_shortest.size() / 2) : part / 2;
        }
        for (int i = 0; i < m_shortest.size(); ++i) {
            simplify(i, &Step::wait);
            simplify(i, &Step::dies);
        }
        return m_shortest;
    }

private:
    bool take(const Schedule &candidate)
    {
        if (m_left <= 0)
            return false;
        --m_left;
        if (!m_fails(candidate))
            return false;
        m_shortest = candidate;
        return true;
    }

    bool leaveOut(qsizetype part)
    {
        bool shorter = false;
        for (qsizetype at = 0; at < m_shortest.size() && m_shortest.size() > 1;) {
            Schedule candidate = m_shortest;
            candidate.remove(at, std::min(part, candidate.size() - at));
            if (!candidate.isEmpty() && take(candidate))
                shorter = true;
            else
                at += part;
        }
        return shorter;
    }

    void simplify(int place, int Step::*number)
    {
        if (m_shortest.at(place).*number == 0)
            return;
        Schedule candidate = m_shortest;
        candidate[place].*number = 0;
        take(candidate);
    }

    Schedule m_shortest;
    const std::function<bool(const Schedule &)> &m_fails;
    int m_left;
};

} // namespace

Schedule shrink(const Schedule &failing, const std::function<bool(const Schedule &)> &fails, int tries)
{
    return Shrinking(failing, fails, tries).run();
}

} // namespace beback::exchange_sim
