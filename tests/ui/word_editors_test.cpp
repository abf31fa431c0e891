#include "ui/lead/guide_panel.h"
#include "ui/style/theme.h"
#include "ui/widgets/entry_list.h"
#include "ui/widgets/segmented_control.h"
#include "ui/words/guide_editor.h"
#include "ui/words/guide_outline.h"
#include "ui/words/guide_step_form.h"
#include "ui/words/guide_tryout.h"
#include "ui/words/phrases_editor.h"
#include "ui/words/solutions_editor.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace beback;
using namespace beback::ui;

// Where a store's guides, solutions and phrases are changed: the editors by themselves, without a desk.
class WordEditorsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::apply(Theme::Choice::Light); }

    void whatNobodyTouchedIsGivenBackAsItWas();
    void everyShippedQuestionGoesThroughTheForm();
    void aQuestionIsAddedInTheBranchItStandsIn();
    void aQuestionMovesAndIsRemovedByTheKeyboard();
    void aQuestionIsNotAskedBeforeTheOneItWaitsFor();
    void aQuestionOthersWaitForStays();
    void aWrongAnswerLineSaysWhatIsRight();
    void answersThatAreWaitedForAreAnswersThereAre();
    void theKeyOfAKnownQuestionStays();
    void onlyWhatFitsTheAnswerCanBeDone();
    void aGuideIsTriedOutByClicking();
    void whatCannotBeReadIsNotTriedOut();
    void aGuideWithoutANameSaysSo();
    void aNewWayIsCalledByItsTitle();
    void aDayThatIsNoneIsNotTakenForAlways();
    void aQuestionToUnderstandIsAddedAndRemoved();
    void aFaultyLineIsNamed();
    void aMessageShowsThePhraseInIt();
    void nothingIsChangedWhereNothingMayBe();
    void everyControlHasAName();

private:
    static WordEntry entry(WordKind kind, const QString &id);
    // Shown, as it stands in the room.
    template <class Editor> std::unique_ptr<Editor> open(WordKind kind, const char *id);
    template <class T> static T *part(QWidget &in, const char *name);
    static void press(QWidget &in, const char *button) { part<QAbstractButton>(in, button)->click(); }
    static QString text(QWidget &in, const char *label) { return part<QLabel>(in, label)->text(); }
    static Guide guideOf(const WordEditor &editor);
};

WordEntry WordEditorsTest::entry(WordKind kind, const QString &id)
{
    const QByteArray body = WordShelf::shipped()->body(kind, id);
    return {kind, id, body, body, {}, false};
}

template <class Editor> std::unique_ptr<Editor> WordEditorsTest::open(WordKind kind, const char *id)
{
    auto editor = std::make_unique<Editor>();
    editor->resize(900, 560);
    editor->show(entry(kind, QLatin1String(id)));
    editor->setVisible(true);
    return editor;
}

template <class T> T *WordEditorsTest::part(QWidget &in, const char *name)
{
    T *found = in.findChild<T *>(QLatin1String(name));
    if (!found)
        qFatal("There is no %s", name);
    return found;
}

Guide WordEditorsTest::guideOf(const WordEditor &editor)
{
    const auto guide = Guide::fromJson(editor.body());
    if (!guide)
        qWarning("%s", qPrintable(guide.error().message));
    return guide ? *guide : Guide();
}

void WordEditorsTest::whatNobodyTouchedIsGivenBackAsItWas()
{
    GuideEditor guides;
    SolutionsEditor solutions;
    PhrasesEditor phrases;
    const QVector<std::pair<WordKind, WordEditor *>> editors{{WordKind::Guide, &guides}, {WordKind::Solutions, &solutions}, {WordKind::Phrases, &phrases}};
    for (const auto &[kind, editor] : editors) {
        QSignalSpy edited(editor, &WordEditor::edited);
        for (const QString &id : WordShelf::shipped()->ids(kind)) {
            editor->show(entry(kind, id));
            QCOMPARE(editor->body(), entry(kind, id).body);
            WordEntry takenOut = entry(kind, id);
            takenOut.body.clear();
            editor->show(takenOut);
            QCOMPARE(editor->body(), takenOut.shipped);
        }
        QCOMPARE(edited.size(), 0);
    }
    solutions.show(entry(WordKind::Solutions, QStringLiteral("price")));
    QCOMPARE(solutions.guide().toJson(), entry(WordKind::Solutions, QStringLiteral("price")).body);
}

void WordEditorsTest::everyShippedQuestionGoesThroughTheForm()
{
    GuideStepForm form;
    for (const Guide &guide : GuideBook::shipped().all())
        for (int i = 0; i < guide.steps.size(); ++i) {
            form.show(guide, i, {});
            QVERIFY2(form.step() == guide.steps.at(i), qPrintable(guide.id + QLatin1Char(' ') + guide.steps.at(i).key));
            QVERIFY2(form.fault(), qPrintable(guide.id + QLatin1Char(' ') + guide.steps.at(i).key));
        }
}

void WordEditorsTest::aQuestionIsAddedInTheBranchItStandsIn()
{
    auto editor = open<GuideEditor>(WordKind::Guide, "bought-elsewhere");
    QSignalSpy edited(editor.get(), &WordEditor::edited);
    const qsizetype before = editor->guide().steps.size();
    part<GuideOutline>(*editor, "outline")->choose(QStringLiteral("their_payment"));
    press(*editor, "outline.add");
    QVERIFY(!Guide::fromJson(editor->body())); // it has no words yet
    part<QPlainTextEdit>(*editor, "question.ask.en")->setPlainText(QStringLiteral("For how many months?"));
    part<QLineEdit>(*editor, "question.key")->selectAll();
    QTest::keyClicks(part<QLineEdit>(*editor, "question.key"), QStringLiteral("their_term"));
    const Guide guide = guideOf(*editor);
    QCOMPARE(guide.steps.size(), before + 1);
    const GuideStep *added = guide.step(QStringLiteral("their_term"));
    QVERIFY(added);
    QCOMPARE(added - guide.step(QStringLiteral("their_payment")), 1);
    QCOMPARE(added->ask.in(QStringLiteral("en")), QStringLiteral("For how many months?"));
    QCOMPARE(added->when, guide.step(QStringLiteral("their_payment"))->when);
    QVERIFY(edited.size() > 0);
    QVERIFY(checkBody(WordKind::Guide, QStringLiteral("bought-elsewhere"), editor->body()));
}

void WordEditorsTest::aQuestionMovesAndIsRemovedByTheKeyboard()
{
    auto editor = open<GuideEditor>(WordKind::Guide, "bought-elsewhere");
    auto *list = part<QListWidget>(*editor, "outline.list");
    part<GuideOutline>(*editor, "outline")->choose(QStringLiteral("still_liked"));
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(guideOf(*editor).steps.at(3).key, QStringLiteral("still_liked"));
    QCOMPARE(list->currentRow(), 3);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(editor->body(), entry(WordKind::Guide, QStringLiteral("bought-elsewhere")).body);
    const qsizetype before = editor->guide().steps.size();
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(guideOf(*editor).steps.size(), before - 1);
    QVERIFY(!guideOf(*editor).step(QStringLiteral("still_liked")));
}

void WordEditorsTest::aQuestionIsNotAskedBeforeTheOneItWaitsFor()
{
    auto editor = open<GuideEditor>(WordKind::Guide, "bought-elsewhere");
    QSignalSpy said(editor.get(), &GuideEditor::said);
    part<GuideOutline>(*editor, "outline")->choose(QStringLiteral("service_offer"));
    QTest::keyClick(part<QListWidget>(*editor, "outline.list"), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(editor->body(), entry(WordKind::Guide, QStringLiteral("bought-elsewhere")).body);
    QCOMPARE(said.size(), 1);
    QVERIFY(text(*editor, "outline.refused").contains(QStringLiteral("waits for the answer to “Have you taken delivery yet?”")));
    part<GuideOutline>(*editor, "outline")->choose(QStringLiteral("still_liked"));
    QVERIFY(text(*editor, "outline.refused").isEmpty());
}

void WordEditorsTest::aQuestionOthersWaitForStays()
{
    auto editor = open<GuideEditor>(WordKind::Guide, "bought-elsewhere");
    part<GuideOutline>(*editor, "outline")->choose(QStringLiteral("delivered"));
    press(*editor, "outline.remove");
    QVERIFY(editor->guide().step(QStringLiteral("delivered")));
    QVERIFY(text(*editor, "outline.refused").contains(QStringLiteral("waits for its answer")));
}

void WordEditorsTest::aWrongAnswerLineSaysWhatIsRight()
{
    auto editor = open<GuideEditor>(WordKind::Guide, "conversation");
    part<GuideOutline>(*editor, "outline")->choose(QStringLiteral("timing"));
    auto *form = editor->findChild<GuideStepForm *>();
    auto *lines = part<QPlainTextEdit>(*editor, "question.choices");
    const QString before = lines->toPlainText();
    lines->setPlainText(QStringLiteral("days = This week | Esta semana\nweeks"));
    QVERIFY(!form->fault());
    QVERIFY(form->fault().error().message.startsWith(QStringLiteral("Line 2:")));
    QVERIFY(!checkBody(WordKind::Guide, QStringLiteral("conversation"), editor->body()));
    lines->setPlainText(QStringLiteral("days = This week | Esta semana\nweeks = Later"));
    QVERIFY(form->fault());
    const GuideStep step = *guideOf(*editor).step(QStringLiteral("timing"));
    QCOMPARE(step.choices.size(), 2);
    QCOMPARE(step.choices.first().text.in(QStringLiteral("es")), QStringLiteral("Esta semana"));
    lines->setPlainText(before);
    QCOMPARE(editor->body(), entry(WordKind::Guide, QStringLiteral("conversation")).body);
}

void WordEditorsTest::answersThatAreWaitedForAreAnswersThereAre()
{
    auto editor = open<GuideEditor>(WordKind::Guide, "conversation");
    auto *form = editor->findChild<GuideStepForm *>();
    part<GuideOutline>(*editor, "outline")->choose(QStringLiteral("best_medium"));
    auto *answers = part<QLineEdit>(*editor, "question.answers.0");
    QCOMPARE(answers->text(), QStringLiteral("visit, call, later"));
    answers->selectAll();
    QTest::keyClicks(answers, QStringLiteral("visit, letter"));
    QVERIFY(form->fault().error().message.contains(QStringLiteral("letter")));
    QVERIFY(!checkBody(WordKind::Guide, QStringLiteral("conversation"), editor->body()));
    // Another question is waited for, and an answer of it stands there at once.
    auto *question = part<QComboBox>(*editor, "question.wait.0");
    question->setCurrentIndex(question->findData(QStringLiteral("in_the_way")));
    Q_EMIT question->activated(question->currentIndex());
    QCOMPARE(answers->text(), QStringLiteral("yes"));
    const QMap<QString, QStringList> wanted{{QStringLiteral("in_the_way"), {QStringLiteral("yes")}}};
    QCOMPARE(guideOf(*editor).step(QStringLiteral("best_medium"))->when, wanted);
}

void WordEditorsTest::theKeyOfAKnownQuestionStays()
{
    auto editor = open<GuideEditor>(WordKind::Guide, "conversation");
    auto *key = part<QLineEdit>(*editor, "question.key");
    QVERIFY(!key->isEnabled());
    press(*editor, "outline.add");
    QVERIFY(key->isEnabled());
    key->selectAll();
    QTest::keyClicks(key, QStringLiteral("timing"));
    QVERIFY(editor->findChild<GuideStepForm *>()->fault().error().message.size() > 0);
    QVERIFY(!Guide::fromJson(editor->body()));
}

void WordEditorsTest::onlyWhatFitsTheAnswerCanBeDone()
{
    auto editor = open<GuideEditor>(WordKind::Guide, "bought-elsewhere");
    auto *act = part<QComboBox>(*editor, "question.act");
    QVERIFY(act->findData(int(GuideAct::SaveDeal)) >= 0);
    QVERIFY(act->findData(int(GuideAct::Appointment)) < 0);
    QCOMPARE(act->currentData().toInt(), int(GuideAct::SaveDeal));
    auto *kind = part<QComboBox>(*editor, "question.kind");
    kind->setCurrentIndex(kind->findData(int(AnswerKind::Time)));
    Q_EMIT kind->activated(kind->currentIndex());
    QVERIFY(act->findData(int(GuideAct::SaveDeal)) < 0);
    QVERIFY(act->findData(int(GuideAct::Appointment)) >= 0);
    // Others wait for its yes and its no.
    QVERIFY(!editor->findChild<GuideStepForm *>()->fault());
}

void WordEditorsTest::aGuideIsTriedOutByClicking()
{
    auto editor = open<GuideEditor>(WordKind::Guide, "bought-elsewhere");
    bool ok = false;
    editor->setLookedAt({{QStringLiteral("first_name"), QStringLiteral("Elena")}}, QStringLiteral("America/Chicago"), Instant::fromIso(QStringLiteral("2025-11-18T17:42:00Z"), &ok));
    part<SegmentedControl>(*editor, "guideEditor.side")->setCurrentIndex(1);
    auto *tryout = part<GuideTryout>(*editor, "tryout");
    QVERIFY(tryout->isVisible());
    QCOMPARE(text(*tryout, "guide.ask"), QStringLiteral("Have you taken delivery yet?"));
    press(*tryout, "guide.choice.no");
    QTRY_VERIFY(text(*tryout, "tryout.deeds").contains(QStringLiteral("A manager is alerted")));
    QCOMPARE(tryout->deeds().size(), 1);
    // It is asked on, in the other language too.
    QTRY_COMPARE(text(*tryout, "guide.ask"), QStringLiteral("What did you still like about ours?"));
    part<SegmentedControl>(*tryout, "tryout.language")->setCurrentIndex(1);
    QVERIFY(text(*tryout, "guide.ask").startsWith(QStringLiteral("¿")));
    QCOMPARE(tryout->panel()->state().answers.value(QStringLiteral("delivered")), QStringLiteral("no"));
    press(*tryout, "tryout.again");
    QVERIFY(tryout->deeds().isEmpty());
    QCOMPARE(editor->body(), entry(WordKind::Guide, QStringLiteral("bought-elsewhere")).body);
}

void WordEditorsTest::whatCannotBeReadIsNotTriedOut()
{
    auto editor = open<GuideEditor>(WordKind::Guide, "conversation");
    press(*editor, "outline.add");
    part<SegmentedControl>(*editor, "guideEditor.side")->setCurrentIndex(1);
    auto *problem = part<QWidget>(*editor, "tryout.problem");
    QVERIFY(problem->isVisible());
    part<QPlainTextEdit>(*editor, "question.ask.en")->setPlainText(QStringLiteral("And then?"));
    part<SegmentedControl>(*editor, "guideEditor.side")->setCurrentIndex(0);
    part<SegmentedControl>(*editor, "guideEditor.side")->setCurrentIndex(1);
    QVERIFY(!problem->isVisible());
    QVERIFY(editor->findChild<GuidePanel *>()->isVisible());
}

void WordEditorsTest::aGuideWithoutANameSaysSo()
{
    GuideEditor editor;
    editor.show({WordKind::Guide, QStringLiteral("own"), {}, {}, {}, false});
    editor.setVisible(true);
    auto *name = part<QLineEdit>(editor, "about.name");
    QVERIFY(name->isVisible());
    QTest::keyClicks(name, QStringLiteral("Our own"));
    part<QLineEdit>(editor, "about.plans")->clear();
    QTest::keyClicks(part<QLineEdit>(editor, "about.plans"), QStringLiteral("phone-up, walk-in"));
    press(editor, "outline.add");
    part<QPlainTextEdit>(editor, "question.ask.en")->setPlainText(QStringLiteral("How did you hear of us?"));
    const Guide guide = guideOf(editor);
    QCOMPARE(guide.id, QStringLiteral("own"));
    QCOMPARE(guide.name, QStringLiteral("Our own"));
    QCOMPARE(guide.plans, QStringList({QStringLiteral("phone-up"), QStringLiteral("walk-in")}));
    QCOMPARE(guide.steps.size(), 1);
}

void WordEditorsTest::aNewWayIsCalledByItsTitle()
{
    auto editor = open<SolutionsEditor>(WordKind::Solutions, "price");
    press(*editor, "ways.add");
    QVERIFY(!checkBody(WordKind::Solutions, QStringLiteral("price"), editor->body()));
    part<QPlainTextEdit>(*editor, "way.title.en")->setPlainText(QStringLiteral("Every line of it"));
    part<QPlainTextEdit>(*editor, "way.say.en")->setPlainText(QStringLiteral("Let us look at it together."));
    QVERIFY(checkBody(WordKind::Solutions, QStringLiteral("price"), editor->body()));
    QCOMPARE(editor->guide().ways.at(1).id, QStringLiteral("price-every-line-of-it"));
    QTest::keyClick(part<EntryList>(*editor, "ways.list"), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(editor->guide().ways.first().id, QStringLiteral("price-every-line-of-it"));
    press(*editor, "ways.remove");
    QCOMPARE(editor->body(), entry(WordKind::Solutions, QStringLiteral("price")).body);
    // One that is there already keeps its id, whatever it is called.
    part<QPlainTextEdit>(*editor, "way.title.en")->setPlainText(QStringLiteral("Line by line"));
    QCOMPARE(editor->guide().ways.first().id, QStringLiteral("price-lines"));
}

void WordEditorsTest::aDayThatIsNoneIsNotTakenForAlways()
{
    auto editor = open<SolutionsEditor>(WordKind::Solutions, "price");
    auto *until = part<QLineEdit>(*editor, "way.until");
    QTest::keyClicks(until, QStringLiteral("2026-13-40"));
    const auto refused = checkBody(WordKind::Solutions, QStringLiteral("price"), editor->body());
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(QStringLiteral("2026-13-40")));
    until->selectAll();
    QTest::keyClicks(until, QStringLiteral("2026-11-30"));
    const auto guide = ObjectionGuide::fromJson(editor->body());
    QVERIFY(guide);
    QCOMPARE(guide->ways.first().until, QDate(2026, 11, 30));
    QVERIFY(!guide->ways.at(1).until.isValid());
}

void WordEditorsTest::aQuestionToUnderstandIsAddedAndRemoved()
{
    auto editor = open<SolutionsEditor>(WordKind::Solutions, "price");
    part<SegmentedControl>(*editor, "solutionsEditor.side")->setCurrentIndex(1);
    const qsizetype before = editor->guide().understand.size();
    press(*editor, "understand.add");
    QCOMPARE(editor->guide().understand.size(), before); // without words it is none
    part<QPlainTextEdit>(*editor, "understand.3.en")->setPlainText(QStringLiteral("What did it cost elsewhere?"));
    QCOMPARE(editor->guide().understand.size(), before + 1);
    press(*editor, "understand.remove.3");
    QCOMPARE(editor->body(), entry(WordKind::Solutions, QStringLiteral("price")).body);
}

void WordEditorsTest::aFaultyLineIsNamed()
{
    auto editor = open<PhrasesEditor>(WordKind::Phrases, "en");
    auto *lines = part<QPlainTextEdit>(*editor, "phrases.text");
    QCOMPARE(editor->faultyLine(), -1);
    QSignalSpy edited(editor.get(), &WordEditor::edited);
    lines->setPlainText(QStringLiteral("# what says nothing\njust checking in\nreally? nothing"));
    QCOMPARE(edited.size(), 1);
    QCOMPARE(editor->faultyLine(), 2);
    QVERIFY(text(*editor, "phrases.fault").contains(QStringLiteral("Line 3")));
    QVERIFY(!checkBody(WordKind::Phrases, QStringLiteral("en"), editor->body()));
    lines->setPlainText(QStringLiteral("just checking in"));
    QCOMPARE(editor->faultyLine(), -1);
    QVERIFY(text(*editor, "phrases.fault").isEmpty());
    QCOMPARE(editor->body(), QByteArray("just checking in"));
    QTest::qWait(1); // marks are painted once more; that is no edit
    QCOMPARE(edited.size(), 2);
}

void WordEditorsTest::aMessageShowsThePhraseInIt()
{
    auto editor = open<PhrasesEditor>(WordKind::Phrases, "en");
    auto *lines = part<QPlainTextEdit>(*editor, "phrases.text");
    lines->setPlainText(QStringLiteral("checking in\njust checking in ... you\n"));
    auto *message = part<QLineEdit>(*editor, "phrases.try");
    message->setText(QStringLiteral("Hi Elena, just checking in with you. Would Thursday suit?"));
    QCOMPARE(text(*editor, "phrases.found"), QStringLiteral("“just checking in with you” says nothing. Line 2: just checking in ... you"));
    message->setText(QStringLiteral("The gray one came in. Would Thursday suit?"));
    QCOMPARE(text(*editor, "phrases.found"), QStringLiteral("None of the phrases is in it."));
}

void WordEditorsTest::nothingIsChangedWhereNothingMayBe()
{
    auto guide = open<GuideEditor>(WordKind::Guide, "bought-elsewhere");
    guide->setEditable(false);
    QTest::keyClick(part<QListWidget>(*guide, "outline.list"), Qt::Key_Delete);
    QTest::keyClick(part<QListWidget>(*guide, "outline.list"), Qt::Key_Insert);
    QTest::keyClicks(part<QPlainTextEdit>(*guide, "question.ask.en"), QStringLiteral("x"));
    QCOMPARE(guide->body(), entry(WordKind::Guide, QStringLiteral("bought-elsewhere")).body);
    auto solutions = open<SolutionsEditor>(WordKind::Solutions, "price");
    solutions->setEditable(false);
    QTest::keyClick(part<EntryList>(*solutions, "ways.list"), Qt::Key_Delete);
    QTest::keyClicks(part<QPlainTextEdit>(*solutions, "way.say.en"), QStringLiteral("x"));
    QCOMPARE(solutions->body(), entry(WordKind::Solutions, QStringLiteral("price")).body);
    auto phrases = open<PhrasesEditor>(WordKind::Phrases, "es");
    phrases->setEditable(false);
    QTest::keyClicks(part<QPlainTextEdit>(*phrases, "phrases.text"), QStringLiteral("x"));
    QCOMPARE(phrases->body(), entry(WordKind::Phrases, QStringLiteral("es")).body);
}

void WordEditorsTest::everyControlHasAName()
{
    auto guide = open<GuideEditor>(WordKind::Guide, "conversation");
    auto solutions = open<SolutionsEditor>(WordKind::Solutions, "price");
    auto phrases = open<PhrasesEditor>(WordKind::Phrases, "en");
    for (WordEditor *editor : std::initializer_list<WordEditor *>{guide.get(), solutions.get(), phrases.get()})
        for (const QWidget *control : editor->findChildren<QWidget *>()) {
            if (!control->isVisibleTo(editor))
                continue; // a banner without a button has one all the same
            const auto *button = qobject_cast<const QAbstractButton *>(control);
            const bool typed = qobject_cast<const QLineEdit *>(control) || qobject_cast<const QPlainTextEdit *>(control) || qobject_cast<const QComboBox *>(control);
            if (typed || qobject_cast<const QListWidget *>(control))
                QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(QLatin1String(control->metaObject()->className()) + QLatin1Char(' ') + control->objectName()));
            else if (button)
                QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(), qPrintable(QLatin1String(control->metaObject()->className()) + QLatin1Char(' ') + control->objectName()));
        }
}

QTEST_MAIN(WordEditorsTest)
#include "word_editors_test.moc"
