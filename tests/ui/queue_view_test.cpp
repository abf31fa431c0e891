#include "tests/ui/queue_sample.h"
#include "ui/queue/queue_delegate.h"
#include "ui/queue/queue_view.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QImage>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace beback;
using namespace beback::sample;
using namespace beback::ui;
using namespace std::chrono_literals;

namespace {

QueueItem hardest()
{
    QueueItem item = person(1);
    item.name = QStringLiteral("Maria Antonietta Constantinopoulou-Vandenberghe de la Cruz y Montemayor");
    item.vehicle = QStringLiteral("2024 Mercedes-Benz GLS 580 4MATIC Premium Executive Line");
    item.overdue = true;
    item.dueAt = at(9, 30, 17);
    item.marks = marksFromText(QStringLiteral("c- t+ e- n- v+ s- c. t-"));
    item.attempts = 240;
    item.reasons = {{QueueItem::Reason::Tone::Danger, QStringLiteral("clock"),
                     QStringLiteral("Callback promised for yesterday at half past nine and missed")},
                    {QueueItem::Reason::Tone::Neutral, QString(), QStringLiteral("Overdue 26 h")}};
    return item;
}

// Paints the first person of the page into the middle of a larger picture.
QImage painted(const QueueItem &item, int width, QStyle::State state, QRect *row)
{
    QueueModel model;
    model.setZone(zone);
    QueuePage page;
    page.next = {item};
    model.setPage(page, at(11, 42));
    QueueDelegate delegate;
    const QModelIndex index = model.indexOf(item.customer);
    QStyleOptionViewItem option;
    option.state = state | QStyle::State_Enabled;
    option.rect = QRect(50, 50, width, delegate.sizeHint(option, index).height());
    QImage image(width + 100, option.rect.height() + 100, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter p(&image);
    delegate.paint(&p, option, index);
    *row = option.rect;
    return image;
}

} // namespace

class QueueViewTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        Theme::setTextScale(1.0);
        Theme::apply(Theme::Choice::Light);
    }
    void selectionSurvivesChanges();
    void theSelectedRowKeepsItsPlaceOnTheScreen();
    void withoutSelectionTheFirstShownRowKeepsItsPlace();
    void enterOpensAndArrowsPassOverHeads();
    void theFootTellsWhatIsLeft();
    void theFootSaysThatTheDayIsDone_data();
    void theFootSaysThatTheDayIsDone();
    void aRowIsSixtyEightHigh();
    void aRowGrowsWithItsText();
    void theLongestRowLeavesTheAirAtItsRight_data();
    void theLongestRowLeavesTheAirAtItsRight();
    void aRowWithoutVehicleSaysSo();
};

void QueueViewTest::selectionSurvivesChanges()
{
    QueueModel model;
    QueueView view;
    view.setQueue(&model);
    model.setPage(pageOf(range(1, 10)), at(11, 42));
    QVERIFY(view.select(customer(5)));
    model.setPage(pageOf({9, 5, 30, 1}, {2}), at(11, 42));
    QCOMPARE(view.currentCustomer(), customer(5));
    QVERIFY(view.selectionModel()->isSelected(model.indexOf(customer(5))));
    QVERIFY(!view.select(customer(77)));
}

void QueueViewTest::theSelectedRowKeepsItsPlaceOnTheScreen()
{
    QueueModel model;
    QueueView view;
    view.resize(296, 500);
    view.setQueue(&model);
    model.setPage(pageOf(range(1, 40)), at(11, 42));
    view.show();
    view.select(customer(20));
    const int before = view.visualRect(model.indexOf(customer(20))).y();
    QVERIFY(view.viewport()->rect().contains(view.visualRect(model.indexOf(customer(20)))));
    model.setPage(pageOf(QVector<int>{50, 51, 52} + range(1, 40)), at(11, 42));
    QCOMPARE(view.visualRect(model.indexOf(customer(20))).y(), before);
    model.setPage(pageOf(range(9, 40)), at(11, 42));
    QCOMPARE(view.visualRect(model.indexOf(customer(20))).y(), before);
}

void QueueViewTest::withoutSelectionTheFirstShownRowKeepsItsPlace()
{
    QueueModel model;
    QueueView view;
    view.resize(296, 500);
    view.setQueue(&model);
    model.setPage(pageOf(range(1, 40)), at(11, 42));
    view.show();
    view.verticalScrollBar()->setValue(700);
    const QModelIndex top = view.indexAt(QPoint(20, 1));
    const CustomerId first = model.item(top)->customer;
    const int before = view.visualRect(top).y();
    model.setPage(pageOf(QVector<int>{50, 51} + range(1, 40)), at(11, 42));
    QCOMPARE(view.visualRect(model.indexOf(first)).y(), before);
}

void QueueViewTest::enterOpensAndArrowsPassOverHeads()
{
    QueueModel model;
    QueueView view;
    view.resize(296, 500);
    view.setQueue(&model);
    model.setPage(pageOf({2, 3}, {1}), at(11, 42));
    view.show();
    view.select(customer(1));
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.currentCustomer(), customer(2));
    QTest::keyClick(&view, Qt::Key_Up);
    QCOMPARE(view.currentCustomer(), customer(1));
    QTest::keyClick(&view, Qt::Key_Up); // nothing above but a head
    QCOMPARE(view.currentCustomer(), customer(1));
    QSignalSpy open(&view, &QueueView::open);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(open.count(), 1);
    QCOMPARE(open.first().first().value<CustomerId>(), customer(1));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(model.indexOf(customer(3))).center());
    QCOMPARE(open.count(), 2);
    QCOMPARE(open.last().first().value<CustomerId>(), customer(3));
}

void QueueViewTest::theFootTellsWhatIsLeft()
{
    QueueModel model;
    QueueView view;
    view.setQueue(&model);
    QueuePage page = pageOf({2, 3}, {1}, {4});
    page.nowCount = 11;
    page.laterToday = 12;
    model.setPage(page, at(11, 42));
    QCOMPARE(view.findChild<QAbstractButton *>()->accessibleName(), QStringLiteral("Today's list: 24 left"));
}

void QueueViewTest::theFootSaysThatTheDayIsDone_data()
{
    QTest::addColumn<DayCut>("day");
    QTest::addColumn<QString>("said");
    QTest::newRow("some fit") << DayCut{3, 20, false, {}, 3} << QStringLiteral("Today's list: 3 left, 20 did not fit");
    QTest::newRow("done") << DayCut{0, 23, false, {}, 6} << QStringLiteral("Your day's work is done, 23 did not fit");
    QTest::newRow("done, all listed") << DayCut{0, 4, false, {}, 4} << QStringLiteral("Your day's work is done");
    QTest::newRow("a day off") << DayCut{0, 23, false, {}, 6, true} << QStringLiteral("Not expected today, 23 did not fit");
    QTest::newRow("nothing due") << DayCut{} << QStringLiteral("Today's list: 0 left");
}

void QueueViewTest::theFootSaysThatTheDayIsDone()
{
    QFETCH(DayCut, day);
    QueueModel model;
    QueueView view;
    view.setQueue(&model);
    QueuePage page = pageOf({2, 3});
    page.day = day;
    model.setPage(page, at(11, 42));
    QTEST(view.findChild<QAbstractButton *>()->accessibleName(), "said");
}

void QueueViewTest::aRowIsSixtyEightHigh()
{
    QCOMPARE(QueueDelegate::rowHeight(), metrics::QueueRow);
    QCOMPARE(QueueDelegate::headHeight(), metrics::QueueHead);
}

void QueueViewTest::aRowGrowsWithItsText()
{
    for (const qreal scale : {1.25, 1.5, 2.0}) {
        Theme::setTextScale(scale);
        QVERIFY(QueueDelegate::rowHeight() >= int(68 * scale));
        QVERIFY(QueueDelegate::rowHeight() >= lineHeight(Type::Body) + lineHeight(Type::Label) + scaled(18));
    }
}

void QueueViewTest::theLongestRowLeavesTheAirAtItsRight_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<double>("scale");
    QTest::newRow("wide") << 296 << 1.0;
    QTest::newRow("narrow") << 276 << 1.0;
    QTest::newRow("composer") << 236 << 1.0;
    QTest::newRow("large text in a narrow list") << 276 << 1.5;
}

void QueueViewTest::theLongestRowLeavesTheAirAtItsRight()
{
    QFETCH(int, width);
    QFETCH(double, scale);
    Theme::setTextScale(scale);
    QRect row;
    const QImage image = painted(hardest(), width, QStyle::State_None, &row);
    const QColor ground = Theme::current().bg;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor color = image.pixelColor(x, y);
            if (!row.contains(x, y))
                QVERIFY2(color == QColor(Qt::magenta), "painted outside the row");
            else if (x > row.right() - scaled(13) && y < row.bottom())
                QVERIFY2(color == ground, qPrintable(QStringLiteral("ink at the right end, %1 %2").arg(x).arg(y)));
        }
    }
}

void QueueViewTest::aRowWithoutVehicleSaysSo()
{
    QRect row;
    QueueItem without = person(1), with = person(1);
    without.vehicle.clear();
    with.vehicle = QStringLiteral("No vehicle named");
    QCOMPARE(painted(without, 296, QStyle::State_None, &row), painted(with, 296, QStyle::State_None, &row));
}

QTEST_MAIN(QueueViewTest)
#include "queue_view_test.moc"
