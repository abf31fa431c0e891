// When somebody may be called where the clock is odd, or where what is known of them disagrees: as tables.

#include "core/intake/person_zones.h"
#include "core/plan/permission.h"

#include "sample_customer.h"

using namespace beback;
using namespace beback::sample;
using namespace Qt::StringLiterals;

namespace {

struct Known {
    const char *phone, *region = "", *zip = "", *chosen = ""; // chosen: a zone, by hand
};

CustomerState person(const Known &known)
{
    CustomerState customer = elena();
    customer.address = {};
    customer.address.region = QString::fromLatin1(known.region);
    customer.address.postcode = QString::fromLatin1(known.zip);
    customer.points = {phone(known.phone, "mobile")};
    customer.zones = *known.chosen ? QStringList{QString::fromLatin1(known.chosen)} : zonesOf(customer.points, customer.address);
    return customer;
}

constexpr Known Phoenix{"+18005550142", "", "", "America/Phoenix"}, Navajo{"+19285550142", "AZ"}, Guam{"+16715550142"},
    Honolulu{"+18085550142"}, PuertoRico{"+17875550142"}, Indianapolis{"+13175550142", "IN"}, Gary{"+12192855014", "IN"},
    Indiana{"+12195550142", "IN"}, BothCoasts{"+12125550142", "CA"}, CoastByZip{"+12125550142", "", "90012"},
    GuamByZip{"+12125550142", "", "96910"}, GuamAndNewYork{"+16715550142", "NY"}, GuamAndHawaii{"+16715550142", "HI"};

Instant instant(const QString &text)
{
    return utc(text.toLatin1().constData());
}

} // namespace

Q_DECLARE_METATYPE(Known)

class PlaceCasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Open from one instant to the other, closed a second before and at the end, and open next when?
    void isOpenFromUntil_data()
    {
        QTest::addColumn<Known>("known");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("until");
        QTest::addColumn<QString>("again");
        const auto row = [](const char *name, const Known &known, const char *from, const char *until, const char *again) {
            QTest::newRow(name) << known << QString::fromLatin1(from) << QString::fromLatin1(until) << QString::fromLatin1(again);
        };
        row("Arizona in summer", Phoenix, "2026-07-08T15:00:00Z", "2026-07-09T04:00:00Z", "2026-07-09T15:00:00Z");
        row("Arizona, the night clocks go forward elsewhere", Phoenix, "2026-03-07T15:00:00Z", "2026-03-08T04:00:00Z", "2026-03-08T15:00:00Z");
        row("the Navajo Nation or not, in summer", Navajo, "2026-07-08T15:00:00Z", "2026-07-09T03:00:00Z", "2026-07-09T15:00:00Z");
        row("the Navajo Nation or not, in winter", Navajo, "2026-11-23T15:00:00Z", "2026-11-24T04:00:00Z", "2026-11-24T15:00:00Z");
        row("the Navajo Nation goes forward", Navajo, "2026-03-07T15:00:00Z", "2026-03-08T04:00:00Z", "2026-03-08T15:00:00Z");
        row("the Navajo Nation has gone forward", Navajo, "2026-03-08T15:00:00Z", "2026-03-09T03:00:00Z", "2026-03-09T15:00:00Z");
        row("Indiana in the east", Indianapolis, "2026-11-23T14:00:00Z", "2026-11-24T01:00:00Z", "2026-11-24T14:00:00Z");
        row("Indiana in the northwest", Gary, "2026-11-23T15:00:00Z", "2026-11-24T02:00:00Z", "2026-11-24T15:00:00Z");
        row("somewhere in Indiana", Indiana, "2026-11-23T15:00:00Z", "2026-11-24T01:00:00Z", "2026-11-24T15:00:00Z");
        row("Guam", Guam, "2026-11-22T22:00:00Z", "2026-11-23T11:00:00Z", "2026-11-23T22:00:00Z");
        row("Hawaii", Honolulu, "2026-11-23T18:00:00Z", "2026-11-24T07:00:00Z", "2026-11-24T18:00:00Z");
        row("Puerto Rico in summer", PuertoRico, "2026-07-08T12:00:00Z", "2026-07-09T01:00:00Z", "2026-07-09T12:00:00Z");
        row("Puerto Rico in winter", PuertoRico, "2026-11-23T12:00:00Z", "2026-11-24T01:00:00Z", "2026-11-24T12:00:00Z");
        row("number and state disagree", BothCoasts, "2026-11-23T16:00:00Z", "2026-11-24T02:00:00Z", "2026-11-24T16:00:00Z");
        row("they disagree, and clocks go forward", BothCoasts, "2026-03-07T16:00:00Z", "2026-03-08T02:00:00Z", "2026-03-08T15:00:00Z");
        row("they disagree, and clocks go back", BothCoasts, "2026-10-31T15:00:00Z", "2026-11-01T01:00:00Z", "2026-11-01T16:00:00Z");
        row("number and ZIP code disagree", CoastByZip, "2026-11-23T16:00:00Z", "2026-11-24T02:00:00Z", "2026-11-24T16:00:00Z");
        row("the ZIP code is Guam's", GuamByZip, "2026-11-23T22:00:00Z", "2026-11-24T02:00:00Z", "2026-11-24T22:00:00Z");
        row("Guam and New York in winter", GuamAndNewYork, "2026-11-23T22:00:00Z", "2026-11-24T02:00:00Z", "2026-11-24T22:00:00Z");
        row("Guam and New York in summer", GuamAndNewYork, "2026-07-08T22:00:00Z", "2026-07-09T01:00:00Z", "2026-07-09T22:00:00Z");
    }
    void isOpenFromUntil()
    {
        QFETCH(Known, known);
        QFETCH(QString, from);
        QFETCH(QString, until);
        QFETCH(QString, again);
        const CustomerState customer = person(known);
        const auto may = [&](Medium medium, Instant at) { return mayContact(customer, RuleBook::shipped(), medium, {}, at); };
        const auto second = std::chrono::seconds(1);
        for (const Medium medium : {Medium::Call, Medium::Text}) {
            const Permission early = may(medium, instant(from) - second);
            QVERIFY2(!early.allowed(), qPrintable(customer.zones.join(u' ')));
            QCOMPARE(early.until->toIso(), from);
            QVERIFY2(may(medium, instant(from)).allowed(), qPrintable(may(medium, instant(from)).reason));
            QVERIFY2(may(medium, instant(until) - second).allowed(), qPrintable(may(medium, instant(until) - second).reason));
            const Permission late = may(medium, instant(until));
            QVERIFY(!late.allowed());
            QCOMPARE(late.until->toIso(), again);
        }
    }

    // One call a day is counted by the day where they are; where that may be two places, by both.
    void countsTheDayOfACallWhereTheyAre_data()
    {
        QTest::addColumn<Known>("known");
        QTest::addColumn<QString>("called");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("free"); // the same: they may be called then
        const auto row = [](const char *name, const Known &known, const char *called, const char *at, const char *free) {
            QTest::newRow(name) << known << QString::fromLatin1(called) << QString::fromLatin1(at) << QString::fromLatin1(free);
        };
        row("Guam, the same evening", Guam, "2026-11-23T10:00:00Z", "2026-11-23T10:30:00Z", "2026-11-23T22:00:00Z");
        row("Guam's next morning, the same day here", Guam, "2026-11-23T10:00:00Z", "2026-11-23T22:00:00Z", "2026-11-23T22:00:00Z");
        row("Hawaii, the same day, two in Greenwich", Honolulu, "2026-11-23T20:00:00Z", "2026-11-24T05:00:00Z", "2026-11-24T18:00:00Z");
        row("Hawaii, the next day", Honolulu, "2026-11-23T20:00:00Z", "2026-11-24T18:00:00Z", "2026-11-24T18:00:00Z");
        row("two places: the day is over in one", GuamAndNewYork, "2026-11-23T22:30:00Z", "2026-11-24T01:00:00Z", "2026-11-24T22:00:00Z");
        row("two places: it is over in both", GuamAndNewYork, "2026-11-23T22:30:00Z", "2026-11-24T22:00:00Z", "2026-11-24T22:00:00Z");
        row("called at their night by mistake: over in one of them", GuamAndHawaii, "2026-11-23T13:00:00Z", "2026-11-23T22:30:00Z", "2026-11-24T22:00:00Z");
        row("a day of 25 hours", BothCoasts, "2026-11-01T16:30:00Z", "2026-11-02T01:30:00Z", "2026-11-02T16:00:00Z");
        row("a day of 23 hours", BothCoasts, "2026-03-08T15:30:00Z", "2026-03-09T00:30:00Z", "2026-03-09T15:00:00Z");
    }
    void countsTheDayOfACallWhereTheyAre()
    {
        QFETCH(Known, known);
        QFETCH(QString, called);
        QFETCH(QString, at);
        QFETCH(QString, free);
        CustomerState customer = person(known);
        customer.leads[0].lastCallAt = instant(called);
        const Permission permission = mayContact(customer, RuleBook::shipped(), Medium::Call, {}, instant(at));
        QCOMPARE(permission.allowed(), at == free);
        if (at == free)
            return;
        QCOMPARE(permission.code, u"called_today"_s);
        QCOMPARE(permission.until->toIso(), free);
    }

    void asksTheZipCodeWhereNoStateIsGiven_data()
    {
        QTest::addColumn<Known>("known");
        QTest::addColumn<QString>("zones");
        QTest::newRow("it agrees") << Known{"+12125550142", "", "10001"} << u"America/New_York"_s;
        QTest::newRow("it disagrees") << CoastByZip << u"America/Los_Angeles America/New_York"_s;
        QTest::newRow("a number that says nothing") << Known{"+18005550142", "", "33101"} << u"America/Chicago America/New_York"_s;
        QTest::newRow("a ZIP code that is none") << Known{"+12125550142", "", "00000"} << u"America/New_York"_s;
        QTest::newRow("a postcode of Canada") << Known{"+14165550142", "", "M5V 2T6"} << u"America/Toronto"_s;
        QTest::newRow("a state that disagrees with it") << Known{"+12125550142", "NY", "90012"} << u"America/Los_Angeles America/New_York"_s;
    }
    void asksTheZipCodeWhereNoStateIsGiven()
    {
        QFETCH(Known, known);
        QTEST(person(known).zones.join(u' '), "zones");
    }
};

QTEST_APPLESS_MAIN(PlaceCasesTest)
#include "place_cases_test.moc"
