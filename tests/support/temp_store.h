#pragma once

#include "core/history/recorder.h"
#include "core/plan/starter_plans.h"
#include "core/store/migrator.h"

#include <QTemporaryDir>
#include <QTest>

namespace beback::test {

// A migrated store in a folder that goes away with it, with a clock that stands still and seeded chance.
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
        db = connect();
        const auto migrated = Migrator::migrate(*db, clock.now());
        if (!migrated)
            qFatal("%s", qPrintable(migrated.error().message + migrated.error().detail));
        recorder = std::make_unique<Recorder>(*db, clock, random, Station{RooftopId{1}, QStringLiteral("desk-1")}, plans);
    }

    QString path() const { return folder.filePath(QStringLiteral("beback.db")); }
    StoreUrl url() const { return StoreUrl{Engine::Sqlite, path(), {}}; }
    std::unique_ptr<Connection> connect() const
    {
        auto opened = Connection::open(url(), Connection::Mode::Create);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message + opened.error().detail));
        return std::move(*opened);
    }

    QTemporaryDir folder;
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
