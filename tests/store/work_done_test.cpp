// What people did, read back from the history, and what a site can do today against what is due.

#include "core/desk/day_measure.h"
#include "core/report/capacity_report.h"
#include "core/time/calendar.h"
#include "tests/support/temp_store.h"

using namespace beback;
using namespace beback::test;

namespace {

const QString Zone = QStringLiteral("America/Chicago");

struct Site : TempStore {
    Site()
    {
        addPerson(QStringLiteral("priya"), QStringLiteral("Priya Natarajan"), QStringLiteral("agent"));
        addPerson(QStringLiteral("ray"), QStringLiteral("Ray Ochoa"), QStringLiteral("agent"));
        addPerson(QStringLiteral("dana"), QStringLiteral("Dana Whitfield"), QStringLiteral("manager"));
    }

    void addPerson(const QString &login, const QString &name, const QString &role)
    {
        must(db->inTransaction("person", [&]() -> Result<void> {
            BEBACK_TRY(add, db->statement("people/user_add"));
            add.bind(":login", login).bind(":rooftop_id", RooftopId{1}).bind(":name", name).bind(":role", role).bind(":active", true);
            if (db->engine() == Engine::Postgresql)
                add.bind(":verifier", QString());
            return add.exec();
        }));
    }
    static void must(const Result<void> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().message + result.error().detail));
    }

    Recorded lead(int i, const QString &owner = {})
    {
        LeadDraft draft = draftNamed(QStringLiteral("Person %1").arg(i), {}, QStringLiteral("person%1@example.com").arg(i));
        draft.ownerLogin = owner;
        auto made = recorder->recordNewCustomer(draft, QStringLiteral("system"));
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        return *made;
    }

    EventId attempt(const Recorded &on, const QString &who, Medium medium = Medium::Email, Outcome outcome = Outcome::Sent)
    {
        EventDraft draft;
        draft.customer = on.customer;
        draft.lead = on.state.leads.first().id;
        draft.kind = EventKind::Attempt;
        draft.medium = medium;
        draft.direction = Direction::Out;
        draft.outcome = outcome;
        draft.actor = who;
        return write(draft);
    }
    EventId write(const EventDraft &draft)
    {
        const auto recorded = recorder->record(draft);
        if (!recorded)
            qFatal("%s", qPrintable(recorded.error().message + recorded.error().detail));
        return recorded->events.first();
    }
    QVector<WorkDone> work(Instant since)
    {
        auto read = workDone(*db, RooftopId{1}, since, clock.now() + Duration(1));
        if (!read)
            qFatal("%s", qPrintable(read.error().message + read.error().detail));
        return *read;
    }
    void goTo(QDate day, QTime time) { clock.set(zones::instantOf(day, time, Zone).value()); }
};

} // namespace

class WorkDoneTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasTakenBackDoesNotCount()
    {
        Site site;
        const Recorded lead = site.lead(1);
        const Instant since = site.clock.now();
        const EventId kept = site.attempt(lead, QStringLiteral("priya"));
        const EventId slip = site.attempt(lead, QStringLiteral("priya"));
        const EventId back = site.attempt(lead, QStringLiteral("priya"));
        VERIFY_OK(site.recorder->undo(slip, QStringLiteral("dana"), QStringLiteral("slip")));
        const auto undone = site.recorder->undo(back, QStringLiteral("priya"), QStringLiteral("slip"));
        VERIFY_OK(undone);
        VERIFY_OK(site.recorder->undo(undone->events.first(), QStringLiteral("priya"), QStringLiteral("was right")));
        const QVector<WorkDone> work = site.work(since);
        QCOMPARE(work.size(), 2);
        QCOMPARE(work[0].event, kept);
        QCOMPARE(work[1].event, back);
    }

    void whatAnotherDepartmentDidIsNoWorkOfOurs()
    {
        Site site;
        const Recorded lead = site.lead(1);
        const Instant since = site.clock.now();
        EventDraft draft;
        draft.customer = lead.customer;
        draft.lead = lead.state.leads.first().id;
        draft.kind = EventKind::Attempt;
        draft.medium = Medium::Call;
        draft.direction = Direction::Out;
        draft.outcome = Outcome::NoAnswer;
        draft.actor = QStringLiteral("priya");
        draft.body.insert(QStringLiteral("department"), QStringLiteral("service"));
        site.write(draft);
        site.attempt(lead, QStringLiteral("priya"));
        QCOMPARE(site.work(since).size(), 1);
    }

    void aReplyFillsTheNewestAttemptByItsMedium()
    {
        Site site;
        const Recorded lead = site.lead(1);
        const Instant since = site.clock.now();
        site.attempt(lead, QStringLiteral("priya"));
        site.attempt(lead, QStringLiteral("ray"));
        site.attempt(lead, QStringLiteral("ray"), Medium::Call, Outcome::NoAnswer);
        EventDraft reply;
        reply.customer = lead.customer;
        reply.lead = lead.state.leads.first().id;
        reply.kind = EventKind::Reply;
        reply.medium = Medium::Email;
        reply.direction = Direction::In;
        reply.actor = QStringLiteral("system");
        site.write(reply);
        const QVector<WorkDone> work = site.work(since);
        QCOMPARE(work.size(), 3);
        QVERIFY(!work[0].answered);
        QVERIFY(work[1].answered);
        QVERIFY(!work[2].answered);
    }

    void onlyWhatWasRecordedInTimeIsRead()
    {
        Site site;
        const Recorded lead = site.lead(1);
        site.attempt(lead, QStringLiteral("priya"));
        site.clock.advance(std::chrono::hours(1));
        const Instant since = site.clock.now();
        site.attempt(lead, QStringLiteral("priya"));
        QCOMPARE(site.work(since).size(), 1);
        QCOMPARE(site.work({0}).size(), 2);
    }

    void aReportSaysWhatDoesNotFit()
    {
        Site site;
        const QDate today(2026, 11, 16);
        const Recorded worked = site.lead(0);
        // Priya finished four touches from ten on, on each of the last three Mondays; Ray six.
        for (const int weeks : {3, 2, 1}) {
            for (int i = 0; i < 6; ++i) {
                site.goTo(today.addDays(-7 * weeks), QTime(11 + i % 2, 10 + i));
                if (i < 4)
                    site.attempt(worked, QStringLiteral("priya"));
                site.attempt(worked, QStringLiteral("ray"));
            }
        }
        site.goTo(today, QTime(10, 0));
        for (int i = 1; i <= 9; ++i)
            site.lead(i, QStringLiteral("priya"));
        for (int i = 10; i <= 13; ++i)
            site.lead(i, QStringLiteral("ray"));
        for (int i = 14; i <= 20; ++i)
            site.lead(i);
        const auto report = readCapacityReport(*site.db, RooftopId{1}, RuleBook::shipped(), Zone, site.clock.now());
        VERIFY_OK(report);
        QCOMPARE(report->people.size(), 2); // the manager works no leads
        const auto &priya = report->people[0];
        QCOMPARE(priya.who.login, QStringLiteral("priya"));
        QCOMPARE(priya.capacity.left, 4);
        QCOMPARE(priya.due, 9);
        QCOMPARE(priya.over, 5);
        QCOMPARE(priya.room, 0);
        QCOMPARE(priya.capacity.perHour, 2.0);
        QCOMPARE(priya.hoursMore, 2.5);
        QCOMPARE(whatWouldHelp(priya), QStringLiteral("2.5 more hours, or 5 leads for somebody else."));
        const auto &ray = report->people[1];
        QCOMPARE(ray.over, 0);
        QCOMPARE(ray.room, 2);
        QVERIFY(report->anybodyDue >= 7);
        QCOMPARE(report->anybodyOver, report->anybodyDue - 2);
        QCOMPARE(report->over(), 5 + report->anybodyOver);
    }

    void anEmptyStoreKnowsNothing()
    {
        Site site;
        const auto report = readCapacityReport(*site.db, RooftopId{1}, RuleBook::shipped(), Zone, site.clock.now());
        VERIFY_OK(report);
        QVERIFY(!report->isKnown);
        QCOMPARE(report->over(), 0);
    }

    void thePastIsMeasuredOnceADay()
    {
        Site site;
        const QDate today(2026, 11, 16);
        const Recorded lead = site.lead(0);
        for (const int weeks : {3, 2, 1}) {
            site.goTo(today.addDays(-7 * weeks), QTime(15, 0));
            site.attempt(lead, QStringLiteral("priya"));
        }
        site.goTo(today, QTime(10, 0));
        DayMeasure measure;
        const auto left = [&] { return measure.left(*site.db, RooftopId{1}, Zone, QStringLiteral("priya"), site.clock.now(), true); };
        QCOMPARE(left()->left, 1);
        site.goTo(today, QTime(16, 0));
        QCOMPARE(left()->left, 0); // the day goes on
        site.goTo(today.addDays(1), QTime(10, 0));
        QCOMPARE(left()->basis, Capacity::Basis::Own); // another day, read anew
    }
};

QTEST_GUILESS_MAIN(WorkDoneTest)
#include "work_done_test.moc"
