#include "sim_world.h"

#include "death.h"
#include "schedule.h"

#include <QHashFunctions>
#include <QStorageInfo>

namespace beback::exchange_sim {

namespace {

// Tuesday 2027-03-02, eleven in the morning where the simulated people live.
constexpr Instant Beginning{qint64(1804006800) * 1'000'000};
constexpr qint64 RoomNeeded = qint64(2) << 30;

// Read by every session at once, also by one whose transaction began before it was moved: a sequence belongs to none.
const QString SimulatedClock = QStringLiteral(
    "CREATE SEQUENCE sim_clock; GRANT SELECT ON sim_clock TO beback_owner;"
    "CREATE OR REPLACE FUNCTION now_us() RETURNS BIGINT LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp "
    "AS $$ BEGIN RETURN (SELECT last_value FROM sim_clock); END $$;");

} // namespace

void SimWorld::prepareProcess()
{
    const QString memory = QStringLiteral("/dev/shm");
    if (QStorageInfo(memory).bytesAvailable() > RoomNeeded && QFileInfo(memory).isWritable())
        qputenv("TMPDIR", memory.toUtf8());
    QHashSeed::setDeterministicGlobalSeed(); // the order in which a hash is walked is a part of the schedule
    Death::watch();
}

SimWorld::SimWorld() : m_now(Beginning), m_shared(std::make_unique<test::SharedWorld>())
{
    using namespace test;
    m_shared->sql(SimulatedClock);
    mayBeReached();
    openServer();
    for (const QString &name : deskNames()) {
        const bool isTwin = name == deskNames().at(TwinPlace);
        if (!isTwin)
            m_shared->add(name, isManager(name) ? QStringLiteral("manager") : QStringLiteral("agent"));
        m_desks.push_back(std::make_unique<SimDesk>(name, isTwin ? QString() : name, m_shared->folder.filePath(name), m_now, m_random));
        m_random.begin(quint64(m_desks.size()), 0);
        if (!isTwin)
            SharedWorld::must(m_desks.back()->open(urlOf(*m_desks.back()), true));
    }
}

SimWorld::~SimWorld()
{
    cutEveryLine();
    m_desks.clear();
    if (m_hasBackup)
        onCluster(QStringLiteral("DROP DATABASE %1_kept WITH (FORCE)"));
    onCluster(QStringLiteral("DROP DATABASE %1 WITH (FORCE)"));
}

void SimWorld::pass(Duration duration)
{
    m_now = m_now + duration;
    m_server->sql(QStringLiteral("SELECT setval('sim_clock', %1)").arg(m_now.us));
}

// Everything is done by one thread: whoever waits for a lock waits for itself, and is told so soon.
void SimWorld::mayBeReached()
{
    onCluster(QStringLiteral("ALTER DATABASE %1 SET lock_timeout = 50"));
}

void SimWorld::openServer()
{
    m_server = std::make_unique<ServerLink>(m_shared->adminUrl().uri);
    pass({});
}

void SimWorld::cutEveryLine()
{
    for (const auto &desk : m_desks)
        if (desk->isThere())
            desk->exchange().disconnect();
    m_shared->admin.reset();
    m_server.reset();
}

void SimWorld::onCluster(const QString &statement) const
{
    test::TempPostgres::server().sql(QStringLiteral("postgres"), statement.arg(m_shared->database));
}

void SimWorld::backUp()
{
    cutEveryLine();
    if (m_hasBackup)
        onCluster(QStringLiteral("DROP DATABASE %1_kept WITH (FORCE)"));
    onCluster(QStringLiteral("CREATE DATABASE %1_kept TEMPLATE %1"));
    m_hasBackup = true;
    m_shared->reopen();
    openServer();
}

void SimWorld::restore()
{
    cutEveryLine();
    onCluster(QStringLiteral("DROP DATABASE %1 WITH (FORCE)"));
    onCluster(QStringLiteral("ALTER DATABASE %1_kept RENAME TO %1"));
    m_hasBackup = false;
    mayBeReached();
    m_shared->reopen();
    openServer();
}

} // namespace beback::exchange_sim
