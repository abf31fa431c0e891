#include "ui/lead/timeline_delegate.h"
#include "ui/lead/timeline_shape.h"
#include "ui/lead/timeline_view.h"
#include "ui/style/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QPainter>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace beback;
using namespace beback::ui;

namespace {

Instant at(int day, int hour, int minute)
{
    return {QDateTime(QDate(2025, 11, day), QTime(hour, minute), QTimeZone("America/Chicago")).toMSecsSinceEpoch() *
            1000};
}

CustomerId customer(int n)
{
    return CustomerId(QUuid(uint(n), 0, 0, 0, 0, 0, 0, 0, 0, 0, 2));
}

EventId eventId(int n)
{
    return EventId(QUuid(uint(n), 0, 0, 0, 0, 0, 0, 0, 0, 0, 3));
}

TimelineItem entry(int n, int day, Medium medium, const QString &words = {})
{
    TimelineItem item;
    item.id = eventId(n);
    item.kind = EventKind::Attempt;
    item.medium = medium;
    item.direction = Direction::Out;
    item.at = at(day, 9, n % 60);
    item.title = QStringLiteral("Entry %1").arg(n);
    item.who = QStringLiteral("Marcus");
    item.line = QStringLiteral("No answer, rang 31 s");
    item.words = words;
    return item;
}

QVector<TimelineItem> entries(int count)
{
    QVector<TimelineItem> items;
    for (int n = count; n >= 1; --n)
        items.append(entry(n, 1 + (n - 1) / 12, AllMedia[size_t(n) % 6]));
    return items;
}

QStringList shownRows(const TimelineModel &model)
{
    QStringList rows;
    for (int i = 0; i < model.rowCount(); ++i)
        rows << model.index(i).data().toString();
    return rows;
}

} // namespace

class TimelineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        Theme::setTextScale(1.0);
        Theme::apply(Theme::Choice::Light);
        m_model = std::make_unique<TimelineModel>();
        m_model->setZone(QStringLiteral("America/Chicago"));
    }
    void theModelKeepsItsWordUnderRandomEdits();
    void everyDayHasOneHead();
    void aDayIsTheDesksDay();
    void aFilterShowsOneMedium();
    void notesAreWrittenOnesAndFreeOnes();
    void sameCustomerNeverResets();
    void anotherCustomerResets();
    void repliesAndAnsweredCallsAreFilled();
    void heightsFollowTheWidth();
    void nothingIsPaintedOutsideItsRow_data();
    void nothingIsPaintedOutsideItsRow();
    void twoHundredEventsAreLaidOutOnce();
    void newEntriesDoNotMoveWhatIsRead();
    void arrowsPassOverDays();
    void copyTakesTheWords();
    void takenBackIsSpoken();

private:
    std::unique_ptr<TimelineModel> m_model;
};

void TimelineTest::theModelKeepsItsWordUnderRandomEdits()
{
    QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QRandomGenerator random(7);
    const QVector<TimelineFilter> filters = {TimelineFilter::All, TimelineFilter::Calls, TimelineFilter::Notes,
                                             TimelineFilter::Rest};
    for (int round = 0; round < 300; ++round) {
        QVector<TimelineItem> items;
        for (const TimelineItem &item : entries(30)) {
            if (random.bounded(4) != 0)
                items.append(item);
        }
        if (!items.isEmpty() && random.bounded(2) == 0)
            items[0].undone = !items[0].undone;
        const TimelineFilter filter = filters[random.bounded(4)];
        const CustomerId who = customer(round % 5 == 0 ? 2 : 1);
        m_model->show(who, items, at(18, 11, 42));
        m_model->setFilter(filter);
        TimelineModel fresh;
        fresh.setZone(QStringLiteral("America/Chicago"));
        fresh.setFilter(filter);
        fresh.show(who, items, at(18, 11, 42));
        QCOMPARE(shownRows(*m_model), shownRows(fresh));
    }
}

void TimelineTest::everyDayHasOneHead()
{
    m_model->show(customer(1),
                  {entry(3, 18, Medium::Call), entry(2, 17, Medium::Text), entry(1, 17, Medium::Call),
                   entry(9, 3, Medium::Email)},
                  at(18, 11, 42));
    QCOMPARE(shownRows(*m_model),
             QStringList({QStringLiteral("Today"), QStringLiteral("Entry 3"), QStringLiteral("Yesterday, Mon Nov 17"),
                          QStringLiteral("Entry 2"), QStringLiteral("Entry 1"), QStringLiteral("Mon Nov 3"),
                          QStringLiteral("Entry 9")}));
    QVERIFY(m_model->indexOf(eventId(1)).data(TimelineModel::LastOfDayRole).toBool());
    QVERIFY(!m_model->indexOf(eventId(2)).data(TimelineModel::LastOfDayRole).toBool());
}

void TimelineTest::aDayIsTheDesksDay()
{
    TimelineItem late = entry(1, 17, Medium::Call);
    late.at = at(17, 23, 30); // already the 18th in UTC
    m_model->show(customer(1), {late}, at(18, 11, 42));
    QCOMPARE(m_model->index(0).data().toString(), QStringLiteral("Yesterday, Mon Nov 17"));
    QCOMPARE(m_model->index(1).data(TimelineModel::TimeRole).toString(), QStringLiteral("11:30 pm"));
}

void TimelineTest::aFilterShowsOneMedium()
{
    m_model->show(customer(1), {entry(3, 18, Medium::Call), entry(2, 17, Medium::Text), entry(1, 17, Medium::Call)},
                  at(18, 11, 42));
    m_model->setFilter(TimelineFilter::Texts);
    QCOMPARE(shownRows(*m_model), QStringList({QStringLiteral("Yesterday, Mon Nov 17"), QStringLiteral("Entry 2")}));
    QCOMPARE(m_model->shown(), 1);
    QCOMPARE(m_model->total(), 3);
}

void TimelineTest::notesAreWrittenOnesAndFreeOnes()
{
    TimelineItem noted = entry(1, 18, Medium::Call);
    noted.kind = EventKind::Noted;
    noted.medium.reset();
    QVERIFY(passes(TimelineFilter::Notes, noted));
    QVERIFY(passes(TimelineFilter::Notes, entry(2, 18, Medium::Note)));
    QVERIFY(!passes(TimelineFilter::Rest, noted));
    QVERIFY(passes(TimelineFilter::Rest, entry(3, 18, Medium::Visit)));
    for (const TimelineFilter f : {TimelineFilter::Calls, TimelineFilter::Texts, TimelineFilter::Emails})
        QVERIFY(!passes(f, noted));
}

void TimelineTest::sameCustomerNeverResets()
{
    m_model->show(customer(1), entries(5), at(18, 11, 42));
    QSignalSpy reset(m_model.get(), &TimelineModel::modelReset), inserted(m_model.get(), &TimelineModel::rowsInserted);
    m_model->show(customer(1), entries(6), at(18, 11, 42));
    QCOMPARE(reset.count(), 0);
    QCOMPARE(inserted.count(), 1);
}

void TimelineTest::anotherCustomerResets()
{
    m_model->show(customer(1), entries(5), at(18, 11, 42));
    QSignalSpy reset(m_model.get(), &TimelineModel::modelReset);
    m_model->show(customer(2), entries(5), at(18, 11, 42));
    QCOMPARE(reset.count(), 1);
}

void TimelineTest::repliesAndAnsweredCallsAreFilled()
{
    TimelineItem call = entry(1, 18, Medium::Call);
    call.outcome = Outcome::NoAnswer;
    QVERIFY(!isFilled(call));
    call.outcome = Outcome::Reached;
    QVERIFY(isFilled(call));
    TimelineItem reply = entry(2, 18, Medium::Text);
    reply.kind = EventKind::Reply;
    reply.direction = Direction::In;
    QVERIFY(isFilled(reply));
}

void TimelineTest::heightsFollowTheWidth()
{
    const TimelineItem item =
        entry(1, 18, Medium::Text,
              QStringLiteral("Hi Elena, Priya at Cedar Hill Motors. Is the CR-V for every day or more for trips?"));
    const int wide = TimelineShape(item, 400).height, narrow = TimelineShape(item, 220).height;
    QVERIFY(narrow > wide);
    const TimelineShape shape(item, 300);
    QVERIFY(!shape.head.intersects(shape.line) && !shape.line.intersects(shape.bubble));
    QVERIFY(shape.bubble.bottom() < shape.height);
}

void TimelineTest::nothingIsPaintedOutsideItsRow_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("width");
    QTest::addColumn<double>("scale");
    const QString sentence =
        QStringLiteral("Hi Elena, Priya at Cedar Hill Motors. Is the CR-V for every day or more for trips? ");
    QTest::newRow("no words") << QString() << 308 << 1.0;
    QTest::newRow("many words") << sentence.repeated(20) << 308 << 1.0;
    QTest::newRow("narrow") << sentence << 240 << 1.0;
    QTest::newRow("one endless word") << QStringLiteral("x").repeated(900) << 288 << 1.0;
    QTest::newRow("lines and blanks") << QStringLiteral("one\n\n\ntwo\nthree") << 288 << 1.0;
    QTest::newRow("other scripts") << QStringLiteral("你好，請問這輛車還在嗎？ هل السيارة متاحة؟ ขอบคุณ") << 288 << 1.0;
    QTest::newRow("large text") << sentence.repeated(2) << 308 << 2.0;
}

void TimelineTest::nothingIsPaintedOutsideItsRow()
{
    QFETCH(QString, words);
    QFETCH(int, width);
    QFETCH(double, scale);
    Theme::setTextScale(scale);
    TimelineItem item = entry(1, 18, Medium::Text, words);
    item.who = QStringLiteral("Alexandria Featherstonehaugh-Montgomery the Younger");
    m_model->show(customer(1), {item}, at(18, 11, 42));
    TimelineDelegate delegate;
    delegate.setWidth(width);
    const QModelIndex index = m_model->indexOf(item.id);
    QStyleOptionViewItem option;
    option.rect = QRect(40, 40, width, delegate.sizeHint({}, index).height());
    QImage image(width + 80, option.rect.height() + 80, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    {
        QPainter p(&image);
        delegate.paint(&p, option, index);
    }
    // Below the last part lies only the rail; at the right only air.
    const int rail = option.rect.x() + TimelineShape(item, width).circle.center().x();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const bool inside = option.rect.adjusted(0, 0, -scaled(metrics::PadSide) + 1, -scaled(6)).contains(x, y);
            if (!inside && !(x == rail && option.rect.contains(x, y)))
                QVERIFY2(image.pixelColor(x, y) == QColor(Qt::magenta),
                         qPrintable(QStringLiteral("ink at %1 %2").arg(x).arg(y)));
        }
    }
}

void TimelineTest::twoHundredEventsAreLaidOutOnce()
{
    TimelineView view;
    view.resize(308, 600);
    view.setTimeline(m_model.get());
    view.show();
    m_model->show(customer(1), entries(200), at(18, 11, 42));
    const QModelIndex last = m_model->index(m_model->rowCount() - 1);
    view.scrollTo(last);
    QCOMPARE(view.visualRect(last).bottom(), view.viewport()->rect().bottom());
    QCOMPARE(m_model->shown(), 200);
}

void TimelineTest::newEntriesDoNotMoveWhatIsRead()
{
    TimelineView view;
    view.resize(308, 400);
    view.setTimeline(m_model.get());
    view.show();
    m_model->show(customer(1), entries(60), at(18, 11, 42));
    view.scrollTo(m_model->indexOf(eventId(30)), QAbstractItemView::PositionAtCenter);
    const int before = view.visualRect(m_model->indexOf(eventId(30))).y();
    QVERIFY(before > 0);
    m_model->show(customer(1), entries(65), at(18, 11, 42));
    QCOMPARE(view.visualRect(m_model->indexOf(eventId(30))).y(), before);
    view.scrollToTop();
    m_model->show(customer(1), entries(66), at(18, 11, 42));
    QCOMPARE(view.verticalScrollBar()->value(), 0); // at the top, news show themselves
}

void TimelineTest::arrowsPassOverDays()
{
    TimelineView view;
    view.resize(308, 400);
    view.setTimeline(m_model.get());
    view.show();
    m_model->show(customer(1), {entry(3, 18, Medium::Call), entry(2, 17, Medium::Text)}, at(18, 11, 42));
    view.setCurrentIndex(m_model->indexOf(eventId(3)));
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.currentIndex(), m_model->indexOf(eventId(2)));
    QTest::keyClick(&view, Qt::Key_Up);
    QCOMPARE(view.currentIndex(), m_model->indexOf(eventId(3)));
}

void TimelineTest::copyTakesTheWords()
{
    TimelineView view;
    view.setTimeline(m_model.get());
    m_model->show(customer(1), {entry(3, 18, Medium::Text, QStringLiteral("Trips mostly."))}, at(18, 11, 42));
    view.setCurrentIndex(m_model->indexOf(eventId(3)));
    QTest::keySequence(&view, QKeySequence::Copy);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Trips mostly."));
}

void TimelineTest::takenBackIsSpoken()
{
    TimelineItem item = entry(1, 18, Medium::Call);
    item.undone = true;
    m_model->show(customer(1), {item}, at(18, 11, 42));
    QVERIFY(
        m_model->indexOf(eventId(1)).data(Qt::AccessibleTextRole).toString().startsWith(QLatin1String("Taken back")));
    QVERIFY(wordsFont(item).strikeOut());
}

QTEST_MAIN(TimelineTest)
#include "timeline_test.moc"
