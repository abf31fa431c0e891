// The virtual BDC itself: that it repeats, that its judge can find something, that a broken world is refused; and what the
// program must never do in it.

#include "bdc.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace beback;
using namespace beback::sim;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QStringList Shipped = {u"few-agents"_s, u"internet-flood"_s, u"rural-callers"_s, u"texting-suburb"_s};

QString pathOf(const QString &name)
{
    return QStringLiteral(BEBACK_SIM_WORLDS "/") + name + u".json"_s;
}

QJsonObject json(const QString &name)
{
    QFile file(pathOf(name));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

Result<World> worldFrom(const QJsonObject &object)
{
    return World::fromJson(QJsonDocument(object).toJson());
}

// Two weeks of a shipped world, with a part of the leads.
World smallWorld(const QString &name, double part = 0.25)
{
    auto world = World::read(pathOf(name));
    if (!world)
        qFatal("%s", qPrintable(world.error().message));
    world->weeks = 2;
    world->backlogLeads = int(world->backlogLeads * part);
    for (LeadSource &source : world->sources)
        source.perWeek *= part;
    return *world;
}

Score play(const World &world, const QString &policy, quint64 seed = 1)
{
    const auto score = Bdc::run(world, policy, seed);
    if (!score)
        qFatal("%s", qPrintable(score.error().message + score.error().detail));
    return *score;
}

// Tuesday 2026-03-10, on the clock of Chicago.
Instant chicago(int hour, int day = 10)
{
    return zones::instantOf(QDate(2026, 3, day), QTime(hour, 0), u"America/Chicago"_s).value_or(Instant{});
}

World twoPlaces()
{
    World world;
    world.places = {Place{1, u"Chicago"_s, u"IL"_s, u"60614"_s, u"America/Chicago"_s, {u"312"_s}},
                    Place{1, u"Orlando"_s, u"FL"_s, u"32801"_s, u"America/New_York"_s, {u"407"_s}}};
    return world;
}

} // namespace

class SimTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedGivesTheSameFigures_data()
    {
        QTest::addColumn<QString>("policy");
        for (const QString &name : policyNames())
            QTest::newRow(qPrintable(name)) << name;
    }
    void theSameSeedGivesTheSameFigures()
    {
        QFETCH(QString, policy);
        const World world = smallWorld(u"texting-suburb"_s);
        const QJsonObject first = toJson(play(world, policy)), again = toJson(play(world, policy));
        QCOMPARE(again, first);
        QVERIFY(toJson(play(world, policy, 2)) != first);
    }

    void everyPolicyMeetsTheSamePeople()
    {
        const World world = smallWorld(u"internet-flood"_s);
        const QVector<Person> once = peopleOf(world, Lots(7)), again = peopleOf(world, Lots(7));
        QVERIFY(once.size() > 100);
        QCOMPARE(again.size(), once.size());
        for (qsizetype i = 0; i < once.size(); ++i) {
            QCOMPARE(again.at(i).arrives, once.at(i).arrives);
            QCOMPARE(again.at(i).answers, once.at(i).answers);
            QCOMPARE(again.at(i).lead.toBody(), once.at(i).lead.toBody());
        }
        // One person more changes nobody else's habits.
        World larger = world;
        ++larger.backlogLeads;
        QCOMPARE(peopleOf(larger, Lots(7)).at(5).patience, once.at(5).patience);
    }

    void theProgramContactsNobodyUnlawfullyAndForgetsNoLead_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : Shipped)
            QTest::newRow(qPrintable(name)) << name;
    }
    void theProgramContactsNobodyUnlawfullyAndForgetsNoLead()
    {
        QFETCH(QString, name);
        const Score score = play(smallWorld(name), u"beback"_s);
        QVERIFY(score.allTouches() > score.leads);
        QVERIFY(score.appointments > 0);
        QCOMPARE(score.faults, (std::array{0, 0, 0, 0}));
        QCOMPARE(score.withoutNextStep, 0);
        QCOMPARE(score.differences, 0);
    }

    void whoeverSeesHabitsKeepsTheLawAndAnnoysNobody()
    {
        const World world = smallWorld(u"few-agents"_s, 1);
        const Score oracle = play(world, u"oracle"_s);
        QCOMPARE(oracle.violations(), 0);
        QCOMPARE(oracle.stopped, 0);
        for (const QString &other : {u"three-strikes"_s, u"same-hour-daily"_s, u"first-in-first-out"_s})
            QVERIFY2(oracle.appointments > play(world, other).appointments, qPrintable(other));
    }

    void naiveWaysGiveUpOrCallOnWithoutEnd()
    {
        const World world = smallWorld(u"texting-suburb"_s);
        const Score strikes = play(world, u"three-strikes"_s), daily = play(world, u"same-hour-daily"_s);
        const Score round = play(world, u"first-in-first-out"_s);
        QVERIFY(strikes.givenUp > strikes.leads / 3);
        QVERIFY(strikes.touches[0] <= 4 * strikes.leads);
        QVERIFY(strikes.touches[2] > 0);
        QCOMPARE(daily.touches[1] + daily.touches[2], 0);
        QVERIFY(daily.touches[0] > strikes.touches[0]);
        QCOMPARE(round.faults[size_t(Judge::Fault::SecondCall)], 0); // once a day, every day
        QVERIFY(round.givenUp < strikes.givenUp);
        QVERIFY(round.stopped > strikes.stopped);
    }

    void theJudgeFindsWhatIsWrong_data()
    {
        QTest::addColumn<int>("person"); // 0 in Chicago, 1 in Orlando
        QTest::addColumn<QVector<int>>("callsBefore"); // hours of that day
        QTest::addColumn<QString>("medium");
        QTest::addColumn<int>("hour");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, int person, QVector<int> before, const QString &medium, int hour, const QString &fault) {
            QTest::newRow(name) << person << before << medium << hour << fault;
        };
        row("a call at ten", 0, {}, u"call"_s, 10, {});
        row("before eight", 0, {}, u"call"_s, 7, u"hours"_s);
        row("a text after nine in the evening", 0, {}, u"text"_s, 21, u"hours"_s);
        row("an e-mail at night", 0, {}, u"email"_s, 23, {});
        row("seven in Chicago is eight in Orlando", 1, {}, u"call"_s, 7, {});
        row("Florida ends at eight in the evening", 1, {}, u"call"_s, 19, u"hours"_s);
        row("a second call on one day", 0, {9}, u"call"_s, 15, u"second_call"_s);
        row("a text after a call", 0, {9}, u"text"_s, 15, {});
        row("the fourth in Florida's day", 1, {9, 10, 11}, u"text"_s, 12, u"cap"_s);
        row("Illinois counts none", 0, {9, 10, 11}, u"text"_s, 12, {});
    }
    void theJudgeFindsWhatIsWrong()
    {
        QFETCH(int, person);
        QFETCH(QVector<int>, callsBefore);
        QFETCH(QString, medium);
        QFETCH(int, hour);
        QFETCH(QString, fault);
        const World world = twoPlaces();
        Judge judge(world, {0, 1});
        for (const int before : callsBefore) {
            judge.wrote(person); // so that each of them is what they asked for
            judge.touched(person, Medium::Call, chicago(before));
        }
        QCOMPARE(judge.violations(), 0);
        const auto found = judge.wouldBe(person, *mediumFromText(medium), chicago(hour));
        QCOMPARE(found ? Judge::nameOf(*found) : QString(), fault);
        judge.touched(person, *mediumFromText(medium), chicago(hour));
        QCOMPARE(judge.violations(), fault.isEmpty() ? 0 : 1);
    }

    void theJudgeKnowsWhoAskedForACallAndWhoForNone()
    {
        const World world = twoPlaces();
        Judge judge(world, {0, 1});
        judge.touched(0, Medium::Call, chicago(9));
        judge.promised(0, chicago(18));
        judge.touched(0, Medium::Call, chicago(18));
        QCOMPARE(judge.violations(), 0);
        judge.touched(0, Medium::Call, chicago(19)); // the promise was kept: once
        QCOMPARE(judge.violations(Judge::Fault::SecondCall), 1);
        judge.stopped(0);
        for (const Medium medium : {Medium::Call, Medium::Text, Medium::Email, Medium::Note})
            judge.touched(0, medium, chicago(12, 11));
        QCOMPARE(judge.violations(Judge::Fault::Stopped), 4);
        QCOMPARE(judge.wouldBe(1, Medium::Email, chicago(12, 11)), std::nullopt);
    }

    void peopleStopWhoAreCalledAllDayAndNotWhoAreLeftInPeace()
    {
        World world = smallWorld(u"texting-suburb"_s);
        const QVector<Person> people = peopleOf(world, Lots(3));
        const Office office(world);
        const auto stopped = [&](int timesADay, int days) {
            Customers customers(world, people, Lots(3), office);
            int count = 0;
            for (const Person &person : people) {
                for (int n = 0; n < timesADay * days && !customers.standing(person.number).stopped; ++n) {
                    const Instant at = person.arrives + 24h * (n / timesADay) + 1h * (n % timesADay);
                    const Answer answer = customers.touched(person.number, Medium::Call, at);
                    if (answer.coming && answer.coming->stop)
                        (void)customers.writes(person.number, *answer.coming);
                }
                count += customers.standing(person.number).stopped ? 1 : 0;
            }
            return count;
        };
        QVERIFY(stopped(8, 5) > people.size() / 2);
        QVERIFY(stopped(1, 2) < people.size() / 20);
    }

    void everyShippedWorldCanBeReadAndSaysWhatItRestsOn()
    {
        for (const QString &name : Shipped) {
            const auto world = World::read(pathOf(name));
            QVERIFY2(world, qPrintable(world ? QString() : world.error().message));
            const QVector<Person> people = peopleOf(*world, Lots(1));
            QVERIFY2(people.size() >= 300 && people.size() <= 1600, qPrintable(name));
            const QJsonObject basis = json(name).value(u"basis"_s).toObject();
            QVERIFY2(basis.size() >= 5, qPrintable(name));
        }
    }

    void aBrokenWorldIsRefusedByItsField_data()
    {
        QTest::addColumn<QJsonObject>("world");
        QTest::addColumn<QString>("message");
        const QJsonObject good = json(u"few-agents"_s);
        const auto row = [](const char *name, const QJsonObject &world, const QString &message) {
            QTest::newRow(name) << world << message;
        };
        QJsonObject world = good;
        world.remove(u"weeks"_s);
        row("missing", world, u"weeks: this field is missing."_s);
        world = good;
        world.insert(u"weeks"_s, 2.5);
        row("not whole", world, u"weeks: this has to be a whole number."_s);
        world = good;
        world.insert(u"weather"_s, u"fair"_s);
        row("unknown", world, u"weather: there is no such field."_s);
        world = good;
        world.insert(u"zone"_s, u"America/Nowhere"_s);
        row("a zone", world, u"zone: “America/Nowhere” is no time zone."_s);
        world = good;
        world.insert(u"agents"_s, QJsonArray{QJsonObject{{u"login"_s, u"tom"_s}, {u"hours"_s, QJsonObject{{u"mon"_s, u"18:00-09:00"_s}}}}});
        row("hours", world, u"agents[0].hours.mon: hours are written like 09:00-18:00."_s);
        world = good;
        QJsonArray groups = good.value(u"groups"_s).toArray();
        QJsonObject group = groups.at(1).toObject();
        group.insert(u"busy"_s, 1.5);
        groups[1] = group;
        world.insert(u"groups"_s, groups);
        row("out of range", world, u"groups[1].busy: this has to be a number from 0 to 1."_s);
        QJsonObject answers = group.value(u"answers"_s).toObject();
        answers.insert(u"call"_s, QJsonObject{{u"weekday"_s, QJsonArray{0.1, 0.2}}, {u"weekend"_s, QJsonArray{0, 0, 0, 0}}});
        group.insert(u"busy"_s, 0.2);
        group.insert(u"answers"_s, answers);
        groups[1] = group;
        world.insert(u"groups"_s, groups);
        row("a list too short", world, u"groups[1].answers.call.weekday: this has to be a list of 4 numbers from 0 to 1."_s);
        world = good;
        world.insert(u"places"_s, QJsonArray());
        row("nobody anywhere", world, u"places: this has to be a list of objects."_s);
    }
    void aBrokenWorldIsRefusedByItsField()
    {
        QFETCH(QJsonObject, world);
        QFETCH(QString, message);
        const auto read = worldFrom(world);
        QVERIFY(!read);
        QCOMPARE(read.error().code, Code::Invalid);
        QCOMPARE(read.error().message, message);
    }

    void theProgramRefusesBadInputInOneSentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QStringList() << u"Name the world"_s;
        QTest::newRow("no file") << QStringList{u"--world"_s, u"/nowhere.json"_s} << u"/nowhere.json cannot be read"_s;
        QTest::newRow("no JSON") << QStringList{u"--world"_s, QStringLiteral(BEBACK_SIM_WORLDS "/../sim_test.cpp")}
                                 << u"This is no JSON object"_s;
        QTest::newRow("no seed") << QStringList{u"--world"_s, pathOf(u"few-agents"_s), u"--seed"_s, u"x"_s} << u"“x” is no seed"_s;
        QTest::newRow("no policy") << QStringList{u"--world"_s, pathOf(u"few-agents"_s), u"--policy"_s, u"luck"_s}
                                   << u"There is no policy “luck”. There are: beback, "_s;
        QTest::newRow("no option") << QStringList{u"--wold"_s} << u"wold"_s;
    }
    void theProgramRefusesBadInputInOneSentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        QProcess sim;
        sim.start(QStringLiteral(BEBACK_SIM), arguments);
        QVERIFY(sim.waitForFinished());
        const QString said = QString::fromUtf8(sim.readAllStandardError());
        QCOMPARE(sim.exitCode(), 2);
        QVERIFY2(said.contains(says), qPrintable(said));
        QCOMPARE(said.count(u'\n'), 1);
        QVERIFY(sim.readAllStandardOutput().isEmpty());
    }
};

QTEST_GUILESS_MAIN(SimTest)
#include "sim_test.moc"
