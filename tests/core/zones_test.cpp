#include "core/time/wording.h"
#include "core/time/zones.h"

#include <QTest>
#include <QTimeZone>

#include <atomic>
#include <thread>

using namespace beback;
using namespace Qt::StringLiterals;

class ZonesTest : public QObject
{
    Q_OBJECT

private:
    static Instant utc(const QString &text)
    {
        bool ok = false;
        const Instant at = Instant::fromIso(text, &ok);
        if (!ok)
            qFatal("bad instant in a test: %s", qPrintable(text));
        return at;
    }

private Q_SLOTS:
    // A weekday alone is one that comes; one that is past has its date.
    void daysAreNamedSoThatPastIsPast_data()
    {
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("says");
        QTest::newRow("a week ago") << u"2026-11-20T18:00:00Z"_s << u"Nov 20 12:00 pm"_s;
        QTest::newRow("six days ago") << u"2026-11-21T18:00:00Z"_s << u"Sat Nov 21 12:00 pm"_s;
        QTest::newRow("past Monday") << u"2026-11-23T18:00:00Z"_s << u"Mon Nov 23 12:00 pm"_s;
        QTest::newRow("yesterday") << u"2026-11-26T18:00:00Z"_s << u"yesterday 12:00 pm"_s;
        QTest::newRow("today") << u"2026-11-27T18:00:00Z"_s << u"12:00 pm"_s;
        QTest::newRow("tomorrow") << u"2026-11-28T18:00:00Z"_s << u"tomorrow 12:00 pm"_s;
        QTest::newRow("Monday that comes") << u"2026-11-30T18:00:00Z"_s << u"Monday 12:00 pm"_s;
        QTest::newRow("in a week") << u"2026-12-04T18:00:00Z"_s << u"Dec 4 12:00 pm"_s;
    }
    void daysAreNamedSoThatPastIsPast()
    {
        QFETCH(QString, at);
        QFETCH(QString, says);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(wording::dayAndTime(utc(at), u"America/Chicago"_s, utc(u"2026-11-27T20:00:00Z"_s)), says);
    }

    void showsTheWallClockOfAZone_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("wall");
        const auto row = [](const char *name, const char *zone, const char *at, const char *wall) {
            QTest::newRow(name) << QString::fromLatin1(zone) << QString::fromLatin1(at) << QString::fromLatin1(wall);
        };
        row("Arizona keeps standard time in summer", "America/Phoenix", "2026-07-01T18:30:00Z", "2026-07-01T11:30");
        row("Denver does not", "America/Denver", "2026-07-01T18:30:00Z", "2026-07-01T12:30");
        row("Indianapolis before its first summer time", "America/Indiana/Indianapolis", "2005-07-01T16:00:00Z",
            "2005-07-01T11:00");
        row("Indianapolis after it", "America/Indiana/Indianapolis", "2006-07-01T16:00:00Z", "2006-07-01T12:00");
        row("Guam is a day ahead", "Pacific/Guam", "2026-11-22T20:00:00Z", "2026-11-23T06:00");
        row("Hawaii is a day behind", "Pacific/Honolulu", "2026-11-23T05:00:00Z", "2026-11-22T19:00");
        row("the last second before the clocks go forward", "America/New_York", "2026-03-08T06:59:00Z", "2026-03-08T01:59");
        row("the first after", "America/New_York", "2026-03-08T07:00:00Z", "2026-03-08T03:00");
        row("leap day", "America/Chicago", "2028-03-01T05:30:00Z", "2028-02-29T23:30");
        row("before 1970 the first offset holds", "America/New_York", "1969-12-31T12:00:00Z", "1969-12-31T07:00");
        row("far ahead the rule still holds", "America/New_York", "2150-07-01T12:00:00Z", "2150-07-01T08:00");
    }
    void showsTheWallClockOfAZone()
    {
        QFETCH(QString, zone);
        QFETCH(QString, at);
        QFETCH(QString, wall);
        const zones::Local shown = zones::local(utc(at), zone);
        QCOMPARE(shown.date.toString(u"yyyy-MM-dd"_s) + shown.time.toString(u"'T'HH:mm"_s), wall);
    }

    void findsTheInstantOfAWallClockTime_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("wall");
        QTest::addColumn<QString>("at");
        const auto row = [](const char *name, const char *zone, const char *wall, const char *at) {
            QTest::newRow(name) << QString::fromLatin1(zone) << QString::fromLatin1(wall) << QString::fromLatin1(at);
        };
        row("winter", "America/New_York", "2026-01-15T08:00:00", "2026-01-15T13:00:00Z");
        row("summer", "America/New_York", "2026-07-15T08:00:00", "2026-07-15T12:00:00Z");
        row("before the gap", "America/New_York", "2026-03-08T01:59:59", "2026-03-08T06:59:59Z");
        row("start of the gap", "America/New_York", "2026-03-08T02:00:00", "2026-03-08T07:00:00Z");
        row("in the gap: the first instant after it", "America/New_York", "2026-03-08T02:30:00", "2026-03-08T07:00:00Z");
        row("after the gap", "America/New_York", "2026-03-08T03:00:00", "2026-03-08T07:00:00Z");
        row("in the overlap: the first of the two", "America/New_York", "2026-11-01T01:30:00", "2026-11-01T05:30:00Z");
        row("after the overlap", "America/New_York", "2026-11-01T02:00:00", "2026-11-01T07:00:00Z");
        row("no gap in Arizona", "America/Phoenix", "2026-03-08T02:30:00", "2026-03-08T09:30:00Z");
        row("overlap in the west", "America/Los_Angeles", "2026-11-01T01:00:00", "2026-11-01T08:00:00Z");
        row("half an hour: Newfoundland", "America/St_Johns", "2026-01-15T08:00:00", "2026-01-15T11:30:00Z");
        row("half an hour's change: Lord Howe", "Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-03T15:30:00Z");
        row("a day that never was: Samoa", "Pacific/Apia", "2011-12-30T12:00:00", "2011-12-30T10:00:00Z");
        row("leap day", "America/Denver", "2028-02-29T12:00:00", "2028-02-29T19:00:00Z");
    }
    void findsTheInstantOfAWallClockTime()
    {
        QFETCH(QString, zone);
        QFETCH(QString, wall);
        QFETCH(QString, at);
        const QDateTime time = QDateTime::fromString(wall, Qt::ISODate);
        const auto found = zones::instantOf(time.date(), time.time(), zone);
        QVERIFY(found);
        QCOMPARE(found->toIso(), at);
    }

    void hasNoInstantForAnUnknownZoneOrAnInvalidDay()
    {
        QVERIFY(!zones::instantOf(QDate(2026, 2, 29), QTime(8, 0), u"America/Denver"_s));
        QVERIFY(!zones::instantOf(QDate(2026, 2, 28), QTime(8, 0), u"America/Albuquerque"_s));
        QVERIFY(!zones::isKnown(u"America/Albuquerque"_s));
        QVERIFY(!zones::isKnown(QString()));
        QVERIFY(!zones::isKnown(u"../../etc/passwd"_s));
        QVERIFY(zones::isKnown(u"America/Denver"_s));
    }

    void agreesWithTheSystemAtEveryHourOfTwoYears()
    {
        for (const char *name : {"America/New_York", "America/Phoenix", "America/St_Johns", "Pacific/Guam"}) {
            const QTimeZone system{QByteArray(name)};
            const QString zone = QString::fromLatin1(name);
            for (qint64 second = 1767225600; second < 1767225600 + 2 * 366 * 86400; second += 1800) {
                const QDateTime expected = QDateTime::fromSecsSinceEpoch(second, system);
                const zones::Local shown = zones::local({second * 1000000}, zone);
                if (shown.date != expected.date() || shown.time != expected.time())
                    QFAIL(qPrintable(zone + u' ' + expected.toString(Qt::ISODate)));
            }
        }
    }

    void namesZonesAsPeopleDo()
    {
        QCOMPARE(zones::displayName(u"America/Chicago"_s), u"Central"_s);
        QCOMPARE(zones::displayName(u"America/Detroit"_s), u"Eastern"_s);
        QCOMPARE(zones::displayName(u"America/Phoenix"_s), u"Arizona"_s);
        QCOMPARE(zones::displayName(u"America/Puerto_Rico"_s), u"Puerto Rico"_s);
        QCOMPARE(zones::displayName(u"America/Argentina/Buenos_Aires"_s), u"Buenos Aires"_s);
    }

    void guessesTheZonesAPersonMayBeIn_data()
    {
        QTest::addColumn<QStringList>("phones");
        QTest::addColumn<QString>("country");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QStringList>("expected");
        const QString denver = u"America/Denver"_s, phoenix = u"America/Phoenix"_s, ny = u"America/New_York"_s,
                      chicago = u"America/Chicago"_s, la = u"America/Los_Angeles"_s;
        QTest::newRow("nothing known") << QStringList() << QString() << QString() << QStringList();
        QTest::newRow("New Mexico by phone") << QStringList{u"+15055550142"_s} << QString() << QString() << QStringList{denver};
        QTest::newRow("Arizona by phone") << QStringList{u"+15205550142"_s} << QString() << QString()
                                          << QStringList{denver, phoenix};
        QTest::newRow("Arizona by phone and state")
            << QStringList{u"+15205550142"_s} << u"US"_s << u"AZ"_s << QStringList{denver, phoenix};
        QTest::newRow("a number of Illinois that moved to Indianapolis") << QStringList{u"+16305550142"_s} << u"US"_s << u"IN"_s
                                                                         << QStringList{u"America/Chicago"_s, u"America/New_York"_s};
        QTest::newRow("Guam") << QStringList{u"+16715550142"_s} << QString() << QString() << QStringList{u"Pacific/Guam"_s};
        QTest::newRow("Hawaii by state") << QStringList() << u"US"_s << u"hi"_s << QStringList{u"Pacific/Honolulu"_s};
        QTest::newRow("a listed exchange decides") << QStringList{u"+12707810142"_s} << QString() << QString()
                                                   << QStringList{chicago};
        QTest::newRow("an exchange not listed may be anywhere in its area")
            << QStringList{u"+12705550142"_s} << QString() << QString() << QStringList{chicago, ny};
        QTest::newRow("an area without a line of its own: all of Idaho")
            << QStringList{u"+12085550142"_s} << QString() << QString() << QStringList{u"America/Boise"_s, denver, la};
        QTest::newRow("the overlap of phone and state") << QStringList{u"+19315550142"_s} << u"US"_s << u"TN"_s
                                                        << QStringList{chicago};
        QTest::newRow("phone and state disagree: both") << QStringList{u"+12125550142"_s} << u"US"_s << u"CA"_s
                                                        << QStringList{la, ny};
        QTest::newRow("two phones: both") << QStringList{u"+12125550142"_s, u"+12135550142"_s} << QString() << QString()
                                          << QStringList{la, ny};
        QTest::newRow("two phones, one where they live")
            << QStringList{u"+12125550142"_s, u"+12135550142"_s} << u"US"_s << u"CA"_s << QStringList{la};
        QTest::newRow("toll-free tells nothing") << QStringList{u"+18005550142"_s} << QString() << QString() << QStringList();
        QTest::newRow("another country's number tells nothing")
            << QStringList{u"+4930555014"_s} << QString() << QString() << QStringList();
        QTest::newRow("another country's region is not a state")
            << QStringList() << u"DE"_s << u"HI"_s << QStringList();
        QTest::newRow("a state alone") << QStringList() << QString() << u"NM"_s << QStringList{denver};
        QTest::newRow("what is no state tells nothing") << QStringList() << u"US"_s << u"ZZ"_s << QStringList();
    }
    void guessesTheZonesAPersonMayBeIn()
    {
        QFETCH(QStringList, phones);
        QFETCH(QString, country);
        QFETCH(QString, region);
        QFETCH(QStringList, expected);
        QCOMPARE(zones::candidates(phones, country, region), expected);
    }

    void offersOnlyZonesTheSystemKnows()
    {
        for (int area = 200; area <= 999; ++area)
            for (const QString &zone : zones::candidates({u"+1%15550142"_s.arg(area)}, QString(), QString()))
                QVERIFY2(zones::isKnown(zone), qPrintable(zone));
        for (const QString &zone : zones::unknownSet())
            QVERIFY(zones::isKnown(zone));
    }

    void answersManyThreadsAtOnce()
    {
        std::atomic<int> wrong = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&wrong] {
                for (const char *name : {"Europe/Berlin", "Asia/Tokyo", "America/Boise", "America/Adak", "Asia/Kolkata"}) {
                    const QString zone = QString::fromLatin1(name);
                    const auto noon = zones::instantOf(QDate(2026, 6, 1), QTime(12, 0), zone);
                    if (!noon || zones::local(*noon, zone).time != QTime(12, 0))
                        ++wrong;
                }
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
    }
};

QTEST_APPLESS_MAIN(ZonesTest)
#include "zones_test.moc"
