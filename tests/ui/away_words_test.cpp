// What the window says of a trip, and how it tells whether sending moves.
#include "ui/away/away_words.h"
#include "ui/away/outbox_watch.h"
#include "ui/shell/link_facts.h"

#include <QLocale>
#include <QTest>

using namespace beback;
using namespace beback::ui;

class AwayWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void theStripSaysWhatIsAlong();
    void sendingMovesOrIsStuck();
    void whatATripCameToInWords();
};

void AwayWordsTest::theStripSaysWhatIsAlong()
{
    const QString zone = QStringLiteral("America/Denver");
    const Instant now{qint64(1794844800) * 1000000}; // 2026-11-16, 9:00 am there
    LinkState link;
    link.mode = LinkState::Mode::Offline;
    link.since = now - std::chrono::minutes(50);
    link.waiting = 3;
    StripTrip trip;
    trip.along = 20;
    trip.toGo = 14;
    trip.until = now + std::chrono::minutes(150);
    const LinkFacts away = linkFacts(link, zone, now, trip);
    QCOMPARE(away.place, QStringLiteral("Away since 8:10 am"));
    QCOMPARE(away.more, QStringList{QStringLiteral("14 of 20 leads to go until 11:30 am · 3 entries wait to be sent")});
    link.mode = LinkState::Mode::Online;
    trip = {};
    trip.sending = 3;
    trip.of = 7;
    QCOMPARE(linkFacts(link, zone, now, trip).chip, QStringLiteral("Sending 3 of 7"));
    QVERIFY(!linkFacts(link, zone, now, trip).isStuck);
    trip.stuckSince = now - std::chrono::minutes(5);
    QCOMPARE(linkFacts(link, zone, now, trip).chip, QStringLiteral("3 entries are not sent since 8:55 am"));
    QVERIFY(linkFacts(link, zone, now, trip).isStuck);
}

void AwayWordsTest::sendingMovesOrIsStuck()
{
    Instant now{qint64(1794844800) * 1000000};
    LinkState link;
    link.mode = LinkState::Mode::Offline;
    link.waiting = 7;
    link.oldestWaiting = now - std::chrono::hours(3);
    OutboxWatch watch;
    watch.note(link, now);
    QCOMPARE(watch.of(), 0);
    QCOMPARE(watch.stuckSince(now).us, qint64(0)); // without a line nothing is stuck
    link.mode = LinkState::Mode::Online;
    watch.note(link, now);
    QCOMPARE(watch.of(), 7);
    QCOMPARE(watch.sending(), 1);
    link.waiting = 5;
    watch.note(link, now + std::chrono::seconds(30));
    QCOMPARE(watch.sending(), 3);
    QCOMPARE(watch.stuckSince(now + std::chrono::seconds(80)).us, qint64(0)); // it moved 50 s ago
    QCOMPARE(watch.stuckSince(now + std::chrono::seconds(91)), now + std::chrono::seconds(30));
    link.waiting = 0;
    watch.note(link, now + std::chrono::seconds(100));
    QCOMPARE(watch.of(), 0);
    QCOMPARE(watch.stuckSince(now + std::chrono::hours(1)).us, qint64(0));
}

void AwayWordsTest::whatATripCameToInWords()
{
    TripReturn back;
    back.sent = 7;
    back.came = 3;
    back.givenBack = 6;
    QCOMPARE(away_words::backText(back), QStringLiteral("Back: 7 entries sent, 3 came in, 6 leads no longer held for the trip."));
    back.look = {Look(), Look()};
    QCOMPARE(away_words::backText(back), QStringLiteral("Back: 7 entries sent, 3 came in, 6 leads no longer held for the trip, 2 need a look."));
}

QTEST_MAIN(AwayWordsTest)
#include "away_words_test.moc"
