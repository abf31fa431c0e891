#include "core/plan/next_step.h"

#include "core/history/plan_over.h"
#include "core/plan/permission.h"

#include "sample_customer.h"

using namespace beback;
using namespace beback::sample;
using namespace Qt::StringLiterals;

namespace {

NextStep next(const CustomerState &customer, const Plan &plan = sample::plan())
{
    const auto step = nextStep(customer, customer.leads.first(), &plan, PlanBook());
    if (!step)
        qFatal("an open lead without a step");
    return *step;
}

// "Tue 17:42" where the person is.
QString localTime(const NextStep &step, const QString &zone = QStringLiteral("America/Phoenix"))
{
    const zones::Local local = zones::local(step.dueAt, zone);
    return local.date.toString(u"yyyy-MM-dd "_s) + local.time.toString(u"HH:mm"_s);
}

// Elena after the three touches of the first day.
CustomerState afterFirstDay()
{
    CustomerState customer = elena();
    LeadState &lead = customer.leads[0];
    touch(lead, Medium::Call, utc("2026-11-23T17:05:00Z"));
    touch(lead, Medium::Text, utc("2026-11-23T17:07:00Z"));
    touch(lead, Medium::Email, utc("2026-11-23T17:10:00Z"));
    return customer;
}

} // namespace

class NextStepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasNoneForAClosedLead()
    {
        CustomerState customer = elena();
        customer.leads[0].status = LeadStatus::Sold;
        const Plan plan = sample::plan();
        QVERIFY(!nextStep(customer, customer.leads[0], &plan, PlanBook()));
    }

    void callsANewLeadWhenItArrives()
    {
        const NextStep step = next(elena());
        QCOMPARE(step.band, Band::New);
        QCOMPARE(step.medium, Medium::Call);
        QVERIFY(!step.plannedMedium);
        QCOMPARE(step.dueAt.toIso(), u"2026-11-23T17:00:00Z"_s);
        QCOMPARE(step.step, 1);
        QCOMPARE(step.steps, 8);
        QCOMPARE(step.pointKey, u"phone:+15205550142"_s);
    }

    void callsALeadOfTheNightInTheMorning()
    {
        CustomerState customer = elena();
        customer.leads[0].arrivedAt = utc("2026-11-24T05:30:00Z");
        QCOMPARE(next(customer).dueAt.toIso(), u"2026-11-24T15:00:00Z"_s);
        customer.points = {email("elena@example.com")};
        const NextStep step = next(customer);
        QCOMPARE(step.medium, Medium::Email); // which waits for nothing
        QCOMPARE(step.plannedMedium, std::optional(Medium::Call));
        QCOMPARE(step.dueAt.toIso(), u"2026-11-24T05:30:00Z"_s);
        QCOMPARE(step.pointKey, u"email:elena@example.com"_s);
    }

    void textsANewQuestionOfSomebodyCalledAlready()
    {
        CustomerState customer = elena();
        LeadState other = customer.leads[0];
        other.id = leadId(2);
        touch(other, Medium::Call, utc("2026-11-23T16:00:00Z"));
        customer.leads << other;
        const NextStep step = next(customer);
        QCOMPARE(step.medium, Medium::Text);
        QCOMPARE(step.plannedMedium, std::optional(Medium::Call));
        QCOMPARE(step.dueAt.toIso(), u"2026-11-23T17:00:00Z"_s);
    }

    void goesOnWithTextAndEmailAtOnce()
    {
        CustomerState customer = elena();
        touch(customer.leads[0], Medium::Call, utc("2026-11-23T17:05:00Z"));
        const NextStep step = next(customer);
        QCOMPARE(step.medium, Medium::Text);
        QCOMPARE(step.band, Band::Fresh);
        QCOMPARE(step.step, 2);
        QCOMPARE(step.dueAt.toIso(), u"2026-11-23T17:05:00Z"_s);
    }

    void callsOnTheNextDayInItsPart()
    {
        const NextStep step = next(afterFirstDay());
        QCOMPARE(step.medium, Medium::Call);
        QCOMPARE(step.step, 4);
        QCOMPARE(step.band, Band::Fresh);
        const QString when = localTime(step);
        QVERIFY2(when >= u"2026-11-24 17:30"_s && when < u"2026-11-24 19:45"_s, qPrintable(when));
    }

    void isFreshForSeventyTwoHours()
    {
        CustomerState customer = afterFirstDay();
        touch(customer.leads[0], Medium::Call, utc("2026-11-25T01:00:00Z"));
        const NextStep step = next(customer); // day 3 would be Thanksgiving
        QCOMPARE(step.band, Band::Plan);
        const QString when = localTime(step);
        QVERIFY2(when >= u"2026-11-27 11:30"_s && when < u"2026-11-27 13:30"_s, qPrintable(when));
    }

    void spreadsLeadsOverThePartOfTheDay()
    {
        QSet<qint64> seconds;
        const QTime from(17, 30), until(19, 45);
        for (int i = 0; i < 250; ++i) {
            CustomerState customer = afterFirstDay();
            customer.leads[0].id = leadId(i);
            const NextStep step = next(customer);
            seconds << step.dueAt.us;
            const QTime time = zones::local(step.dueAt, u"America/Phoenix"_s).time;
            QVERIFY(time >= from && time < until);
            QVERIFY(next(customer) == step); // and always at the same moment
        }
        QVERIFY2(seconds.size() > 200, qPrintable(QString::number(seconds.size())));
    }

    // Every part of the day was tried within the week: whichever comes next, it is another hour of it.
    void callsAtAnotherHourOfTheClockThanTheWeekBefore()
    {
        const QVector<Instant> calls = {utc("2026-11-18T16:15:00Z"), utc("2026-11-19T22:00:00Z"), utc("2026-11-21T01:15:00Z"), utc("2026-11-23T19:45:00Z")};
        for (int i = 0; i < 250; ++i) {
            CustomerState customer = elena();
            LeadState &lead = customer.leads[0];
            lead.id = leadId(i);
            for (const Medium medium : {Medium::Call, Medium::Text, Medium::Email})
                touch(lead, medium, calls.last());
            for (const Instant call : calls)
                customer.touches << Touch{call, Medium::Call};
            const NextStep step = next(customer);
            QCOMPARE(step.medium, Medium::Call);
            const QTime time = zones::local(step.dueAt, u"America/Phoenix"_s).time;
            QVERIFY(step.part && time >= QTime(0, 0).addSecs(spanOf(*step.part).from * 60));
            for (const Instant call : calls)
                QVERIFY2(std::abs(zones::local(call, u"America/Phoenix"_s).time.secsTo(time)) >= 60 * 60, qPrintable(time.toString()));
        }
    }

    void catchesUpAtTwiceThePaceAtMost()
    {
        CustomerState customer = afterFirstDay();
        LeadState &lead = customer.leads[0];
        touch(lead, Medium::Call, utc("2026-12-14T18:00:00Z")); // three weeks late, a Monday
        const QDate text = zones::local(next(customer).dueAt, u"America/Phoenix"_s).date;
        QCOMPARE(text, QDate(2026, 12, 15)); // two days in the plan, one here
        touch(lead, Medium::Text, utc("2026-12-15T18:00:00Z"));
        QCOMPARE(zones::local(next(customer).dueAt, u"America/Phoenix"_s).date, QDate(2026, 12, 17)); // three, two
    }

    void callsOnlyOnceADayAcrossLeads()
    {
        CustomerState customer = afterFirstDay();
        LeadState other = customer.leads[0];
        other.id = leadId(2);
        other.lastCallAt = utc("2026-11-24T18:00:00Z"); // called on Tuesday about the other car
        customer.leads << other;
        const NextStep step = next(customer);
        QCOMPARE(step.medium, Medium::Call);
        const QString when = localTime(step);
        QVERIFY2(when >= u"2026-11-25 17:30"_s && when < u"2026-11-25 19:45"_s, qPrintable(when));
    }

    void replacesWhatCannotBeUsed_data()
    {
        QTest::addColumn<QStringList>("keys");
        QTest::addColumn<bool>("street");
        QTest::addColumn<int>("refused"); // a medium, or -1
        QTest::addColumn<int>("expected");
        const QString number = u"phone"_s, mail = u"email"_s;
        QTest::newRow("all there") << QStringList{number, mail} << true << -1 << int(Medium::Text);
        QTest::newRow("texts refused: the call of the day is done, so e-mail")
            << QStringList{number, mail} << true << int(Medium::Text) << int(Medium::Email);
        QTest::newRow("only an address of the post") << QStringList() << true << -1 << int(Medium::Note);
        QTest::newRow("only a number, texts refused: a call, tomorrow")
            << QStringList{number} << false << int(Medium::Text) << int(Medium::Call);
    }
    void replacesWhatCannotBeUsed()
    {
        QFETCH(QStringList, keys);
        QFETCH(bool, street);
        QFETCH(int, refused);
        QFETCH(int, expected);
        CustomerState customer = elena();
        customer.points.removeIf([&](const ContactPoint &point) { return !keys.contains(point.key().section(u':', 0, 0)); });
        if (!street)
            customer.address.street.clear();
        if (refused >= 0)
            customer.doNotContact << refusal("", Medium(refused));
        touch(customer.leads[0], Medium::Call, utc("2026-11-23T17:05:00Z"));
        const NextStep step = next(customer);
        QCOMPARE(step.medium, Medium(expected));
        QCOMPARE(step.plannedMedium.has_value(), step.medium != Medium::Text);
        if (step.medium == Medium::Call)
            QCOMPARE(localTime(step), u"2026-11-24 08:00"_s);
    }

    void keepsAPromiseToTheMinute()
    {
        CustomerState customer = afterFirstDay();
        customer.leads[0].promise = Promise{EventId(), utc("2026-11-23T22:00:00Z"), Medium::Call, u"marcus"_s};
        const NextStep step = next(customer); // although they were called that day
        QCOMPARE(step.band, Band::Promise);
        QCOMPARE(step.dueAt.toIso(), u"2026-11-23T22:00:00Z"_s);
        QCOMPARE(step.step, 0);
        QVERIFY(step.purpose.contains(u"Monday, Nov 23 at 3:00 pm"_s));
    }

    void answersByTheirMediumAtOnce()
    {
        CustomerState customer = afterFirstDay();
        customer.leads[0].waitingReply = Medium::Text;
        customer.leads[0].lastReplyAt = utc("2026-11-23T20:11:00Z");
        const NextStep step = next(customer);
        QCOMPARE(step.band, Band::Reply);
        QCOMPARE(step.medium, Medium::Text);
        QCOMPARE(step.dueAt.toIso(), u"2026-11-23T20:11:00Z"_s);
        customer.leads[0].lastReplyAt = utc("2026-11-24T05:00:00Z"); // at 10 in the evening
        QCOMPARE(next(customer).dueAt.toIso(), u"2026-11-24T15:00:00Z"_s);
    }

    void takesWhatIsDueFirstOfWhatWasAgreed()
    {
        CustomerState customer = afterFirstDay();
        LeadState &lead = customer.leads[0];
        lead.promise = Promise{EventId(), utc("2026-12-15T22:00:00Z"), Medium::Call, u"marcus"_s};
        lead.appointment = Appointment{EventId(), utc("2026-12-05T17:00:00Z"), u"Drive"_s, false};
        QCOMPARE(next(customer).band, Band::Appointment);
        lead.waitingReply = Medium::Email;
        lead.lastReplyAt = utc("2026-11-24T17:00:00Z");
        QCOMPARE(next(customer).band, Band::Reply);
    }

    void confirmsAnAppointmentTheBusinessDayBefore()
    {
        CustomerState customer = afterFirstDay();
        LeadState &lead = customer.leads[0];
        lead.appointment = Appointment{EventId(), utc("2026-11-30T18:00:00Z"), u"Drive"_s, false}; // a Monday
        NextStep step = next(customer);
        QCOMPARE(step.band, Band::Appointment);
        QCOMPARE(step.medium, Medium::Call);
        QCOMPARE(localTime(step), u"2026-11-28 10:00"_s); // Saturday
        touch(lead, Medium::Call, utc("2026-11-28T17:04:00Z"), false, false);
        step = next(customer);
        QCOMPARE(step.medium, Medium::Text); // the call was not answered
        QCOMPARE(step.dueAt.toIso(), u"2026-11-28T17:04:00Z"_s);
        touch(lead, Medium::Text, utc("2026-11-28T17:06:00Z"), false, false);
        step = next(customer);
        QCOMPARE(step.medium, Medium::Visit); // then: did they come?
        QCOMPARE(step.dueAt.toIso(), u"2026-11-30T18:30:00Z"_s);
    }

    void confirmsNothingThatWasSaidSince()
    {
        CustomerState customer = afterFirstDay();
        LeadState &lead = customer.leads[0];
        lead.appointment = Appointment{EventId(), utc("2026-11-24T18:00:00Z"), u"Drive"_s, false};
        lead.lastReachedAt = utc("2026-11-23T20:00:00Z"); // spoken with on the very day before
        QCOMPARE(next(customer).medium, Medium::Visit);
    }

    // Nobody texts a customer whether they came; least of all again and again.
    void asksTheDeskWhetherTheyCameAlsoOfWhoWantsNoVisits()
    {
        CustomerState customer = afterFirstDay();
        customer.doNotContact << refusal("", Medium::Visit);
        LeadState &lead = customer.leads[0];
        lead.appointment = Appointment{EventId(), utc("2026-11-23T18:00:00Z"), u"Drive"_s, true};
        QCOMPARE(next(customer).medium, Medium::Visit);
        QCOMPARE(next(customer).dueAt.toIso(), u"2026-11-23T18:30:00Z"_s);
        lead.appointment.reset();
        lead.unsoldSince = utc("2026-11-23T19:00:00Z");
        QCOMPARE(next(customer).medium, Medium::Visit);
        QCOMPARE(next(customer).dueAt.toIso(), u"2026-11-23T19:00:00Z"_s);
    }

    void asksForANewTimeWhenTheyDidNotCome()
    {
        CustomerState customer = afterFirstDay();
        touch(customer.leads[0], Medium::Visit, utc("2026-11-30T19:00:00Z"), false, false);
        const NextStep step = next(customer);
        QCOMPARE(step.band, Band::Appointment);
        QCOMPARE(step.medium, Medium::Call);
        QCOMPARE(step.dueAt.toIso(), u"2026-11-30T19:00:00Z"_s);
        touch(customer.leads[0], Medium::Call, utc("2026-11-30T19:05:00Z"), false, false);
        QCOMPARE(next(customer).step, 4); // and back to the plan
    }

    void staysInTouchAfterThePlan()
    {
        Plan plan = sample::plan();
        plan.afterEveryDays = 45;
        CustomerState customer = afterFirstDay();
        LeadState &lead = customer.leads[0];
        lead.stepsDone = PlanOver;
        QSet<Medium> media;
        for (int i = 0; i < 3; ++i) {
            const NextStep step = next(customer, plan);
            QCOMPARE(step.band, Band::LongTerm);
            QCOMPARE(step.step, 0);
            QVERIFY(!step.words.isEmpty());
            const qint64 days = zones::local(lead.lastAttemptAt, u"America/Phoenix"_s).date.daysTo(
                zones::local(step.dueAt, u"America/Phoenix"_s).date);
            QVERIFY2(days >= 45 && days <= 48, qPrintable(QString::number(days))); // a Sunday, a holiday
            media << step.medium;
            touch(lead, step.medium, step.dueAt, false, false);
        }
        QCOMPARE(media, (QSet{Medium::Email, Medium::Text, Medium::Call}));
    }

    void staysInTouchWithoutAPlan()
    {
        CustomerState customer = elena();
        const auto first = nextStep(customer, customer.leads[0], nullptr, PlanBook());
        QCOMPARE(first->band, Band::New);
        QCOMPARE(first->medium, Medium::Call);
        touch(customer.leads[0], Medium::Call, utc("2026-11-23T17:05:00Z"));
        QCOMPARE(nextStep(customer, customer.leads[0], nullptr, PlanBook())->band, Band::LongTerm);
    }

    void isStuckWhenNothingCanBeUsed_data()
    {
        QTest::addColumn<bool>("points");
        QTest::addColumn<bool>("refused");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing on file") << false << false << u"No phone number"_s;
        QTest::newRow("the person refused") << true << true << u"Asked on Nov 16, 2026 not to be contacted at all"_s;
    }
    void isStuckWhenNothingCanBeUsed()
    {
        QFETCH(bool, points);
        QFETCH(bool, refused);
        QFETCH(QString, said);
        CustomerState customer = elena();
        if (!points) {
            customer.points.clear();
            customer.address = {};
        }
        if (refused)
            customer.doNotContact << refusal("", std::nullopt);
        customer.leads[0].promise = Promise{EventId(), utc("2026-11-23T22:00:00Z"), Medium::Call, u"marcus"_s};
        const NextStep step = next(customer);
        QCOMPARE(step.band, Band::Stuck);
        QVERIFY2(step.stuckBecause.contains(said), qPrintable(step.stuckBecause));
        QVERIFY(step.pointKey.isEmpty());
    }

    void isNotStuckWhenOnlyTheNumberIsWrong()
    {
        CustomerState customer = elena();
        customer.doNotContact << refusal("phone:+15205550142", std::nullopt);
        const NextStep step = next(customer);
        QCOMPARE(step.band, Band::New);
        QCOMPARE(step.medium, Medium::Email);
    }

    void takesTheLeadThatMattersFirst()
    {
        PlanBook book;
        book.add(sample::plan());
        CustomerState customer = afterFirstDay(); // a plan step tomorrow evening
        LeadState fresh = elena().leads[0];
        fresh.id = leadId(2);
        fresh.arrivedAt = utc("2026-11-30T18:00:00Z");
        customer.leads << fresh;
        QCOMPARE(nextForCustomer(customer, book)->lead, leadId(2)); // new before plan, although due later
        customer.leads[0].promise = Promise{EventId(), utc("2026-11-30T17:00:00Z"), Medium::Call, u"marcus"_s};
        QCOMPARE(nextForCustomer(customer, book)->lead, leadId(1)); // a promise due before
        customer.leads[0].promise->at = utc("2026-12-20T17:00:00Z");
        QCOMPARE(nextForCustomer(customer, book)->lead, leadId(2)); // but not one in three weeks
        customer.leads[1].status = LeadStatus::Lost;
        QCOMPARE(nextForCustomer(customer, book)->step.band, Band::Promise);
        customer.leads[0].status = LeadStatus::Sold;
        QVERIFY(!nextForCustomer(customer, book));
    }

    void staysOnTheVersionItBegan()
    {
        PlanBook book;
        Plan second = sample::plan();
        second.version = 2;
        second.steps[0].medium = Medium::Email;
        book.add(sample::plan());
        book.add(second);
        CustomerState customer = elena();
        QCOMPARE(nextForCustomer(customer, book)->step.medium, Medium::Call);
        customer.leads[0].planVersion = 2;
        QCOMPARE(nextForCustomer(customer, book)->step.medium, Medium::Email);
    }
};

QTEST_APPLESS_MAIN(NextStepTest)
#include "next_step_test.moc"
