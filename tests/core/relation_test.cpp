#include "core/plan/relation.h"

#include "core/plan/next_step.h"
#include "core/plan/permission.h"
#include "sample_customer.h"

#include <QJsonDocument>

using namespace beback;
using namespace beback::sample;
using namespace Qt::StringLiterals;

namespace {

const Instant Asked = utc("2026-11-23T17:00:00Z"); // when Elena did, at 10:00 in Tucson

Instant daysLater(int days)
{
    return Asked + std::chrono::hours(24 * days);
}

// The shipped rules, with the relation as a store may set it.
RuleBook withRelation(bool blocks)
{
    RuleChange change;
    change.id = u"us-relation"_s;
    ContactRule rule = *RuleBook::shipped().find(change.id);
    rule.blocks = blocks;
    change.body = QJsonDocument(rule.toJson()).toJson();
    change.over = RuleBook::shipped().find(change.id)->valueDigest();
    return RuleBook::shipped().with({change}, QDate(2026, 11, 23));
}

CustomerState consenting(Medium medium)
{
    CustomerState customer = elena();
    customer.consents << Consent{EventId(), medium, Asked, u"Said so on the phone"_s};
    return customer;
}

} // namespace

class RelationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsNinetyDaysAfterTheyAsked_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("the day they asked") << 0 << "allowed";
        QTest::newRow("the last day") << 89 << "allowed";
        QTest::newRow("the day after") << 90 << "over";
        QTest::newRow("a year later") << 365 << "over";
    }

    void endsNinetyDaysAfterTheyAsked()
    {
        QFETCH(int, days);
        QFETCH(QString, verdict);
        const bool over = verdict == u"over"_s;
        for (const Medium medium : {Medium::Call, Medium::Text}) {
            const Permission warned = mayContact(elena(), RuleBook::shipped(), medium, {}, daysLater(days));
            QCOMPARE(warned.verdict, over ? Permission::Verdict::Warned : Permission::Verdict::Allowed);
            QCOMPARE(warned.code, over ? u"no_relation"_s : QString());
            const Permission blocked = mayContact(elena(), withRelation(true), medium, {}, daysLater(days));
            QCOMPARE(blocked.allowed(), !over);
            QVERIFY(!over || (!blocked.until && !blocked.house && !blocked.source.isEmpty()));
        }
        QVERIFY(mayContact(elena(), withRelation(true), Medium::Email, {}, daysLater(days)).allowed());
    }

    void beginsAnewWithWhatTheyDo()
    {
        CustomerState customer = elena();
        customer.leads.first().askedAt = daysLater(60);
        QVERIFY(mayContact(customer, withRelation(true), Medium::Call, {}, daysLater(149)).allowed());
        QVERIFY(!mayContact(customer, withRelation(true), Medium::Call, {}, daysLater(150)).allowed());
        customer.leads.first().boughtAt = daysLater(60);
        QVERIFY(mayContact(customer, withRelation(true), Medium::Call, {}, daysLater(599)).allowed());
        QVERIFY(!mayContact(customer, withRelation(true), Medium::Call, {}, daysLater(600)).allowed());
    }

    void consentGoesFurtherAndIsForItsMediumAlone()
    {
        const CustomerState customer = consenting(Medium::Text);
        QVERIFY(mayContact(customer, withRelation(true), Medium::Text, {}, daysLater(400)).allowed());
        QVERIFY(!mayContact(customer, withRelation(true), Medium::Call, {}, daysLater(400)).allowed());
        CustomerState refusing = customer;
        refusing.doNotContact << DoNotContact{EventId(), {}, Medium::Text, Asked, u"They said so"_s};
        QVERIFY(!mayContact(refusing, RuleBook::shipped(), Medium::Text, {}, daysLater(1)).allowed());
    }

    void aPromisedCallIsAllowedWhenItIsDue()
    {
        CustomerState customer = elena();
        customer.leads.first().promise = Promise{EventId(), daysLater(200), Medium::Call, u"ann"_s};
        QVERIFY(mayContact(customer, withRelation(true), Medium::Call, {}, daysLater(200)).allowed());
        QVERIFY(!mayContact(customer, withRelation(true), Medium::Text, {}, daysLater(200)).allowed());
    }

    void theNextStepTakesAMediumThatIsStillAllowed()
    {
        CustomerState customer = elena();
        LeadState &lead = customer.leads.first();
        touch(lead, Medium::Call, daysLater(100));
        lead.planStartedAt = daysLater(100);
        PlanBook plans;
        plans.setRules(withRelation(true));
        const auto step = nextStep(customer, lead, nullptr, plans); // long-term contact
        QVERIFY(step);
        QVERIFY(step->medium != Medium::Call && step->medium != Medium::Text);
        QVERIFY(mayContact(customer, plans.rules(), step->medium, step->pointKey, step->dueAt).allowed());
        customer.points = {phone("+15205550142", "mobile")};
        customer.address = {};
        const auto stuck = nextStep(customer, lead, nullptr, plans);
        QCOMPARE(stuck->band, Band::Stuck);
        QVERIFY2(stuck->stuckBecause.contains(u"consent"_s), qPrintable(stuck->stuckBecause));
        customer.consents << Consent{EventId(), Medium::Text, Asked, u"In writing"_s};
        QCOMPARE(nextStep(customer, lead, nullptr, plans)->medium, Medium::Text);
    }

    void tellsWhereARecordedCallNeedsAWord_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("ours");
        QTest::addColumn<QString>("places");
        QTest::newRow("nowhere") << "+15205550142" << "AZ" << "NM" << QString();
        QTest::newRow("where they live") << "+14155550142" << "CA" << "NM" << "California";
        QTest::newRow("by their number alone") << "+12065550142" << "AZ" << "NM" << "Washington";
        QTest::newRow("where we are") << "+15205550142" << "AZ" << "IL" << "Illinois";
        QTest::newRow("both") << "+14155550142" << "CA" << "FL" << "California and Florida";
    }

    void tellsWhereARecordedCallNeedsAWord()
    {
        QFETCH(QString, number);
        QFETCH(QString, region);
        QFETCH(QString, ours);
        QFETCH(QString, places);
        CustomerState customer = elena();
        customer.points = {phone(number.toLatin1().constData())};
        customer.address.region = region;
        customer.address.postcode.clear();
        const QString said = noticeSentence(customer, RuleBook::shipped(), ours);
        QCOMPARE(said.isEmpty(), places.isEmpty());
        QVERIFY2(said.contains(places), qPrintable(said));
    }

    void warnsOfRecordingWhereNothingIsKnown()
    {
        CustomerState customer = elena();
        customer.points.clear();
        customer.address = {};
        QVERIFY(noticeSentence(customer, RuleBook::shipped(), u"NM"_s).contains(u"not known"_s));
    }
};

QTEST_APPLESS_MAIN(RelationTest)
#include "relation_test.moc"
