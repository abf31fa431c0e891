// What the simulator looks for it finds: each of these faults, put into the shared database or into what a desk makes of its own
// file, is met within a few schedules. The real thing passes all of them: see exchange_sim_test.

#include "own_file.h"
#include "player.h"

using namespace beback;
using namespace beback::exchange_sim;
using namespace Qt::StringLiterals;

namespace {

constexpr quint64 Most = 60; // schedules a fault is hunted for

struct Change {
    QString function, from, to;
};

// Changes functions of this database alone; what is to be changed must be there.
void mutate(SimWorld &world, const QVector<Change> &changes)
{
    for (const Change &change : changes) {
        QString source = world.server().sql(u"SELECT pg_get_functiondef('%1'::regproc)"_s.arg(change.function));
        if (!source.contains(change.from))
            qFatal("%s has no %s", qPrintable(change.function), qPrintable(change.from));
        world.server().sql(source.replace(change.from, change.to));
    }
}

struct Caught {
    quint64 seed = 0; // 0: never
    QString fault;
};

// `first`: the seed it begins with, a little before the one that was known to meet the fault.
Caught hunt(SimWorld &world, quint64 first)
{
    constexpr quint64 Everything = 10; // after so many schedules the whole database is looked at
    Tally tally;
    Player player(world, tally);
    for (quint64 seed = first; seed < first + Most; ++seed) {
        QStringList faults = player.play(makeSchedule(seed), seed);
        if (faults.isEmpty() && seed % Everything == 0)
            faults = player.lookAtEverything();
        if (!faults.isEmpty())
            return {seed, faults.first()};
    }
    return {};
}

void mustBeCaught(SimWorld &world, quint64 first = 1)
{
    const Caught caught = hunt(world, first);
    QVERIFY2(caught.seed > 0, "never caught");
    qInfo("caught by schedule %d: %s", int(caught.seed), qPrintable(caught.fault));
}

void mustBeCaught(const QVector<Change> &changes, quint64 first)
{
    SimWorld world;
    mutate(world, changes);
    mustBeCaught(world, first);
}

QString fileOf(SimDesk &desk)
{
    return desk.own().db().url().path;
}

} // namespace

class ExchangeMutantsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // The shared database.
    void aGuardThatComparesNumbersAndNotIds()
    {
        mustBeCaught({{u"handshake"_s, u"known.last_n,"_s, u"0::BIGINT,"_s}, {u"push"_s, u"AND e.n = g.n AND e.id = g.id"_s, u"AND e.n = g.n"_s}}, 170);
    }
    void anAgentWhoEndsAnOptOut()
    {
        mustBeCaught({{u"why_held"_s, u"given.kind IN ('dnc_clear', "_s, u"given.kind IN ("_s}}, 30);
    }

    // How far the feeds were read is noted before what they tell of is here.
    void aPlaceInTheFeedsKeptApartFromTheirRows()
    {
        SimWorld world;
        world.faulty.afterStep = [](SimDesk &desk) {
            if (!desk.isOnline() || desk.isInTransaction)
                return;
            for (const int feed : {0, desk.exchange().person().rooftop.value})
                if (const auto end = desk.exchange().shared().feedEnd(feed); end && end->seq > 0)
                    OwnFile::run(fileOf(desk), u"UPDATE feed_cursor SET seq = %1, chain = '%2' WHERE feed = %3"_s.arg(end->seq).arg(end->chain).arg(feed));
        };
        mustBeCaught(world);
    }
    // An entry that was stamped anew after it had been sent keeps the stamp of here.
    void aConfirmedEntryThatIsNotTakenOver()
    {
        SimWorld world;
        world.faulty.afterStep = [](SimDesk &desk) {
            OwnFile::run(fileOf(desk), u"DROP TRIGGER IF EXISTS event_no_update; UPDATE event SET hlc = hlc + 1 "
                                       "WHERE origin = (SELECT origin FROM desk) AND n = (SELECT confirmed_n FROM desk)"_s);
        };
        mustBeCaught(world);
    }
    // What others wrote counts as later than all there is, whenever they wrote it.
    void theLastThatArrivesWins()
    {
        SimWorld world;
        world.faulty.afterStep = [](SimDesk &desk) {
            OwnFile::run(fileOf(desk), u"DROP TRIGGER IF EXISTS event_no_update; CREATE TABLE IF NOT EXISTS arrived (id TEXT PRIMARY KEY);"
                                       "UPDATE event SET hlc = (SELECT MAX(hlc) FROM event) + 1 WHERE origin <> (SELECT origin FROM desk) AND id NOT IN (SELECT id FROM arrived);"
                                       "INSERT OR IGNORE INTO arrived SELECT id FROM event"_s);
        };
        mustBeCaught(world);
    }
};

int main(int argc, char **argv)
{
    SimWorld::prepareProcess();
    QCoreApplication app(argc, argv);
    ExchangeMutantsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "exchange_mutants_test.moc"
