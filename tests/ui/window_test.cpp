#include "core/desk/deliver.h"
#include "core/intake/phone_number.h"
#include "tests/support/beat_watch.h"
#include "tests/support/quiet_seams.h"
#include "ui/intake/intake_room.h"
#include "ui/intake/mapping_pane.h"
#include "ui/lead/outcome_bar.h"
#include "ui/lead/work_room.h"
#include "ui/lead/work_session.h"
#include "ui/settings/settings_room.h"
#include "ui/shell/first_run.h"
#include "ui/shell/main_window.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace beback;
using namespace beback::ui;

// The real window on a real desk and a real store, driven by the keyboard.
class WindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void firstRunMakesAStore();
    void anAgentWorksTenLeadsWithTheKeyboardAlone();
    void undoTakesTheLastTouchBackAndReturnsTheLead();
    void undoReturnsTheVeryLeadOfAPersonWithTwo();
    void theOtherRoomsAreBuiltWhenTheyAreEntered();
    void aDraftOutlivesTheProgram();
    void whatIsSavedIsNoDraftAnyMore();
    void searchOpensALead();
    void anAddedLeadIsFound();
    void aSkipNeedsItsReasonAndGoesOn();
    void aStepThePlanKeepsForManagersIsNotSkipped();
    void aReplyIsKeptWithTheWishInIt();
    void pausingGivesTheLeadBack();
    void everyControlOfEveryRoomHasAName();
    void importingLeavesTheWindowAlive();

private:
    double worstGapWhileImporting(int leads, const QString &family);
    struct Desktop {
        std::unique_ptr<Desk> desk;
        std::unique_ptr<MainWindow> window;
    };
    Desktop start(bool exists = true);
    void fill(int leads, const QString &source = QStringLiteral("Website"));
    const LeadView *lead() const { return m_it.window->session().lead(); }
    bool working() const { return lead() && lead()->claim; }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    template <class T> T ask(QFuture<Result<T>> future);

    ManualClock m_clock{Instant{qint64(1794844800) * 1000000}}; // Monday 2026-11-16, 10:00 in Chicago
    test::QuietSeams m_quiet;
    std::unique_ptr<QTemporaryDir> m_folder;
    Desktop m_it;
};

template <class T> T WindowTest::ask(QFuture<Result<T>> future)
{
    std::optional<Result<T>> answer;
    deliver(future, this, [&answer](const Result<T> &given) { answer = given; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 30000))
        qFatal("no answer");
    if (!*answer)
        qFatal("%s", qPrintable(answer->error().message + answer->error().detail));
    return **answer;
}

void WindowTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    Theme::apply(Theme::Choice::Light);
}

void WindowTest::init()
{
    m_quiet = test::QuietSeams();
    m_folder = std::make_unique<QTemporaryDir>();
}

void WindowTest::cleanup()
{
    m_it.window.reset();
    m_it.desk.reset();
    m_folder.reset();
}

WindowTest::Desktop WindowTest::start(bool exists)
{
    Desktop it;
    it.desk = std::make_unique<Desk>(m_clock);
    it.window = std::make_unique<MainWindow>(*it.desk, m_clock, m_quiet.seams());
    it.window->show();
    if (!QTest::qWaitForWindowActive(it.window.get()))
        qFatal("the window does not become active");
    it.window->begin({QStringLiteral("sqlite:") + m_folder->filePath(QStringLiteral("store.beback")), exists, {}});
    return it;
}

// A store with one agent and so many fresh leads.
void WindowTest::fill(int leads, const QString &source)
{
    Desk desk(m_clock);
    RooftopFacts rooftop;
    rooftop.name = QStringLiteral("Cedar Hill Motors");
    rooftop.city = QStringLiteral("Wichita");
    rooftop.region = QStringLiteral("KS");
    rooftop.zone = QStringLiteral("America/Chicago");
    ask(desk.createEmpty(QStringLiteral("sqlite:") + m_folder->filePath(QStringLiteral("store.beback")), rooftop,
                         {QStringLiteral("priya"), QStringLiteral("Priya Natarajan"), QStringLiteral("agent")}));
    ask(desk.signIn(QStringLiteral("priya")));
    for (int i = 0; i < leads; ++i) {
        LeadDraft draft;
        draft.name = {QStringLiteral("Customer Number%1").arg(i), QStringLiteral("Customer"), QStringLiteral("Number%1").arg(i), false};
        draft.points = readPhones(QStringLiteral("(316) 555-01%1").arg(i, 2, 10, QLatin1Char('0')), {}, nullptr);
        draft.address.region = QStringLiteral("KS");
        draft.source = source;
        ask(desk.addLead(draft));
    }
}

void WindowTest::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = m_it.window->focusWidget();
    QTest::keyClick(focus ? focus : static_cast<QWidget *>(m_it.window.get()), key, modifiers);
}

void WindowTest::firstRunMakesAStore()
{
    m_it = start(false);
    auto *first = m_it.window->findChild<FirstRun *>();
    QTRY_VERIFY(first->isVisible());
    m_it.window->findChild<QAbstractButton *>(QStringLiteral("first.empty"))->click();
    key(Qt::Key_Return);
    QTest::keyClicks(m_it.window->focusWidget(), QStringLiteral("Cedar Hill Motors"));
    key(Qt::Key_Tab);
    QTest::keyClicks(m_it.window->focusWidget(), QStringLiteral("Priya Natarajan"));
    key(Qt::Key_Return);
    QTRY_VERIFY(m_it.window->work().isVisible());
    QTRY_COMPARE(m_it.window->session().agent().login, QStringLiteral("priya.natarajan"));
}

void WindowTest::anAgentWorksTenLeadsWithTheKeyboardAlone()
{
    fill(12);
    m_it = start();
    QSet<QString> worked;
    for (int i = 0; i < 10; ++i) {
        QTRY_VERIFY(working() && !worked.contains(lead()->lead.toString()));
        const QString id = lead()->lead.toString();
        worked.insert(id);
        key(Qt::Key_F5);
        key(i % 2 ? Qt::Key_2 : Qt::Key_3, Qt::AltModifier);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!working() || lead()->lead.toString() != id);
    }
    QCOMPARE(worked.size(), 10);
    QCOMPARE(m_quiet.opener->opened.size(), 10);
    const TodayCount today = ask(m_it.desk->today());
    QCOMPARE(today.touches, 10);
}

void WindowTest::undoTakesTheLastTouchBackAndReturnsTheLead()
{
    fill(3);
    m_it = start();
    QTRY_VERIFY(working());
    const LeadId first = lead()->lead;
    key(Qt::Key_F5);
    key(Qt::Key_6, Qt::AltModifier);
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(working() && lead()->lead != first);
    QTRY_VERIFY(m_it.window->session().canUndo());
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(working() && lead()->lead == first);
    QCOMPARE(lead()->leadState()->attempts, 0);
    // What was entered is there again, to be mended.
    QCOMPARE(m_it.window->work().outcomes()->draft().outcome, Outcome::WrongNumber);
    // Mended and saved, the lead that waited comes back.
    key(Qt::Key_3, Qt::AltModifier);
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(working() && lead()->lead != first);
}

void WindowTest::undoReturnsTheVeryLeadOfAPersonWithTwo()
{
    fill(1);
    m_it = start();
    QTRY_VERIFY(working());
    const CustomerId person = lead()->customer.id;
    const LeadId first = lead()->lead;
    LeadDraft again;
    again.name = lead()->customer.name;
    again.points = lead()->customer.points;
    again.wanted.model = QStringLiteral("Pilot");
    again.source = QStringLiteral("Portal");
    const IntakeItem item = ask(m_it.desk->addLead(again));
    QCOMPARE(item.customer, person);
    QVERIFY(item.lead != first);
    WorkSession &session = m_it.window->session();
    session.take(person, item.lead);
    QTRY_VERIFY(working() && lead()->lead == item.lead);
    key(Qt::Key_F5);
    key(Qt::Key_3, Qt::AltModifier);
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(session.canUndo());
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(working() && lead()->lead == item.lead && lead()->leadState()->attempts == 0);
    QTRY_VERIFY(!session.page().mine.isEmpty() && session.page().mine.first().lead == item.lead);
    QCOMPARE(session.page().mine.first().vehicle, QStringLiteral("Pilot"));
}

void WindowTest::theOtherRoomsAreBuiltWhenTheyAreEntered()
{
    fill(1);
    m_it = start();
    QTRY_VERIFY(working());
    QVERIFY(!m_it.window->findChild<IntakeRoom *>());
    QVERIFY(!m_it.window->findChild<SettingsRoom *>());
    m_it.window->enter(MainWindow::Room::LeadsIn);
    QVERIFY(m_it.window->findChild<IntakeRoom *>()->isVisible());
    m_it.window->enter(MainWindow::Room::Settings);
    QVERIFY(m_it.window->findChild<SettingsRoom *>()->isVisible());
    m_it.window->enter(MainWindow::Room::Work);
    QVERIFY(m_it.window->work().isVisible());
}

void WindowTest::aDraftOutlivesTheProgram()
{
    fill(1);
    m_it = start();
    QTRY_VERIFY(working());
    const LeadId first = lead()->lead;
    auto *note = m_it.window->findChild<QLineEdit *>(QStringLiteral("outcome.note"));
    QSignalSpy kept(&m_it.window->session().drafts(), &DraftKeeper::kept);
    note->setFocus();
    QTest::keyClicks(note, QStringLiteral("asked about the Escape"));
    key(Qt::Key_5, Qt::AltModifier);
    QTRY_VERIFY(!kept.isEmpty());
    // The window is gone without being closed: nothing is given back or kept on the way out.
    m_it.window.reset();
    m_it.desk.reset();
    m_clock.advance(std::chrono::minutes(11)); // the lease of the desk that died runs out
    m_it = start();
    QTRY_VERIFY(working() && lead()->lead == first);
    QCOMPARE(m_it.window->findChild<QLineEdit *>(QStringLiteral("outcome.note"))->text(), QStringLiteral("asked about the Escape"));
    QCOMPARE(m_it.window->work().outcomes()->draft().outcome, Outcome::CallBack);
}

// Not even for the moment until the window hears of it: a program that died in that moment would offer it to be saved again.
void WindowTest::whatIsSavedIsNoDraftAnyMore()
{
    fill(2);
    m_it = start();
    QSignalSpy kept(&m_it.window->session().drafts(), &DraftKeeper::kept);
    LeadId before;
    for (const bool written : {true, false}) { // on the disk, and while it waits to be written
        QTRY_VERIFY(working() && lead()->lead != before);
        before = lead()->lead;
        auto *note = m_it.window->findChild<QLineEdit *>(QStringLiteral("outcome.note"));
        note->setFocus();
        QTest::keyClicks(note, QStringLiteral("asked about the Escape"));
        key(Qt::Key_3, Qt::AltModifier);
        if (written)
            QTRY_VERIFY(!kept.isEmpty());
        key(Qt::Key_Return, Qt::ControlModifier);
        QFuture<Result<QMap<QString, QString>>> drafts = m_it.desk->drafts(); // done after the saving, and no event is handled meanwhile
        const auto left = drafts.result();
        QVERIFY(left);
        QVERIFY2(left->isEmpty(), qPrintable(left->values().join(QLatin1Char(' '))));
    }
}

void WindowTest::searchOpensALead()
{
    fill(5);
    m_it = start();
    QTRY_VERIFY(working());
    key(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(m_it.window->focusWidget(), QStringLiteral("number4"));
    QWidget *panel = m_it.window->findChild<QWidget *>(QStringLiteral("search.panel"));
    QTRY_VERIFY(panel->isVisible());
    key(Qt::Key_Return);
    QTRY_COMPARE(m_it.window->work().lead()->customer.name.last, QStringLiteral("Number4"));
}

void WindowTest::anAddedLeadIsFound()
{
    fill(0);
    m_it = start();
    QTRY_VERIFY(m_it.window->work().isVisible());
    key(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(m_it.window->pane());
    Pane *pane = m_it.window->pane();
    pane->findChild<QLineEdit *>(QStringLiteral("add.first"))->setText(QStringLiteral("Gary"));
    pane->findChild<QLineEdit *>(QStringLiteral("add.last"))->setText(QStringLiteral("Lindholm"));
    pane->findChild<QLineEdit *>(QStringLiteral("add.phone"))->setText(QStringLiteral("(316) 555-0120"));
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_it.window->pane() || !m_it.window->pane()->isVisible());
    // Nobody was there to contact; now the lead comes by itself.
    QTRY_VERIFY(working());
    QCOMPARE(lead()->customer.name.last, QStringLiteral("Lindholm"));
}

void WindowTest::aSkipNeedsItsReasonAndGoesOn()
{
    fill(2, QStringLiteral("Walk-in"));
    m_it = start();
    QTRY_VERIFY(working());
    const LeadId first = lead()->lead;
    const CustomerId customer = lead()->customer.id;
    key(Qt::Key_0, Qt::AltModifier);
    QTRY_VERIFY(m_it.window->pane());
    QTest::keyClicks(m_it.window->focusWidget(), QStringLiteral("Talked on the lot"));
    key(Qt::Key_Return);
    // The step is left out, on the history, with its reason; the same lead may come back with its next one.
    QTRY_VERIFY(m_it.window->session().canUndo());
    const LeadView view = ask(m_it.desk->view(customer, first));
    const auto skipped = std::find_if(view.timeline.cbegin(), view.timeline.cend(), [](const TimelineItem &item) { return item.kind == EventKind::Skipped; });
    QVERIFY(skipped != view.timeline.cend());
    QCOMPARE(view.leadState()->stepsDone, 1);
    QTRY_VERIFY(working());
}

// The first call of a fresh internet lead, by its plan.
void WindowTest::aStepThePlanKeepsForManagersIsNotSkipped()
{
    fill(2);
    m_it = start();
    QTRY_VERIFY(working());
    const LeadId first = lead()->lead;
    QSignalSpy said(&m_it.window->session(), &WorkSession::said);
    key(Qt::Key_0, Qt::AltModifier);
    QTRY_VERIFY(m_it.window->pane());
    QTest::keyClicks(m_it.window->focusWidget(), QStringLiteral("No time"));
    key(Qt::Key_Return);
    QTRY_VERIFY(!said.isEmpty());
    QVERIFY2(said.last().first().toString().contains(QStringLiteral("manager")), qPrintable(said.last().first().toString()));
    QTRY_VERIFY(working() && lead()->lead == first);
    QCOMPARE(lead()->leadState()->stepsDone, 0);
    QVERIFY(!m_it.window->session().canUndo());
}

void WindowTest::aReplyIsKeptWithTheWishInIt()
{
    fill(1);
    m_it = start();
    QTRY_VERIFY(working());
    m_it.window->act(Act::TheirReply);
    QTRY_VERIFY(m_it.window->pane());
    m_it.window->pane()->findChild<QPlainTextEdit *>(QStringLiteral("pane.text"))->setPlainText(QStringLiteral("Yes. Please text me after six."));
    m_it.window->pane()->accept();
    QTRY_VERIFY(lead() && !lead()->customer.wish.isEmpty());
    QCOMPARE(lead()->customer.wish.after, QTime(18, 0));
    QVERIFY(lead()->leadState()->lastReplyAt.us > 0);
}

void WindowTest::pausingGivesTheLeadBack()
{
    fill(1);
    m_it = start();
    QTRY_VERIFY(working());
    key(Qt::Key_F4);
    QTRY_VERIFY(!lead());
    QTRY_VERIFY(m_it.window->session().page().mine.isEmpty());
    key(Qt::Key_F4);
    QTRY_VERIFY(working());
}

void WindowTest::everyControlOfEveryRoomHasAName()
{
    fill(1);
    m_it = start();
    QTRY_VERIFY(working());
    for (const auto room : {MainWindow::Room::Work, MainWindow::Room::LeadsIn, MainWindow::Room::Settings}) {
        m_it.window->enter(room);
        for (QWidget *control : m_it.window->findChildren<QWidget *>()) {
            if (!(control->focusPolicy() & Qt::TabFocus) || !control->isVisible() || control->focusProxy())
                continue;
            const auto *button = qobject_cast<QAbstractButton *>(control);
            const bool named = !control->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(named, qPrintable(QLatin1String(control->metaObject()->className()) + QLatin1Char(' ') + control->objectName()));
        }
    }
}

// Which part of the time of the import the event loop stood still at worst, without the time in which other programs had the processors.
double WindowTest::worstGapWhileImporting(int leads, const QString &family)
{
    const QString path = m_folder->filePath(family + QStringLiteral(".csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no room for the file");
    QTextStream out(&file);
    out << "First Name,Last Name,Phone,Email,Year,Make,Model\n";
    for (int i = 0; i < leads; ++i)
        out << "Given" << i << "," << family << i << ",316-555-01" << QStringLiteral("%1").arg(i % 100, 2, 10, QLatin1Char('0')) << ","
            << family << i << "@example.com,2024,Honda,CR-V\n";
    out.flush();
    file.close();

    m_it.window->enter(MainWindow::Room::LeadsIn);
    std::optional<IntakeReport> report;
    QObject life;
    connect(&m_it.window->intake(), &IntakeRoom::imported, &life, [&report](const IntakeReport &given) { report = given; });
    m_it.window->intake().bringIn({path});
    if (!QTest::qWaitFor([this] { return m_it.window->findChild<MappingPane *>() != nullptr; }, 10000))
        qFatal("the columns are not asked for");
    m_it.window->findChild<MappingPane *>()->accept();
    m_it.window->enter(MainWindow::Room::Work);

    test::BeatWatch beat;
    QElapsedTimer began;
    began.start();
    beat.start();
    const bool done = QTest::qWaitFor([&report] { return report.has_value(); }, 120000);
    qInfo("importing %d leads: worst gap of the event loop %lld ms without waiting for a processor, %d beats", leads, beat.worstMs(),
          beat.beats());
    if (!done || report->accepted + report->joined + report->resent + report->quarantined != leads || beat.beats() < 100)
        return std::numeric_limits<double>::max();
    return double(beat.worstMs()) / double(began.elapsed());
}

void WindowTest::importingLeavesTheWindowAlive()
{
    fill(1);
    m_it = start();
    QTRY_VERIFY(working());
    const double worst = worstGapWhileImporting(5000, QStringLiteral("Abbott"));
    QVERIFY2(worst < 0.1, qPrintable(QString::number(worst)));
}

QTEST_MAIN(WindowTest)
#include "window_test.moc"
