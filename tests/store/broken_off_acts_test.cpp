// What a manager does with many leads at once, where it breaks off after some of them.

#include "tests/store/manager_acts.h"

using namespace beback;
using namespace beback::test;

namespace {

// The disk is full when something is to be written for the n-th time from now on; 0: never.
void failAtWrite(TodaySite &site, int number)
{
    site.place->recorder().setBefore([number, written = 0]() mutable {
        return ++written == number ? Result<void>(Error{Code::Full, u"The disk is full."_s, {}}) : Result<void>();
    });
}

} // namespace

class BrokenOffActsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itCanBeUndoneAndGoneOnWith_data();
    void itCanBeUndoneAndGoneOnWith();
    void earlierActsStandWhereALaterOneBreaksOff();
    void anUndoThatBreaksOffSaysHowFarItCame();
};

void BrokenOffActsTest::itCanBeUndoneAndGoneOnWith_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("give") << int(ManagerAct::Kind::Give);
    QTest::newRow("nudge") << int(ManagerAct::Kind::Nudge);
    QTest::newRow("plan") << int(ManagerAct::Kind::ChangePlan);
    QTest::newRow("coach") << int(ManagerAct::Kind::Coach);
}

// The person before is written, the one at whom it fails and those behind are not.
void BrokenOffActsTest::itCanBeUndoneAndGoneOnWith()
{
    QFETCH(int, kind);
    TodaySite site;
    QVector<Recorded> people;
    QVector<LeadId> leads;
    for (int i = 0; i < 3; ++i) {
        people << site.lead(u"Customer %1"_s.arg(i), u"luis"_s);
        leads << site.leadOf(people.last());
    }
    const auto states = [&] {
        QVector<CustomerState> all;
        for (const Recorded &one : std::as_const(people))
            all << stateOf(site, one);
        return all;
    };
    const QVector<CustomerState> before = states();
    const QVector<ManagerAct> acts{giving(leads, u"ray"_s, u"Luis is away"_s), nudge(leads), plan(leads, u"re-engagement"_s), coach(leads)};
    failAtWrite(site, 2);
    const auto acted = site.place->act(acts[kind], u"dana"_s);
    VERIFY_OK(acted);
    QCOMPARE(acted->asked, 3);
    QCOMPARE(acted->changed, 1);
    QCOMPARE(acted->left, 0);
    QCOMPARE(acted->events.size(), 1);
    QCOMPARE(acted->leads.size(), 1);
    QVERIFY(acted->brokenOff && acted->brokenOff->code == Code::Full);
    failAtWrite(site, 0);
    QCOMPARE(*site.place->undoActs(acted->events, u"dana"_s), 1);
    QVERIFY(states() == before);

    failAtWrite(site, 3);
    QCOMPARE(site.place->act(acts[kind], u"dana"_s)->changed, 2);
    failAtWrite(site, 0);
    const auto rest = site.place->act(acts[kind], u"dana"_s); // the same again
    VERIFY_OK(rest);
    QCOMPARE(rest->changed, 1);
    QCOMPARE(rest->left, 2);
    QVERIFY(!rest->brokenOff);
    failAtWrite(site, 1); // nothing is done: the whole act fails
    QCOMPARE(site.place->act(nudge(leads, u"Now or never"_s), u"dana"_s).error().code, Code::Full);
    failAtWrite(site, 0);
    site.verifyClean();
}

void BrokenOffActsTest::earlierActsStandWhereALaterOneBreaksOff()
{
    TodaySite site;
    const Recorded one = site.lead(u"Lou Luis"_s, u"luis"_s), other = site.lead(u"Lea Luis"_s, u"luis"_s);
    const QVector<ManagerAct> acts{giving({site.leadOf(one)}, u"ray"_s, u"Luis is away"_s), giving({site.leadOf(other)}, u"ray"_s, u"Luis is away"_s),
                                   nudge({site.leadOf(one), site.leadOf(other)})};
    failAtWrite(site, 2);
    const auto acted = site.place->actAll(acts, u"dana"_s);
    VERIFY_OK(acted);
    QCOMPARE(acted->asked, 4);
    QCOMPARE(acted->changed, 1);
    QCOMPARE(acted->leads, QVector<LeadId>{site.leadOf(one)});
    QVERIFY(acted->brokenOff && acted->brokenOff->code == Code::Full);
    QCOMPARE(site.ownerOf(other), u"luis"_s);
    failAtWrite(site, 0);
    QCOMPARE(*site.place->undoActs(acted->events, u"dana"_s), 1);
    QCOMPARE(site.ownerOf(one), u"luis"_s);
}

void BrokenOffActsTest::anUndoThatBreaksOffSaysHowFarItCame()
{
    TodaySite site;
    QVector<LeadId> leads;
    for (int i = 0; i < 3; ++i)
        leads << site.leadOf(site.lead(u"Customer %1"_s.arg(i), u"luis"_s));
    const auto acted = site.place->act(giving(leads, u"ray"_s, u"Luis is away"_s), u"dana"_s);
    VERIFY_OK(acted);
    const auto failsAt = [&](int number) {
        failAtWrite(site, number);
        const auto undone = site.place->undoActs(acted->events, u"dana"_s);
        failAtWrite(site, 0);
        return undone ? Error{Code::Internal, u"it was all taken back"_s, {}} : undone.error();
    };
    QCOMPARE(failsAt(1).message, u"The disk is full."_s); // nothing was
    const Error later = failsAt(3);
    QCOMPARE(later.code, Code::Full); // what the exit status goes by
    QCOMPARE(later.message, u"2 of 3 were taken back; then: The disk is full."_s);
    QCOMPARE(failsAt(1).message, later.message);
    QCOMPARE(*site.place->undoActs(acted->events, u"dana"_s), 1); // the rest
    site.verifyClean();
}

QTEST_GUILESS_MAIN(BrokenOffActsTest)
#include "broken_off_acts_test.moc"
