// What happens to a lead puts it on the plan that fits, and taking it back puts it back.

#include "core/desk/workplace.h"
#include "core/history/check.h"
#include "tests/support/nothing_asked.h"
#include "tests/support/temp_store.h"

using namespace beback;
using namespace beback::test;
using namespace Qt::StringLiterals;

namespace {

const QString Priya = u"priya"_s;

// A store with one person at work, and one lead in it.
struct Showroom {
    Showroom()
    {
        auto opened = Workplace::open(store.url(), Workplace::Open::CreateOrUpgrade, store.clock, store.random);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        place = std::move(*opened);
        auto recorded = place->recorder().recordNewCustomer(draftNamed(u"Elena Vasquez"_s, u"+15055550142"_s, u"elena@example.com"_s), Priya);
        if (!recorded)
            qFatal("%s", qPrintable(recorded.error().message));
        customer = recorded->customer;
        lead = recorded->state.leads.first().id;
        store.clock.advance(std::chrono::minutes(5));
    }

    Result<RecordReceipt> record(Medium medium, Outcome outcome, std::optional<Objection> objection = {}, bool sold = false)
    {
        RecordRequest request;
        request.customer = customer;
        request.lead = lead;
        request.medium = medium;
        request.outcome = outcome;
        request.objection = objection;
        request.sold = sold;
        auto receipt = place->record(test::nothingAsked(request), Priya);
        store.clock.advance(std::chrono::minutes(5));
        return receipt;
    }

    LeadState state()
    {
        const auto known = place->customer(customer);
        if (!known)
            qFatal("%s", qPrintable(known.error().message));
        return *known->lead(lead);
    }

    int differences()
    {
        const auto report = checkStore(place->db(), place->rooftopId(), place->plans(), false);
        if (!report)
            qFatal("%s", qPrintable(report.error().message));
        for (const QString &finding : report->findings)
            qWarning("%s", qPrintable(finding));
        return report->differences;
    }

    TempStore store;
    std::unique_ptr<Workplace> place;
    CustomerId customer;
    LeadId lead;
};

} // namespace

class PlanBranchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachObjectionHasItsPlan_data()
    {
        QTest::addColumn<int>("objection");
        QTest::addColumn<QString>("plan");
        QTest::newRow("trade") << int(Objection::Trade) << u"unsold-trade"_s;
        QTest::newRow("another decider") << int(Objection::Decider) << u"unsold-decider"_s;
        QTest::newRow("no reason given") << int(Objection::None) << u"walk-in"_s;
    }
    void eachObjectionHasItsPlan()
    {
        QFETCH(int, objection);
        QFETCH(QString, plan);
        Showroom room;
        VERIFY_OK(room.record(Medium::Visit, Outcome::Kept, Objection(objection)));
        const LeadState lead = room.state();
        QCOMPARE(lead.planId, plan);
        QCOMPARE(lead.stepsDone, 0);
        QCOMPARE(lead.visits, 1);
        QCOMPARE(lead.objection, std::optional(Objection(objection)));
        QCOMPARE(lead.unsoldSince.us, 0);
        QCOMPARE(room.differences(), 0);
    }

    void anUnsoldVisitAsksWhatKeptThem()
    {
        Showroom room;
        const auto receipt = room.record(Medium::Visit, Outcome::Kept);
        VERIFY_OK(receipt);
        QVERIFY(room.state().unsoldSince.us > 0);
        QCOMPARE(receipt->next->step.medium, Medium::Visit);
        QVERIFY(receipt->next->step.dueAt <= room.store.clock.now());
        const auto closed = room.place->closeLead(room.customer, room.lead, LeadStatus::Lost, u"gone"_s, Priya);
        QVERIFY(!closed);
        QCOMPARE(closed.error().code, Code::Invalid);
        VERIFY_OK(room.record(Medium::Visit, Outcome::None, Objection::Price)); // said later, without another visit
        QCOMPARE(room.state().visits, 1);
        QCOMPARE(room.state().planId, u"unsold-price"_s);
        VERIFY_OK(room.place->closeLead(room.customer, room.lead, LeadStatus::Lost, u"gone"_s, Priya));
        QCOMPARE(room.differences(), 0);
    }

    void takingTheVisitBackTakesItsPlanBack()
    {
        Showroom room;
        const LeadState before = room.state();
        const auto receipt = room.record(Medium::Visit, Outcome::Kept, Objection::Credit);
        VERIFY_OK(receipt);
        VERIFY_OK(room.place->recorder().undo(receipt->event, Priya, u"wrong lead"_s));
        QCOMPARE(room.state(), before);
        QCOMPARE(room.differences(), 0);
    }

    void aSaleIsFollowedByThanks()
    {
        Showroom room;
        const auto receipt = room.record(Medium::Visit, Outcome::Kept, {}, true);
        VERIFY_OK(receipt);
        QCOMPARE(room.state().status, LeadStatus::Sold);
        QCOMPARE(room.state().planId, u"sold"_s);
        QVERIFY(receipt->next);
        QCOMPARE(receipt->next->step.step, 1);
        QVERIFY(receipt->next->step.dueAt > room.store.clock.now());
        const Plan *plan = room.place->plans().newest(u"sold"_s);
        for (int i = 0; i < plan->steps.size(); ++i) {
            const auto view = room.place->view(room.customer, room.lead, Priya);
            VERIFY_OK(view);
            QVERIFY2(view->step, qPrintable(QString::number(i)));
            room.store.clock.set(std::max(view->step->dueAt, room.store.clock.now()));
            VERIFY_OK(room.record(view->step->medium, view->step->medium == Medium::Call ? Outcome::Reached : Outcome::Sent));
        }
        QVERIFY(!room.place->view(room.customer, room.lead, Priya)->step); // that was all
        QCOMPARE(room.differences(), 0);
    }

    void whatHappensChoosesThePlan_data()
    {
        QTest::addColumn<int>("medium");
        QTest::addColumn<int>("outcome");
        QTest::addColumn<QString>("delivered");
        QTest::addColumn<QString>("plan");
        QTest::newRow("missed") << int(Medium::Visit) << int(Outcome::Missed) << QString() << u"missed-appointment"_s;
        QTest::newRow("bought, not asked") << int(Medium::Call) << int(Outcome::BoughtElsewhere) << QString() << u"bought-elsewhere-open"_s;
        QTest::newRow("bought, not delivered") << int(Medium::Call) << int(Outcome::BoughtElsewhere) << u"no"_s << u"bought-elsewhere-open"_s;
        QTest::newRow("bought and delivered") << int(Medium::Call) << int(Outcome::BoughtElsewhere) << u"yes"_s << u"bought-elsewhere-delivered"_s;
        QTest::newRow("not interested") << int(Medium::Call) << int(Outcome::NotInterested) << QString() << u"not-interested"_s;
        QTest::newRow("wrong number") << int(Medium::Call) << int(Outcome::WrongNumber) << QString() << u"fresh-internet"_s;
        QTest::newRow("reached") << int(Medium::Call) << int(Outcome::Reached) << QString() << u"fresh-internet"_s;
    }
    void whatHappensChoosesThePlan()
    {
        QFETCH(int, medium);
        QFETCH(int, outcome);
        QFETCH(QString, delivered);
        QFETCH(QString, plan);
        Showroom room;
        RecordRequest request;
        request.customer = room.customer;
        request.lead = room.lead;
        request.medium = Medium(medium);
        request.outcome = Outcome(outcome);
        if (!delivered.isEmpty())
            request.answers.insert(u"delivered"_s, delivered);
        VERIFY_OK(room.place->record(test::nothingAsked(request), Priya));
        QCOMPARE(room.state().planId, plan);
        QCOMPARE(room.differences(), 0);
    }

    void aSecondVisitIsPreparedBesideItsConfirmation()
    {
        Showroom room;
        VERIFY_OK(room.record(Medium::Visit, Outcome::Kept, Objection::Thinking));
        const Instant at = room.store.clock.now() + std::chrono::hours(24 * 8);
        VERIFY_OK(room.place->setAppointment(room.customer, room.lead, at, u"Second drive"_s, Priya));
        QCOMPARE(room.state().planId, u"be-back"_s);
        const auto view = room.place->view(room.customer, room.lead, Priya);
        VERIFY_OK(view);
        QCOMPARE(view->step->step, 1); // not the confirmation a week ahead
        QVERIFY(view->step->dueAt < at - std::chrono::hours(24 * 5));
    }

    void anotherDepartmentsTouchIsNoStepOfThePlan()
    {
        Showroom room;
        RecordRequest request;
        request.customer = room.customer;
        request.lead = room.lead;
        request.medium = Medium::Call;
        request.outcome = Outcome::NoAnswer;
        request.department = u"Service"_s;
        VERIFY_OK(room.place->record(test::nothingAsked(request), Priya));
        QCOMPARE(room.state().attempts, 0);
        QCOMPARE(room.state().stepsDone, 0);
        const auto customer = room.place->customer(room.customer);
        QCOMPARE(customer->touches.size(), 1);
        QCOMPARE(customer->touches.first().department, u"service"_s);
        QCOMPARE(room.differences(), 0);
    }

    // Their STOP is their last word on it: it is answered by keeping it, not by ringing them up about it.
    void whoWritesStopIsNotRungUpForIt()
    {
        Showroom room;
        VERIFY_OK(room.record(Medium::Call, Outcome::NoAnswer));
        VERIFY_OK(room.record(Medium::Text, Outcome::Sent));
        VERIFY_OK(room.place->reply(room.customer, room.lead, Medium::Text, u"STOP"_s, Priya));
        QVERIFY(!room.state().waitingReply);
        const auto view = room.place->view(room.customer, room.lead, Priya);
        VERIFY_OK(view);
        QVERIFY2(view->step->band != Band::Reply, qPrintable(view->step->purpose));
        QVERIFY(view->step->medium != Medium::Text);
        QCOMPARE(room.differences(), 0);
    }

    void whoDoesNotPickUpIsCalledAgainAnotherDay()
    {
        Showroom room;
        VERIFY_OK(room.place->reply(room.customer, room.lead, Medium::Visit, u"Came by"_s, Priya));
        auto view = room.place->view(room.customer, room.lead, Priya);
        QCOMPARE(view->step->medium, Medium::Call);
        QVERIFY(view->step->dueAt <= room.store.clock.now());
        VERIFY_OK(room.record(Medium::Call, Outcome::NoAnswer));
        view = room.place->view(room.customer, room.lead, Priya);
        QVERIFY(view->step->medium != Medium::Call || view->step->dueAt > room.store.clock.now() + std::chrono::hours(8));
    }

    void somebodyMayChooseThePlan()
    {
        Showroom room;
        const auto unknown = room.place->choosePlan(room.customer, room.lead, u"none-such"_s, u"why"_s, Priya);
        QVERIFY(!unknown);
        QVERIFY2(unknown.error().message.contains(u"fresh-internet"_s), qPrintable(unknown.error().message));
        QVERIFY(!room.place->choosePlan(room.customer, room.lead, u"long-term"_s, u" "_s, Priya));
        VERIFY_OK(room.place->choosePlan(room.customer, room.lead, u"long-term"_s, u"Back from abroad in May."_s, Priya));
        QCOMPARE(room.state().planId, u"long-term"_s);
    }
};

QTEST_GUILESS_MAIN(PlanBranchTest)
#include "plan_branch_test.moc"
