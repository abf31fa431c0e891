// The power goes at any moment of a working day: what was said to be saved is there, and nothing is half there.
// $BEBACK_POWER_CUTS: how many times, 200 if it is not set.

#include "tests/support/clerk.h"
#include "tests/support/unsafe_disk.h"

#include "core/history/check.h"
#include "core/history/event_store.h"

#include <sqlite3.h>

#include <random>

using namespace beback;
using namespace beback::test;

namespace {

constexpr int People = 4;
constexpr int Deeds = 8; // of one day

// Past the program and past the disk that fails.
QString integrity(const QString &path)
{
    sqlite3 *file = nullptr;
    QString said = QStringLiteral("not opened");
    if (sqlite3_open_v2(QFile::encodeName(path).constData(), &file, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK)
        sqlite3_exec(file, "PRAGMA integrity_check(1)",
                     [](void *to, int, char **values, char **) { *static_cast<QString *>(to) = QString::fromUtf8(values[0]); return 0; }, &said, nullptr);
    sqlite3_close(file);
    return said;
}

struct Afterwards {
    int cuts = 0, lost = 0, corrupt = 0, unsaid = 0, undone = 0; // unsaid: there, though nobody was told; undone: gone, and nobody was told
};

class Day
{
public:
    Day(const QString &folder, const Clock &clock) : m_path(folder + QStringLiteral("/beback.db")), m_kept(folder + QStringLiteral("/kept.db")), m_clock(clock)
    {
        SeededRandom random(7);
        Clerk::make(url(), m_clock, random, People);
        if (!QFile::copy(m_path, m_kept))
            qFatal("The store cannot be copied.");
    }

    // How many changes of files a day comes to when nothing happens to it.
    int length(quint64 seed)
    {
        begin();
        UnsafeDisk disk;
        disk.cutAt(0);
        work(seed);
        const int changes = disk.changes();
        disk.findAfterwards(seed);
        return changes;
    }

    void cut(quint64 seed, int at, bool lies, Afterwards &all)
    {
        begin();
        bool wasOut = false;
        {
            UnsafeDisk disk;
            disk.lies = lies;
            disk.cutAt(at);
            work(seed);
            wasOut = disk.isOut();
            disk.findAfterwards(seed * 7919 + quint64(at));
        }
        all.cuts += wasOut;
        look(all);
    }

    QStringList faults() const { return m_faults; }

private:
    StoreUrl url() const { return {Engine::Sqlite, m_path, {}}; }

    void begin()
    {
        for (const char *part : {"", "-wal", "-shm", "-journal"})
            QFile::remove(m_path + QLatin1String(part));
        if (!QFile::copy(m_kept, m_path))
            qFatal("The store cannot be put back.");
        m_said.clear();
        m_events = People; // each came with one entry
        m_wasGoingOn = false;
    }

    // Until the power goes.
    void work(quint64 seed)
    {
        SeededRandom random(seed);
        std::mt19937_64 order(seed);
        auto place = Workplace::open(url(), Workplace::Open::Existing, m_clock, random);
        if (!place)
            return; // it went while the store was opened
        Clerk clerk(**place);
        for (int i = 0; i < Deeds; ++i) {
            const auto &deeds = Clerk::deeds();
            const auto done = (clerk.*deeds[order() % deeds.size()].deed)();
            if (!done) {
                m_wasGoingOn = true;
                return;
            }
            m_said << *done;
            if (const auto counted = event_store::ownEvents((*place)->db()))
                m_events = *counted;
        }
    }

    void look(Afterwards &all)
    {
        const QString whole = integrity(m_path);
        SeededRandom random(~quint64(0)); // no day's: ids are made of it
        auto place = whole == QLatin1String("ok") ? Workplace::open(url(), Workplace::Open::Existing, m_clock, random)
                                                  : Result<std::unique_ptr<Workplace>>(Error{Code::Corrupt, whole, {}});
        if (!place) {
            ++all.corrupt;
            m_faults << place.error().message;
            return;
        }
        const auto report = checkStore((*place)->db(), (*place)->rooftopId(), (*place)->plans(), false);
        if (!report || report->differences > 0) {
            ++all.corrupt;
            m_faults << (report ? report->findings.join(QLatin1Char('\n')) : report.error().message);
            return;
        }
        int there = 0;
        for (const EventId id : std::as_const(m_said)) {
            const auto event = event_store::byId((*place)->db(), id);
            if (event && *event)
                ++there;
            else
                m_faults << QStringLiteral("%1 was said to be saved, and is lost").arg(id.toString());
        }
        all.lost += int(m_said.size()) - there;
        if (!m_wasGoingOn)
            return;
        // Beside what was said, at most the one thing that was going on.
        (report->events > m_events ? all.unsaid : all.undone) += 1;
        // And work goes on.
        Clerk again(**place);
        if (const auto done = again.call(); !done) {
            ++all.corrupt;
            m_faults << done.error().message;
        }
    }

    QString m_path, m_kept;
    const Clock &m_clock;
    QVector<EventId> m_said; // to be saved
    qint64 m_events = 0;     // in the file by then
    bool m_wasGoingOn = false;
    QStringList m_faults;
};

} // namespace

class PowerCutTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasSaidToBeSavedIsThere()
    {
        const QTemporaryDir folder;
        Day day(folder.path(), m_clock);
        const int cuts = qEnvironmentVariableIsSet("BEBACK_POWER_CUTS") ? qEnvironmentVariableIntValue("BEBACK_POWER_CUTS") : 200;
        const int changes = day.length(1) * 11 / 10; // days differ; at the end of a short one the power stays
        std::mt19937_64 chance(1);
        Afterwards all;
        for (int i = 0; all.cuts < cuts && i < 2 * cuts; ++i)
            day.cut(1 + quint64(i), 1 + int(chance() % quint64(changes)), false, all);
        qInfo("%d power cuts: %d saved entries lost, %d stores damaged; of what was going on, %d were there whole and %d not at all", all.cuts, all.lost,
              all.corrupt, all.unsaid, all.undone);
        QVERIFY2(day.faults().isEmpty(), qPrintable(day.faults().join(QLatin1Char('\n')).left(2000)));
        QCOMPARE(all.cuts, cuts);
        QVERIFY(all.undone > 0); // or nothing was cut
    }

    void aDiskThatOnlySaysItSyncedIsFoundOut()
    {
        const QTemporaryDir folder;
        Day day(folder.path(), m_clock);
        Afterwards all;
        for (quint64 seed = 1; seed <= 12; ++seed)
            day.cut(seed, day.length(seed) * 3 / 4, true, all);
        QVERIFY(all.lost + all.corrupt > 0);
    }

private:
    const ManualClock m_clock{Instant{qint64(1794844800) * 1000000}}; // Monday 2026-11-16 10:00 in Chicago
};

QTEST_GUILESS_MAIN(PowerCutTest)
#include "power_cut_test.moc"
