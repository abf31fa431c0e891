#include "core/base/beta.h"
#include "core/base/random.h"
#include "core/plan/habit_words.h"
#include "core/plan/habits.h"
#include "core/plan/next_step.h"
#include "core/time/calendar.h"

#include "sample_customer.h"

#include <cmath>

using namespace beback;
using namespace beback::sample;
using namespace Qt::StringLiterals;

namespace {

Tallies tried(Medium medium, std::initializer_list<HabitTally> byPart)
{
    Tallies tallies{};
    size_t part = 0;
    for (const HabitTally &tally : byPart)
        tallies[size_t(medium)][part++] = tally;
    return tallies;
}

Touch touched(const char *at, Medium medium, const char *answered = nullptr)
{
    return {utc(at), medium, answered ? utc(answered) : Instant{}, {}};
}

Instant instantAt(QDate day, int hour)
{
    return *zones::instantOf(day, QTime(hour, 0), QStringLiteral("America/Phoenix"));
}

} // namespace

class HabitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Exact values: a beta(1, b) has the quantile 1 - (1 - p)^(1/b), a beta(a, 1) p^(1/a); Jeffreys' is the arcsine law.
    void knowsTheBetaDistribution_data()
    {
        QTest::addColumn<double>("a");
        QTest::addColumn<double>("b");
        QTest::addColumn<double>("p");
        QTest::addColumn<double>("quantile");
        QTest::newRow("uniform") << 1.0 << 1.0 << 0.3 << 0.3;
        QTest::newRow("rare") << 1.0 << 9.0 << 0.9 << 1 - std::pow(0.1, 1.0 / 9);
        QTest::newRow("common") << 4.0 << 1.0 << 0.1 << std::pow(0.1, 0.25);
        QTest::newRow("arcsine") << 0.5 << 0.5 << 0.9 << std::pow(std::sin(M_PI * 0.9 / 2), 2);
    }
    void knowsTheBetaDistribution()
    {
        QFETCH(double, a);
        QFETCH(double, b);
        QFETCH(double, p);
        QFETCH(double, quantile);
        QVERIFY2(std::abs(betaQuantile(a, b, p) - quantile) < 1e-4, qPrintable(QString::number(betaQuantile(a, b, p))));
    }

    void putsATimeIntoItsPartOfTheDay_data()
    {
        QTest::addColumn<QTime>("time");
        QTest::addColumn<QString>("part");
        QTest::newRow("early") << QTime(6, 0) << u"morning"_s;
        QTest::newRow("last of the morning") << QTime(11, 29) << u"morning"_s;
        QTest::newRow("noon") << QTime(12, 0) << u"midday"_s;
        QTest::newRow("two") << QTime(14, 0) << u"afternoon"_s;
        QTest::newRow("a quarter past five") << QTime(17, 15) << u"evening"_s;
        QTest::newRow("night") << QTime(23, 59) << u"evening"_s;
    }
    void putsATimeIntoItsPartOfTheDay()
    {
        QFETCH(QTime, time);
        QFETCH(QString, part);
        QCOMPARE(toText(dayPartOf(time)), part);
        const PartSpan span = spanOf(*dayPartFromText(part));
        QCOMPARE(dayPartOf(QTime(0, 0).addSecs(span.from * 60)), *dayPartFromText(part));
        QCOMPARE(dayPartOf(QTime(0, 0).addSecs((span.from + span.minutes) * 60 - 1)), *dayPartFromText(part));
    }

    void countsOnTheirClock()
    {
        CustomerState customer = elena(); // Tucson: seven hours behind UTC
        customer.touches = {touched("2026-11-23T17:00:00Z", Medium::Call), touched("2026-11-24T01:00:00Z", Medium::Call, "2026-11-24T01:00:00Z"),
                            touched("2026-11-24T01:05:00Z", Medium::Text)};
        const Tallies habits = habitsOf(customer, u"America/Phoenix"_s);
        QCOMPARE(at(habits, Medium::Call, DayPart::Morning), (HabitTally{1, 0}));
        QCOMPARE(at(habits, Medium::Call, DayPart::Evening), (HabitTally{1, 1}));
        QCOMPARE(at(habits, Medium::Text, DayPart::Evening), (HabitTally{1, 0}));
        QCOMPARE(at(habits, Medium::Call, DayPart::Midday), HabitTally());
    }

    // t touches so far, the part tried last is not tried again.
    void choosesThePart_data()
    {
        QTest::addColumn<Tallies>("habits");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("avoid");
        QTest::addColumn<QString>("part");
        QTest::newRow("nothing is known") << Tallies{} << u"midday"_s << QString() << u"midday"_s;
        QTest::newRow("one failure, another part wanted") << tried(Medium::Call, {{1, 0}}) << u"afternoon"_s << u"morning"_s << u"afternoon"_s;
        QTest::newRow("one failure, the same part wanted") << tried(Medium::Call, {{1, 0}}) << u"morning"_s << u"morning"_s << u"evening"_s;
        QTest::newRow("untried before failed") << tried(Medium::Call, {{1, 0}, {1, 0}, {1, 0}}) << u"morning"_s << u"afternoon"_s << u"evening"_s;
        QTest::newRow("what answered, but not before the others were tried")
            << tried(Medium::Call, {{0, 0}, {4, 3}, {0, 0}, {0, 0}}) << u"morning"_s << QString() << u"morning"_s;
        QTest::newRow("back to what answered") << tried(Medium::Call, {{2, 0}, {2, 2}, {1, 0}, {1, 0}}) << u"morning"_s << QString() << u"midday"_s;
        QTest::newRow("not twice running, even so") << tried(Medium::Call, {{2, 0}, {2, 1}, {2, 0}, {2, 1}}) << u"morning"_s << u"evening"_s << u"midday"_s;
    }
    void choosesThePart()
    {
        QFETCH(Tallies, habits);
        QFETCH(QString, wanted);
        QFETCH(QString, avoid);
        QFETCH(QString, part);
        QCOMPARE(toText(bestPart(habits, Experience(), Medium::Call, *dayPartFromText(wanted), dayPartFromText(avoid))), part);
    }

    void takesTheMediumTheyAnswer()
    {
        Tallies habits = tried(Medium::Call, {{1, 0}, {1, 0}, {1, 0}});
        QCOMPARE(bestMedium(habits, Experience(), Medium::Call, {Medium::Text}), Medium::Call); // no text was answered yet
        at(habits, Medium::Text, DayPart::Evening) = {2, 2};
        QCOMPARE(bestMedium(habits, Experience(), Medium::Call, {Medium::Text}), Medium::Text);
        QCOMPARE(bestMedium(habits, Experience(), Medium::Call, {}), Medium::Call); // the plan allows no other
        for (const Medium medium : {Medium::Call, Medium::Text})
            habits[size_t(medium)] = {HabitTally{2, 1}, HabitTally{1, 0}, HabitTally{}, HabitTally{}};
        QCOMPARE(bestMedium(habits, Experience(), Medium::Call, {Medium::Text}), Medium::Call); // alike: as the plan says
    }

    // Nobody has answered by either yet, but the store's people answer texts and leave e-mails: the text goes first, until
    // thirty at every part of the day were in vain.
    void othersSayWhichMediumIsAnswered()
    {
        QByteArray json = R"({"text": {"morning": [1, 9], "midday": [1, 9], "afternoon": [1, 9], "evening": [2, 8]},
                              "email": {"morning": [0.4, 9.6], "midday": [0.4, 9.6], "afternoon": [0.4, 9.6], "evening": [0.4, 9.6]}})";
        const auto experience = Experience::fromJson(json);
        QVERIFY(experience);
        Tallies habits{};
        QCOMPARE(bestMedium(habits, *experience, Medium::Email, {Medium::Text}), Medium::Text);
        QCOMPARE(bestMedium(habits, *experience, Medium::Text, {Medium::Email}), Medium::Text);
        QCOMPARE(bestMedium(habits, Experience(), Medium::Email, {Medium::Text}), Medium::Email); // nothing is known
        const auto half = Experience::fromJson(R"({"email": {"morning": [0.4, 9.6], "midday": [0.4, 9.6], "afternoon": [0.4, 9.6], "evening": [0.4, 9.6]}})");
        QVERIFY(half);
        QCOMPARE(bestMedium(habits, *half, Medium::Email, {Medium::Text}), Medium::Email); // nor about texts
        for (const DayPart part : AllDayParts)
            at(habits, Medium::Text, part) = {30, 0};
        QCOMPARE(bestMedium(habits, *experience, Medium::Email, {Medium::Text}), Medium::Email);
    }

    // People drawn from a known beta: the estimate finds its mean, and says how much they differ.
    void learnsFromAllOfThem()
    {
        SeededRandom random(7);
        QVector<Tallies> people;
        for (int i = 0; i < 4000; ++i) {
            // Beta(2, 6): mean 0.25, by inversion
            const double chance = betaQuantile(2, 6, 0.0005 + 0.999 * random.unit());
            HabitTally tally;
            for (int touch = 0; touch < 6; ++touch) {
                tally.tried += 1;
                tally.answered += random.unit() < chance ? 1 : 0;
            }
            people << tried(Medium::Call, {{0, 0}, {0, 0}, {0, 0}, tally});
        }
        const Experience experience = Experience::from(people);
        const Experience::Prior prior = experience.prior(Medium::Call, DayPart::Evening);
        QVERIFY2(std::abs(prior.a / (prior.a + prior.b) - 0.25) < 0.01, qPrintable(QString::number(prior.a / (prior.a + prior.b))));
        QVERIFY2(std::abs(prior.a + prior.b - 8) < 1.5, qPrintable(QString::number(prior.a + prior.b)));
        // Nobody was called in the morning: as the evening has it, for no more than one touch of their own.
        const Experience::Prior untried = experience.prior(Medium::Call, DayPart::Morning);
        QVERIFY2(std::abs(untried.a + untried.b - 1) < 1e-9, qPrintable(QString::number(untried.a + untried.b)));
        QVERIFY2(std::abs(untried.a - prior.a / (prior.a + prior.b)) < 1e-9, qPrintable(QString::number(untried.a)));
        QCOMPARE(experience.prior(Medium::Text, DayPart::Morning), Experience::Prior()); // nobody was texted at all
        const auto again = Experience::fromJson(experience.toJson());
        QVERIFY(again);
        QCOMPARE(*again, experience);
    }

    // How much the store's people count against what one person did.
    void howMuchTheOthersCount_data()
    {
        QTest::addColumn<QVector<HabitTally>>("people");
        QTest::addColumn<double>("least"); // touches of the person's own that weigh as much
        QTest::addColumn<double>("most");
        QTest::addColumn<double>("share");
        QTest::newRow("a handful: nothing is known") << QVector<HabitTally>(5, HabitTally{6, 6}) << 1.0 << 1.0 << 0.5;
        QTest::newRow("each tried once: like one touch") << QVector<HabitTally>(300, HabitTally{1, 1}) + QVector<HabitTally>(900, HabitTally{1, 0}) << 1.0 << 1.0 << 0.25;
        QTest::newRow("hardly any twice: the same") << QVector<HabitTally>(10, HabitTally{1, 1}) + QVector<HabitTally>(30, HabitTally{1, 0}) + QVector<HabitTally>(2, HabitTally{2, 0})
                                                    << 1.0 << 1.0 << 0.24;
        QTest::newRow("all alike: much, and never all") << QVector<HabitTally>(300, HabitTally{8, 2}) << 10.0 << 100.0 << 0.25;
        QTest::newRow("some always, some never: little, and never nothing")
            << QVector<HabitTally>(100, HabitTally{20, 20}) + QVector<HabitTally>(300, HabitTally{20, 0}) << 0.5 << 2.0 << 0.25;
    }
    void howMuchTheOthersCount()
    {
        QFETCH(QVector<HabitTally>, people);
        QFETCH(double, least);
        QFETCH(double, most);
        QFETCH(double, share);
        QVector<Tallies> all;
        for (const HabitTally &tally : people)
            all << tried(Medium::Text, {tally});
        const Experience::Prior prior = Experience::from(all).prior(Medium::Text, DayPart::Morning);
        const double weight = prior.a + prior.b;
        QVERIFY2(weight >= least - 1e-9 && weight <= most + 1e-9, qPrintable(QString::number(weight)));
        QVERIFY2(std::abs(prior.a / weight - share) < 0.02, qPrintable(QString::number(prior.a / weight)));
    }

    // A store whose people call in the morning and in the evening only: noon, where nobody works, is not the best there is.
    void anHourNobodyWorksInPromisesNothing()
    {
        QVector<Tallies> people;
        for (int i = 0; i < 200; ++i)
            people << tried(Medium::Call, {{1, i % 10 == 0 ? 1.0 : 0.0}, {0, 0}, {0, 0}, {1, i % 4 == 0 ? 1.0 : 0.0}});
        const Experience experience = Experience::from(people);
        QCOMPARE(bestPart(Tallies{}, experience, Medium::Call, DayPart::Midday, std::nullopt), DayPart::Evening);
        QCOMPARE(bestPart(Tallies{}, experience, Medium::Call, DayPart::Morning, std::nullopt), DayPart::Evening);
    }

    void isMoreSureOfOneWhoWasTriedOften()
    {
        const Chance few = chanceOf(tried(Medium::Text, {{2, 1}}), Experience(), Medium::Text, DayPart::Morning);
        const Chance many = chanceOf(tried(Medium::Text, {{20, 10}}), Experience(), Medium::Text, DayPart::Morning);
        QVERIFY(few.low < many.low && many.low < 0.5 && 0.5 < many.high && many.high < few.high);
        QCOMPARE(many.tried, 20);
        QCOMPARE(many.answered, 10);
    }

    // From here on the whole decision.

    void callsAtAnotherPartThanTheLastCall()
    {
        CustomerState customer = elena();
        LeadState &lead = customer.leads[0];
        for (int i = 0; i < 3; ++i)
            touch(lead, std::array{Medium::Call, Medium::Text, Medium::Email}[size_t(i)], utc("2026-11-24T01:00:00Z"));
        customer.touches = {touched("2026-11-24T01:00:00Z", Medium::Call)}; // 6 pm there; the plan's next call is in the evening too
        const Plan plan = sample::plan();
        const auto step = nextStep(customer, lead, &plan, PlanBook());
        QCOMPARE(step->medium, Medium::Call);
        QVERIFY(step->learned);
        QVERIFY(step->part && *step->part != DayPart::Evening);
        QCOMPARE(dayPartOf(zones::local(step->dueAt, u"America/Phoenix"_s).time), *step->part);
    }

    void itIsTheNewestCallThatIsNotRepeated()
    {
        CustomerState customer = elena();
        LeadState &lead = customer.leads[0];
        for (int i = 0; i < 3; ++i)
            touch(lead, std::array{Medium::Call, Medium::Text, Medium::Email}[size_t(i)], utc("2026-11-24T01:00:00Z"));
        // In the evening first in vain, then with an answer; each other part in vain, the morning last.
        customer.touches = {touched("2026-08-03T01:00:00Z", Medium::Call),
                            touched("2026-08-05T01:00:00Z", Medium::Call, "2026-08-05T01:00:00Z"),
                            touched("2026-08-10T19:00:00Z", Medium::Call), touched("2026-08-12T22:00:00Z", Medium::Call),
                            touched("2026-08-14T17:00:00Z", Medium::Call)};
        const Plan plan = sample::plan();
        const auto step = nextStep(customer, lead, &plan, PlanBook());
        QCOMPARE(step->medium, Medium::Call);
        QCOMPARE(step->part, std::optional(DayPart::Evening));
    }

    void doesWhatTheyAskedFor()
    {
        CustomerState customer = elena();
        LeadState &lead = customer.leads[0];
        touch(lead, Medium::Call, utc("2026-11-23T17:05:00Z"));
        touch(lead, Medium::Text, utc("2026-11-23T17:07:00Z"));
        touch(lead, Medium::Email, utc("2026-11-23T17:10:00Z"));
        customer.wish = {u"Text me after six"_s, Medium::Text, QTime(18, 0), {}};
        const Plan plan = sample::plan();
        const auto step = nextStep(customer, lead, &plan, PlanBook()); // the plan says: call
        QCOMPARE(step->medium, Medium::Text);
        QVERIFY(step->learned);
        const zones::Local local = zones::local(step->dueAt, u"America/Phoenix"_s);
        QVERIFY2(local.time >= QTime(18, 0) && local.time < QTime(19, 30), qPrintable(local.time.toString()));
        customer.doNotContact = {refusal("", Medium::Text)}; // a wish does not outlive an opt-out
        QVERIFY(nextStep(customer, lead, &plan, PlanBook())->medium != Medium::Text);
    }

    void saysHowSureItIs()
    {
        CustomerState customer = elena();
        customer.touches = {touched("2026-11-23T17:00:00Z", Medium::Call), touched("2026-11-24T01:00:00Z", Medium::Call, "2026-11-24T01:00:00Z"),
                            touched("2026-11-25T01:00:00Z", Medium::Call)};
        NextStep step;
        step.part = DayPart::Evening;
        QVERIFY(habitWords(customer, step, Experience()).isEmpty()); // the plan's own word
        step.learned = true;
        QCOMPARE(habitWords(customer, step, Experience()), QStringList{u"Calls in the evening: answered 1 of 2, a chance of 50 % (16 % to 84 %) for the next."_s});
        step.part = DayPart::Midday;
        QVERIFY(habitWords(customer, step, Experience()).first().contains(u"not tried yet"_s));
        customer.wish = {u"Call me at lunch"_s, {}, QTime(12, 0), QTime(13, 0)};
        QCOMPARE(habitWords(customer, step, Experience()), QStringList{u"They asked for it: “Call me at lunch”"_s});
    }

    void countsBusinessDaysWhereThePlanSaysSo()
    {
        CustomerState customer = elena();
        LeadState &lead = customer.leads[0];
        lead.arrivedAt = lead.planStartedAt = instantAt(QDate(2026, 11, 24), 10); // Tuesday before Thanksgiving
        touch(lead, Medium::Call, instantAt(QDate(2026, 11, 24), 10));
        Plan plan = sample::plan();
        plan.steps = {step(0, Medium::Call, "now"), step(2, Medium::Text, "midday")};
        plan.steps[1].count = PlanStep::Count::Business;
        const auto next = nextStep(customer, lead, &plan, PlanBook());
        QCOMPARE(zones::local(next->dueAt, u"America/Phoenix"_s).date, QDate(2026, 11, 27)); // Wednesday, then Friday
        plan.steps[1].count = PlanStep::Count::Calendar; // Thursday is the holiday
        QCOMPARE(zones::local(nextStep(customer, lead, &plan, PlanBook())->dueAt, u"America/Phoenix"_s).date, QDate(2026, 11, 27));
        plan.steps[1].from = PlanStep::From::Previous;
        lead.lastAttemptAt = instantAt(QDate(2026, 11, 30), 10);
        QCOMPARE(zones::local(nextStep(customer, lead, &plan, PlanBook())->dueAt, u"America/Phoenix"_s).date, QDate(2026, 12, 2));
    }
};

QTEST_APPLESS_MAIN(HabitsTest)
#include "habits_test.moc"
