#include "core/plan/plan_load.h"

#include <QTest>

using namespace beback;
using namespace Qt::StringLiterals;

namespace {

const QDate Monday(2026, 3, 2); // no holiday within the eight weeks that follow

PlanStep step(int day, Medium medium, PlanStep::Count count = PlanStep::Count::Calendar, PlanStep::From from = PlanStep::From::Start)
{
    PlanStep one;
    one.day = day;
    one.medium = medium;
    one.count = count;
    one.from = from;
    return one;
}

Plan planOf(const QVector<PlanStep> &steps)
{
    Plan plan;
    plan.steps = steps;
    plan.afterEveryDays = 730;
    return plan;
}

double near(double value)
{
    return std::round(value * 1000) / 1000;
}

} // namespace

class PlanLoadTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // One step, six new leads a business day: what one week holds of it.
    void aStepFallsOnItsWeek_data()
    {
        QTest::addColumn<int>("day");
        QTest::addColumn<bool>("business");
        QTest::addColumn<QVector<double>>("weeks"); // the first three
        QTest::newRow("the same day") << 0 << false << QVector<double>{6, 6, 6};
        QTest::newRow("a week later") << 7 << false << QVector<double>{0, 6, 6};
        QTest::newRow("six business days are a week") << 6 << true << QVector<double>{0, 6, 6};
        QTest::newRow("one business day: Saturday's falls on Monday") << 1 << true << QVector<double>{5, 6, 6};
        QTest::newRow("one day: Saturday's falls on Sunday, so on Monday") << 1 << false << QVector<double>{5, 6, 6};
        QTest::newRow("beyond what is looked at") << 70 << false << QVector<double>{0, 0, 0};
    }
    void aStepFallsOnItsWeek()
    {
        QFETCH(int, day);
        QFETCH(bool, business);
        QFETCH(QVector<double>, weeks);
        const auto load = planLoad(planOf({step(day, Medium::Call, business ? PlanStep::Count::Business : PlanStep::Count::Calendar)}), {6, {}}, Monday);
        QCOMPARE(load.size(), LoadWeeks);
        for (int i = 0; i < weeks.size(); ++i) {
            QCOMPARE(near(load[i].touches[size_t(Medium::Call)]), weeks[i]);
            QCOMPARE(near(load[i].total()), weeks[i]);
            QCOMPARE(load[i].days, 6);
        }
    }

    void aStepAfterTheStepBeforeIsCountedFromThere()
    {
        const auto load = planLoad(planOf({step(7, Medium::Call), step(7, Medium::Text, PlanStep::Count::Calendar, PlanStep::From::Previous)}), {6, {}}, Monday);
        QCOMPARE(near(load[1].touches[size_t(Medium::Text)]), 0.0);
        QCOMPARE(near(load[2].touches[size_t(Medium::Text)]), 6.0);
    }

    void afterThePlanOneTouchEachSoManyDays()
    {
        Plan plan = planOf({step(0, Medium::Call)});
        plan.afterEveryDays = 14;
        const auto load = planLoad(plan, {6, {}}, Monday);
        QCOMPARE(near(load[1].touches[size_t(Medium::Email)]), 0.0);
        QCOMPARE(near(load[2].touches[size_t(Medium::Email)]), 6.0);
        QCOMPARE(near(load[4].touches[size_t(Medium::Email)]), 12.0);
        const Plan calls = planOf({step(0, Medium::Call), step(1, Medium::Note)});
        QCOMPARE(near(planLoad(plan, {6, {}}, Monday, &calls)[2].touches[size_t(Medium::Note)]), 6.0);
    }

    void aHolidayIsNoDayOfWork()
    {
        const auto load = planLoad(planOf({step(0, Medium::Call)}), {6, {}}, QDate(2026, 11, 23)); // Thanksgiving on Thursday
        QCOMPARE(load[0].days, 5);
        QCOMPARE(near(load[0].total()), 6.0);
    }

    void whoLeftIsNotTouched()
    {
        const Staying staying({{0, 50, 50}, {7, 50, 25}});
        const auto load = planLoad(planOf({step(0, Medium::Call), step(7, Medium::Text)}), {6, staying}, Monday);
        QCOMPARE(near(load[3].touches[size_t(Medium::Call)]), 6.0);
        QCOMPARE(near(load[3].touches[size_t(Medium::Text)]), 3.0);
        QCOMPARE(near(load[3].minutes()), 6 * minutesOf(Medium::Call) + 3 * minutesOf(Medium::Text));
    }

    void sharesOfThoseWhoStay_data()
    {
        QTest::addColumn<QVector<QPair<int, QPair<int, int>>>>("groups"); // days, leads, stayed
        QTest::addColumn<bool>("assumed");
        QTest::addColumn<QVector<double>>("after"); // 0, 10, 20 days
        using Groups = QVector<QPair<int, QPair<int, int>>>;
        QTest::newRow("nobody was seen") << Groups{} << true << QVector<double>{1, 1, 1};
        QTest::newRow("too few") << Groups{{5, {29, 0}}} << true << QVector<double>{1, 1, 1};
        QTest::newRow("fewer with age") << Groups{{0, {40, 36}}, {10, {40, 20}}, {20, {40, 10}}} << false << QVector<double>{0.9, 0.5, 0.25};
        QTest::newRow("chance that rises is pooled") << Groups{{0, {40, 40}}, {10, {20, 8}}, {20, {20, 12}}} << false << QVector<double>{1, 0.5, 0.5};
        QTest::newRow("in any order") << Groups{{20, {40, 10}}, {0, {40, 36}}, {10, {40, 20}}} << false << QVector<double>{0.9, 0.5, 0.25};
        QTest::newRow("younger than any seen") << Groups{{15, {40, 20}}} << false << QVector<double>{1, 1, 0.5};
    }
    void sharesOfThoseWhoStay()
    {
        using Groups = QVector<QPair<int, QPair<int, int>>>;
        QFETCH(Groups, groups);
        QFETCH(bool, assumed);
        QFETCH(QVector<double>, after);
        QVector<AgeGroup> ages;
        for (const auto &[days, counts] : groups)
            ages << AgeGroup{days, counts.first, counts.second};
        const Staying staying(ages);
        QCOMPARE(staying.isAssumed(), assumed);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(staying.after(i * 10), after[i]);
    }
};

QTEST_GUILESS_MAIN(PlanLoadTest)
#include "plan_load_test.moc"
