#include "core/plan/rule_text.h"
#include "tests/support/window_stage.h"
#include "ui/rules/rule_form.h"
#include "ui/rules/rule_list.h"
#include "ui/rules/rules_room.h"
#include "ui/widgets/text_label.h"

#include <QLineEdit>
#include <QTimeEdit>

using namespace beback;
using namespace beback::ui;

// A manager and the contact rules, in the real window on a real desk and store, by the keyboard.
class RulesWindowTest : public test::WindowStage
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { inEnglish(); }
    void init() { fresh(); }
    void cleanup() { leave(); }

    void aLawIsMadeStricterAndWhoIsAffectedIsSeenBefore();
    void aLooserLawIsSaidAndRefused();
    void aLimitOfTheHouseIsAdded();
    void aRuleOfTheHouseIsOverruledWithAReason();
    void agentsHaveNoRulesToChange();
    void everyControlHasAName();

private:
    void start(const QString &role = QStringLiteral("manager"));
    RulesRoom &room() { return m_window->rules(); }
    template <class T> T *part(const char *name) { return room().findChild<T *>(QLatin1String(name)); }
    QString text(const char *name) { return part<TextLabel>(name)->text(); }
    void type(const char *field, const QString &text);
    void press(const char *button) { pressIn(room(), button); }
    RuleShelf shelf() { return ask(m_desk->ruleShelf()); }
};

void RulesWindowTest::start(const QString &role)
{
    create({QStringLiteral("karen"), QStringLiteral("Karen Lindqvist"), role});
    open();
    for (int i = 0; i < 3; ++i)
        ask(m_desk->addLead(person()));
    m_window->act(Act::Room5);
}

void RulesWindowTest::type(const char *field, const QString &text)
{
    auto *edit = part<QLineEdit>(field);
    QVERIFY(edit && edit->isVisible());
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
}

void RulesWindowTest::aLawIsMadeStricterAndWhoIsAffectedIsSeenBefore()
{
    start();
    QTRY_VERIFY(room().isVisible() && part<RuleList>("rules.list")->count() > 20);
    QCOMPARE(part<RuleList>("rules.list")->currentId(), QStringLiteral("house-week")); // the house's come first
    room().choose(QStringLiteral("us-hours"));
    QVERIFY(!room().isChanged());
    QCOMPARE(part<QLineEdit>("rule.source")->text(), QStringLiteral("47 CFR 64.1200(c)(1)"));
    auto *from = part<QTimeEdit>("rule.from0");
    from->setFocus();
    from->setSelectedSection(QDateTimeEdit::HourSection);
    for (int hour = 8; hour < 11; ++hour)
        QTest::keyClick(from, Qt::Key_Up);
    QCOMPARE(from->time(), QTime(11, 0));
    QTRY_VERIFY2(text("rules.weight").contains(QLatin1String("3 would be contacted later")), qPrintable(text("rules.weight")));
    QVERIFY2(text("rules.some").contains(QLatin1String("11:00 am instead of")), qPrintable(text("rules.some")));
    QVERIFY(shelf().find(QStringLiteral("us-hours"))->changes.isEmpty()); // looking keeps nothing
    press("rules.keep");
    QVERIFY(part<QLineEdit>("rule.reason")->hasFocus()); // a reason is missing
    type("rule.reason", QStringLiteral("Nobody answers before eleven."));
    press("rules.keep");
    QTRY_COMPARE(shelf().find(QStringLiteral("us-hours"))->rule.version, 1);
    QTRY_VERIFY2(text("rules.history").contains(QLatin1String("Karen Lindqvist")), qPrintable(text("rules.history")));
    QVERIFY(text("rules.history").contains(QLatin1String("Nobody answers before eleven.")));
    QVERIFY(!room().isChanged());
}

void RulesWindowTest::aLooserLawIsSaidAndRefused()
{
    start();
    QTRY_VERIFY(part<RuleList>("rules.list")->count() > 20);
    room().choose(QStringLiteral("us-hours"));
    part<QTimeEdit>("rule.from0")->setTime(QTime(7, 0));
    QTRY_VERIFY(part<QWidget>("rules.law")->isVisible());
    type("rule.reason", QStringLiteral("We like to."));
    press("rules.keep");
    QTRY_VERIFY(part<QWidget>("rules.problem")->isVisible());
    QVERIFY(room().isChanged()); // nothing typed is lost
    QVERIFY(shelf().find(QStringLiteral("us-hours"))->changes.isEmpty());
    press("rules.undo");
    QVERIFY(!room().isChanged());
    QCOMPARE(part<QTimeEdit>("rule.from0")->time(), QTime(8, 0));
}

void RulesWindowTest::aLimitOfTheHouseIsAdded()
{
    start();
    QTRY_VERIFY(part<RuleList>("rules.list")->count() > 20);
    press("rules.add");
    QTRY_VERIFY(part<QLineEdit>("rule.most"));
    type("rule.most", QStringLiteral("x"));
    press("rules.keep"); // what cannot be read is not kept
    type("rule.most", QStringLiteral("1"));
    type("rule.reason", QStringLiteral("One touch a day is enough."));
    press("rules.keep");
    QTRY_VERIFY(shelf().find(QStringLiteral("house-1")));
    QCOMPARE(shelf().find(QStringLiteral("house-1"))->rule.most, 1);
    QTRY_COMPARE(part<RuleList>("rules.list")->currentId(), QStringLiteral("house-1"));
}

// Called once today already: the number is closed, and the menu has the way past it.
void RulesWindowTest::aRuleOfTheHouseIsOverruledWithAReason()
{
    start();
    m_window->act(Act::Room1);
    WorkRoom &work = m_window->work();
    QTRY_VERIFY(work.lead() && work.lead()->claim);
    RecordRequest call;
    call.customer = work.lead()->customer.id;
    call.lead = work.lead()->lead;
    call.outcome = Outcome::NoAnswer;
    ask(m_desk->record(call));
    Q_EMIT work.takeAsked(call.customer);
    QTRY_VERIFY(work.lead() && work.lead()->claim && work.lead()->customer.id == call.customer && !work.lead()->points.first().call.allowed());
    const LeadView closed = *work.lead();
    QVERIFY(closed.points.first().call.house);
    auto *anyway = work.findChild<QAction *>(QStringLiteral("work.anyway"));
    QVERIFY(anyway);
    m_quiet.opener->opened.clear();
    Q_EMIT work.deedAsked(LeadDeed::Anyway, closed.points.first());
    QTRY_VERIFY(m_window->pane());
    QTRY_VERIFY(m_window->pane()->findChild<QLineEdit *>());
    auto *why = m_window->pane()->findChild<QLineEdit *>();
    QTest::keyClick(why, Qt::Key_Return); // a reason is missing
    QVERIFY(m_quiet.opener->opened.isEmpty());
    QTest::keyClicks(why, QStringLiteral("The line was cut"));
    QTest::keyClick(why, Qt::Key_Return);
    QTRY_COMPARE(m_quiet.opener->opened.size(), 1);
    call.overrule = QStringLiteral("The line was cut");
    ask(m_desk->record(call));
    const LeadView after = ask(m_desk->view(call.customer, call.lead));
    QVERIFY2(after.timeline.first().line.contains(QLatin1String("The line was cut")), qPrintable(after.timeline.first().line));
}

void RulesWindowTest::agentsHaveNoRulesToChange()
{
    start(QStringLiteral("agent"));
    QVERIFY(!m_window->findChild<RulesRoom *>());
    QVERIFY(m_window->work().isVisible());
}

void RulesWindowTest::everyControlHasAName()
{
    start();
    QTRY_VERIFY(part<RuleList>("rules.list")->count() > 20);
    for (const char *rule : {"house-week", "us-hours", "us-stop"}) {
        room().choose(QLatin1String(rule));
        everyControlOfTheWindowHasAName();
    }
}

QTEST_MAIN(RulesWindowTest)
#include "rules_window_test.moc"
