#include "core/plan/pressure.h"

#include "core/plan/habit_words.h"
#include "core/plan/next_step.h"

#include "sample_customer.h"

using namespace beback;
using namespace beback::sample;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Instant Noon = utc("2026-11-23T19:00:00Z");

CustomerState touched(std::initializer_list<Touch> touches)
{
    CustomerState customer = elena();
    customer.touches = touches;
    return customer;
}

bool near(double value, double expected)
{
    return std::abs(value - expected) < 1e-6;
}

} // namespace

class PressureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fadesInAWeek()
    {
        const CustomerState customer = touched({{Noon, Medium::Call}, {Noon, Medium::Text}, {Noon, Medium::Email}});
        QVERIFY(near(pressure::on(customer, Noon), 1.9));
        QVERIFY(near(pressure::on(customer, Noon + 7 * 24h), 1.9 * std::exp(-1.0)));
        QVERIFY(near(pressure::on(customer, Noon - 1h), 0)); // not yet
        QVERIFY(near(pressure::on(customer, Noon + 50 * 24h), 0)); // forgotten
    }

    // What goes on with a talk is no burden; what comes two days after it is.
    void aTalkIsNoBurden()
    {
        const Touch answered{Noon, Medium::Text, Noon + 1h};
        QVERIFY(near(pressure::on(touched({answered, {Noon + 2h, Medium::Text}}), Noon + 2h), 0.6 * std::exp(-2.0 / 168)));
        const double later = pressure::on(touched({answered, {Noon + 49h, Medium::Text}}), Noon + 49h);
        QVERIFY(near(later, 0.6 + 0.6 * std::exp(-49.0 / 168)));
    }

    void orderDoesNotMatter()
    {
        const Touch one{Noon, Medium::Text, Noon + 1h}, two{Noon + 2h, Medium::Call}, three{Noon + 30h, Medium::Email};
        QCOMPARE(pressure::on(touched({three, one, two}), Noon + 31h), pressure::on(touched({one, two, three}), Noon + 31h));
    }

    void lessIsBorneWithTime()
    {
        QVERIFY(near(pressure::limit(Noon, Noon), 3));
        QVERIFY(near(pressure::limit(Noon, Noon + 13 * 24h), 1.5));
        QVERIFY(pressure::limit(Noon, Noon + 400 * 24h) > pressure::weightOf(Medium::Call)); // a call once in a while stays possible
    }

    void waitsUntilThereIsRoom()
    {
        QCOMPARE(pressure::freeFrom(elena(), Noon, Medium::Call, Noon), Noon);
        const CustomerState busy = touched({{Noon, Medium::Call}, {Noon + 1h, Medium::Text}, {Noon + 24h, Medium::Call}, {Noon + 48h, Medium::Text}});
        const Instant free = pressure::freeFrom(busy, Noon, Medium::Call, Noon + 49h);
        QVERIFY(free > Noon + 49h);
        QVERIFY(pressure::on(busy, free) + 1 <= pressure::limit(Noon, free));
        QVERIFY(pressure::freeFrom(busy, Noon, Medium::Note, Noon + 49h) < free); // a card weighs next to nothing
    }

    // The plan's call comes later, or as the gentler text the plan allows in its place, and says why.
    void theNextStepIsGentle()
    {
        CustomerState customer = elena();
        Plan plan = sample::plan();
        int hour = 0;
        for (const Medium medium : {Medium::Call, Medium::Text, Medium::Email, Medium::Call, Medium::Text}) {
            const Instant at = Noon + std::chrono::hours(20 * hour++);
            touch(customer.leads[0], medium, at);
            customer.touches << Touch{at, medium};
        }
        const auto before = nextStep(customer, customer.leads.first(), &plan, PlanBook());
        QVERIFY(before && before->gentle && before->medium == Medium::Call);
        QVERIFY(pressure::on(customer, before->dueAt) + 1 <= pressure::limit(customer.leads.first().arrivedAt, before->dueAt) + 0.1);
        QVERIFY(!habitWords(customer, *before, {}).isEmpty());

        customer.touches.clear(); // as if nothing weighed on them
        const auto free = nextStep(customer, customer.leads.first(), &plan, PlanBook());
        QVERIFY(free && !free->gentle && free->dueAt < before->dueAt);
    }
};

QTEST_GUILESS_MAIN(PressureTest)
#include "pressure_test.moc"
