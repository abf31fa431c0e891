#include "program.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QMutex>
#include <QSet>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <random>
#include <vector>

namespace {

const QString Morning = QStringLiteral("2026-03-10T17:00:00Z"); // calls are allowed from coast to coast

int fromEnvironment(const char *name, int otherwise)
{
    bool ok = false;
    const int value = qEnvironmentVariableIntValue(name, &ok);
    return ok ? value : otherwise;
}

// Who is at work on whom, as the workers themselves see it.
class Board
{
public:
    // False: somebody else is at work on this person.
    bool take(const QString &customer)
    {
        const QMutexLocker lock(&m_mutex);
        if (m_held.contains(customer))
            return false;
        m_held.insert(customer);
        return true;
    }
    void leave(const QString &customer)
    {
        const QMutexLocker lock(&m_mutex);
        m_held.remove(customer);
    }

private:
    QMutex m_mutex;
    QSet<QString> m_held;
};

struct Tally {
    std::atomic<int> handedOut{0}, recorded{0}, collisions{0}, failures{0};
};

// One agent at one desk: next, record, next, record ... until the time is up.
void work(const Program &program, const QString &login, int milliseconds, Board &board, Tally &tally)
{
    std::mt19937 chance(unsigned(qHash(login)));
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < milliseconds) {
        const Answer next = program.run({QStringLiteral("next"), QStringLiteral("--as"), login, QStringLiteral("--json")});
        const QString lead = next.json().value(QStringLiteral("lead")).toString();
        const QString customer = next.json().value(QStringLiteral("customer"))[QStringLiteral("id")].toString();
        if (next.status != 0 || lead.isEmpty()) {
            tally.failures += next.status != 0;
            return; // nobody is left
        }
        ++tally.handedOut;
        if (!board.take(customer))
            ++tally.collisions;
        // As a call takes its time: whoever is given to a second desk meanwhile is seen there.
        QThread::msleep(5 + chance() % 11);
        board.leave(customer); // from here on the record below may give them back at any moment
        const Answer record = program.run({QStringLiteral("record"), QStringLiteral("--as"), login, QStringLiteral("--lead"), lead,
                                           QStringLiteral("--medium"), QStringLiteral("call"), QStringLiteral("--outcome"),
                                           QStringLiteral("no_answer"), QStringLiteral("--json")});
        if (record.status == 0)
            ++tally.recorded;
        else
            ++tally.failures;
    }
}

QStringList logins(const Program &program)
{
    QStringList list;
    for (const QJsonValue &user : program.json(words("user list")).value(QStringLiteral("users")).toArray())
        list << user[QStringLiteral("login")].toString();
    return list;
}

} // namespace

// Several processes on one file, and processes that die at any moment.
class CliRaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eightProcessesNeverGetTheSamePerson();
    void whoeverIsHeldIsHandedToNobodyElse();
    void aKilledRecordLosesNothingAcknowledgedAndDoublesNothing();
    void aKilledImportIsFinishedByTheNextOne();
};

void CliRaceTest::eightProcessesNeverGetTheSamePerson()
{
    constexpr int Desks = 8;
    const int seconds = fromEnvironment("BEBACK_RACE_SECONDS", 6);
    const int milliseconds = 1000 * seconds;
    Program program;
    program.at(Morning);
    // Enough people that the desks are still at work when the time is up.
    QCOMPARE(program.run(words("init --training --demo") << QString::number(300 * seconds)).status, 0);
    const QStringList people = logins(program);
    const int before = program.json(words("check")).value(QStringLiteral("events")).toInt();

    Board board;
    Tally tally;
    std::vector<std::unique_ptr<QThread>> desks;
    for (int i = 0; i < Desks; ++i) {
        desks.emplace_back(QThread::create([&, i] { work(program, people.at(i % people.size()), milliseconds, board, tally); }));
        desks.back()->start();
    }
    for (const auto &desk : desks)
        QVERIFY(desk->wait(milliseconds + 120'000));

    QCOMPARE(tally.collisions.load(), 0);
    QCOMPARE(tally.failures.load(), 0);
    QVERIFY(tally.recorded.load() >= Desks);
    const QJsonObject report = program.json(words("check"));
    QCOMPARE(report.value(QStringLiteral("clean")).toBool(), true);
    QCOMPARE(report.value(QStringLiteral("events")).toInt() - before, tally.recorded.load());
    qInfo("%d handed out, %d recorded", tally.handedOut.load(), tally.recorded.load());
}

void CliRaceTest::whoeverIsHeldIsHandedToNobodyElse()
{
    // Nobody records: every person may be handed out once at most, whoever asks, all at the same time.
    constexpr int Desks = 8, Each = 5;
    Program program;
    program.at(Morning);
    QCOMPARE(program.run(words("init --demo 200 --training")).status, 0);
    const QStringList people = logins(program);
    Board board;
    Tally tally;
    std::vector<std::unique_ptr<QThread>> desks;
    for (int i = 0; i < Desks; ++i) {
        desks.emplace_back(QThread::create([&, i] {
            for (int n = 0; n < Each; ++n) {
                const QString login = people.at(i % people.size());
                const QJsonObject next = program.json({QStringLiteral("next"), QStringLiteral("--as"), login});
                if (next.value(QStringLiteral("lead")).isNull())
                    return;
                ++tally.handedOut;
                if (!board.take(next.value(QStringLiteral("customer"))[QStringLiteral("id")].toString()))
                    ++tally.collisions;
            }
        }));
        desks.back()->start();
    }
    for (const auto &desk : desks)
        QVERIFY(desk->wait(120'000));
    QCOMPARE(tally.collisions.load(), 0);
    QVERIFY(tally.handedOut.load() >= Desks);
}

void CliRaceTest::aKilledRecordLosesNothingAcknowledgedAndDoublesNothing()
{
    const int kills = fromEnvironment("BEBACK_KILLS", 200);
    const unsigned seed = unsigned(fromEnvironment("BEBACK_SEED", 20260310));
    std::mt19937 chance(seed);
    Program program;
    program.at(Morning);
    QCOMPARE(program.run(words("init --demo 20 --training")).status, 0);
    const QString agent = logins(program).first();
    const QJsonArray queue = program.json(words("queue --limit 8")).value(QStringLiteral("next")).toArray();
    QVERIFY(!queue.isEmpty());

    // How long one takes when nobody disturbs it: the kills fall anywhere into that time, and a little after.
    QElapsedTimer clock;
    clock.start();
    const QString first = queue[0][QStringLiteral("lead")].toString();
    QCOMPARE(program.run({QStringLiteral("history"), first}).status, 0);
    const int usual = int(clock.elapsed()) + 1;

    QSet<QString> acknowledged;
    int cut = 0;
    for (int i = 0; i < kills; ++i) {
        const QString lead = queue[i % queue.size()][QStringLiteral("lead")].toString();
        const QString token = QStringLiteral("note %1").arg(i);
        QProcess process;
        Program::prepare(process, program.complete({QStringLiteral("record"), QStringLiteral("--as"), agent, QStringLiteral("--lead"), lead,
                                                    QStringLiteral("--medium"), QStringLiteral("email"), QStringLiteral("--outcome"),
                                                    QStringLiteral("sent"), QStringLiteral("--keep"), QStringLiteral("race"), QStringLiteral("--note"), token, QStringLiteral("--json")}));
        process.start();
        QVERIFY(process.waitForStarted());
        if (!process.waitForFinished(int(chance() % unsigned(2 * usual)))) {
            process.kill(); // SIGKILL: no chance to tidy up
            QVERIFY(process.waitForFinished());
            ++cut;
        }
        if (process.readAllStandardOutput().endsWith("}\n"))
            acknowledged.insert(token);
    }

    QHash<QString, int> found;
    for (const QJsonValue &item : queue)
        for (const QJsonValue &event : program.json({QStringLiteral("history"), item[QStringLiteral("lead")].toString()}).value(QStringLiteral("events")).toArray())
            ++found[event[QStringLiteral("body")][QStringLiteral("note")].toString()];
    found.remove(QString());
    for (const QString &token : acknowledged)
        QVERIFY2(found.value(token) == 1, qPrintable(QStringLiteral("%1 was acknowledged (seed %2)").arg(token).arg(seed)));
    for (auto it = found.constBegin(); it != found.constEnd(); ++it)
        QVERIFY2(it.value() == 1, qPrintable(QStringLiteral("%1 is there twice (seed %2)").arg(it.key()).arg(seed)));
    QCOMPARE(program.json(words("check")).value(QStringLiteral("clean")).toBool(), true);
    QVERIFY2(cut > kills / 10 && acknowledged.size() > kills / 10, "the kills fell all on one side; nothing was tested");
    qInfo("%d of %d killed, %d acknowledged", cut, kills, int(acknowledged.size()));
}

void CliRaceTest::aKilledImportIsFinishedByTheNextOne()
{
    constexpr int Leads = 1500;
    std::mt19937 chance(11);
    Program program;
    QCOMPARE(program.run(words("init")).status, 0);
    const QString path = program.folder() + QStringLiteral("/leads.csv");
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("First Name,Last Name,E-Mail,Vehicle Make\n");
        for (int i = 0; i < Leads; ++i)
            file.write(QStringLiteral("Pat,Example%1,pat%1@example.com,Honda\n").arg(i).toUtf8());
    }
    int cut = 0;
    for (int i = 0; i < 10; ++i) {
        QProcess process;
        Program::prepare(process, program.complete({QStringLiteral("import"), path}));
        process.start();
        QVERIFY(process.waitForStarted());
        if (!process.waitForFinished(int(chance() % 200u))) {
            process.kill();
            QVERIFY(process.waitForFinished());
            ++cut;
        }
    }
    QVERIFY(cut > 0);
    QCOMPARE(program.run({QStringLiteral("import"), path}).status, 0);
    const QJsonObject report = program.json(words("check"));
    QCOMPARE(report.value(QStringLiteral("customers")).toInt(), Leads);
    QCOMPARE(report.value(QStringLiteral("clean")).toBool(), true);
    QCOMPARE(program.json({QStringLiteral("import"), path}).value(QStringLiteral("accepted")).toInt(-1), 0);
}

QTEST_GUILESS_MAIN(CliRaceTest)
#include "cli_race_test.moc"
