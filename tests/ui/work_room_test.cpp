#include "tests/support/quiet_seams.h"
#include "tests/support/sample_views.h"
#include "ui/lead/lead_pane.h"
#include "ui/lead/outcome_bar.h"
#include "ui/lead/step_card.h"
#include "ui/lead/words_panel.h"
#include "ui/lead/work_room.h"
#include "ui/shell/key_bindings.h"
#include "ui/style/theme.h"
#include "ui/widgets/key_button.h"

#include <QLineEdit>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace beback;
using namespace beback::ui;

Q_DECLARE_METATYPE(beback::RecordRequest)

// The Work room with values by hand and no desk behind it.
class WorkRoomTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }

    void noAnswerIsThreeKeys();
    void digitsActInTheBar();
    void callHandsTheNumberToTheDesktop();
    void aViewLeftOpenPastNineDoesNotCall();
    void callWithoutAProgramCopiesTheNumber();
    void aCallNoProgramTookIsNotCounted();
    void aBlockedNumberIsNotCalled();
    void lettersAreTextInAField();
    void lettersCanBeSwitchedOff();
    void saveIsRefusedWhileSomethingIsMissing();
    void walksToWhatIsMissing();
    void wordsAreEditedKeptAndHandedOver();
    void wordsWithAnOpenPlaceDoNotGoOut();
    void escapeLeavesTheWords();
    void changedResultGoesIntoTheRequest();
    void aDraftComesBack();
    void newFactsKeepWhatIsTyped();
    void somebodyElsesLeadIsReadOnly();
    void everyControlHasAName();
    void fitsASmallScreen();

private:
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    template <class W> W *part(const char *name) const { return m_window->findChild<W *>(QLatin1String(name)); }

    ManualClock m_clock{samples::now()};
    test::QuietSeams m_quiet;
    std::unique_ptr<QMainWindow> m_window;
    KeyBindings *m_keys = nullptr;
    WorkRoom *m_room = nullptr;
    QVector<RecordRequest> m_saved;
    QVector<TouchDraft> m_drafts;
};

void WorkRoomTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    Theme::apply(Theme::Choice::Light);
}

void WorkRoomTest::init()
{
    m_quiet = test::QuietSeams();
    m_saved.clear();
    m_drafts.clear();
    m_window = std::make_unique<QMainWindow>();
    m_keys = new KeyBindings(m_window.get(), m_quiet.memory);
    m_room = new WorkRoom(m_clock, m_quiet.seams(), *m_keys);
    m_window->setCentralWidget(m_room);
    m_window->resize(1366, 690);
    connect(m_keys, &KeyBindings::acted, m_room, [this](Act act) { m_room->act(act); });
    connect(m_room, &WorkRoom::saveAsked, this, [this](const RecordRequest &request) { m_saved << request; });
    connect(m_room, &WorkRoom::draftChanged, this, [this](LeadId, const TouchDraft &draft) { m_drafts << draft; });
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_room->setZone(samples::zone());
    m_room->showQueue(samples::queue());
    m_room->showLead(samples::call(), {});
}

void WorkRoomTest::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = m_window->focusWidget();
    QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
}

void WorkRoomTest::noAnswerIsThreeKeys()
{
    key(Qt::Key_F5);
    key(Qt::Key_3, Qt::AltModifier);
    key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_saved.size(), 1);
    QCOMPARE(m_saved[0].outcome, Outcome::NoAnswer);
    QCOMPARE(m_saved[0].medium, Medium::Call);
    QCOMPARE(m_saved[0].pointKey, QStringLiteral("phone:+15055550142"));
    QVERIFY(!m_saved[0].talkSeconds);
}

void WorkRoomTest::digitsActInTheBar()
{
    key(Qt::Key_F5); // the focus goes to the outcomes
    key(Qt::Key_2);
    key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_saved.size(), 1);
    QCOMPARE(m_saved[0].outcome, Outcome::Voicemail);
}

void WorkRoomTest::callHandsTheNumberToTheDesktop()
{
    key(Qt::Key_F5);
    QCOMPARE(m_quiet.opener->opened, QList<QUrl>{QUrl(QStringLiteral("tel:+15055550142"))});
}

void WorkRoomTest::aViewLeftOpenPastNineDoesNotCall()
{
    m_clock.advance(std::chrono::hours(12)); // the view still says it may
    key(Qt::Key_F5);
    QVERIFY(m_quiet.opener->opened.isEmpty());
    m_clock.advance(-std::chrono::hours(12));
}

void WorkRoomTest::callWithoutAProgramCopiesTheNumber()
{
    m_quiet.opener->works = false;
    QSignalSpy said(m_room, &WorkRoom::said);
    key(Qt::Key_F5);
    QCOMPARE(m_quiet.paper->copied, QStringList{QStringLiteral("+15055550142")});
    QCOMPARE(said.size(), 1);
}

void WorkRoomTest::aCallNoProgramTookIsNotCounted()
{
    m_quiet.opener->works = false;
    key(Qt::Key_F5);
    m_clock.advance(std::chrono::seconds(90));
    m_room->tick();
    key(Qt::Key_7, Qt::AltModifier);
    key(Qt::Key_Return, Qt::ControlModifier);
    m_clock.advance(-std::chrono::seconds(90));
    QCOMPARE(m_saved.size(), 1);
    QCOMPARE(m_saved[0].outcome, Outcome::NotInterested);
    QVERIFY(!m_saved[0].talkSeconds);
}

void WorkRoomTest::aBlockedNumberIsNotCalled()
{
    m_room->showLead(samples::quietHours(), {});
    QSignalSpy said(m_room, &WorkRoom::said);
    key(Qt::Key_F5);
    QVERIFY(m_quiet.opener->opened.isEmpty());
    QCOMPARE(said.size(), 1);
}

void WorkRoomTest::lettersAreTextInAField()
{
    auto *note = part<QLineEdit>("outcome.note");
    note->setFocus();
    QTest::keyClicks(note, QStringLiteral("ten y"));
    QCOMPARE(note->text(), QStringLiteral("ten y"));
    QVERIFY(!m_room->pane()->isWriting());
    QVERIFY(!m_room->outcomes()->draft().resultCame);
}

void WorkRoomTest::lettersCanBeSwitchedOff()
{
    m_keys->setSingleLetters(false);
    key(Qt::Key_T);
    QVERIFY(!m_room->pane()->isWriting());
    m_keys->setSingleLetters(true);
    key(Qt::Key_T);
    QVERIFY(m_room->pane()->isWriting());
}

void WorkRoomTest::saveIsRefusedWhileSomethingIsMissing()
{
    key(Qt::Key_1, Qt::AltModifier);
    key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_saved.isEmpty());
    key(Qt::Key_Y);
    key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_saved.size(), 1);
    QCOMPARE(m_saved[0].resultCame, std::optional(true));
}

void WorkRoomTest::walksToWhatIsMissing()
{
    key(Qt::Key_5, Qt::AltModifier);
    key(Qt::Key_F8);
    auto *popup = m_window->findChild<QWidget *>(QStringLiteral("when.popup"));
    QVERIFY(popup && popup->isVisible());
    QTest::keyClick(popup, Qt::Key_1);
    QVERIFY(!popup->isVisible());
    key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_saved.size(), 1);
    QVERIFY(m_saved[0].nextAt && *m_saved[0].nextAt > m_clock.now());
}

void WorkRoomTest::wordsAreEditedKeptAndHandedOver()
{
    key(Qt::Key_E);
    auto *body = part<QPlainTextEdit>("words.body");
    QVERIFY(body->hasFocus());
    QTest::keyClicks(body, QStringLiteral("Dear "));
    QVERIFY(m_drafts.last().words[Medium::Email].body.startsWith(QStringLiteral("Dear ")));
    part<KeyButton>("words.hand")->click();
    QCOMPARE(m_quiet.opener->opened.size(), 1);
    QCOMPARE(m_quiet.opener->opened[0].scheme(), QStringLiteral("mailto"));
    key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_saved.size(), 1);
    QCOMPARE(m_saved[0].medium, Medium::Email);
    QCOMPARE(m_saved[0].outcome, Outcome::Sent);
    QVERIFY(m_saved[0].words.contains(QStringLiteral("Dear ")));
}

void WorkRoomTest::wordsWithAnOpenPlaceDoNotGoOut()
{
    LeadView view = samples::email();
    const QString rest = QStringLiteral("\n\nPriya\n2140 Example Avenue, Wichita, KS 67202\nAnswer STOP to hear no more.");
    view.words[Medium::Email].body = QStringLiteral("Hi Maria,\n\n{{answer}}") + rest;
    m_room->showLead(view, {});
    key(Qt::Key_E);
    QTest::mouseClick(part<KeyButton>("words.hand"), Qt::LeftButton);
    QVERIFY(m_quiet.opener->opened.isEmpty());
    part<QPlainTextEdit>("words.body")->setFocus();
    // The open place is chosen: what is typed takes its place.
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("Yes, it has. When do you want to drive it?"));
    QCOMPARE(part<QPlainTextEdit>("words.body")->toPlainText(), QStringLiteral("Hi Maria,\n\nYes, it has. When do you want to drive it?") + rest);
    QTest::mouseClick(part<KeyButton>("words.hand"), Qt::LeftButton);
    QCOMPARE(m_quiet.opener->opened.size(), 1);
}

void WorkRoomTest::escapeLeavesTheWords()
{
    key(Qt::Key_T);
    QVERIFY(m_room->pane()->isWriting());
    key(Qt::Key_Escape);
    QVERIFY(!m_room->pane()->isWriting());
    key(Qt::Key_3, Qt::AltModifier); // again an outcome of the call that is planned
    QCOMPARE(m_room->outcomes()->draft().outcome, Outcome::NoAnswer);
}

void WorkRoomTest::changedResultGoesIntoTheRequest()
{
    part<QAbstractButton>("step.change")->click();
    auto *edit = part<QLineEdit>("step.edit");
    edit->setText(QStringLiteral("Her budget"));
    QTest::keyClick(edit, Qt::Key_Return);
    key(Qt::Key_3, Qt::AltModifier);
    key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_saved.size(), 1);
    QCOMPARE(m_saved[0].result, QStringLiteral("Her budget"));
}

void WorkRoomTest::aDraftComesBack()
{
    TouchDraft draft;
    draft.medium = Medium::Text;
    draft.note = QStringLiteral("half a sent");
    draft.writing = Medium::Text;
    draft.words.insert(Medium::Text, {{}, QStringLiteral("Hi Elena, my own words"), {}});
    m_room->showLead(samples::call(), draft);
    QCOMPARE(part<QLineEdit>("outcome.note")->text(), draft.note);
    QVERIFY(m_room->pane()->isWriting());
    QCOMPARE(part<QPlainTextEdit>("words.body")->toPlainText(), draft.words[Medium::Text].body);
}

void WorkRoomTest::newFactsKeepWhatIsTyped()
{
    auto *note = part<QLineEdit>("outcome.note");
    note->setFocus();
    QTest::keyClicks(note, QStringLiteral("hal"));
    LeadView newer = samples::call();
    newer.timeline = samples::longHistory(30);
    m_room->updateLead(newer);
    QTest::keyClicks(note, QStringLiteral("f"));
    QCOMPARE(note->text(), QStringLiteral("half"));
    QVERIFY(note->hasFocus());
}

void WorkRoomTest::somebodyElsesLeadIsReadOnly()
{
    m_room->showLead(samples::held(), {});
    key(Qt::Key_F5);
    key(Qt::Key_3, Qt::AltModifier);
    key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_saved.isEmpty());
    QVERIFY(m_quiet.opener->opened.isEmpty());
    QVERIFY(!part<QLineEdit>("outcome.note")->isEnabled());
}

void WorkRoomTest::everyControlHasAName()
{
    key(Qt::Key_E);
    const auto controls = m_room->findChildren<QWidget *>();
    int seen = 0;
    for (QWidget *control : controls) {
        if (!(control->focusPolicy() & Qt::TabFocus) || !control->isVisible())
            continue;
        ++seen;
        const auto *button = qobject_cast<QAbstractButton *>(control);
        const bool named = !control->accessibleName().isEmpty() || (button && !button->text().isEmpty()) || control->focusProxy();
        QVERIFY2(named, qPrintable(QLatin1String(control->metaObject()->className()) + QLatin1Char(' ') + control->objectName()));
    }
    QVERIFY(seen > 15);
}

void WorkRoomTest::fitsASmallScreen()
{
    m_window->resize(1280, 620);
    QCoreApplication::processEvents();
    const QRect window(QPoint(0, 0), m_window->size());
    for (const char *name : {"outcome.save", "outcome.note", "lead.name", "history.timeline", "outcome.asked_to_stop"}) {
        auto *widget = m_window->findChild<QWidget *>(QLatin1String(name));
        QVERIFY2(widget && widget->isVisible(), name);
        QVERIFY2(window.contains(QRect(widget->mapTo(m_window.get(), QPoint(0, 0)), widget->size())), name);
    }
}

QTEST_MAIN(WorkRoomTest)
#include "work_room_test.moc"
