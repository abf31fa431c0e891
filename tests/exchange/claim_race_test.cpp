// A shop at full work: 32 desks of 8 people take 2,000 leads, and desks die at any moment.

#include "tests/support/from_environment.h"
#include "tests/support/shared_history.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>
#include <QTimer>

#include <numeric>
#include <random>

using namespace beback;
using namespace beback::test;

namespace {

constexpr int People = 8, DesksEach = 4;
constexpr int LeaseMs = 3'000; // short, so that the leads of the dead come back within the test
constexpr int LimitMs = 240'000;

struct Told {
    int got = 0, handedTwice = 0, confirmed = 0;
    QHash<QString, int> deaths; // by what the dead desk said last
    QStringList saved, faults;
    QSet<QString> handed; // person and epoch
};

// One desk's process, started again whenever it dies.
class DeskProcess
{
public:
    DeskProcess(const StoreUrl &url, const QString &folder, const QString &stopFile, Told &told) : m_told(told)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), folder); // a machine of its own
        m_process.setProcessEnvironment(environment);
        m_process.setProgram(QStringLiteral(BEBACK_DESK_WORKER));
        m_process.setArguments({url.uri, stopFile, QString::number(LeaseMs)});
        m_process.setStandardInputFile(QProcess::nullDevice());
        QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process, [this] { read(); });
        QObject::connect(&m_process, &QProcess::finished, &m_process, [this](int status, QProcess::ExitStatus how) { ended(status, how); });
        m_process.start();
    }
    ~DeskProcess()
    {
        QObject::disconnect(&m_process, nullptr, nullptr, nullptr);
        m_process.kill();
        m_process.waitForFinished(5000);
    }
    DeskProcess(const DeskProcess &) = delete;
    DeskProcess &operator=(const DeskProcess &) = delete;

    bool hasSpoken() const { return !m_last.isEmpty(); } // since it was started
    bool isDone() const { return m_done; }
    bool isDying() const { return m_dying; }
    // SIGKILL: no chance to tidy up. False: there is nothing to kill.
    bool kill()
    {
        if (m_dying || m_process.state() != QProcess::Running)
            return false;
        m_process.kill();
        m_dying = true;
        return true;
    }

private:
    void read()
    {
        while (m_process.canReadLine()) {
            const QStringList words = QString::fromLatin1(m_process.readLine().trimmed()).split(QLatin1Char(' '));
            m_last = words.first();
            if (m_last == QLatin1String("got")) {
                ++m_told.got;
                const QString hand = words.value(1) + words.value(2);
                m_told.handedTwice += m_told.handed.contains(hand);
                m_told.handed.insert(hand);
            } else if (m_last == QLatin1String("saved")) {
                m_told.saved << words.value(1);
            } else if (m_last == QLatin1String("confirmed")) {
                ++m_told.confirmed;
            }
        }
    }
    void ended(int status, QProcess::ExitStatus how)
    {
        read();
        m_dying = false;
        m_done = how == QProcess::NormalExit;
        if (m_done) {
            if (status != 0)
                m_told.faults << QString::fromUtf8(m_process.readAllStandardError());
            return;
        }
        ++m_told.deaths[m_last.isEmpty() ? QStringLiteral("start") : m_last];
        m_process.readAllStandardOutput(); // half a line says nothing
        m_last.clear();
        m_process.start();
    }

    Told &m_told;
    QProcess m_process;
    QString m_last; // empty: it has not said anything since it was started
    bool m_done = false, m_dying = false;
};

} // namespace

class ClaimRaceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        world = std::make_unique<SharedWorld>();
        for (int i = 0; i < People; ++i)
            world->add(login(i));
        world->add(QStringLiteral("marcus"), QStringLiteral("manager"));
        keepClaimLog(*world);
    }

    // The whole of it takes place once; the slots after this one look at what came of it.
    void thirtyTwoDesksFinishEveryLeadThoughThreeHundredDie()
    {
        const auto steward = world->desk(QStringLiteral("marcus"));
        takeIn(*steward);
        const QString stopFile = world->folder.filePath(QStringLiteral("stop"));
        QElapsedTimer watch;
        watch.start();
        std::vector<std::unique_ptr<DeskProcess>> desks;
        for (int i = 0; i < People * DesksEach; ++i)
            desks.push_back(std::make_unique<DeskProcess>(world->urlOf(login(i % People)), folderOf(i), stopFile, told));

        QTimer killer, look;
        QObject::connect(&killer, &QTimer::timeout, this, [&] {
            // Spread over the work, and all of them well before its end. One that ended by itself meanwhile did not die.
            const auto due = std::min<qsizetype>(kills, kills * told.saved.size() / (leads / 2) + 1);
            auto killed = deaths() + std::count_if(desks.cbegin(), desks.cend(), [](const auto &d) { return d->isDying(); });
            for (int tries = 0; killed < due && tries < 8; ++tries)
                if (DeskProcess &desk = *desks[chance() % desks.size()]; desk.hasSpoken() || chance() % 8 == 0)
                    killed += desk.kill();
        });
        killer.start(3);
        QObject::connect(&look, &QTimer::timeout, this, [&] {
            // A few at a time: while the steward folds, nobody is killed.
            if (const auto refolded = steward->exchange().refoldStale(25); !refolded)
                told.faults << refolded.error().message + refolded.error().detail;
            diedAtWork = std::max(diedAtWork, told.saved.size() < leads ? deaths() : 0);
            if (deaths() >= kills && world->sql(QStringLiteral("SELECT (SELECT count(*) FROM queue WHERE due_at <= now_us()) + "
                                          "(SELECT count(*) FROM customer_head WHERE stale)")) == QLatin1String("0"))
                QFile(stopFile).open(QIODevice::WriteOnly);
        });
        look.start(100);
        const auto everybodyDone = [&] { return std::all_of(desks.cbegin(), desks.cend(), [](const auto &d) { return d->isDone(); }); };
        QTRY_VERIFY_WITH_TIMEOUT(everybodyDone() || !told.faults.isEmpty(), LimitMs);
        NO_FAULTS(told.faults);
        const double seconds = double(watch.elapsed()) / 1000;
        QStringList when;
        for (auto it = told.deaths.cbegin(); it != told.deaths.cend(); ++it)
            when << QStringLiteral("%1 after \"%2\"").arg(it.value()).arg(it.key());
        qInfo("%d leads by %d desks in %.1f s: %d handed out, %lld saved, %d confirmed; killed: %s", leads, People * DesksEach, seconds,
              told.got, qint64(told.saved.size()), told.confirmed, qPrintable(when.join(QStringLiteral(", "))));
        QVERIFY2(deaths() >= kills, "too few desks died");
        QVERIFY2(diedAtWork >= kills * 9 / 10, "too few desks died while there were leads to work");
    }

    void nobodyWasHandedToTwoAtOneInstant()
    {
        QCOMPARE(told.handedTwice, 0);
        const ClaimCounts counts = claimCounts(*world);
        qInfo("%d grants, %d of them after a lease ran out, %d while one still held", counts.grants, counts.again, counts.doubled);
        QCOMPARE(counts.doubled, 0);
        QVERIFY(counts.grants >= leads);
    }

    void leadsOfDeadDesksCameBackAfterTheirLease()
    {
        QVERIFY(claimCounts(*world).again > 0);
        QTRY_COMPARE_WITH_TIMEOUT(world->sql(QStringLiteral("SELECT count(*) FROM claim WHERE until > now_us()")), QStringLiteral("0"),
                                  2 * LeaseMs);
    }

    void nothingThatWasSaidToBeSavedIsLost() { NO_FAULTS(lostOf(*world, told.saved)); }

    void everyLeadWasFinishedAndNoneTwice()
    {
        const QString attempts = QStringLiteral(
            "(SELECT l.id, count(e.id) AS made, count(e.id) FILTER (WHERE NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id)) "
            "AS in_time FROM lead l LEFT JOIN event e ON e.lead_id = l.id AND e.kind = 'attempt' GROUP BY l.id) AS x");
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM ") + attempts), QString::number(leads));
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM %1 WHERE made = 0").arg(attempts)), QStringLiteral("0"));
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM %1 WHERE in_time > 1").arg(attempts)), QStringLiteral("0"));
        qInfo("%s attempts, %s of them late: kept and marked", qPrintable(world->sql(QStringLiteral("SELECT sum(made) FROM ") + attempts)),
              qPrintable(world->sql(QStringLiteral("SELECT count(*) FROM event_flag WHERE flag = 'late'"))));
    }

    void bothSidesAgreeWithTheHistory()
    {
        NO_FAULTS(serverFaults(*world));
        int looked = 0;
        for (int i = 0; i < People * DesksEach; ++i) {
            QDirIterator files(folderOf(i), {QStringLiteral("*.db")}, QDir::Files, QDirIterator::Subdirectories);
            QVERIFY(files.hasNext());
            const auto own = Connection::open(SharedWorld::parsed(files.next()), Connection::Mode::ReadWrite);
            VERIFY_OK(own);
            NO_FAULTS(ownFaults(**own, *world));
            ++looked;
        }
        QCOMPARE(looked, People * DesksEach);
    }

private:
    static QString login(int i) { return QStringLiteral("agent%1").arg(i); }
    QString folderOf(int desk) const { return world->folder.filePath(QStringLiteral("machine-%1").arg(desk)); }

    int deaths() const { return std::accumulate(told.deaths.cbegin(), told.deaths.cend(), 0); }

    void takeIn(SharedPlace &desk)
    {
        constexpr int AtOnce = 400; // sent with their rows
        for (int from = 0; from < leads; from += AtOnce) {
            SharedWorld::must(desk.own().db().inTransaction("leads", [&]() -> Result<void> {
                for (int i = from; i < std::min(leads, from + AtOnce); ++i)
                    world->addLead(desk, i);
                return {};
            }));
            if (const auto sent = desk.exchange().sync(); !sent)
                qFatal("%s", qPrintable(sent.error().message + sent.error().detail));
        }
    }

    const int leads = fromEnvironment("BEBACK_RACE_LEADS", 2000);
    const int kills = fromEnvironment("BEBACK_RACE_KILLS", 300);
    std::mt19937 chance{unsigned(fromEnvironment("BEBACK_SEED", 20260310))};
    std::unique_ptr<SharedWorld> world;
    Told told;
    int diedAtWork = 0; // before the last lead was saved
};

QTEST_GUILESS_MAIN(ClaimRaceTest)
#include "claim_race_test.moc"
