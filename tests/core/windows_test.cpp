#include "core/time/zones.h"

#include <QTest>

using namespace beback;
using namespace Qt::StringLiterals;

namespace {

Instant utc(const QString &text)
{
    bool ok = false;
    const Instant at = Instant::fromIso(text, &ok);
    if (!ok)
        qFatal("bad instant in a test: %s", qPrintable(text));
    return at;
}

const QStringList Albuquerque = {u"America/Denver"_s};
const QStringList Tucson = {u"America/Phoenix"_s};
const QStringList Coasts = {u"America/Los_Angeles"_s, u"America/New_York"_s};
const QStringList FarApart = {u"America/New_York"_s, u"Asia/Tokyo"_s, u"Europe/London"_s}; // somebody always sleeps

} // namespace

class WindowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAndClosesByTheCustomersClock_data()
    {
        QTest::addColumn<QStringList>("zones");
        QTest::addColumn<QString>("at");
        QTest::addColumn<bool>("open");
        QTest::addColumn<QString>("opens");  // nextOpen
        QTest::addColumn<QString>("closes"); // closesAt, where open
        const auto row = [](const char *name, const QStringList &zones, const char *at, bool open, const char *opens,
                            const char *closes) {
            QTest::newRow(name) << zones << QString::fromLatin1(at) << open << QString::fromLatin1(opens)
                                << QString::fromLatin1(closes);
        };
        row("noon", Albuquerque, "2026-11-23T19:00:00Z", true, "2026-11-23T19:00:00Z", "2026-11-24T04:00:00Z");
        row("8:00 exactly is open", Albuquerque, "2026-11-23T15:00:00Z", true, "2026-11-23T15:00:00Z", "2026-11-24T04:00:00Z");
        row("21:00 exactly is closed", Albuquerque, "2026-11-24T04:00:00Z", false, "2026-11-24T15:00:00Z", "");
        row("the night the clocks go forward is an hour shorter", Albuquerque, "2026-03-08T04:00:00Z", false,
            "2026-03-08T14:00:00Z", "");
        row("the night they go back is an hour longer", Albuquerque, "2026-11-01T03:00:00Z", false, "2026-11-01T15:00:00Z", "");
        row("Tucson does not change", Tucson, "2026-03-08T04:00:00Z", false, "2026-03-08T15:00:00Z", "");
        row("both coasts: from 8 in the west", Coasts, "2026-11-23T15:00:00Z", false, "2026-11-23T16:00:00Z", "");
        row("both coasts: to 21 in the east", Coasts, "2026-11-24T01:00:00Z", true, "2026-11-24T01:00:00Z",
            "2026-11-24T02:00:00Z");
        row("both coasts: then tomorrow", Coasts, "2026-11-24T02:00:00Z", false, "2026-11-24T16:00:00Z", "");
        row("nothing known: the contiguous states", {}, "2026-11-23T15:30:00Z", false, "2026-11-23T16:00:00Z", "");
        row("an unknown name counts as nothing known", {u"Nowhere/City"_s}, "2026-11-23T15:30:00Z", false,
            "2026-11-23T16:00:00Z", "");
        row("too far apart: never", FarApart, "2026-11-23T15:30:00Z", false, "", "");
        row("Guam", {u"Pacific/Guam"_s}, "2026-11-22T21:00:00Z", false, "2026-11-22T22:00:00Z", "");
    }
    void opensAndClosesByTheCustomersClock()
    {
        QFETCH(QStringList, zones);
        QFETCH(QString, at);
        QFETCH(bool, open);
        QFETCH(QString, opens);
        QFETCH(QString, closes);
        const DailyWindow hours;
        QCOMPARE(isOpen(hours, zones, utc(at)), open);
        const auto next = nextOpen(hours, zones, utc(at));
        QCOMPARE(next ? next->toIso() : QString(), opens);
        if (open)
            QCOMPARE(closesAt(hours, zones, utc(at))->toIso(), closes);
    }

    void keepsItsHoursToTheMicrosecond()
    {
        const DailyWindow hours;
        const Instant opens = utc(u"2026-11-23T15:00:00Z"_s), closes = utc(u"2026-11-24T04:00:00Z"_s);
        QVERIFY(!isOpen(hours, Albuquerque, opens - Duration(1)));
        QCOMPARE(nextOpen(hours, Albuquerque, opens - Duration(1))->us, opens.us);
        QVERIFY(isOpen(hours, Albuquerque, closes - Duration(1)));
        QCOMPARE(closesAt(hours, Albuquerque, closes - Duration(1))->us, closes.us);
    }

    void keepsEdgesThatFallIntoAClockChange_data()
    {
        QTest::addColumn<QTime>("from");
        QTest::addColumn<QTime>("until");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("opens");
        QTest::addColumn<QString>("closes");
        QTest::newRow("opening inside the gap opens after it")
            << QTime(2, 30) << QTime(9, 0) << u"2026-03-08T06:00:00Z"_s << u"2026-03-08T07:00:00Z"_s << u"2026-03-08T13:00:00Z"_s;
        QTest::newRow("closing inside the gap closes at it")
            << QTime(1, 0) << QTime(2, 30) << u"2026-03-08T06:30:00Z"_s << u"2026-03-08T06:30:00Z"_s << u"2026-03-08T07:00:00Z"_s;
        QTest::newRow("a window inside the gap waits for tomorrow")
            << QTime(2, 10) << QTime(2, 50) << u"2026-03-08T06:30:00Z"_s << u"2026-03-09T06:10:00Z"_s << u"2026-03-09T06:50:00Z"_s;
        QTest::newRow("opened in the overlap closes where the hour repeats")
            << QTime(1, 30) << QTime(3, 0) << u"2026-11-01T05:00:00Z"_s << u"2026-11-01T05:30:00Z"_s << u"2026-11-01T06:00:00Z"_s;
        QTest::newRow("and opens again in the second hour")
            << QTime(1, 30) << QTime(3, 0) << u"2026-11-01T06:00:00Z"_s << u"2026-11-01T06:30:00Z"_s << u"2026-11-01T08:00:00Z"_s;
        QTest::newRow("past midnight")
            << QTime(22, 0) << QTime(6, 0) << u"2026-06-01T20:00:00Z"_s << u"2026-06-02T02:00:00Z"_s << u"2026-06-02T10:00:00Z"_s;
    }
    void keepsEdgesThatFallIntoAClockChange()
    {
        QFETCH(QTime, from);
        QFETCH(QTime, until);
        QFETCH(QString, at);
        QFETCH(QString, opens);
        QFETCH(QString, closes);
        const DailyWindow hours{from, until};
        const QStringList ny = {u"America/New_York"_s};
        const auto next = nextOpen(hours, ny, utc(at));
        QVERIFY(next);
        QCOMPARE(next->toIso(), opens);
        QCOMPARE(closesAt(hours, ny, *next)->toIso(), closes);
    }

    void neverClosesWhenOpenAllDay()
    {
        const DailyWindow allDay{QTime(0, 0), QTime(0, 0)};
        QVERIFY(isOpen(allDay, Albuquerque, utc(u"2026-11-23T09:00:00Z"_s)));
        QVERIFY(!closesAt(allDay, Albuquerque, utc(u"2026-11-23T09:00:00Z"_s)));
    }

    void opensAtTheFirstOpenMinute_data()
    {
        QTest::addColumn<QStringList>("zones");
        QTest::newRow("one zone") << Albuquerque;
        QTest::newRow("two coasts") << Coasts;
        QTest::newRow("Guam and Denver") << QStringList{u"America/Denver"_s, u"Pacific/Guam"_s};
        QTest::newRow("unknown") << QStringList();
    }
    // Against the plain truth: walking from minute to minute over both clock changes.
    void opensAtTheFirstOpenMinute()
    {
        QFETCH(QStringList, zones);
        const DailyWindow hours;
        for (const auto &[from, until] : {std::pair(u"2026-03-06T00:00:00Z"_s, u"2026-03-11T00:00:00Z"_s),
                                          std::pair(u"2026-10-30T00:00:00Z"_s, u"2026-11-04T00:00:00Z"_s)}) {
            const auto minute = std::chrono::minutes(1);
            for (Instant at = utc(from); at < utc(until); at = at + std::chrono::minutes(37)) {
                Instant expected = at;
                while (!isOpen(hours, zones, expected))
                    expected = Instant{(expected.us / 60000000) * 60000000} + minute;
                QCOMPARE(nextOpen(hours, zones, at)->toIso(), expected.toIso());
                Instant closed = expected;
                while (isOpen(hours, zones, closed))
                    closed = Instant{(closed.us / 60000000) * 60000000} + minute;
                QCOMPARE(closesAt(hours, zones, expected)->toIso(), closed.toIso());
            }
        }
    }
};

QTEST_APPLESS_MAIN(WindowsTest)
#include "windows_test.moc"
