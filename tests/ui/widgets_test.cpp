#include "ui/style/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/capacity_bar.h"
#include "ui/widgets/chip_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/skeleton_widget.h"
#include "ui/widgets/toast.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace beback;
using namespace beback::ui;

namespace {

QString spokenName(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
}

SegmentedControl *threeSegments(QWidget *parent)
{
    auto *control = new SegmentedControl(parent);
    for (const char *text : {"All", "Calls", "Texts"})
        control->addSegment({QString::fromLatin1(text), {}, {}, {}, {}, false});
    return control;
}

} // namespace

class WidgetsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { Theme::apply(Theme::Choice::Light); }
    void aBlockedButtonNeverClicksAndSaysWhy();
    void enterPressesTheButtonThatHasTheFocus();
    void aBlockedButtonKeepsItsPlaceInTheTabOrder();
    void aBlockedButtonTellsAScreenReader();
    void aButtonFreedAgainHasItsOldToolTip();
    void choosingAButtonDoesNotWidenIt();
    void arrowKeysChooseASegment();
    void segmentsAreOneTabStop();
    void setCurrentSegmentSaysSoOnce();
    void noSegmentCanBeChosen();
    void anElidedLabelKnowsThatItIsCut();
    void aCapacityBarSaysWhatItShows();
    void anEmptyChipTakesNoRoom();
    void aFieldErrorMarksTheFieldAndGoesAgain();
    void escapeEmptiesTheSearchAndThenPassesOn();
    void arrowsInTheSearchMoveTheHits();
    void aSkeletonShowsNothingAtFirstThenOffersToGoOn();
    void aFinishedSkeletonOffersNothing();
    void aToastLiesAtTheBottomLeftAndFollowsItsHost();
    void undoInAToastActsAndEndsIt();
    void aToastNeverTakesTheFocus();
    void anEmptyStateTellsWhichLinkWasTaken();
    void aBannerShowsOnlyWhatItHas();
    void everyControlHasAnAccessibleName();
};

void WidgetsTest::aBlockedButtonNeverClicksAndSaysWhy()
{
    KeyButton button(QStringLiteral("call-start"), QStringLiteral("Call"), QStringLiteral("F5"));
    button.setShortcut(QKeySequence(Qt::Key_F5));
    button.setBlocked(QStringLiteral("Quiet hours in Tucson until 8:00 am"));
    button.show();
    button.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&button));
    QSignalSpy clicked(&button, &KeyButton::clicked), refused(&button, &KeyButton::refused);
    QTest::mouseClick(&button, Qt::LeftButton);
    QTest::keyClick(&button, Qt::Key_Space);
    QTest::keyClick(&button, Qt::Key_Return);
    QTest::keyClick(&button, Qt::Key_F5);
    QCOMPARE(clicked.count(), 0);
    QCOMPARE(refused.count(), 4);
    QCOMPARE(refused.first().first().toString(), QStringLiteral("Quiet hours in Tucson until 8:00 am"));
    button.setBlocked({});
    QTest::mouseClick(&button, Qt::LeftButton);
    QCOMPARE(clicked.count(), 1);
}

void WidgetsTest::enterPressesTheButtonThatHasTheFocus()
{
    KeyButton quit({}, QStringLiteral("Quit"), {});
    QSignalSpy clicked(&quit, &QAbstractButton::clicked);
    QTest::keyClick(&quit, Qt::Key_Return, Qt::ControlModifier); // somebody else's key
    QCOMPARE(clicked.size(), 0);
    QTest::keyClick(&quit, Qt::Key_Return);
    QCOMPARE(clicked.size(), 1);
}

void WidgetsTest::aBlockedButtonKeepsItsPlaceInTheTabOrder()
{
    QWidget window;
    auto *row = new QVBoxLayout(&window);
    auto *first = new KeyButton(QStringLiteral("Text")), *second = new KeyButton(QStringLiteral("Call"));
    row->addWidget(first);
    row->addWidget(second);
    second->setBlocked(QStringLiteral("Called today at 9:40, one call a day"));
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Tab);
    QVERIFY(second->hasFocus());
    QCOMPARE(second->toolTip(), QStringLiteral("Called today at 9:40, one call a day"));
}

void WidgetsTest::aBlockedButtonTellsAScreenReader()
{
    KeyButton button(QStringLiteral("Call"));
    button.setBlocked(QStringLiteral("One call a day"));
    QAccessibleInterface *voice = QAccessible::queryAccessibleInterface(&button);
    QVERIFY(voice->state().disabled);
    QCOMPARE(voice->text(QAccessible::Description), QStringLiteral("One call a day"));
    QVERIFY(!voice->actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction()));
    QSignalSpy clicked(&button, &KeyButton::clicked);
    voice->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(clicked.count(), 0);
    button.setBlocked({});
    voice->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(clicked.count(), 1);
}

void WidgetsTest::aButtonFreedAgainHasItsOldToolTip()
{
    KeyButton button(QStringLiteral("Call"));
    button.setToolTip(QStringLiteral("Hands the number to the phone"));
    button.setBlocked(QStringLiteral("One call a day"));
    button.setBlocked(QStringLiteral("Quiet hours"));
    button.setBlocked({});
    QCOMPARE(button.toolTip(), QStringLiteral("Hands the number to the phone"));
}

void WidgetsTest::choosingAButtonDoesNotWidenIt()
{
    KeyButton button(QStringLiteral("No answer"));
    button.setCheckable(true);
    const QSize before = button.sizeHint();
    button.setChecked(true);
    QCOMPARE(button.sizeHint(), before);
}

void WidgetsTest::arrowKeysChooseASegment()
{
    QWidget window;
    SegmentedControl *control = threeSegments(&window);
    control->setCurrentIndex(0);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy changed(control, &SegmentedControl::currentChanged), activated(control, &SegmentedControl::activated);
    const QList<QAbstractButton *> buttons = control->findChildren<QAbstractButton *>();
    buttons[0]->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(control->currentIndex(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(control->currentIndex(), 2);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QCOMPARE(control->currentIndex(), 1);
    QCOMPARE(changed.count(), 3);
    QCOMPARE(activated.count(), 3);
}

void WidgetsTest::segmentsAreOneTabStop()
{
    QWidget window;
    auto *row = new QVBoxLayout(&window);
    auto *before = new QLineEdit;
    row->addWidget(before);
    SegmentedControl *control = threeSegments(&window);
    auto *after = new QLineEdit;
    row->addWidget(control);
    row->addWidget(after);
    control->setCurrentIndex(1);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    before->setFocus();
    QTest::keyClick(before, Qt::Key_Tab);
    QVERIFY(control->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(after->hasFocus());
}

void WidgetsTest::setCurrentSegmentSaysSoOnce()
{
    QWidget window;
    SegmentedControl *control = threeSegments(&window);
    QSignalSpy changed(control, &SegmentedControl::currentChanged);
    control->setCurrentIndex(2);
    control->setCurrentIndex(2);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toInt(), 2);
}

void WidgetsTest::noSegmentCanBeChosen()
{
    QWidget window;
    SegmentedControl *control = threeSegments(&window);
    QCOMPARE(control->currentIndex(), -1);
    control->setCurrentIndex(1);
    QSignalSpy changed(control, &SegmentedControl::currentChanged);
    control->setCurrentIndex(-1);
    QCOMPARE(control->currentIndex(), -1);
    QCOMPARE(changed.count(), 1);
    control->setCurrentIndex(1);
    QCOMPARE(changed.count(), 2);
}

void WidgetsTest::anElidedLabelKnowsThatItIsCut()
{
    ElidedLabel label(QStringLiteral("Maria Antonietta Constantinopoulou-Vandenberghe de la Cruz"), Type::Name);
    label.resize(200, 26);
    QVERIFY(label.isElided());
    label.resize(label.sizeHint());
    QVERIFY(!label.isElided());
    QVERIFY(label.minimumSizeHint().width() < 100);
}

void WidgetsTest::aCapacityBarSaysWhatItShows()
{
    CapacityBar bar;
    bar.setRange(2, 4);
    bar.setWhat(QStringLiteral("must-ask answered"));
    QCOMPARE(spokenName(&bar), QStringLiteral("2 of 4 must-ask answered"));
}

void WidgetsTest::anEmptyChipTakesNoRoom()
{
    QWidget window;
    ChipLabel chip(&window);
    QVERIFY(chip.isHidden());
    chip.setChip({Tone::Good, QString(), QStringLiteral("Fresh, day 3")});
    QVERIFY(!chip.isHidden());
    chip.setChip({});
    QVERIFY(chip.isHidden());
}

void WidgetsTest::aFieldErrorMarksTheFieldAndGoesAgain()
{
    QWidget window;
    QLineEdit field(&window);
    FieldError error(&field, &window);
    error.setError(QStringLiteral("2 digits are missing."));
    QVERIFY(isFieldWrong(&field));
    QVERIFY(!error.isHidden());
    QCOMPARE(field.accessibleDescription(), QStringLiteral("2 digits are missing."));
    error.setError({});
    QVERIFY(!isFieldWrong(&field));
    QVERIFY(error.isHidden());
    QVERIFY(field.accessibleDescription().isEmpty());
}

void WidgetsTest::escapeEmptiesTheSearchAndThenPassesOn()
{
    struct Host : QWidget
    {
        int escapes = 0;
        void keyPressEvent(QKeyEvent *event) override { escapes += event->key() == Qt::Key_Escape; }
    } host;
    auto *search = new SearchField(QStringLiteral("Name"), QStringLiteral("Ctrl+K"), &host);
    search->setText(QStringLiteral("tran"));
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(search->text().isEmpty());
    QCOMPARE(host.escapes, 0);
    QTest::keyClick(search, Qt::Key_Escape);
    QCOMPARE(host.escapes, 1);
}

void WidgetsTest::arrowsInTheSearchMoveTheHits()
{
    SearchField search;
    QSignalSpy moved(&search, &SearchField::moveRequested);
    QTest::keyClick(&search, Qt::Key_Down);
    QTest::keyClick(&search, Qt::Key_Up);
    QCOMPARE(moved.count(), 2);
    QCOMPARE(moved[0][0].toInt(), 1);
    QCOMPARE(moved[1][0].toInt(), -1);
}

void WidgetsTest::aSkeletonShowsNothingAtFirstThenOffersToGoOn()
{
    SkeletonWidget skeleton(SkeletonWidget::Shape::Lead);
    skeleton.resize(600, 400);
    skeleton.setDelays(0, 0);
    skeleton.show();
    skeleton.begin(QStringLiteral("Reading Elena's history."));
    QVERIFY(!skeleton.isShown());
    QTRY_VERIFY(skeleton.isShown());
    QTRY_VERIFY(skeleton.isOffered());
    QSignalSpy without(&skeleton, &SkeletonWidget::workWithout);
    QTest::mouseClick(skeleton.findChild<LinkButton *>(), Qt::LeftButton);
    QCOMPARE(without.count(), 1);
}

void WidgetsTest::aFinishedSkeletonOffersNothing()
{
    SkeletonWidget skeleton(SkeletonWidget::Shape::QueueRows);
    skeleton.setDelays(0, 0);
    skeleton.begin();
    QTRY_VERIFY(skeleton.isShown());
    skeleton.finish();
    QCoreApplication::processEvents();
    QVERIFY(!skeleton.isShown());
    QVERIFY(skeleton.findChild<LinkButton *>()->isHidden());
}

void WidgetsTest::aToastLiesAtTheBottomLeftAndFollowsItsHost()
{
    QWidget host;
    host.resize(600, 400);
    host.show();
    Toast toast(&host);
    toast.say(QStringLiteral("Saved: no answer, Gary Lindholm"), QStringLiteral("Undo"), QStringLiteral("Ctrl+Z"));
    QVERIFY(toast.isVisible());
    QCOMPARE(toast.geometry().bottomLeft(), QPoint(12, 387));
    host.resize(600, 300);
    QCoreApplication::processEvents();
    QCOMPARE(toast.geometry().bottomLeft(), QPoint(12, 287));
    QVERIFY(host.rect().contains(toast.geometry()));
}

void WidgetsTest::undoInAToastActsAndEndsIt()
{
    QWidget host;
    host.resize(600, 400);
    host.show();
    Toast toast(&host);
    toast.say(QStringLiteral("Saved"), QStringLiteral("Undo"));
    QSignalSpy acted(&toast, &Toast::acted), gone(&toast, &Toast::gone);
    QTest::mouseClick(toast.findChild<LinkButton *>(), Qt::LeftButton);
    QCOMPARE(acted.count(), 1);
    QTRY_COMPARE(gone.count(), 1);
    QVERIFY(toast.isHidden());
}

void WidgetsTest::aToastNeverTakesTheFocus()
{
    QWidget host;
    host.resize(600, 400);
    auto *field = new QLineEdit(&host);
    host.show();
    host.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&host));
    field->setFocus();
    Toast toast(&host);
    toast.setLifetime(0);
    toast.say(QStringLiteral("Saved"), QStringLiteral("Undo"));
    QVERIFY(field->hasFocus());
    QTRY_VERIFY(toast.isHidden());
    QVERIFY(field->hasFocus());
}

void WidgetsTest::anEmptyStateTellsWhichLinkWasTaken()
{
    EmptyState empty;
    empty.setText(QStringLiteral("Nobody may be contacted until 8:00 am"),
                  QStringLiteral("148 leads are open with you."));
    empty.setRows({{QStringLiteral("clock"),
                    QStringLiteral("Quiet hours where they live"),
                    QStringLiteral("96"),
                    QStringLiteral("first: 8:00 am"),
                    {}},
                   {QStringLiteral("im-ban-user"),
                    QStringLiteral("Only media they refused"),
                    QStringLiteral("3"),
                    {},
                    QStringLiteral("Change their plan")}});
    QSignalSpy taken(&empty, &EmptyState::linkActivated);
    QTest::mouseClick(empty.findChild<LinkButton *>(), Qt::LeftButton);
    QCOMPARE(taken.count(), 1);
    QCOMPARE(taken[0][0].toInt(), 1);
    empty.setRows({});
    QVERIFY(empty.findChildren<LinkButton *>().isEmpty());
}

void WidgetsTest::aBannerShowsOnlyWhatItHas()
{
    Banner banner(Tone::Danger);
    banner.setText(QStringLiteral("The database does not answer"), {});
    QVERIFY(banner.button()->isHidden());
    banner.setButton(QStringLiteral("Try now"));
    QVERIFY(!banner.button()->isHidden());
    QSignalSpy acted(&banner, &Banner::acted);
    QTest::mouseClick(banner.button(), Qt::LeftButton);
    QCOMPARE(acted.count(), 1);
    QCOMPARE(spokenName(&banner), QStringLiteral("The database does not answer"));
}

void WidgetsTest::everyControlHasAnAccessibleName()
{
    QWidget window;
    SegmentedControl control(&window);
    control.addSegment({{}, QStringLiteral("call-start"), {}, QStringLiteral("Calls"), Medium::Call, false});
    QCOMPARE(spokenName(control.findChild<QAbstractButton *>()), QStringLiteral("Calls"));
    KeyButton icon(QStringLiteral("view-filter"), QString(), QString());
    icon.setToolTip(QStringLiteral("Filter"));
    QCOMPARE(spokenName(&icon), QStringLiteral("Filter"));
    LinkButton link(QStringLiteral("Change"));
    QCOMPARE(spokenName(&link), QStringLiteral("Change"));
    SearchField search(QStringLiteral("Name, phone"));
    QCOMPARE(spokenName(&search), QStringLiteral("Name, phone"));
    ChipLabel chip(Tone::Must, {}, QStringLiteral("Must ask"));
    QCOMPARE(spokenName(&chip), QStringLiteral("Must ask"));
}

QTEST_MAIN(WidgetsTest)
#include "widgets_test.moc"
