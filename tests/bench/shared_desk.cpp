#include "shared_desk.h"

#include "store_fixture.h"

#include <QFile>

#include <mutex>

namespace bench {

using namespace beback;

SharedDesk::SharedDesk(const Options &options, const StoreUrl &url, Own made)
{
    static std::mutex one; // the environment belongs to the whole process
    const std::lock_guard lock(one);
    qputenv("XDG_DATA_HOME", QFile::encodeName(options.dir)); // where desks keep their own stores
    const QString own = need(SharedPlace::ownStoreOf(url)).path;
    for (const char *suffix : {"", "-wal", "-shm"})
        if (made == Own::Anew)
            QFile::remove(own + QLatin1String(suffix));
    m_place = need(SharedPlace::open(url, m_clock, m_random));
    if (m_place->trouble())
        fail(*m_place->trouble());
}

void SharedDesk::claimNext()
{
    const auto claim = need(m_place->exchange().claimNext());
    if (!claim)
        throw std::runtime_error("The queue ran dry.");
    m_claims << *claim;
}

EventId SharedDesk::record()
{
    if (m_claims.isEmpty())
        throw std::runtime_error("Nobody was claimed.");
    const Claim claim = m_claims.takeFirst();
    RecordRequest request;
    request.customer = claim.customer;
    request.lead = claim.lead;
    request.medium = Medium::Email;
    request.outcome = Outcome::Sent;
    request.checkReason = QStringLiteral("Sent from a phone of the store.");
    request.note = QStringLiteral("Sent the offer that was asked for.");
    request.epoch = claim.epoch;
    return need(m_place->own().record(request, m_place->login())).event;
}

void SharedDesk::saveAndNext()
{
    record();
    claimNext();
}

void SharedDesk::confirm()
{
    (void)need(m_place->exchange().sync());
}

} // namespace bench
