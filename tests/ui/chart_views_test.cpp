// The menu of saved views in the room of charts, on a real desk and store, driven by the keyboard.
#include "core/report/saved_view.h"
#include "tests/support/window_stage.h"
#include "ui/charts/charts_room.h"
#include "ui/charts/view_name_popup.h"
#include "ui/charts/views_button.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>

#include <algorithm>

using namespace beback;
using namespace beback::ui;

class ChartViewsTest : public test::WindowStage
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { inEnglish(); }
    void init();
    void cleanup();

    void whatIsInSightIsSavedAndOpenedAgain();
    void aNameThatIsThereIsReplacedAndTakenBack();
    void oneIsRemovedAndTakenBack();
    void anEmptyNameIsNotTaken();
    void escapeLeavesEverythingAsItIs();
    void whatTheFiltersDoNotOfferStaysInSight();
    void aFailureIsSaid();
    void everyControlHasAName();

private:
    template <class T> T *part(const char *name) const { return m_room->findChild<T *>(QLatin1String(name)); }
    QMenu *menu() const { return part<QMenu>("charts.views.menu"); }
    ViewsButton *button() const { return part<ViewsButton>("charts.views"); }
    QVector<SavedView> views() { return ask(m_desk->savedViews()); }
    void openMenu();
    void press(const QString &action);
    void saveAs(const QString &name);
    void look(const QString &chart, int days);

    std::unique_ptr<ChartsRoom> m_room;
};

void ChartViewsTest::init()
{
    fresh();
    create({QStringLiteral("dana"), QStringLiteral("Dana Whitfield"), QStringLiteral("manager")});
    m_desk = std::make_unique<Desk>(m_clock);
    ask(m_desk->open(url(), false));
    ask(m_desk->signIn(QStringLiteral("dana")));
    m_room = std::make_unique<ChartsRoom>(*m_desk, m_clock, m_quiet.memory, m_quiet.paper);
    m_room->resize(1280, 640);
    m_room->setVisible(true);
    QVERIFY(QTest::qWaitForWindowActive(m_room.get()));
    m_room->refresh();
    QTRY_VERIFY(!m_room->chartId().isEmpty());
}

void ChartViewsTest::cleanup()
{
    m_room.reset();
    leave();
}

void ChartViewsTest::openMenu()
{
    button()->setFocus();
    QTest::keyClick(button(), Qt::Key_Space);
    QTRY_VERIFY(menu()->isVisible());
}

// One of the open menu, by its words.
void ChartViewsTest::press(const QString &action)
{
    const QList<QAction *> actions = menu()->actions();
    const auto found = std::find_if(actions.cbegin(), actions.cend(), [&](const QAction *one) { return one->text() == action; });
    QVERIFY2(found != actions.cend(), qPrintable(action));
    menu()->setActiveAction(*found);
    QTest::keyClick(menu(), Qt::Key_Return);
    QTRY_VERIFY(!menu()->isVisible());
}

void ChartViewsTest::saveAs(const QString &name)
{
    openMenu();
    press(QStringLiteral("Save as…"));
    auto *field = part<QLineEdit>("charts.views.name");
    QTRY_VERIFY(field->isVisible());
    field->setText(name);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(part<Banner>("charts.views.changed")->isVisible());
}

void ChartViewsTest::look(const QString &chart, int days)
{
    ChartFilter filter;
    filter.days = days;
    m_room->chooseChart(chart);
    m_room->setFilter(filter);
}

void ChartViewsTest::whatIsInSightIsSavedAndOpenedAgain()
{
    look(QStringLiteral("media"), 30);
    QCOMPARE(button()->accessibleName(), QStringLiteral("Views"));
    openMenu();
    QVERIFY(menu()->actions().last()->text() == QLatin1String("No view is saved yet"));
    press(QStringLiteral("Save as…"));
    auto *field = part<QLineEdit>("charts.views.name");
    QTRY_VERIFY(field->isVisible());
    QCOMPARE(field->text(), QStringLiteral("Media")); // the chart's name will do
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("Mondays & more"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(views().size(), 1);
    QCOMPARE(views().first().name, QStringLiteral("Mondays & more"));
    QCOMPARE(views().first().chart, QStringLiteral("media"));
    QCOMPARE(views().first().filter.days, 30);
    QCOMPARE(views().first().by, QStringLiteral("dana"));
    QTRY_COMPARE(button()->text(), QStringLiteral("Mondays && more")); // it says what is in sight

    look(QStringLiteral("neglect"), 90);
    QTRY_COMPARE(button()->text(), QString());
    openMenu();
    press(QStringLiteral("Mondays && more"));
    QTRY_COMPARE(m_room->chartId(), QStringLiteral("media"));
    QCOMPARE(m_room->filter().days, 30);
    QTRY_COMPARE(button()->text(), QStringLiteral("Mondays && more"));
    openMenu();
    const QList<QAction *> actions = menu()->actions();
    QCOMPARE(std::count_if(actions.cbegin(), actions.cend(), [](const QAction *one) { return one->isChecked(); }), 1);
}

void ChartViewsTest::aNameThatIsThereIsReplacedAndTakenBack()
{
    look(QStringLiteral("media"), 30);
    saveAs(QStringLiteral("Mondays"));
    QTRY_COMPARE(views().size(), 1);
    look(QStringLiteral("neglect"), 7);
    openMenu();
    press(QStringLiteral("Save as…"));
    auto *field = part<QLineEdit>("charts.views.name");
    QTRY_VERIFY(field->isVisible());
    field->setText(QStringLiteral("Monday"));
    QCOMPARE(part<QAbstractButton>("charts.views.keep")->text(), QStringLiteral("Save"));
    QTest::keyClicks(field, QStringLiteral("s"));
    QCOMPARE(part<QAbstractButton>("charts.views.keep")->text(), QStringLiteral("Replace"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(views().first().chart, QStringLiteral("neglect"));
    QCOMPARE(views().size(), 1);
    auto *changed = part<Banner>("charts.views.changed");
    QTRY_VERIFY(changed->isVisible());
    changed->button()->click();
    QTRY_COMPARE(views().first().chart, QStringLiteral("media"));
    QCOMPARE(views().first().filter.days, 30);
    QTRY_VERIFY(!changed->isVisible());
}

void ChartViewsTest::oneIsRemovedAndTakenBack()
{
    look(QStringLiteral("media"), 30);
    saveAs(QStringLiteral("Mondays"));
    QTRY_COMPARE(button()->text(), QStringLiteral("Mondays"));
    openMenu();
    press(QStringLiteral("Remove “Mondays”"));
    QTRY_VERIFY(views().isEmpty());
    QTRY_COMPARE(button()->text(), QString());
    auto *changed = part<Banner>("charts.views.changed");
    QTRY_VERIFY(changed->isVisible());
    changed->button()->setFocus();
    QTest::keyClick(changed->button(), Qt::Key_Space);
    QTRY_COMPARE(views().size(), 1);
    QCOMPARE(views().first().filter.days, 30);
    QTRY_COMPARE(button()->text(), QStringLiteral("Mondays"));
    // What is not in sight is not removed by a slip: there is no such line.
    look(QStringLiteral("neglect"), 30);
    QTRY_COMPARE(button()->text(), QString());
    openMenu();
    for (const QAction *one : menu()->actions())
        QVERIFY2(!one->text().startsWith(QLatin1String("Remove")), qPrintable(one->text()));
}

void ChartViewsTest::anEmptyNameIsNotTaken()
{
    openMenu();
    press(QStringLiteral("Save as…"));
    auto *field = part<QLineEdit>("charts.views.name");
    QTRY_VERIFY(field->isVisible());
    field->setText(QStringLiteral("  "));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(field->isVisible()); // it asks on
    QVERIFY(views().isEmpty());
}

void ChartViewsTest::escapeLeavesEverythingAsItIs()
{
    openMenu();
    press(QStringLiteral("Save as…"));
    auto *field = part<QLineEdit>("charts.views.name");
    QTRY_VERIFY(field->isVisible());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
    QVERIFY(views().isEmpty());
    QVERIFY(!part<Banner>("charts.views.changed")->isVisible());
}

void ChartViewsTest::whatTheFiltersDoNotOfferStaysInSight()
{
    SavedView half;
    half.name = QStringLiteral("Half a year");
    half.chart = QStringLiteral("media");
    half.filter.days = 180;
    half.filter.openDays = 3;
    m_room->openView(half);
    QCOMPARE(m_room->filter().days, 180);
    QCOMPARE(part<QComboBox>("charts.filter.days")->currentText(), QStringLiteral("Last 180 days"));
    QCOMPARE(part<QComboBox>("charts.filter.open")->currentText(), QStringLiteral("Open 3 days or longer"));
    auto *medium = part<QComboBox>("charts.filter.medium");
    medium->setCurrentIndex(medium->findData(QStringLiteral("text"))); // and is asked again with everything else
    QCOMPARE(m_room->filter().days, 180);
    QCOMPARE(m_room->filter().medium, QStringLiteral("text"));
}

void ChartViewsTest::aFailureIsSaid()
{
    Desk other(m_clock); // without a store
    ChartsRoom room(other, m_clock, m_quiet.memory, m_quiet.paper);
    room.setVisible(true);
    auto *asking = room.findChild<ViewsButton *>();
    QSignalSpy failed(asking, &ViewsButton::failed);
    asking->click();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!room.findChild<QMenu *>(QStringLiteral("charts.views.menu"))->isVisible());
    QVERIFY(room.findChild<Banner *>(QStringLiteral("charts.problem"))->isVisible());
}

void ChartViewsTest::everyControlHasAName()
{
    QVERIFY(!button()->accessibleName().isEmpty());
    for (const QWidget *control : part<ViewNamePopup>("charts.views.popup")->findChildren<QWidget *>()) {
        const auto *one = qobject_cast<const QAbstractButton *>(control);
        if (control->focusPolicy() & Qt::TabFocus)
            QVERIFY2(!control->accessibleName().isEmpty() || (one && !one->text().isEmpty()), qPrintable(control->objectName()));
    }
}

QTEST_MAIN(ChartViewsTest)
#include "chart_views_test.moc"
