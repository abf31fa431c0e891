// A lead of a person who is known: what it may change about them, and what it may not.

#include "core/history/check.h"
#include "core/history/event_store.h"
#include "core/history/fold.h"
#include "core/intake/intake.h"
#include "core/time/zones.h"
#include "tests/support/temp_store.h"

#include <QJsonArray>

using namespace beback;
using namespace beback::test;

namespace {

const QString LosAngeles = QStringLiteral("America/Los_Angeles");
const QString NewYork = QStringLiteral("America/New_York");
const QString California = QStringLiteral("+14155550101");
const QString Manhattan = QStringLiteral("+12125550102");
const QString Mail = QStringLiteral("ann@example.com");

LeadDraft lead(const QString &name, const QString &phone, const QString &email, const QStringList &keys, const QString &words = {})
{
    LeadDraft draft = draftNamed(name, phone, email);
    draft.zones.clear();
    draft.keys = keys;
    draft.comments = words;
    return draft;
}

class Room
{
public:
    Room() : intake(*store.recorder, QStringLiteral("America/Denver")) {}

    IntakeItem take(const LeadDraft &draft)
    {
        auto item = intake.take(draft, QStringLiteral("form"), QStringLiteral("priya"));
        if (!item)
            qFatal("%s", qPrintable(item.error().message + item.error().detail));
        return *item;
    }
    QVector<Event> events(CustomerId customer)
    {
        auto events = event_store::ofCustomer(*store.db, RooftopId{1}, customer);
        return events ? *events : QVector<Event>();
    }
    CustomerState state(CustomerId customer) { return fold(events(customer)); }

    TempStore store;
    Intake intake;
};

} // namespace

class KnownPersonIntakeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aJoinedLeadFromTheEastIsNotCalledBeforeEightInTheWest()
    {
        Room room;
        const auto ann = room.take(lead(QStringLiteral("Ann Example"), California, Mail, {QStringLiteral("web:1")})).customer;
        QCOMPARE(room.state(ann).zones, QStringList{LosAngeles});
        room.store.clock.advance(std::chrono::hours(22)); // Tuesday, nine in New York, six in Los Angeles
        const auto joined = room.take(lead(QStringLiteral("Ann Example"), Manhattan, Mail, {QStringLiteral("web:2")}));
        QCOMPARE(joined.fate, IntakeItem::Fate::Joined);
        const CustomerState state = room.state(ann);
        QCOMPARE(state.zones, (QStringList{LosAngeles, NewYork}));
        const auto step = nextStep(state, *state.lead(joined.lead), nullptr, PlanBook());
        QVERIFY(step);
        QCOMPARE(step->medium, Medium::Call);
        QVERIFY(step->dueAt >= *zones::instantOf(QDate(2026, 11, 17), QTime(8, 0), LosAngeles));
    }
    void anAddressInTheEastDoesNotHideANumberInTheWest()
    {
        Room room;
        const auto ann = room.take(lead(QStringLiteral("Ann Example"), California, Mail, {QStringLiteral("web:1")})).customer;
        LeadDraft east = lead(QStringLiteral("Ann Example"), Manhattan, Mail, {QStringLiteral("web:2")});
        east.address.region = QStringLiteral("NY");
        east.address.country = QStringLiteral("US");
        QCOMPARE(room.take(east).customer, ann);
        QCOMPARE(room.state(ann).zones, (QStringList{LosAngeles, NewYork}));
    }
    void aResendSaysEveryZoneThatIsThenKnown()
    {
        Room room;
        const auto ann = room.take(lead(QStringLiteral("Ann Example"), California, Mail, {QStringLiteral("web:1")})).customer;
        const auto again = room.take(
            lead(QStringLiteral("Ann Example"), Manhattan, Mail, {QStringLiteral("web:1")}, QStringLiteral("Still there?")));
        QCOMPARE(again.fate, IntakeItem::Fate::Resent);
        const QVector<Event> events = room.events(ann);
        QCOMPARE(events.last().kind, EventKind::LeadResent);
        QCOMPARE(LeadDraft::fromBody(events.last().body).zones, (QStringList{LosAngeles, NewYork}));
    }
    void zonesChosenByHandOutliveTheNextLead()
    {
        Room room;
        const auto ann = room.take(lead(QStringLiteral("Ann Example"), Manhattan, Mail, {QStringLiteral("web:1")})).customer;
        EventDraft edit;
        edit.customer = ann;
        edit.kind = EventKind::CustomerEdited;
        edit.actor = QStringLiteral("priya");
        edit.body = {{QStringLiteral("zones"), QJsonArray{QStringLiteral("Pacific/Honolulu")}}};
        VERIFY_OK(room.store.recorder->record(edit));
        room.take(lead(QStringLiteral("Ann Example"), Manhattan, Mail, {QStringLiteral("web:2")}));
        QVERIFY(room.state(ann).zones.contains(QStringLiteral("Pacific/Honolulu")));
    }
    void aKeyOfAnotherCustomerIsNotRecordedTwice_data()
    {
        QTest::addColumn<bool>("resend");
        QTest::addColumn<bool>("knownKey");
        QTest::newRow("one of the keys is the customer's") << false << true;
        QTest::newRow("the sender says it is a resend") << true << false;
        QTest::newRow("a new lead of the customer") << false << false;
    }
    void aKeyOfAnotherCustomerIsNotRecordedTwice()
    {
        QFETCH(bool, resend);
        QFETCH(bool, knownKey);
        Room room;
        const QString x = QStringLiteral("adf:portal/x");
        const QString y = QStringLiteral("adf:portal/y");
        const QString fresh = QStringLiteral("adf:portal/z");
        const auto ann = room.take(lead(QStringLiteral("Ann Example"), California, {}, {x})).customer;
        const auto carlos = room.take(lead(QStringLiteral("Carlos Vega"), Manhattan, {}, {y})).customer;
        LeadDraft both = lead(QStringLiteral("Ann Example"), California, {}, {knownKey ? x : fresh, y}, QStringLiteral("Hello?"));
        both.resend = resend;
        QCOMPARE(room.take(both).customer, ann);
        QVERIFY(!room.state(ann).intakeKeys.contains(y));
        QVERIFY(room.state(carlos).intakeKeys.contains(y));
        const auto found = checkStore(*room.store.db, RooftopId{1}, room.store.plans, false);
        QVERIFY(found);
        QVERIFY2(found->findings.isEmpty(), qPrintable(found->findings.join(QLatin1Char('\n'))));
    }
};

QTEST_GUILESS_MAIN(KnownPersonIntakeTest)
#include "known_person_intake_test.moc"
