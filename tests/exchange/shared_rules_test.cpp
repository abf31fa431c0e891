// Contact rules over a shared database: said once by a manager, kept by every desk, guarded there.

#include "core/plan/rule_store.h"
#include "core/plan/rule_text.h"
#include "tests/support/shared_history.h"

using namespace beback;
using namespace beback::test;

namespace {

RuleWish wishFor(const QString &hours)
{
    RuleWish wish{*RuleBook::shipped().find(QStringLiteral("fl-hours")), false, QStringLiteral("Our lawyer says so.")};
    wish.rule.hours = *rule_text::hoursFromText(hours);
    return wish;
}

void addFloridian(SharedPlace &desk, int i)
{
    LeadDraft draft = draftNamed(QStringLiteral("Person %1").arg(i), QStringLiteral("+130555501%1").arg(i, 2, 10, QLatin1Char('0')));
    VERIFY_OK(desk.own().recorder().recordNewCustomer(draft, QStringLiteral("system")));
}

QString replans(SharedWorld &world)
{
    return world.sql(QStringLiteral("SELECT count(*) FROM customer_head WHERE replan"));
}

} // namespace

class SharedRulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyDeskKeepsWhatAManagerSaid()
    {
        SharedWorld world;
        world.add(QStringLiteral("dana"), QStringLiteral("manager"));
        world.add(QStringLiteral("tanya"));
        const auto dana = world.desk(QStringLiteral("dana")), tanya = world.desk(QStringLiteral("tanya"));
        for (int i = 0; i < 4; ++i)
            addFloridian(*tanya, i);
        VERIFY_OK(tanya->exchange().sync());
        VERIFY_OK(dana->setRule(wishFor(QStringLiteral("mon-fri 18:00-19:00"))));
        QCOMPARE(replans(world), QStringLiteral("4"));
        QCOMPARE(rule_text::hoursText(dana->own().plans().rules().hours(QStringLiteral("FL"))), QStringLiteral("mon-fri 18:00-19:00"));
        // A desk that has not heard of it yet sends rows by the rules of before: they are taken, and marked.
        addFloridian(*tanya, 7);
        VERIFY_OK(tanya->exchange().sync());
        QCOMPARE(replans(world), QStringLiteral("5"));
        const auto heard = tanya->fetchRules();
        VERIFY_OK(heard);
        QVERIFY(*heard);
        QCOMPARE(rule_text::hoursText(tanya->own().plans().rules().hours(QStringLiteral("FL"))), QStringLiteral("mon-fri 18:00-19:00"));
        const auto own = checkStore(tanya->own().db(), tanya->own().rooftopId(), tanya->own().plans(), false);
        VERIFY_OK(own);
        QCOMPARE(own->differences, 0);
        const auto planned = tanya->exchange().refoldStale(20);
        VERIFY_OK(planned);
        QCOMPARE(*planned, 5);
        QCOMPARE(replans(world), QStringLiteral("0"));
        // And so the whole database has it.
        VERIFY_OK(world.admin->freshRules());
        const auto all = checkStore(world.admin->db(), world.admin->rooftopId(), world.admin->plans(), false);
        VERIFY_OK(all);
        QCOMPARE(all->differences, 0);
        QCOMPARE(all->waiting, 0);
        QVERIFY(!*tanya->fetchRules()); // nothing new
    }

    void aDeskThatJoinsLaterKnowsThem()
    {
        SharedWorld world;
        world.add(QStringLiteral("dana"), QStringLiteral("manager"));
        world.add(QStringLiteral("tanya"));
        VERIFY_OK(world.desk(QStringLiteral("dana"))->setRule(wishFor(QStringLiteral("mon-fri 18:00-19:00"))));
        const auto tanya = world.desk(QStringLiteral("tanya"));
        QCOMPARE(rule_text::hoursText(tanya->own().plans().rules().hours(QStringLiteral("FL"))), QStringLiteral("mon-fri 18:00-19:00"));
        addFloridian(*tanya, 1);
        VERIFY_OK(tanya->exchange().sync());
        QCOMPARE(replans(world), QStringLiteral("0"));
        // Without the line the own store knows them.
        const auto offline = SharedPlace::openOffline(world.urlOf(QStringLiteral("tanya")), world.clock, world.random);
        VERIFY_OK(offline);
        QCOMPARE((*offline)->own().ruleChanges().size(), 1);
        const auto refused = (*offline)->own().setRule(wishFor(QStringLiteral("mon-fri 17:00-19:00")), QStringLiteral("dana"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::Unavailable);
    }

    void theDatabaseItselfRefusesAnAgent()
    {
        SharedWorld world;
        world.add(QStringLiteral("dana"), QStringLiteral("manager"));
        world.add(QStringLiteral("tanya"));
        const auto tanya = world.desk(QStringLiteral("tanya"));
        const auto refused = tanya->setRule(wishFor(QStringLiteral("mon-fri 18:00-19:00")));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::Denied);
        RuleChange change = changeOf(wishFor(QStringLiteral("mon-fri 18:00-19:00")));
        change.by = QStringLiteral("dana");
        const auto around = addRuleChange(tanya->exchange().shared().db(), tanya->exchange().person().rooftop, change);
        QVERIFY(!around);
        QCOMPARE(around.error().code, Code::Denied);
        QCOMPARE(world.sql(QStringLiteral("SELECT count(*) FROM contact_rule")), QStringLiteral("0"));
        // Of two who speak at once one is told to look again, and who it was is the database's to say.
        const auto dana = world.desk(QStringLiteral("dana"));
        Connection &db = dana->exchange().shared().db();
        change.by = QStringLiteral("tanya");
        VERIFY_OK(addRuleChange(db, dana->exchange().person().rooftop, change));
        const auto twice = addRuleChange(db, dana->exchange().person().rooftop, change);
        QVERIFY(!twice);
        QCOMPARE(twice.error().code, Code::Conflict);
        QCOMPARE(world.sql(QStringLiteral("SELECT by_login FROM contact_rule")), QStringLiteral("dana"));
    }
};

QTEST_GUILESS_MAIN(SharedRulesTest)
#include "shared_rules_test.moc"
