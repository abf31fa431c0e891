#include "tests/ui/queue_sample.h"
#include "ui/queue/due_text.h"
#include "ui/queue/queue_model.h"
#include "ui/models/row_changes.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace beback;
using namespace beback::sample;
using namespace beback::ui;
using namespace std::chrono_literals;

namespace {

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

} // namespace

class QueueModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theModelKeepsItsWordUnderRandomEdits();
    void aPageBecomesSectionsInOrder();
    void aPromiseInAFewMinutesIsNextNotLater();
    void whatDoesNotFitIsShownOnlyWhenAskedFor();
    void theFirstBeyondTheDayAreShownUnasked();
    void onePersonIsOneRow();
    void onlyTheOneWhoMovedIsMoved();
    void aChangeTouchesOnlyItsRow();
    void itResetsOnlyBetweenEmptyAndFull();
    void timePassingTouchesOnlyWordsThatChange();
    void dueTimesAreSaidShort_data();
    void dueTimesAreSaidShort();
    void elapsedTimeCountsOn();
    void rowsAreSpokenInWords();
    void whoeverIsOutOnATripIsBackAtATime();
};

void QueueModelTest::theModelKeepsItsWordUnderRandomEdits()
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

void QueueModelTest::aPageBecomesSectionsInOrder()
{
    QueueModel model;
    model.setPage(pageOf({2, 3}, {1}, {4}), at(11, 42));
    QCOMPARE(shownRows(model),
             QStringList({QStringLiteral("With you"), QStringLiteral("Person 1"), QStringLiteral("Next for you"),
                          QStringLiteral("Person 2"), QStringLiteral("Person 3"), QStringLiteral("Later today"),
                          QStringLiteral("Person 4")}));
    QCOMPARE(model.people(), 4);
    QCOMPARE(model.left(), 4);
    QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
}

void QueueModelTest::aPromiseInAFewMinutesIsNextNotLater()
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

void QueueModelTest::whatDoesNotFitIsShownOnlyWhenAskedFor()
{
    QueuePage page = pageOf({2, 3}, {1}, {4});
    page.next[1].fits = page.next[1].listed = false;
    page.day = DayCut{3, 1, false, QString()};
    QueueModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setPage(page, at(11, 42));
    QCOMPARE(shownRows(model).join(QLatin1Char('|')), QStringLiteral("With you|Person 1|Next for you|Person 2|Later today|Person 4"));
    QCOMPARE(model.left(), 3);
    model.setShowsWaiting(true);
    QCOMPARE(shownRows(model).join(QLatin1Char('|')),
             QStringLiteral("With you|Person 1|Next for you|Person 2|Later today|Person 4|Beyond your day|Person 3"));
}

void QueueModelTest::theFirstBeyondTheDayAreShownUnasked()
{
    QueuePage page = pageOf({2, 3});
    page.next[0].fits = page.next[1].fits = page.next[1].listed = false;
    page.day = DayCut{0, 2, false, QString(), 1};
    QueueModel model;
    model.setPage(page, at(11, 42));
    QCOMPARE(shownRows(model).join(QLatin1Char('|')), QStringLiteral("Beyond your day|Person 2"));
    QCOMPARE(model.left(), 0);
}

void QueueModelTest::onePersonIsOneRow()
{
    QueueModel model;
    model.setPage(pageOf({1, 2, 2}, {1}), at(11, 42));
    QCOMPARE(model.people(), 2);
    QCOMPARE(model.indexOf(customer(1)).data(QueueModel::SectionRole).toInt(), int(QueueModel::Section::Mine));
}

void QueueModelTest::onlyTheOneWhoMovedIsMoved()
{
    QueueModel model;
    model.setPage(pageOf(range(1, 20)), at(11, 42));
    QSignalSpy moved(&model, &QueueModel::rowsMoved), inserted(&model, &QueueModel::rowsInserted),
        removed(&model, &QueueModel::rowsRemoved);
    QVector<int> order = range(2, 20);
    order.append(1);
    model.setPage(pageOf(order), at(11, 42));
    QCOMPARE(moved.count(), 1);
    QCOMPARE(inserted.count(), 0);
    QCOMPARE(removed.count(), 0);
    // And the least for an arbitrary order: what stays is a longest rising run.
    QCOMPARE(longestRise({3, 1, 2, 5, 4}).count(true), 3);
}

void QueueModelTest::aChangeTouchesOnlyItsRow()
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

void QueueModelTest::itResetsOnlyBetweenEmptyAndFull()
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

void QueueModelTest::timePassingTouchesOnlyWordsThatChange()
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

void QueueModelTest::dueTimesAreSaidShort_data()
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

void QueueModelTest::dueTimesAreSaidShort()
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

void QueueModelTest::elapsedTimeCountsOn()
{
    QCOMPARE(elapsedText(7s), QStringLiteral("0:07"));
    QCOMPARE(elapsedText(134s), QStringLiteral("2:14"));
    QCOMPARE(elapsedText(1h + 2min + 9s), QStringLiteral("1:02:09"));
    QCOMPARE(elapsedText(-5s), QStringLiteral("0:00"));
}

void QueueModelTest::rowsAreSpokenInWords()
{
    QueueModel model;
    model.setZone(zone);
    QueuePage page = pageOf({1});
    page.next[0].heldBy = QStringLiteral("Tanya Brooks");
    model.setPage(page, at(11, 42));
    const QString spoken = model.indexOf(customer(1)).data(Qt::AccessibleTextRole).toString();
    for (const char *part :
         {"Person 1", "with Tanya Brooks", "today", "2024 CR-V", "call", "Step 6, day 6", "no attempt yet"})
        QVERIFY2(spoken.contains(QLatin1String(part)), part);
}

void QueueModelTest::whoeverIsOutOnATripIsBackAtATime()
{
    QueueModel model;
    model.setZone(zone);
    QueuePage page = pageOf({1, 2});
    page.next[0].heldBy = page.next[1].heldBy = QStringLiteral("Luis");
    page.next[1].outUntil = at(18, 0);
    model.setPage(page, at(11, 42));
    QCOMPARE(model.indexOf(customer(1)).data(QueueModel::HeldTextRole).toString(), QStringLiteral("With Luis"));
    QCOMPARE(model.indexOf(customer(2)).data(QueueModel::HeldTextRole).toString(), QStringLiteral("Out with Luis until 6:00 pm"));
    const QString spoken = model.indexOf(customer(2)).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(QStringLiteral("out with Luis until 6:00 pm")), qPrintable(spoken));
}

QTEST_MAIN(QueueModelTest)
#include "queue_model_test.moc"
