#include "core/plan/plan_edit.h"
#include "core/plan/starter_plans.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace beback;
using namespace Qt::StringLiterals;

namespace {

Plan sample()
{
    const auto plans = loadShippedPlans();
    if (!plans)
        qFatal("%s", qPrintable(plans.error().message));
    for (const Plan &plan : *plans)
        if (plan.id == "fresh-internet"_L1)
            return plan;
    qFatal("not shipped");
}

QVector<int> days(const Plan &plan)
{
    QVector<int> all;
    for (const PlanStep &step : plan.steps)
        all << step.day;
    return all;
}

} // namespace

class PlanEditTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCopyHasAnIdOfItsOwn()
    {
        const Plan plan = sample();
        const Plan copy = copyOf(plan, u"Ours"_s, {plan.id});
        QCOMPARE(copy.id, u"fresh-internet-copy"_s);
        QCOMPARE(copy.name, u"Ours"_s);
        QCOMPARE(copy.steps, plan.steps);
        QCOMPARE(copyOf(plan, u"Ours"_s, {plan.id, copy.id}).id, u"fresh-internet-copy-2"_s);
    }

    void aNewDayMovesTheStep_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<int>("day");
        QTest::addColumn<int>("place");
        QTest::newRow("stays") << 3 << 1 << 3;
        QTest::newRow("later") << 3 << 8 << 6;
        QTest::newRow("behind those of the day") << 3 << 7 << 6;
        QTest::newRow("last") << 4 << 90 << 11;
        QTest::newRow("to the first day") << 6 << 0 << 3;
    }
    void aNewDayMovesTheStep()
    {
        QFETCH(int, step);
        QFETCH(int, day);
        QFETCH(int, place);
        Plan plan = sample();
        const QString purpose = plan.steps[step].purpose;
        QCOMPARE(setStepDay(plan, step, day), place);
        QCOMPARE(plan.steps[place].purpose, purpose);
        QVector<int> ordered = days(plan);
        std::sort(ordered.begin(), ordered.end());
        QCOMPARE(days(plan), ordered);
    }

    void stepsComeAndGoAndChangePlaces()
    {
        Plan plan = sample();
        const Plan before = plan;
        QCOMPARE(addStep(plan, 3), 4);
        QCOMPARE(plan.steps[4].day, plan.steps[3].day);
        QVERIFY(plan.steps[4].medium != plan.steps[3].medium);
        QCOMPARE(removeStep(plan, 4), 4);
        QCOMPARE(plan, before);
        QCOMPARE(moveStep(plan, 4, -1), 3);
        QCOMPARE(plan.steps[3].purpose, before.steps[4].purpose);
        QCOMPARE(days(plan), days(before));
        QCOMPARE(moveStep(plan, 3, 1), 4);
        QCOMPARE(plan, before);
        QCOMPARE(moveStep(plan, 0, -1), 0);
        while (plan.steps.size() > 1)
            removeStep(plan, 0);
        QCOMPARE(removeStep(plan, 0), 0);
        QCOMPARE(plan.steps.size(), 1);
    }

    // What is wrong names its field, so that the window can say it there.
    void anErrorNamesItsField_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<QString>("field");
        QTest::newRow("name") << -1 << u"name"_s;
        QTest::newRow("purpose") << 2 << u"purpose"_s;
        QTest::newRow("day") << 3 << u"day"_s;
    }
    void anErrorNamesItsField()
    {
        QFETCH(int, step);
        QFETCH(QString, field);
        Plan plan = sample();
        if (step < 0)
            plan.name.clear();
        else if (field == u"day"_s)
            plan.steps[step].day = -1;
        else
            plan.steps[step].purpose.clear();
        const auto read = Plan::fromJson(plan.toJson());
        QVERIFY(!read);
        QCOMPARE(planFieldOf(read.error()).step, step);
        QCOMPARE(planFieldOf(read.error()).name, field);
    }

    void aSecondCallOfADayIsSaidAtItsDay()
    {
        Plan plan = sample();
        plan.steps[3].day = 0;
        const auto read = Plan::fromJson(plan.toJson());
        QVERIFY(!read);
        QCOMPARE(planFieldOf(read.error()).step, 3);
        QCOMPARE(planFieldOf(read.error()).name, u"day"_s);
    }
};

QTEST_GUILESS_MAIN(PlanEditTest)
#include "plan_edit_test.moc"
