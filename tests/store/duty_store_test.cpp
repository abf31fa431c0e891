// What managers have to do themselves: worked out from a store, and what is said about it kept there.

#include "core/report/charts.h"
#include "core/report/duty_store.h"
#include "core/report/monday.h"
#include "tests/store/duty_words.h"
#include "tests/store/today_site.h"

using namespace beback;
using namespace beback::test;

namespace {

QStringList kindsOf(const QVector<Duty> &duties)
{
    QStringList kinds;
    for (const Duty &duty : duties)
        kinds << toText(duty.kind);
    return kinds;
}

} // namespace

class DutyStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneIsSetAndDone();
    void whatIsSaidIsChecked();
    void whoIsFirstEndsIt();
    void theSameSaidAgainIsSaidOnce();
    void everyKindFollowsFromTheHistory();
    void whatTheyFollowFromIsKeptCheckedAndMended();
    void aPromiseIsFoundByItsTime();
    void whoBoughtAsksForNothing();
    void whoLeftHasNoDuties();
    void whatANewerProgramWroteIsSaidToBeMissing();
    void whatWasTakenBackAsksForNothing();
    void todaySaysWhoIsOverdue();
    void theMondayPageCountsThem();
    void aFilterOfTheChartCutsTheirLeads();
    void onlyManagersHaveThem();
    void nothingSaidIsChanged();
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

// Whoever does not hear the answer, as the line was cut after it was kept, says the same again.
void DutyStoreTest::theSameSaidAgainIsSaidOnce()
{
    Managed site;
    DutyWord word = toSet(u"Call the county"_s, site.at(QTime(16, 0)), u"kim"_s);
    word.duty = newDutyId(site.random, site.clock.now());
    VERIFY_OK(site.place->sayDuty(word, u"dana"_s));
    site.goTo(QTime(9, 5));
    const auto again = site.place->sayDuty(word, u"dana"_s);
    VERIFY_OK(again);
    QCOMPARE(again->duty, word.duty);
    QCOMPARE(textsOf(*site.place->duties(u"dana"_s)), QStringList{u"Call the county"_s});
    DutyWord other = word;
    other.text = u"Call the state"_s;
    QCOMPARE(codeOf(site.place->sayDuty(other, u"dana"_s)), Code::Conflict); // it would be lost
    QCOMPARE(codeOf(site.place->sayDuty(word, u"kim"_s)), Code::Conflict);
    other.duty = u"unsold:x:2026-11-16"_s;
    QCOMPARE(codeOf(site.place->sayDuty(other, u"dana"_s)), Code::Invalid);
    const DutyWord done = toEnd(word.duty);
    VERIFY_OK(site.place->sayDuty(done, u"kim"_s));
    VERIFY_OK(site.place->sayDuty(done, u"kim"_s));
    QCOMPARE(codeOf(site.place->sayDuty(done, u"dana"_s)), Code::Conflict);
    QCOMPARE(codeOf(site.place->sayDuty(toEnd(word.duty, DutyWord::Says::LeftOut, u"They moved away."_s), u"kim"_s)), Code::Conflict);
    QCOMPARE(readDutyWords(*site.db, RooftopId{1}, {})->size(), 2);
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
    QCOMPARE(codeOf(site.place->sayDuty(toEnd(u"quarantine:2026-11-14"_s), u"dana"_s)), Code::Invalid); // they still lie there
    QCOMPARE(codeOf(site.place->sayDuty(toEnd(u"quarantine:2026-11-14"_s, DutyWord::Says::LeftOut, u"Not ours."_s), u"dana"_s)), Code::Invalid);
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

// Nobody reads a history for a list of duties: what they follow from stands in the customer's row.
void DutyStoreTest::whatTheyFollowFromIsKeptCheckedAndMended()
{
    Managed site;
    site.goTo(QDate(2026, 11, 14), QTime(10, 0));
    site.visited(site.leadWithPhone(u"Una Doe"_s));
    site.goTo(QTime(9, 0));
    site.verifyClean();
    const auto unsold = [&] { return kindsOf(*site.place->duties(u"dana"_s)).count(u"unsold"_s); };
    QCOMPARE(unsold(), 1);
    writeBeside(site, u"UPDATE customer SET duty_trail = '', duty_at = 0"_s);
    QCOMPARE(unsold(), 0);
    const auto found = checkStore(*site.db, RooftopId{1}, site.plans, false);
    VERIFY_OK(found);
    QCOMPARE(found->differences, 1);
    QCOMPARE(checkStore(*site.db, RooftopId{1}, site.plans, true)->repaired, 1);
    QCOMPARE(unsold(), 1);
    site.verifyClean();
    // As a store of an older Beback has it: none is kept, until a newer one opens it.
    writeBeside(site, u"UPDATE customer SET duty_trail = '', duty_at = 0"_s);
    VERIFY_OK(site.place->setSetting(u"planned_by"_s, u"6 as it was"_s));
    site.place.reset();
    site.place = TodaySite::take(Workplace::open(site.url(), Workplace::Open::CreateOrUpgrade, site.clock, site.random));
    QCOMPARE(unsold(), 1);
}

// However long before it was made, and the same wherever it is looked at.
void DutyStoreTest::aPromiseIsFoundByItsTime()
{
    Managed site;
    site.goTo(QDate(2026, 10, 5), QTime(9, 0));
    const Recorded ines = site.leadWithPhone(u"Ines Alvarez"_s), rob = site.leadWithPhone(u"Robert Tran"_s), una = site.leadWithPhone(u"Una Doe"_s);
    const Instant then = zones::instantOf(QDate(2026, 11, 14), QTime(15, 0), TodaySite::Zone).value(); // in forty days
    site.promise(ines, u"priya"_s, then);
    site.promise(rob, u"priya"_s, then);
    site.undo(site.promise(una, u"priya"_s, then));
    site.goTo(QDate(2026, 11, 14), QTime(15, 10));
    site.attempt(rob, u"priya"_s, Medium::Call, Outcome::NoAnswer); // kept
    site.goTo(QTime(13, 0));
    QStringList promises;
    const auto duties = site.place->duties(u"dana"_s);
    VERIFY_OK(duties);
    for (const Duty &duty : *duties)
        if (duty.kind == Duty::Kind::Promise)
            promises << duty.lead.toString();
    QCOMPARE(promises, QStringList{site.leadOf(ines).toString()});
    for (const int days : {7, 90}) {
        ChartFilter filter;
        filter.days = days;
        const auto charts = site.place->charts(filter, u"dana"_s, nullptr, u"duties"_s);
        VERIFY_OK(charts);
        const Chart *chart = charts->find(u"duties"_s);
        QVERIFY(chart && chart->isRead);
        QSet<LeadId> notDone;
        for (const ChartSeries &series : chart->series)
            for (const ChartMark &mark : series.marks)
                notDone += series.key == u"not_done"_s ? QSet<LeadId>(mark.leads.cbegin(), mark.leads.cend()) : QSet<LeadId>();
        QCOMPARE(notDone, QSet<LeadId>{site.leadOf(ines)});
    }
}

void DutyStoreTest::whoBoughtAsksForNothing()
{
    Managed site;
    site.goTo(QDate(2026, 9, 20), QTime(10, 0));
    const Recorded una = site.leadWithPhone(u"Una Sold"_s), kay = site.leadWithPhone(u"Kay Ordered"_s), sam = site.leadWithPhone(u"Sam Came"_s);
    site.close(kay, LeadStatus::Sold);
    site.goTo(QDate(2026, 11, 14), QTime(10, 0));
    site.visited(kay); // to fetch it
    site.visited(sam);
    site.visited(una);
    site.close(una, LeadStatus::Sold); // in the same instant
    site.goTo(QTime(9, 0));
    QStringList texts;
    const auto duties = site.place->duties(u"dana"_s);
    VERIFY_OK(duties);
    for (const Duty &duty : *duties)
        if (duty.kind == Duty::Kind::Unsold)
            texts << duty.text;
    QCOMPARE(texts, QStringList{u"Contact Sam Came, who came in and did not buy"_s});
}

void DutyStoreTest::whoLeftHasNoDuties()
{
    Managed site;
    VERIFY_OK(site.place->sayDuty(toSet(u"Coach Luis"_s, site.at(QTime(16, 0)), u"kim"_s), u"dana"_s));
    QVERIFY(site.page(u"dana"_s).duties.isEmpty());
    site.leaves(u"kim"_s);
    const TodayPage page = site.page(u"dana"_s);
    QCOMPARE(textsOf(page.duties), QStringList{u"Coach Luis"_s});
    VERIFY_OK(site.place->sayDuty(toEnd(page.duties.first().id), u"dana"_s));
    QVERIFY(site.page(u"dana"_s).duties.isEmpty());
    VERIFY_OK(site.place->sayDuty(toEnd(page.duties.first().id), u"dana"_s)); // the answer was lost
    QCOMPARE(readDutyWords(*site.db, RooftopId{1}, {})->size(), 2);
}

void DutyStoreTest::whatANewerProgramWroteIsSaidToBeMissing()
{
    Managed site;
    site.goTo(QDate(2026, 11, 14), QTime(10, 0));
    site.visited(site.leadWithPhone(u"Una Doe"_s));
    site.visited(site.leadWithPhone(u"Sam Sold"_s));
    site.goTo(QTime(9, 0));
    const auto duties = [&] { return *TodaySite::take(readCharts(*site.db, RooftopId{1}, site.place->plans(), *WordShelf::shipped(), {}, TodaySite::Zone, site.clock.now(), u"duties"_s)).find(u"duties"_s); };
    QVERIFY(!duties().counted.contains(u"newer Beback"_s));
    writeBeside(site, u"UPDATE customer SET duty_trail = '9' WHERE name = 'Una Doe'"_s);
    QVERIFY2(duties().counted.endsWith(u"\nWhat duties follow from was written by a newer Beback for 1 person, and is not counted here. Update this one."_s), qPrintable(duties().counted));
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
    VERIFY_OK(checkStore(*site.db, RooftopId{1}, site.plans, true)); // a guard holds it before it counts: rows with it are taken by nobody
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
    QCOMPARE(chart->says, u"1 of 4 duties of managers due in the last 90 days was not done, and 1 late"_s);
    for (const ChartSeries &series : chart->series)
        QCOMPARE(series.marks.first().count, 1);
}

void DutyStoreTest::aFilterOfTheChartCutsTheirLeads()
{
    Managed site;
    site.goTo(QDate(2026, 11, 5), QTime(9, 0));
    QVector<Recorded> leads;
    for (const QString &source : {u"Website"_s, u"Portal"_s}) {
        LeadDraft draft = draftNamed(u"From "_s + source, {}, source.toLower() + u"@example.com"_s);
        draft.source = source;
        leads << site.arrive(draft, u"luis"_s);
    }
    site.goTo(QDate(2026, 11, 14), QTime(10, 0));
    for (const Recorded &lead : std::as_const(leads)) {
        EventDraft skip = TodaySite::about(lead, EventKind::Skipped, u"luis"_s, {{u"reason"_s, u"On holiday."_s}});
        skip.medium = Medium::Email;
        site.write(skip);
    }
    site.goTo(QTime(13, 0));
    const auto notDone = [&](const QString &source) {
        ChartFilter filter;
        filter.source = source;
        const auto set = TodaySite::take(site.place->charts(filter, u"dana"_s, nullptr, u"duties"_s));
        QSet<LeadId> found;
        for (const ChartSeries &series : set.find(u"duties"_s)->series)
            for (const ChartMark &mark : series.marks)
                found += QSet<LeadId>(mark.leads.cbegin(), mark.leads.cend());
        return found;
    };
    QCOMPARE(notDone({}), (QSet<LeadId>{site.leadOf(leads[0]), site.leadOf(leads[1])}));
    QCOMPARE(notDone(u"Portal"_s), QSet<LeadId>{site.leadOf(leads[1])});
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

QTEST_GUILESS_MAIN(DutyStoreTest)
#include "duty_store_test.moc"
