#include "claimers.h"

#include "store_fixture.h"

namespace bench {

using namespace beback;

namespace {

constexpr Duration Lease = std::chrono::minutes(10);

} // namespace

OurClaimer::OurClaimer(const StoreUrl &url) : m_store(need(SharedStore::connect(url)))
{
    const SystemClock clock;
    SystemRandom random;
    m_origin = random.id<OriginId>(clock.now());
    (void)need(m_store->handshake(m_origin, QStringLiteral("bench"), clock));
}

void OurClaimer::claim()
{
    if (!need(m_store->pushAndClaim(m_origin, {}, {}, m_open, Lease)).granted)
        throw std::runtime_error("The queue ran dry.");
}

FloorClaimer::FloorClaimer(const std::string &uri) : m_db(uri), m_origin(freshId())
{
    m_db.prepare("handshake", "SELECT login, name, role, rooftop_id, last_n, last_id, server_us FROM handshake($1, $2)");
    m_db.ask("handshake", {m_origin, "bench"});
    m_db.prepare("claim", "SELECT last_n, stale, held, customer_id, lead_id, epoch, until, known, id, event_rooftop, event_customer, "
                          "event_lead, origin, n, hlc, kind, version, medium, direction, outcome, occurred_at, recorded_at, actor, "
                          "station, body FROM push_and_claim($1, $2::JSONB, $3::JSONB, $4::TEXT[], $5::BIGINT)");
}

void FloorClaimer::claim()
{
    const auto answer = m_db.ask("claim", {m_origin, "[]", "[]", m_open, std::to_string(Lease.count())});
    if (answer.bytes < 100) // a person's history is longer
        throw std::runtime_error("The floor's queue ran dry.");
}

} // namespace bench
