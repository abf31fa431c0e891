// Whatever desks, lines, clocks, files and the shared database do, in whatever order: nothing is lost, doubled or invented, nobody
// is held by two, and once everything is sent all say the same. And of the simulator itself: that it repeats, and that what it
// says of a schedule is the schedule.

#include "shrink.h"
#include "sweep.h"

#include <QFile>

using namespace beback;
using namespace beback::exchange_sim;

namespace {

quint64 fromEnvironment(const char *name, quint64 otherwise)
{
    bool ok = false;
    const quint64 value = qEnvironmentVariable(name).toULongLong(&ok);
    return ok ? value : otherwise;
}

struct Kept {
    quint64 seed = 0;
    Schedule schedule;
};

// "seed schedule" a line; what begins with # is said about the next.
QVector<Kept> keptSchedules()
{
    QFile file(QStringLiteral(BEBACK_SCHEDULES));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", BEBACK_SCHEDULES);
    QVector<Kept> all;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (line.startsWith(QLatin1Char('#')))
            continue;
        const auto schedule = scheduleFrom(line.section(QLatin1Char(' '), 1));
        if (!schedule)
            qFatal("%s", qPrintable(schedule.error().message));
        all << Kept{line.section(QLatin1Char(' '), 0, 0).toULongLong(), *schedule};
    }
    return all;
}

} // namespace

class ExchangeSimTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aScheduleIsTheSameInWriting()
    {
        for (quint64 seed = 1; seed <= 200; ++seed) {
            const Schedule schedule = makeSchedule(seed);
            const auto read = scheduleFrom(toText(schedule));
            VERIFY_OK(read);
            QCOMPARE(*read, schedule);
        }
        QVERIFY(makeSchedule(1) != makeSchedule(2));
        QCOMPARE(scheduleFrom(QStringLiteral("luis:fly:1:1")).error().code, Code::Invalid);
        QCOMPARE(scheduleFrom(QStringLiteral("nobody:next:1:1")).error().code, Code::Invalid);
    }

    void everyActComesUp()
    {
        QSet<int> seen;
        for (quint64 seed = 1; seed <= 1000; ++seed)
            for (const Step &step : makeSchedule(seed))
                seen.insert(step.act);
        QCOMPARE(size_t(seen.size()), Player::kinds().size());
    }

    // It fails wherever somebody renews after somebody else took a lead in.
    void whatFailsIsShrunkToWhatItTakes()
    {
        const int take = Player::actNamed(QStringLiteral("take")), renew = Player::actNamed(QStringLiteral("renew"));
        const auto fails = [&](const Schedule &schedule) {
            bool taken = false;
            for (const Step &step : schedule) {
                if (taken && step.act == renew)
                    return true;
                taken = taken || step.act == take;
            }
            return false;
        };
        Schedule schedule = makeSchedule(3);
        schedule << Step{1, renew, 5, 6, 60, 2, 99};
        QVERIFY(fails(schedule));
        const Schedule shortest = shrink(schedule, fails, 200);
        QCOMPARE(shortest.size(), 2);
        QCOMPARE(shortest.last(), (Step{1, renew, 5, 6, 0, 0, 99}));
    }

    void theSameSeedDoesTheSame()
    {
        const auto history = [](quint64 seed) {
            SimWorld world;
            Tally tally;
            Player player(world, tally);
            const QStringList faults = player.play(makeSchedule(seed), seed);
            return faults.join(QLatin1Char('\n')) + world.server().sql(QStringLiteral("SELECT string_agg(id || kind || hlc || body, ' ' ORDER BY id) FROM event"));
        };
        QVERIFY(!history(7).isEmpty());
        QCOMPARE(history(7), history(7));
    }

    void whatEverFailedHolds()
    {
        const QVector<Kept> all = keptSchedules();
        QVERIFY(!all.isEmpty());
        for (const Kept &kept : all) {
            const QStringList faults = playAlone(kept.schedule, kept.seed);
            QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("seed %1 %2: ").arg(kept.seed).arg(toText(kept.schedule)) + faults.join(QLatin1Char('\n'))));
        }
    }

    // BEBACK_SEEDS: how many. BEBACK_SEED: the first of them.
    void afterAnyScheduleEverybodySaysTheSame()
    {
        const Swept swept = sweep(fromEnvironment("BEBACK_SEED", 1), int(fromEnvironment("BEBACK_SEEDS", 500)));
        QVERIFY2(!swept.failure, qPrintable(swept.failure ? swept.failure->inWords() : QString()));
        qInfo("%s", qPrintable(swept.inWords()));
        for (const char *rare : {"killed before a commit", "committed late", "clone", "put-back", "restore", "handed out", "cut-after"})
            QVERIFY2(swept.tally.times.value(QLatin1String(rare)) > 0 || swept.seeds < 500, rare);
    }
};

int main(int argc, char **argv)
{
    SimWorld::prepareProcess();
    QCoreApplication app(argc, argv);
    ExchangeSimTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "exchange_sim_test.moc"
