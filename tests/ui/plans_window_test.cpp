#include "core/desk/deliver.h"
#include "core/intake/phone_number.h"
#include "tests/support/quiet_seams.h"
#include "ui/lead/work_room.h"
#include "ui/plans/plan_lanes.h"
#include "ui/plans/plan_list.h"
#include "ui/plans/plans_room.h"
#include "ui/plans/step_form.h"
#include "ui/shell/main_window.h"
#include "ui/style/theme.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/text_label.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace beback;
using namespace beback::ui;

// A manager and the plans, in the real window on a real desk and store, by the keyboard.
class PlansWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void aPlanIsCopiedChangedWeighedAndSwitchedOn();
    void aChangedPlanIsTheNextVersionAndLeadsStayOnTheirs();
    void whatIsWrongStandsByItsFieldAndIsNotKept();
    void aDraftIsThereAgainAfterTheProgramEnded();
    void agentsHaveNoRoomOfPlans();
    void everyControlHasAName();

private:
    void start(const QString &role = QStringLiteral("manager"));
    void open();
    LeadState arrive(const QString &source);
    PlansRoom &room() { return m_window->plans(); }
    PlanLanes *lanes() { return room().findChild<PlanLanes *>(); }
    QString load() { return room().findChild<TextLabel *>(QStringLiteral("plans.load"))->text(); }
    template <class T> T *part(const char *name) { return room().findChild<T *>(QLatin1String(name)); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void press(const char *button);
    template <class T> T ask(QFuture<Result<T>> future);

    ManualClock m_clock{Instant{qint64(1794844800) * 1000000}}; // Monday 2026-11-16, 10:00 in Chicago
    test::QuietSeams m_quiet;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    int m_count = 0;
};

template <class T> T PlansWindowTest::ask(QFuture<Result<T>> future)
{
    std::optional<Result<T>> answer;
    deliver(future, this, [&answer](const Result<T> &given) { answer = given; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 30000))
        qFatal("no answer");
    if (!*answer)
        qFatal("%s", qPrintable(answer->error().message + answer->error().detail));
    return **answer;
}

void PlansWindowTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    Theme::apply(Theme::Choice::Light);
}

void PlansWindowTest::init()
{
    m_quiet = test::QuietSeams();
    m_folder = std::make_unique<QTemporaryDir>();
    m_count = 0;
}

void PlansWindowTest::cleanup()
{
    m_window.reset();
    m_desk.reset();
    m_folder.reset();
}

void PlansWindowTest::open()
{
    m_desk = std::make_unique<Desk>(m_clock);
    m_window = std::make_unique<MainWindow>(*m_desk, m_clock, m_quiet.seams());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->begin({QStringLiteral("sqlite:") + m_folder->filePath(QStringLiteral("store.beback")), true, {}});
    QTRY_VERIFY(m_window->work().isVisible());
}

// A store with one person, and 24 leads of the last four weeks.
void PlansWindowTest::start(const QString &role)
{
    {
        Desk desk(m_clock);
        RooftopFacts rooftop;
        rooftop.name = QStringLiteral("Cedar Hill Motors");
        rooftop.zone = QStringLiteral("America/Chicago");
        ask(desk.createEmpty(QStringLiteral("sqlite:") + m_folder->filePath(QStringLiteral("store.beback")), rooftop,
                             {QStringLiteral("karen"), QStringLiteral("Karen Lindqvist"), role}));
    }
    open();
    for (int i = 0; i < 24; ++i)
        arrive(QStringLiteral("Website"));
    m_clock.advance(std::chrono::hours(24));
    m_window->act(Act::Room4);
}

LeadState PlansWindowTest::arrive(const QString &source)
{
    LeadDraft draft;
    const int n = ++m_count;
    draft.name = {QStringLiteral("Customer Number%1").arg(n), QStringLiteral("Customer"), QStringLiteral("Number%1").arg(n), false};
    draft.points = readPhones(QStringLiteral("(316) 555-01%1").arg(n, 2, 10, QLatin1Char('0')), {}, nullptr);
    draft.source = source;
    const IntakeItem item = ask(m_desk->addLead(draft));
    return *ask(m_desk->view(item.customer, item.lead)).leadState();
}

void PlansWindowTest::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = m_window->focusWidget();
    QTest::keyClick(focus ? focus : static_cast<QWidget *>(m_window.get()), key, modifiers);
}

void PlansWindowTest::press(const char *button)
{
    auto *one = room().findChild<QAbstractButton *>(QLatin1String(button));
    QVERIFY(one && one->isVisible());
    one->setFocus();
    key(Qt::Key_Space);
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
    for (QWidget *control : m_window->findChildren<QWidget *>()) {
        if (!(control->focusPolicy() & Qt::TabFocus) || !control->isVisible() || control->focusProxy())
            continue;
        const auto *button = qobject_cast<QAbstractButton *>(control);
        const bool named = !control->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(named, qPrintable(QLatin1String(control->metaObject()->className()) + QLatin1Char(' ') + control->objectName()));
    }
}

QTEST_MAIN(PlansWindowTest)
#include "plans_window_test.moc"
