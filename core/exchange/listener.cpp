#include "core/exchange/listener.h"

namespace beback {

namespace {

constexpr Duration BeatDeadline = std::chrono::seconds(5);

} // namespace

Result<std::unique_ptr<Listener>> Listener::open(const StoreUrl &shared, RooftopId rooftop, QObject *context,
                                                 std::function<void()> told, std::function<void()> claimed,
                                                 std::function<void()> ruled)
{
    BEBACK_TRY(db, Connection::open(shared, Connection::Mode::ReadWrite));
    db->setDeadline(BeatDeadline);
    for (const int feed : {0, rooftop.value})
        BEBACK_CHECK(db->listen(QStringLiteral("beback_%1").arg(feed), context, told));
    BEBACK_CHECK(db->listen(QStringLiteral("beback_claims_%1").arg(rooftop.value), context, std::move(claimed)));
    BEBACK_CHECK(db->listen(QStringLiteral("beback_rules_%1").arg(rooftop.value), context, std::move(ruled)));
    return std::unique_ptr<Listener>(new Listener(std::move(db)));
}

Result<void> Listener::beat()
{
    BEBACK_TRY(alive, m_db->statement("store/alive"));
    BEBACK_CHECK(alive.exec());
    alive.next();
    return alive.finished();
}

} // namespace beback
