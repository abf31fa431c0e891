// Where the next step falls, and what may be done when, where clocks and calendars are odd: as tables.

#include "core/intake/person_zones.h"
#include "core/plan/next_step.h"
#include "core/plan/permission.h"

#include "sample_customer.h"

using namespace beback;
using namespace beback::sample;
using namespace Qt::StringLiterals;

namespace {

// "+12125550142 CA 90012": a number, a state and a ZIP code, as far as they are known. "in America/Phoenix": a zone chosen by
// hand.
CustomerState person(const QString &known)
{
    CustomerState customer = elena();
    customer.points.clear();
    customer.address = {};
    customer.zones.clear();
    QStringList words = known.split(u' ', Qt::SkipEmptyParts);
    if (words.value(0) == u"in"_s) {
        customer.zones = {words.value(1)};
        words = {u"+18005550142"_s};
    }
    for (const QString &word : std::as_const(words)) {
        if (word.startsWith(u'+'))
            customer.points << phone(qPrintable(word), "mobile");
        else if (word.at(0).isDigit())
            customer.address.postcode = word;
        else
            customer.address.region = word;
    }
    customer.points << email("elena@example.com");
    if (customer.zones.isEmpty())
        customer.zones = zonesOf(customer.points, customer.address);
    return customer;
}

Instant instant(const QString &text)
{
    return utc(text.toLatin1().constData());
}

const QString NewYork = u"+12125550142"_s, Phoenix = u"in America/Phoenix"_s, Navajo = u"+19285550142 AZ"_s, Guam = u"+16715550142"_s,
              Honolulu = u"+18085550142"_s, PuertoRico = u"+17875550142"_s, Indianapolis = u"+13175550142 IN"_s, Gary = u"+12192855014 IN"_s,
              Indiana = u"+12195550142 IN"_s, BothCoasts = u"+12125550142 CA"_s, GuamAndNewYork = u"+16715550142 NY"_s;

} // namespace

class ClockCasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A lead that began then with a card; its next step is due inside [from, until).
    void placesAStepOnTheirCalendar_data()
    {
        QTest::addColumn<QString>("known");
        QTest::addColumn<QString>("began");
        QTest::addColumn<int>("day");
        QTest::addColumn<QString>("part");
        QTest::addColumn<bool>("business");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("until");
        const auto row = [](const char *name, const QString &known, const char *began, int day, const char *part, const char *from,
                            const char *until, bool business = false) {
            QTest::newRow(name) << known << QString::fromLatin1(began) << day << QString::fromLatin1(part) << business
                                << QString::fromLatin1(from) << QString::fromLatin1(until);
        };
        row("over the change in spring", NewYork, "2026-03-07T15:00:00Z", 2, "morning", "2026-03-09T13:00:00Z", "2026-03-09T15:30:00Z");
        row("over it in Arizona, which has none", Phoenix, "2026-03-07T17:00:00Z", 2, "morning", "2026-03-09T16:00:00Z", "2026-03-09T18:30:00Z");
        row("over the change in autumn", NewYork, "2026-10-31T14:00:00Z", 2, "morning", "2026-11-02T14:00:00Z", "2026-11-02T16:30:00Z");
        row("the Navajo Nation in summer", Navajo, "2026-07-08T17:00:00Z", 1, "evening", "2026-07-09T23:30:00Z", "2026-07-10T01:45:00Z");
        row("Indiana in the east", Indianapolis, "2026-11-23T15:00:00Z", 1, "evening", "2026-11-24T22:30:00Z", "2026-11-25T00:45:00Z");
        row("Indiana in the northwest", Gary, "2026-11-23T15:00:00Z", 1, "evening", "2026-11-24T23:30:00Z", "2026-11-25T01:45:00Z");
        row("somewhere in Indiana", Indiana, "2026-11-23T15:00:00Z", 1, "afternoon", "2026-11-24T20:00:00Z", "2026-11-24T23:00:00Z");
        row("Guam's Tuesday is Monday here", Guam, "2026-11-22T20:00:00Z", 1, "morning", "2026-11-23T23:00:00Z", "2026-11-24T01:30:00Z");
        row("Guam's Sunday is Saturday here", Guam, "2026-11-20T20:00:00Z", 1, "morning", "2026-11-22T23:00:00Z", "2026-11-23T01:30:00Z");
        row("Hawaii's Monday is Tuesday in Greenwich", Honolulu, "2026-11-24T05:00:00Z", 1, "morning", "2026-11-24T19:00:00Z", "2026-11-24T21:30:00Z");
        row("Puerto Rico in summer", PuertoRico, "2026-07-08T15:00:00Z", 1, "morning", "2026-07-09T13:00:00Z", "2026-07-09T15:30:00Z");
        row("Puerto Rico in winter", PuertoRico, "2026-11-23T15:00:00Z", 1, "morning", "2026-11-24T13:00:00Z", "2026-11-24T15:30:00Z");
        row("leap day", NewYork, "2028-02-28T15:00:00Z", 1, "morning", "2028-02-29T14:00:00Z", "2028-02-29T16:30:00Z");
        row("over leap day", NewYork, "2028-02-28T15:00:00Z", 2, "morning", "2028-03-01T14:00:00Z", "2028-03-01T16:30:00Z");
        row("no leap day", NewYork, "2027-02-26T15:00:00Z", 3, "morning", "2027-03-01T14:00:00Z", "2027-03-01T16:30:00Z");
        row("a year from leap day", NewYork, "2028-02-29T15:00:00Z", 365, "morning", "2029-02-28T14:00:00Z", "2029-02-28T16:30:00Z");
        row("two business days to leap day", NewYork, "2028-02-26T15:00:00Z", 2, "morning", "2028-02-29T14:00:00Z", "2028-02-29T16:30:00Z", true);
        row("the Fourth of a Saturday is kept on Friday", NewYork, "2026-07-01T15:00:00Z", 2, "morning", "2026-07-06T13:00:00Z", "2026-07-06T15:30:00Z");
        row("business days over that Friday", NewYork, "2026-07-01T15:00:00Z", 2, "morning", "2026-07-06T13:00:00Z", "2026-07-06T15:30:00Z", true);
        row("the Fourth of a Sunday is kept on Monday", NewYork, "2027-07-02T15:00:00Z", 3, "morning", "2027-07-06T13:00:00Z", "2027-07-06T15:30:00Z");
        row("business days over that Monday", NewYork, "2027-07-02T15:00:00Z", 2, "morning", "2027-07-06T13:00:00Z", "2027-07-06T15:30:00Z", true);
        row("Christmas of a Saturday is kept on Friday", NewYork, "2027-12-22T16:00:00Z", 2, "morning", "2027-12-27T14:00:00Z", "2027-12-27T16:30:00Z");
        row("business days over that Christmas", NewYork, "2027-12-23T16:00:00Z", 1, "morning", "2027-12-27T14:00:00Z", "2027-12-27T16:30:00Z", true);
        row("Christmas of a Sunday is kept on Monday", NewYork, "2022-12-23T16:00:00Z", 3, "morning", "2022-12-27T14:00:00Z", "2022-12-27T16:30:00Z");
        row("New Year of a Saturday is kept the year before", NewYork, "2027-12-30T16:00:00Z", 1, "morning", "2028-01-03T14:00:00Z", "2028-01-03T16:30:00Z");
        row("number and state disagree: the afternoon of both", BothCoasts, "2026-11-23T18:00:00Z", 1, "afternoon", "2026-11-24T22:00:00Z", "2026-11-25T01:00:00Z");
        row("Guam and New York share four hours", GuamAndNewYork, "2026-11-23T15:00:00Z", 1, "morning", "2026-11-24T22:00:00Z", "2026-11-24T22:00:01Z");
        row("three of them in summer", GuamAndNewYork, "2026-07-08T15:00:00Z", 1, "morning", "2026-07-09T22:00:00Z", "2026-07-09T22:00:01Z");
    }
    void placesAStepOnTheirCalendar()
    {
        QFETCH(QString, known);
        QFETCH(QString, began);
        QFETCH(int, day);
        QFETCH(QString, part);
        QFETCH(bool, business);
        QFETCH(QString, from);
        QFETCH(QString, until);
        Plan plan = sample::plan();
        plan.steps = {step(0, Medium::Note, "now"), step(day, Medium::Call, qPrintable(part))};
        plan.steps[1].count = business ? PlanStep::Count::Business : PlanStep::Count::Calendar;
        for (int i = 0; i < 20; ++i) { // each lead has a moment of its own in its part of the day
            CustomerState customer = person(known);
            LeadState &lead = customer.leads[0];
            lead.id = leadId(i);
            lead.arrivedAt = lead.planStartedAt = instant(began);
            touch(lead, Medium::Note, instant(began));
            const auto next = nextStep(customer, lead, &plan, PlanBook());
            QVERIFY(next);
            QCOMPARE(next->medium, Medium::Call);
            QVERIFY2(next->dueAt >= instant(from) && next->dueAt < instant(until), qPrintable(next->dueAt.toIso()));
            QVERIFY(mayContact(customer, RuleBook::shipped(), Medium::Call, next->pointKey, next->dueAt).allowed());
        }
    }

    // They asked for an e-mail in the very hour in which clocks are changed.
    void keepsAWishedTimeThatIsMissingOrDouble_data()
    {
        QTest::addColumn<QString>("known");
        QTest::addColumn<QString>("began");
        QTest::addColumn<QTime>("after");
        QTest::addColumn<QTime>("before");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("until");
        QTest::newRow("does not exist: the first moment after") << NewYork << u"2026-03-08T05:30:00Z"_s << QTime(2, 10) << QTime(2, 50)
                                                                << u"2026-03-08T07:00:00Z"_s << u"2026-03-08T07:00:01Z"_s;
        QTest::newRow("exists in Arizona") << Phoenix << u"2026-03-08T07:30:00Z"_s << QTime(2, 10) << QTime(2, 50)
                                           << u"2026-03-08T09:10:00Z"_s << u"2026-03-08T09:50:00Z"_s;
        QTest::newRow("comes twice: the first of them") << NewYork << u"2026-11-01T04:30:00Z"_s << QTime(1, 10) << QTime(1, 50)
                                                        << u"2026-11-01T05:10:00Z"_s << u"2026-11-01T05:50:00Z"_s;
        QTest::newRow("comes twice, the first is past: at once") << NewYork << u"2026-11-01T05:55:00Z"_s << QTime(1, 10) << QTime(1, 50)
                                                                 << u"2026-11-01T05:55:00Z"_s << u"2026-11-01T05:55:01Z"_s;
    }
    void keepsAWishedTimeThatIsMissingOrDouble()
    {
        QFETCH(QString, known);
        QFETCH(QString, began);
        QFETCH(QTime, after);
        QFETCH(QTime, before);
        QFETCH(QString, from);
        QFETCH(QString, until);
        Plan plan = sample::plan();
        plan.steps = {step(0, Medium::Note, "now"), step(0, Medium::Email, "morning")};
        for (int i = 0; i < 20; ++i) {
            CustomerState customer = person(known);
            customer.wish = {u"At night"_s, Medium::Email, after, before};
            LeadState &lead = customer.leads[0];
            lead.id = leadId(i);
            lead.arrivedAt = lead.planStartedAt = instant(began);
            touch(lead, Medium::Note, instant(began));
            const auto next = nextStep(customer, lead, &plan, PlanBook());
            QVERIFY(next);
            QCOMPARE(next->medium, Medium::Email);
            QVERIFY2(next->dueAt >= instant(from) && next->dueAt < instant(until), qPrintable(next->dueAt.toIso()));
        }
    }

    void confirmsTheBusinessDayBefore_data()
    {
        QTest::addColumn<QString>("known");
        QTest::addColumn<QString>("appointment");
        QTest::addColumn<QString>("due");
        const auto row = [](const char *name, const QString &known, const char *appointment, const char *due) {
            QTest::newRow(name) << known << QString::fromLatin1(appointment) << QString::fromLatin1(due);
        };
        row("over the change in spring", NewYork, "2026-03-09T18:00:00Z", "2026-03-07T15:00:00Z");
        row("over the change in autumn", NewYork, "2026-11-02T19:00:00Z", "2026-10-31T14:00:00Z");
        row("on leap day", NewYork, "2028-03-01T19:00:00Z", "2028-02-29T15:00:00Z");
        row("before a Fourth of a Saturday", NewYork, "2026-07-06T18:00:00Z", "2026-07-02T14:00:00Z");
        row("before a Fourth of a Sunday", NewYork, "2027-07-06T18:00:00Z", "2027-07-03T14:00:00Z");
        row("before a Christmas of a Saturday", NewYork, "2027-12-27T18:00:00Z", "2027-12-23T15:00:00Z");
        row("Guam", Guam, "2026-11-24T00:00:00Z", "2026-11-23T00:00:00Z");
        row("Hawaii", Honolulu, "2026-11-25T02:00:00Z", "2026-11-23T20:00:00Z");
    }
    void confirmsTheBusinessDayBefore()
    {
        QFETCH(QString, known);
        QFETCH(QString, appointment);
        CustomerState customer = person(known);
        LeadState &lead = customer.leads[0];
        lead.arrivedAt = lead.planStartedAt = instant(appointment) - std::chrono::hours(24 * 20);
        touch(lead, Medium::Note, lead.arrivedAt);
        lead.appointment = Appointment{EventId(), instant(appointment), u"Drive"_s, false};
        const Plan plan = sample::plan();
        const auto next = nextStep(customer, lead, &plan, PlanBook());
        QCOMPARE(next->band, Band::Appointment);
        QTEST(next->dueAt.toIso(), "due");
    }

    // A call was promised for a day on which the law of the place lets nobody call.
    void movesAPromiseOffADayThatIsForbidden_data()
    {
        QTest::addColumn<QString>("known");
        QTest::addColumn<QString>("promised");
        QTest::addColumn<QString>("due");
        const auto row = [](const char *name, const QString &known, const char *promised, const char *due) {
            QTest::newRow(name) << known << QString::fromLatin1(promised) << QString::fromLatin1(due);
        };
        row("elsewhere it is kept", NewYork, "2026-07-03T18:00:00Z", "2026-07-03T18:00:00Z");
        row("Alabama, the Friday before the Fourth", u"+12055550142"_s, "2026-07-03T18:00:00Z", "2026-07-06T13:00:00Z");
        row("Louisiana, the Monday after the Fourth", u"+15045550142"_s, "2027-07-05T15:00:00Z", "2027-07-06T13:00:00Z");
        row("Pennsylvania, the Friday before Christmas", u"+14125550142"_s, "2027-12-24T18:00:00Z", "2027-12-26T18:30:00Z");
        row("Pennsylvania, Christmas itself", u"+14125550142"_s, "2026-12-25T18:00:00Z", "2026-12-26T13:00:00Z");
        row("Mississippi, a Sunday", u"+16015550142"_s, "2026-11-22T18:00:00Z", "2026-11-23T14:00:00Z");
        row("South Dakota, a Sunday", u"+16055550142 SD 57101"_s, "2026-11-22T18:00:00Z", "2026-11-23T15:00:00Z");
    }
    void movesAPromiseOffADayThatIsForbidden()
    {
        QFETCH(QString, known);
        QFETCH(QString, promised);
        QFETCH(QString, due);
        CustomerState customer = person(known);
        LeadState &lead = customer.leads[0];
        lead.arrivedAt = lead.planStartedAt = instant(promised) - std::chrono::hours(24 * 5);
        touch(lead, Medium::Note, lead.arrivedAt);
        lead.promise = Promise{EventId(), instant(promised), Medium::Call, u"marcus"_s};
        const Plan plan = sample::plan();
        const auto next = nextStep(customer, lead, &plan, PlanBook());
        QCOMPARE(next->band, Band::Promise);
        QCOMPARE(next->dueAt.toIso(), due);
        const Permission then = mayContact(customer, RuleBook::shipped(), Medium::Call, next->pointKey, instant(promised));
        QCOMPARE(then.allowed(), due == promised);
        if (due != promised)
            QCOMPARE(then.until->toIso(), due);
    }
};

QTEST_APPLESS_MAIN(ClockCasesTest)
#include "clock_cases_test.moc"
