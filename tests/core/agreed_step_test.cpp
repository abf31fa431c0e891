// What was agreed or is waited for, where two moments meet: as a table.

#include "core/plan/next_step.h"

#include "sample_customer.h"

using namespace beback;
using namespace beback::sample;
using namespace Qt::StringLiterals;

namespace {

// Elena, called once a week before; each row says what happened then.
CustomerState calledOnce()
{
    CustomerState customer = elena();
    touch(customer.leads[0], Medium::Call, utc("2026-11-16T18:00:00Z"));
    customer.leads[0].arrivedAt = customer.leads[0].planStartedAt = utc("2026-11-16T17:00:00Z");
    return customer;
}

Appointment appointmentAt(const char *at)
{
    return {EventId(), utc(at), u"Drive"_s, false};
}

} // namespace

Q_DECLARE_METATYPE(CustomerState)

class AgreedStepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatComesFirst_data()
    {
        QTest::addColumn<CustomerState>("customer");
        QTest::addColumn<int>("band");
        QTest::addColumn<int>("medium");
        QTest::addColumn<QString>("due");
        const auto row = [](const char *name, const CustomerState &customer, Band band, Medium medium, const char *due) {
            QTest::newRow(name) << customer << int(band) << int(medium) << QString::fromLatin1(due);
        };
        // An appointment on Monday at 11:00 in Tucson is confirmed on Saturday at 10:00.
        CustomerState customer = calledOnce();
        customer.leads[0].appointment = appointmentAt("2026-11-30T18:00:00Z");
        row("confirmed the business day before", customer, Band::Appointment, Medium::Call, "2026-11-28T17:00:00Z");
        customer.leads[0].lastReachedAt = utc("2026-11-28T16:59:59Z");
        row("we spoke a second before: confirmed all the same", customer, Band::Appointment, Medium::Call, "2026-11-28T17:00:00Z");
        customer.leads[0].lastReachedAt = utc("2026-11-28T17:00:00Z");
        row("we spoke at that very moment: that was it", customer, Band::Appointment, Medium::Visit, "2026-11-30T18:30:00Z");
        customer.leads[0].lastReachedAt = {};
        customer.leads[0].lastReplyAt = utc("2026-11-28T17:00:00Z");
        row("they wrote at that very moment: that was it", customer, Band::Appointment, Medium::Visit, "2026-11-30T18:30:00Z");
        customer.leads[0].lastReplyAt = {};
        customer.leads[0].lastAttemptAt = customer.leads[0].lastCallAt = utc("2026-11-28T17:00:00Z");
        row("called at that very moment, in vain: a text", customer, Band::Appointment, Medium::Text, "2026-11-28T17:00:00Z");
        customer.leads[0].lastAttemptMedium = Medium::Text;
        row("a text at that very moment was the last", customer, Band::Appointment, Medium::Visit, "2026-11-30T18:30:00Z");

        customer = calledOnce();
        customer.leads[0].appointment = appointmentAt("2026-11-17T15:30:00Z"); // an hour before the calls of that day begin
        customer.leads[0].appointment->confirmed = true;
        row("confirmed already", customer, Band::Appointment, Medium::Visit, "2026-11-17T16:00:00Z");

        customer = elena(); // came in with a wish for an appointment, and nobody has called yet
        customer.leads[0].appointment = appointmentAt("2026-11-25T18:00:00Z");
        row("the first touch does not wait for an appointment", customer, Band::New, Medium::Call, "2026-11-23T17:00:00Z");
        customer.leads[0].appointment = appointmentAt("2026-11-20T18:00:00Z");
        row("nor for one that is past", customer, Band::New, Medium::Call, "2026-11-23T17:00:00Z");

        customer = calledOnce();
        customer.leads[0].promise = Promise{EventId(), utc("2026-11-24T18:00:00Z"), Medium::Text, u"marcus"_s};
        customer.leads[0].waitingReply = Medium::Email;
        customer.leads[0].lastReplyAt = utc("2026-11-24T18:00:00Z");
        row("a promise before a reply due at the same moment", customer, Band::Promise, Medium::Text, "2026-11-24T18:00:00Z");
        customer.leads[0].lastReplyAt = utc("2026-11-24T17:59:59Z");
        row("a reply that came a second before it", customer, Band::Reply, Medium::Email, "2026-11-24T17:59:59Z");
    }
    void whatComesFirst()
    {
        QFETCH(CustomerState, customer);
        QFETCH(int, band);
        QFETCH(int, medium);
        const Plan plan = sample::plan();
        const auto next = nextStep(customer, customer.leads.first(), &plan, PlanBook());
        QVERIFY(next);
        QCOMPARE(int(next->band), band);
        QCOMPARE(int(next->medium), medium);
        QTEST(next->dueAt.toIso(), "due");
    }

    // Who wrote and can be answered by nothing but a call, and never picks up, is not called every day for ever.
    void callsInAnswerComeToAnEnd()
    {
        CustomerState customer = calledOnce();
        LeadState &lead = customer.leads[0];
        customer.points = {phone("+15205550142")};
        customer.address = {};
        customer.doNotContact << refusal("", Medium::Text);
        lead.waitingReply = Medium::Text;
        lead.lastReplyAt = utc("2026-11-17T18:00:00Z");
        const Plan plan = sample::plan();
        for (int call = 1; call <= 5; ++call) {
            const auto step = nextStep(customer, lead, &plan, PlanBook());
            QCOMPARE(step->band, Band::Reply);
            QCOMPARE(step->medium, Medium::Call);
            customer.touches << Touch{step->dueAt, Medium::Call};
            lead.lastCallAt = lead.lastAttemptAt = step->dueAt;
            lead.lastAttemptMedium = Medium::Call;
        }
        QVERIFY(nextStep(customer, lead, &plan, PlanBook())->band != Band::Reply);
        lead.lastReplyAt = lead.lastCallAt + std::chrono::hours(1); // they write again
        QCOMPARE(nextStep(customer, lead, &plan, PlanBook())->band, Band::Reply);
    }

    // Of two leads that are alike in everything, the same one always: by its id, whichever came first.
    void ofTwoAlikeAlwaysTheSame()
    {
        PlanBook book;
        book.add(sample::plan());
        CustomerState customer = elena();
        customer.leads << customer.leads[0];
        customer.leads[1].id = leadId(2);
        QCOMPARE(nextForCustomer(customer, book)->lead, leadId(1));
        std::swap(customer.leads[0], customer.leads[1]);
        QCOMPARE(nextForCustomer(customer, book)->lead, leadId(1));
    }
};

QTEST_APPLESS_MAIN(AgreedStepTest)
#include "agreed_step_test.moc"
