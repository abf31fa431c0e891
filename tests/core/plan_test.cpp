#include "core/plan/plan.h"
#include "core/plan/starter_plans.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <array>

using namespace beback;
using namespace Qt::StringLiterals;

namespace {

QJsonObject goodStep(int day, const QString &medium)
{
    return {{u"day"_s, day},         {u"medium"_s, medium},   {u"part"_s, u"morning"_s},
            {u"purpose"_s, u"Why."_s}, {u"result"_s, u"What."_s}, {u"words"_s, u"inquiry.first"_s}};
}

QJsonObject goodPlan()
{
    return {{u"id"_s, u"p"_s}, {u"version"_s, 2}, {u"name"_s, u"P"_s}, {u"after_every_days"_s, 45},
            {u"steps"_s, QJsonArray{goodStep(0, u"call"_s), goodStep(0, u"text"_s), goodStep(3, u"call"_s)}}};
}

// The plan with one field of the step at `index` (from 0) set to another value; undefined takes it away.
QByteArray withStepField(int index, const QString &field, const QJsonValue &value)
{
    QJsonObject plan = goodPlan();
    QJsonArray steps = plan[u"steps"_s].toArray();
    QJsonObject step = steps[index].toObject();
    if (value.isUndefined())
        step.remove(field);
    else
        step.insert(field, value);
    steps[index] = step;
    plan[u"steps"_s] = steps;
    return QJsonDocument(plan).toJson();
}

QByteArray withField(const QString &field, const QJsonValue &value)
{
    QJsonObject plan = goodPlan();
    plan.insert(field, value);
    return QJsonDocument(plan).toJson();
}

Plan named(const QString &id, int version, const QString &name)
{
    Plan plan;
    plan.id = id;
    plan.version = version;
    plan.name = name;
    return plan;
}

} // namespace

class PlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites()
    {
        const auto plan = Plan::fromJson(QJsonDocument(goodPlan()).toJson());
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
        QCOMPARE(plan->version, 2);
        QCOMPARE(plan->afterEveryDays, 45);
        QCOMPARE(plan->steps.size(), 3);
        QCOMPARE(plan->steps[2].day, 3);
        QCOMPARE(plan->steps[1].medium, Medium::Text);
        const auto again = Plan::fromJson(plan->toJson());
        QVERIFY(again);
        QCOMPARE(again->toJson(), plan->toJson());
    }

    void readsWhatTheShippedPlansSay()
    {
        const auto shipped = loadShippedPlans();
        QVERIFY2(shipped, shipped ? "" : qPrintable(shipped.error().message));
        for (const Plan &plan : *shipped) {
            const auto again = Plan::fromJson(plan.toJson());
            QVERIFY2(again, qPrintable(plan.id));
            QVERIFY2(*again == plan, qPrintable(plan.id));
            QVERIFY2(!plan.whom.isEmpty(), qPrintable(plan.id));
        }
    }

    void saysWhichStepAndFieldIsWrong_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("said"); // all of these stand in the message
        QTest::newRow("not JSON") << QByteArray("{\n\"id\": \"p\",\n oops}") << QStringList{u"line 3"_s};
        QTest::newRow("a list") << QByteArray("[]") << QStringList{u"one JSON object"_s};
        QTest::newRow("no id") << withField(u"id"_s, QString()) << QStringList{u"\"id\""_s, u"missing"_s};
        QTest::newRow("a version of nothing") << withField(u"version"_s, 0) << QStringList{u"\"version\""_s, u"1 to"_s};
        QTest::newRow("no steps") << withField(u"steps"_s, QJsonArray()) << QStringList{u"\"steps\""_s, u"list"_s};
        QTest::newRow("every zero days") << withField(u"after_every_days"_s, 0) << QStringList{u"\"after_every_days\""_s};
        QTest::newRow("a field with a slip") << withField(u"after_evry_days"_s, 5) << QStringList{u"\"after_evry_days\""_s};
        QTest::newRow("an unknown medium") << withStepField(1, u"medium"_s, u"fax"_s)
                                           << QStringList{u"Step 2"_s, u"\"medium\""_s, u"fax"_s};
        QTest::newRow("an unknown part") << withStepField(2, u"part"_s, u"night"_s) << QStringList{u"Step 3"_s, u"\"part\""_s};
        QTest::newRow("half a day") << withStepField(2, u"day"_s, 3.5) << QStringList{u"Step 3"_s, u"\"day\""_s};
        QTest::newRow("a day before the first") << withStepField(0, u"day"_s, -1) << QStringList{u"Step 1"_s, u"\"day\""_s};
        QTest::newRow("a day as text") << withStepField(0, u"day"_s, u"0"_s) << QStringList{u"Step 1"_s, u"\"day\""_s};
        QTest::newRow("no purpose") << withStepField(1, u"purpose"_s, QJsonValue(QJsonValue::Undefined))
                                    << QStringList{u"Step 2"_s, u"\"purpose\""_s, u"missing"_s};
        QTest::newRow("a blank result") << withStepField(1, u"result"_s, u"  "_s) << QStringList{u"Step 2"_s, u"\"result\""_s};
        QTest::newRow("an unknown field") << withStepField(1, u"purpos"_s, u"x"_s) << QStringList{u"Step 2"_s, u"\"purpos\""_s};
        QTest::newRow("an unknown count") << withStepField(1, u"count"_s, u"weeks"_s) << QStringList{u"Step 2"_s, u"\"count\""_s, u"business"_s};
        QTest::newRow("an unknown medium instead") << withStepField(1, u"instead"_s, QJsonArray{u"fax"_s}) << QStringList{u"Step 2"_s, u"fax"_s};
        QTest::newRow("a branch nobody knows") << withField(u"on"_s, QJsonObject{{u"misssed"_s, u"x"_s}}) << QStringList{u"misssed"_s, u"missed"_s};
        QTest::newRow("a branch to nowhere") << withField(u"on"_s, QJsonObject{{u"missed"_s, u""_s}}) << QStringList{u"no plan"_s};
        QTest::newRow("backwards") << withStepField(1, u"day"_s, 5) << QStringList{u"Step 3"_s, u"day 3"_s, u"day 5"_s};
        QTest::newRow("two calls on a day") << withStepField(2, u"day"_s, 0) << QStringList{u"Step 3"_s, u"second call"_s};
    }
    void saysWhichStepAndFieldIsWrong()
    {
        QFETCH(QByteArray, json);
        QFETCH(QStringList, said);
        const auto plan = Plan::fromJson(json);
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, Code::Invalid);
        for (const QString &words : said)
            QVERIFY2(plan.error().message.contains(words), qPrintable(plan.error().message));
    }

    void keepsEveryVersionAndOffersTheNewest()
    {
        PlanBook book;
        book.add(named(u"a"_s, 2, u"Zebra"_s));
        book.add(named(u"a"_s, 1, u"Zebra first"_s));
        book.add(named(u"b"_s, 1, u"Apple"_s));
        QCOMPARE(book.find(u"a"_s, 1)->name, u"Zebra first"_s);
        QCOMPARE(book.newest(u"a"_s)->version, 2);
        QVERIFY(!book.find(u"a"_s, 3));
        QVERIFY(!book.newest(u"c"_s));
        book.add(named(u"a"_s, 1, u"Zebra mended"_s));
        QCOMPARE(book.find(u"a"_s, 1)->name, u"Zebra mended"_s);
        const auto all = book.all();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[0]->name, u"Apple"_s);
        QCOMPARE(all[1]->version, 2);
    }

    void shipsAPlanForEverySource_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("plan");
        QTest::newRow("website") << u"Website"_s << u"fresh-internet"_s;
        QTest::newRow("a portal") << u"AutoTrader"_s << u"fresh-internet"_s;
        QTest::newRow("nothing") << QString() << u"fresh-internet"_s;
        QTest::newRow("phone-up") << u"Phone-up"_s << u"phone-up"_s;
        QTest::newRow("phone") << u"phone"_s << u"phone-up"_s;
        QTest::newRow("walk-in") << u"Walk-in"_s << u"walk-in"_s;
        QTest::newRow("showroom") << u"Showroom visit"_s << u"walk-in"_s;
    }
    void shipsAPlanForEverySource()
    {
        QFETCH(QString, source);
        QFETCH(QString, plan);
        QCOMPARE(planForSource(source), plan);
        const auto shipped = loadShippedPlans();
        QVERIFY2(shipped, shipped ? "" : qPrintable(shipped.error().message));
        QVERIFY(std::any_of(shipped->begin(), shipped->end(), [&](const Plan &known) { return known.id == plan; }));
    }

    void shipsPlansThatVaryTheMedium()
    {
        const auto shipped = loadShippedPlans();
        QVERIFY(shipped);
        for (const Plan &plan : *shipped) {
            if (!QStringList{u"fresh-internet"_s, u"phone-up"_s, u"walk-in"_s}.contains(plan.id))
                continue;
            QVERIFY2(plan.steps.size() >= 8, qPrintable(plan.id));
            QVERIFY2(plan.steps.last().day >= 45, qPrintable(plan.id));
            QSet<Medium> media;
            QSet<QString> parts, words;
            for (const PlanStep &step : plan.steps) {
                media << step.medium;
                words << step.words;
                if (step.medium == Medium::Call)
                    parts << step.part;
            }
            QVERIFY2((media.contains(QSet<Medium>{Medium::Call, Medium::Text, Medium::Email, Medium::Note})), qPrintable(plan.id));
            QVERIFY2(parts.size() >= 2, qPrintable(plan.id)); // calls at more than one time of the day
            QCOMPARE(words.size(), plan.steps.size()); // no step says the same as another
        }
    }

    void shipsAPlanForEveryReasonNotToBuyAndForWhatFollows()
    {
        PlanBook book;
        const auto shipped = loadShippedPlans();
        const auto branches = loadShippedBranches();
        QVERIFY(shipped);
        QVERIFY(branches);
        for (const Plan &plan : *shipped)
            book.add(plan);
        book.setBranches(*branches);
        const Plan *fresh = book.newest(u"fresh-internet"_s);
        for (const Objection objection : AllObjections)
            QVERIFY2(book.branch(fresh, u"objection_"_s + toText(objection)), qPrintable(toText(objection)));
        for (const char *what : {"missed", "sold", "bought_elsewhere_open", "bought_elsewhere_delivered", "not_interested"})
            QVERIFY2(book.branch(fresh, QString::fromLatin1(what)), what);
        for (const Plan &plan : *shipped)
            for (const QString &target : plan.on)
                QVERIFY2(book.newest(target), qPrintable(plan.id + u" leads to "_s + target));
        QVERIFY(book.newest(u"long-term"_s));
        QVERIFY(book.newest(u"re-engagement"_s));
        QVERIFY(!book.branch(book.newest(u"walk-in"_s), u"visited"_s)); // to itself: it goes on
        QVERIFY(!book.branch(fresh, u"wrong_number"_s));
    }

    void neverCallsTwiceRunningInTheSamePart()
    {
        const auto shipped = loadShippedPlans();
        QVERIFY(shipped);
        for (const Plan &plan : *shipped) {
            QString last;
            for (const PlanStep &step : plan.steps)
                if (step.medium == Medium::Call) {
                    QVERIFY2(step.part == u"now"_s || step.part != last, qPrintable(plan.id));
                    last = step.part;
                }
        }
    }

    // A step may be done early, late, or at an hour they were found to answer better: its reason is read then, too.
    void givesReasonsThatAreTrueAtAnyHour_data()
    {
        QTest::addColumn<QString>("purpose");
        const auto shipped = loadShippedPlans();
        QVERIFY(shipped);
        for (const Plan &plan : *shipped)
            for (qsizetype i = 0; i < plan.steps.size(); ++i)
                QTest::addRow("%s, step %d", qPrintable(plan.id), int(i) + 1) << plan.steps[i].purpose;
    }
    void givesReasonsThatAreTrueAtAnyHour()
    {
        QFETCH(QString, purpose);
        static const QRegularExpression hour(u"\\b(today|tonight|yesterday|tomorrow|at this moment|a moment ago|just now|the last day|"
                                             "(this|in the|around) (morning|noon|afternoon|evening)|this one comes)\\b"_s,
                                             QRegularExpression::CaseInsensitiveOption);
        QVERIFY2(!hour.match(purpose).hasMatch(), qPrintable(purpose));
    }

    void beginsAFreshInternetLeadByCallTextAndEmailAtOnce()
    {
        const auto shipped = loadShippedPlans();
        QVERIFY(shipped);
        const auto fresh = std::find_if(shipped->begin(), shipped->end(), [](const Plan &plan) { return plan.id == u"fresh-internet"_s; });
        QVERIFY(fresh != shipped->end());
        QCOMPARE(fresh->steps.size(), 12);
        QCOMPARE(fresh->steps.last().day, 60);
        constexpr std::array first = {Medium::Call, Medium::Text, Medium::Email};
        for (size_t i = 0; i < first.size(); ++i) {
            const PlanStep &step = fresh->steps[qsizetype(i)];
            QCOMPARE(step.medium, first[i]);
            QCOMPARE(step.day, 0);
            QCOMPARE(step.part, u"now"_s);
        }
    }
};

QTEST_APPLESS_MAIN(PlanTest)
#include "plan_test.moc"
