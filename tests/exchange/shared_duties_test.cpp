// What managers have to do themselves, where several desks have it of one database.

#include "core/report/duty_store.h"
#include "tests/store/duty_words.h"
#include "tests/support/shared_world.h"

#include <algorithm>

using namespace beback;
using namespace beback::test;

class SharedDutiesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void managersOfASharedDatabaseHaveTheSame();
    void theDatabaseItselfRefusesAnAgent();
    void whatTheyFollowFromIsSentWithTheRows();
    void withoutTheLineNothingIsSaid();
};

void SharedDutiesTest::managersOfASharedDatabaseHaveTheSame()
{
    SharedWorld world;
    world.add(u"dana"_s, u"manager"_s);
    world.add(u"mike"_s, u"manager"_s);
    const auto dana = world.desk(u"dana"_s), mike = world.desk(u"mike"_s);
    const Instant due = world.clock.now() + std::chrono::hours(3);
    const auto set = dana->sayDuty(toSet(u"Call the county"_s, due, u"mike"_s));
    VERIFY_OK(set);
    QCOMPARE(textsOf(*mike->duties()), QStringList{u"Call the county"_s});
    QCOMPARE(textsOf(mike->todayPage()->duties), QStringList{u"Call the county"_s});
    QCOMPARE(world.sql(u"SELECT by_login || ' ' || who FROM duty_word"_s), u"dana mike"_s);
    VERIFY_OK(mike->sayDuty(toEnd(set->duty)));
    QCOMPARE(codeOf(dana->sayDuty(toEnd(set->duty))), Code::Conflict);
    QVERIFY(dana->duties()->isEmpty());
    QCOMPARE(readDutyWords(mike->own().db(), mike->exchange().person().rooftop, {})->size(), 2);
}

void SharedDutiesTest::theDatabaseItselfRefusesAnAgent()
{
    SharedWorld world;
    world.add(u"dana"_s, u"manager"_s);
    world.add(u"tanya"_s);
    const auto dana = world.desk(u"dana"_s), tanya = world.desk(u"tanya"_s);
    QCOMPARE(codeOf(tanya->duties()), Code::Denied);
    // Around the program, and as somebody else.
    DutyWord word = toSet(u"Call"_s, world.clock.now() + std::chrono::hours(3));
    word.duty = u"0198f2c4-0000-7000-8000-000000000001"_s;
    word.by = u"dana"_s;
    Connection &db = tanya->exchange().shared().db();
    const RooftopId rooftop = tanya->exchange().person().rooftop;
    QCOMPARE(codeOf(putDutyWord(db, rooftop, word)), Code::Denied);
    QCOMPARE(codeOf(keepDutyWords(db, rooftop, {word})), Code::Denied);
    QCOMPARE(codeOf(readDutyWords(db, rooftop, {})), Code::Denied);
    // Who said it is the database's to say, and for an agent there is no duty.
    word.by = u"tanya"_s;
    Connection &danas = dana->exchange().shared().db();
    VERIFY_OK(putDutyWord(danas, rooftop, word));
    QCOMPARE(world.sql(u"SELECT by_login FROM duty_word"_s), u"dana"_s);
    word.duty = u"0198f2c4-0000-7000-8000-000000000002"_s;
    word.who = u"tanya"_s;
    QVERIFY(!putDutyWord(danas, rooftop, word));
    QVERIFY(!keepDutyWords(danas, rooftop, {word})); // managers add by saying, and in no other way
    // Nobody sets what only follows from facts, and whose it was, where it is ended, is somebody of the site.
    word.who.clear();
    word.duty = u"monday:2026-11-16"_s;
    QVERIFY(!putDutyWord(danas, rooftop, word));
    word.says = DutyWord::Says::Done;
    word.who = QString(5000, u'x');
    QVERIFY(!putDutyWord(danas, rooftop, word));
    QCOMPARE(world.sql(u"SELECT count(*) FROM duty_word"_s), u"1"_s);
    word.who = u"dana"_s;
    VERIFY_OK(putDutyWord(danas, rooftop, word));
    QCOMPARE(world.sql(u"SELECT says FROM duty_word WHERE ends"_s), u"done"_s);
}

void SharedDutiesTest::whatTheyFollowFromIsSentWithTheRows()
{
    SharedWorld world;
    world.add(u"dana"_s, u"manager"_s);
    const auto dana = world.desk(u"dana"_s);
    Recorded came;
    came.customer = world.addLead(*dana, 1);
    came.state = *dana->own().customer(came.customer);
    EventDraft visit = TodaySite::about(came, EventKind::Attempt, u"dana"_s);
    visit.medium = Medium::Visit;
    visit.direction = Direction::In;
    visit.outcome = Outcome::Kept;
    VERIFY_OK(dana->own().recorder().record(visit));
    VERIFY_OK(dana->exchange().sync());
    QCOMPARE(world.sql(u"SELECT count(*) FROM customer WHERE duty_at > 0 AND duty_trail LIKE '%kept%'"_s), u"1"_s);
    QVERIFY(std::ranges::any_of(*dana->duties(), [](const Duty &duty) { return duty.kind == Duty::Kind::Unsold; }));
    // An older desk knows nothing of it: its rows are taken, and somebody newer works them out anew.
    const QString rows = u"SELECT apply_rows(id, rooftop_id, '{\"customer\": {\"name\": \"\", \"match_key\": \"\", \"city\": \"\", \"region\": \"\", \"zones\": \"\", "
                         "\"refused\": false%1}, \"points\": [], \"leads\": [], \"queue\": null, \"keys\": [], \"search\": \"\"}') FROM customer"_s;
    const auto marked = [&] { return world.sql(u"SELECT count(*) FROM customer_head WHERE replan"_s); };
    world.sql(rows.arg(QString()));
    QCOMPARE(marked(), u"1"_s);
    world.sql(rows.arg(u", \"duty_trail\": \"\", \"duty_at\": 0"_s));
    QCOMPARE(marked(), u"0"_s);
}

void SharedDutiesTest::withoutTheLineNothingIsSaid()
{
    SharedWorld world;
    world.add(u"dana"_s, u"manager"_s);
    const Instant due = world.clock.now() + std::chrono::hours(3);
    VERIFY_OK(world.desk(u"dana"_s)->sayDuty(toSet(u"Call the county"_s, due)));
    // One that follows from what this desk has not heard of.
    world.add(u"mike"_s, u"manager"_s);
    const Recorded came = TodaySite::take(world.admin->recorder().recordNewCustomer(SharedWorld::reachable(1), u"system"_s));
    EventDraft visit = TodaySite::about(came, EventKind::Attempt, u"mike"_s);
    visit.medium = Medium::Visit;
    visit.direction = Direction::In;
    visit.outcome = Outcome::Kept;
    VERIFY_OK(world.admin->recorder().record(visit));
    const auto all = world.desk(u"mike"_s)->duties();
    VERIFY_OK(all);
    const auto unsold = std::find_if(all->cbegin(), all->cend(), [](const Duty &duty) { return duty.kind == Duty::Kind::Unsold; });
    QVERIFY(unsold != all->cend());
    const auto offline = SharedPlace::openOffline(world.urlOf(u"dana"_s), world.clock, world.random);
    VERIFY_OK(offline);
    Workplace &own = (*offline)->own();
    const auto open = own.duties(u"dana"_s);
    VERIFY_OK(open);
    QCOMPARE(textsOf(*open), QStringList{u"Call the county"_s});
    QCOMPARE(codeOf(own.sayDuty(toEnd(open->first().id), u"dana"_s)), Code::Unavailable);
    QCOMPARE(codeOf(own.sayDuty(toEnd(unsold->id), u"dana"_s)), Code::Unavailable);
    QCOMPARE(codeOf(own.sayDuty(toSet(u"More"_s, due), u"dana"_s)), Code::Unavailable);
}

QTEST_GUILESS_MAIN(SharedDutiesTest)
#include "shared_duties_test.moc"
