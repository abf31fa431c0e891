// What a manager asks for and says about a lead: how it begins and ends, and what it makes of the next step, as tables.

#include "core/history/fold.h"
#include "core/plan/next_step.h"
#include "core/plan/permission.h"

#include "sample_customer.h"

using namespace beback;
using namespace beback::sample;
using namespace Qt::StringLiterals;

namespace {

const Instant Asked = utc("2026-11-25T17:00:00Z"); // a Wednesday, 10:00 in Tucson

// Elena, called once nine days before, with so many steps of the plan done; a manager asks for her.
CustomerState asked(int stepsDone)
{
    CustomerState customer = elena();
    LeadState &lead = customer.leads[0];
    touch(lead, Medium::Call, utc("2026-11-16T18:00:00Z"));
    lead.arrivedAt = lead.planStartedAt = utc("2026-11-16T17:00:00Z");
    lead.stepsDone = stepsDone;
    lead.nudge = Nudge{EventId(), Asked, u"dana"_s, u"They are hot"_s};
    return customer;
}

NextStep stepOf(const CustomerState &customer)
{
    const Plan plan = sample::plan();
    const auto next = nextStep(customer, customer.leads.first(), &plan, PlanBook());
    return next.value_or(NextStep());
}

// One history, an event after the other.
class Story
{
public:
    Story()
    {
        LeadDraft draft;
        draft.name.full = u"Elena Ruiz"_s;
        draft.points = {email("elena@example.com")};
        add(EventKind::LeadArrived, u"system"_s, draft.toBody());
    }

    EventId add(EventKind kind, const QString &actor, const QJsonObject &body = {}, std::optional<Medium> medium = {}, Outcome outcome = Outcome::None)
    {
        ++m_count;
        Event event;
        event.id = EventId(QUuid(0x018f0000u, 0x7000, ushort(m_count), 0x80, 0, 0, 0, 0, 0, 0, 9));
        event.customer = CustomerId(QUuid(0x018f0000u, 0x7000, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 8));
        event.lead = leadId(1);
        event.rooftop = {1};
        event.hlc = {qint64(m_count) << 16};
        event.kind = kind;
        event.kindText = toText(kind);
        event.medium = medium;
        event.outcome = outcome;
        event.occurredAt = utc("2026-11-16T17:00:00Z") + std::chrono::hours(m_count);
        event.actor = actor;
        event.body = body;
        m_events << event;
        return event.id;
    }
    EventId nudge() { return add(EventKind::Nudged, u"dana"_s, {{u"to"_s, u"luis"_s}, {u"reason"_s, u"They are hot"_s}}); }
    EventId coach(const QString &to) { return add(EventKind::Noted, u"dana"_s, {{u"text"_s, u"Ask about the trade"_s}, {u"coach"_s, true}, {u"to"_s, to}}); }
    void attempt(const QString &by, const QJsonObject &body = {}) { add(EventKind::Attempt, by, body, Medium::Email, Outcome::Sent); }
    // Written down now, made before everything there is.
    void lateAttempt(const QString &by)
    {
        attempt(by);
        m_events.last().occurredAt = m_events.first().occurredAt;
    }
    LeadState lead() const { return fold(m_events).leads.first(); }

private:
    QVector<Event> m_events;
    int m_count = 0;
};

} // namespace

Q_DECLARE_METATYPE(CustomerState)

class NudgeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsDue_data();
    void whatIsDue();
    void nobodyIsCalledTwiceOnADay();
    void atNightItWaitsForTheMorning();
    void whoRefusesEverythingStaysStuck();
    void aClosedLeadHasNoStep();
    void ofTwoLeadsTheOneAskedForComesFirst();
    void anAttemptOfOursEndsIt();
    void whatWasDoneBeforeEndsNeither();
    void aSkipAndClosingEndIt();
    void takenBackItIsAsBefore();
    void aNoteStaysUntilItsPersonWorksTheLead();
    void anOrdinaryNoteIsNone();
};

void NudgeTest::whatIsDue_data()
{
    QTest::addColumn<CustomerState>("customer");
    QTest::addColumn<int>("band");
    QTest::addColumn<int>("medium");
    QTest::addColumn<QString>("due");
    QTest::addColumn<int>("step"); // of the plan
    const auto row = [](const char *name, const CustomerState &customer, Band band, Medium medium, const char *due, int step) {
        QTest::newRow(name) << customer << int(band) << int(medium) << QString::fromLatin1(due) << step;
    };
    row("a step of next month", asked(7), Band::Fresh, Medium::Email, "2026-11-25T17:00:00Z", 8);
    row("an overdue step", asked(4), Band::Fresh, Medium::Text, "2026-11-25T17:00:00Z", 5);
    row("after the last step", asked(8), Band::Fresh, Medium::Text, "2026-11-25T17:00:00Z", 0);
    CustomerState customer = asked(4);
    customer.doNotContact << refusal("", Medium::Text);
    row("a refused medium stays refused", customer, Band::Fresh, Medium::Email, "2026-11-25T17:00:00Z", 5);
    customer = asked(5);
    customer.wish.after = QTime(18, 0);
    row("not before the hour they asked for", customer, Band::Fresh, Medium::Call, "2026-11-26T01:00:00Z", 6);
    customer.wish = {};
    customer.wish.before = QTime(10, 0);
    customer.leads[0].nudge->at = utc("2026-11-25T16:30:00Z");
    row("before the hour they asked for", customer, Band::Fresh, Medium::Call, "2026-11-25T16:30:00Z", 6);

    customer = asked(4);
    customer.leads[0].promise = Promise{EventId(), utc("2026-11-27T18:00:00Z"), Medium::Call, u"luis"_s};
    row("before a promise that lies ahead", customer, Band::Fresh, Medium::Call, "2026-11-25T17:00:00Z", 0);
    customer.leads[0].promise->at = utc("2026-11-25T17:45:00Z");
    row("a promise within the hour stays", customer, Band::Promise, Medium::Call, "2026-11-25T17:45:00Z", 0);
    customer.leads[0].promise->at = utc("2026-11-24T18:00:00Z");
    row("a broken promise stays", customer, Band::Promise, Medium::Call, "2026-11-24T18:00:00Z", 0);

    customer = asked(4);
    customer.leads[0].appointment = Appointment{EventId(), utc("2026-11-30T18:00:00Z"), u"Drive"_s, false};
    row("before an appointment", customer, Band::Fresh, Medium::Call, "2026-11-25T17:00:00Z", 0);
    customer.leads[0].appointment->at = utc("2026-11-24T18:00:00Z");
    customer.leads[0].appointment->confirmed = true;
    row("did they come: asked as before", customer, Band::Appointment, Medium::Visit, "2026-11-24T18:30:00Z", 0);

    customer = asked(4);
    customer.leads[0].waitingReply = Medium::Email;
    customer.leads[0].lastReplyAt = utc("2026-11-24T18:00:00Z");
    row("a question that waits stays", customer, Band::Reply, Medium::Email, "2026-11-24T18:00:00Z", 0);
    customer = elena();
    customer.leads[0].nudge = Nudge{EventId(), Asked, u"dana"_s, u"They are hot"_s};
    row("the first touch is due already", customer, Band::New, Medium::Call, "2026-11-23T17:00:00Z", 1);
}

void NudgeTest::whatIsDue()
{
    QFETCH(CustomerState, customer);
    const NextStep step = stepOf(customer);
    QTEST(int(step.band), "band");
    QTEST(int(step.medium), "medium");
    QTEST(step.dueAt.toIso(), "due");
    QTEST(step.step, "step");
    QCOMPARE(step.nudged, step.band == Band::Fresh);
}

void NudgeTest::nobodyIsCalledTwiceOnADay()
{
    CustomerState customer = asked(5); // a call
    LeadState &lead = customer.leads[0];
    lead.lastCallAt = lead.lastAttemptAt = Asked - std::chrono::hours(1);
    lead.lastAttemptMedium = Medium::Call;
    customer.touches << Touch{lead.lastCallAt, Medium::Call};
    const NextStep step = stepOf(customer);
    QCOMPARE(step.medium, Medium::Call);
    QVERIFY2(step.dueAt >= utc("2026-11-26T07:00:00Z"), qPrintable(step.dueAt.toIso())); // midnight in Tucson
}

void NudgeTest::atNightItWaitsForTheMorning()
{
    CustomerState customer = asked(5);
    customer.leads[0].nudge->at = utc("2026-11-25T06:00:00Z"); // 11 pm
    const NextStep step = stepOf(customer);
    QCOMPARE(step.band, Band::Fresh);
    QVERIFY(step.dueAt > customer.leads[0].nudge->at);
    QVERIFY(step.dueAt < customer.leads[0].nudge->at + std::chrono::hours(12));
    QVERIFY(mayContact(customer, RuleBook::shipped(), step.medium, step.pointKey, step.dueAt).allowed());
}

void NudgeTest::whoRefusesEverythingStaysStuck()
{
    CustomerState customer = asked(4);
    customer.doNotContact << refusal("", {});
    const NextStep step = stepOf(customer);
    QCOMPARE(step.band, Band::Stuck);
    QVERIFY(!step.nudged);
}

void NudgeTest::aClosedLeadHasNoStep()
{
    CustomerState customer = asked(4);
    customer.leads[0].status = LeadStatus::Lost;
    const Plan plan = sample::plan();
    QVERIFY(!nextStep(customer, customer.leads.first(), &plan, PlanBook()));
}

void NudgeTest::ofTwoLeadsTheOneAskedForComesFirst()
{
    PlanBook book;
    book.add(sample::plan());
    CustomerState customer = asked(4); // overdue for days
    customer.leads[0].nudge.reset();
    customer.leads << asked(7).leads[0]; // due next month
    customer.leads[1].id = leadId(2);
    QCOMPARE(nextForCustomer(customer, book)->lead, leadId(2));
    customer.leads[1].nudge.reset();
    QCOMPARE(nextForCustomer(customer, book)->lead, leadId(1));
}

void NudgeTest::anAttemptOfOursEndsIt()
{
    Story story;
    const EventId event = story.nudge();
    const auto nudge = story.lead().nudge;
    QVERIFY(nudge);
    QCOMPARE(nudge->event, event);
    QCOMPARE(nudge->by, u"dana"_s);
    QCOMPARE(nudge->reason, u"They are hot"_s);
    story.attempt(u"ann"_s, {{u"department"_s, u"service"_s}}); // no work of ours
    story.add(EventKind::Reply, u"system"_s, {}, Medium::Email);
    QVERIFY(story.lead().nudge);
    story.attempt(u"ray"_s); // whoever of us it was
    QVERIFY(!story.lead().nudge);
}

void NudgeTest::whatWasDoneBeforeEndsNeither()
{
    Story story;
    story.nudge();
    story.coach(u"luis"_s);
    story.lateAttempt(u"luis"_s);
    QVERIFY(story.lead().nudge);
    QCOMPARE(story.lead().coachNotes.size(), 1);
}

void NudgeTest::aSkipAndClosingEndIt()
{
    Story story;
    story.nudge();
    story.add(EventKind::Skipped, u"luis"_s, {{u"reason"_s, u"They are abroad"_s}}, Medium::Call);
    QVERIFY(!story.lead().nudge);
    story.nudge();
    story.add(EventKind::LeadClosed, u"luis"_s, {{u"status"_s, u"lost"_s}});
    QVERIFY(!story.lead().nudge);
    story.nudge(); // late, from a desk that did not know
    story.add(EventKind::LeadReopened, u"luis"_s);
    QVERIFY(!story.lead().nudge);
}

void NudgeTest::takenBackItIsAsBefore()
{
    Story story;
    story.nudge();
    const LeadState before = story.lead();
    const EventId second = story.add(EventKind::Nudged, u"dana"_s, {{u"reason"_s, u"They asked for the boss"_s}});
    QCOMPARE(story.lead().nudge->reason, u"They asked for the boss"_s);
    story.add(EventKind::Corrected, u"dana"_s, {{u"undoes"_s, second.toString()}});
    QCOMPARE(story.lead(), before);
}

void NudgeTest::aNoteStaysUntilItsPersonWorksTheLead()
{
    Story story;
    story.coach(u"luis"_s);
    story.coach(u"ray"_s);
    story.attempt(u"priya"_s);
    QCOMPARE(story.lead().coachNotes.size(), 2);
    story.attempt(u"luis"_s);
    QCOMPARE(story.lead().coachNotes.size(), 1);
    QCOMPARE(story.lead().coachNotes.first().to, u"ray"_s);
    QCOMPARE(story.lead().coachNotes.first().text, u"Ask about the trade"_s);
}

void NudgeTest::anOrdinaryNoteIsNone()
{
    Story story;
    const LeadState before = story.lead();
    story.add(EventKind::Noted, u"luis"_s, {{u"text"_s, u"Has a dog"_s}, {u"to"_s, u"luis"_s}});
    QCOMPARE(story.lead(), before);
}

QTEST_APPLESS_MAIN(NudgeTest)
#include "nudge_test.moc"
