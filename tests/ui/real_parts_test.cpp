// Two windows and a laptop, each the real program window in a process of its own, work on one real PostgreSQL over lines that cut,
// slow and half-close. The server is killed, and so are they, at any moment. What they were told to be saved is there, once.
//
// BEBACK_LONG=1: 300 deaths of desks and 50 of the server, in about ten minutes. BEBACK_SEED: another day.

#include "tests/support/file_shelf.h"
#include "tests/support/from_environment.h"
#include "tests/support/shared_history.h"
#include "tests/ui/killed_computer.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QTimer>

#include <csignal>
#include <numeric>
#include <random>

using namespace beback;
using namespace beback::test;

namespace {

constexpr int VictimWithinMs = 60'000; // until one of three windows has come up again
constexpr int AtWorkWithinMs = 20'000; // until one of them works again; then anybody dies
constexpr int RestWithinMs = 180'000;  // after the last fault; that outboxes are empty within a minute is said besides
constexpr int EmptyWithinMs = 60'000;
constexpr int LeadsAtOnce = 60, LeastLeads = 40;
constexpr int LeastActs = 10; // or nothing was looked at; how many there are is a matter of the computer

enum class Fault { Death, Server, Cut, Slow, HalfToDesk, HalfToServer, Dumb, Unanswered };
const QMap<Fault, QString> FaultNames{{Fault::Cut, QStringLiteral("cut")},
                                      {Fault::Slow, QStringLiteral("slowed")},
                                      {Fault::HalfToDesk, QStringLiteral("half-closed towards the desk")},
                                      {Fault::HalfToServer, QStringLiteral("half-closed towards the server")},
                                      {Fault::Dumb, QStringLiteral("let in and never answered")},
                                      {Fault::Unanswered, QStringLiteral("answers held back")}};

// What the windows said of an act, beside how often the history has it.
struct Acts {
    QSet<QString> meant, saved;
    QHash<QString, int> there;

    // "meant ACT", "saved ACT"
    void readJournal(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("there is no journal");
        for (const QString &line : QString::fromLatin1(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            (line.startsWith(QLatin1String("meant")) ? meant : saved).insert(line.section(QLatin1Char(' '), 1));
    }
    QStringList lost() const { return (saved - QSet<QString>(there.keyBegin(), there.keyEnd())).values(); }
    QStringList doubled() const
    {
        QStringList acts;
        for (auto it = there.cbegin(); it != there.cend(); ++it)
            if (it.value() != 1)
                acts << it.key();
        return acts;
    }
    QStringList unmeant() const { return (QSet<QString>(there.keyBegin(), there.keyEnd()) - meant).values(); }
    QStringList faults() const
    {
        QStringList all;
        for (const QString &act : lost())
            all << act + QStringLiteral(" was said to be saved and is lost");
        for (const QString &act : doubled())
            all << QStringLiteral("%1 is there %2 times").arg(act).arg(there.value(act));
        for (const QString &act : unmeant())
            all << act + QStringLiteral(" is there, and nobody pressed save");
        return all;
    }
};

// The order in which people asked to be left alone and were handed out: see keepClaimLog().
void keepRefusalLog(const SharedWorld &world)
{
    world.sql(QStringLiteral(
        "CREATE TABLE refusal_log (at BIGINT DEFAULT nextval('claim_log_at_seq'), customer_id TEXT);"
        "CREATE FUNCTION refusal_logged() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN "
        "INSERT INTO refusal_log (customer_id) VALUES (NEW.customer_id); RETURN NULL; END $$;"
        "CREATE TRIGGER refusal_logged AFTER INSERT ON event FOR EACH ROW WHEN (NEW.kind = 'dnc_set') EXECUTE FUNCTION refusal_logged()"));
}

} // namespace

class RealPartsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        world = std::make_unique<SharedWorld>();
        for (const QString &login : People)
            world->add(login, QStringLiteral("agent"), WorkersPassword);
        world->add(QStringLiteral("marcus"), QStringLiteral("manager"));
        // No e-mail goes out without an address of the store, and its number is in every one.
        world->sql(QStringLiteral("UPDATE rooftop SET street = '2140 Example Avenue', postcode = '87110', phone = '+15055550100'"));
        // As a real server has it: what is committed survives its crash. (Tests run without, for speed.)
        world->sql(QStringLiteral("ALTER DATABASE %1 SET synchronous_commit = on").arg(world->database));
        keepClaimLog(*world);
        keepRefusalLog(*world);
    }

    void whatIsLostDoubledOrOfNobodyIsSeen()
    {
        const Acts fine{{QStringLiteral("a"), QStringLiteral("b")}, {QStringLiteral("a")}, {{QStringLiteral("a"), 1}, {QStringLiteral("b"), 1}}};
        NO_FAULTS(fine.faults());
        Acts acts = fine;
        acts.there.remove(QStringLiteral("a"));
        QCOMPARE(acts.faults(), QStringList{QStringLiteral("a was said to be saved and is lost")});
        acts = fine;
        acts.there[QStringLiteral("b")] = 2;
        QCOMPARE(acts.faults(), QStringList{QStringLiteral("b is there 2 times")});
        acts = fine;
        acts.there[QStringLiteral("c")] = 1;
        QCOMPARE(acts.faults(), QStringList{QStringLiteral("c is there, and nobody pressed save")});
    }

    // The whole of it takes place once; the slots after this one look at what came of it.
    void windowsAndTheServerAreKilledWhileTheyWork()
    {
        QElapsedTimer watch;
        watch.start();
        steward = world->desk(QStringLiteral("marcus"));
        tend();
        world->admin.reset(); // its connection would not come back
        for (int i = 0; i < People.size(); ++i)
            computers.push_back(std::make_unique<Computer>(People[i], i == 2 ? QStringLiteral("laptop") : QStringLiteral("desk"), *world,
                                                           TempPostgres::server().port(), unsigned(100 * seed + i), told));
        QTRY_VERIFY2_WITH_TIMEOUT(all(&Computer::hasCome) || !told.faults.isEmpty(), qPrintable(states()), VictimWithinMs);
        for (const Fault fault : schedule()) {
            QTest::qWait(200 + below(1400));
            if (!told.faults.isEmpty())
                break;
            does(fault);
            if (!tended.isValid() || tended.elapsed() > 400)
                tend();
        }
        NO_FAULTS(told.faults);
        for (const auto &computer : computers) {
            calm(*computer);
            computer->line().cutNoMore();
        }
        lastFault.start();
        rest();
        printWhatHappened(watch.elapsed());
        QCOMPARE(deaths(), kills);
        QVERIFY2(died("got") + died("meant") + died("saved") >= kills / 2, "too few died while they were at work");
    }

    void whatWasSaidToBeSavedIsThereOnceAndNothingElseIs()
    {
        world->reopen();
        VERIFY_OK(steward->connect());
        VERIFY_OK(steward->exchange().refoldStale(100'000));
        Acts acts;
        for (const auto &computer : computers)
            acts.readJournal(computer->journal());
        const QString notes = world->sql(QStringLiteral("SELECT string_agg(coalesce(body::jsonb ->> 'note', '-'), ',') FROM event WHERE kind = 'attempt'"));
        for (const QString &note : notes.split(QLatin1Char(','), Qt::SkipEmptyParts))
            ++acts.there[note.section(QLatin1Char(' '), 1)];
        const qsizetype unseen = (QSet<QString>(acts.there.keyBegin(), acts.there.keyEnd()) - acts.saved).size();
        qInfo("%lld acts told to be saved, %lld lost, %lld doubled; of %lld whose window died before it could tell %lld are there", qint64(acts.saved.size()),
              qint64(acts.lost().size()), qint64(acts.doubled().size()), qint64((acts.meant - acts.saved).size()), qint64(unseen));
        NO_FAULTS(acts.faults());
        QVERIFY2(acts.saved.size() >= LeastActs, "too little was done");
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) - count(DISTINCT id) FROM event")), QStringLiteral("0"));
    }

    void nobodyWasHeldByTwoAtOneInstant()
    {
        const ClaimCounts counts = claimCounts(*world);
        // An answer may be lost between a grant and what is saved under the one before: these are looked at, and none is a fault by itself.
        const QString late = world->sql(QStringLiteral("SELECT count(*) FROM event_flag f JOIN event e ON e.id = f.event_id WHERE f.flag = 'late' AND NOT EXISTS "
                                                       "(SELECT 1 FROM refusal_log r WHERE r.customer_id = e.customer_id)"));
        qInfo("%d grants, %d of them after a lease ran out; held by two %d; %s contacts marked late", counts.grants, counts.again, counts.doubled, qPrintable(late));
        QCOMPARE(counts.doubled, 0);
        for (const QSet<QString> &hands : std::as_const(told.hands))
            QCOMPARE(hands.size(), 1);
        QVERIFY(told.hands.size() >= LeastActs);
    }

    void nobodyIsContactedAfterTheyAskedToBeLeftAlone()
    {
        const QString handedOut = world->sql(QStringLiteral("SELECT count(*) FROM refusal_log r JOIN claim_log g ON g.customer_id = r.customer_id "
                                                            "AND g.at > r.at AND g.until > 0"));
        const QString contacted = world->sql(QStringLiteral(
            "SELECT count(*) FROM event e JOIN refusal_log r ON r.customer_id = e.customer_id WHERE e.kind = 'attempt' AND NOT EXISTS ("
            "SELECT 1 FROM claim_log g WHERE g.customer_id = e.customer_id AND g.epoch = (e.body::jsonb ->> 'epoch')::bigint AND g.until > 0 AND g.at < r.at)"));
        const QString asked = world->sql(QStringLiteral("SELECT count(DISTINCT customer_id) FROM refusal_log"));
        qInfo("%s people asked to be left alone; handed out after that %s, contacts after an opt-out %s; %lld touches stopped in the window", qPrintable(asked),
              qPrintable(handedOut), qPrintable(contacted), qint64(told.stopped.size()));
        QCOMPARE(handedOut, QStringLiteral("0"));
        QCOMPARE(contacted, QStringLiteral("0"));
        QVERIFY(asked.toInt() > 0);
        // For no other reason, but that the words went out already: from a window that died before it could tell, or from another desk.
        for (auto one = told.stopped.cbegin(); one != told.stopped.cend(); ++one) {
            const QString from = one->contains(QLatin1String("They got nearly these words")) ? QStringLiteral("event WHERE kind = 'attempt' AND")
                                                                                                : QStringLiteral("refusal_log WHERE");
            QVERIFY2(world->sql(QStringLiteral("SELECT count(*) > 0 FROM %1 customer_id = '%2'").arg(from, one.key())) == QLatin1String("t"), qPrintable(*one));
        }
    }

    void bothSidesAgreeWithTheHistory()
    {
        NO_FAULTS(serverFaults(*world));
        for (const auto &computer : computers) {
            QDirIterator files(computer->folder(), {QStringLiteral("*.db")}, QDir::Files, QDirIterator::Subdirectories);
            QVERIFY(files.hasNext());
            const QString path = files.next();
            const auto name = sealOf(path);
            QVERIFY2(name, "its own file is not sealed");
            const auto key = FileShelf(computer->journal() + QStringLiteral(".keys")).read(*name).key;
            QVERIFY(key);
            seal_ring::put(*name, *key);
            const auto own = Connection::open(SharedWorld::parsed(path), Connection::Mode::ReadWrite);
            VERIFY_OK(own);
            NO_FAULTS(ownFaults(**own, *world));
            QVERIFY(!files.hasNext());
        }
    }

private:
    int below(int most) { return int(chance() % unsigned(most)); }
    bool all(bool (Computer::*is)() const) const
    {
        return std::all_of(computers.cbegin(), computers.cend(), [is](const auto &computer) { return (computer.get()->*is)(); });
    }
    QString states() const
    {
        QStringList all;
        for (const auto &computer : computers)
            all << computer->state();
        return (all + told.faults).join(QLatin1Char('\n'));
    }
    int deaths() const { return std::accumulate(told.deaths.cbegin(), told.deaths.cend(), 0); }
    int died(const char *after) const { return told.deaths.value(QLatin1String(after)); }

    QVector<Fault> schedule()
    {
        QVector<Fault> faults = QVector<Fault>(kills, Fault::Death) + QVector<Fault>(crashes, Fault::Server);
        for (int i = 0; i < kills / 2; ++i)
            faults << FaultNames.keys().at(i % FaultNames.size());
        std::shuffle(faults.begin(), faults.end(), chance);
        return faults;
    }

    void does(Fault fault)
    {
        if (fault == Fault::Death)
            return killOne();
        if (fault == Fault::Server)
            return killServer();
        QVector<Computer *> reached;
        for (const auto &computer : computers)
            if (!computer->isDown())
                reached << computer.get();
        Computer &computer = *reached[below(int(reached.size()))];
        CuttingProxy &line = computer.line();
        ++done[fault];
        switch (fault) {
        case Fault::Cut: return line.cutAgainAndAgain(1, unsigned(chance()), 20'000);
        case Fault::HalfToDesk: return line.loseHalf(CuttingProxy::Half::ToDesk);
        case Fault::HalfToServer: return line.loseHalf(CuttingProxy::Half::ToServer);
        case Fault::Slow: line.setPace(20'000); break;
        case Fault::Dumb: line.setDumb(true); line.cutAgainAndAgain(1, unsigned(chance()), 5'000); break;
        default: line.holdAnswers(true); break;
        }
        const int number = ++troubles[&computer]; // what comes to the same line after this one has an end of its own
        QTimer::singleShot(200 + below(1500), this, [this, &computer, number] {
            if (troubles.value(&computer) == number)
                calm(computer);
        });
    }

    static void calm(Computer &computer)
    {
        computer.line().setPace(0);
        computer.line().setDumb(false);
        computer.line().holdAnswers(false);
    }

    // Mostly one that is at work, and now and then one that is just starting, or waits: which, is chosen once, or a slow computer
    // would see more of the latter die.
    void killOne()
    {
        const bool anyState = below(10) == 0;
        QElapsedTimer watch;
        watch.start();
        while (watch.elapsed() < VictimWithinMs) {
            QVector<Computer *> victims;
            for (const auto &computer : computers)
                if (computer->canDie() && (computer->isAtWork() || anyState || watch.elapsed() > AtWorkWithinMs))
                    victims << computer.get();
            if (!victims.isEmpty())
                return victims[below(int(victims.size()))]->kill();
            QTest::qWait(10);
        }
        told.faults << QStringLiteral("nobody comes up any more: ") + states();
    }

    void killServer()
    {
        TempPostgres &server = TempPostgres::server();
        server.stop(++crashed % 2 ? SIGKILL : SIGQUIT); // pulled out; or told to stop at once
        QTest::qWait(below(600));
        server.startAgain();
    }

    // There is always somebody to write to.
    void tend()
    {
        tended.start();
        if (!steward->isOnline() && !steward->connect())
            return;
        if (const auto refolded = steward->exchange().refoldStale(25); !refolded && refolded.error().code != Code::Unavailable)
            told.faults << refolded.error().message + refolded.error().detail;
        if (!computers.empty())
            refuseOne();
        // Whoever asked to be left alone stays due, in the last band, and is work for nobody.
        if (world->sql(QStringLiteral("SELECT count(*) FROM queue WHERE band < 9 AND due_at <= now_us()")).toInt() < LeastLeads)
            SharedWorld::must(steward->own().db().inTransaction("leads", [&]() -> Result<void> {
                for (int i = 0; i < LeadsAtOnce; ++i)
                    people << world->addLead(*steward, leads++);
                return {};
            }));
        if (const auto sent = steward->exchange().sync(); !sent && sent.error().code != Code::Unavailable)
            told.faults << sent.error().message + sent.error().detail;
    }

    // Somebody the steward knows asks to be left alone; often one who is in hand or along just now.
    void refuseOne()
    {
        if (people.isEmpty() || below(3) != 0)
            return;
        const CustomerId customer = people.takeAt(below(int(people.size())));
        if (const auto refused = steward->own().setDoNotContact(customer, {}, {}, QStringLiteral("asked"), QStringLiteral("marcus")); !refused)
            told.faults << refused.error().message + refused.error().detail;
    }

    // Nothing new is begun, and everybody goes once everything of theirs is sent.
    void rest()
    {
        QVERIFY(QFile(world->folder.filePath(QStringLiteral("stop"))).open(QIODevice::WriteOnly));
        while (!all(&Computer::isDone) && told.faults.isEmpty() && lastFault.elapsed() < RestWithinMs) {
            QTest::qWait(20);
            if (emptyAfterMs == 0 && all(&Computer::isEmpty))
                emptyAfterMs = lastFault.elapsed();
        }
        NO_FAULTS(told.faults);
        QVERIFY2(all(&Computer::isDone), qPrintable(states()));
        if (emptyAfterMs == 0)
            emptyAfterMs = lastFault.elapsed();
    }

    void printWhatHappened(qint64 ms)
    {
        QStringList when, lines, back;
        for (auto it = told.givenBack.cbegin(); it != told.givenBack.cend(); ++it)
            back << QStringLiteral("%1 (%2)").arg(it.value()).arg(it.key());
        for (auto it = told.deaths.cbegin(); it != told.deaths.cend(); ++it)
            when << QStringLiteral("%1 after \"%2\"").arg(it.value()).arg(it.key());
        for (auto it = done.cbegin(); it != done.cend(); ++it)
            lines << QStringLiteral("%1 %2").arg(it.value()).arg(FaultNames.value(it.key()));
        qInfo("%d deaths of windows (%s), %d of them on the way with the laptop, %d with entries that waited, and %d of the server in %.0f s%s", deaths(),
              qPrintable(when.join(QStringLiteral(", "))), told.deathsAway, told.deathsWaiting, crashed, double(ms) / 1000,
              crashes < 50 ? "; BEBACK_LONG=1 kills 300 and 50" : "");
        qInfo("lines: %s. %d trips. Leads given back unwritten: %s", qPrintable(lines.join(QStringLiteral(", "))), told.trips,
              qPrintable(back.isEmpty() ? QStringLiteral("none") : back.join(QStringLiteral(", "))));
        qInfo("%.1f s after the last fault everything was sent%s", double(emptyAfterMs) / 1000, emptyAfterMs < EmptyWithinMs ? "" : ": more than a minute");
    }

    const QStringList People{QStringLiteral("tanya"), QStringLiteral("luis"), QStringLiteral("priya")}; // the last with a laptop
    const bool isLong = fromEnvironment("BEBACK_LONG", 0) > 0;
    const int kills = isLong ? 300 : 40, crashes = isLong ? 50 : 8;
    const int seed = fromEnvironment("BEBACK_SEED", 20260310);
    std::mt19937 chance{unsigned(seed)};
    std::unique_ptr<SharedWorld> world;
    std::unique_ptr<SharedPlace> steward;
    Told told;
    std::vector<std::unique_ptr<Computer>> computers;
    QMap<Fault, int> done;
    QHash<Computer *, int> troubles; // of a line, so far
    QVector<CustomerId> people; // who may ask to be left alone
    int crashed = 0, leads = 0;
    qint64 emptyAfterMs = 0;
    QElapsedTimer lastFault, tended;
};

int main(int argc, char **argv)
{
    qputenv("QTEST_FUNCTION_TIMEOUT", "3600000"); // the long day is one function
    QCoreApplication application(argc, argv);
    RealPartsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "real_parts_test.moc"
