#include "tests/ui/charts_sample.h"
#include "ui/charts/chart_view.h"
#include "ui/style/theme.h"
#include "ui/today/small_chart.h"
#include "ui/today/today_room.h"
#include "ui/today/today_words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/capacity_bar.h"
#include "ui/widgets/chip_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace beback;
using namespace beback::ui;
using namespace beback::test;

namespace {

NeedsYou need(NeedsYou::Kind kind, const char *title, int person = 0)
{
    NeedsYou one;
    one.kind = kind;
    one.title = QString::fromUtf8(title);
    one.detail = QStringLiteral("What is known about it.");
    if (person > 0) {
        one.customer = customer(person);
        one.lead = leadId(person);
    }
    return one;
}

NeedsYou alert(int person = 1)
{
    NeedsYou one = need(NeedsYou::Kind::Alert, "Save a deal: Victor Hale", person);
    one.urgent = true;
    one.until = At + std::chrono::seconds(178);
    return one;
}

NeedsYou several(NeedsYou::Kind kind, const char *title, int leads, const char *person = "")
{
    NeedsYou one = need(kind, title);
    one.leads = leadIds(leads, 100);
    one.person = QLatin1String(person);
    return one;
}

// One of each kind, as in the picture.
QVector<NeedsYou> needs()
{
    using Kind = NeedsYou::Kind;
    return {alert(), need(Kind::Promise, "Callback to Robert Tran, 11:45", 2), several(Kind::NewLeads, "3 new leads, none contacted", 3),
            need(Kind::OwnStep, "Yours: call Mrs. Okafor", 3), several(Kind::Neglected, "12 leads of Luis Ortega whose next step is due: no touch for 7 days", 12, "luis"),
            several(Kind::Overload, "More is due for Priya today than fits", 0, "priya"), need(Kind::Overridden, "Dana overrode a finding", 4),
            need(Kind::Quarantine, "2 leads in the mailbox could not be read")};
}

PersonToday somebody(const char *name, int touches)
{
    PersonToday one;
    one.name = QString::fromUtf8(name);
    one.login = one.name.section(QLatin1Char(' '), 0, 0).toLower();
    one.touches = touches;
    if (touches > 0)
        one.last = At - std::chrono::minutes(14);
    one.holds = 30;
    return one;
}

TodayPage today()
{
    TodayPage page;
    page.at = At; // a Monday, 10:00 in Chicago
    page.touches = 214;
    page.planned = 352;
    page.newWaiting = 3;
    page.longest = At - std::chrono::minutes(3);
    page.reached = 61;
    page.reachedByCall = 28;
    page.reachedWeekAgo = 54;
    page.visitsSet = 9;
    page.visitsConfirmed = 6;
    page.visitsWeekAgo = 7;
    page.unsoldThisMonth = 41;
    page.backThisMonth = 7;
    page.needs = needs();
    page.people = {somebody("Dana Whitfield", 31), somebody("Luis Ortega", 0), somebody("Priya Nair", 40)};
    return page;
}

ChartPage charts()
{
    ChartPage all = page();
    Chart neglect = attempts();
    neglect.id = QStringLiteral("neglect");
    neglect.says = QStringLiteral("12 leads were not touched for a week");
    neglect.minimum.reset();
    all.charts << neglect;
    return all;
}

// Everything that is shown as a window of its own.
class WindowWatch : public QObject
{
public:
    WindowWatch() { qApp->installEventFilter(this); }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Show && watched->isWidgetType() && static_cast<QWidget *>(watched)->isWindow())
            shown << QLatin1String(watched->metaObject()->className()) + QLatin1Char(' ') + watched->objectName();
        return false;
    }
    QStringList shown;
};

} // namespace

// The room of today with made-up pages: what its figures say, where its buttons lead, and how its clocks run.
class TodayRoomTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init();
    void cleanup() { m_room.reset(); }

    void tilesSayTheNumbers();
    void oneIsSaidAsOne();
    void nothingIsSaidCalmly();
    void whatIsNotKnownIsNotGuessed();
    void noFigureIsCut();
    void theLongestWaitRunsOn();
    void waitsAreWorded();
    void buttonsLeadToTheirPlace();
    void anAlertCountsDown();
    void nothingNeedsAnybody();
    void theKeyboardWalksTheList();
    void theListIsOneStopForTab();
    void theRowAtHandKeepsItsPlace();
    void whatIsDoneHandsTheKeyboardOn();
    void chartsSayTheirSentenceAndLeadToThemselves();
    void missingChartsSaySo();
    void aFailureOffersAnotherTry();
    void aChangeIsLookedAtSoon();
    void byItselfItIsQuietForHalfAMinute();
    void whatIsOutOfSightWaits();
    void aNarrowWindowBreaksTheRow();
    void itPaints_data();
    void itPaints();
    void theThemeIsFollowed();
    void nothingFlashesAsAWindow();
    void everyControlHasAName();

private:
    void open(const TodayPage &page = today(), QSize size = QSize(1366, 690));
    template <class T> T *part(const char *name) const { return m_room->findChild<T *>(QLatin1String(name)); }
    QString text(const char *name) const { return part<QLabel>(name)->text(); }
    KeyButton *button(int number) const { return m_room->findChild<KeyButton *>(QStringLiteral("today.need.%1").arg(number)); }
    QWidget *row(int number) const { return m_room->findChild<QWidget *>(QStringLiteral("today.need.%1.row").arg(number)); }
    CapacityBar *touchesBar() const { return part<QWidget>("today.touches")->findChild<CapacityBar *>(); }
    int placeOf(int number) const { return row(number)->mapTo(m_room.get(), QPoint(0, 0)).y(); }

    ManualClock m_clock{At};
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<TodayRoom> m_room;
};

void TodayRoomTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("QPainter|QImage|QLayout|QWidget|QFont")));
    Theme::setTextScale(1.0);
    Theme::apply(Theme::Choice::Light);
    m_clock.set(At);
    m_desk = std::make_unique<Desk>(m_clock);
}

// A desk without a store: it answers every question with an error, and a test shows its own numbers.
void TodayRoomTest::open(const TodayPage &page, QSize size)
{
    m_room = std::make_unique<TodayRoom>(*m_desk, m_clock);
    m_room->setZone(QStringLiteral("America/Chicago"));
    m_room->resize(size);
    m_room->show(page);
    m_room->showCharts(charts());
    m_room->setVisible(true);
    QVERIFY(QTest::qWaitForWindowActive(m_room.get()));
}

void TodayRoomTest::tilesSayTheNumbers()
{
    open();
    QCOMPARE(text("today.touches.figure"), QStringLiteral("214"));
    QCOMPARE(text("today.touches.beside"), QStringLiteral("of 352 planned"));
    const CapacityBar *bar = touchesBar();
    QCOMPARE(bar->value(), 214);
    QCOMPARE(bar->maximum(), 352);
    QVERIFY(bar->isVisible());
    QCOMPARE(text("today.waiting.figure"), QStringLiteral("3"));
    QCOMPARE(text("today.waiting.below"), QStringLiteral("goal: 5 min"));
    QCOMPARE(text("today.reached.figure"), QStringLiteral("61"));
    QCOMPARE(text("today.reached.beside"), QStringLiteral("people, 28 by call"));
    QCOMPARE(text("today.reached.below"), QStringLiteral("last Monday by 10:00 am: 54"));
    QCOMPARE(text("today.visits.beside"), QStringLiteral("6 confirmed"));
    QCOMPARE(text("today.back.caption"), QStringLiteral("Be-backs in November"));
    QCOMPARE(text("today.back.beside"), QStringLiteral("of 41 who left unsold"));
    QCOMPARE(text("today.back.below"), QStringLiteral("17 %, likely between 8 and 31 %"));
    QCOMPARE(text("today.people.caption"), QStringLiteral("3 people"));
    QCOMPARE(part<ChipLabel>("today.people.working")->chip().text, QStringLiteral("2 working"));
    QCOMPARE(part<ChipLabel>("today.people.not_yet")->chip().text, QStringLiteral("Luis Ortega not yet"));
    const QString tip = part<QWidget>("today.people")->toolTip();
    QVERIFY2(tip.contains(QLatin1String("Dana Whitfield: 31 touches, the last at 9:46 am, holds 30 leads")), qPrintable(tip));
    QCOMPARE(part<QWidget>("today.reached")->accessibleDescription(), QStringLiteral("61 people, 28 by call; last Monday by 10:00 am: 54"));
}

void TodayRoomTest::oneIsSaidAsOne()
{
    TodayPage page = today();
    page.newWaiting = 1;
    page.reached = 1;
    page.reachedByCall = 0;
    page.people = {somebody("Luis Ortega", 1)};
    page.people[0].holds = 1;
    page.needs = {several(NeedsYou::Kind::NewLeads, "1 new lead, not contacted", 1)};
    open(page);
    QCOMPARE(text("today.waiting.beside"), QStringLiteral("for 3 min 0 s"));
    QCOMPARE(text("today.reached.beside"), QStringLiteral("person, 0 by call"));
    QCOMPARE(text("today.people.caption"), QStringLiteral("1 person"));
    QVERIFY(part<QWidget>("today.people")->toolTip().startsWith(QLatin1String("Luis Ortega: 1 touch, the last at 9:46 am, holds 1 lead")));
    QVERIFY(!part<ChipLabel>("today.people.not_yet")->isVisible());
    QCOMPARE(button(0)->text(), QStringLiteral("Open"));
    QVERIFY(!part<QLabel>("today.needs.order")->isVisible()); // one alone is in no order
}

void TodayRoomTest::nothingIsSaidCalmly()
{
    TodayPage page;
    page.at = At;
    page.planned = 0;
    open(page);
    QCOMPARE(text("today.touches.beside"), QStringLiteral("none planned"));
    QCOMPARE(text("today.waiting.beside"), QStringLiteral("nobody waits"));
    QCOMPARE(text("today.reached.beside"), QStringLiteral("nobody yet"));
    QCOMPARE(text("today.visits.beside"), QStringLiteral("none yet"));
    QCOMPARE(text("today.back.beside"), QStringLiteral("nobody left unsold yet"));
    QCOMPARE(text("today.back.below"), QString());
    QCOMPARE(text("today.people.caption"), QStringLiteral("People"));
    QCOMPARE(part<TextLabel>("today.waiting.figure")->ink(), Ink::Text);
}

void TodayRoomTest::whatIsNotKnownIsNotGuessed()
{
    TodayPage page = today();
    page.planned.reset();
    page.unsoldThisMonth = 4;
    page.backThisMonth = 2;
    open(page);
    QCOMPARE(text("today.touches.beside"), QString());
    const CapacityBar *bar = touchesBar();
    QVERIFY(!bar->isVisible());
    QVERIFY(part<QLabel>("today.touches.below")->isVisible());
    QCOMPARE(text("today.back.below"), QStringLiteral("too few to be sure"));
    page.planned = 200; // fewer than were done: full, and no fault
    m_room->show(page);
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->value(), 200);
    QCOMPARE(bar->accessibleName(), QStringLiteral("214 of 200 planned"));
}

void TodayRoomTest::noFigureIsCut()
{
    open();
    m_clock.advance(std::chrono::seconds(7 * 60 + 48)); // as wide as a wait gets
    m_room->tick();
    const QWidget *tiles = part<QWidget>("today.tiles");
    for (const ElidedLabel *label : tiles->findChildren<ElidedLabel *>())
        QVERIFY2(!label->isElided(), qPrintable(label->objectName()));
}

void TodayRoomTest::theLongestWaitRunsOn()
{
    open();
    QCOMPARE(text("today.waiting.beside"), QStringLiteral("longest 3 min 0 s"));
    QCOMPARE(part<TextLabel>("today.waiting.figure")->ink(), Ink::Text);
    m_clock.advance(std::chrono::seconds(121));
    QTRY_COMPARE(text("today.waiting.beside"), QStringLiteral("longest 5 min 1 s")); // by itself
    QCOMPARE(part<TextLabel>("today.waiting.figure")->ink(), Ink::Danger);           // over the goal
    m_clock.advance(std::chrono::hours(1));
    m_room->tick();
    QCOMPARE(text("today.waiting.beside"), QStringLiteral("longest 1 h 5 min"));
}

void TodayRoomTest::waitsAreWorded()
{
    using std::chrono::seconds;
    QCOMPARE(today_words::waited(seconds(-3)), QStringLiteral("0 s"));
    QCOMPARE(today_words::waited(seconds(45)), QStringLiteral("45 s"));
    QCOMPARE(today_words::waited(seconds(59 * 60 + 59)), QStringLiteral("59 min 59 s"));
    QCOMPARE(today_words::waited(std::chrono::hours(47)), QStringLiteral("47 h 0 min"));
    QCOMPARE(today_words::waited(std::chrono::hours(73)), QStringLiteral("3 days"));
    QCOMPARE(today_words::left(seconds(178)), QStringLiteral("2:58 left"));
    QCOMPARE(today_words::left(seconds(0)), QStringLiteral("0:00 left"));
    QCOMPARE(today_words::left(seconds(-42)), QStringLiteral("0:42 over"));
}

void TodayRoomTest::buttonsLeadToTheirPlace()
{
    open();
    QSignalSpy looked(m_room.get(), &TodayRoom::lookAsked), listed(m_room.get(), &TodayRoom::leadsAsked), answered(m_room.get(), &TodayRoom::answerAsked),
        charted(m_room.get(), &TodayRoom::chartAsked), entered(m_room.get(), &TodayRoom::roomAsked);
    const QStringList texts{QStringLiteral("Answer"),  QStringLiteral("Open"),          QStringLiteral("Open 3"), QStringLiteral("Open"),
                            QStringLiteral("Open 12"), QStringLiteral("See the chart"), QStringLiteral("Read"),   QStringLiteral("Fix")};
    for (int i = 0; i < texts.size(); ++i) {
        QCOMPARE(button(i)->text(), texts[i]);
        button(i)->click();
    }
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered[0][0].value<LeadId>(), leadId(1));
    QCOMPARE(looked.size(), 3);
    QCOMPARE(looked[0][0].value<CustomerId>(), customer(2));
    QCOMPARE(looked[0][1].value<LeadId>(), leadId(2));
    QCOMPARE(looked[1][1].value<LeadId>(), leadId(3));
    QCOMPARE(looked[2][1].value<LeadId>(), leadId(4));
    QCOMPARE(listed.size(), 2);
    QCOMPARE(listed[0][0].toString(), QStringLiteral("3 new leads, none contacted"));
    QCOMPARE(listed[1][1].value<QVector<LeadId>>(), leadIds(12, 100));
    QCOMPARE(charted.size(), 1);
    QCOMPARE(charted[0][0].toString(), QStringLiteral("load"));
    QCOMPARE(entered.size(), 1);
    QCOMPARE(entered[0][0].toString(), QStringLiteral("leads-in"));
    part<QAbstractButton>("today.people.open")->click();
    QCOMPARE(charted.size(), 2);
}

void TodayRoomTest::anAlertCountsDown()
{
    open();
    QCOMPARE(text("today.need.0.clock"), QStringLiteral("2:58 left"));
    QVERIFY(!part<QLabel>("today.need.1.clock")->isVisible());
    m_clock.advance(std::chrono::minutes(2));
    QTRY_COMPARE(text("today.need.0.clock"), QStringLiteral("0:58 left"));
    m_clock.advance(std::chrono::seconds(100));
    m_room->tick();
    QCOMPARE(text("today.need.0.clock"), QStringLiteral("0:42 over"));
}

void TodayRoomTest::nothingNeedsAnybody()
{
    TodayPage page = today();
    page.needs.clear();
    open(page);
    auto *empty = part<EmptyState>("today.needs.empty");
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->accessibleName(), QStringLiteral("Nothing needs you now"));
    m_room->show(today());
    QVERIFY(!empty->isVisible() && button(0)->isVisible());
    m_room->show(page);
    QVERIFY(empty->isVisible() && !button(0));
}

void TodayRoomTest::theKeyboardWalksTheList()
{
    open();
    QSignalSpy looked(m_room.get(), &TodayRoom::lookAsked);
    button(0)->setFocus(Qt::TabFocusReason);
    QTest::keyClick(button(0), Qt::Key_Up); // there is nothing above
    QVERIFY(button(0)->hasFocus());
    QTest::keyClick(button(0), Qt::Key_Down);
    QVERIFY(button(1)->hasFocus());
    QTest::keyClick(button(1), Qt::Key_Return);
    QCOMPARE(looked.size(), 1);
    QCOMPARE(looked[0][1].value<LeadId>(), leadId(2));
    QTest::keyClick(button(1), Qt::Key_End);
    QVERIFY(button(7)->hasFocus());
    QTest::keyClick(button(7), Qt::Key_Down);
    QVERIFY(button(7)->hasFocus());
    QTest::keyClick(button(7), Qt::Key_Home);
    QVERIFY(button(0)->hasFocus());
}

void TodayRoomTest::theListIsOneStopForTab()
{
    open();
    part<QWidget>("today.people.open")->setFocus(Qt::TabFocusReason);
    QTest::keyClick(m_room->focusWidget(), Qt::Key_Tab);
    QVERIFY(button(0)->hasFocus()); // as it is read: figures, list, charts
    QTest::keyClick(button(0), Qt::Key_Down);
    QTest::keyClick(button(1), Qt::Key_Tab);
    QVERIFY(part<ChartView>("today.chart.attempts-per-lead")->hasFocus());
    QTest::keyClick(m_room->focusWidget(), Qt::Key_Backtab);
    QVERIFY(button(1)->hasFocus()); // where it was left
}

void TodayRoomTest::theRowAtHandKeepsItsPlace()
{
    open(today(), QSize(1100, 480));
    KeyButton *held = button(4);
    held->setFocus(Qt::TabFocusReason);
    const int place = placeOf(4);
    TodayPage page = today();
    page.needs.prepend(alert(9));
    m_room->show(page);
    QVERIFY(held->hasFocus());
    QCOMPARE(held->objectName(), QStringLiteral("today.need.5"));
    QCOMPARE(placeOf(5), place);
    QTest::keyClick(held, Qt::Key_Up);
    QVERIFY(button(4)->hasFocus());
}

void TodayRoomTest::whatIsDoneHandsTheKeyboardOn()
{
    open();
    button(1)->setFocus(Qt::TabFocusReason);
    TodayPage page = today();
    page.needs.removeAt(1);
    m_room->show(page);
    QVERIFY(button(1)->hasFocus());
    QCOMPARE(text("today.need.1.title"), QStringLiteral("3 new leads, none contacted"));
    button(6)->setFocus(Qt::TabFocusReason); // the last one
    page.needs.removeLast();
    m_room->show(page);
    QVERIFY(button(5)->hasFocus());
    page.needs.clear();
    m_room->show(page);
    QVERIFY(!button(0));
}

void TodayRoomTest::chartsSayTheirSentenceAndLeadToThemselves()
{
    open();
    QCOMPARE(text("today.says.attempts-per-lead"), attempts().says);
    QCOMPARE(text("today.says.answers-by-hour"), hours().says);
    QSignalSpy asked(m_room.get(), &TodayRoom::chartAsked);
    auto *view = part<ChartView>("today.chart.attempts-per-lead");
    QVERIFY(view->isVisible());
    QTest::mouseClick(part<QLabel>("today.says.reached-by-attempt"), Qt::LeftButton);
    QCOMPARE(asked.takeLast()[0].toString(), QStringLiteral("reached-by-attempt"));
    QTest::mouseClick(view, Qt::LeftButton, {}, view->placeOf({}, QStringLiteral("3")).center()); // a bar
    QCOMPARE(asked.takeLast()[0].toString(), QStringLiteral("attempts-per-lead"));
    QTest::mouseClick(view, Qt::LeftButton, {}, QPoint(2, 2)); // beside all of them
    QCOMPARE(asked.takeLast()[0].toString(), QStringLiteral("attempts-per-lead"));
    auto *heat = part<ChartView>("today.chart.answers-by-hour");
    heat->setFocus();
    QTest::keyClick(heat, Qt::Key_Return);
    QCOMPARE(asked.takeLast()[0].toString(), QStringLiteral("answers-by-hour"));
    QTest::keyClick(heat, Qt::Key_Right);
    QCOMPARE(asked.size(), 0); // walking asks for nothing
    QTest::keyClick(heat, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
}

void TodayRoomTest::missingChartsSaySo()
{
    open();
    ChartPage empty;
    Chart nothing = attempts();
    nothing.says = QStringLiteral("No lead is open.");
    nothing.series.clear();
    empty.charts = {nothing};
    m_room->showCharts(empty);
    QCOMPARE(text("today.says.attempts-per-lead"), QStringLiteral("No lead is open."));
    QVERIFY(!part<ChartView>("today.chart.attempts-per-lead")->isVisible());
    QVERIFY(!part<ChartView>("today.chart.neglect")->isVisible());
    m_room->showCharts(charts());
    QVERIFY(part<ChartView>("today.chart.neglect")->isVisible());
}

void TodayRoomTest::aFailureOffersAnotherTry()
{
    open();
    auto *problem = part<Banner>("today.problem");
    QVERIFY(!problem->isVisible());
    m_room->refresh();
    QTRY_COMPARE(problem->accessibleName(), QStringLiteral("Today cannot be read"));
    QVERIFY(problem->isVisible());
    QCOMPARE(text("today.touches.figure"), QStringLiteral("214")); // what was read last stays
    part<QAbstractButton>("today.problem.again")->click();
    QTest::qWait(50);
    QVERIFY(problem->isVisible());
    m_room->show(today());
    m_room->showCharts(charts());
    QVERIFY(!problem->isVisible());
}

void TodayRoomTest::aChangeIsLookedAtSoon()
{
    open();
    m_room->setQuiet(std::chrono::seconds(2));
    auto *problem = part<Banner>("today.problem");
    Q_EMIT m_desk->changed({});
    QTRY_VERIFY(problem->isVisible()); // it asked, and this desk has no store
    m_room->show(today());
    Q_EMIT m_desk->changed({}); // and not again at once
    QTest::qWait(600);
    QVERIFY(!problem->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(problem->isVisible(), 8000);
}

// A busy floor changes something all the time, and the page is much to read.
void TodayRoomTest::byItselfItIsQuietForHalfAMinute()
{
    open();
    auto *problem = part<Banner>("today.problem");
    Q_EMIT m_desk->changed({});
    QTRY_VERIFY(problem->isVisible());
    m_room->show(today());
    Q_EMIT m_desk->changed({});
    QTest::qWait(5600); // it was five seconds once
    QVERIFY(!problem->isVisible());
    m_room->setVisible(false); // whoever comes to look is shown what is
    m_room->setVisible(true);
    QTRY_VERIFY(problem->isVisible());
}

void TodayRoomTest::whatIsOutOfSightWaits()
{
    open();
    auto *problem = part<Banner>("today.problem");
    m_room->setVisible(false);
    Q_EMIT m_desk->changed({});
    QTest::qWait(500);
    QVERIFY(problem->isHidden());
    m_room->setVisible(true);
    QTRY_VERIFY(problem->isVisible());
}

void TodayRoomTest::aNarrowWindowBreaksTheRow()
{
    open();
    const auto top = [this](const char *tile) { return part<QWidget>(tile)->mapTo(m_room.get(), QPoint(0, 0)).y(); };
    const auto chartTop = [this](const char *chart) { return part<SmallChart>(chart)->mapTo(m_room.get(), QPoint(0, 0)).y(); };
    QCOMPARE(top("today.people"), top("today.touches"));
    QCOMPARE(chartTop("today.card.reached-by-attempt"), chartTop("today.card.attempts-per-lead"));
    m_room->resize(900, 690);
    QTRY_VERIFY(top("today.people") > top("today.touches"));
    QTRY_VERIFY(chartTop("today.card.reached-by-attempt") > chartTop("today.card.attempts-per-lead"));
    QCOMPARE(m_room->width(), 900); // nothing holds it open
    m_room->resize(1366, 690);
    QTRY_COMPARE(top("today.people"), top("today.touches"));
}

void TodayRoomTest::itPaints_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("scale");
    for (const bool dark : {false, true})
        for (const double scale : {1.0, 1.5, 2.0})
            QTest::addRow("%s, %d %%", dark ? "dark" : "light", int(100 * scale)) << dark << scale;
}

void TodayRoomTest::itPaints()
{
    QFETCH(bool, dark);
    QFETCH(double, scale);
    Theme::setTextScale(scale);
    Theme::apply(dark ? Theme::Choice::Dark : Theme::Choice::Light);
    open(today(), QSize(1280, 690));
    const QImage image = m_room->grab().toImage();
    QVERIFY(colorsIn(image) > 16);
    QCOMPARE(image.pixelColor(2, 2).name(), Theme::current().bg.name());
    const QImage urgent = row(0)->grab().toImage();
    QCOMPARE(urgent.pixelColor(2, urgent.height() / 2).name(), Theme::current().dangerSoft.name());
    for (int i = 0; i < needs().size(); ++i)
        QVERIFY2(row(i)->rect().contains(button(i)->geometry()), qPrintable(button(i)->objectName()));
}

void TodayRoomTest::theThemeIsFollowed()
{
    open();
    const QImage light = m_room->grab().toImage();
    Theme::apply(Theme::Choice::Dark);
    const QImage dark = m_room->grab().toImage();
    QCOMPARE(light.pixelColor(2, 2).name(), Theme::light().bg.name());
    QCOMPARE(dark.pixelColor(2, 2).name(), Theme::darkOne().bg.name());
    QCOMPARE(row(0)->grab().toImage().pixelColor(2, 20).name(), Theme::darkOne().dangerSoft.name());
}

void TodayRoomTest::nothingFlashesAsAWindow()
{
    WindowWatch watch;
    open();
    TodayPage page = today();
    page.needs.prepend(alert(9));
    m_room->show(page);
    page.needs = page.needs.mid(3, 2);
    m_room->show(page);
    m_room->show(TodayPage());
    m_room->showCharts(ChartPage());
    m_room->refresh();
    QTest::qWait(300);
    m_room->show(today());
    m_room->showCharts(charts());
    m_room->resize(900, 690);
    QTest::qWait(50);
    QCOMPARE(watch.shown, QStringList{QStringLiteral("beback::ui::TodayRoom ")});
}

void TodayRoomTest::everyControlHasAName()
{
    open();
    for (const QWidget *control : m_room->findChildren<QWidget *>()) {
        if (control->focusPolicy() == Qt::NoFocus || !control->isVisible() || control->focusProxy())
            continue;
        const QString what = QLatin1String(control->metaObject()->className()) + QLatin1Char(' ') + control->objectName();
        QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(what));
        QVERIFY2(control->objectName().startsWith(QLatin1String("today.")), qPrintable(what));
    }
    QCOMPARE(button(0)->accessibleName(), QStringLiteral("Answer: Save a deal: Victor Hale"));
}

QTEST_MAIN(TodayRoomTest)
#include "today_room_test.moc"
