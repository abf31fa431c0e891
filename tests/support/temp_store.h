#pragma once

#include "core/history/recorder.h"
#include "core/plan/starter_plans.h"
#include "core/store/migrator.h"
#include "tests/support/temp_postgres.h"

#include <QTemporaryDir>
#include <QTest>

namespace beback::test {

// The engine this run of the test is for: $BEBACK_TEST_ENGINE, otherwise SQLite.
inline Engine engineUnderTest()
{
    return qEnvironmentVariable("BEBACK_TEST_ENGINE") == QLatin1String("postgresql") ? Engine::Postgresql : Engine::Sqlite;
}

// Where an empty store may be made: a file in `folder`, or a database of the test's own server.
inline StoreUrl emptyStore(const QTemporaryDir &folder, const QString &name = QStringLiteral("beback.db"))
{
    if (engineUnderTest() == Engine::Sqlite)
        return StoreUrl{Engine::Sqlite, folder.filePath(name), {}};
    TempPostgres &server = TempPostgres::server();
    return StoreUrl{Engine::Postgresql, {}, server.url(server.emptyDatabase())};
}

// As --db takes it.
inline QString asText(const StoreUrl &url)
{
    return url.engine == Engine::Sqlite ? QStringLiteral("sqlite:") + url.path : url.uri;
}

// A migrated store that goes away with it, on the engine under test: a file in a folder of its own, or a database of the
// test's server, opened as the administrator. With a clock that stands still and seeded chance.
class TempStore
{
public:
    explicit TempStore(quint64 seed = 1) : random(seed)
    {
        const auto shipped = loadShippedPlans();
        if (!shipped)
            qFatal("%s", qPrintable(shipped.error().message + shipped.error().detail));
        for (const Plan &plan : *shipped)
            plans.add(plan);
        const auto branches = loadShippedBranches();
        if (!branches)
            qFatal("%s", qPrintable(branches.error().message));
        plans.setBranches(*branches);
        if (engineUnderTest() == Engine::Postgresql)
            database = TempPostgres::server().freshDatabase();
        db = connect();
        const auto migrated = Migrator::migrate(*db, clock.now());
        if (!migrated)
            qFatal("%s", qPrintable(migrated.error().message + migrated.error().detail));
        recorder = std::make_unique<Recorder>(*db, clock, random, Station{RooftopId{1}, QStringLiteral("desk-1")}, plans);
    }

    QString path() const { return folder.filePath(QStringLiteral("beback.db")); } // SQLite only
    StoreUrl url() const
    {
        return database.isEmpty() ? StoreUrl{Engine::Sqlite, path(), {}}
                                  : StoreUrl{Engine::Postgresql, {}, TempPostgres::server().url(database)};
    }
    std::unique_ptr<Connection> connect() const
    {
        auto opened = Connection::open(url(), Connection::Mode::Create);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message + opened.error().detail));
        return std::move(*opened);
    }

    QTemporaryDir folder;
    QString database; // PostgreSQL only
    // Monday 2026-11-16 10:00 in Chicago
    ManualClock clock{Instant{qint64(1794844800) * 1000000}};
    SeededRandom random;
    PlanBook plans;
    std::unique_ptr<Connection> db;
    std::unique_ptr<Recorder> recorder;
};

inline LeadDraft draftNamed(const QString &name, const QString &phone, const QString &email = {})
{
    LeadDraft draft;
    draft.name.full = name;
    draft.name.first = name.section(QLatin1Char(' '), 0, 0);
    draft.name.last = name.section(QLatin1Char(' '), 1);
    if (!phone.isEmpty())
        draft.points << ContactPoint{ContactPoint::Type::Phone, phone, phone, QStringLiteral("mobile"), {}, false};
    if (!email.isEmpty())
        draft.points << ContactPoint{ContactPoint::Type::Email, email, email, {}, {}, false};
    draft.zones = QStringList{QStringLiteral("America/Chicago")};
    draft.wanted.year = QStringLiteral("2024");
    draft.wanted.make = QStringLiteral("Honda");
    draft.wanted.model = QStringLiteral("CR-V");
    draft.wanted.stock = QStringLiteral("H2417");
    draft.source = QStringLiteral("Website");
    return draft;
}

} // namespace beback::test

// Fails the test with the error's own words. The expression is evaluated once.
#define VERIFY_OK(expression)                                                                                          \
    do {                                                                                                               \
        const auto &outcomeOfIt = (expression);                                                                        \
        QVERIFY2(bool(outcomeOfIt),                                                                                    \
                 qPrintable(outcomeOfIt ? QString() : outcomeOfIt.error().message + QLatin1Char(' ') + outcomeOfIt.error().detail)); \
    } while (false)
