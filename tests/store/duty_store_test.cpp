// What managers have to do themselves: worked out from a store, and what is said about it kept there.

#include "core/desk/desk.h"
#include "core/report/charts.h"
#include "core/report/duty_store.h"
#include "core/report/monday.h"
#include "tests/store/today_site.h"
#include "tests/support/shared_world.h"

using namespace beback;
using namespace beback::test;

namespace {

template <class T> Code codeOf(const Result<T> &result)
{
    return result ? Code::Internal : result.error().code;
}

DutyWord toSet(const QString &text, Instant due, const QString &who = {})
{
    DutyWord word;
    word.text = text;
    word.due = due;
    word.who = who;
    return word;
}

DutyWord toEnd(const QString &duty, DutyWord::Says says = DutyWord::Says::Done, const QString &why = {})
{
    DutyWord word;
    word.duty = duty;
    word.says = says;
    word.text = why;
    return word;
}

QStringList textsOf(const QVector<Duty> &duties)
{
    QStringList texts;
    for (const Duty &duty : duties)
        texts << duty.text;
    return texts;
}

QStringList kindsOf(const QVector<Duty> &duties)
{
    QStringList kinds;
    for (const Duty &duty : duties)
        kinds << toText(duty.kind);
    return kinds;
}

// A second manager.
struct Managed : TodaySite {
    Managed()
    {
        addPerson(u"kim"_s, u"Kim Park"_s, u"manager"_s);
        goTo(QTime(9, 0));
    }
};

} // namespace

class DutyStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneIsSetAndDone();
    void whatIsSaidIsChecked();
    void whoIsFirstEndsIt();
    void everyKindFollowsFromTheHistory();
    void whatWasTakenBackAsksForNothing();
    void todaySaysWhoIsOverdue();
    void theMondayPageCountsThem();
    void onlyManagersHaveThem();
    void nothingSaidIsChanged();
    void aDeskDoesTheSame();
    void managersOfASharedDatabaseHaveTheSame();
    void theDatabaseItselfRefusesAnAgent();
    void withoutTheLineNothingIsSaid();
};

void DutyStoreTest::oneIsSetAndDone()
{
    Managed site;
    const Recorded ines = site.leadWithPhone(u"Ines Alvarez"_s);
    DutyWord word = toSet(u"  Call her   about her trade "_s, site.at(QTime(16, 0)), u"kim"_s);
    word.lead = site.leadOf(ines);
    const auto set = site.place->sayDuty(word, u"dana"_s);
    VERIFY_OK(set);
    const auto open = site.place->duties(u"dana"_s);
    VERIFY_OK(open);
    QCOMPARE(textsOf(*open), QStringList{u"Call her about her trade"_s});
    const Duty &duty = open->first();
    QCOMPARE(duty.id, set->duty);
    QCOMPARE(duty.who, u"kim"_s);
    QCOMPARE(duty.customer, ines.customer);
    QVERIFY2(duty.why.contains(u"Ines Alvarez"_s) && duty.why.contains(u"Dana Whitfield"_s), qPrintable(duty.why));
    QVERIFY(site.page(u"dana"_s).duties.isEmpty());
    QCOMPARE(textsOf(site.page(u"kim"_s).duties), textsOf(*open));
    VERIFY_OK(site.place->sayDuty(toEnd(duty.id), u"kim"_s));
    QVERIFY(site.place->duties(u"dana"_s)->isEmpty());
}

void DutyStoreTest::whatIsSaidIsChecked()
{
    Managed site;
    const Instant due = site.at(QTime(16, 0));
    QCOMPARE(codeOf(site.place->sayDuty(toSet(u" "_s, due), u"dana"_s)), Code::Invalid);
    QCOMPARE(codeOf(site.place->sayDuty(toSet(QString(MostDutyText + 1, u'x'), due), u"dana"_s)), Code::Invalid);
    QCOMPARE(codeOf(site.place->sayDuty(toSet(u"Call"_s, site.at(QTime(8, 0))), u"dana"_s)), Code::Invalid);
    QCOMPARE(codeOf(site.place->sayDuty(toSet(u"Call"_s, due, u"luis"_s), u"dana"_s)), Code::Invalid); // no manager
    QCOMPARE(codeOf(site.place->sayDuty(toSet(u"Call"_s, due, u"nobody"_s), u"dana"_s)), Code::NotFound);
    DutyWord strange = toSet(u"Call"_s, due);
    strange.lead = site.random.id<LeadId>(due);
    QCOMPARE(codeOf(site.place->sayDuty(strange, u"dana"_s)), Code::NotFound);
    QCOMPARE(codeOf(site.place->sayDuty(toEnd(u"unsold:x:2026-11-16"_s), u"dana"_s)), Code::NotFound);
    QVERIFY(site.place->duties(u"dana"_s)->isEmpty());
    const auto set = site.place->sayDuty(toSet(QString(MostDutyText, u'x'), due), u"dana"_s);
    VERIFY_OK(set);
    QCOMPARE(codeOf(site.place->sayDuty(toEnd(set->duty, DutyWord::Says::LeftOut), u"dana"_s)), Code::Invalid); // why?
    VERIFY_OK(site.place->sayDuty(toEnd(set->duty, DutyWord::Says::LeftOut, u"They moved away."_s), u"dana"_s));
}

void DutyStoreTest::whoIsFirstEndsIt()
{
    Managed site;
    const auto set = site.place->sayDuty(toSet(u"Call"_s, site.at(QTime(16, 0))), u"dana"_s);
    VERIFY_OK(set);
    DutyWord late = TodaySite::take(site.place->dutyToSay(toEnd(set->duty), u"dana"_s)); // both look at it
    VERIFY_OK(site.place->sayDuty(toEnd(set->duty), u"kim"_s));
    QCOMPARE(codeOf(site.place->sayDuty(toEnd(set->duty), u"dana"_s)), Code::Conflict);
    QCOMPARE(codeOf(putDutyWord(*site.db, RooftopId{1}, late)), Code::Conflict);
    const auto words = readDutyWords(*site.db, RooftopId{1}, {});
    VERIFY_OK(words);
    QCOMPARE(words->size(), 2);
    QCOMPARE(words->last().by, u"kim"_s);
}

void DutyStoreTest::everyKindFollowsFromTheHistory()
{
    Managed site;
    site.goTo(QDate(2026, 11, 5), QTime(9, 0));
    const Recorded una = site.leadWithPhone(u"Una Sold"_s), rob = site.leadWithPhone(u"Robert Tran"_s), sid = site.lead(u"Sid Long"_s, u"luis"_s);
    site.goTo(QDate(2026, 11, 14), QTime(10, 0)); // a Saturday
    site.visited(una);
    site.promise(rob, u"priya"_s, zones::instantOf(QDate(2026, 11, 14), QTime(15, 0), TodaySite::Zone).value());
    EventDraft skip = TodaySite::about(sid, EventKind::Skipped, u"luis"_s, {{u"reason"_s, u"On holiday."_s}});
    skip.medium = Medium::Email;
    site.write(skip);
    IntakeReport refused;
    TodaySite::must(site.place->intake().importBytes("<adf><prospect><id source=\"Portal\">9</id><requestdate>2026-11-10T10:00:00-07:00</requestdate>"
                                                     "<vehicle><make>Honda</make><model>Pilot</model></vehicle><customer><contact><name part=\"full\">No Way"
                                                     "</name></contact></customer></prospect></adf>", u"leads.xml"_s, {}, refused));
    site.goTo(QTime(9, 0));
    auto open = TodaySite::take(site.place->duties(u"dana"_s));
    QStringList kinds = kindsOf(open);
    kinds.sort();
    QCOMPARE(kinds, (QStringList{u"monday"_s, u"promise"_s, u"quarantine"_s, u"skips"_s, u"unsold"_s}));
    for (const Duty &duty : std::as_const(open)) {
        QCOMPARE(duty.due, site.at(QTime(12, 0)));
        QVERIFY(!duty.text.isEmpty() && !duty.why.isEmpty() && duty.who.isEmpty());
    }
    // Two end by themselves, two because somebody says so, and one as nothing lies there any more.
    site.attempt(una, u"kim"_s, Medium::Call, Outcome::NoAnswer);
    site.attempt(rob, u"priya"_s, Medium::Call, Outcome::Reached);
    VERIFY_OK(site.place->sayDuty(toEnd(u"monday:2026-11-16"_s), u"dana"_s));
    VERIFY_OK(site.place->sayDuty(toEnd(u"skips:2026-11-14"_s, DutyWord::Says::LeftOut, u"Talked it over on Saturday."_s), u"dana"_s));
    QCOMPARE(kindsOf(*site.place->duties(u"dana"_s)), QStringList{u"quarantine"_s});
    const auto lies = site.place->intake().quarantined();
    VERIFY_OK(lies);
    VERIFY_OK(site.place->intake().discard(lies->first().id, u"No lead"_s, u"dana"_s));
    QVERIFY(site.place->duties(u"dana"_s)->isEmpty());
}

void DutyStoreTest::whatWasTakenBackAsksForNothing()
{
    Managed site;
    site.goTo(QDate(2026, 11, 14), QTime(10, 0));
    const Recorded una = site.leadWithPhone(u"Una Doe"_s), sam = site.leadWithPhone(u"Sam Held"_s), ser = site.leadWithPhone(u"Ser Vice"_s),
                   kay = site.leadWithPhone(u"Kay Came"_s), stu = site.leadWithPhone(u"Stu Stop"_s);
    site.visited(stu);
    site.undo(site.visited(una));
    site.hold(site.visited(sam));
    site.visited(ser, TodaySite::ofService());
    site.visited(kay);
    site.goTo(QDate(2026, 11, 14), QTime(11, 0));
    VERIFY_OK(site.place->setDoNotContact(stu.customer, {}, {}, u"They asked for it."_s, u"ray"_s));
    const EventId call = site.attempt(kay, u"dana"_s, Medium::Call, Outcome::NoAnswer);
    site.goTo(QTime(9, 0));
    QVERIFY(!kindsOf(*site.place->duties(u"dana"_s)).contains(u"unsold"_s));
    site.undo(call); // it was not made after all
    QStringList names;
    const auto duties = site.place->duties(u"dana"_s);
    QVERIFY(duties);
    for (const Duty &duty : *duties)
        if (duty.kind == Duty::Kind::Unsold)
            names << duty.text;
    QCOMPARE(names, QStringList{u"Contact Kay Came, who came in and did not buy"_s});
}

void DutyStoreTest::todaySaysWhoIsOverdue()
{
    Managed site;
    VERIFY_OK(site.place->sayDuty(toSet(u"Coach Luis"_s, site.at(QTime(10, 0)), u"kim"_s), u"dana"_s));
    VERIFY_OK(site.place->sayDuty(toSet(u"Call the county"_s, site.at(QTime(10, 30)), u"dana"_s), u"dana"_s));
    VERIFY_OK(site.place->sayDuty(toSet(u"Look at the lot"_s, site.at(QTime(15, 0))), u"kim"_s));
    site.goTo(QTime(11, 0));
    const TodayPage page = site.page(u"dana"_s);
    QCOMPARE(textsOf(page.duties), (QStringList{u"Call the county"_s, u"Look at the lot"_s})); // overdue first
    QVERIFY(page.duties.first().isOverdue(page.at) && !page.duties.last().isOverdue(page.at));
    QStringList said;
    for (const DutiesOverdue &one : page.overdue)
        said << one.name + u" %1"_s.arg(one.count);
    QCOMPARE(said, (QStringList{u"Dana Whitfield 1"_s, u"Kim Park 1"_s}));
    QCOMPARE(page.manager, u"dana"_s);
    QCOMPARE(page.managers.size(), 2);
}

void DutyStoreTest::theMondayPageCountsThem()
{
    Managed site;
    site.goTo(QDate(2026, 11, 10), QTime(9, 0));
    const auto tuesday = [](int hour) { return zones::instantOf(QDate(2026, 11, 10), QTime(hour, 0), TodaySite::Zone).value(); };
    QStringList ids;
    for (const int hour : {10, 11, 12, 13})
        ids << TodaySite::take(site.place->sayDuty(toSet(u"Due at %1"_s.arg(hour), tuesday(hour), u"kim"_s), u"dana"_s)).duty;
    VERIFY_OK(site.place->sayDuty(toEnd(ids[0]), u"kim"_s)); // in time
    site.goTo(QDate(2026, 11, 10), QTime(12, 30));
    VERIFY_OK(site.place->sayDuty(toEnd(ids[1]), u"dana"_s)); // late, and still Kim's
    VERIFY_OK(site.place->sayDuty(toEnd(ids[2], DutyWord::Says::LeftOut, u"Nobody is there on a Tuesday."_s), u"kim"_s));
    site.goTo(QTime(9, 0));
    const auto page = site.place->mondayPage(u"dana"_s);
    VERIFY_OK(page);
    QCOMPARE(page->duties.size(), 1);
    const DutyCount &kim = page->duties.first();
    QCOMPARE(kim.login, u"kim"_s);
    QCOMPARE((QVector<int>{kim.inTime, kim.late, kim.leftOut, kim.notDone}), (QVector<int>{1, 1, 1, 1}));
    for (const Table &table : tablesOf(*page))
        for (const auto &row : table.rows)
            QCOMPARE(row.size(), table.columns.size());
    int numbers = 0;
    for (const auto &row : flatTable(*page).rows)
        numbers += toText(row[0]) == u"duties"_s && toText(row[1]) == u"kim"_s && toText(row[4]) == u"1"_s;
    QCOMPARE(numbers, 4);
    const auto charts = site.place->charts({}, u"dana"_s, nullptr, u"duties"_s);
    VERIFY_OK(charts);
    const Chart *chart = charts->find(u"duties"_s);
    QVERIFY(chart && chart->isRead);
    QCOMPARE(chart->says, u"1 of 4 duties of managers due in the last 90 days were not done, and 1 late"_s);
    for (const ChartSeries &series : chart->series)
        QCOMPARE(series.marks.first().count, 1);
}

void DutyStoreTest::onlyManagersHaveThem()
{
    Managed site;
    QCOMPARE(codeOf(site.place->duties(u"luis"_s)), Code::Denied);
    QCOMPARE(codeOf(site.place->sayDuty(toSet(u"Call"_s, site.at(QTime(16, 0))), u"luis"_s)), Code::Denied);
    QVERIFY(site.place->duties(u"dana"_s)->isEmpty());
}

void DutyStoreTest::nothingSaidIsChanged()
{
    Managed site;
    const auto set = site.place->sayDuty(toSet(u"Call"_s, site.at(QTime(16, 0))), u"dana"_s);
    VERIFY_OK(set);
    auto words = TodaySite::take(readDutyWords(*site.db, RooftopId{1}, {}));
    words.first().text = u"Something else"_s;
    VERIFY_OK(keepDutyWords(*site.db, RooftopId{1}, words)); // known already
    QCOMPARE(readDutyWords(*site.db, RooftopId{1}, {})->first().text, u"Call"_s);
}

void DutyStoreTest::aDeskDoesTheSame()
{
    if (engineUnderTest() == Engine::Postgresql)
        return; // there a desk is one of a shared database: below
    Managed site;
    Desk desk(site.clock);
    const auto answer = [](auto future) {
        for (int i = 0; i < 2000 && !future.isFinished(); ++i)
            QTest::qWait(5);
        if (!future.isFinished())
            qFatal("the desk did not answer within ten seconds");
        return future.result();
    };
    VERIFY_OK(answer(desk.open(asText(site.url()), false)));
    VERIFY_OK(answer(desk.signIn(u"dana"_s)));
    const auto set = answer(desk.sayDuty(toSet(u"Call"_s, site.at(QTime(16, 0)))));
    VERIFY_OK(set);
    QCOMPARE(textsOf(answer(desk.todayPage())->duties), QStringList{u"Call"_s});
    VERIFY_OK(answer(desk.sayDuty(toEnd(set->duty))));
    QVERIFY(answer(desk.todayPage())->duties.isEmpty());
    VERIFY_OK(answer(desk.signIn(u"luis"_s)));
    QCOMPARE(codeOf(answer(desk.sayDuty(toSet(u"Call"_s, site.at(QTime(16, 0)))))), Code::Denied);
}

void DutyStoreTest::managersOfASharedDatabaseHaveTheSame()
{
    if (engineUnderTest() == Engine::Sqlite)
        return; // only PostgreSQL is shared, and the run on it does this
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

void DutyStoreTest::theDatabaseItselfRefusesAnAgent()
{
    if (engineUnderTest() == Engine::Sqlite)
        return;
    SharedWorld world;
    world.add(u"dana"_s, u"manager"_s);
    world.add(u"tanya"_s);
    const auto dana = world.desk(u"dana"_s), tanya = world.desk(u"tanya"_s);
    QCOMPARE(codeOf(tanya->duties()), Code::Denied);
    // Around the program, and as somebody else.
    DutyWord word = toSet(u"Call"_s, world.clock.now() + std::chrono::hours(3));
    word.duty = u"around"_s;
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
    word.duty = u"for an agent"_s;
    word.who = u"tanya"_s;
    QVERIFY(!putDutyWord(danas, rooftop, word));
    QVERIFY(!keepDutyWords(danas, rooftop, {word})); // managers add by saying, and in no other way
    QCOMPARE(world.sql(u"SELECT count(*) FROM duty_word"_s), u"1"_s);
}

void DutyStoreTest::withoutTheLineNothingIsSaid()
{
    if (engineUnderTest() == Engine::Sqlite)
        return;
    SharedWorld world;
    world.add(u"dana"_s, u"manager"_s);
    const Instant due = world.clock.now() + std::chrono::hours(3);
    VERIFY_OK(world.desk(u"dana"_s)->sayDuty(toSet(u"Call the county"_s, due)));
    const auto offline = SharedPlace::openOffline(world.urlOf(u"dana"_s), world.clock, world.random);
    VERIFY_OK(offline);
    Workplace &own = (*offline)->own();
    const auto open = own.duties(u"dana"_s);
    VERIFY_OK(open);
    QCOMPARE(textsOf(*open), QStringList{u"Call the county"_s});
    QCOMPARE(codeOf(own.sayDuty(toEnd(open->first().id), u"dana"_s)), Code::Unavailable);
    QCOMPARE(codeOf(own.sayDuty(toSet(u"More"_s, due), u"dana"_s)), Code::Unavailable);
}

QTEST_GUILESS_MAIN(DutyStoreTest)
#include "duty_store_test.moc"
