// Every access to the disk fails once, one after the other, in whatever a desk writes down: nothing is half done, a sentence says what to
// do, and the same done again is done once.

#include "tests/support/clerk.h"
#include "tests/support/unsafe_disk.h"

#include "core/history/check.h"
#include "core/history/event_store.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace beback;
using namespace beback::test;

namespace {

using Act = UnsafeDisk::Act;

struct Fault {
    const char *name;
    Act act;
    bool forGood;
    UnsafeDisk::Fault kind;
};
const Fault Faults[] = {
    {"a read fails", Act::Read, false, UnsafeDisk::Fault::Broken},
    {"reads fail", Act::Read, true, UnsafeDisk::Fault::Broken},
    {"a write fails", Act::Write, false, UnsafeDisk::Fault::Broken},
    {"writes fail", Act::Write, true, UnsafeDisk::Fault::Broken},
    {"the disk is full", Act::Write, true, UnsafeDisk::Fault::Full},
    {"a sync fails", Act::Sync, false, UnsafeDisk::Fault::Broken},
    {"syncs fail", Act::Sync, true, UnsafeDisk::Fault::Broken},
    {"a truncation fails", Act::Truncate, false, UnsafeDisk::Fault::Broken},
    {"opening fails", Act::Open, false, UnsafeDisk::Fault::Broken},
    {"sharing fails", Act::Map, false, UnsafeDisk::Fault::Broken},
    {"locking fails", Act::Lock, false, UnsafeDisk::Fault::Broken},
    {"removing fails", Act::Delete, false, UnsafeDisk::Fault::Broken},
};
constexpr int Most = 400; // accesses in one deed; far more than there are

// So that what is read is read from the disk.
void forgetPages()
{
    QSqlQuery query(QSqlDatabase::database(QSqlDatabase::connectionNames().constFirst(), false));
    QVERIFY(query.exec(QStringLiteral("PRAGMA shrink_memory")));
}

} // namespace

class DiskFaultTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsHalfDone_data()
    {
        QTest::addColumn<int>("deed");
        for (int i = 0; i < int(Clerk::deeds().size()); ++i)
            QTest::newRow(Clerk::deeds()[size_t(i)].name) << i;
    }
    void nothingIsHalfDone()
    {
        QFETCH(int, deed);
        const QTemporaryDir folder;
        const StoreUrl url{Engine::Sqlite, folder.filePath(QStringLiteral("beback.db")), {}};
        SeededRandom random(3);
        Clerk::make(url, m_clock, random, 4);
        UnsafeDisk disk;
        auto place = Clerk::opened(url, m_clock, random);
        Clerk clerk(*place);
        int points = 0, refused = 0;
        for (const Fault &fault : Faults)
            for (int n = 1; n < Most; ++n) {
                forgetPages();
                const qint64 before = written(*place);
                disk.failAt(fault.act, n, fault.forGood, fault.kind);
                const auto done = (clerk.*Clerk::deeds()[size_t(deed)].deed)();
                const bool came = disk.hasFailed();
                disk.heal();
                const qint64 after = written(*place);
                const QString where = QStringLiteral("%1, at the %2th").arg(QLatin1String(fault.name)).arg(n);
                QVERIFY2(done ? after > before : after == before, qPrintable(where));
                if (!done) {
                    ++refused;
                    QVERIFY2(done.error().message.endsWith(QLatin1Char('.')), qPrintable(where + done.error().message));
                    m_sentences.insert(done.error().message);
                    const auto again = (clerk.*Clerk::deeds()[size_t(deed)].deed)();
                    VERIFY_OK(again);
                    QVERIFY2(written(*place) > before, qPrintable(where));
                }
                if (!came)
                    break;
                ++points;
                QVERIFY2(n < Most - 1, qPrintable(where));
            }
        const auto report = checkStore(place->db(), place->rooftopId(), place->plans(), false);
        VERIFY_OK(report);
        QVERIFY2(report->differences == 0, qPrintable(report->findings.join(QLatin1Char('\n'))));
        qInfo("%d faults in what writes, %d times it was refused and done again; %lld entries, none half", points, refused, report->events);
        QVERIFY(points > 20);
        QVERIFY(refused > 5);
    }

    // A start that fails leaves the store as it was.
    void aStoreIsOpenedOrLeftAlone()
    {
        const QTemporaryDir folder;
        const StoreUrl url{Engine::Sqlite, folder.filePath(QStringLiteral("beback.db")), {}};
        SeededRandom random(3);
        Clerk::make(url, m_clock, random, 2);
        UnsafeDisk disk;
        int points = 0;
        for (const Fault &fault : Faults)
            for (int n = 1; n < Most; ++n) {
                disk.failAt(fault.act, n, fault.forGood, fault.kind);
                auto place = Workplace::open(url, Workplace::Open::Existing, m_clock, random);
                const bool came = disk.hasFailed();
                disk.heal();
                if (!place) {
                    QVERIFY2(place.error().message.endsWith(QLatin1Char('.')), qPrintable(place.error().message));
                    m_sentences.insert(place.error().message);
                } else {
                    Clerk clerk(**place);
                    VERIFY_OK(clerk.note());
                }
                if (!came)
                    break;
                ++points;
            }
        auto place = Clerk::opened(url, m_clock, random);
        const auto report = checkStore(place->db(), place->rooftopId(), place->plans(), false);
        VERIFY_OK(report);
        QVERIFY2(report->differences == 0, qPrintable(report->findings.join(QLatin1Char('\n'))));
        qInfo("%d faults while it was opened", points);
        QVERIFY(points > 20);
    }

    void cleanupTestCase()
    {
        for (const QString &sentence : std::as_const(m_sentences))
            qInfo("what was said: %s", qPrintable(sentence));
    }

private:
    static qint64 written(Workplace &place)
    {
        const auto counted = event_store::ownEvents(place.db());
        return counted ? *counted : -1;
    }

    const ManualClock m_clock{Instant{qint64(1794844800) * 1000000}}; // Monday 2026-11-16 10:00 in Chicago
    QSet<QString> m_sentences;
};

QTEST_GUILESS_MAIN(DiskFaultTest)
#include "disk_fault_test.moc"
