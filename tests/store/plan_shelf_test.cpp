// A manager's draft of a plan, switched on: new leads begin on it, and those that stand on the plan before stay there.

#include "core/desk/workplace.h"
#include "core/history/check.h"
#include "core/plan/plan_edit.h"
#include "tests/support/temp_store.h"

using namespace beback;
using namespace beback::test;
using namespace Qt::StringLiterals;

namespace {

const QString Karen = u"karen"_s, Priya = u"priya"_s;

struct Site {
    Site()
    {
        place = opened();
        RooftopFacts rooftop;
        rooftop.name = u"Cedar Hill Motors"_s;
        rooftop.zone = u"America/Chicago"_s;
        must(place->setUpRooftop(rooftop));
        must(place->addUser({Karen, u"Karen Lindqvist"_s, u"manager"_s}));
        must(place->addUser({Priya, u"Priya Natarajan"_s, u"agent"_s}));
    }

    std::unique_ptr<Workplace> opened()
    {
        auto it = Workplace::open(store.url(), Workplace::Open::CreateOrUpgrade, store.clock, store.random);
        must(it);
        return std::move(*it);
    }

    template <class T> static void must(const Result<T> &result)
    {
        if (!result)
            qFatal("%s %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    }

    LeadState arrive(const QString &source)
    {
        ++count;
        LeadDraft draft = draftNamed(u"Customer Number%1"_s.arg(count), u"+1316555%1"_s.arg(count, 4, 10, QLatin1Char('0')));
        draft.source = source;
        const auto recorded = place->recorder().recordNewCustomer(draft, Priya);
        must(recorded);
        return recorded->state.leads.first();
    }

    TempStore store;
    std::unique_ptr<Workplace> place;
    int count = 0;
};

} // namespace

class PlanShelfTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aChangedPlanIsTheNextVersionOnceItIsSwitchedOn()
    {
        Site site;
        const LeadState before = site.arrive(u"Website"_s);
        Plan plan = *site.place->plans().newest(u"fresh-internet"_s);
        plan.steps[0].purpose = u"They wait for our call."_s;
        VERIFY_OK(site.place->keepPlanDraft(plan, Karen));
        QCOMPARE(site.arrive(u"Website"_s).planVersion, 1); // a draft changes nothing
        const auto shelf = site.place->planShelf();
        VERIFY_OK(shelf);
        const PlanOnShelf *one = shelf->find(u"fresh-internet"_s);
        QVERIFY(one && one->draft && one->on);
        QCOMPARE(one->draft->version, 2);
        QCOMPARE(one->draftBy, Karen);
        QCOMPARE(one->leads, 2);
        QCOMPARE(one->onNewest, 2);

        const auto on = site.place->switchOnPlan(u"fresh-internet"_s, {}, Karen);
        VERIFY_OK(on);
        QCOMPARE(on->version, 2);
        const LeadState after = site.arrive(u"Website"_s);
        QCOMPARE(after.planId, u"fresh-internet"_s);
        QCOMPARE(after.planVersion, 2);
        QCOMPARE(before.planVersion, 1);
        const auto shelfAfter = site.place->planShelf();
        VERIFY_OK(shelfAfter);
        QVERIFY(!shelfAfter->find(u"fresh-internet"_s)->draft);
        QCOMPARE(shelfAfter->find(u"fresh-internet"_s)->leads, 3);
        QCOMPARE(shelfAfter->find(u"fresh-internet"_s)->onNewest, 1);
        const auto report = checkStore(site.place->db(), site.place->rooftopId(), site.place->plans(), false);
        VERIFY_OK(report);
        QCOMPARE(report->differences, 0);
    }

    void newLeadsOfTheChosenKindBeginOnACopy()
    {
        Site site;
        const LeadState old = site.arrive(u"Phone-up"_s);
        QCOMPARE(old.planId, u"phone-up"_s);
        const Plan copy = copyOf(*site.place->plans().newest(u"phone-up"_s), u"Our phone-ups"_s, {});
        VERIFY_OK(site.place->keepPlanDraft(copy, Karen));
        VERIFY_OK(site.place->switchOnPlan(copy.id, LeadKind::Phone, Karen));
        QCOMPARE(site.arrive(u"Call-in"_s).planId, copy.id);
        QCOMPARE(site.arrive(u"Website"_s).planId, u"fresh-internet"_s);
        // And so it is for whoever opens the store next.
        site.place.reset();
        site.place = site.opened();
        QCOMPARE(site.arrive(u"Phone"_s).planId, copy.id);
        const auto shelf = site.place->planShelf();
        VERIFY_OK(shelf);
        QCOMPARE(shelf->begins[size_t(LeadKind::Phone)], copy.id);
        QCOMPARE(shelf->find(u"phone-up"_s)->leads, 1);
        QCOMPARE(shelf->find(copy.id)->leads, 2);
        // The last word counts, also in the same moment.
        Plan back = *site.place->plans().newest(u"phone-up"_s);
        VERIFY_OK(site.place->keepPlanDraft(back, Karen));
        VERIFY_OK(site.place->switchOnPlan(back.id, LeadKind::Phone, Karen));
        QCOMPARE(site.arrive(u"Phone"_s).planId, u"phone-up"_s);
    }

    void anotherProcessOnTheStoreFollows()
    {
        Site site;
        const auto other = site.opened();
        const Plan copy = copyOf(*site.place->plans().newest(u"walk-in"_s), u"Our visitors"_s, {});
        VERIFY_OK(site.place->keepPlanDraft(copy, Karen));
        VERIFY_OK(site.place->switchOnPlan(copy.id, LeadKind::Showroom, Karen));
        VERIFY_OK(other->freshPlans());
        QCOMPARE(other->plans().beginning(LeadKind::Showroom), copy.id);
        QVERIFY(other->plans().find(copy.id, 1));
    }

    void whatIsRefused()
    {
        Site site;
        Plan plan = *site.place->plans().newest(u"walk-in"_s);
        const auto agent = site.place->keepPlanDraft(plan, Priya);
        QVERIFY(!agent);
        QCOMPARE(agent.error().code, Code::Denied);
        const auto none = site.place->switchOnPlan(u"walk-in"_s, {}, Karen);
        QVERIFY(!none);
        QCOMPARE(none.error().code, Code::NotFound);
        plan.steps[1].result.clear();
        const auto broken = site.place->keepPlanDraft(plan, Karen);
        QVERIFY(!broken);
        QCOMPARE(broken.error().code, Code::Invalid);
        QCOMPARE(planFieldOf(broken.error()).name, u"result"_s);
        plan.steps[1].result = u"A time."_s;
        VERIFY_OK(site.place->keepPlanDraft(plan, Karen));
        QCOMPARE(site.place->switchOnPlan(plan.id, {}, Priya).error().code, Code::Denied);
        VERIFY_OK(site.place->dropPlanDraft(plan.id, Karen));
        QCOMPARE(site.place->switchOnPlan(plan.id, {}, Karen).error().code, Code::NotFound);
        QCOMPARE(site.place->plans().newest(plan.id)->version, 1);
    }

    void theLoadIsComparedWithThePlanThatIsReplaced()
    {
        Site site;
        for (int i = 0; i < 24; ++i) // one a business day of four weeks
            site.arrive(u"Website"_s);
        site.store.clock.advance(std::chrono::hours(24));
        const auto shelf = site.place->planShelf();
        VERIFY_OK(shelf);
        QVERIFY(shelf->traffic[size_t(LeadKind::Internet)].perDay > 0.9);
        QCOMPARE(shelf->traffic[size_t(LeadKind::Phone)].perDay, 0.0);
        QVERIFY(shelf->traffic[size_t(LeadKind::Internet)].staying.isAssumed()); // 24 are too few
        Plan copy = copyOf(*shelf->switchedOn(u"fresh-internet"_s), u"Longer"_s, {});
        PlanComparison same = comparePlanLoad(*shelf, copy, LeadKind::Internet);
        QCOMPARE(same.before.last().total(), same.after.last().total());
        setStepDay(copy, addStep(copy, 4), 3);
        const PlanComparison more = comparePlanLoad(*shelf, copy, LeadKind::Internet);
        QVERIFY(more.after.last().total() > more.before.last().total());
        QVERIFY(more.stayingAssumed);
        QCOMPARE(comparePlanLoad(*shelf, copy, {}).perDay, 0.0); // nobody comes to a copy by itself
    }
};

QTEST_GUILESS_MAIN(PlanShelfTest)
#include "plan_shelf_test.moc"
