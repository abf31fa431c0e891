#pragma once

#include "policy.h"
#include "score.h"

#include <functional>
#include <queue>

namespace beback::sim {

// One policy in one world: weeks of a BDC, one thing after the other in the order of time, on a store of its own. The same
// world, seed and policy give the same score, digit for digit.
class Bdc
{
public:
    // Errors: those of the store.
    static Result<Score> run(const World &world, const QString &policy, quint64 seed);

private:
    Bdc(const World &world, const QVector<Person> &people, const Lots &lots, quint64 seed);

    enum class Cue { Arrival, Message, Visit, Shift, Look };
    struct Scene {
        Instant at;
        quint64 order = 0;
        Cue cue = Cue::Arrival;
        int who = 0;  // person; agent
        int turn = 0; // Look: void when the agent was woken since
        Coming coming;
        bool operator>(const Scene &other) const { return at != other.at ? at > other.at : order > other.order; }
    };
    struct Agent {
        Instant until; // of the shift; us 0: not in
        bool idle = false;
        int turn = 0;
    };

    Result<void> play(const QString &policy);
    Result<void> playUntil(Instant until);
    Result<void> playScene(const Scene &scene);
    void plan(Scene scene);
    Result<void> arrive(int person);
    Result<void> message(int person, const Coming &coming);
    Result<void> visit(int person);
    Result<void> look(int agent);
    Result<void> work(int agent, const Deed &deed);
    void count(const Deed &deed, const Answer &answer);
    void wakeAll();
    Result<Score> score();

    const World &m_world;
    const QVector<Person> &m_people;
    Office m_office;
    Customers m_customers;
    Judge m_judge;
    ManualClock m_clock;
    SeededRandom m_ids;
    std::unique_ptr<Books> m_books;
    std::unique_ptr<Policy> m_policy;
    std::priority_queue<Scene, std::vector<Scene>, std::greater<>> m_scenes;
    quint64 m_order = 0;
    std::vector<Agent> m_agents;
    std::vector<bool> m_reached, m_won; // by person
    Score m_score;
};

} // namespace beback::sim
