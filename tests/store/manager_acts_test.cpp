// What a manager does with many leads at once: nudge, another plan, a note to who works them, the load balanced; and that taken back.

#include "core/desk/desk.h"
#include "tests/store/manager_acts.h"
#include "tests/support/shared_world.h"

using namespace beback;
using namespace beback::test;

namespace {

template <class T> T answer(QFuture<T> future)
{
    for (int i = 0; i < 2000 && !future.isFinished(); ++i)
        QTest::qWait(5);
    if (!future.isFinished())
        qFatal("the desk did not answer within ten seconds");
    return future.result();
}

} // namespace

class ManagerActsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoIsNudgedIsDueNow();
    void leadsBeginOnAnotherPlan();
    void aNoteIsForWhoWorksTheLead();
    void undoBringsBackTheStateBefore_data();
    void undoBringsBackTheStateBefore();
    void onlyAManagerActs_data();
    void onlyAManagerActs();
    void whatCannotBeIsSaid();
    void whatIsNoSuchActIsNotTakenBack();
    void whoStillHoldsThemGives();
    void theLoadIsBalanced();
    void soldLeadsAreNotGivenAway();
    void aDeskDoesTheSame();
    void aDeskOfASharedDatabaseDoesTheSame();
};

void ManagerActsTest::whoIsNudgedIsDueNow()
{
    TodaySite site;
    const Recorded ofLuis = site.lead(u"Lou Luis"_s, u"luis"_s), closed = site.lead(u"Cleo Closed"_s, u"luis"_s), free = site.lead(u"Fay Free"_s);
    site.attempt(ofLuis, u"luis"_s);
    site.attempt(free, u"ray"_s);
    site.close(closed, LeadStatus::Lost);
    site.clock.advance(std::chrono::minutes(20));
    const LeadId lead = site.leadOf(ofLuis);
    QVERIFY(TodaySite::take(site.place->view(ofLuis.customer, lead, u"luis"_s)).step->dueAt > site.clock.now());
    const auto acted = site.place->act(nudge({lead, site.leadOf(closed), site.leadOf(free)}), u"dana"_s);
    VERIFY_OK(acted);
    QCOMPARE(acted->changed, 2);
    QCOMPARE(acted->left, 1);
    QCOMPARE(acted->events.size(), 2);
    const LeadView view = TodaySite::take(site.place->view(ofLuis.customer, lead, u"luis"_s));
    QVERIFY(view.step->nudged);
    QCOMPARE(view.step->dueAt, site.clock.now());
    QVERIFY2(view.why.contains(u"Dana Whitfield asks you to work this one: They are hot"_s), qPrintable(view.why.join(u'\n')));
    QCOMPARE(view.timeline.first().kind, EventKind::Nudged);
    QCOMPARE(view.timeline.first().title, u"To be worked now by you"_s);
    QCOMPARE(view.timeline.first().line, u"They are hot."_s);
    QCOMPARE(TodaySite::take(site.place->view(free.customer, {}, u"ray"_s)).timeline.first().title, u"To be worked now"_s);
    const auto page = site.place->queue().page(u"luis"_s, 10);
    VERIFY_OK(page);
    QCOMPARE(page->next.first().customer == ofLuis.customer || page->next.first().customer == free.customer, true);
    QVERIFY(page->next.first().due);
    site.verifyClean();

    QCOMPARE(site.place->act(nudge({lead}), u"dana"_s)->left, 1); // asked for already
    QCOMPARE(site.place->act(nudge({lead}, u"Now or never"_s), u"dana"_s)->changed, 1);
    site.attempt(ofLuis, u"luis"_s);
    QVERIFY(!TodaySite::take(site.place->customer(ofLuis.customer)).leads.first().nudge);
    QVERIFY(!TodaySite::take(site.place->view(ofLuis.customer, lead, u"luis"_s)).why.join(u' ').contains(u"asks you"_s));
    site.verifyClean();
}

void ManagerActsTest::leadsBeginOnAnotherPlan()
{
    TodaySite site;
    const Recorded one = site.lead(u"Oona One"_s, u"luis"_s), two = site.lead(u"Theo Two"_s), closed = site.lead(u"Cleo Closed"_s);
    site.attempt(one, u"luis"_s);
    site.close(closed, LeadStatus::Lost);
    site.clock.advance(std::chrono::hours(2));
    const QVector<LeadId> leads{site.leadOf(one), site.leadOf(two), site.leadOf(closed)};
    const auto acted = site.place->act(plan(leads, u"re-engagement"_s), u"dana"_s);
    VERIFY_OK(acted);
    QCOMPARE(acted->changed, 2);
    QCOMPARE(acted->left, 1);
    const LeadState lead = stateOf(site, one).leads.first();
    QCOMPARE(lead.planId, u"re-engagement"_s);
    QCOMPARE(lead.stepsDone, 0);
    QCOMPARE(lead.planStartedAt, site.clock.now());
    QCOMPARE(site.place->act(plan(leads, u"re-engagement"_s), u"dana"_s)->left, 3); // on it already
    site.verifyClean();
}

void ManagerActsTest::aNoteIsForWhoWorksTheLead()
{
    TodaySite site;
    const Recorded ofLuis = site.lead(u"Lou Luis"_s, u"luis"_s), free = site.lead(u"Fay Free"_s);
    site.attempt(free, u"ray"_s);
    const QVector<LeadId> both{site.leadOf(ofLuis), site.leadOf(free)};
    const auto toHolder = site.place->act(coach(both), u"dana"_s);
    VERIFY_OK(toHolder);
    QCOMPARE(toHolder->changed, 1); // nobody holds the other
    QCOMPARE(toHolder->left, 1);
    const auto toRay = site.place->act(coach(both, u"ray"_s), u"dana"_s);
    VERIFY_OK(toRay);
    QCOMPARE(toRay->changed, 1); // he has nothing to do with the other
    const auto coachFor = [&](const Recorded &on, const QString &login) { return TodaySite::take(site.place->view(on.customer, {}, login)).coach; };
    QCOMPARE(coachFor(ofLuis, u"luis"_s), QStringList{u"Coach note from Dana Whitfield: Ask about the trade first"_s});
    QCOMPARE(coachFor(ofLuis, u"ray"_s), QStringList());
    QCOMPARE(coachFor(free, u"ray"_s).size(), 1);
    const LeadView seen = TodaySite::take(site.place->view(ofLuis.customer, {}, u"priya"_s));
    const TimelineItem item = seen.timeline.first();
    QVERIFY(item.coach);
    QCOMPARE(item.title, u"Coach note from Dana to Luis"_s);
    QCOMPARE(item.line, u"Ask about the trade first"_s);
    QVERIFY(item.words.isEmpty()); // no bubble, as what was written to the customer has
    for (const PreparedWords &words : seen.words)
        QVERIFY(!words.body.contains(u"trade first"_s));
    site.attempt(ofLuis, u"luis"_s);
    QCOMPARE(coachFor(ofLuis, u"luis"_s), QStringList());
    QVERIFY(TodaySite::take(site.place->view(ofLuis.customer, {}, u"luis"_s)).timeline.at(1).coach); // the history keeps it
    site.verifyClean();
}

void ManagerActsTest::undoBringsBackTheStateBefore_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("give") << int(ManagerAct::Kind::Give);
    QTest::newRow("nudge") << int(ManagerAct::Kind::Nudge);
    QTest::newRow("plan") << int(ManagerAct::Kind::ChangePlan);
    QTest::newRow("coach") << int(ManagerAct::Kind::Coach);
}

void ManagerActsTest::undoBringsBackTheStateBefore()
{
    QFETCH(int, kind);
    TodaySite site;
    const QVector<Recorded> people{site.leadWithPhone(u"Lou Luis"_s, u"luis"_s), site.lead(u"Pia Luis"_s, u"luis"_s)};
    site.promise(people[0], u"luis"_s, site.at(QTime(16, 0)));
    site.attempt(people[1], u"luis"_s);
    site.clock.advance(std::chrono::minutes(30));
    QVector<CustomerState> before;
    QVector<LeadId> leads;
    for (const Recorded &one : people) {
        before << stateOf(site, one);
        leads << site.leadOf(one);
    }
    const QVector<ManagerAct> acts{giving(leads, u"ray"_s, u"Luis is away"_s), nudge(leads), plan(leads, u"re-engagement"_s), coach(leads)};
    const auto acted = site.place->act(acts[kind], u"dana"_s);
    VERIFY_OK(acted);
    QCOMPARE(acted->changed, 2);
    for (int i = 0; i < 2; ++i)
        QVERIFY(stateOf(site, people[i]) != before[i]);
    const auto undone = site.place->undoActs(acted->events, u"dana"_s);
    VERIFY_OK(undone);
    QCOMPARE(*undone, 2);
    for (int i = 0; i < 2; ++i)
        QVERIFY(stateOf(site, people[i]) == before[i]);
    QCOMPARE(*site.place->undoActs(acted->events, u"dana"_s), 0); // nothing is left to be taken back
    site.verifyClean();
}

void ManagerActsTest::onlyAManagerActs_data()
{
    undoBringsBackTheStateBefore_data();
}

void ManagerActsTest::onlyAManagerActs()
{
    QFETCH(int, kind);
    TodaySite site;
    const Recorded one = site.lead(u"Lou Luis"_s, u"luis"_s);
    const QVector<LeadId> leads{site.leadOf(one)};
    const CustomerState before = stateOf(site, one);
    const QVector<ManagerAct> acts{giving(leads, u"ray"_s, u"I want it so"_s), nudge(leads), plan(leads, u"re-engagement"_s), coach(leads)};
    QCOMPARE(site.place->act(acts[kind], u"luis"_s).error().code, Code::Denied);
    QVERIFY(stateOf(site, one) == before);
    const auto acted = site.place->act(acts[kind], u"dana"_s);
    VERIFY_OK(acted);
    QCOMPARE(site.place->undoActs(acted->events, u"luis"_s).error().code, Code::Denied);
    QCOMPARE(site.place->undo(acted->events.first(), u"luis"_s).error().code, Code::Denied); // nor on the history of the person
    QCOMPARE(site.place->loadBalance(u"luis"_s).error().code, Code::Denied);
}

void ManagerActsTest::whatCannotBeIsSaid()
{
    TodaySite site;
    const Recorded one = site.lead(u"Lou Luis"_s, u"luis"_s);
    const QVector<LeadId> leads{site.leadOf(one)};
    const CustomerState before = stateOf(site, one);
    const auto codeOf = [&](const ManagerAct &act) {
        const auto acted = site.place->act(act, u"dana"_s);
        return acted ? Code::Internal : acted.error().code;
    };
    QCOMPARE(codeOf(nudge(leads, u" "_s)), Code::Invalid);
    QCOMPARE(codeOf(nudge(QVector<LeadId>(MostAtOnce + 1, leads.first()))), Code::Invalid);
    QCOMPARE(codeOf(nudge({leads.first(), site.random.id<LeadId>(site.clock.now())})), Code::NotFound);
    QCOMPARE(codeOf(plan(leads, u"gone"_s)), Code::NotFound);
    QCOMPARE(codeOf(coach(leads, u"lous"_s)), Code::NotFound);
    const auto all = site.place->actAll({nudge(leads), plan(leads, u"gone"_s)}, u"dana"_s);
    QCOMPARE(all.error().code, Code::NotFound);
    QVERIFY(stateOf(site, one) == before); // nothing was written, not even the first of them
}

void ManagerActsTest::whatIsNoSuchActIsNotTakenBack()
{
    TodaySite site;
    const Recorded one = site.lead(u"Lou Luis"_s, u"luis"_s);
    const EventId touch = site.attempt(one, u"luis"_s);
    const EventId note = TodaySite::take(site.place->note(one.customer, site.leadOf(one), u"Has a dog"_s, u"luis"_s)).event;
    QCOMPARE(site.place->undoActs({touch}, u"dana"_s).error().code, Code::Invalid);
    QCOMPARE(site.place->undoActs({note}, u"dana"_s).error().code, Code::Invalid);
    QCOMPARE(site.place->undoActs({site.random.id<EventId>(site.clock.now())}, u"dana"_s).error().code, Code::NotFound);
}

// A proposal may be old by the time it is taken: a lead that went to somebody else meanwhile stays there.
void ManagerActsTest::whoStillHoldsThemGives()
{
    TodaySite site;
    const Recorded ofLuis = site.lead(u"Lou Luis"_s, u"luis"_s), ofPriya = site.lead(u"Pia Priya"_s, u"priya"_s);
    ManagerAct act = giving({site.leadOf(ofLuis), site.leadOf(ofPriya)}, u"ray"_s, u"More was due than fits"_s);
    act.from = u"luis"_s;
    const auto acted = site.place->act(act, u"dana"_s);
    VERIFY_OK(acted);
    QCOMPARE(acted->changed, 1);
    QCOMPARE(acted->left, 1);
    QCOMPARE(site.ownerOf(ofLuis), u"ray"_s);
    QCOMPARE(site.ownerOf(ofPriya), u"priya"_s);
}

void ManagerActsTest::theLoadIsBalanced()
{
    TodaySite site;
    // On each of the last three Mondays Luis finished two touches after this time of the day, and Ray five.
    site.goTo(site.today.addDays(-22), QTime(9, 0));
    const Recorded old = site.lead(u"Otto Old"_s);
    for (int week = 3; week > 0; --week) {
        for (int i = 0; i < 5; ++i) {
            site.goTo(site.today.addDays(-7 * week), QTime(13, i));
            site.attempt(old, u"ray"_s);
            if (i < 2)
                site.attempt(old, u"luis"_s);
        }
    }
    site.goTo(QTime(10, 0));
    site.close(old, LeadStatus::Lost);
    QVector<Recorded> ofLuis;
    for (int i = 0; i < 6; ++i)
        ofLuis << site.lead(u"Customer %1"_s.arg(i), u"luis"_s); // each due for the first touch
    const auto balance = site.place->loadBalance(u"dana"_s);
    VERIFY_OK(balance);
    QVERIFY(balance->isKnown);
    QCOMPARE(balance->over, 4);
    QCOMPARE(balance->moves.size(), 1);
    QCOMPARE(balance->moves.first().to.login, u"ray"_s);
    QCOMPARE(balance->moves.first().leads.size(), 4);
    QCOMPARE(balanceWords(*balance), QStringList{u"Luis Ortega gives 4 leads to Ray Sosa."_s});
    QCOMPARE(std::count_if(ofLuis.cbegin(), ofLuis.cend(), [&](const Recorded &one) { return site.ownerOf(one) == u"luis"_s; }), 6); // only proposed

    const auto acted = site.place->actAll(givingBy(*balance, u"More was due than fits"_s), u"dana"_s);
    VERIFY_OK(acted);
    QCOMPARE(acted->changed, 4);
    const auto after = site.place->loadBalance(u"dana"_s);
    VERIFY_OK(after);
    QCOMPARE(after->over, 0);
    QVERIFY(after->moves.isEmpty());
    QCOMPARE(*site.place->undoActs(acted->events, u"dana"_s), 4);
    QCOMPARE(std::count_if(ofLuis.cbegin(), ofLuis.cend(), [&](const Recorded &one) { return site.ownerOf(one) == u"luis"_s; }), 6);
    site.verifyClean();
}

// Whoever sold it follows it up: nobody can be given it.
void ManagerActsTest::soldLeadsAreNotGivenAway()
{
    TodaySite site;
    const Recorded open = site.lead(u"Olga Open"_s, u"luis"_s), sold = site.lead(u"Sam Sold"_s, u"luis"_s);
    const auto due = [&site] {
        return readLeftOver(site.place->db(), site.place->rooftopId(), u"luis"_s, 10, site.place->plans().rules(), site.place->rooftop().zone,
                            site.clock.now());
    };
    QCOMPARE(due()->size(), 2);
    site.close(sold, LeadStatus::Sold);
    site.goTo(site.today.addDays(10), QTime(10, 0)); // their thank-you is due, too
    QCOMPARE(*due(), QVector<LeadId>{site.leadOf(open)});
}

void ManagerActsTest::aDeskDoesTheSame()
{
    if (engineUnderTest() == Engine::Postgresql)
        return; // there a desk is one of a shared database: the next function
    TodaySite site;
    const Recorded one = site.lead(u"Lou Luis"_s, u"luis"_s);
    site.attempt(one, u"luis"_s);
    Desk desk(site.clock);
    VERIFY_OK(answer(desk.open(asText(site.url()), false)));
    VERIFY_OK(answer(desk.signIn(u"dana"_s)));
    const QVector<LeadId> leads{site.leadOf(one)};
    const auto acted = answer(desk.act({nudge(leads), coach(leads)}));
    VERIFY_OK(acted);
    QCOMPARE(acted->events.size(), 2);
    QVERIFY(stateOf(site, one).leads.first().nudge);
    QCOMPARE(*answer(desk.undoActs(acted->events)), 2);
    QVERIFY(!stateOf(site, one).leads.first().nudge);
    VERIFY_OK(answer(desk.loadBalance()));
    VERIFY_OK(answer(desk.signIn(u"luis"_s)));
    QCOMPARE(answer(desk.act({nudge(leads)})).error().code, Code::Denied);
    QCOMPARE(answer(desk.loadBalance()).error().code, Code::Denied);
}

void ManagerActsTest::aDeskOfASharedDatabaseDoesTheSame()
{
    if (engineUnderTest() == Engine::Sqlite)
        return; // only PostgreSQL is shared, and the run on it does this
    SharedWorld world;
    world.add(u"dana"_s, u"manager"_s);
    world.add(u"tanya"_s);
    const auto dana = world.desk(u"dana"_s), tanya = world.desk(u"tanya"_s);
    const CustomerId person = world.addLead(*tanya, 1);
    const LeadId lead = tanya->own().customer(person)->leads.first().id;
    VERIFY_OK(tanya->exchange().sync());
    QCOMPARE(tanya->actAll({nudge({lead})}).error().code, Code::Denied);
    VERIFY_OK(dana->assignLeads({lead}, u"tanya"_s, u"She knows them"_s));
    const auto acted = dana->actAll({nudge({lead}), coach({lead})});
    VERIFY_OK(acted);
    QCOMPARE(acted->changed, 2);
    VERIFY_OK(dana->exchange().sync());
    const auto view = tanya->view(person, lead);
    VERIFY_OK(view);
    QVERIFY2(view->why.join(u' ').contains(u"asks you to work this one: They are hot"_s), qPrintable(view->why.join(u'\n')));
    QCOMPARE(view->coach.size(), 1);
    QCOMPARE(world.sql(u"SELECT count(*) FROM event_flag"_s), u"0"_s); // the database has nothing against them
    QCOMPARE(*dana->undoActs(acted->events), 2);
    VERIFY_OK(dana->exchange().sync());
    QVERIFY(tanya->view(person, lead)->coach.isEmpty());
    QCOMPARE(world.check().differences, 0);
}

QTEST_GUILESS_MAIN(ManagerActsTest)
#include "manager_acts_test.moc"
