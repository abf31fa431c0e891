#include "core/base/random.h"
#include "core/history/plan_over.h"
#include "core/plan/next_step.h"
#include "core/plan/permission.h"
#include "core/plan/starter_plans.h"

#include "sample_customer.h"

using namespace beback;
using namespace beback::sample;
using namespace Qt::StringLiterals;

namespace {

constexpr int Cases = 6000;

// Any state the fold could make, and some it could not: a decision must hold up under all of them.
class Dice
{
public:
    explicit Dice(quint64 seed) : m_random(seed) {}

    bool chance(int percent) { return m_random.below(100) < quint64(percent); }
    int upTo(int most) { return int(m_random.below(quint64(most) + 1)); }
    // Within two years around the end of 2026, clock changes included.
    Instant instant() { return Instant{utc("2026-01-01T00:00:00Z").us + qint64(m_random.below(Q_UINT64_C(63072000000000)))}; }
    Medium medium() { return AllMedia[m_random.below(AllMedia.size())]; }
    std::optional<Medium> anyMedium() { return chance(40) ? std::nullopt : std::optional(medium()); }

    CustomerState customer()
    {
        CustomerState customer = elena();
        customer.points.clear();
        const QStringList places = {u"America/Phoenix"_s, u"America/New_York"_s, u"America/Los_Angeles"_s, u"Pacific/Guam"_s,
                                    u"Pacific/Honolulu"_s, u"America/Indiana/Knox"_s, u"Not/AZone"_s, u"Europe/London"_s};
        customer.zones.clear();
        for (const QString &zone : places)
            if (chance(15))
                customer.zones << zone;
        customer.zones.sort();
        for (int i = upTo(3); i > 0; --i)
            customer.points << phone(qPrintable(chance(10) ? QString() : u"+1520555010%1"_s.arg(i)),
                                     chance(30) ? "home" : chance(20) ? "fax" : "");
        for (int i = upTo(2); i > 0; --i)
            customer.points << email(qPrintable(u"a%1@example.com"_s.arg(i)));
        if (chance(50))
            customer.address = {};
        for (int i = chance(40) ? upTo(3) : 0; i > 0; --i) {
            const bool here = chance(80) && !customer.points.isEmpty();
            const QString point = here ? customer.points[upTo(int(customer.points.size()) - 1)].key() : QString();
            customer.doNotContact << refusal(qPrintable(point), anyMedium());
        }
        customer.leads.clear();
        for (int i = 1 + upTo(2); i > 0; --i)
            customer.leads << lead(i);
        return customer;
    }

private:
    LeadState lead(int number)
    {
        LeadState lead = elena().leads[0];
        lead.id = LeadId(QUuid(uint(m_random.next()), ushort(number), 0x7000, 0x80, 1, 2, 3, 4, 5, 6, 7));
        lead.arrivedAt = lead.planStartedAt = instant();
        lead.status = chance(15) ? LeadStatus::Lost : LeadStatus::Open;
        Instant at = lead.arrivedAt;
        for (int i = chance(70) ? upTo(14) : 0; i > 0; --i) {
            at = at + std::chrono::minutes(upTo(20000));
            touch(lead, medium(), at, chance(20), chance(80));
        }
        if (chance(10))
            lead.stepsDone = PlanOver;
        if (chance(15))
            lead.promise = Promise{EventId(), instant(), medium(), u"marcus"_s};
        if (chance(20))
            lead.appointment = Appointment{EventId(), instant(), u"Drive"_s, chance(30)};
        if (chance(15)) {
            lead.lastReplyAt = at + std::chrono::minutes(upTo(20000));
            lead.waitingReply = medium();
        }
        return lead;
    }

    SeededRandom m_random;
};

QByteArray describe(int number, const NextStep &step)
{
    return "case " + QByteArray::number(number) + ": band " + QByteArray::number(int(step.band)) + ", " + toText(step.medium).toLatin1()
           + " due " + step.dueAt.toIso().toLatin1();
}

} // namespace

class NextStepPropertyTest : public QObject
{
    Q_OBJECT

private:
    QVector<Plan> m_plans;
    PlanBook m_book;

    // Calls check(number, customer, lead, step) for every open lead of many random customers.
    template <class Check> void forMany(quint64 seed, Check check)
    {
        Dice dice(seed);
        for (int i = 0; i < Cases && !QTest::currentTestFailed(); ++i) {
            const CustomerState customer = dice.customer();
            for (const LeadState &lead : customer.leads) {
                const Plan *plan = dice.chance(10) ? nullptr : &m_plans[dice.upTo(int(m_plans.size()) - 1)];
                check(i, customer, lead, nextStep(customer, lead, plan, m_book), plan);
            }
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto plans = loadShippedPlans();
        QVERIFY(plans);
        m_plans = *std::move(plans);
        for (Plan plan : m_plans) {
            plan.id = u"sample"_s; // the plan of the sample leads; the last one wins
            m_book.add(plan);
        }
    }

    void everyOpenLeadHasAStepAndNoOtherHas()
    {
        forMany(1, [](int number, const CustomerState &, const LeadState &lead, const std::optional<NextStep> &step, const Plan *) {
            QVERIFY2(step.has_value() == (lead.status == LeadStatus::Open), qPrintable(QString::number(number)));
        });
    }

    void aStepMayBeDoneWhenItIsDue()
    {
        forMany(2, [](int number, const CustomerState &customer, const LeadState &, const std::optional<NextStep> &step, const Plan *) {
            if (!step || step->band == Band::Stuck || step->medium == Medium::Visit) // a visit is asked about here, never made
                return;
            const Permission permission = mayContact(customer, RuleBook::shipped(), step->medium, step->pointKey, step->dueAt);
            QVERIFY2(permission.allowed(), (describe(number, *step) + ": " + permission.reason.toUtf8()).constData());
        });
    }

    // It comes sooner where it may, and nowhere against a rule or an opt-out.
    void whatAManagerAsksForKeepsEveryRule()
    {
        int sooner = 0;
        forMany(41, [&](int number, const CustomerState &customer, const LeadState &lead, const std::optional<NextStep> &step, const Plan *plan) {
            if (!step)
                return;
            LeadState asked = lead;
            asked.nudge = Nudge{EventId(), std::max(lead.arrivedAt, lead.lastAttemptAt) + std::chrono::hours(7 + number % 40), u"dana"_s, u"They are hot"_s};
            const auto next = nextStep(customer, asked, plan, m_book);
            QVERIFY2(next, qPrintable(QString::number(number)));
            QVERIFY2((next->band == Band::Stuck) == (step->band == Band::Stuck), describe(number, *next).constData());
            QVERIFY2(next->nudged || *next == *step, describe(number, *next).constData());
            if (step->dueAt > asked.nudge->at)
                QVERIFY2(next->dueAt <= step->dueAt, describe(number, *next).constData());
            sooner += next->dueAt < step->dueAt;
            if (next->band == Band::Stuck || next->medium == Medium::Visit)
                return;
            const Permission permission = mayContact(customer, RuleBook::shipped(), next->medium, next->pointKey, next->dueAt);
            QVERIFY2(permission.allowed(), (describe(number, *next) + ": " + permission.reason.toUtf8()).constData());
        });
        QVERIFY2(sooner > Cases / 20, qPrintable(QString::number(sooner)));
    }

    void aStuckLeadSaysWhyAndReallyIsStuck()
    {
        int stuck = 0;
        forMany(3, [&stuck](int number, const CustomerState &customer, const LeadState &, const std::optional<NextStep> &step, const Plan *) {
            if (!step || step->band != Band::Stuck)
                return;
            ++stuck;
            QVERIFY2(!step->stuckBecause.isEmpty(), describe(number, *step).constData());
            const Instant noon = utc("2026-06-10T19:00:00Z");
            for (const Medium medium : {Medium::Email, Medium::Note})
                QVERIFY2(!mayContact(customer, RuleBook::shipped(), medium, {}, noon).allowed(), describe(number, *step).constData());
        });
        QVERIFY(stuck > 50);
    }

    void aStepSaysItsReasonAndItsPoint()
    {
        forMany(4, [](int number, const CustomerState &customer, const LeadState &, const std::optional<NextStep> &step, const Plan *) {
            if (!step || step->band == Band::Stuck)
                return;
            QVERIFY2(!step->purpose.isEmpty() && !step->result.isEmpty() && !step->words.isEmpty(), describe(number, *step).constData());
            const bool byPoint = step->medium == Medium::Call || step->medium == Medium::Text || step->medium == Medium::Email;
            QVERIFY2(byPoint != step->pointKey.isEmpty(), describe(number, *step).constData());
            QVERIFY2(step->plannedMedium != step->medium, describe(number, *step).constData());
            QVERIFY2(step->medium == Medium::Visit || !customer.refusal(step->pointKey, step->medium), describe(number, *step).constData());
        });
    }

    void thePlanNeverRunsAhead()
    {
        forMany(5, [](int number, const CustomerState &, const LeadState &lead, const std::optional<NextStep> &step, const Plan *plan) {
            if (!step || step->step == 0 || step->band == Band::New)
                return;
            QVERIFY2(step->dueAt >= lead.lastAttemptAt && step->dueAt >= lead.planStartedAt, describe(number, *step).constData());
            const int day = plan->steps[step->step - 1].day;
            const Duration least = std::chrono::hours(24 * (day - 1)); // a day's slack for the local calendar
            QVERIFY2(step->dueAt - lead.planStartedAt >= least, describe(number, *step).constData());
        });
    }

    void longTermContactWaitsItsDays()
    {
        forMany(6, [](int number, const CustomerState &, const LeadState &lead, const std::optional<NextStep> &step, const Plan *) {
            if (!step || step->band != Band::LongTerm)
                return;
            QVERIFY2(step->dueAt - lead.lastAttemptAt >= std::chrono::hours(24 * 29), describe(number, *step).constData());
        });
    }

    void theChosenLeadIsOneOfTheirOwnAndTheOrderOfLeadsDoesNotMatter()
    {
        Dice dice(7);
        for (int i = 0; i < Cases; ++i) {
            CustomerState customer = dice.customer();
            const auto chosen = nextForCustomer(customer, m_book);
            const bool open = std::any_of(customer.leads.begin(), customer.leads.end(),
                                          [](const LeadState &lead) { return lead.status == LeadStatus::Open; });
            QCOMPARE(chosen.has_value(), open);
            std::reverse(customer.leads.begin(), customer.leads.end());
            const auto again = nextForCustomer(customer, m_book);
            QVERIFY(!chosen || (chosen->lead == again->lead && chosen->step == again->step));
        }
    }
};

QTEST_APPLESS_MAIN(NextStepPropertyTest)
#include "next_step_property_test.moc"
