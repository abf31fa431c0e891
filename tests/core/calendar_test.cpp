#include "core/time/calendar.h"

#include <QTest>

using namespace beback;
using namespace Qt::StringLiterals;

class CalendarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsFederalHolidaysWhenTheyAreObserved_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("name");
        QTest::newRow("third Monday of January") << QDate(2026, 1, 19) << u"Martin Luther King Jr. Day"_s;
        QTest::newRow("not before it was kept") << QDate(1985, 1, 21) << QString();
        QTest::newRow("third Monday of February") << QDate(2026, 2, 16) << u"Washington's Birthday"_s;
        QTest::newRow("last Monday of May, the 25th") << QDate(2026, 5, 25) << u"Memorial Day"_s;
        QTest::newRow("last Monday of May, the 31st") << QDate(2027, 5, 31) << u"Memorial Day"_s;
        QTest::newRow("Juneteenth") << QDate(2026, 6, 19) << u"Juneteenth"_s;
        QTest::newRow("Juneteenth before the law") << QDate(2020, 6, 19) << QString();
        QTest::newRow("a Saturday is observed on Friday") << QDate(2026, 7, 3) << u"Independence Day"_s;
        QTest::newRow("and not on the Saturday") << QDate(2026, 7, 4) << QString();
        QTest::newRow("a Sunday is observed on Monday") << QDate(2027, 7, 5) << u"Independence Day"_s;
        QTest::newRow("and not on the Sunday") << QDate(2027, 7, 4) << QString();
        QTest::newRow("New Year of a Saturday is kept the year before") << QDate(2027, 12, 31) << u"New Year's Day"_s;
        QTest::newRow("first Monday of September") << QDate(2026, 9, 7) << u"Labor Day"_s;
        QTest::newRow("second Monday of October") << QDate(2026, 10, 12) << u"Columbus Day"_s;
        QTest::newRow("Veterans Day on a Wednesday") << QDate(2026, 11, 11) << u"Veterans Day"_s;
        QTest::newRow("Veterans Day of 1976 was in October") << QDate(1976, 10, 25) << u"Veterans Day"_s;
        QTest::newRow("and not in November") << QDate(1976, 11, 11) << QString();
        QTest::newRow("fourth Thursday, the 26th") << QDate(2026, 11, 26) << u"Thanksgiving Day"_s;
        QTest::newRow("fourth Thursday, the 22nd") << QDate(2029, 11, 22) << u"Thanksgiving Day"_s;
        QTest::newRow("Christmas") << QDate(2026, 12, 25) << u"Christmas Day"_s;
        QTest::newRow("an ordinary day") << QDate(2026, 11, 23) << QString();
        QTest::newRow("the last year") << QDate(2399, 12, 31) << u"New Year's Day"_s;
        QTest::newRow("before the first year") << QDate(1970, 12, 25) << QString();
        QTest::newRow("no day at all") << QDate() << QString();
    }
    void knowsFederalHolidaysWhenTheyAreObserved()
    {
        QFETCH(QDate, day);
        QFETCH(QString, name);
        QCOMPARE(calendar::federalHoliday(day).value_or(QString()), name);
    }

    void hasElevenHolidaysEveryYear()
    {
        for (int year = 2021; year <= 2398; ++year) {
            int count = 0;
            // From the Saturday's New Year kept on December 31 to the day before the next one's.
            for (QDate day(year - 1, 12, 31); day < QDate(year, 12, 31); day = day.addDays(1))
                count += calendar::federalHoliday(day) ? 1 : 0;
            QCOMPARE(count, 11);
        }
    }

    void worksMondayToSaturdayButNotOnHolidays_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<bool>("business");
        QTest::newRow("Monday") << QDate(2026, 11, 23) << true;
        QTest::newRow("Saturday") << QDate(2026, 11, 28) << true;
        QTest::newRow("Sunday") << QDate(2026, 11, 29) << false;
        QTest::newRow("Thanksgiving") << QDate(2026, 11, 26) << false;
        QTest::newRow("the day after") << QDate(2026, 11, 27) << true;
        QTest::newRow("the Friday a Saturday's holiday is observed") << QDate(2026, 7, 3) << false;
        QTest::newRow("and the Saturday itself") << QDate(2026, 7, 4) << false;
        QTest::newRow("leap day") << QDate(2028, 2, 29) << true;
        QTest::newRow("no day at all") << QDate() << false;
    }
    void worksMondayToSaturdayButNotOnHolidays()
    {
        QFETCH(QDate, day);
        QFETCH(bool, business);
        QCOMPARE(calendar::isBusinessDay(day), business);
    }

    void addsBusinessDays_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<int>("n");
        QTest::addColumn<QDate>("expected");
        QTest::newRow("over Thanksgiving and Sunday") << QDate(2026, 11, 25) << 3 << QDate(2026, 11, 30);
        QTest::newRow("none from a business day") << QDate(2026, 11, 25) << 0 << QDate(2026, 11, 25);
        QTest::newRow("none from a Sunday") << QDate(2026, 11, 29) << 0 << QDate(2026, 11, 30);
        QTest::newRow("one from a Sunday") << QDate(2026, 11, 29) << 1 << QDate(2026, 11, 30);
        QTest::newRow("over the leap day") << QDate(2028, 2, 28) << 2 << QDate(2028, 3, 1);
        QTest::newRow("over New Year") << QDate(2026, 12, 31) << 1 << QDate(2027, 1, 2);
        QTest::newRow("from no day") << QDate() << 1 << QDate();
    }
    void addsBusinessDays()
    {
        QFETCH(QDate, day);
        QFETCH(int, n);
        QFETCH(QDate, expected);
        QCOMPARE(calendar::addBusinessDays(day, n), expected);
    }

    void findsTheBusinessDayBefore()
    {
        QCOMPARE(calendar::previousBusinessDay(QDate(2026, 11, 30)), QDate(2026, 11, 28)); // Monday: Saturday
        QCOMPARE(calendar::previousBusinessDay(QDate(2026, 11, 27)), QDate(2026, 11, 25)); // over Thanksgiving
        QCOMPARE(calendar::previousBusinessDay(QDate()), QDate());
    }
};

QTEST_APPLESS_MAIN(CalendarTest)
#include "calendar_test.moc"
