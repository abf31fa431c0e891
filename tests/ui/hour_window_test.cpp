#include "tests/support/window_stage.h"
#include "ui/hour/day_squares.h"
#include "ui/hour/hour_ring.h"
#include "ui/hour/hour_session.h"
#include "ui/hour/score_page.h"
#include "ui/hour/score_pane.h"
#include "ui/hour/then_pane.h"
#include "ui/lead/outcome_bar.h"
#include "ui/lead/work_session.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/text_label.h"

#include <QTimeEdit>

using namespace beback;
using namespace beback::ui;

// The real window on a real desk and a real store, driven into the Hour of Power and out of it by the keyboard.
class HourWindowTest : public test::WindowStage
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { inEnglish(); }
    void init() { fresh(); }
    void cleanup() { leave(); }

    void theHourBeginsWithTheNextLeadAndEndsByItself();
    void begunByHandAndEndedByEsc();
    void whatIsEnteredIsSavedFirst();
    void aBreakLeavesTheClockRunning();
    void onlyCustomersRepliesComeThrough();
    void whatLeadsAwayWaits();
    void anOfferIsDeclinedForTheDay();
    void aPersonSetsTheirOwnHour();
    void wordsOfTheScore();

private:
    void fill(int leads, std::optional<QTime> hour = {});
    void start();
    void work(Qt::Key outcome = Qt::Key_3);
    const LeadView *lead() const { return m_window->session().lead(); }
    bool working() const { return lead() && lead()->claim; }
    bool running() const { return m_window->hour().isRunning(); }
    template <class W> W *part(const char *name) const { return m_window->findChild<W *>(QLatin1String(name)); }
};

void HourWindowTest::fill(int leads, std::optional<QTime> hour)
{
    create({QStringLiteral("priya"), QStringLiteral("Priya Natarajan"), QStringLiteral("agent")});
    Desk desk(m_clock);
    ask(desk.open(url(), false));
    ask(desk.signIn(QStringLiteral("priya")));
    if (hour)
        ask(desk.setHour(QStringLiteral("priya"), hour));
    for (int i = 0; i < leads; ++i) {
        LeadDraft draft = person();
        draft.address.region = QStringLiteral("KS");
        ask(desk.addLead(draft));
    }
}

void HourWindowTest::start()
{
    open();
    QTRY_VERIFY(working());
}

// The lead in hand, by three keys; waits for the next one.
void HourWindowTest::work(Qt::Key outcome)
{
    QTRY_VERIFY(working());
    const LeadId before = lead()->lead;
    key(Qt::Key_F5);
    key(outcome, Qt::AltModifier);
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!lead() || lead()->lead != before);
}

void HourWindowTest::theHourBeginsWithTheNextLeadAndEndsByItself()
{
    fill(12, QTime(10, 5));
    start();
    auto *offer = part<Banner>("work.offer");
    QVERIFY(!running() && offer->isHidden());
    m_clock.advance(std::chrono::minutes(6));
    QTRY_VERIFY(offer->isVisible());
    QVERIFY2(!running(), "the lead in hand is not taken out of it");
    work();
    QTRY_VERIFY(running());
    QVERIFY(offer->isHidden());
    QTRY_VERIFY(part<QAbstractButton>("hour.end")->isVisible());
    QVERIFY(!part<QWidget>("strip.ready")->isVisible());
    QVERIFY(!part<QWidget>("queue.list")->isVisible());
    QTRY_COMPARE(part<HourRing>("hour.ring")->clockText(), QStringLiteral("59:00"));
    // The touch that was in hand when it began was made inside it.
    for (int i = 0; i < 5; ++i)
        work(i % 2 ? Qt::Key_2 : Qt::Key_3);
    QTRY_COMPARE(part<TextLabel>("hour.touches")->text(), QStringLiteral("6"));
    QVERIFY(m_window->hour().view()->keptToday);
    QTRY_VERIFY(working());
    m_clock.advance(std::chrono::minutes(60));
    QTRY_VERIFY(part<TextLabel>("score.heading"));
    QTRY_VERIFY(part<TextLabel>("score.heading")->isVisible());
    QCOMPARE(part<TextLabel>("score.heading")->text(), QStringLiteral("You kept the hour"));
    QVERIFY(!running() && !lead() && !m_window->session().isReady());
    QVERIFY(part<QWidget>("strip.ready")->isVisible());
    key(Qt::Key_Space); // the way on has the focus
    QTRY_VERIFY(working() && m_window->work().isVisible());
    QVERIFY(part<QWidget>("queue.list")->isVisible());
    QVERIFY(!part<TextLabel>("score.heading")->isVisible());
    QVERIFY2(offer->isHidden(), "it is not offered again");
}

void HourWindowTest::begunByHandAndEndedByEsc()
{
    fill(4);
    start();
    const LeadId inHand = lead()->lead;
    key(Qt::Key_F2);
    QTRY_VERIFY(running());
    QVERIFY2(working() && lead()->lead == inHand, "the lead in hand stays");
    QCOMPARE(part<HourRing>("hour.ring")->clockText(), QStringLiteral("60:00"));
    work();
    QTRY_COMPARE(part<TextLabel>("hour.touches")->text(), QStringLiteral("1"));
    key(Qt::Key_Escape);
    QVERIFY(!running());
    QTRY_VERIFY(part<TextLabel>("score.heading") && part<TextLabel>("score.heading")->isVisible());
    QCOMPARE(part<TextLabel>("score.heading")->text(), QStringLiteral("1 touch in this hour"));
    QVERIFY(!m_window->session().isReady());
    QTRY_VERIFY(m_window->session().page().mine.isEmpty()); // given back
    key(Qt::Key_F4);
    QTRY_VERIFY(working() && m_window->work().isVisible());
}

void HourWindowTest::whatIsEnteredIsSavedFirst()
{
    fill(4);
    start();
    key(Qt::Key_F2);
    QTRY_VERIFY(running() && working());
    key(Qt::Key_F5);
    key(Qt::Key_3, Qt::AltModifier);
    m_clock.advance(std::chrono::minutes(61));
    QTRY_COMPARE(m_window->hour().state(), HourSession::State::LastLead);
    QVERIFY(working());
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(part<TextLabel>("score.heading") && part<TextLabel>("score.heading")->isVisible());
    QCOMPARE(part<TextLabel>("score.heading")->text(), QStringLiteral("1 touch in this hour"));
    QVERIFY(!lead() && !m_window->session().isReady());
}

void HourWindowTest::aBreakLeavesTheClockRunning()
{
    fill(4);
    start();
    key(Qt::Key_F2);
    QTRY_VERIFY(running());
    key(Qt::Key_F4);
    QTRY_VERIFY(!lead());
    QVERIFY(running());
    m_clock.advance(std::chrono::minutes(5));
    QTRY_COMPARE(part<HourRing>("hour.ring")->clockText(), QStringLiteral("55:00"));
    key(Qt::Key_F4);
    QTRY_VERIFY(working() && running());
}

void HourWindowTest::onlyCustomersRepliesComeThrough()
{
    fill(5);
    start();
    key(Qt::Key_F2);
    QTRY_VERIFY(running() && working());
    m_clock.advance(std::chrono::minutes(2));
    CustomerId other;
    LeadId theirs;
    QTRY_VERIFY(!m_window->session().page().next.isEmpty());
    for (const QueueItem &item : m_window->session().page().next)
        if (item.customer != lead()->customer.id) {
            other = item.customer;
            theirs = item.lead;
        }
    auto *chip = part<QAbstractButton>("hour.reply");
    QVERIFY(chip->isHidden());
    ask(m_desk->reply(other, theirs, Medium::Text, QStringLiteral("Thursday works")));
    QTRY_VERIFY(chip->isVisible());
    QTRY_VERIFY(chip->toolTip().contains(QStringLiteral("Thursday works")));
    key(Qt::Key_F9);
    QTRY_VERIFY(working() && lead()->customer.id == other);
    QVERIFY(chip->isHidden());
}

void HourWindowTest::whatLeadsAwayWaits()
{
    fill(2);
    start();
    key(Qt::Key_F2);
    QTRY_VERIFY(running());
    key(Qt::Key_2, Qt::ControlModifier | Qt::ShiftModifier);
    key(Qt::Key_N, Qt::ControlModifier);
    key(Qt::Key_K, Qt::ControlModifier);
    key(Qt::Key_F2); // once is enough
    QVERIFY(running() && m_window->work().isVisible() && !m_window->pane());
    QVERIFY(!part<QWidget>("search.field")->hasFocus());
    // Esc first leaves the words, and only then the hour.
    key(Qt::Key_T);
    key(Qt::Key_Escape);
    QVERIFY(running());
    key(Qt::Key_Escape);
    QVERIFY(!running());
}

void HourWindowTest::anOfferIsDeclinedForTheDay()
{
    fill(4, QTime(9, 30));
    start();
    auto *offer = part<Banner>("work.offer");
    QTRY_VERIFY(offer->isVisible());
    m_window->hour().decline();
    QVERIFY(offer->isHidden());
    work();
    m_clock.advance(std::chrono::minutes(3));
    QTest::qWait(1500);
    QVERIFY(!running() && offer->isHidden());
    key(Qt::Key_F2); // by hand, all the same: what is left of it
    QTRY_VERIFY(running());
    QTRY_COMPARE(part<HourRing>("hour.ring")->clockText(), QStringLiteral("27:00"));
}

void HourWindowTest::aPersonSetsTheirOwnHour()
{
    fill(2);
    start();
    for (QAction *action : m_window->findChildren<QAction *>())
        if (action->text() == QStringLiteral("Set the Hour of Power…"))
            action->trigger();
    QTRY_VERIFY(m_window->pane());
    QVERIFY2(!part<QWidget>("hour.who"), "an agent sets no hour but their own");
    part<QTimeEdit>("hour.time")->setTime(QTime(14, 30));
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_window->hour().today().span);
    QVERIFY(m_window->hour().today().isOwn);
    QVERIFY(m_window->hour().today().span->begin - m_clock.now() == std::chrono::minutes(270));
}

void HourWindowTest::wordsOfTheScore()
{
    QCOMPARE(clockText(std::chrono::seconds(2232)), QStringLiteral("37:12"));
    QCOMPARE(clockText(Duration(0)), QStringLiteral("0:00"));
    QCOMPARE(clockText(std::chrono::milliseconds(500)), QStringLiteral("0:01"));
    HourView view;
    const QDate tuesday(2026, 11, 17);
    view.days = {{tuesday.addDays(-1), true}, {tuesday, false}};
    QCOMPARE(endHeading(view), QStringLiteral("No touch in this hour"));
    QCOMPARE(streakText(view), QStringLiteral("No days in a row yet"));
    QCOMPARE(againstText(view), QString());
    view.streak = 1;
    QCOMPARE(streakText(view), QStringLiteral("1 day, and today to come"));
    view.score.touches = 8;
    view.before = HourScore{};
    view.before->touches = 7;
    view.beforeDay = tuesday.addDays(-1);
    QCOMPARE(endHeading(view), QStringLiteral("8 touches in this hour"));
    QCOMPARE(againstText(view), QStringLiteral("1 touch more than yesterday."));
    view.beforeDay = tuesday.addDays(-4);
    view.before->touches = 10;
    QCOMPARE(againstText(view), QStringLiteral("2 touches fewer than Friday."));
    QCOMPARE(beforeText(view.beforeDay, tuesday), QStringLiteral("Friday at this minute"));
    view.keptToday = true;
    view.streak = 7;
    QCOMPARE(streakText(view), QStringLiteral("7 days in a row"));
    QCOMPARE(endHeading(view), QStringLiteral("You kept the hour"));
    QCOMPARE(othersText({}), QString());
    QCOMPARE(othersText({QStringLiteral("Ray")}), QStringLiteral("Ray is in the hour, too."));
    QCOMPARE(othersText({QStringLiteral("Priya"), QStringLiteral("Ray"), QStringLiteral("Jo")}), QStringLiteral("Priya, Ray and Jo are in the hour, too."));
}

QTEST_MAIN(HourWindowTest)
#include "hour_window_test.moc"
