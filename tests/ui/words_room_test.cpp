#include "tests/support/window_stage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/segmented_control.h"
#include "ui/words/message_preview.h"
#include "ui/words/word_diff.h"
#include "ui/words/word_list.h"
#include "ui/words/words_room.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace beback;
using namespace beback::ui;

namespace {

const QString Better = QStringLiteral("Hi {{first_name|there}}, {{agent}} at {{rooftop}} about the {{vehicle|car}} you asked for. [[Which day this week suits you to see it?]]");
const QString Empty = QStringLiteral("Hi {{first_name|there}}, just checking in about the {{vehicle|car}}. [[Which day this week suits you to see it?]]");
const QString Question = QStringLiteral("Which day this week suits you to see it?");

QByteArray bodyWith(const QString &text)
{
    WordTemplate words;
    words.body = text;
    return bodyOf(words);
}

}

// A manager and the words everybody uses, on a real desk and store, by the keyboard.
class WordsRoomTest : public test::WindowStage
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { inEnglish(); }
    void init();
    void cleanup();

    void aChangeIsSeenAsACustomerGetsItBeforeItIsKept();
    void wordsThatSayNothingAreNotKept();
    void whatIsKeptIsUsedAtOnceAndItsVersionsAreShown();
    void theShippedWordsComeBack();
    void theLastWordingIsNotTakenOut();
    void whatWasTakenOutCanBePutBack();
    void somebodyElsesChangeIsSeenAndNothingTypedIsLost();
    void anotherWordingIsBegunFromTheOneShown();
    void placeholdersAndQuestionsAreMarkedByButtons();
    void theListIsSearched();
    void anUnkeptChangeIsToldWhenItIsLeft();
    void everyKindOfWordsHasItsEditor();
    void everyControlHasAName();
    void wordsAreComparedWordByWord();
    void linesThatStayedAreLeftOut();
    void nothingInTheWordsIsMarkup();

private:
    template <class T> T *part(const char *name) { return m_room->findChild<T *>(QLatin1String(name)); }
    QString text(const char *name) { return part<QLabel>(name)->text(); }
    QString problem() { return part<Banner>("words.problem")->accessibleDescription(); }
    void press(const char *button);
    void type(const QString &body);
    void because(const QString &reason);
    WordEntry stored(const QString &id) // not there: without a version
    {
        const WordsOnShelf shelf = ask(m_desk->wordsOnShelf());
        const WordEntry *one = shelf.find(WordKind::Message, id);
        return one ? *one : WordEntry();
    }
    LeadView view() { return ask(m_desk->view(m_customer, m_lead)); }

    std::unique_ptr<WordsRoom> m_room;
    CustomerId m_customer;
    LeadId m_lead;
    QString m_id; // of the text the customer would get next
};

void WordsRoomTest::init()
{
    fresh();
    create({QStringLiteral("karen"), QStringLiteral("Karen Lindqvist"), QStringLiteral("manager")});
    m_desk = std::make_unique<Desk>(m_clock);
    ask(m_desk->open(url(), false));
    ask(m_desk->signIn(QStringLiteral("karen")));
    ask(m_desk->addLead(person()));
    const IntakeItem added = ask(m_desk->addLead(person()));
    m_customer = added.customer;
    m_lead = added.lead;
    m_id = view().words[Medium::Text].wording;
    m_room = std::make_unique<WordsRoom>(*m_desk, m_clock, m_quiet.chooser);
    m_room->resize(1280, 690);
    m_room->setVisible(true);
    QVERIFY(QTest::qWaitForWindowActive(m_room.get()));
    m_room->refresh();
    QTRY_VERIFY(part<WordList>("words.list")->count() > 50);
    m_room->choose(WordKind::Message, m_id);
    QCOMPARE(m_room->entry().id, m_id);
}

void WordsRoomTest::cleanup()
{
    m_room.reset();
    leave();
}

void WordsRoomTest::press(const char *button)
{
    auto *one = part<QAbstractButton>(button);
    QVERIFY2(one && one->isVisible(), button);
    one->setFocus();
    QTest::keyClick(one, Qt::Key_Space);
}

// Over what stands there.
void WordsRoomTest::type(const QString &body)
{
    auto *edit = part<QPlainTextEdit>("message.body");
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, body);
    QCOMPARE(edit->toPlainText(), body);
}

void WordsRoomTest::because(const QString &reason)
{
    auto *edit = part<QLineEdit>("words.reason");
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, reason);
}

void WordsRoomTest::aChangeIsSeenAsACustomerGetsItBeforeItIsKept()
{
    QTRY_VERIFY(text("preview.name").startsWith(QLatin1String("Customer Number"))); // the first of the queue
    m_room->setCustomer(m_customer, QStringLiteral("Customer Number2"));
    QTRY_VERIFY(!text("preview.body").isEmpty());
    QVERIFY(!m_room->isChanged());
    type(Better);
    QVERIFY(m_room->isChanged());
    QTRY_VERIFY2(text("preview.body").contains(Question), qPrintable(text("preview.body")));
    const QString seen = text("preview.body");
    QVERIFY2(seen.contains(QLatin1String("Hi Customer, Karen")) && seen.contains(QLatin1String("Cedar Hill Motors")), qPrintable(seen));
    QVERIFY(!seen.contains(QLatin1String("[[")) && !seen.contains(QLatin1String("{{")));
    QVERIFY(text("preview.asks").contains(Question));
    QVERIFY2(text("message.count").contains(QLatin1String("as they get it")), qPrintable(text("message.count")));
    type(QStringLiteral("Hi {{first_name}}, {{answer}}. [[What else do you want to know?]]"));
    QTRY_VERIFY2(text("preview.open").contains(QLatin1String("{{answer}}")), qPrintable(text("preview.open")));
    QCOMPARE(text("preview.name"), QStringLiteral("Customer Number2"));
    press("preview.another");
    QTRY_COMPARE(text("preview.name"), QStringLiteral("Customer Number1"));
    QVERIFY(stored(m_id).changes.isEmpty()); // looking keeps nothing
}

void WordsRoomTest::wordsThatSayNothingAreNotKept()
{
    m_room->setCustomer(m_customer, QStringLiteral("Customer Number2"));
    type(Empty);
    auto *keep = part<KeyButton>("words.keep");
    QVERIFY(keep->isBlocked());
    QVERIFY2(text("words.fault").contains(QLatin1String("says nothing")), qPrintable(text("words.fault")));
    const auto saysNothing = [](const Finding &finding) { return finding.kind == Finding::Kind::Empty; };
    QTRY_VERIFY(std::any_of(part<MessagePreview>("preview")->findings().cbegin(), part<MessagePreview>("preview")->findings().cend(), saysNothing));
    because(QStringLiteral("It sounds friendly."));
    press("words.keep");
    QVERIFY(part<QPlainTextEdit>("message.body")->hasFocus());
    QVERIFY(stored(m_id).changes.isEmpty());
    type(QStringLiteral("Hi {{first_name|there}}, about the {{car}}. [[When do you come?]]")); // which nobody fills in
    QVERIFY2(keep->isBlocked() && text("words.fault").contains(QLatin1String("{{car}}")), qPrintable(text("words.fault")));
    type(Better);
    QVERIFY(!keep->isBlocked());
    QVERIFY(!part<FieldError>("words.fault")->hasError());
}

void WordsRoomTest::whatIsKeptIsUsedAtOnceAndItsVersionsAreShown()
{
    type(Better);
    press("words.keep");
    QVERIFY(part<FieldError>("words.reasonError")->hasError()); // a reason is missing
    QVERIFY(part<QLineEdit>("words.reason")->hasFocus());
    because(QStringLiteral("Day first."));
    QTest::keyClick(m_room.get(), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(m_room->entry().version(), 1);
    QVERIFY(!m_room->isChanged());
    QVERIFY(view().words[Medium::Text].body.contains(Question));
    QCOMPARE(view().words[Medium::Text].wording, m_id + QStringLiteral("@1"));
    type(QString(Better).replace(QLatin1String("this week"), QLatin1String("next week")));
    because(QStringLiteral("This week is <full>."));
    press("words.keep");
    QTRY_COMPARE(m_room->entry().version(), 2);
    const QString history = text("words.history");
    QVERIFY2(history.indexOf(QLatin1String("Version 2")) < history.indexOf(QLatin1String("Version 1")), qPrintable(history)); // newest first
    for (const char *said : {"Day first.", "This week is &lt;full&gt;.", "Karen Lindqvist", "10:00 am", ">this</s>", ">next</b>"})
        QVERIFY2(history.contains(QLatin1String(said)), said);
    QVERIFY2(text("words.fares").contains(QLatin1String("Not used")), qPrintable(text("words.fares")));
}

void WordsRoomTest::theShippedWordsComeBack()
{
    QVERIFY(!part<QAbstractButton>("words.shipped")->isVisible());
    type(Better);
    because(QStringLiteral("Shorter."));
    press("words.keep");
    QTRY_COMPARE(m_room->entry().version(), 1);
    press("words.shipped");
    QVERIFY(part<FieldError>("words.reasonError")->hasError());
    because(QStringLiteral("It did worse."));
    press("words.shipped");
    QTRY_COMPARE(m_room->entry().version(), 2);
    QCOMPARE(m_room->entry().body, m_room->entry().shipped);
    QVERIFY(!part<QAbstractButton>("words.shipped")->isVisible());
    QCOMPARE(view().words[Medium::Text].wording, m_id);
    QVERIFY(text("words.history").contains(QLatin1String("As shipped again.")));
}

void WordsRoomTest::theLastWordingIsNotTakenOut()
{
    m_room->choose(WordKind::Message, QStringLiteral("promised/call/en/1"));
    because(QStringLiteral("Nobody listens to it."));
    press("words.out");
    QTRY_VERIFY(part<Banner>("words.problem")->isVisible());
    QVERIFY2(problem().contains(QLatin1String("last words")), qPrintable(problem()));
    QVERIFY(stored(QStringLiteral("promised/call/en/1")).changes.isEmpty());
}

void WordsRoomTest::whatWasTakenOutCanBePutBack()
{
    const QString id = QStringLiteral("promised/text/en/2");
    m_room->choose(WordKind::Message, id);
    because(QStringLiteral("One is enough."));
    press("words.out");
    QTRY_COMPARE(m_room->entry().version(), 1);
    QVERIFY(stored(id).body.isEmpty());
    QVERIFY(!part<QPlainTextEdit>("message.body")->toPlainText().isEmpty()); // what stood there is still to be read
    QVERIFY(!m_room->isChanged());
    QCOMPARE(part<QAbstractButton>("words.shipped")->text(), QStringLiteral("Put it back"));
    because(QStringLiteral("It was not."));
    press("words.shipped");
    QTRY_COMPARE(m_room->entry().version(), 2);
    QCOMPARE(stored(id).body, stored(id).shipped);
}

void WordsRoomTest::somebodyElsesChangeIsSeenAndNothingTypedIsLost()
{
    type(Better);
    because(QStringLiteral("Day first."));
    const QString others = QString(Better).replace(QLatin1String("this week"), QLatin1String("in May"));
    QFuture<Result<void>> theirs = m_desk->sayWords({WordWish{WordKind::Message, m_id, bodyWith(others), QStringLiteral("May is empty."), -1}});
    QTRY_VERIFY(theirs.isFinished());
    QVERIFY(theirs.result());
    press("words.keep");
    QTRY_VERIFY2(problem().startsWith(QLatin1String("Somebody else changed")), qPrintable(problem()));
    QTRY_VERIFY(text("words.history").contains(QLatin1String("May is empty.")));
    QVERIFY(part<Banner>("words.problem")->isVisible());
    QCOMPARE(part<QPlainTextEdit>("message.body")->toPlainText(), Better);
    QVERIFY(m_room->isChanged());
    QCOMPARE(stored(m_id).version(), 1);
    press("words.keep"); // theirs was seen
    QTRY_COMPARE(m_room->entry().version(), 2);
    QCOMPARE(stored(m_id).body, bodyWith(Better));
}

void WordsRoomTest::anotherWordingIsBegunFromTheOneShown()
{
    const qsizetype before = view().wordings[Medium::Text].size();
    press("words.add");
    const QString id = m_room->entry().id;
    QVERIFY(id != m_id && id.section(QLatin1Char('/'), 0, 2) == m_id.section(QLatin1Char('/'), 0, 2));
    QVERIFY(part<KeyButton>("words.keep")->isBlocked()); // it says the same yet
    QVERIFY(!part<FieldError>("words.fault")->hasError());
    type(Better);
    because(QStringLiteral("For those who got the other."));
    press("words.keep");
    QTRY_COMPARE(stored(id).version(), 1);
    QTRY_COMPARE(part<WordList>("words.list")->currentId(), id);
    QCOMPARE(view().wordings[Medium::Text].size(), before + 1);
}

void WordsRoomTest::placeholdersAndQuestionsAreMarkedByButtons()
{
    auto *edit = part<QPlainTextEdit>("message.body");
    type(QStringLiteral("Hi . When do you come?"));
    QTextCursor cursor = edit->textCursor();
    cursor.setPosition(3);
    edit->setTextCursor(cursor);
    part<QAction>("message.insert.first_name")->trigger();
    QCOMPARE(edit->toPlainText(), QStringLiteral("Hi {{first_name}}. When do you come?"));
    edit->moveCursor(QTextCursor::End);
    press("message.ask"); // the question the cursor is in
    QCOMPARE(edit->toPlainText(), QStringLiteral("Hi {{first_name}}. [[When do you come?]]"));
    edit->selectAll();
    press("message.ask");
    QCOMPARE(edit->toPlainText(), QStringLiteral("Hi {{first_name}}. When do you come?"));
    edit->undo();
    QCOMPARE(edit->toPlainText(), QStringLiteral("Hi {{first_name}}. [[When do you come?]]"));
}

void WordsRoomTest::theListIsSearched()
{
    auto *list = part<WordList>("words.list");
    const int all = list->count();
    QTest::keyClicks(part<QLineEdit>("words.search"), QStringLiteral("promised TEXT english"));
    QVERIFY(list->count() > 0 && list->count() < all);
    QVERIFY(list->currentId().isEmpty()); // what is shown is not among them
    QCOMPARE(m_room->entry().id, m_id);
    QTest::keyClick(part<QLineEdit>("words.search"), Qt::Key_Down);
    QCOMPARE(m_room->entry().id, list->currentId());
    QTest::keyClick(part<QLineEdit>("words.search"), Qt::Key_Escape);
    QCOMPARE(list->count(), all);
    QCOMPARE(m_room->entry().id, list->currentId());
}

void WordsRoomTest::anUnkeptChangeIsToldWhenItIsLeft()
{
    QSignalSpy said(m_room.get(), &WordsRoom::said);
    m_room->flush();
    QVERIFY(said.isEmpty());
    type(Better);
    m_room->flush();
    QVERIFY(said.takeFirst().first().toString().contains(QLatin1String("not kept yet")));
    m_room->refresh(); // what is typed is newer than what is read
    ask(m_desk->wordsOnShelf());
    QCOMPARE(part<QPlainTextEdit>("message.body")->toPlainText(), Better);
    m_room->choose(WordKind::Message, QStringLiteral("promised/text/en/1"));
    QVERIFY(said.takeFirst().first().toString().contains(QLatin1String("not kept yet")));
    QVERIFY(!m_room->isChanged());
    m_room->choose(WordKind::Message, m_id); // and stands there when somebody comes back
    QCOMPARE(part<QPlainTextEdit>("message.body")->toPlainText(), Better);
    QVERIFY(m_room->isChanged());
    m_room->choose(WordKind::Message, QStringLiteral("promised/text/en/1"));
    said.clear();
    type(Better);
    press("words.undo");
    QVERIFY(said.isEmpty() && !m_room->isChanged()); // leaving it is what was wanted
    QCOMPARE(m_room->entry().id, QStringLiteral("promised/text/en/1"));
}

void WordsRoomTest::everyKindOfWordsHasItsEditor()
{
    for (const WordKind kind : AllWordKinds) {
        part<SegmentedControl>("words.kinds")->setCurrentIndex(int(kind));
        QCOMPARE(m_room->entry().kind, kind);
        QVERIFY(part<WordList>("words.list")->count() > 0);
        QCOMPARE(part<WordList>("words.list")->currentId(), m_room->entry().id);
        QVERIFY(!m_room->isChanged());
        QCOMPARE(part<MessagePreview>("preview")->isVisible(), kind == WordKind::Message);
        QVERIFY(!part<QAbstractButton>("words.keep")->isVisible());
        QTest::qWait(0); // what is shown late must change nothing
        QVERIFY(!m_room->isChanged());
    }
    part<SegmentedControl>("words.kinds")->setCurrentIndex(0);
    QCOMPARE(m_room->entry().id, m_id); // the one looked at last
}

void WordsRoomTest::everyControlHasAName()
{
    for (const WordKind kind : AllWordKinds) {
        part<SegmentedControl>("words.kinds")->setCurrentIndex(int(kind));
        for (const QWidget *control : m_room->findChildren<QWidget *>()) {
            if (!(control->focusPolicy() & Qt::TabFocus) || !control->isVisible() || control->focusProxy())
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(control);
            const bool named = !control->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(named, qPrintable(QLatin1String(control->metaObject()->className()) + QLatin1Char(' ') + control->objectName()));
        }
    }
}

void WordsRoomTest::wordsAreComparedWordByWord()
{
    using Kind = DiffPart::Kind;
    using Parts = QVector<DiffPart>;
    const auto text = [](const char *words) { return QString::fromLatin1(words); };
    QCOMPARE(wordDiff({}, {}), Parts());
    QCOMPARE(wordDiff(text("a b"), text("a b")), (Parts{{Kind::Same, text("a b")}}));
    QCOMPARE(wordDiff({}, text("a b")), (Parts{{Kind::New, text("a b")}}));
    QCOMPARE(wordDiff(text("a b"), {}), (Parts{{Kind::Gone, text("a b")}}));
    QCOMPARE(wordDiff(text("one two"), text("one two three")), (Parts{{Kind::Same, text("one two")}, {Kind::New, text(" three")}}));
    QCOMPARE(wordDiff(text("the red car today"), text("the blue car today")),
             (Parts{{Kind::Same, text("the ")}, {Kind::Gone, text("red")}, {Kind::New, text("blue")}, {Kind::Same, text(" car today")}}));
    QCOMPARE(wordDiff(text("big red car"), text("small blue car")), (Parts{{Kind::Gone, text("big red")}, {Kind::New, text("small blue")}, {Kind::Same, text(" car")}}));

    QStringList many, others;
    for (int i = 0; i < 500; ++i) {
        many << QString::number(i);
        others << QString::number(i + 1000);
    }
    const QString before = many.join(QLatin1Char(' ')), after = others.join(QLatin1Char(' '));
    QCOMPARE(wordDiff(before, after), (Parts{{Kind::Gone, before}, {Kind::New, after}})); // too many to compare
    QString was, is;
    for (const DiffPart &part : wordDiff(Better, Empty)) {
        was += part.kind == Kind::New ? QString() : part.text;
        is += part.kind == Kind::Gone ? QString() : part.text;
    }
    QCOMPARE(was, Better); // nothing is lost on the way
    QCOMPARE(is, Empty);
}

void WordsRoomTest::linesThatStayedAreLeftOut()
{
    using Kind = DiffPart::Kind;
    const auto text = [](const char *words) { return QString::fromLatin1(words); };
    QVERIFY(lineDiff(text("a\nb"), text("a\nb")).isEmpty());
    QCOMPARE(lineDiff(text("stays\nwas here\nstays, too\nend"), text("stays\nis here\nstays, too\nend now")),
             (QVector<DiffPart>{{Kind::Gone, text("was")}, {Kind::New, text("is")}, {Kind::Same, text(" here\nend")}, {Kind::New, text(" now")}}));
}

void WordsRoomTest::nothingInTheWordsIsMarkup()
{
    const QString html = diffHtml(wordDiff(QStringLiteral("<u>a</u> & b"), QStringLiteral("<i>a</i> & b")));
    QVERIFY2(!html.contains(QLatin1String("<u>")) && !html.contains(QLatin1String("<i>")), qPrintable(html));
    QVERIFY(html.contains(QLatin1String("&lt;i&gt;a&lt;/i&gt;")) && html.contains(QLatin1String(" &amp; b")));
}

QTEST_MAIN(WordsRoomTest)
#include "words_room_test.moc"
