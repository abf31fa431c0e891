#include "core/plan/permission.h"
#include "core/plan/reach.h"
#include "core/plan/whereabouts.h"

#include "sample_customer.h"

using namespace beback;
using namespace beback::sample;
using namespace Qt::StringLiterals;

namespace {

// Somebody known by a number and, where given, a state and a ZIP code.
CustomerState person(const QString &phone, const QString &region = {}, const QString &zip = {})
{
    CustomerState customer = elena();
    customer.address = {};
    customer.address.region = region;
    customer.address.postcode = zip;
    customer.points.clear();
    if (!phone.isEmpty()) {
        ContactPoint point;
        point.type = ContactPoint::Type::Phone;
        point.value = phone;
        customer.points << point;
    }
    customer.zones = zones::candidates(phone.isEmpty() ? QStringList() : QStringList{phone}, {}, region);
    return customer;
}

} // namespace

class RulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedRulesNameTheirSources()
    {
        QVERIFY(RuleBook::shipped().rules().size() > 20);
        QSet<QString> ids;
        for (const ContactRule &rule : RuleBook::shipped().rules()) {
            QVERIFY2(!rule.source.isEmpty() && !rule.place.isEmpty(), qPrintable(rule.id));
            QVERIFY2(!ids.contains(rule.id), qPrintable(rule.id));
            ids << rule.id;
        }
    }

    void refusesRulesThatCannotBeRead_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *json, const char *says) {
            QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(says);
        };
        row("no JSON", "hours", "cannot be read");
        row("no source", R"({"rules":[{"id":"a","place":"x","where":"US","kind":"hours","hours":{"mon":"08:00-21:00"}}]})", "source");
        row("no state", R"({"rules":[{"id":"a","place":"x","source":"s","where":"Florida","kind":"hours"}]})", "US-FL");
        row("a day that is none", R"({"rules":[{"id":"a","place":"x","source":"s","where":"US","kind":"hours","hours":{"day":"08:00-21:00"}}]})",
            "mon-sat");
        row("hours that end before they begin",
            R"({"rules":[{"id":"a","place":"x","source":"s","where":"US","kind":"hours","hours":{"mon":"21:00-08:00"}}]})", "mon-sat");
        row("a cap of nothing", R"({"rules":[{"id":"a","place":"x","source":"s","where":"US","kind":"cap","media":["call"],"hours":24}]})",
            "most");
        row("a cap on something else",
            R"({"rules":[{"id":"a","place":"x","source":"s","where":"US","kind":"cap","media":["fax"],"most":1,"hours":24}]})", "medium");
    }
    void refusesRulesThatCannotBeRead()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, says);
        const auto book = RuleBook::fromJson(json);
        QVERIFY(!book);
        QVERIFY2(book.error().message.contains(says), qPrintable(book.error().message));
    }

    void knowsWhereSomebodyMayBe_data()
    {
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("zip");
        QTest::addColumn<QString>("places");
        const auto row = [](const char *name, const char *phone, const char *region, const char *zip, const char *places) {
            QTest::newRow(name) << QString::fromLatin1(phone) << QString::fromLatin1(region) << QString::fromLatin1(zip)
                                << QString::fromLatin1(places);
        };
        row("no rules of its own", "+15205550142", "", "", "America/Denver America/Phoenix");
        row("Miami", "+13055550142", "", "", "America/New_York@FL");
        row("moved to Arizona, kept the number", "+13055550142", "AZ", "85701", "America/Denver America/New_York@FL America/Phoenix");
        row("the ZIP code alone", "", "", "33101", "America/Chicago@FL America/New_York@FL");
        row("a ZIP code that says more than the number", "+15205550142", "", "35203", "America/Chicago@AL America/Denver America/Phoenix");
        row("two states with rules", "+12055550142", "GA", "", "America/Chicago@AL America/New_York");
        row("Canada", "+14165550142", "", "", "America/Toronto");
        row("toll-free", "+18005550142", "", "", "?");
        row("nothing", "", "", "", "?");
    }
    void knowsWhereSomebodyMayBe()
    {
        QFETCH(QString, phone);
        QFETCH(QString, region);
        QFETCH(QString, zip);
        QTEST(placesOf(person(phone, region, zip), RuleBook::shipped()).join(QLatin1Char(' ')), "places");
    }

    void keepsTheHoursOfEveryPlace_data()
    {
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("opens"); // the same: it is open
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const char *phone, const char *region, const char *at, const char *opens, const char *reason) {
            QTest::newRow(name) << QString::fromLatin1(phone) << QString::fromLatin1(region) << QString::fromLatin1(at)
                                << QString::fromLatin1(opens) << QString::fromLatin1(reason);
        };
        row("Florida until eight", "+13055550142", "", "2026-11-24T00:59:00Z", "2026-11-24T00:59:00Z", "");
        row("Florida after eight", "+13055550142", "", "2026-11-24T01:00:00Z", "2026-11-24T13:00:00Z", "Quiet hours of Florida until 8:00 am");
        row("everywhere after nine", "+13055550142", "", "2026-11-24T02:00:00Z", "2026-11-24T13:00:00Z", "Quiet hours until 8:00 am Eastern");
        row("the clock goes forward in Florida", "+13055550142", "", "2026-03-08T06:30:00Z", "2026-03-08T12:00:00Z",
            "Quiet hours until 8:00 am Eastern");
        row("the clock goes back in Florida", "+13055550142", "", "2026-11-01T01:00:00Z", "2026-11-01T13:00:00Z",
            "Quiet hours until 8:00 am Eastern");
        row("Kentucky from ten", "+15025550142", "", "2026-11-23T14:30:00Z", "2026-11-23T15:00:00Z", "Quiet hours of Kentucky until 10:00 am");
        row("Alabama on a Sunday", "+12055550142", "", "2026-11-22T18:00:00Z", "2026-11-23T14:00:00Z", "Quiet hours of Alabama until 8:00 am");
        row("Alabama before a holiday Monday", "+12055550142", "", "2026-09-06T18:00:00Z", "2026-09-08T13:00:00Z",
            "Quiet hours of Alabama until Tuesday 8:00 am");
        row("Louisiana when the Fourth is a Saturday", "+15045550142", "", "2026-07-03T15:00:00Z", "2026-07-06T13:00:00Z",
            "Quiet hours of Louisiana until Monday 8:00 am");
        row("Alabama when Christmas is a Friday", "+12055550142", "", "2026-12-25T18:00:00Z", "2026-12-26T14:00:00Z",
            "Quiet hours of Alabama until 8:00 am");
        row("Texas on a Sunday before noon", "+17135550142", "", "2026-11-22T17:30:00Z", "2026-11-22T18:00:00Z",
            "Quiet hours of Texas until 12:00 pm");
        row("Rhode Island on a Saturday evening", "+14015550142", "", "2026-11-21T22:00:00Z", "2026-11-23T14:00:00Z",
            "Quiet hours of Rhode Island until Monday 9:00 am");
        row("Pennsylvania on a Saturday afternoon", "+12155550142", "", "2026-11-21T18:00:00Z", "2026-11-22T18:30:00Z",
            "Quiet hours of Pennsylvania until tomorrow 1:30 pm");
        row("Arizona does not change its clock", "+15205550142", "", "2026-03-08T14:30:00Z", "2026-03-08T15:00:00Z",
            "Quiet hours until 8:00 am Arizona");
        row("Indiana, where it keeps Central time", "+12195550142", "", "2026-11-23T14:30:00Z", "2026-11-23T15:00:00Z",
            "Quiet hours of Indiana until 9:00 am");
        row("Guam", "+16715550142", "", "2026-11-22T21:00:00Z", "2026-11-22T22:00:00Z", "Quiet hours until 8:00 am Guam");
        row("Maine's afternoon", "+12075550142", "", "2026-11-23T22:00:00Z", "2026-11-24T14:00:00Z", "Quiet hours of Maine until 9:00 am");
        row("number and address disagree: Kentucky's morning", "+13055550142", "KY", "2026-11-23T14:30:00Z", "2026-11-23T16:00:00Z",
            "Quiet hours of Kentucky until 10:00 am");
        row("nothing known: every state that may be it", "", "", "2026-11-22T18:00:00Z", "2026-11-23T17:00:00Z",
            "Where they live is not known: quiet hours until 9:00 am Pacific");
    }
    void keepsTheHoursOfEveryPlace()
    {
        QFETCH(QString, phone);
        QFETCH(QString, region);
        QFETCH(QString, at);
        QFETCH(QString, opens);
        QFETCH(QString, reason);
        CustomerState customer = person(phone, region);
        if (phone.isEmpty())
            customer.points = person(u"+18005550142"_s).points; // a number without a place
        const auto next = nextOpen(contactHours(customer, RuleBook::shipped()), utc(at.toLatin1().constData()));
        QVERIFY(next);
        QCOMPARE(next->toIso(), opens);
        QCOMPARE(isOpen(contactHours(customer, RuleBook::shipped()), utc(at.toLatin1().constData())), at == opens);
        for (const Medium medium : {Medium::Call, Medium::Text}) {
            const Permission permission = mayContact(customer, RuleBook::shipped(), medium, {}, utc(at.toLatin1().constData()));
            QCOMPARE(permission.allowed(), at == opens);
            QCOMPARE(permission.reason, reason);
            if (!permission.allowed())
                QCOMPARE(permission.until->toIso(), opens);
        }
        QVERIFY(mayContact(customer, RuleBook::shipped(), Medium::Visit, {}, utc(at.toLatin1().constData())).allowed());
    }

    void closesWhenTheFirstPlaceDoes()
    {
        const auto closes = closesAt(contactHours(person(u"+13055550142"_s), RuleBook::shipped()), utc("2026-11-23T19:00:00Z"));
        QVERIFY(closes);
        QCOMPARE(closes->toIso(), u"2026-11-24T01:00:00Z"_s);
    }

    void hearsWhoeverWantsToHearNoMore_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("asked"); // "": nothing; "same", "all", or a medium
        const auto row = [](const char *message, const char *asked) {
            QTest::newRow(message) << QString::fromUtf8(message) << QString::fromLatin1(asked);
        };
        row("STOP", "same");
        row(" stop. ", "same");
        row("Unsubscribe!", "same");
        row("Opt-out", "same");
        row("Arrêt", "same");
        row("Please stop texting me", "text");
        row("Stop calling my wife", "call");
        row("Don't contact me again", "all");
        row("Don’t contact me again", "all");
        row("take me off your list, thanks", "all");
        row("I'll stop by at five", "");
        row("Can we cancel the appointment?", "");
        row("That was the end of the month, right?", "");
        row("We stopped texting him", "");
        row("", "");
    }
    void hearsWhoeverWantsToHearNoMore()
    {
        QFETCH(QString, message);
        const auto asked = RuleBook::shipped().asksToStop(message);
        const QString found = !asked ? QString() : asked->all ? u"all"_s : asked->medium ? toText(*asked->medium) : u"same"_s;
        QTEST(found, "asked");
    }

    void countsCallsAndTextsTogether()
    {
        CustomerState customer = person(u"+13055550142"_s);
        customer.touches = {Touch{utc("2026-11-23T14:00:00Z"), Medium::Call, {}, {}}, Touch{utc("2026-11-23T16:00:00Z"), Medium::Text, {}, {}},
                            {utc("2026-11-23T17:00:00Z"), Medium::Email, {}, {}}};
        QVERIFY(mayContact(customer, RuleBook::shipped(), Medium::Text, {}, utc("2026-11-23T19:00:00Z")).allowed());
        customer.touches << Touch{utc("2026-11-23T18:00:00Z"), Medium::Text, {}, {}};
        const Permission fourth = mayContact(customer, RuleBook::shipped(), Medium::Text, {}, utc("2026-11-23T19:00:00Z"));
        QVERIFY(!fourth.allowed());
        QCOMPARE(fourth.reason, u"3 calls and texts in 24 hours, the most in Florida"_s);
        QCOMPARE(fourth.until->toIso(), u"2026-11-24T14:00:00Z"_s);
        QVERIFY(fourth.source.contains(u"501.616"_s));
        QVERIFY(mayContact(customer, RuleBook::shipped(), Medium::Text, {}, utc("2026-11-24T14:00:00Z")).allowed());
    }

    // Five in a week, by whichever department, since they last answered.
    void keepsTheLimitOfTheHouse()
    {
        CustomerState customer = elena();
        const Instant noon = utc("2026-11-27T19:00:00Z");
        for (int day = 23; day < 28; ++day)
            customer.touches << Touch{utc(qPrintable(u"2026-11-%1T18:00:00Z"_s.arg(day))), Medium::Email, {}, day == 25 ? u"service"_s : QString()};
        const Permission over = mayContact(customer, RuleBook::shipped(), Medium::Email, {}, noon);
        QCOMPARE(over.verdict, Permission::Verdict::Warned); // a rule of the house: whoever knows why may go beyond it
        QCOMPARE(over.code, u"house_limit"_s);
        QCOMPARE(houseFreeFrom(customer, RuleBook::shipped(), Medium::Email, noon).toIso(), u"2026-11-30T18:00:00Z"_s);
        customer.touches[1].answeredAt = utc("2026-11-24T20:00:00Z"); // three since
        QCOMPARE(mayContact(customer, RuleBook::shipped(), Medium::Email, {}, noon).verdict, Permission::Verdict::Allowed);
        customer.touches[1].answeredAt = {};
        customer.leads[0].waitingReply = Medium::Email; // they wait for us
        QCOMPARE(mayContact(customer, RuleBook::shipped(), Medium::Email, {}, noon).verdict, Permission::Verdict::Allowed);
    }

    // The call they picked up is none of those they did not answer.
    void whatTheyAnsweredDoesNotCountAgainstThem()
    {
        CustomerState customer = elena();
        for (int day = 23; day < 28; ++day)
            customer.touches << Touch{utc(qPrintable(u"2026-11-%1T18:00:00Z"_s.arg(day))), Medium::Email, {}, {}};
        const Instant noon = utc("2026-11-27T19:00:00Z");
        QCOMPARE(mayContact(customer, RuleBook::shipped(), Medium::Email, {}, noon).code, u"house_limit"_s);
        customer.touches[0].medium = Medium::Call;
        customer.touches[0].answeredAt = customer.touches[0].at;
        QCOMPARE(mayContact(customer, RuleBook::shipped(), Medium::Email, {}, noon).verdict, Permission::Verdict::Allowed);
    }

    void countsTheTouchOfThisVeryMoment()
    {
        CustomerState customer = person(u"+13055550142"_s);
        for (const char *at : {"2026-11-23T14:00:00Z", "2026-11-23T16:00:00Z", "2026-11-23T18:00:00Z"})
            customer.touches << Touch{utc(at), Medium::Text, {}, {}};
        QVERIFY(!mayContact(customer, RuleBook::shipped(), Medium::Text, {}, utc("2026-11-23T18:00:00Z")).allowed());
    }

    void theHouseMakesNoHours()
    {
        const auto book = RuleBook::fromJson(R"({"rules":[{"id":"h","place":"x","source":"s","where":"house","kind":"hours","hours":{"mon-sun":"08:00-20:00"}}]})");
        QVERIFY(!book);
        QVERIFY2(book.error().message.contains(u"cap"_s), qPrintable(book.error().message));
    }

    void aStepIsPlannedPastACapIntoTheHours()
    {
        CustomerState customer = person(u"+13055550142"_s);
        for (const char *at : {"2026-11-23T23:00:00Z", "2026-11-23T23:30:00Z", "2026-11-24T00:30:00Z"})
            customer.touches << Touch{utc(at), Medium::Text, {}, {}};
        const Reach reach(customer, RuleBook::shipped());
        NextStep step;
        reach.place(step, Medium::Text, {utc("2026-11-24T00:45:00Z"), {}}, Reach::Calls::Wait);
        QCOMPARE(step.medium, Medium::Text);
        QCOMPARE(step.dueAt.toIso(), u"2026-11-24T23:00:00Z"_s);
        QVERIFY(mayContact(customer, RuleBook::shipped(), Medium::Text, {}, step.dueAt).allowed());
    }
};

QTEST_GUILESS_MAIN(RulesTest)
#include "rules_test.moc"
