// What goes out and what is asked, in the real window on a real desk and store, driven by the keyboard.
#include "tests/support/window_stage.h"
#include "ui/lead/check_pane.h"
#include "ui/lead/guide_panel.h"
#include "ui/lead/lead_pane.h"
#include "ui/lead/outcome_bar.h"
#include "ui/lead/solutions_pane.h"
#include "ui/lead/words_panel.h"
#include "ui/lead/work_session.h"
#include "ui/style/theme.h"

#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>

using namespace beback;
using namespace beback::ui;

class WordsWindowTest : public test::WindowStage
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { inEnglish(); }
    void init();
    void cleanup() { leave(); }

    void aMessageWithoutItsQuestionNeitherGoesNorIsSaved();
    void anEmptyPhraseGoesOnlyWithAReasonThatStays();
    void anEmailIsCopiedAsTextAndAsHtml();
    void aNoteIsPrintedWithBothAddresses();
    void anotherWordingIsOneKeyAway();
    void aClosingAnswerInAConversationMayAskNothing();
    void aReachedCallIsNotSavedBeforeItsQuestionsAreAnswered();
    void whatIsAnsweredOutlivesTheProgram();
    void couldNotAskTakesAReason();
    void boughtElsewhereCallsAManagerAtOnce();
    void aSolutionThatWasOfferedStaysWithTheCall();
    void everyControlHasAName();

private:
    const LeadView *lead() const { return m_window->session().lead(); }
    WordsPanel &words() const { return *m_window->work().pane()->words(); }
    GuidePanel &guide() const { return *m_window->work().pane()->guide(); }
    QPlainTextEdit &body() const { return *m_window->findChild<QPlainTextEdit *>(QStringLiteral("words.body")); }
    QVector<TimelineItem> history(LeadId of) { return ask(m_desk->view(lead() ? lead()->customer.id : m_customer, of)).timeline; }
    LeadView now() { return ask(m_desk->view(m_customer, m_lead)); }
    void answer(const QString &text);

    CustomerId m_customer;
    LeadId m_lead;
};

void WordsWindowTest::init()
{
    fresh();
    create({QStringLiteral("priya"), QStringLiteral("Priya Natarajan"), QStringLiteral("agent")});
    {
        Desk desk(m_clock);
        ask(desk.open(url(), false));
        ask(desk.signIn(QStringLiteral("priya")));
        LeadDraft draft = person();
        draft.address = {QStringLiteral("12 Elm St"), QStringLiteral("Wichita"), QStringLiteral("KS"), QStringLiteral("67202"), QStringLiteral("US")};
        draft.points << ContactPoint{ContactPoint::Type::Email, QStringLiteral("customer@example.com"), QStringLiteral("customer@example.com"), {}, {}, false};
        const IntakeItem added = ask(desk.addLead(draft));
        m_customer = added.customer;
        m_lead = added.lead;
    }
    open();
    QTRY_VERIFY(lead() && lead()->claim);
}

// Types an answer into the question that is asked now.
void WordsWindowTest::answer(const QString &text)
{
    auto *field = guide().findChild<QLineEdit *>(QStringLiteral("guide.answer"));
    QVERIFY(field && field->isVisible());
    field->setFocus();
    QTest::keyClicks(field, text);
    key(Qt::Key_Return);
}

void WordsWindowTest::aMessageWithoutItsQuestionNeitherGoesNorIsSaved()
{
    m_window->act(Act::Text);
    QTRY_VERIFY(body().isVisible());
    QVERIFY(words().mayGo());
    body().setPlainText(QStringLiteral("Hi Customer, Priya at Cedar Hill Motors. The car is in front of me."));
    QVERIFY(!words().mayGo());
    QCOMPARE(words().findings().first().kind, Finding::Kind::MustAsk);
    pressIn(*m_window, "words.hand");
    QVERIFY(m_quiet.opener->opened.isEmpty());
    pressIn(*m_window, "words.copy");
    QVERIFY(m_quiet.paper->copied.isEmpty());
    m_window->work().outcomes()->choose(Outcome::Sent);
    m_window->act(Act::SaveNext);
    QVERIFY(lead() && lead()->lead == m_lead); // still in hand
    QVERIFY(now().leadState()->attempts == 0);

    m_window->act(Act::FirstSuggestion); // puts the question back
    QVERIFY(words().mayGo());
    pressIn(*m_window, "words.hand");
    QCOMPARE(m_quiet.opener->opened.size(), 1);
    m_window->act(Act::SaveNext);
    QTRY_COMPARE(now().leadState()->attempts, 1);
}

void WordsWindowTest::anEmptyPhraseGoesOnlyWithAReasonThatStays()
{
    m_window->act(Act::Text);
    QTRY_VERIFY(body().isVisible());
    body().setPlainText(QStringLiteral("Hi Customer, just checking in. ") + words().facts().mustAsk.value(0));
    QVERIFY(!words().mayGo());
    auto *reason = m_window->findChild<QLineEdit *>(QStringLiteral("check.reason"));
    QVERIFY(reason->isVisible());
    reason->setFocus();
    QTest::keyClicks(reason, QStringLiteral("she asked me to"));
    QVERIFY(words().mayGo());
    pressIn(*m_window, "words.hand");
    m_window->act(Act::SaveNext);
    QTRY_COMPARE(now().leadState()->attempts, 1);
    const QVector<TimelineItem> timeline = now().timeline;
    QVERIFY(std::any_of(timeline.cbegin(), timeline.cend(), [](const TimelineItem &item) { return item.line.contains(QStringLiteral("She asked me to")); }));
}

void WordsWindowTest::anEmailIsCopiedAsTextAndAsHtml()
{
    m_window->act(Act::Email);
    QTRY_VERIFY(body().isVisible());
    MessageFacts facts = lead()->message;
    facts.address = QStringLiteral("2140 Example Avenue, Wichita, KS 67202");
    PreparedWords mail;
    mail.subject = QStringLiteral("Both are here");
    mail.body = QStringLiteral("Hi Customer,\n\nthe blue & the gray one are here. Which day suits you?\n\nPriya Natarajan\nCedar Hill Motors\n%1\n\n"
                               "If you would rather not get e-mail from us, answer with the word STOP.").arg(facts.address);
    words().open(Medium::Email, mail, m_window->work().pane()->points()->pointFor(Medium::Email), facts);
    QVERIFY(words().mayGo());
    pressIn(*m_window, "words.copy");
    QCOMPARE(m_quiet.paper->copied, QStringList{body().toPlainText()});
    QVERIFY(m_quiet.paper->copiedHtml.first().contains(QStringLiteral("the blue &amp; the gray one")));
}

void WordsWindowTest::aNoteIsPrintedWithBothAddresses()
{
    m_window->act(Act::WriteNote);
    QTRY_VERIFY(body().isVisible());
    PreparedWords note;
    note.body = QStringLiteral("Dear Customer,\n\nthe gray one you asked about is washed and waiting. Which day would you like to drive it?\n\nPriya Natarajan");
    words().open(Medium::Note, note, nullptr, lead()->message);
    QVERIFY(words().mayGo());
    pressIn(*m_window, "words.hand");
    QCOMPARE(m_quiet.paper->printed.size(), 1);
    const NoteCard card = m_quiet.paper->printed.first();
    QCOMPARE(card.words, body().toPlainText());
    QVERIFY(card.from.contains(lead()->facts.value(QStringLiteral("rooftop"))));
    QCOMPARE(card.to, (QStringList{lead()->customer.name.display(), QStringLiteral("12 Elm St"), QStringLiteral("Wichita, KS 67202")}));
    Theme::apply(Theme::Choice::Dark);
    const auto paintedInk = [](const auto &paint) {
        QImage page((NoteCardInches * 100).toSize(), QImage::Format_RGB32);
        page.fill(Qt::white);
        QPainter painter(&page);
        paint(painter);
        painter.end();
        int ink = 0;
        for (int y = 0; y < page.height(); ++y)
            for (int x = 0; x < page.width(); ++x)
                ink += qGray(page.pixel(x, y)) < 128;
        return ink;
    };
    QVERIFY(paintedInk([&](QPainter &painter) { paintWords(painter, card, 100); }) > 200);
    QVERIFY(paintedInk([&](QPainter &painter) { paintAddresses(painter, card, 100); }) > 200);
    Theme::apply(Theme::Choice::Light);
    body().setPlainText(words().words().body + QStringLiteral("\nSee you soon.").repeated(40));
    pressIn(*m_window, "words.hand");
    QCOMPARE(m_quiet.paper->printed.size(), 1); // that is no card any more
}

void WordsWindowTest::anotherWordingIsOneKeyAway()
{
    m_window->act(Act::Text);
    QTRY_VERIFY(body().isVisible());
    const QString first = body().toPlainText();
    const bool several = lead()->wordings.value(Medium::Text).size() > 1;
    m_window->act(Act::OtherWording);
    QCOMPARE(body().toPlainText() != first, several);
}

void WordsWindowTest::aClosingAnswerInAConversationMayAskNothing()
{
    ask(m_desk->reply(m_customer, m_lead, Medium::Text, QStringLiteral("Thursday at five works for me")));
    QTRY_VERIFY(lead()->message.live);
    m_window->act(Act::Text);
    QTRY_VERIFY(body().isVisible());
    body().setPlainText(QString());
    // Written freely: no template's question has to survive in it.
    m_window->work().pane()->words()->open(Medium::Text, PreparedWords(), m_window->work().pane()->points()->pointFor(Medium::Text), lead()->message);
    body().setPlainText(QStringLiteral("Thursday at five it is. The gray one will be out front. Priya"));
    QVERIFY(words().mayGo());
    QVERIFY(std::any_of(words().findings().cbegin(), words().findings().cend(), [](const Finding &finding) { return finding.kind == Finding::Kind::Question; }));
}

void WordsWindowTest::aReachedCallIsNotSavedBeforeItsQuestionsAreAnswered()
{
    m_window->act(Act::Call);
    QTRY_VERIFY(guide().isVisible());
    QCOMPARE(guide().guide().id, QStringLiteral("fresh-internet"));
    m_window->act(Act::Outcome1);
    m_window->act(Act::ResultCame);
    m_window->act(Act::SaveNext);
    QVERIFY(lead() && lead()->lead == m_lead);
    QCOMPARE(now().leadState()->attempts, 0);
    QVERIFY(guide().mustAskLeft() > 0);

    answer(QStringLiteral("cargo room"));
    int rounds = 0;
    while (guide().mustAskLeft() > 0 && ++rounds < 12) { // letters choose; a time is typed
        m_window->act(Act::NextMissing);
        QTest::qWait(1);
        if (auto *field = guide().findChild<QLineEdit *>(QStringLiteral("guide.answer")); field && field->isVisible())
            answer(QStringLiteral("Thursday 5:30 pm"));
        else
            key(Qt::Key_A);
        QTest::qWait(1); // the next question takes its place
    }
    QCOMPARE(guide().mustAskLeft(), 0);
    m_window->act(Act::SaveNext);
    QTRY_COMPARE(now().leadState()->attempts, 1);
    QCOMPARE(now().leadState()->answers.value(QStringLiteral("standout")).value, QStringLiteral("cargo room"));
    QVERIFY(now().leadState()->appointment); // what was agreed is one
}

void WordsWindowTest::whatIsAnsweredOutlivesTheProgram()
{
    m_window->act(Act::Call);
    QTRY_VERIFY(guide().isVisible());
    answer(QStringLiteral("cargo room"));
    QTRY_COMPARE(guide().state().answers.value(QStringLiteral("standout")), QStringLiteral("cargo room"));
    m_window->close();
    m_window.reset();
    m_desk.reset();
    open();
    QTRY_VERIFY(lead() && lead()->claim);
    QTRY_COMPARE(guide().state().answers.value(QStringLiteral("standout")), QStringLiteral("cargo room"));
}

void WordsWindowTest::couldNotAskTakesAReason()
{
    m_window->act(Act::Call);
    QTRY_VERIFY(guide().isVisible());
    const int before = guide().mustAskLeft();
    auto *question = guide().findChild<QWidget *>(QStringLiteral("guide.question"));
    for (auto *button : question->findChildren<QAbstractButton *>())
        if (button->text().startsWith(QStringLiteral("Could not ask")))
            button->click();
    auto *why = guide().findChild<QLineEdit *>(QStringLiteral("guide.why"));
    QVERIFY(why);
    key(Qt::Key_Return); // without a reason nothing happens
    QCOMPARE(guide().mustAskLeft(), before);
    QTest::keyClicks(why, QStringLiteral("driving"));
    QTest::keyClick(why, Qt::Key_Return);
    QTRY_COMPARE(guide().mustAskLeft(), before - 1);
}

void WordsWindowTest::boughtElsewhereCallsAManagerAtOnce()
{
    m_window->act(Act::Call);
    m_window->act(Act::Outcome8);
    QTRY_COMPARE(guide().guide().id, QStringLiteral("bought-elsewhere"));
    guide().focusCurrent();
    QTRY_VERIFY(guide().isAncestorOf(m_window->focusWidget()));
    key(Qt::Key_B); // not delivered
    QTRY_VERIFY(now().leadState()->alert); // while they speak, before anything is saved
    QTRY_VERIFY(m_window->findChild<QWidget *>(QStringLiteral("lead.alert"))->isVisible());
    QCOMPARE(now().leadState()->attempts, 0);
}

void WordsWindowTest::aSolutionThatWasOfferedStaysWithTheCall()
{
    m_window->act(Act::Call);
    m_window->act(Act::Solutions);
    auto *pane = m_window->findChild<SolutionsPane *>();
    QTRY_VERIFY(pane->isVisible());
    auto *search = pane->findChild<QLineEdit *>(QStringLiteral("solutions.search"));
    QTest::keyClicks(search, QStringLiteral("term"));
    QAbstractButton *offer = nullptr;
    for (auto *button : pane->findChildren<QAbstractButton *>())
        if (button->objectName().startsWith(QStringLiteral("solution.")) && !offer)
            offer = button;
    QVERIFY(offer);
    const QString id = offer->objectName().section(QLatin1Char('.'), 1);
    offer->click();
    m_window->act(Act::Outcome3);
    QTest::qWait(1);
    m_window->act(Act::SaveNext);
    QTRY_COMPARE(now().leadState()->attempts, 1);
    Q_UNUSED(id)
}

void WordsWindowTest::everyControlHasAName()
{
    m_window->act(Act::Call);
    m_window->act(Act::Solutions);
    everyControlOfTheWindowHasAName();
    m_window->act(Act::Text);
    body().setPlainText(QStringLiteral("Just checking in"));
    everyControlOfTheWindowHasAName();
}

QTEST_MAIN(WordsWindowTest)
#include "words_window_test.moc"
