// What must hold after every act of any history, branches, refusals and corrections included.

#include "core/history/plan_over.h"
#include "core/plan/permission.h"
#include "core/plan/starter_plans.h"

#include "desk_story.h"

using namespace beback;
using namespace beback::sample;
using namespace Qt::StringLiterals;

namespace {

constexpr int Acts = 40;

QString describe(quint64 seed, const CustomerState &state, const QString &what)
{
    QStringList leads;
    for (const LeadState &lead : state.leads)
        leads << u"%1 on %2 after %3 steps and %4 touches"_s.arg(toText(lead.status), lead.planId).arg(lead.stepsDone).arg(lead.attempts);
    return u"seed %1, after %2 events: %3 (%4)"_s.arg(seed).arg(state.events).arg(what, leads.join(u", "_s));
}

QString nameOf(const NextStep &step)
{
    return u"band %1, %2, step %3, due %4"_s.arg(int(step.band)).arg(toText(step.medium)).arg(step.step).arg(step.dueAt.toIso());
}

QString textOf(const Event &event, const char *key)
{
    return event.body.value(QLatin1String(key)).toString();
}

// "Did they come?", "What kept them?": nobody is contacted by it.
bool asksTheDesk(const NextStep &step)
{
    return step.band == Band::Appointment && step.medium == Medium::Visit;
}

bool isOurTouch(const Event &event, const LeadState &lead)
{
    return event.lead == lead.id && (event.kind == EventKind::Attempt || event.kind == EventKind::Skipped)
           && textOf(event, "department").isEmpty();
}

// The steps of the plan a lead is on that were ever done or skipped, whether or not that was taken back since.
QSet<int> stepsWorked(QVector<Event> events, const LeadState &lead)
{
    const QSet<EventId> gone = takenBack(events);
    std::sort(events.begin(), events.end(), canonicallyBefore);
    QString plan;
    QSet<int> worked;
    for (const Event &event : std::as_const(events)) {
        const bool begins = event.kind == EventKind::LeadArrived || event.kind == EventKind::PlanChosen;
        if (event.lead == lead.id && begins && !gone.contains(event.id)) {
            plan = textOf(event, "plan");
            worked.clear();
        }
        if (isOurTouch(event, lead) && textOf(event, "plan") == plan)
            worked << event.body.value("step"_L1).toInt();
    }
    return worked;
}

} // namespace

class HistoryPropertyTest : public QObject
{
    Q_OBJECT

private:
    PlanBook m_book;

    std::optional<NextStep> stepOf(const CustomerState &state, const LeadState &lead) const
    {
        return nextStep(state, lead, m_book.find(lead.planId, lead.planVersion), m_book);
    }

    // Calls check(story, act, say) after every act of many histories; a word returned by it fails the test.
    template <class Check> void forManyActs(quint64 firstSeed, int histories, Check check)
    {
        for (quint64 seed = firstSeed; seed < firstSeed + quint64(histories); ++seed) {
            DeskStory story(seed, m_book);
            for (int i = 0; i < Acts; ++i) {
                const Act act = story.act();
                if (const QString wrong = check(story, act); !wrong.isEmpty())
                    QFAIL(qPrintable(describe(seed, story.state(), wrong)));
            }
        }
    }

    // The same for every open lead: check(state, lead, step).
    template <class Check> void forManySteps(quint64 firstSeed, int histories, Check check)
    {
        forManyActs(firstSeed, histories, [&](const DeskStory &story, const Act &) {
            for (const LeadState &lead : story.state().leads)
                if (const auto step = stepOf(story.state(), lead))
                    if (const QString wrong = check(story.state(), lead, *step); !wrong.isEmpty())
                        return QString(wrong + u": "_s + nameOf(*step));
            return QString();
        });
    }

    static bool hasStepsAhead(const LeadState &lead, const Plan *plan) { return plan && lead.stepsDone < plan->steps.size(); }

private Q_SLOTS:
    void initTestCase()
    {
        auto plans = loadShippedPlans();
        auto branches = loadShippedBranches();
        QVERIFY(plans);
        QVERIFY(branches);
        for (const Plan &plan : *plans)
            m_book.add(plan);
        m_book.setBranches(*branches);
    }

    // Or the rest of this could not fail.
    void theHistoriesAreRichEnough()
    {
        QHash<EventKind, int> kinds;
        QHash<Outcome, int> outcomes;
        QHash<Band, int> bands;
        QSet<QString> branches, plans;
        int followers = 0, late = 0;
        forManyActs(1, 300, [&](const DeskStory &story, const Act &act) {
            late += act.late;
            for (const Event &event : act.written) {
                ++kinds[event.kind];
                ++outcomes[event.outcome];
                followers += !textOf(event, "because").isEmpty();
                if (event.kind == EventKind::PlanChosen)
                    branches << textOf(event, "reason");
            }
            for (const LeadState &lead : story.state().leads) {
                plans << lead.planId;
                if (const auto step = stepOf(story.state(), lead))
                    ++bands[step->band];
            }
            return QString();
        });
        for (const EventKind kind : {EventKind::LeadArrived, EventKind::Attempt, EventKind::Reply, EventKind::AppointmentSet,
                                     EventKind::AppointmentCancelled, EventKind::Skipped, EventKind::PlanChosen, EventKind::LeadClosed,
                                     EventKind::LeadReopened, EventKind::DoNotContactSet, EventKind::DoNotContactCleared,
                                     EventKind::WishSet, EventKind::ObjectionRaised, EventKind::Corrected})
            QVERIFY2(kinds.value(kind) > 30, qPrintable(toText(kind)));
        for (int outcome = 1; outcome <= int(Outcome::Missed); ++outcome)
            QVERIFY2(outcomes.value(Outcome(outcome)) > 30, qPrintable(toText(Outcome(outcome))));
        for (const Band band : {Band::Promise, Band::Reply, Band::New, Band::Fresh, Band::Appointment, Band::Plan, Band::LongTerm, Band::Stuck})
            QVERIFY2(bands.value(band) > 100, qPrintable(QString::number(int(band))));
        for (const QString &what : branch::all())
            QVERIFY2(branches.contains(what) || what == u"wrong_number"_s || what == u"appointment_set"_s, qPrintable(what));
        for (const Plan *plan : m_book.all())
            QVERIFY2(plans.contains(plan->id), qPrintable(plan->id));
        QVERIFY(followers > 100 && late > 100);
    }

    void everyOpenLeadHasAStep()
    {
        forManyActs(1000, 300, [&](const DeskStory &story, const Act &) {
            for (const LeadState &lead : story.state().leads) {
                const auto step = stepOf(story.state(), lead);
                if (lead.status == LeadStatus::Open && !step)
                    return u"an open lead has no step"_s;
                if (lead.status != LeadStatus::Open && lead.status != LeadStatus::Sold && step)
                    return u"a closed lead has a step: "_s + nameOf(*step);
            }
            const bool any = std::any_of(story.state().leads.cbegin(), story.state().leads.cend(),
                                         [&](const LeadState &lead) { return stepOf(story.state(), lead).has_value(); });
            return any == nextForCustomer(story.state(), m_book).has_value() ? QString() : u"nothing is offered for this person"_s;
        });
    }

    void noStepIsBlockedWhenItIsDue()
    {
        forManySteps(2000, 300, [&](const CustomerState &state, const LeadState &, const NextStep &step) {
            if (step.band == Band::Stuck || asksTheDesk(step))
                return QString();
            const Permission may = mayContact(state, m_book.rules(), step.medium, step.pointKey, step.dueAt);
            return may.allowed() ? QString() : may.reason;
        });
    }

    // Some time later, as long as nothing new happened: what holds is the hours, and they open again.
    void aStepThatWaitedIsBlockedByNothingButTheHour()
    {
        forManySteps(3000, 150, [&](const CustomerState &state, const LeadState &, const NextStep &step) {
            if (step.band == Band::Stuck || asksTheDesk(step))
                return QString();
            for (const int hours : {1, 7, 13, 31, 24 * 9 + 5}) {
                const Permission may = mayContact(state, m_book.rules(), step.medium, step.pointKey, step.dueAt + std::chrono::hours(hours));
                if (!may.allowed() && (!may.until || (may.code != u"quiet_hours"_s && may.code != u"unknown_zone"_s)))
                    return u"%1 after %2 hours"_s.arg(may.reason).arg(hours);
            }
            return QString();
        });
    }

    void whoIsStuckIsToldWhy()
    {
        int stuck = 0;
        forManySteps(4000, 200, [&](const CustomerState &state, const LeadState &, const NextStep &step) {
            if (step.band != Band::Stuck)
                return step.stuckBecause.isEmpty() ? QString() : u"a step that can be done says it is stuck"_s;
            ++stuck;
            if (step.stuckBecause.isEmpty() || !step.pointKey.isEmpty())
                return u"stuck without a word"_s;
            const Instant noon = utc("2026-06-10T19:00:00Z");
            for (const Medium medium : {Medium::Email, Medium::Note}) // which know no hours
                if (mayContact(state, m_book.rules(), medium, {}, noon).allowed())
                    return u"stuck, and yet there is "_s + toText(medium);
            return QString();
        });
        QVERIFY(stuck > 200);
    }

    // What is offered of a plan is always the first step that is not done, and nothing else comes before all are.
    void noStepOfAPlanIsPassedOver()
    {
        forManySteps(5000, 300, [&](const CustomerState &, const LeadState &lead, const NextStep &step) {
            const Plan *plan = m_book.find(lead.planId, lead.planVersion);
            if (step.step > 0 && (!plan || step.step != lead.stepsDone + 1 || step.purpose != plan->steps.at(step.step - 1).purpose))
                return u"not the step whose turn it is"_s;
            const bool agreed = step.band == Band::Promise || step.band == Band::Reply || step.band == Band::Appointment || step.band == Band::Stuck;
            if (step.step == 0 && hasStepsAhead(lead, plan) && !agreed)
                return u"the plan was left with steps ahead"_s;
            return QString();
        });
    }

    void aTouchMovesAPlanByOneStepAtMost()
    {
        int moved = 0, begun = 0;
        forManyActs(6000, 300, [&](const DeskStory &story, const Act &act) {
            const bool takesBack = act.written.first().kind == EventKind::Corrected;
            for (const LeadState &lead : story.state().leads) {
                const LeadState *before = act.before.lead(lead.id);
                if (!before || act.late || takesBack)
                    continue;
                int named = 0;
                bool chosen = false, ended = false;
                for (const Event &event : act.written) {
                    chosen |= event.lead == lead.id && event.kind == EventKind::PlanChosen;
                    ended |= event.lead == lead.id && (event.outcome == Outcome::NotInterested || event.outcome == Outcome::BoughtElsewhere);
                    if (isOurTouch(event, lead))
                        named = event.body.value("step"_L1).toInt();
                }
                begun += chosen;
                if (chosen && lead.stepsDone != 0)
                    return u"a plan does not begin with its first step"_s;
                if (chosen)
                    continue;
                if (lead.planId != before->planId || lead.planStartedAt != before->planStartedAt)
                    return u"the plan changed by itself"_s;
                const int expected = ended ? PlanOver : named > 0 ? before->stepsDone + 1 : before->stepsDone;
                moved += named > 0;
                if (lead.stepsDone != expected)
                    return u"%1 steps are done instead of %2"_s.arg(lead.stepsDone).arg(expected);
            }
            return QString();
        });
        QVERIFY(moved > 1000 && begun > 500);
    }

    // Every step of the plan a lead is on is behind it because somebody did or skipped it, or is ahead.
    void everyStepIsDoneOrSkippedOrAhead()
    {
        forManyActs(7000, 200, [&](const DeskStory &story, const Act &) {
            for (const LeadState &lead : story.state().leads) {
                if (lead.stepsDone == PlanOver)
                    continue;
                const QSet<int> worked = stepsWorked(story.events(), lead);
                for (int step = 1; step <= lead.stepsDone; ++step)
                    if (!worked.contains(step))
                        return u"nobody did step %1"_s.arg(step);
            }
            return QString();
        });
    }

    // Whoever does what is asked for gets through every plan, and reaches long-term contact.
    void doingWhatIsAskedForGetsThroughThePlan()
    {
        for (quint64 seed = 8000; seed < 8060; ++seed) {
            DeskStory story(seed, m_book);
            for (int i = 0; i < 15; ++i)
                story.act();
            for (int i = 0; i < 250; ++i) {
                const auto next = nextForCustomer(story.state(), m_book);
                if (!next || next->step.band >= Band::LongTerm)
                    break;
                if (i == 249)
                    QFAIL(qPrintable(describe(seed, story.state(), u"no end of it: "_s + nameOf(next->step))));
                story.doNext(*next);
            }
            for (const LeadState &lead : story.state().leads)
                if (const auto step = stepOf(story.state(), lead); step && step->band != Band::Stuck)
                    QVERIFY2(!hasStepsAhead(lead, m_book.find(lead.planId, lead.planVersion)),
                             qPrintable(describe(seed, story.state(), u"steps are left"_s)));
        }
    }

    void shufflingTheEventsChangesNothing()
    {
        for (quint64 seed = 9000; seed < 9400; ++seed) {
            DeskStory story(seed, m_book);
            for (int i = 0; i < Acts; ++i) {
                story.act();
                if (i % 7 != 0)
                    continue;
                QVector<Event> events = story.events();
                story.shuffle(events);
                const CustomerState shuffled = fold(events);
                QVERIFY2(shuffled == story.state(), qPrintable(describe(seed, story.state(), u"folds differently when shuffled"_s)));
                const auto expected = nextForCustomer(story.state(), m_book), again = nextForCustomer(shuffled, m_book);
                QVERIFY2(expected.has_value() == again.has_value() && (!again || (again->lead == expected->lead && again->step == expected->step)),
                         qPrintable(describe(seed, story.state(), u"another step when shuffled"_s)));
            }
        }
    }

    // What was taken back, and what followed from it, leaves no trace.
    void whatIsTakenBackIsAsIfItHadNotBeen()
    {
        int tried = 0;
        for (quint64 seed = 10000; seed < 10300; ++seed) {
            DeskStory story(seed, m_book);
            for (int i = 0; i < Acts; ++i) {
                const Act act = story.act();
                if (act.written.first().kind == EventKind::Corrected || i % 3 != 0)
                    continue;
                ++tried;
                Event correction = act.written.first();
                correction.id = EventId(QUuid::createUuidV5(correction.id.uuid(), u"taken back"_s));
                correction.hlc.value += 1000000;
                correction.kind = EventKind::Corrected;
                correction.body = {{u"undoes"_s, act.written.first().id.toString()}};
                QVector<Event> others = story.events();
                others.resize(others.size() - act.written.size());
                for (const Event &event : act.written) // what somebody did besides stays
                    if (event.id != act.written.first().id && textOf(event, "because").isEmpty())
                        others << event;
                CustomerState undone = fold(story.events() + QVector{correction}), never = fold(others);
                undone.events = never.events = 0; // both know of more or fewer, and of later or earlier ones
                undone.upTo = never.upTo = {};
                if (!(undone == never))
                    QFAIL(qPrintable(describe(seed, story.state(), u"something is left of "_s + toText(act.written.first().kind))));
            }
        }
        QVERIFY(tried > 2000);
    }
};

QTEST_APPLESS_MAIN(HistoryPropertyTest)
#include "history_property_test.moc"
