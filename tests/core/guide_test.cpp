#include "core/desk/guide_deeds.h"
#include "core/plan/starter_plans.h"
#include "core/words/language.h"
#include "core/words/solutions.h"
#include "tests/support/nothing_asked.h"

#include "sample_customer.h"

#include <functional>

using namespace beback;
using namespace beback::sample;
using namespace Qt::StringLiterals;

namespace {

const Instant Now = utc("2026-11-26T17:00:00Z"); // Thursday, 10:00 am in Tucson
const QString Zone = u"America/Phoenix"_s;

GuideStep stepOf(AnswerKind kind)
{
    GuideStep step;
    step.key = u"q"_s;
    step.kind = kind;
    step.ask.texts = {{u"en"_s, u"Which?"_s}};
    if (kind == AnswerKind::Choice)
        step.choices = {{u"me"_s, {{{u"en"_s, u"Only me"_s}, {u"es"_s, u"Solo yo"_s}}}}, {u"partner"_s, {{{u"en"_s, u"My partner"_s}}}}};
    return step;
}

RecordRequest callOf(const CustomerState &state, Outcome outcome, const QMap<QString, QString> &answers)
{
    RecordRequest request;
    request.customer = state.id;
    request.lead = state.leads[0].id;
    request.medium = Medium::Call;
    request.outcome = outcome;
    request.answers = answers;
    return request;
}

// Some answer that is one.
QString anAnswer(const GuideStep &step)
{
    switch (step.kind) {
    case AnswerKind::YesNo: return u"yes"_s;
    case AnswerKind::Choice: return step.choices.first().key;
    case AnswerKind::Date: return u"2026-12-20"_s;
    case AnswerKind::Time: return u"2026-12-01T18:00:00Z"_s;
    case AnswerKind::Amount: return u"400"_s;
    case AnswerKind::Phone: return u"520 555 0177"_s;
    case AnswerKind::Person: return u"Jordan Vega, 505 555 0142"_s;
    default: return u"something"_s;
    }
}

// Every way through a conversation: each question that decides a branch gets each of its answers, and none.
void eachPath(const Guide &guide, const std::function<void(const GuideState &)> &look)
{
    const std::function<void(GuideState, QSet<QString>)> go = [&](GuideState state, QSet<QString> decided) {
        for (const GuideStep *step : pathOf(guide, state)) {
            const bool decides = std::any_of(guide.steps.cbegin(), guide.steps.cend(), [&](const GuideStep &later) { return later.when.contains(step->key); });
            if (!decides || decided.contains(step->key))
                continue;
            decided.insert(step->key);
            QStringList answers;
            for (const GuideChoice &choice : step->choices)
                answers << choice.key;
            if (step->kind == AnswerKind::YesNo)
                answers << u"yes"_s << u"no"_s;
            for (const QString &answer : std::as_const(answers)) {
                GuideState with = state;
                with.answers.insert(step->key, answer);
                go(with, decided);
            }
            return;
        }
        look(state);
    };
    go({}, {});
}

} // namespace

class GuideTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void shipsAGuideForEveryPlanAndTheGeneralOne()
    {
        const auto plans = loadShippedPlans();
        QVERIFY(plans);
        const GuideBook &book = GuideBook::shipped();
        for (const Plan &plan : *plans) {
            const Guide *guide = book.forCall({}, plan.id);
            QVERIFY2(guide && guide->plans.contains(plan.id), qPrintable(plan.id));
        }
        for (const Guide &guide : book.all())
            for (const QString &plan : guide.plans)
                QVERIFY2(std::any_of(plans->cbegin(), plans->cend(), [&](const Plan &one) { return one.id == plan; }), qPrintable(plan));
        QCOMPARE(book.forCall({}, u"of-the-store"_s)->id, u"conversation"_s);
        QCOMPARE(book.forCall(u"appointment.confirm"_s, u"fresh-internet"_s)->id, u"appointment-confirm"_s);
    }

    void shippedGuidesAreSaidInBothLanguagesAndAskAFewThingsOnEveryPath()
    {
        for (const Guide &guide : GuideBook::shipped().all()) {
            for (const GuideStep &step : guide.steps)
                for (const QLatin1String language : WordLanguages) {
                    QVERIFY2(step.ask.texts.contains(language), qPrintable(guide.id + u' ' + step.key));
                    for (const QString &name : placeholdersOf(step.ask.in(language) + step.say.in(language)))
                        QVERIFY2(knownPlaceholders().contains(name), qPrintable(guide.id + u' ' + name));
                    for (const GuideChoice &choice : step.choices)
                        QVERIFY(choice.text.texts.contains(language));
                }
            int paths = 0;
            eachPath(guide, [&](const GuideState &state) {
                ++paths;
                const auto path = pathOf(guide, state);
                const auto must = std::count_if(path.cbegin(), path.cend(), [](const GuideStep *step) { return step->must; });
                QVERIFY2(must >= 1 && must <= 5 && path.size() <= 9, qPrintable(guide.id));
            });
            QVERIFY2(paths >= 2, qPrintable(guide.id));
        }
    }

    void isReadBackAsItWasWritten()
    {
        for (const Guide &guide : GuideBook::shipped().all()) {
            const auto again = Guide::fromJson(guide.toJson());
            QVERIFY(again);
            QVERIFY2(*again == guide, qPrintable(guide.id));
        }
    }

    void refusesAGuideThatCannotBeWalked_data()
    {
        QTest::addColumn<QByteArray>("steps");
        QTest::addColumn<QString>("said");
        QTest::newRow("no words") << QByteArray(R"([{"key":"a","kind":"text","ask":{}}])") << u"words"_s;
        QTest::newRow("twice") << QByteArray(R"([{"key":"a","ask":{"en":"A?"}},{"key":"a","ask":{"en":"A?"}}])") << u"twice"_s;
        QTest::newRow("kind") << QByteArray(R"([{"key":"a","kind":"smell","ask":{"en":"A?"}}])") << u"smell"_s;
        QTest::newRow("later question") << QByteArray(R"([{"key":"a","ask":{"en":"A?"},"when":{"b":["yes"]}},{"key":"b","kind":"yesno","ask":{"en":"B?"}}])") << u"b"_s;
        QTest::newRow("never its answer") << QByteArray(R"([{"key":"b","kind":"yesno","ask":{"en":"B?"}},{"key":"a","ask":{"en":"A?"},"when":{"b":["maybe"]}}])") << u"maybe"_s;
        QTest::newRow("act of another kind") << QByteArray(R"([{"key":"b","kind":"yesno","act":"appointment","ask":{"en":"B?"}}])") << u"time"_s;
        QTest::newRow("one choice") << QByteArray(R"([{"key":"b","kind":"choice","choices":[{"key":"a","en":"A"}],"ask":{"en":"B?"}}])") << u"two"_s;
    }
    void refusesAGuideThatCannotBeWalked()
    {
        QFETCH(QByteArray, steps);
        QFETCH(QString, said);
        const auto guide = Guide::fromJson(R"({"id":"g","name":"G","steps":)" + steps + "}");
        QVERIFY(!guide);
        QVERIFY2(guide.error().message.contains(said), qPrintable(guide.error().message));
    }

    void readsAnswersAsTheyAreSaid_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("kept"); // empty: refused
        const auto row = [](AnswerKind kind, const char *said, const char *kept) { QTest::newRow(qPrintable(toText(kind) + u' ' + QString::fromUtf8(said))) << int(kind) << QString::fromUtf8(said) << QString::fromUtf8(kept); };
        row(AnswerKind::YesNo, "Yes", "yes");
        row(AnswerKind::YesNo, "s\u00ED", "yes");
        row(AnswerKind::YesNo, "maybe", "");
        row(AnswerKind::Choice, "only me", "me");
        row(AnswerKind::Choice, "Solo yo", "me");
        row(AnswerKind::Choice, "partner", "partner");
        row(AnswerKind::Choice, "my dog", "");
        row(AnswerKind::Amount, "$12,500", "12500");
        row(AnswerKind::Amount, "421.50", "421.50");
        row(AnswerKind::Amount, "about four", "");
        row(AnswerKind::Amount, "-3", "");
        row(AnswerKind::Date, "tomorrow", "2026-11-27");
        row(AnswerKind::Date, "thursday", "2026-12-03");
        row(AnswerKind::Date, "s\u00E1bado", "2026-11-28");
        row(AnswerKind::Date, "11/28", "2026-11-28");
        row(AnswerKind::Date, "Jan 5", "2027-01-05");
        row(AnswerKind::Date, "5 de enero", "2027-01-05");
        row(AnswerKind::Date, "2/30", "");
        row(AnswerKind::Time, "Saturday 10:00 am", "2026-11-28T17:00:00Z");
        row(AnswerKind::Time, "saturday at 10 am", "2026-11-28T17:00:00Z");
        row(AnswerKind::Time, "2026-11-28 17:30", "2026-11-29T00:30:00Z");
        row(AnswerKind::Time, "11/28, 5:30 pm", "2026-11-29T00:30:00Z");
        row(AnswerKind::Time, "9 am", "2026-11-27T16:00:00Z"); // the next one
        row(AnswerKind::Time, "soon", "");
        row(AnswerKind::Phone, "(520) 555-0177", "(520) 555-0177");
        row(AnswerKind::Phone, "555-0177", "");
        row(AnswerKind::Text, "  cargo room ", "cargo room");
        row(AnswerKind::Text, "   ", "");
    }
    void readsAnswersAsTheyAreSaid()
    {
        QFETCH(int, kind);
        QFETCH(QString, said);
        QFETCH(QString, kept);
        const auto answer = readAnswer(stepOf(AnswerKind(kind)), said, Zone, Now);
        QCOMPARE(bool(answer), !kept.isEmpty());
        if (answer)
            QCOMPARE(*answer, kept);
    }

    void closesNoReachedCallWithAMandatoryQuestionOpen()
    {
        const CustomerState state = elena();
        for (const Guide &guide : GuideBook::shipped().all())
            eachPath(guide, [&](const GuideState &path) {
                // Everything that must be asked is answered, then one after the other is left out.
                RecordRequest full = callOf(state, Outcome::Reached, path.answers);
                for (const GuideStep *step : openQuestions(guide, {full.answers, {}, {}}))
                    full.answers.insert(step->key, anAnswer(*step));
                const auto taken = takeAnswers(full, state, state.leads[0], guide, Now, u"priya"_s);
                QVERIFY2(taken, taken ? "" : qPrintable(guide.id + taken.error().message));
                for (const GuideStep *step : pathOf(guide, {full.answers, {}, {}})) {
                    if (!step->must)
                        continue;
                    RecordRequest less = full;
                    less.answers.remove(step->key);
                    QVERIFY2(!takeAnswers(less, state, state.leads[0], guide, Now, u"priya"_s), qPrintable(guide.id + u' ' + step->key));
                    less.notAsked.insert(step->key, u"She had to go into a meeting."_s);
                    // What only that answer would have asked for falls away with it; another way through may ask for more.
                    for (const GuideStep *more : openQuestions(guide, {less.answers, {}, less.notAsked}))
                        less.notAsked.insert(more->key, u"no time"_s);
                    QVERIFY2(takeAnswers(less, state, state.leads[0], guide, Now, u"priya"_s), qPrintable(guide.id + u' ' + step->key));
                    less = full;
                    less.answers.remove(step->key);
                    less.outcome = Outcome::CallBack;
                    QVERIFY(takeAnswers(less, state, state.leads[0], guide, Now, u"priya"_s));
                }
            });
    }

    void asksNothingTwiceThatTheyAnsweredBefore()
    {
        const Guide &guide = *GuideBook::shipped().find(u"fresh-internet"_s);
        CustomerState state = elena();
        RecordRequest request = callOf(state, Outcome::Reached, {{u"who_decides"_s, u"me"_s}, {u"next_step"_s, u"visit"_s}, {u"drive_time"_s, u"Saturday 10 am"_s}});
        if (!guide.step(u"who_decides"_s)->choices.isEmpty())
            request.answers[u"who_decides"_s] = guide.step(u"who_decides"_s)->choices.first().key;
        QVERIFY(!takeAnswers(request, state, state.leads[0], guide, Now, u"priya"_s));
        state.leads[0].answers.insert(u"standout"_s, GivenAnswer{u"cargo room"_s, Now});
        const auto taken = takeAnswers(request, state, state.leads[0], guide, Now, u"priya"_s);
        QVERIFY2(taken, taken ? "" : qPrintable(taken.error().message));
    }

    void answersAct()
    {
        const CustomerState state = elena();
        const Guide &bought = *GuideBook::shipped().find(u"bought-elsewhere"_s), &walkIn = *GuideBook::shipped().find(u"walk-in"_s), &phoneUp = *GuideBook::shipped().find(u"phone-up"_s);
        const auto take = [&](const Guide &guide, RecordRequest &request) {
            const auto taken = takeAnswers(request, state, state.leads[0], guide, Now, u"priya"_s);
            if (!taken)
                qFatal("%s", qPrintable(taken.error().message));
            return *taken;
        };
        RecordRequest open = test::nothingAsked(callOf(state, Outcome::BoughtElsewhere, {{u"delivered"_s, u"no"_s}, {u"their_payment"_s, u"489"_s}, {u"decided_by"_s, u"payment"_s}}));
        const GuideDeeds saved = take(bought, open);
        QCOMPARE(saved.drafts.size(), 1);
        QCOMPARE(saved.drafts[0].kind, EventKind::AlertRaised);
        QVERIFY(saved.drafts[0].body[u"deal"_s].toString().contains(u"$489"_s));
        QCOMPARE(open.objection, std::optional(Objection::Payment));

        RecordRequest named = test::nothingAsked(callOf(state, Outcome::BoughtElsewhere, {{u"delivered"_s, u"yes"_s}, {u"knows_someone"_s, u"yes"_s}, {u"referral"_s, u"Jordan Vega, 505 555 0142"_s}, {u"future_time"_s, u"Jan 5"_s}}));
        const GuideDeeds referred = take(bought, named);
        QVERIFY(referred.referral);
        QCOMPARE(referred.referral->name.display(), u"Jordan Vega"_s);
        QCOMPARE(referred.referral->points.value(0).value, u"+15055550142"_s);
        QCOMPARE(named.nextAt->toIso(), u"2027-01-05T17:00:00Z"_s);

        RecordRequest stopped = test::nothingAsked(callOf(state, Outcome::BoughtElsewhere, {{u"delivered"_s, u"yes"_s}, {u"keep_in_touch"_s, u"no"_s}, {u"stop"_s, u"yes"_s}}));
        const GuideDeeds stop = take(bought, stopped);
        QCOMPARE(stop.drafts.size(), 1);
        QCOMPARE(stop.drafts[0].kind, EventKind::DoNotContactSet);

        RecordRequest visit = callOf(state, Outcome::CallBack, {{u"objection"_s, u"trade"_s}, {u"next_step"_s, u"visit"_s}, {u"drive_time"_s, u"Saturday 10 am"_s}});
        const GuideDeeds agreed = take(walkIn, visit);
        QCOMPARE(visit.objection, std::optional(Objection::Trade));
        QCOMPARE(agreed.drafts.size(), 1);
        QCOMPARE(agreed.drafts[0].kind, EventKind::AppointmentSet);
        QCOMPARE(agreed.drafts[0].body[u"at"_s].toString(), u"2026-11-28T17:00:00Z"_s);

        RecordRequest back = callOf(state, Outcome::CallBack, {{u"next_step"_s, u"call"_s}, {u"callback_time"_s, u"Friday 3 pm"_s}, {u"new_phone"_s, u"(520) 555-0177"_s}});
        const GuideDeeds number = take(phoneUp, back);
        QCOMPARE(back.nextAt->toIso(), u"2026-11-27T22:00:00Z"_s);
        QCOMPARE(number.drafts[0].kind, EventKind::ContactPointSet);

        RecordRequest past = callOf(state, Outcome::CallBack, {{u"next_step"_s, u"visit"_s}, {u"drive_time"_s, u"2026-11-25 10:00"_s}});
        QVERIFY(!takeAnswers(past, state, state.leads[0], phoneUp, Now, u"priya"_s));
    }

    void anAnswerBehindABranchThatWasLeftDoesNothing()
    {
        const CustomerState state = elena();
        RecordRequest request = test::nothingAsked(callOf(state, Outcome::BoughtElsewhere, {{u"delivered"_s, u"yes"_s}, {u"match_choice"_s, u"ours"_s}, {u"drive_time"_s, u"Saturday 10 am"_s}}));
        const auto taken = takeAnswers(request, state, state.leads[0], *GuideBook::shipped().find(u"bought-elsewhere"_s), Now, u"priya"_s);
        QVERIFY(taken);
        QVERIFY(taken->drafts.isEmpty());
    }

    void keepsAReferralWithoutANumberAndSaysSo()
    {
        const CustomerState state = elena();
        RecordRequest request = test::nothingAsked(callOf(state, Outcome::BoughtElsewhere, {{u"delivered"_s, u"yes"_s}, {u"knows_someone"_s, u"yes"_s}, {u"referral"_s, u"my cousin Jordan"_s}}));
        const auto taken = takeAnswers(request, state, state.leads[0], *GuideBook::shipped().find(u"bought-elsewhere"_s), Now, u"priya"_s);
        QVERIFY(taken && !taken->referral && !taken->besides.isEmpty());
    }

    void shipsSolutionsForEveryObjection()
    {
        QSet<QString> ids;
        for (const Objection objection : AllObjections) {
            const ObjectionGuide *guide = SolutionBook::shipped().find(objection);
            QVERIFY2(guide && guide->ways.size() >= 2 && guide->understand.size() >= 2, qPrintable(toText(objection)));
            for (const Solution &way : guide->ways) {
                QVERIFY2(!ids.contains(way.id), qPrintable(way.id));
                ids.insert(way.id);
                for (const QLatin1String language : WordLanguages)
                    QVERIFY(way.title.texts.contains(language) && way.say.texts.contains(language));
            }
            const auto again = ObjectionGuide::fromJson(guide->toJson());
            QVERIFY(again && *again == *guide);
        }
        const auto found = SolutionBook::shipped().search(u"apprais"_s, u"en"_s, QDate(2026, 11, 26));
        QVERIFY(!found.isEmpty());
        QVERIFY(SolutionBook::shipped().search(u"zeppelin"_s, u"en"_s, QDate(2026, 11, 26)).isEmpty());
    }
};

QTEST_APPLESS_MAIN(GuideTest)
#include "guide_test.moc"
