#include "core/desk/deliver.h"
#include "core/intake/phone_number.h"
#include "core/plan/rule_text.h"
#include "tests/support/quiet_seams.h"
#include "ui/lead/work_room.h"
#include "ui/rules/rule_form.h"
#include "ui/rules/rule_list.h"
#include "ui/rules/rules_room.h"
#include "ui/shell/main_window.h"
#include "ui/style/theme.h"
#include "ui/widgets/text_label.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeEdit>

using namespace beback;
using namespace beback::ui;

// A manager and the contact rules, in the real window on a real desk and store, by the keyboard.
class RulesWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void aLawIsMadeStricterAndWhoIsAffectedIsSeenBefore();
    void aLooserLawIsSaidAndRefused();
    void aLimitOfTheHouseIsAdded();
    void aRuleOfTheHouseIsOverruledWithAReason();
    void agentsHaveNoRulesToChange();
    void everyControlHasAName();

private:
    void start(const QString &role = QStringLiteral("manager"));
    void arrive();
    RulesRoom &room() { return m_window->rules(); }
    template <class T> T *part(const char *name) { return room().findChild<T *>(QLatin1String(name)); }
    QString text(const char *name) { return part<TextLabel>(name)->text(); }
    void type(const char *field, const QString &text);
    void press(const char *button);
    RuleShelf shelf() { return ask(m_desk->ruleShelf()); }
    template <class T> T ask(QFuture<Result<T>> future);

    ManualClock m_clock{Instant{qint64(1794844800) * 1000000}}; // Monday 2026-11-16, 10:00 in Chicago
    test::QuietSeams m_quiet;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    int m_count = 0;
};

template <class T> T RulesWindowTest::ask(QFuture<Result<T>> future)
{
    std::optional<Result<T>> answer;
    deliver(future, this, [&answer](const Result<T> &given) { answer = given; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 30000))
        qFatal("no answer");
    if (!*answer)
        qFatal("%s", qPrintable(answer->error().message + answer->error().detail));
    return **answer;
}

void RulesWindowTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    Theme::apply(Theme::Choice::Light);
}

void RulesWindowTest::init()
{
    m_quiet = test::QuietSeams();
    m_folder = std::make_unique<QTemporaryDir>();
    m_count = 0;
}

void RulesWindowTest::cleanup()
{
    m_window.reset();
    m_desk.reset();
    m_folder.reset();
}

// A store with one person, and three people in Wichita who wait for a call.
void RulesWindowTest::start(const QString &role)
{
    const QString url = QStringLiteral("sqlite:") + m_folder->filePath(QStringLiteral("store.beback"));
    {
        Desk desk(m_clock);
        RooftopFacts rooftop;
        rooftop.name = QStringLiteral("Cedar Hill Motors");
        rooftop.zone = QStringLiteral("America/Chicago");
        ask(desk.createEmpty(url, rooftop, {QStringLiteral("karen"), QStringLiteral("Karen Lindqvist"), role}));
    }
    m_desk = std::make_unique<Desk>(m_clock);
    m_window = std::make_unique<MainWindow>(*m_desk, m_clock, m_quiet.seams());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->begin({url, true, {}});
    QTRY_VERIFY(m_window->work().isVisible());
    for (int i = 0; i < 3; ++i)
        arrive();
    m_window->act(Act::Room5);
}

void RulesWindowTest::arrive()
{
    LeadDraft draft;
    const int n = ++m_count;
    draft.name = {QStringLiteral("Customer Number%1").arg(n), QStringLiteral("Customer"), QStringLiteral("Number%1").arg(n), false};
    draft.points = readPhones(QStringLiteral("(316) 555-01%1").arg(n, 2, 10, QLatin1Char('0')), {}, nullptr);
    draft.source = QStringLiteral("Website");
    ask(m_desk->addLead(draft));
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

void RulesWindowTest::press(const char *button)
{
    auto *one = part<QAbstractButton>(button);
    QVERIFY(one && one->isVisible());
    one->setFocus();
    QTest::keyClick(one, Qt::Key_Space);
}

void RulesWindowTest::aLawIsMadeStricterAndWhoIsAffectedIsSeenBefore()
{
    start();
    QTRY_VERIFY(room().isVisible() && part<RuleList>("rules.list")->count() > 20);
    QCOMPARE(part<RuleList>("rules.list")->currentRule(), QStringLiteral("house-week")); // the house's come first
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
    QTRY_COMPARE(part<RuleList>("rules.list")->currentRule(), QStringLiteral("house-1"));
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
    QVERIFY(m_window->work().isVisible());
}

void RulesWindowTest::everyControlHasAName()
{
    start();
    QTRY_VERIFY(part<RuleList>("rules.list")->count() > 20);
    for (const char *rule : {"house-week", "us-hours", "us-stop"}) {
        room().choose(QLatin1String(rule));
        for (const QWidget *control : room().findChildren<QWidget *>()) {
            const bool isNamed = !control->accessibleName().isEmpty() || qobject_cast<const QAbstractButton *>(control);
            if (control->focusPolicy() != Qt::NoFocus && control->isVisible() && !qobject_cast<const QLabel *>(control)
                && !control->objectName().startsWith(QLatin1String("qt_")))
                QVERIFY2(isNamed, qPrintable(control->objectName() + QLatin1Char(' ') + QLatin1String(control->metaObject()->className())));
        }
    }
}

QTEST_MAIN(RulesWindowTest)
#include "rules_window_test.moc"
