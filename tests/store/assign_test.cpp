// Many leads given to somebody at once by a manager, and that taken back.

#include "core/desk/desk.h"
#include "tests/store/today_site.h"
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

class AssignTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void manyAreGivenAndGivenBack();
    void onlyAManagerGives();
    void aDeskDoesTheSame();
    void aDeskOfASharedDatabaseDoesTheSame();
};

void AssignTest::manyAreGivenAndGivenBack()
{
    TodaySite site;
    const Recorded free = site.lead(u"Fay Free"_s), ofLuis = site.lead(u"Lou Luis"_s, u"luis"_s), closed = site.lead(u"Cleo Closed"_s, u"luis"_s),
                   ofPriya = site.lead(u"Pia Priya"_s, u"priya"_s), twice = site.lead(u"Twyla Twice"_s);
    site.close(closed, LeadStatus::Lost);
    const LeadId second = TodaySite::take(site.recorder->recordNewLead(twice.customer, draftNamed(u"Twyla Twice"_s, {}), u"system"_s)).state.leads.last().id;
    const QVector<LeadId> all{site.leadOf(free), site.leadOf(ofLuis), site.leadOf(closed), site.leadOf(ofPriya), site.leadOf(twice), second, second};
    const auto given = site.place->assignLeads(all, u"priya"_s, u"Luis is away"_s, u"dana"_s);
    VERIFY_OK(given);
    QCOMPARE(given->changed, 4);
    QCOMPARE(given->left, 2);
    QCOMPARE(given->events.size(), 4);
    QCOMPARE(site.ownerOf(free), u"priya"_s);
    QCOMPARE(site.ownerOf(ofLuis), u"priya"_s);
    QCOMPARE(site.ownerOf(closed), u"luis"_s);
    for (const LeadState &lead : TodaySite::take(site.place->customer(twice.customer)).leads)
        QCOMPARE(lead.owner, u"priya"_s);
    const auto titleFor = [&](const QString &login) { return TodaySite::take(site.place->view(free.customer, {}, login)).timeline.first().title; };
    QCOMPARE(titleFor(u"dana"_s), u"Given to Priya"_s);
    QCOMPARE(titleFor(u"priya"_s), u"Given to you"_s);
    site.verifyClean();

    // Whoever was given one afterwards keeps it.
    const auto later = site.place->assignLeads({site.leadOf(free)}, u"ray"_s, u"Priya has enough"_s, u"dana"_s);
    VERIFY_OK(later);
    const auto back = site.place->undoActs(given->events, u"dana"_s);
    VERIFY_OK(back);
    QCOMPARE(*back, 4);
    QCOMPARE(site.ownerOf(free), u"ray"_s);
    QCOMPARE(site.ownerOf(ofLuis), u"luis"_s);
    QCOMPARE(site.ownerOf(twice), QString());
    QCOMPARE(*site.place->undoActs(given->events, u"dana"_s), 0); // nothing is left to be taken back
    QCOMPARE(*site.place->undoActs(later->events, u"dana"_s), 1);
    QCOMPARE(site.ownerOf(free), QString());
    const auto anybody = site.place->assignLeads({site.leadOf(ofLuis)}, {}, u"Luis is away"_s, u"dana"_s);
    VERIFY_OK(anybody);
    QCOMPARE(site.ownerOf(ofLuis), QString());
    site.verifyClean();
}

void AssignTest::onlyAManagerGives()
{
    TodaySite site;
    const Recorded free = site.lead(u"Fay Free"_s);
    const QVector<LeadId> leads{site.leadOf(free)};
    const auto codeOf = [&](const QVector<LeadId> &which, const QString &to, const QString &reason, const QString &by) {
        const auto given = site.place->assignLeads(which, to, reason, by);
        return given ? Code::Internal : given.error().code;
    };
    QCOMPARE(codeOf(leads, u"priya"_s, u"I want it"_s, u"priya"_s), Code::Denied);
    QCOMPARE(codeOf(leads, u"priya"_s, u" "_s, u"dana"_s), Code::Invalid);
    QCOMPARE(codeOf(leads, u"pria"_s, u"A slip"_s, u"dana"_s), Code::NotFound);
    QCOMPARE(codeOf({leads.first(), site.random.id<LeadId>(site.clock.now())}, u"priya"_s, u"One of them is not there"_s, u"dana"_s), Code::NotFound);
    QCOMPARE(codeOf(QVector<LeadId>(MostAtOnce + 1, leads.first()), u"priya"_s, u"Too many"_s, u"dana"_s), Code::Invalid);
    QCOMPARE(site.ownerOf(free), QString()); // nothing was written
    const EventId touch = site.attempt(free, u"priya"_s);
    QCOMPARE(site.place->undoActs({touch}, u"priya"_s).error().code, Code::Denied);
    QCOMPARE(site.place->undoActs({touch}, u"dana"_s).error().code, Code::Invalid);
    QCOMPARE(site.place->undoActs({site.random.id<EventId>(site.clock.now())}, u"dana"_s).error().code, Code::NotFound);
    QVERIFY(site.place->assignLeads({}, u"priya"_s, u"None"_s, u"dana"_s)->events.isEmpty());
}

void AssignTest::aDeskDoesTheSame()
{
    if (engineUnderTest() == Engine::Postgresql)
        return; // there a desk is one of a shared database: the next function
    TodaySite site;
    const Recorded free = site.lead(u"Fay Free"_s);
    Desk desk(site.clock);
    VERIFY_OK(answer(desk.open(asText(site.url()), false)));
    VERIFY_OK(answer(desk.signIn(u"dana"_s)));
    const auto page = answer(desk.todayPage());
    VERIFY_OK(page);
    QCOMPARE(page->newWaiting, 1);
    const auto given = answer(desk.assignLeads({site.leadOf(free)}, u"priya"_s, u"She knows her"_s));
    VERIFY_OK(given);
    QCOMPARE(site.ownerOf(free), u"priya"_s);
    QCOMPARE(*answer(desk.undoActs(given->events)), 1);
    QCOMPARE(site.ownerOf(free), QString());
    VERIFY_OK(answer(desk.signIn(u"priya"_s)));
    QCOMPARE(answer(desk.todayPage()).error().code, Code::Denied);
}

void AssignTest::aDeskOfASharedDatabaseDoesTheSame()
{
    if (engineUnderTest() == Engine::Sqlite)
        return; // only PostgreSQL is shared, and the run on it does this
    SharedWorld world;
    world.add(u"dana"_s, u"manager"_s);
    world.add(u"luis"_s);
    world.add(u"tanya"_s);
    const auto dana = world.desk(u"dana"_s), tanya = world.desk(u"tanya"_s);
    QVector<LeadId> leads;
    for (int i = 1; i <= 2; ++i)
        leads << tanya->own().customer(world.addLead(*tanya, i))->leads.first().id;
    VERIFY_OK(tanya->exchange().sync());
    QCOMPARE(tanya->todayPage().error().code, Code::Denied);
    QCOMPARE(tanya->assignLeads(leads, u"luis"_s, u"I want it so"_s).error().code, Code::Denied);
    const auto page = dana->todayPage();
    VERIFY_OK(page);
    QCOMPARE(page->newWaiting, 2);
    const auto given = dana->assignLeads(leads, u"luis"_s, u"Tanya is away"_s);
    VERIFY_OK(given);
    QCOMPARE(given->changed, 2);
    VERIFY_OK(dana->exchange().sync());
    QCOMPARE(world.sql(u"SELECT count(*) FROM lead WHERE owner = 'luis'"_s), u"2"_s);
    QCOMPARE(*dana->undoActs(given->events), 2);
    VERIFY_OK(dana->exchange().sync());
    QCOMPARE(world.sql(u"SELECT count(*) FROM lead WHERE owner = 'luis'"_s), u"0"_s);
    QCOMPARE(world.check().differences, 0);
}

QTEST_GUILESS_MAIN(AssignTest)
#include "assign_test.moc"
