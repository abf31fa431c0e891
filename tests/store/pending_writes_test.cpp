// Who gives a lead back waits for what was saved before, and for no longer than was said.

#include "core/desk/pending_writes.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace beback;

class PendingWritesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whereNothingIsToBeWrittenNobodyWaits();
    void theLastThatIsWrittenEndsTheWait();
    void itIsGivenUpWhereItTakesTooLong();
};

void PendingWritesTest::whereNothingIsToBeWrittenNobodyWaits()
{
    PendingWrites writes;
    QVERIFY(writes.waitForNone(Duration(0)));
    {
        const PendingWrites::Token one = writes.begin();
        const PendingWrites::Token copy = one; // of the same write
    }
    QVERIFY(writes.waitForNone(Duration(0)));
}

void PendingWritesTest::theLastThatIsWrittenEndsTheWait()
{
    PendingWrites writes;
    PendingWrites::Token first = writes.begin(), second = writes.begin();
    std::atomic<bool> isWritten = false;
    std::thread writing([&] {
        first.reset();
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        isWritten = true;
        second.reset();
    });
    const bool wasWaitedFor = writes.waitForNone(std::chrono::minutes(1));
    const bool wasLast = isWritten;
    writing.join();
    QVERIFY(wasWaitedFor);
    QVERIFY(wasLast);
}

void PendingWritesTest::itIsGivenUpWhereItTakesTooLong()
{
    PendingWrites writes;
    const PendingWrites::Token one = writes.begin();
    QVERIFY(!writes.waitForNone(std::chrono::milliseconds(20)));
}

QTEST_GUILESS_MAIN(PendingWritesTest)
#include "pending_writes_test.moc"
