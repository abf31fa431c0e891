// What a manager should know and do now: every number counted a second way, every kind of need made to appear.

#include "core/report/capacity_report.h"
#include "core/report/charts.h"
#include "core/time/wording.h"
#include "tests/store/today_plain.h"
#include "tests/store/today_site.h"

using namespace beback;
using namespace beback::test;

namespace {

QStringList kindsOf(const TodayPage &page)
{
    QStringList kinds;
    for (const NeedsYou &need : page.needs)
        kinds << toText(need.kind);
    return kinds;
}

// Ten o'clock, with something of everything behind it.
struct Morning : TodaySite {
    Recorded uma, sid, ada, olga, robert, nora, lee, victor, gary, ines;

    Morning()
    {
        daysBefore();
        promises();
        overrides();
        goTo(QTime(9, 51));
        gary = lead(u"Gary Lindholm"_s);
        goTo(QTime(9, 54));
        ines = lead(u"Ines Ferro"_s);
        goTo(QTime(9, 58));
        take(place->raiseAlert(victor.customer, leadOf(victor), u"Bought a 2025 Rogue"_s, u"priya"_s));
        IntakeReport refused;
        must(place->intake().importBytes("<adf><prospect><id source=\"Portal\">9</id><requestdate>2026-11-10T10:00:00-07:00</requestdate>"
                                         "<vehicle><make>Honda</make><model>Pilot</model></vehicle><customer><contact><name part=\"full\">No Way"
                                         "</name></contact></customer></prospect></adf>", u"leads.xml"_s, {}, refused));
        goTo(QTime(10, 0));
    }

    void daysBefore()
    {
        goTo(QDate(2026, 11, 2), QTime(10, 0));
        uma = lead(u"Uma Long"_s, u"luis"_s);
        sid = lead(u"Sid Long"_s, u"luis"_s);
        attempt(uma, u"luis"_s);
        attempt(sid, u"luis"_s);
        goTo(QDate(2026, 11, 3), QTime(10, 0));
        EventDraft skip = about(sid, EventKind::Skipped, u"luis"_s, {{u"reason"_s, u"On holiday."_s}});
        skip.medium = Medium::Email;
        write(skip);
        goTo(QDate(2026, 11, 12), QTime(10, 0));
        ada = lead(u"Ada Okafor"_s, u"dana"_s);
        attempt(ada, u"dana"_s, Medium::Email, Outcome::Sent, kept(u"empty"_s, u"Not today's"_s));
        olga = lead(u"Olga Own"_s, u"dana"_s);
        attempt(olga, u"dana"_s);
        goTo(QDate(2026, 11, 15), QTime(16, 0));
        reply(ada, Medium::Email);
    }

    void promises()
    {
        goTo(QTime(9, 0));
        robert = leadWithPhone(u"Robert Tran"_s);
        nora = leadWithPhone(u"Nora Quist"_s);
        lee = leadWithPhone(u"Lee Later"_s);
        promise(robert, u"priya"_s, at(QTime(9, 30)));
        promise(nora, u"ray"_s, at(QTime(10, 10)));
        promise(lee, u"ray"_s, at(QTime(11, 0)));
        const Recorded undone = leadWithPhone(u"Una Doe"_s);
        attempt(undone, u"ray"_s, Medium::Call, Outcome::NoAnswer);
        undo(promise(undone, u"ray"_s, at(QTime(9, 20))));
    }

    void overrides()
    {
        goTo(QTime(9, 40));
        attempt(lee, u"priya"_s, Medium::Text, Outcome::Sent, kept(u"repeat"_s, u"She asked again"_s));
        victor = leadWithPhone(u"Victor Hale"_s);
        goTo(QTime(9, 45));
        attempt(victor, u"ray"_s, Medium::Email, Outcome::Sent, kept(u"unseen"_s, u"Sent from the CRM"_s));
        undo(attempt(victor, u"ray"_s, Medium::Text, Outcome::Sent, kept(u"empty"_s, u"Taken back"_s)));
    }
};

} // namespace

class TodayTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyNumberAgreesWithTheHistories();
    void everyKindOfNeedAppears();
    void needsOfSeveralSayHowMany();
    void whoIsAtItNeedsNobody();
    void whatDoesNotCountCountsNowhere();
    void visitsAreConfirmedAndComparedWithAWeekAgo();
    void whoLeftUnsoldAndCameBack();
    void whatDoesNotFitIsSaid();
    void todayHoldsTheSameHereInTheLoadAndInTheCapacityReport();
    void aLongListIsSummedUp();
    void anEmptyStoreNeedsNobody();
};

void TodayTest::everyNumberAgreesWithTheHistories()
{
    World world;
    const QDate day = zones::local(world.clock.now(), Zone).date, monday = day.addDays(15 - day.dayOfWeek());
    workHard(world, monday.addDays(-7), QTime(8, 0), 150);
    workHard(world, monday.addDays(-7), QTime(14, 0), 80);
    workHard(world, monday, QTime(8, 0), 150);
    const PlainToday plain(world, u"dana"_s);
    const auto page = readToday(*world.db, RooftopId{1}, u"dana"_s, RuleBook::shipped(), Zone, plain.now);
    VERIFY_OK(page);
    QVERIFY(plain.touches > 0 && !plain.reached.isEmpty() && plain.newWaiting > 0);
    QCOMPARE(page->at, plain.now);
    QCOMPARE(page->touches, plain.touches);
    QCOMPARE(page->newWaiting, plain.newWaiting);
    QCOMPARE(page->longest, plain.longest);
    QCOMPARE(page->reached, int(plain.reached.size()));
    QCOMPARE(page->reachedByCall, int(plain.reachedByCall.size()));
    QCOMPARE(page->reachedWeekAgo, int(plain.reachedWeekAgo.size()));
    QCOMPARE(page->visitsSet, plain.visitsSet);
    QCOMPARE(page->visitsConfirmed, plain.visitsConfirmed);
    QCOMPARE(page->visitsWeekAgo, plain.visitsWeekAgo);
    QCOMPARE(page->unsoldThisMonth, plain.unsold);
    QCOMPARE(page->backThisMonth, plain.back);
    QCOMPARE(page->people.size(), 3); // who left is not among them, nor a manager who works no leads
    for (const PersonToday &person : page->people) {
        QCOMPARE(person.touches, plain.touchesBy.value(person.login));
        QCOMPARE(person.holds, plain.holds.value(person.login));
        QCOMPARE(person.last.has_value(), person.touches > 0);
        QCOMPARE(person.last.value_or(Instant{}), plain.lastBy.value(person.login));
    }
    QMap<QString, PlainToday::Neglect> expected = plain.neglected;
    for (const NeedsYou &need : needsOf(*page, NeedsYou::Kind::Neglected)) {
        const PlainToday::Neglect of = expected.take(need.person);
        QVERIFY(QSet<LeadId>(need.leads.cbegin(), need.leads.cend()) == of.leads);
        QVERIFY(of.skipped == 0 || of.skipped == of.leads.size() || need.detail.startsWith(QString::number(of.skipped) + QLatin1Char(' ')));
    }
    QVERIFY(expected.isEmpty());
}

void TodayTest::everyKindOfNeedAppears()
{
    Morning site;
    const TodayPage page = site.page();
    QCOMPARE(kindsOf(page), (QStringList{u"alert"_s, u"promise"_s, u"promise"_s, u"reply"_s, u"new_leads"_s, u"own_step"_s, u"neglected"_s, u"overridden"_s,
                                         u"overridden"_s, u"quarantine"_s}));
    QCOMPARE(page.touches, 6); // three promises, a call without an answer, and what went out twice
    const NeedsYou &alert = page.needs[0], &broken = page.needs[1], &soon = page.needs[2], &wrote = page.needs[3], &mine = page.needs[5];
    QCOMPARE(alert.title, u"Save a deal: Victor Hale"_s);
    QCOMPARE(alert.detail, u"Bought a 2025 Rogue. Priya Natarajan called for a manager."_s);
    QVERIFY(alert.urgent && alert.until && *alert.until > site.clock.now());
    QCOMPARE(broken.title, u"Callback to Robert Tran, %1"_s.arg(wording::clockTime(site.at(QTime(9, 30)), Zone)));
    QCOMPARE(broken.detail, u"Priya promised it."_s);
    QVERIFY(broken.urgent && broken.lead == site.leadOf(site.robert) && broken.customer == site.robert.customer && broken.person == u"priya"_s);
    QVERIFY(!soon.urgent && soon.lead == site.leadOf(site.nora));
    QCOMPARE(wrote.title, u"Ada Okafor got back to us, and nobody has answered"_s);
    QCOMPARE(wrote.detail, u"They have waited since yesterday %1. The lead is Dana’s."_s.arg(wording::clockTime(*zones::instantOf(QDate(2026, 11, 15), QTime(16, 0), Zone), Zone)));
    QVERIFY(wrote.lead == site.leadOf(site.ada) && wrote.customer == site.ada.customer);
    QVERIFY2(mine.title.startsWith(u"Yours: "_s) && mine.title.endsWith(u" Olga Own"_s) && mine.detail.startsWith(u"Due "_s), qPrintable(mine.title + mine.detail));
}

void TodayTest::needsOfSeveralSayHowMany()
{
    Morning site;
    const TodayPage page = site.page();
    const NeedsYou fresh = needsOf(page, NeedsYou::Kind::NewLeads).value(0), left = needsOf(page, NeedsYou::Kind::Neglected).value(0);
    QCOMPARE(fresh.title, u"2 new leads, none contacted"_s);
    QCOMPARE(fresh.detail, u"Gary Lindholm 9 min, Ines Ferro 6 min"_s);
    QVERIFY(fresh.leads == QVector<LeadId>({site.leadOf(site.gary), site.leadOf(site.ines)}));
    QCOMPARE(page.newWaiting, 2);
    QVERIFY(page.longest == site.at(QTime(9, 51)));
    QCOMPARE(left.title, u"2 leads of Luis Ortega whose next step is due: no touch for 7 days"_s);
    QCOMPARE(left.detail, u"1 skipped with a reason, 1 without"_s);
    QCOMPARE(left.person, u"luis"_s);
    QVERIFY(QSet<LeadId>(left.leads.cbegin(), left.leads.cend()) == QSet<LeadId>({site.leadOf(site.uma), site.leadOf(site.sid)}));
    const auto overridden = needsOf(page, NeedsYou::Kind::Overridden);
    QCOMPARE(overridden.value(0).title, u"Priya overrode a finding: “said before”"_s);
    QCOMPARE(overridden.value(0).detail, u"To Lee Later. Reason given: She asked again"_s);
    QCOMPARE(overridden.value(1).title, u"Ray sent an e-mail nobody saw"_s);
    QVERIFY(overridden.value(1).customer == site.victor.customer && overridden.value(1).person == u"ray"_s);
}

void TodayTest::whoIsAtItNeedsNobody()
{
    Morning site;
    VERIFY_OK(site.place->queue().claim(site.robert.customer, u"priya"_s));
    const NeedsYou held = needsOf(site.page(), NeedsYou::Kind::Promise).value(0);
    QCOMPARE(held.detail, u"Priya promised it and has them in hand."_s);
    QVERIFY(!held.urgent && held.lead == site.leadOf(site.robert));
    site.attempt(site.robert, u"priya"_s, Medium::Call, Outcome::Reached);
    const auto left = needsOf(site.page(), NeedsYou::Kind::Promise);
    QCOMPARE(left.size(), 1);
    QVERIFY(left.first().lead == site.leadOf(site.nora));
}

void TodayTest::whatDoesNotCountCountsNowhere()
{
    TodaySite site;
    site.goTo(QTime(9, 0));
    const Recorded real = site.lead(u"Rea Real"_s), other = site.lead(u"Otto Other"_s);
    site.attempt(real, u"priya"_s, Medium::Call, Outcome::Reached);
    site.setVisit(real, site.at(QTime(18, 0)));
    site.visited(real);
    const TodayPage before = site.page();
    QCOMPARE(before.touches, 2);
    QCOMPARE(before.reached, 1);
    QCOMPARE(before.reachedByCall, 1);
    QCOMPARE(before.visitsSet, 1);
    QCOMPARE(before.unsoldThisMonth, 1);
    QCOMPARE(before.newWaiting, 1);

    const QJsonObject kept = TodaySite::kept(u"empty"_s, u"No time"_s);
    for (const Outcome outcome : {Outcome::Reached, Outcome::Sent}) {
        const Medium medium = outcome == Outcome::Reached ? Medium::Call : Medium::Email;
        site.undo(site.attempt(other, u"priya"_s, medium, outcome, kept));
        site.attempt(other, u"priya"_s, medium, outcome, TodaySite::ofService(kept));
    }
    site.undo(site.visited(other));
    site.visited(other, TodaySite::ofService());
    site.undo(site.setVisit(other, site.at(QTime(18, 0))));
    const EventId dropped = site.setVisit(other, site.at(QTime(18, 0)));
    site.write(TodaySite::about(other, EventKind::AppointmentCancelled, u"priya"_s, {{u"appointment"_s, dropped.toString()}}));
    site.verifyClean();
    site.hold(site.attempt(other, u"priya"_s, Medium::Call, Outcome::Reached, kept));
    site.hold(site.setVisit(other, site.at(QTime(18, 0))));
    site.hold(site.visited(other));
    site.attempt(real, u"priya"_s); // so that what is derived is worked out without what is held
    const TodayPage after = site.page();
    QCOMPARE(after.touches, before.touches + 1);
    QCOMPARE(after.reached, before.reached);
    QCOMPARE(after.visitsSet, before.visitsSet);
    QCOMPARE(after.unsoldThisMonth, before.unsoldThisMonth);
    QVERIFY(needsOf(after, NeedsYou::Kind::Overridden).isEmpty());
}

void TodayTest::visitsAreConfirmedAndComparedWithAWeekAgo()
{
    TodaySite site;
    const auto tomorrow = zones::instantOf(site.today.addDays(1), QTime(15, 0), Zone).value();
    const auto friday = zones::instantOf(site.today.addDays(4), QTime(15, 0), Zone).value();
    const QDate weekAgo = site.today.addDays(-7);
    QVector<Recorded> people;
    site.goTo(weekAgo, QTime(9, 0));
    for (int i = 0; i < 6; ++i)
        people << site.leadWithPhone(u"Person %1"_s.arg(i));
    site.goTo(weekAgo, QTime(11, 0));
    site.attempt(people[0], u"ray"_s, Medium::Call, Outcome::Reached);
    site.attempt(people[1], u"ray"_s, Medium::Text);
    site.attempt(people[2], u"ray"_s, Medium::Email);
    site.setVisit(people[0], zones::instantOf(weekAgo, QTime(18, 0), Zone).value());
    site.goTo(weekAgo, QTime(14, 0));
    site.reply(people[1], Medium::Text);
    site.goTo(weekAgo, QTime(16, 0)); // after this hour
    site.attempt(people[3], u"ray"_s, Medium::Call, Outcome::Reached);
    site.setVisit(people[3], friday);
    site.goTo(weekAgo.addDays(1), QTime(9, 0));
    site.reply(people[2], Medium::Email);

    site.goTo(QTime(9, 0));
    site.attempt(people[0], u"ray"_s, Medium::Call, Outcome::Reached);
    site.setVisit(people[0], tomorrow); // spoken with before ten: to be confirmed
    site.setVisit(people[1], friday);   // that is early enough on Thursday
    site.goTo(QTime(11, 0));
    site.attempt(people[2], u"ray"_s, Medium::Call, Outcome::Reached);
    site.setVisit(people[2], friday);
    site.setVisit(people[2], tomorrow); // moved: once, and confirmed
    site.setVisit(people[3], tomorrow);
    site.goTo(QTime(12, 0));
    site.reply(people[3], Medium::Text); // yes
    site.goTo(QTime(15, 0));
    const TodayPage page = site.page();
    QCOMPARE(page.reached, 2);
    QCOMPARE(page.reachedWeekAgo, 2);
    QCOMPARE(page.visitsSet, 4);
    QCOMPARE(page.visitsConfirmed, 2);
    QCOMPARE(page.visitsWeekAgo, 1);
}

void TodayTest::whoLeftUnsoldAndCameBack()
{
    TodaySite site;
    QVector<Recorded> people;
    site.goTo(QDate(2026, 10, 30), QTime(10, 0));
    for (int i = 0; i < 7; ++i)
        people << site.lead(u"Person %1"_s.arg(i));
    site.visited(people[0]); // last month
    site.goTo(QDate(2026, 11, 3), QTime(10, 0));
    site.visited(people[1]);
    site.visited(people[2]);
    site.visited(people[3]);
    site.goTo(QDate(2026, 11, 3), QTime(17, 0));
    site.close(people[3], LeadStatus::Sold); // that day
    site.visited(people[2]);                 // that day again: not back yet
    site.visited(people[4]);
    site.visited(people[5], TodaySite::ofService());
    site.visited(people[6]);
    site.goTo(QDate(2026, 11, 10), QTime(10, 0));
    site.visited(people[2]);
    site.close(people[4], LeadStatus::Sold);
    site.close(people[6], LeadStatus::Lost);
    site.goTo(QTime(10, 0));
    const TodayPage page = site.page();
    QCOMPARE(page.unsoldThisMonth, 4); // 1, 2, 4 and 6
    QCOMPARE(page.backThisMonth, 2);   // 2 and 4
}

void TodayTest::whatDoesNotFitIsSaid()
{
    TodaySite site;
    site.goTo(site.today.addDays(-22), QTime(9, 0));
    const Recorded worked = site.lead(u"Wes Worked"_s);
    for (const int weeks : {3, 2, 1})
        for (int i = 0; i < 6; ++i) {
            site.goTo(site.today.addDays(-7 * weeks), QTime(11 + i % 2, 10 + i));
            if (i < 4)
                site.attempt(worked, u"priya"_s);
            site.attempt(worked, u"ray"_s);
        }
    site.goTo(QTime(10, 0));
    QSet<LeadId> theirs;
    for (int i = 0; i < 9; ++i)
        theirs.insert(site.leadOf(site.lead(u"Of Priya"_s, u"priya"_s)));
    for (int i = 0; i < 4; ++i)
        site.lead(u"Of Ray"_s, u"ray"_s);
    const TodayPage page = site.page();
    const auto report = readCapacityReport(*site.db, RooftopId{1}, RuleBook::shipped(), Zone, site.clock.now());
    VERIFY_OK(report);
    int left = 0;
    for (const CapacityReport::Person &person : report->people) {
        left += person.capacity.left;
        const auto today = std::find_if(page.people.cbegin(), page.people.cend(), [&](const PersonToday &one) { return one.login == person.who.login; });
        QVERIFY(today != page.people.cend());
        QCOMPARE(today->finishes, std::optional(person.done + person.capacity.left));
    }
    QCOMPARE(page.planned, std::optional(page.touches + left));
    const auto over = needsOf(page, NeedsYou::Kind::Overload);
    QCOMPARE(over.size(), 1);
    QCOMPARE(over.first().title, u"5 of Priya’s leads do not fit today"_s);
    QVERIFY2(over.first().detail.contains(u"room for"_s), qPrintable(over.first().detail));
    QCOMPARE(over.first().person, u"priya"_s);
    QCOMPARE(over.first().leads.size(), 5);
    for (const LeadId lead : over.first().leads)
        QVERIFY(theirs.contains(lead));
}

// At every hour: what is left of the day is measured from that hour on, once for all three.
void TodayTest::todayHoldsTheSameHereInTheLoadAndInTheCapacityReport()
{
    TodaySite site;
    site.goTo(site.today.addDays(-22), QTime(9, 0));
    const Recorded worked = site.lead(u"Wes Worked"_s);
    for (const int weeks : {3, 2, 1})
        for (int i = 0; i < 8; ++i) {
            site.goTo(site.today.addDays(-7 * weeks), QTime(10 + i, 10));
            site.attempt(worked, u"priya"_s);
            site.attempt(worked, u"ray"_s, Medium::Text);
        }
    site.goTo(QTime(9, 0));
    for (int i = 0; i < 40; ++i)
        site.lead(u"Due %1"_s.arg(i));
    site.lead(u"Of Dana"_s, u"dana"_s);
    QSet<int> seen;
    for (const int hour : {9, 12, 15, 18}) {
        site.goTo(QTime(hour, 0));
        if (hour == 12)
            site.attempt(worked, u"ray"_s, Medium::Text);
        const TodayPage page = site.page();
        const auto report = readCapacityReport(*site.db, RooftopId{1}, RuleBook::shipped(), Zone, site.clock.now());
        VERIFY_OK(report);
        int left = 0;
        for (const CapacityReport::Person &person : report->people) {
            left += person.capacity.left;
            QCOMPARE(person.capacity.isKnown(), !person.who.isManager); // she works no leads: what agents finish says nothing of her
        }
        const auto charts = readCharts(*site.db, RooftopId{1}, site.place->plans(), *WordShelf::shipped(), {}, Zone, site.clock.now(), u"load"_s);
        VERIFY_OK(charts);
        const ChartSeries series = charts->find(u"load"_s)->series.value(0);
        const ChartMark &fits = series.marks.first();
        QCOMPARE(fits.key, site.today.toString(Qt::ISODate));
        QCOMPARE(fits.count, left);
        QCOMPARE(page.planned.value() - page.touches, left);
        seen.insert(left);
    }
    QCOMPARE(seen.size(), 4); // and it is less with every hour
}

void TodayTest::aLongListIsSummedUp()
{
    TodaySite site;
    site.goTo(QTime(8, 0));
    for (int i = 0; i < 15; ++i)
        site.promise(site.leadWithPhone(u"Person %1"_s.arg(i)), u"priya"_s, site.at(QTime(9, 10 + i)));
    site.lead(u"Neil New"_s);
    site.goTo(QTime(10, 0));
    const TodayPage page = site.page();
    QCOMPARE(page.needs.size(), 12);
    const auto promises = needsOf(page, NeedsYou::Kind::Promise);
    QCOMPARE(promises.size(), 11);
    for (int i = 0; i < 10; ++i)
        QVERIFY(promises[i].title.startsWith(u"Callback to Person %1,"_s.arg(i)));
    QCOMPARE(promises.last().title, u"5 more promised times"_s);
    QCOMPARE(promises.last().leads.size(), 5);
    QVERIFY(promises.last().urgent && promises.last().lead.isNull());
    QCOMPARE(page.needs.last().title, u"1 new lead, not contacted yet"_s);
}

void TodayTest::anEmptyStoreNeedsNobody()
{
    TodaySite site;
    const TodayPage page = site.page();
    QVERIFY(page.needs.isEmpty() && !page.planned && !page.longest);
    QCOMPARE(page.touches + page.newWaiting + page.reached + page.visitsSet + page.unsoldThisMonth, 0);
    QCOMPARE(page.people.size(), 3);
    const auto refused = site.place->todayPage(u"priya"_s);
    QVERIFY(!refused && refused.error().code == Code::Denied);
}

QTEST_GUILESS_MAIN(TodayTest)
#include "today_test.moc"
