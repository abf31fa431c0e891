#include "core/plan/permission.h"

#include "sample_customer.h"

using namespace beback;
using namespace beback::sample;
using namespace Qt::StringLiterals;

namespace {

const Instant MondayNoon = utc("2026-11-23T19:00:00Z");  // in Tucson
const Instant MondayNight = utc("2026-11-24T05:30:00Z"); // 10:30 pm there
constexpr const char *Mobile = "phone:+15205550142";

} // namespace

class PermissionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allowsEveryMediumAtNoon()
    {
        for (const Medium medium : AllMedia) {
            const Permission permission = mayContact(elena(), RuleBook::shipped(), medium, {}, MondayNoon);
            QCOMPARE(permission.verdict, Permission::Verdict::Allowed);
            QVERIFY(permission.reason.isEmpty());
        }
    }

    void keepsQuietHoursForCallsAndTextsOnly()
    {
        for (const Medium medium : {Medium::Call, Medium::Text}) {
            const Permission permission = mayContact(elena(), RuleBook::shipped(), medium, {}, MondayNight);
            QVERIFY(!permission.allowed());
            QCOMPARE(permission.code, u"quiet_hours"_s);
            QCOMPARE(permission.reason, u"Quiet hours in Tucson until 8:00 am"_s);
            QCOMPARE(permission.until->toIso(), u"2026-11-24T15:00:00Z"_s);
        }
        for (const Medium medium : {Medium::Email, Medium::Note, Medium::Visit, Medium::Social})
            QVERIFY(mayContact(elena(), RuleBook::shipped(), medium, {}, MondayNight).allowed());
    }

    void namesTheZoneThatOpensLast()
    {
        CustomerState customer = elena();
        customer.zones = {u"America/Los_Angeles"_s, u"America/New_York"_s};
        const Permission permission = mayContact(customer, RuleBook::shipped(), Medium::Call, {}, utc("2026-11-23T14:00:00Z"));
        QCOMPARE(permission.reason, u"Quiet hours until 8:00 am Pacific"_s);
        QCOMPARE(permission.until->toIso(), u"2026-11-23T16:00:00Z"_s);
        customer.address.city.clear();
        customer.zones = {u"America/Denver"_s};
        QCOMPARE(mayContact(customer, RuleBook::shipped(), Medium::Call, {}, MondayNight).reason, u"Quiet hours until 8:00 am Mountain"_s);
    }

    void needsDaytimeFromCoastToCoastWhereNothingIsKnown()
    {
        CustomerState customer = elena();
        customer.zones.clear();
        customer.address = {};
        customer.points = {phone("+18005550142", "mobile"), email("elena@example.com")};
        const Permission early = mayContact(customer, RuleBook::shipped(), Medium::Call, {}, utc("2026-11-23T15:00:00Z"));
        QVERIFY(!early.allowed());
        QCOMPARE(early.code, u"unknown_zone"_s);
        QCOMPARE(early.until->toIso(), u"2026-11-23T17:00:00Z"_s); // Nevada's and Utah's nine o'clock, and Kentucky's ten
        const Permission day = mayContact(customer, RuleBook::shipped(), Medium::Call, {}, MondayNoon);
        QCOMPARE(day.verdict, Permission::Verdict::Warned);
        QCOMPARE(day.code, u"unknown_zone"_s);
        QCOMPARE(mayContact(customer, RuleBook::shipped(), Medium::Email, {}, MondayNoon).verdict, Permission::Verdict::Allowed);
    }

    void respectsWhatTheyAsked_data()
    {
        QTest::addColumn<QString>("point");
        QTest::addColumn<int>("refused"); // a medium, or -1 for all
        QTest::addColumn<QVector<bool>>("allowed"); // call text email note visit social
        QTest::addColumn<QString>("callReason");
        QTest::newRow("the whole person") << QString() << -1 << QVector<bool>{false, false, false, false, false, false}
                                          << u"Asked on Nov 16 not to be contacted"_s;
        QTest::newRow("all calls") << QString() << int(Medium::Call) << QVector<bool>{false, true, true, true, true, true}
                                   << u"Asked on Nov 16 not to be called"_s;
        QTest::newRow("one number") << QString::fromLatin1(Mobile) << -1 << QVector<bool>{false, false, true, true, true, true}
                                    << u"Asked on Nov 16 not to be called here"_s;
        QTest::newRow("calls to one number") << QString::fromLatin1(Mobile) << int(Medium::Call)
                                             << QVector<bool>{false, true, true, true, true, true}
                                             << u"Asked on Nov 16 not to be called here"_s;
        QTest::newRow("texts") << QString() << int(Medium::Text) << QVector<bool>{true, false, true, true, true, true} << QString();
        QTest::newRow("mail") << QString() << int(Medium::Note) << QVector<bool>{true, true, true, false, true, true} << QString();
        QTest::newRow("another number") << u"phone:+15205550199"_s << -1 << QVector<bool>{true, true, true, true, true, true}
                                        << QString();
    }
    void respectsWhatTheyAsked()
    {
        QFETCH(QString, point);
        QFETCH(int, refused);
        QFETCH(QVector<bool>, allowed);
        QFETCH(QString, callReason);
        CustomerState customer = elena();
        customer.doNotContact << refusal(qPrintable(point), refused < 0 ? std::nullopt : std::optional(Medium(refused)));
        for (size_t i = 0; i < AllMedia.size(); ++i) {
            const Permission permission = mayContact(customer, RuleBook::shipped(), AllMedia[i], {}, MondayNoon);
            QCOMPARE(permission.allowed(), allowed[qsizetype(i)]);
            QVERIFY(permission.allowed() || (permission.code == u"asked_not_to"_s && !permission.until));
        }
        QCOMPARE(mayContact(customer, RuleBook::shipped(), Medium::Call, {}, MondayNoon).reason, callReason);
        QCOMPARE(mayContact(customer, RuleBook::shipped(), Medium::Call, QString::fromLatin1(Mobile), MondayNoon).reason, callReason);
    }

    void namesTheYearOfAnOldRefusal()
    {
        CustomerState customer = elena();
        customer.doNotContact << refusal("", std::nullopt, "2025-11-16T18:00:00Z");
        QCOMPARE(mayContact(customer, RuleBook::shipped(), Medium::Email, {}, MondayNoon).reason, u"Asked on Nov 16, 2025 not to be contacted"_s);
    }

    void saysThatANumberIsWrongRatherThanRefused()
    {
        CustomerState customer = elena();
        DoNotContact wrong = refusal(Mobile, std::nullopt);
        wrong.reason = u"wrong number"_s;
        customer.doNotContact << wrong;
        const Permission permission = mayContact(customer, RuleBook::shipped(), Medium::Call, QString::fromLatin1(Mobile), MondayNoon);
        QVERIFY(!permission.allowed());
        QCOMPARE(permission.code, u"no_point"_s);
        QCOMPARE(permission.reason, u"Wrong number, found on Nov 16"_s);
    }

    void needsAPointThatFits_data()
    {
        QTest::addColumn<int>("medium");
        QTest::addColumn<QString>("point");
        QTest::addColumn<QString>("reason");
        QTest::newRow("a number that was removed") << int(Medium::Call) << u"phone:+15205550100"_s << u"This number is no longer on file"_s;
        QTest::newRow("an address that was removed") << int(Medium::Email) << u"email:old@example.com"_s
                                                     << u"This address is no longer on file"_s;
        QTest::newRow("a call to an address") << int(Medium::Call) << u"email:elena@example.com"_s << u"An e-mail address cannot be phoned"_s;
        QTest::newRow("an e-mail to a number") << int(Medium::Email) << u"phone:+15205550142"_s << u"A phone number takes no e-mail"_s;
        QTest::newRow("a call to a fax") << int(Medium::Call) << u"phone:+15205550143"_s << u"A fax number cannot be phoned"_s;
    }
    void needsAPointThatFits()
    {
        QFETCH(int, medium);
        QFETCH(QString, point);
        QFETCH(QString, reason);
        CustomerState customer = elena();
        customer.points << phone("+15205550143", "fax");
        const Permission permission = mayContact(customer, RuleBook::shipped(), Medium(medium), point, MondayNoon);
        QCOMPARE(permission.code, u"no_point"_s);
        QCOMPARE(permission.reason, reason);
        QVERIFY(!permission.until);
    }

    void saysWhatIsMissing()
    {
        CustomerState customer = elena();
        customer.points.clear();
        customer.address.street.clear();
        QCOMPARE(mayContact(customer, RuleBook::shipped(), Medium::Text, {}, MondayNoon).reason, u"No phone number on file"_s);
        QCOMPARE(mayContact(customer, RuleBook::shipped(), Medium::Email, {}, MondayNoon).reason, u"No e-mail address on file"_s);
        QCOMPARE(mayContact(customer, RuleBook::shipped(), Medium::Note, {}, MondayNoon).reason, u"No street address on file"_s);
    }

    void allowsOneCallADayByTheirCalendar()
    {
        CustomerState customer = elena();
        customer.leads[0].lastCallAt = utc("2026-11-23T16:40:00Z");
        const Permission same = mayContact(customer, RuleBook::shipped(), Medium::Call, {}, MondayNoon);
        QVERIFY(!same.allowed());
        QCOMPARE(same.code, u"called_today"_s);
        QCOMPARE(same.reason, u"Called today at 9:40 am, one call a day"_s);
        QCOMPARE(same.until->toIso(), u"2026-11-24T15:00:00Z"_s);
        QVERIFY(mayContact(customer, RuleBook::shipped(), Medium::Text, {}, MondayNoon).allowed());
        // Next day in Greenwich and still Monday in Tucson; then Tuesday there.
        QVERIFY(!mayContact(customer, RuleBook::shipped(), Medium::Call, {}, utc("2026-11-24T03:00:00Z")).allowed());
        QVERIFY(mayContact(customer, RuleBook::shipped(), Medium::Call, {}, utc("2026-11-24T15:00:00Z")).allowed());
    }

    void countsTheCallsAboutAllTheirLeads()
    {
        CustomerState customer = elena();
        LeadState second = customer.leads[0];
        second.id = leadId(2);
        second.status = LeadStatus::Lost;
        second.lastCallAt = utc("2026-11-23T16:40:00Z");
        customer.leads << second;
        QCOMPARE(mayContact(customer, RuleBook::shipped(), Medium::Call, {}, MondayNoon).code, u"called_today"_s);
    }

    void callsAgainWhenTheyAskedForIt()
    {
        CustomerState customer = elena();
        LeadState &lead = customer.leads[0];
        lead.lastCallAt = utc("2026-11-23T16:40:00Z");
        lead.promise = Promise{EventId(), utc("2026-11-23T22:00:00Z"), Medium::Call, u"marcus"_s};
        QCOMPARE(mayContact(customer, RuleBook::shipped(), Medium::Call, {}, MondayNoon).verdict, Permission::Verdict::Allowed);
        lead.promise->at = utc("2026-11-24T22:00:00Z"); // tomorrow's promise is no reason for a call today
        QVERIFY(!mayContact(customer, RuleBook::shipped(), Medium::Call, {}, MondayNoon).allowed());
        lead.promise.reset();
        lead.waitingReply = Medium::Call;
        QCOMPARE(mayContact(customer, RuleBook::shipped(), Medium::Call, {}, MondayNoon).verdict, Permission::Verdict::Allowed);
        lead.waitingReply = Medium::Text;
        const Permission wrote = mayContact(customer, RuleBook::shipped(), Medium::Call, {}, MondayNoon);
        QCOMPARE(wrote.verdict, Permission::Verdict::Warned);
        QCOMPARE(wrote.code, u"called_today"_s);
        lead.status = LeadStatus::Lost; // what waits on a closed lead asks for nothing
        QVERIFY(!mayContact(customer, RuleBook::shipped(), Medium::Call, {}, MondayNoon).allowed());
    }

    void saysWhenTheirZonesShareNoHour()
    {
        CustomerState customer = elena();
        customer.zones = {u"America/New_York"_s, u"Asia/Tokyo"_s, u"Europe/London"_s};
        const Permission permission = mayContact(customer, RuleBook::shipped(), Medium::Call, {}, MondayNoon);
        QVERIFY(!permission.allowed());
        QVERIFY(!permission.until);
        QVERIFY(permission.reason.contains(u"share no hour"_s));
    }

    void picksTheBestPoint_data()
    {
        QTest::addColumn<int>("medium");
        QTest::addColumn<QString>("expected");
        QTest::newRow("calls: the preferred one") << int(Medium::Call) << u"+15205550102"_s;
        QTest::newRow("texts: a mobile, not the preferred landline") << int(Medium::Text) << u"+15205550103"_s;
        QTest::newRow("e-mail: the first that is readable") << int(Medium::Email) << u"first@example.com"_s;
        QTest::newRow("notes use no point") << int(Medium::Note) << QString();
    }
    void picksTheBestPoint()
    {
        QFETCH(int, medium);
        QFETCH(QString, expected);
        CustomerState customer = elena();
        ContactPoint home = phone("+15205550102", "home");
        home.preferred = true;
        customer.points = {phone("+15205550101", "fax"), phone(""), phone("+15205550104"), home, phone("+15205550103", "mobile"),
                           email(""), email("first@example.com"), email("second@example.com")};
        const ContactPoint *point = usablePoint(customer, Medium(medium));
        QCOMPARE(point ? point->value : QString(), expected);
    }

    void passesOverRefusedPoints()
    {
        CustomerState customer = elena();
        customer.points << phone("+15205550177", "home");
        customer.doNotContact << refusal(Mobile, Medium::Text);
        QCOMPARE(usablePoint(customer, Medium::Text)->value, u"+15205550177"_s);
        QCOMPARE(usablePoint(customer, Medium::Call)->value, u"+15205550142"_s);
        customer.doNotContact << refusal("phone:+15205550177", std::nullopt);
        QVERIFY(!usablePoint(customer, Medium::Text));
    }
};

QTEST_APPLESS_MAIN(PermissionTest)
#include "permission_test.moc"
