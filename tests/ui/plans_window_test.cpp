#include "tests/support/window_stage.h"
#include "ui/plans/plan_lanes.h"
#include "ui/plans/plan_list.h"
#include "ui/plans/plans_room.h"
#include "ui/plans/step_form.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QLineEdit>

using namespace beback;
using namespace beback::ui;

// A manager and the plans, in the real window on a real desk and store, by the keyboard.
class PlansWindowTest : public test::WindowStage
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { inEnglish(); }
    void init() { fresh(); }
    void cleanup() { leave(); }

    void aPlanIsCopiedChangedWeighedAndSwitchedOn();
    void aChangedPlanIsTheNextVersionAndLeadsStayOnTheirs();
    void whatIsWrongStandsByItsFieldAndIsNotKept();
    void aDraftIsThereAgainAfterTheProgramEnded();
    void agentsHaveNoRoomOfPlans();
    void everyControlHasAName();

private:
    void start(const QString &role = QStringLiteral("manager"));
    LeadState arrive(const QString &source);
    PlansRoom &room() { return m_window->plans(); }
    PlanLanes *lanes() { return room().findChild<PlanLanes *>(); }
    QString load() { return room().findChild<TextLabel *>(QStringLiteral("plans.load"))->text(); }
    template <class T> T *part(const char *name) { return room().findChild<T *>(QLatin1String(name)); }
    void press(const char *button) { pressIn(room(), button); }
};

// A store with one person, and 24 leads of the last four weeks.
void PlansWindowTest::start(const QString &role)
{
    create({QStringLiteral("karen"), QStringLiteral("Karen Lindqvist"), role});
    open();
    for (int i = 0; i < 24; ++i)
        arrive(QStringLiteral("Website"));
    m_clock.advance(std::chrono::hours(24));
    m_window->act(Act::Room4);
}

LeadState PlansWindowTest::arrive(const QString &source)
{
    const IntakeItem item = ask(m_desk->addLead(person(source)));
    return *ask(m_desk->view(item.customer, item.lead)).leadState();
}

void PlansWindowTest::aPlanIsCopiedChangedWeighedAndSwitchedOn()
{
    start();
    QTRY_VERIFY(room().isVisible() && part<PlanList>("plans.list")->count() > 0);
    room().choose(QStringLiteral("fresh-internet"));
    QVERIFY(!room().isDraft());
    const QString before = load();
    QVERIFY2(before.contains(QLatin1String("As many")), qPrintable(before));

    press("plans.copy");
    QTRY_VERIFY(room().isDraft());
    QTRY_COMPARE(m_window->focusWidget(), static_cast<QWidget *>(part<QLineEdit>("plans.name")));
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("Closer internet follow-up")); // over the name it was given
    QCOMPARE(room().plan().name, QStringLiteral("Closer internet follow-up"));
    QTRY_COMPARE(load(), before); // the same steps for the same leads: no load more

    // A step more, with its words.
    lanes()->setFocus();
    key(Qt::Key_Right);
    key(Qt::Key_Right);
    key(Qt::Key_Right);
    const int steps = int(room().plan().steps.size());
    key(Qt::Key_Insert);
    QCOMPARE(int(room().plan().steps.size()), steps + 1);
    QCOMPARE(m_window->focusWidget(), static_cast<QWidget *>(part<QLineEdit>("step.purpose")));
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("They compare three cars tonight."));
    key(Qt::Key_Tab);
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("Which two are left."));
    auto *day = part<QLineEdit>("step.day");
    day->setFocus();
    day->selectAll();
    QTest::keyClicks(day, QStringLiteral("3"));
    QCOMPARE(room().plan().steps.at(lanes()->current()).day, 3);
    QVERIFY2(load().contains(QLatin1String("more")), qPrintable(load()));
    QTRY_VERIFY(part<TextLabel>("plans.kept")->text().startsWith(QLatin1String("Draft kept")));
    QCOMPARE(arrive(QStringLiteral("Website")).planId, QStringLiteral("fresh-internet")); // a draft does nothing yet

    press("plans.on");
    QVERIFY(m_window->pane());
    const QString will = m_window->pane()->findChild<TextLabel *>(QStringLiteral("plans.will"))->text();
    QVERIFY2(will.contains(QLatin1String("New internet leads")) && will.contains(QLatin1String("more")), qPrintable(will));
    const QString id = room().plan().id;
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->pane());
    QTRY_VERIFY(!room().isDraft());
    const LeadState lead = arrive(QStringLiteral("Website"));
    QCOMPARE(lead.planId, id);
    QCOMPARE(lead.planVersion, 1);
    QCOMPARE(arrive(QStringLiteral("Walk-in")).planId, QStringLiteral("walk-in"));
}

void PlansWindowTest::aChangedPlanIsTheNextVersionAndLeadsStayOnTheirs()
{
    start();
    QTRY_VERIFY(part<PlanList>("plans.list")->count() > 0);
    room().choose(QStringLiteral("fresh-internet"));
    press("plans.change");
    QTRY_VERIFY(room().isDraft());
    QCOMPARE(room().plan().version, 2);
    lanes()->setFocus();
    key(Qt::Key_End);
    key(Qt::Key_Delete);
    QVERIFY2(load().contains(QLatin1String("As many")) || load().contains(QLatin1String("fewer")), qPrintable(load()));
    press("plans.on");
    QVERIFY(m_window->pane());
    QVERIFY(m_window->pane()->findChild<TextLabel *>(QStringLiteral("plans.will"))->text().contains(QLatin1String("24 leads stay")));
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!room().isDraft());
    QCOMPARE(arrive(QStringLiteral("Website")).planVersion, 2);
    const PlanShelf shelf = ask(m_desk->planShelf());
    QCOMPARE(shelf.find(QStringLiteral("fresh-internet"))->leads, 25);
    QCOMPARE(shelf.find(QStringLiteral("fresh-internet"))->onNewest, 1);
}

void PlansWindowTest::whatIsWrongStandsByItsFieldAndIsNotKept()
{
    start();
    QTRY_VERIFY(part<PlanList>("plans.list")->count() > 0);
    room().choose(QStringLiteral("walk-in"));
    press("plans.change");
    QTRY_VERIFY(room().isDraft());
    auto *day = part<QLineEdit>("step.day");
    day->setFocus();
    day->selectAll();
    QTest::keyClicks(day, QStringLiteral("x"));
    const auto errors = room().findChildren<FieldError *>();
    QVERIFY(std::any_of(errors.cbegin(), errors.cend(), [](FieldError *e) { return e->hasError() && e->text().contains(QLatin1String("whole number")); }));
    QCOMPARE(part<TextLabel>("plans.kept")->text(), QStringLiteral("Not kept yet"));
    lanes()->setFocus();
    press("plans.on"); // leads to what is wrong instead
    QVERIFY(!m_window->pane());
    QCOMPARE(m_window->focusWidget(), static_cast<QWidget *>(day));
    day->selectAll();
    QTest::keyClicks(day, QStringLiteral("0"));
    QVERIFY(std::none_of(errors.cbegin(), errors.cend(), [](FieldError *e) { return e->hasError(); }));
    QTRY_VERIFY(part<TextLabel>("plans.kept")->text().startsWith(QLatin1String("Draft kept")));
}

void PlansWindowTest::aDraftIsThereAgainAfterTheProgramEnded()
{
    start();
    QTRY_VERIFY(part<PlanList>("plans.list")->count() > 0);
    room().choose(QStringLiteral("walk-in"));
    press("plans.change");
    QTRY_VERIFY(room().isDraft());
    lanes()->setFocus();
    key(Qt::Key_Plus);
    const Plan typed = room().plan();
    m_window->close(); // at once: what was changed last is kept on the way out
    m_window.reset();
    m_desk.reset();
    open();
    m_window->act(Act::Room4);
    QTRY_VERIFY(part<PlanList>("plans.list")->count() > 0);
    room().choose(QStringLiteral("walk-in"));
    QVERIFY(room().isDraft());
    QCOMPARE(room().plan(), typed);
    press("plans.drop");
    QVERIFY(m_window->pane());
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!room().isDraft());
}

void PlansWindowTest::agentsHaveNoRoomOfPlans()
{
    start(QStringLiteral("agent"));
    QVERIFY(!m_window->findChild<PlansRoom *>());
    QVERIFY(m_window->work().isVisible());
}

void PlansWindowTest::everyControlHasAName()
{
    start();
    QTRY_VERIFY(part<PlanList>("plans.list")->count() > 0);
    press("plans.change");
    QTRY_VERIFY(room().isDraft());
    everyControlOfTheWindowHasAName();
}

QTEST_MAIN(PlansWindowTest)
#include "plans_window_test.moc"
