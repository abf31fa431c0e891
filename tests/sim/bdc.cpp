#include "bdc.h"

namespace beback::sim {

using namespace std::chrono_literals;

namespace {

constexpr auto LooksAgain = 5min;   // who has nothing to do
constexpr auto Visiting = 20min;    // after the agreed time the showroom writes down whether they came

QVector<int> placesOf(const QVector<Person> &people)
{
    QVector<int> places;
    for (const Person &person : people)
        places << person.place;
    return places;
}

} // namespace

Bdc::Bdc(const World &world, const QVector<Person> &people, const Lots &lots, quint64 seed)
    : m_world(world), m_people(people), m_office(world), m_customers(world, people, lots, m_office),
      m_judge(world, placesOf(people)), m_clock(people.isEmpty() ? m_office.begins() : std::min(people.first().arrives, m_office.begins())),
      m_ids(seed), m_agents(size_t(world.agents.size())), m_reached(size_t(people.size())), m_won(size_t(people.size()))
{
}

Result<Score> Bdc::run(const World &world, const QString &policy, quint64 seed)
{
    const Lots lots(seed);
    const QVector<Person> people = peopleOf(world, lots);
    Bdc bdc(world, people, lots, seed);
    BEBACK_CHECK(bdc.play(policy));
    BEBACK_TRY(score, bdc.score());
    score.name = policy;
    return score;
}

void Bdc::plan(Scene scene)
{
    scene.order = ++m_order;
    m_scenes.push(scene);
}

Result<void> Bdc::play(const QString &policy)
{
    BEBACK_TRY(books, Books::open(m_world, m_clock, m_ids));
    m_books = std::move(books);
    m_policy = policyNamed(policy, {m_world, m_customers, m_office, m_judge, *m_books});
    if (!m_policy)
        return Error{Code::Invalid, QStringLiteral("There is no policy “%1”.").arg(policy), {}};
    for (const Person &person : m_people)
        plan({person.arrives, 0, Cue::Arrival, person.number, 0, {}});
    for (const Office::Shift &shift : m_office.shifts())
        plan({shift.from, 0, Cue::Shift, int(&shift - m_office.shifts().constData()), 0, {}});
    const QDate first = zones::local(m_clock.now(), m_world.zone).date;
    for (QDate day = first.addDays(1); m_clock.now() < m_office.ends(); day = day.addDays(1)) {
        const Instant midnight = std::min(zones::instantOf(day, QTime(0, 0), m_world.zone).value_or(m_office.ends()), m_office.ends());
        BEBACK_CHECK(m_books->atOnce([&] { return playUntil(midnight); }));
        m_clock.set(midnight);
        if (day.dayOfWeek() == Qt::Wednesday || day.dayOfWeek() == Qt::Sunday)
            BEBACK_CHECK(m_books->place().learn()); // nobody is in
    }
    return {};
}

Result<void> Bdc::playUntil(Instant until)
{
    while (!m_scenes.empty() && m_scenes.top().at < until) {
        const Scene scene = m_scenes.top();
        m_scenes.pop();
        m_clock.set(std::max(scene.at, m_clock.now()));
        BEBACK_CHECK(playScene(scene));
    }
    return {};
}

Result<void> Bdc::playScene(const Scene &scene)
{
    switch (scene.cue) {
    case Cue::Arrival: return arrive(scene.who);
    case Cue::Message: return message(scene.who, scene.coming);
    case Cue::Visit: return visit(scene.who);
    case Cue::Shift: {
        const Office::Shift &shift = m_office.shifts().at(scene.who);
        m_agents.at(size_t(shift.agent)).until = shift.until;
        return look(shift.agent);
    }
    case Cue::Look: return m_agents.at(size_t(scene.who)).turn == scene.turn ? look(scene.who) : Result<void>();
    }
    return {};
}

Result<void> Bdc::arrive(int person)
{
    BEBACK_CHECK(m_books->arrived(m_people.at(person)));
    m_policy->arrived(person, m_clock.now());
    wakeAll();
    return {};
}

Result<void> Bdc::message(int person, const Coming &coming)
{
    if (!m_customers.writes(person, coming))
        return {};
    if (coming.stop) {
        m_judge.stopped(person);
        ++m_score.stopped;
    } else {
        m_judge.wrote(person);
        ++m_score.replies;
        m_reached.at(size_t(person)) = true;
    }
    BEBACK_CHECK(m_books->wrote(person, coming));
    m_policy->wrote(person, coming);
    wakeAll();
    return {};
}

Result<void> Bdc::visit(int person)
{
    const Customers::Visit came = m_customers.visits(person, m_clock.now());
    m_score.shown += came.came ? 1 : 0;
    m_score.sold += came.bought ? 1 : 0;
    BEBACK_CHECK(m_books->visited(person, came));
    m_policy->visited(person, came, m_clock.now());
    return {};
}

// Whoever sits idle sees a new lead or message at once.
void Bdc::wakeAll()
{
    for (size_t i = 0; i < m_agents.size(); ++i) {
        Agent &agent = m_agents.at(i);
        if (!agent.idle || m_clock.now() >= agent.until)
            continue;
        agent.idle = false;
        plan({m_clock.now(), 0, Cue::Look, int(i), ++agent.turn, {}});
    }
}

Result<void> Bdc::look(int index)
{
    Agent &agent = m_agents.at(size_t(index));
    const Instant now = m_clock.now();
    agent.idle = false;
    if (now >= agent.until)
        return {};
    BEBACK_TRY(deed, m_policy->next(m_world.agents.at(index).login, now));
    if (deed)
        return work(index, *deed);
    agent.idle = true;
    plan({now + LooksAgain, 0, Cue::Look, index, ++agent.turn, {}});
    return {};
}

Result<void> Bdc::work(int index, const Deed &deed)
{
    const Instant now = m_clock.now();
    m_judge.touched(deed.person, deed.medium, now);
    const Answer answer = m_customers.touched(deed.person, deed.medium, now);
    BEBACK_CHECK(m_books->touched(deed.person, deed.medium, deed.pointKey, answer, m_world.agents.at(index).login, deed.epoch));
    count(deed, answer);
    if (answer.outcome == Outcome::AskedToStop)
        m_judge.stopped(deed.person);
    if (answer.callAt)
        m_judge.promised(deed.person, *answer.callAt);
    if (answer.appointment)
        plan({*answer.appointment + Visiting, 0, Cue::Visit, deed.person, 0, {}});
    if (answer.coming)
        plan({answer.coming->at, 0, Cue::Message, deed.person, 0, *answer.coming});
    m_policy->touched(deed.person, deed.medium, answer, now);
    Agent &agent = m_agents.at(size_t(index));
    plan({now + Duration(qint64(answer.minutes * 60e6)), 0, Cue::Look, index, ++agent.turn, {}});
    return {};
}

void Bdc::count(const Deed &deed, const Answer &answer)
{
    if (size_t(deed.medium) < m_score.touches.size())
        ++m_score.touches[size_t(deed.medium)];
    m_score.busyHours += answer.minutes / 60;
    m_score.talks += answer.human ? 1 : 0;
    m_score.stopped += answer.outcome == Outcome::AskedToStop ? 1 : 0;
    const size_t person = size_t(deed.person);
    m_reached.at(person) = m_reached.at(person) || answer.human;
    m_won.at(person) = m_won.at(person) || answer.appointment.has_value();
}

Result<Score> Bdc::score()
{
    m_score.leads = int(m_people.size());
    m_score.paidHours = m_office.paidHours();
    m_score.reached = int(std::count(m_reached.begin(), m_reached.end(), true));
    m_score.appointments = int(std::count(m_won.begin(), m_won.end(), true));
    for (size_t i = 0; i < m_score.faults.size(); ++i)
        m_score.faults[i] = m_judge.violations(Judge::Fault(i));
    m_score.givenUp = m_policy->givenUp();
    BEBACK_TRY(without, m_books->openWithoutNextStep());
    m_score.withoutNextStep = without;
    BEBACK_TRY(checked, m_books->check());
    m_score.differences = checked.differences;
    return m_score;
}

} // namespace beback::sim
