#include "books.h"

#include "tests/support/nothing_asked.h"
#include "core/history/row_store.h"

namespace beback::sim {

namespace {

const QString Showroom = QStringLiteral("showroom");

} // namespace

Result<std::unique_ptr<Books>> Books::open(const World &world, ManualClock &clock, Random &random)
{
    std::unique_ptr<Books> books(new Books);
    if (!books->m_folder.isValid())
        return Error{Code::Unavailable,
                     QStringLiteral("A folder for the store cannot be made: %1.").arg(books->m_folder.errorString()), {}};
    const StoreUrl url{Engine::Sqlite, books->m_folder.filePath(QStringLiteral("beback.db")), {}};
    BEBACK_TRY(place, Workplace::open(url, Workplace::Open::CreateOrUpgrade, clock, random));
    RooftopFacts rooftop;
    rooftop.name = world.name;
    rooftop.zone = world.zone;
    BEBACK_CHECK(place->setUpRooftop(rooftop));
    for (const AgentHours &agent : world.agents)
        BEBACK_CHECK(place->addUser({agent.login, agent.login, QStringLiteral("agent")}));
    books->m_place = std::move(place);
    return books;
}

Result<void> Books::arrived(const Person &person)
{
    BEBACK_TRY(recorded, m_place->recorder().recordNewCustomer(person.lead, QStringLiteral("system")));
    Q_ASSERT(person.number == m_customers.size());
    m_customers << recorded.customer;
    m_leads << recorded.state.leads.constLast().id;
    m_numbers.insert(recorded.customer, person.number);
    return {};
}

Result<void> Books::touched(int person, Medium medium, const QString &pointKey, const Answer &answer, const QString &login, qint64 epoch)
{
    RecordRequest request;
    request.customer = m_customers.at(person);
    request.lead = m_leads.at(person);
    request.medium = medium;
    request.outcome = answer.outcome;
    request.pointKey = pointKey;
    request.nextAt = answer.callAt;
    request.epoch = epoch;
    request = test::nothingAsked(request); // what they say to a guide is no part of these worlds
    if (answer.outcome == Outcome::AskedToStop)
        request.note = QStringLiteral("Asked to hear no more.");
    BEBACK_CHECK(m_place->record(request, login));
    if (answer.appointment)
        BEBACK_CHECK(m_place->setAppointment(request.customer, request.lead, *answer.appointment, QStringLiteral("Sees the car"), login));
    return {};
}

Result<void> Books::wrote(int person, const Coming &coming)
{
    const QString said = coming.stop ? QStringLiteral("Stop contacting me.") : QStringLiteral("Is it still there?");
    BEBACK_CHECK(m_place->reply(m_customers.at(person), m_leads.at(person), coming.medium, said, QStringLiteral("system")));
    return {};
}

// Whoever receives people in the showroom writes down at once whether they came and what kept them from buying; no agent has
// to look it up. Which objection it was, the world does not say: they come in turn.
Result<void> Books::visited(int person, const Customers::Visit &visit)
{
    RecordRequest request;
    request.customer = m_customers.at(person);
    request.lead = m_leads.at(person);
    request.medium = Medium::Visit;
    request.outcome = visit.came ? Outcome::Kept : Outcome::Missed;
    request.sold = visit.bought;
    if (visit.came && !visit.bought)
        request.objection = AllObjections.at(size_t(person) % AllObjections.size());
    BEBACK_CHECK(m_place->record(request, Showroom));
    return {};
}

Result<int> Books::openWithoutNextStep()
{
    int without = 0;
    for (const CustomerId customer : std::as_const(m_customers)) {
        BEBACK_TRY(rows, row_store::read(m_place->db(), m_place->rooftopId(), customer));
        for (const LeadRow &lead : std::as_const(rows.leads))
            if (lead.status == QLatin1String("open") && !rows.queue)
                ++without;
    }
    return without;
}

Result<CheckReport> Books::check()
{
    return checkStore(m_place->db(), m_place->rooftopId(), m_place->plans(), false);
}

} // namespace beback::sim
