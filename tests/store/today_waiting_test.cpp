// Today names whoever waits for the store on their own account: those who got back to it, and those who come in.

#include "core/time/wording.h"
#include "tests/store/today_site.h"

using namespace beback;
using namespace beback::test;

namespace {

QString clockOf(const TodaySite &site, QTime time)
{
    return wording::clockTime(site.at(time), TodaySite::Zone);
}

} // namespace

class TodayWaitingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoGotBackToUsIsNamedUntilSomebodyAnswers();
    void aCallThatNobodyAnsweredIsNoAnswer();
    void whoGotBackToUsIsNamedWhateverElseIsDue();
    void whoRefusedEverythingIsNotNamed();
    void visitsAreNamedAsLongAsSomethingIsToBeDone();
    void confirmedVisitsStandInOneLine();
    void whoRefusedEverythingIsNotExpected();
    void whoWroteAboutTwoCarsIsOnePerson();
    void tomorrowsVisitsAreTomorrows();
    void aLongListOfVisitsIsSummedUp();
};

void TodayWaitingTest::whoGotBackToUsIsNamedUntilSomebodyAnswers()
{
    TodaySite site;
    site.goTo(site.today.addDays(-1), QTime(12, 0));
    QVector<Recorded> people;
    for (int i = 0; i < 5; ++i) {
        people << site.leadWithPhone(u"Person %1"_s.arg(i), i == 1 ? u"priya"_s : QString());
        site.attempt(people[i], u"priya"_s, Medium::Text);
    }
    for (int i = 0; i < 5; ++i) {
        site.goTo(QTime(8 + i, 0));
        site.reply(people[i], Medium::Text);
    }
    site.goTo(QTime(13, 0));
    const auto all = needsOf(site.page(), NeedsYou::Kind::Reply);
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().title, u"5 people got back to us, and nobody has answered"_s);
    QCOMPARE(all.first().detail, u"Person 0 5 h, Person 1 4 h, Person 2 3 h and 2 more"_s);
    QCOMPARE(all.first().leads.size(), 5);
    QVERIFY(all.first().leads.first() == site.leadOf(people[0]));
    VERIFY_OK(site.place->queue().claim(people[0].customer, u"ray"_s)); // is at it
    site.attempt(people[2], u"priya"_s, Medium::Text); // answered
    site.attempt(people[3], u"priya"_s, Medium::Text); // likewise
    site.close(people[4], LeadStatus::Lost);
    const auto left = needsOf(site.page(), NeedsYou::Kind::Reply);
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().title, u"Person 1 got back to us, and nobody has answered"_s);
    QCOMPARE(left.first().detail, u"They have waited since %1. The lead is Priya’s."_s.arg(wording::clockTime(site.at(QTime(9, 0)), TodaySite::Zone)));
    QVERIFY(left.first().lead == site.leadOf(people[1]) && left.first().leads.isEmpty());
}

void TodayWaitingTest::aCallThatNobodyAnsweredIsNoAnswer()
{
    TodaySite site;
    site.goTo(QTime(8, 0));
    const Recorded tried = site.leadWithPhone(u"Tia Tried"_s);
    site.attempt(tried, u"priya"_s, Medium::Text);
    site.goTo(QTime(9, 0));
    site.reply(tried, Medium::Text);
    site.goTo(QTime(9, 5));
    site.attempt(tried, u"priya"_s, Medium::Call, Outcome::NoAnswer);
    site.goTo(site.today.addDays(3), QTime(10, 0));
    const auto waiting = needsOf(site.page(), NeedsYou::Kind::Reply);
    QCOMPARE(waiting.size(), 1);
    const auto then = [&](QTime time) { return wording::dayAndTime(site.at(time), TodaySite::Zone, site.clock.now()); };
    QCOMPARE(waiting.first().detail, u"They have waited since %1; last tried %2. The lead is anybody’s."_s.arg(then(QTime(9, 0)), then(QTime(9, 5))));
}

// The queue shows one step of each person: what they came in for yesterday, before what they wrote this morning.
void TodayWaitingTest::whoGotBackToUsIsNamedWhateverElseIsDue()
{
    TodaySite site;
    site.goTo(site.today.addDays(-1), QTime(15, 0));
    const Recorded came = site.leadWithPhone(u"Cara Came"_s), missed = site.leadWithPhone(u"Milo Missed"_s);
    site.attempt(missed, u"priya"_s, Medium::Text);
    site.setVisit(missed, site.clock.now() + std::chrono::hours(1));
    site.visited(came);
    site.goTo(QTime(9, 0));
    site.reply(came, Medium::Text);
    site.reply(missed, Medium::Text);
    site.goTo(QTime(9, 10));
    const auto waiting = needsOf(site.page(), NeedsYou::Kind::Reply);
    QCOMPARE(waiting.size(), 1);
    QCOMPARE(QSet<LeadId>(waiting.first().leads.cbegin(), waiting.first().leads.cend()), QSet<LeadId>({site.leadOf(came), site.leadOf(missed)}));
}

void TodayWaitingTest::whoRefusedEverythingIsNotNamed()
{
    TodaySite site;
    site.goTo(QTime(9, 0));
    const Recorded refused = site.leadWithPhone(u"Rita Refused"_s);
    site.attempt(refused, u"priya"_s, Medium::Text);
    site.goTo(QTime(9, 30));
    EventDraft stop = TodaySite::about(refused, EventKind::DoNotContactSet, u"priya"_s, {{u"reason"_s, u"She asked for it."_s}});
    stop.lead = {};
    site.write(stop);
    site.goTo(QTime(9, 40));
    site.reply(refused, Medium::Text);
    QVERIFY(needsOf(site.page(), NeedsYou::Kind::Reply).isEmpty());
}

void TodayWaitingTest::visitsAreNamedAsLongAsSomethingIsToBeDone()
{
    TodaySite site;
    site.goTo(site.today.addDays(-3), QTime(12, 0)); // a Friday
    const Recorded past = site.leadWithPhone(u"Paul Past"_s), later = site.leadWithPhone(u"Lena Later"_s, u"luis"_s),
                   here = site.leadWithPhone(u"Hugo Here"_s), off = site.leadWithPhone(u"Olaf Off"_s);
    for (const auto &[who, time] : {std::pair(past, QTime(9, 30)), std::pair(later, QTime(18, 0)), std::pair(here, QTime(11, 0))})
        site.setVisit(who, site.at(time));
    const EventId dropped = site.setVisit(off, site.at(QTime(16, 0)));
    site.goTo(QTime(9, 0));
    site.visited(here);
    site.write(TodaySite::about(off, EventKind::AppointmentCancelled, u"priya"_s, {{u"appointment"_s, dropped.toString()}}));
    site.goTo(QTime(9, 59));
    QCOMPARE(needsOf(site.page(), NeedsYou::Kind::Visit).size(), 1); // they may be on their way
    site.goTo(QTime(10, 0));
    const TodayPage page = site.page();
    const auto visits = needsOf(page, NeedsYou::Kind::Visit);
    QCOMPARE(visits.size(), 2);
    QCOMPARE(visits[0].title, u"Visit of Paul Past, %1"_s.arg(clockOf(site, QTime(9, 30))));
    QCOMPARE(visits[0].detail, u"Nobody has written down yet whether they came. The lead is anybody’s."_s);
    QCOMPARE(visits[1].title, u"Visit of Lena Later, %1"_s.arg(clockOf(site, QTime(18, 0))));
    QCOMPARE(visits[1].detail, u"Not confirmed yet. The lead is Luis’s."_s);
    QVERIFY(visits[1].lead == site.leadOf(later) && visits[1].customer == later.customer && visits[1].person == u"luis"_s);
    QCOMPARE(page.visits.size(), 2);
    QVERIFY(page.visits[1].at == site.at(QTime(18, 0)) && page.visits[1].owner == u"luis"_s && !page.visits[1].isConfirmed);
}

void TodayWaitingTest::confirmedVisitsStandInOneLine()
{
    TodaySite site;
    site.goTo(site.today.addDays(-3), QTime(12, 0));
    QVector<Recorded> people;
    for (int i = 0; i < 4; ++i) {
        people << site.leadWithPhone(u"Person %1"_s.arg(i));
        site.setVisit(people[i], site.at(QTime(14 + i, 0)));
    }
    site.goTo(QTime(9, 0));
    site.attempt(people[0], u"priya"_s, Medium::Call, Outcome::Reached);
    const auto one = needsOf(site.page(), NeedsYou::Kind::Visit);
    QCOMPARE(one.size(), 4);
    QCOMPARE(one[0].title, u"Expected today: Person 0, %1"_s.arg(clockOf(site, QTime(14, 0))));
    QCOMPARE(one[0].detail, u"Confirmed. The lead is anybody’s."_s);
    for (int i = 1; i < 4; ++i)
        site.attempt(people[i], u"priya"_s, Medium::Call, Outcome::Reached);
    const TodayPage page = site.page();
    const auto all = needsOf(page, NeedsYou::Kind::Visit);
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0].title, u"4 confirmed visits are still to come today"_s);
    QCOMPARE(all[0].detail, u"%1 Person 0, %2 Person 1, %3 Person 2 and 1 more"_s.arg(clockOf(site, QTime(14, 0)), clockOf(site, QTime(15, 0)), clockOf(site, QTime(16, 0))));
    QCOMPARE(all[0].leads.size(), 4);
    QVERIFY(all[0].leads.first() == site.leadOf(people[0]));
    QVERIFY(std::all_of(page.visits.cbegin(), page.visits.cend(), [](const VisitToday &visit) { return visit.isConfirmed; }));
}

void TodayWaitingTest::whoRefusedEverythingIsNotExpected()
{
    TodaySite site;
    site.goTo(site.today.addDays(-3), QTime(12, 0));
    const Recorded refused = site.leadWithPhone(u"Rita Refused"_s);
    site.setVisit(refused, site.at(QTime(17, 0)));
    site.goTo(QTime(9, 0));
    QCOMPARE(site.page().visits.size(), 1);
    site.attempt(refused, u"priya"_s, Medium::Call, Outcome::AskedToStop);
    site.goTo(QTime(11, 0));
    QVERIFY(needsOf(site.page(), NeedsYou::Kind::Visit).isEmpty());
    QVERIFY(site.page().visits.isEmpty());
}

void TodayWaitingTest::whoWroteAboutTwoCarsIsOnePerson()
{
    TodaySite site;
    site.goTo(QTime(8, 0));
    const Recorded first = site.leadWithPhone(u"Tom Twocars"_s);
    const Recorded second = TodaySite::take(site.recorder->recordNewLead(first.customer, draftNamed(u"Tom Twocars"_s, u"+13165550001"_s), u"system"_s));
    QCOMPARE(second.state.leads.size(), 2);
    for (const LeadState &lead : second.state.leads) {
        EventDraft wrote = TodaySite::about(first, EventKind::Reply, u"system"_s);
        wrote.lead = lead.id;
        wrote.medium = Medium::Text;
        wrote.direction = Direction::In;
        site.goTo(site.clock.now() == site.at(QTime(8, 0)) ? QTime(9, 0) : QTime(10, 0));
        site.write(wrote);
    }
    site.goTo(QTime(11, 0));
    const auto needs = needsOf(site.page(), NeedsYou::Kind::Reply);
    QCOMPARE(needs.size(), 1);
    QCOMPARE(needs.first().title, u"Tom Twocars got back to us, and nobody has answered"_s);
    QVERIFY(needs.first().lead == second.state.leads.first().id);
}

void TodayWaitingTest::tomorrowsVisitsAreTomorrows()
{
    TodaySite site;
    site.goTo(site.today.addDays(-1), QTime(12, 0));
    const Recorded late = site.leadWithPhone(u"Late Tonight"_s), early = site.leadWithPhone(u"Early Tomorrow"_s);
    site.setVisit(late, site.at(QTime(23, 59)));
    site.setVisit(early, *zones::instantOf(site.today.addDays(1), QTime(0, 0), TodaySite::Zone));
    site.goTo(QTime(10, 0));
    QCOMPARE(site.page().visits.size(), 1);
    QCOMPARE(site.page().visits.first().name, u"Late Tonight"_s);
    site.goTo(site.today.addDays(1), QTime(9, 0));
    QCOMPARE(site.page().visits.size(), 1);
    QCOMPARE(site.page().visits.first().name, u"Early Tomorrow"_s);
}

void TodayWaitingTest::aLongListOfVisitsIsSummedUp()
{
    TodaySite site;
    site.goTo(site.today.addDays(-3), QTime(12, 0));
    for (int i = 0; i < 14; ++i)
        site.setVisit(site.leadWithPhone(u"Person %1"_s.arg(i)), site.at(QTime(15, 0 + i)));
    site.goTo(QTime(10, 0));
    const auto visits = needsOf(site.page(), NeedsYou::Kind::Visit);
    QVERIFY(visits.size() < 14);
    const int summed = 14 - int(visits.size() - 1);
    QCOMPARE(visits.last().title, u"%1 more visits today"_s.arg(summed));
    QCOMPARE(visits.last().detail, u"The first of them at %1."_s.arg(clockOf(site, QTime(15, 14 - summed))));
    QCOMPARE(visits.last().leads.size(), summed);
}

QTEST_GUILESS_MAIN(TodayWaitingTest)
#include "today_waiting_test.moc"
