#include "ui/queue/due_text.h"
#include "ui/queue/queue_delegate.h"
#include "ui/queue/queue_view.h"
#include "ui/queue/row_changes.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QImage>
#include <QPainter>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace beback;
using namespace beback::ui;
using namespace std::chrono_literals;

namespace {

const QString zone = QStringLiteral("America/Chicago");

Instant at(int hour, int minute, int day = 18)
{
    return {QDateTime(QDate(2025, 11, day), QTime(hour, minute), QTimeZone("America/Chicago")).toMSecsSinceEpoch() * 1000};
}

CustomerId customer(int n)
{
    return CustomerId(QUuid(uint(n), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
}

QueueItem person(int n, bool due = true)
{
    QueueItem item;
    item.customer = customer(n);
    item.name = QStringLiteral("Person %1").arg(n);
    item.vehicle = QStringLiteral("2024 CR-V");
    item.due = due;
    item.dueAt = due ? at(11, 0) : at(13, 0);
    item.reasons = {{QueueItem::Reason::Tone::Neutral, QString(), QStringLiteral("Step 6, day 6")}};
    return item;
}

QueuePage pageOf(const QVector<int> &next, const QVector<int> &mine = {}, const QVector<int> &later = {})
{
    QueuePage page;
    for (int n : mine) {
        page.mine.append(person(n));
        page.mine.last().mine = true;
    }
    for (int n : next)
        page.next.append(person(n));
    for (int n : later)
        page.next.append(person(n, false));
    page.nowCount = int(next.size());
    page.laterToday = int(later.size());
    return page;
}

QStringList shownRows(const QueueModel &model)
{
    QStringList rows;
    for (int i = 0; i < model.rowCount(); ++i)
        rows << model.index(i).data().toString();
    return rows;
}

QVector<int> some(QRandomGenerator *random, int most)
{
    QVector<int> numbers;
    for (int n = 1; n <= most; ++n) {
        if (random->bounded(3) != 0)
            numbers.append(n);
    }
    std::shuffle(numbers.begin(), numbers.end(), *random);
    return numbers;
}

QVector<int> range(int from, int to)
{
    QVector<int> numbers;
    for (int n = from; n <= to; ++n)
        numbers.append(n);
    return numbers;
}

QueueItem hardest()
{
    QueueItem item = person(1);
    item.name = QStringLiteral("Maria Antonietta Constantinopoulou-Vandenberghe de la Cruz y Montemayor");
    item.vehicle = QStringLiteral("2024 Mercedes-Benz GLS 580 4MATIC Premium Executive Line");
    item.overdue = true;
    item.dueAt = at(9, 30, 17);
    item.marks = marksFromText(QStringLiteral("c- t+ e- n- v+ s- c. t-"));
    item.attempts = 240;
    item.reasons = {{QueueItem::Reason::Tone::Danger, QStringLiteral("clock"), QStringLiteral("Callback promised for yesterday at half past nine and missed")},
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

class QueueListTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        Theme::setTextScale(1.0);
        Theme::apply(Theme::Choice::Light);
    }
    void theModelKeepsItsWordUnderRandomEdits();
    void aPageBecomesSectionsInOrder();
    void aPromiseInAFewMinutesIsNextNotLater();
    void onePersonIsOneRow();
    void onlyTheOneWhoMovedIsMoved();
    void aChangeTouchesOnlyItsRow();
    void itResetsOnlyBetweenEmptyAndFull();
    void timePassingTouchesOnlyWordsThatChange();
    void dueTimesAreSaidShort_data();
    void dueTimesAreSaidShort();
    void elapsedTimeCountsOn();
    void selectionSurvivesChanges();
    void theSelectedRowKeepsItsPlaceOnTheScreen();
    void withoutSelectionTheFirstShownRowKeepsItsPlace();
    void enterOpensAndArrowsPassOverHeads();
    void theFootTellsWhatIsLeft();
    void aRowIsSixtyEightHigh();
    void aRowGrowsWithItsText();
    void theLongestRowLeavesTheAirAtItsRight_data();
    void theLongestRowLeavesTheAirAtItsRight();
    void aRowWithoutVehicleSaysSo();
    void rowsAreSpokenInWords();
};

void QueueListTest::theModelKeepsItsWordUnderRandomEdits()
{
    QueueModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QRandomGenerator random(20251118);
    for (int round = 0; round < 400; ++round) {
        const QVector<int> all = some(&random, 24);
        const qsizetype a = random.bounded(3) % (all.size() + 1), b = a + (all.size() - a) / 2;
        const QueuePage page = pageOf(all.mid(a, b - a), all.first(a), all.mid(b));
        model.setPage(page, at(11, 42));
        QueueModel fresh;
        fresh.setPage(page, at(11, 42));
        QCOMPARE(shownRows(model), shownRows(fresh));
    }
}

void QueueListTest::aPageBecomesSectionsInOrder()
{
    QueueModel model;
    model.setPage(pageOf({2, 3}, {1}, {4}), at(11, 42));
    QCOMPARE(shownRows(model), QStringList({QStringLiteral("With you"), QStringLiteral("Person 1"), QStringLiteral("Next for you"),
                                            QStringLiteral("Person 2"), QStringLiteral("Person 3"), QStringLiteral("Later today"),
                                            QStringLiteral("Person 4")}));
    QCOMPARE(model.people(), 4);
    QCOMPARE(model.left(), 4);
    QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
}

void QueueListTest::aPromiseInAFewMinutesIsNextNotLater()
{
    QueuePage page = pageOf({2}, {}, {3});
    page.next[1].band = Band::Promise;
    page.next[1].dueAt = at(11, 45);
    QueueModel model;
    model.setPage(page, at(11, 42));
    QCOMPARE(model.indexOf(customer(3)).data(QueueModel::SectionRole).toInt(), int(QueueModel::Section::Next));
    model.setPage(page, at(11, 0));
    QCOMPARE(model.indexOf(customer(3)).data(QueueModel::SectionRole).toInt(), int(QueueModel::Section::Later));
}

void QueueListTest::onePersonIsOneRow()
{
    QueueModel model;
    model.setPage(pageOf({1, 2, 2}, {1}), at(11, 42));
    QCOMPARE(model.people(), 2);
    QCOMPARE(model.indexOf(customer(1)).data(QueueModel::SectionRole).toInt(), int(QueueModel::Section::Mine));
}

void QueueListTest::onlyTheOneWhoMovedIsMoved()
{
    QueueModel model;
    model.setPage(pageOf(range(1, 20)), at(11, 42));
    QSignalSpy moved(&model, &QueueModel::rowsMoved), inserted(&model, &QueueModel::rowsInserted), removed(&model, &QueueModel::rowsRemoved);
    QVector<int> order = range(2, 20);
    order.append(1);
    model.setPage(pageOf(order), at(11, 42));
    QCOMPARE(moved.count(), 1);
    QCOMPARE(inserted.count(), 0);
    QCOMPARE(removed.count(), 0);
    // And the least for an arbitrary order: what stays is a longest rising run.
    QCOMPARE(longestRise({3, 1, 2, 5, 4}).count(true), 3);
}

void QueueListTest::aChangeTouchesOnlyItsRow()
{
    QueueModel model;
    QueuePage page = pageOf({1, 2, 3});
    model.setPage(page, at(11, 42));
    QSignalSpy changed(&model, &QueueModel::dataChanged);
    page.next[1].heldBy = QStringLiteral("Tanya Brooks");
    model.setPage(page, at(11, 42));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), model.indexOf(customer(2)).row());
}

void QueueListTest::itResetsOnlyBetweenEmptyAndFull()
{
    QueueModel model;
    QSignalSpy reset(&model, &QueueModel::modelReset);
    model.setPage(pageOf({1, 2}), at(11, 42));
    QCOMPARE(reset.count(), 1);
    model.setPage(pageOf({3, 4}), at(11, 42));
    model.setPage(pageOf({4}, {3}), at(11, 42));
    QCOMPARE(reset.count(), 1);
    model.setPage({}, at(11, 42));
    QCOMPARE(reset.count(), 2);
}

void QueueListTest::timePassingTouchesOnlyWordsThatChange()
{
    QueueModel model;
    model.setZone(zone);
    model.setPage(pageOf({2, 3}, {1}), at(11, 42));
    model.setWorkingSince(customer(1), at(11, 40));
    QSignalSpy changed(&model, &QueueModel::dataChanged);
    model.setNow(at(11, 42) + 1s);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.indexOf(customer(1)).data(QueueModel::DueTextRole).toString(), QStringLiteral("2:01"));
}

void QueueListTest::dueTimesAreSaidShort_data()
{
    QTest::addColumn<int>("band");
    QTest::addColumn<bool>("due");
    QTest::addColumn<bool>("overdue");
    QTest::addColumn<qint64>("dueAt");
    QTest::addColumn<QString>("text");
    const auto add = [](const char *name, Band band, bool due, bool overdue, Instant when, const char *text) {
        QTest::newRow(name) << int(band) << due << overdue << when.us << QString::fromLatin1(text);
    };
    add("a reply waits", Band::Reply, true, false, at(11, 38), "now");
    add("a new lead", Band::New, true, false, at(11, 33), "now");
    add("a step of the plan", Band::Plan, true, false, at(8, 0), "today");
    add("a promise to come", Band::Promise, false, false, at(11, 45), "11:45");
    add("a promise missed this morning", Band::Promise, true, true, at(9, 30), "9:30");
    add("a visit missed yesterday", Band::Appointment, true, true, at(9, 30, 17), "yesterday");
    add("a promise for tomorrow", Band::Promise, false, false, at(10, 0, 19), "tomorrow");
    add("not before one", Band::Plan, false, false, at(13, 0), "from 1:00");
    add("on Friday", Band::Plan, false, false, at(13, 0, 21), "Fri");
    add("in ten days", Band::Plan, false, false, at(13, 0, 28), "Nov 28");
    add("stuck", Band::Stuck, true, false, at(13, 0), "stuck");
}

void QueueListTest::dueTimesAreSaidShort()
{
    QFETCH(int, band);
    QFETCH(bool, due);
    QFETCH(bool, overdue);
    QFETCH(qint64, dueAt);
    QueueItem item = person(1, due);
    item.band = Band(band);
    item.overdue = overdue;
    item.dueAt = {dueAt};
    QTEST(dueText(item, at(11, 42), zone, std::nullopt), "text");
}

void QueueListTest::elapsedTimeCountsOn()
{
    QCOMPARE(elapsedText(7s), QStringLiteral("0:07"));
    QCOMPARE(elapsedText(134s), QStringLiteral("2:14"));
    QCOMPARE(elapsedText(1h + 2min + 9s), QStringLiteral("1:02:09"));
    QCOMPARE(elapsedText(-5s), QStringLiteral("0:00"));
}

void QueueListTest::selectionSurvivesChanges()
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

void QueueListTest::theSelectedRowKeepsItsPlaceOnTheScreen()
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

void QueueListTest::withoutSelectionTheFirstShownRowKeepsItsPlace()
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

void QueueListTest::enterOpensAndArrowsPassOverHeads()
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

void QueueListTest::theFootTellsWhatIsLeft()
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

void QueueListTest::aRowIsSixtyEightHigh()
{
    QCOMPARE(QueueDelegate::rowHeight(), metrics::QueueRow);
    QCOMPARE(QueueDelegate::headHeight(), metrics::QueueHead);
}

void QueueListTest::aRowGrowsWithItsText()
{
    for (const qreal scale : {1.25, 1.5, 2.0}) {
        Theme::setTextScale(scale);
        QVERIFY(QueueDelegate::rowHeight() >= int(68 * scale));
        QVERIFY(QueueDelegate::rowHeight() >= lineHeight(Type::Body) + lineHeight(Type::Label) + scaled(18));
    }
}

void QueueListTest::theLongestRowLeavesTheAirAtItsRight_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<double>("scale");
    QTest::newRow("wide") << 296 << 1.0;
    QTest::newRow("narrow") << 276 << 1.0;
    QTest::newRow("composer") << 236 << 1.0;
    QTest::newRow("large text in a narrow list") << 276 << 1.5;
}

void QueueListTest::theLongestRowLeavesTheAirAtItsRight()
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

void QueueListTest::aRowWithoutVehicleSaysSo()
{
    QRect row;
    QueueItem without = person(1), with = person(1);
    without.vehicle.clear();
    with.vehicle = QStringLiteral("No vehicle named");
    QCOMPARE(painted(without, 296, QStyle::State_None, &row), painted(with, 296, QStyle::State_None, &row));
}

void QueueListTest::rowsAreSpokenInWords()
{
    QueueModel model;
    model.setZone(zone);
    QueuePage page = pageOf({1});
    page.next[0].heldBy = QStringLiteral("Tanya Brooks");
    model.setPage(page, at(11, 42));
    const QString spoken = model.indexOf(customer(1)).data(Qt::AccessibleTextRole).toString();
    for (const char *part : {"Person 1", "with Tanya Brooks", "today", "2024 CR-V", "call", "Step 6, day 6", "no attempt yet"})
        QVERIFY2(spoken.contains(QLatin1String(part)), part);
}

QTEST_MAIN(QueueListTest)
#include "queue_list_test.moc"
