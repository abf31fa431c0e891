// The one way anything is written: events and derived rows together, numbered without gaps, provable afterwards.

#include "core/history/check.h"
#include "core/history/derived_rows.h"
#include "core/history/event_store.h"
#include "core/history/fold.h"
#include "core/history/row_store.h"
#include "tests/support/temp_store.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace beback;
using namespace beback::test;

namespace {

const QString Priya = QStringLiteral("priya");

EventDraft attempt(const Recorded &of, Outcome outcome, int step = 0)
{
    EventDraft draft;
    draft.customer = of.customer;
    draft.lead = of.state.leads.first().id;
    draft.kind = EventKind::Attempt;
    draft.medium = Medium::Call;
    draft.direction = Direction::Out;
    draft.outcome = outcome;
    draft.actor = Priya;
    if (step > 0) {
        draft.body.insert(QLatin1String("plan"), of.state.leads.first().planId);
        draft.body.insert(QLatin1String("step"), step);
    }
    return draft;
}

Recorded newLead(TempStore &store)
{
    auto recorded = store.recorder->recordNewCustomer(draftNamed(QStringLiteral("Elena Vasquez"), QStringLiteral("+15055550142"), QStringLiteral("elena@example.com")), Priya);
    if (!recorded)
        qFatal("%s", qPrintable(recorded.error().message + recorded.error().detail));
    return *recorded;
}

CheckReport checked(TempStore &store, bool repair = false)
{
    auto report = checkStore(*store.db, RooftopId{1}, store.plans, repair);
    if (!report)
        qFatal("%s", qPrintable(report.error().message + report.error().detail));
    return *report;
}

void tamper(const char *sql)
{
    QSqlQuery raw(QSqlDatabase::database(QSqlDatabase::connectionNames().constFirst()));
    QVERIFY2(raw.exec(QLatin1String(sql)), sql);
}

} // namespace

class RecorderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewLeadHasItsRowsAndANextStep()
    {
        TempStore store;
        const Recorded lead = newLead(store);
        QVERIFY(lead.next.has_value());
        QCOMPARE(int(lead.next->step.band), int(Band::New));
        const auto rows = row_store::read(*store.db, RooftopId{1}, lead.customer);
        VERIFY_OK(rows);
        QCOMPARE(rows->customer.name, QStringLiteral("Elena Vasquez"));
        QCOMPARE(rows->points.size(), 2);
        QVERIFY(rows->queue.has_value());
        QCOMPARE(checked(store).differences, 0);
    }

    void eventsAreNumberedWithoutGapsAndTheClockNeverRunsBack()
    {
        TempStore store;
        const Recorded lead = newLead(store);
        store.clock.advance(std::chrono::hours(5));
        VERIFY_OK(store.recorder->record(attempt(lead, Outcome::NoAnswer)));
        store.clock.advance(-std::chrono::hours(72)); // somebody set the machine's clock back
        VERIFY_OK(store.recorder->record(attempt(lead, Outcome::Voicemail)));
        const auto events = event_store::wholeOfCustomer(*store.db, RooftopId{1}, lead.customer);
        VERIFY_OK(events);
        QCOMPARE(events->size(), 3);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(events->at(i).n, qint64(i + 1));
        QVERIFY(events->at(2).hlc > events->at(1).hlc);
        QCOMPARE(checked(store).differences, 0);
    }

    void anAttemptMovesThePlanOn()
    {
        TempStore store;
        const Recorded lead = newLead(store);
        store.clock.advance(std::chrono::minutes(3));
        const auto after = store.recorder->record(attempt(lead, Outcome::NoAnswer, lead.next->step.step));
        VERIFY_OK(after);
        QCOMPARE(after->state.leads.first().stepsDone, 1);
        QCOMPARE(after->state.leads.first().attempts, 1);
        QVERIFY(after->next.has_value());
        QVERIFY(after->next->step.dueAt >= lead.next->step.dueAt);
        QCOMPARE(checked(store).differences, 0);
    }

    void undoPutsTheStateBackAndKeepsBothEvents()
    {
        TempStore store;
        const Recorded lead = newLead(store);
        const auto after = store.recorder->record(attempt(lead, Outcome::AskedToStop, 1));
        VERIFY_OK(after);
        QVERIFY(after->state.refusal({}, {}));
        const auto undone = store.recorder->undo(after->events.first(), Priya, QStringLiteral("wrong key"));
        VERIFY_OK(undone);
        QVERIFY(!undone->state.refusal({}, {}));
        QCOMPARE(undone->state.leads, lead.state.leads);
        QCOMPARE(undone->state.events, 3);
        QCOMPARE(checked(store).differences, 0);
        const auto again = store.recorder->undo(after->events.first(), Priya, {});
        QVERIFY(!again);
        QCOMPARE(again.error().code, Code::Stale);
    }

    void aPromiseIsKeptThroughOtherTouches()
    {
        TempStore store;
        const Recorded lead = newLead(store);
        EventDraft promise = attempt(lead, Outcome::CallBack, 1);
        const Instant at = store.clock.now() + std::chrono::hours(3);
        promise.body.insert(QLatin1String("next_at"), at.toIso());
        VERIFY_OK(store.recorder->record(promise));
        store.clock.advance(std::chrono::hours(1));
        EventDraft brochure = attempt(lead, Outcome::Sent);
        brochure.medium = Medium::Email;
        const auto mailed = store.recorder->record(brochure);
        VERIFY_OK(mailed);
        QCOMPARE(int(mailed->next->step.band), int(Band::Promise));
        QVERIFY(mailed->next->step.dueAt == at);
        store.clock.advance(std::chrono::hours(2));
        const auto kept = store.recorder->record(attempt(lead, Outcome::NoAnswer));
        VERIFY_OK(kept);
        QVERIFY(!kept->state.leads.first().promise);
    }

    void aSecondInterestMustBeCallableWhereverThePersonMayBe()
    {
        TempStore store;
        const Recorded lead = newLead(store);
        LeadDraft second = draftNamed(QStringLiteral("Elena Vasquez"), QStringLiteral("+14155550143"));
        second.zones = QStringList{QStringLiteral("America/Los_Angeles")};
        const auto joined = store.recorder->recordNewLead(lead.customer, second, Priya);
        VERIFY_OK(joined);
        QCOMPARE(joined->state.zones, (QStringList{QStringLiteral("America/Chicago"), QStringLiteral("America/Los_Angeles")}));
    }

    void correctingANumberIntoOneThatIsThereLeavesOne()
    {
        TempStore store;
        const Recorded lead = newLead(store);
        EventDraft set;
        set.customer = lead.customer;
        set.kind = EventKind::ContactPointSet;
        set.actor = Priya;
        set.body = {{QStringLiteral("point"), ContactPoint{ContactPoint::Type::Phone, QStringLiteral("+15055550142"), {}, {}, {}, false}.toJson()},
                    {QStringLiteral("replaces"), QStringLiteral("email:elena@example.com")}};
        const auto after = store.recorder->record(set);
        VERIFY_OK(after);
        QCOMPARE(after->state.points.size(), 1);
        QCOMPARE(checked(store).differences, 0);
    }

    void aSecondInterestJoinsThePerson()
    {
        TempStore store;
        const Recorded lead = newLead(store);
        LeadDraft second = draftNamed(QStringLiteral("E. Vasquez"), QStringLiteral("+15055550143"));
        const auto joined = store.recorder->recordNewLead(lead.customer, second, Priya);
        VERIFY_OK(joined);
        QCOMPARE(joined->state.leads.size(), 2);
        QCOMPARE(joined->state.points.size(), 3);
        QCOMPARE(joined->state.name.display(), QStringLiteral("Elena Vasquez"));
        QCOMPARE(checked(store).differences, 0);
    }

    void everythingOrNothing()
    {
        TempStore store;
        const Recorded lead = newLead(store);
        EventDraft bad = attempt(lead, Outcome::NoAnswer);
        bad.actor.clear();
        QVERIFY(!store.recorder->record({attempt(lead, Outcome::NoAnswer), bad}));
        const auto events = event_store::ofCustomer(*store.db, RooftopId{1}, lead.customer);
        QCOMPARE(events->size(), 1);
    }

    void checkNamesEveryKindOfDifferenceAndRepairMendsIt_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("named");
        QTest::newRow("customer") << QByteArray("UPDATE customer SET name = 'x'") << QStringLiteral("customer");
        QTest::newRow("point") << QByteArray("DELETE FROM contact_point WHERE kind = 'email'") << QStringLiteral("contact_point");
        QTest::newRow("lead") << QByteArray("UPDATE lead SET attempts = attempts + 1") << QStringLiteral("lead");
        QTest::newRow("queue due") << QByteArray("UPDATE queue SET due_at = due_at + 1") << QStringLiteral("queue");
        QTest::newRow("queue gone") << QByteArray("DELETE FROM queue") << QStringLiteral("queue");
        QTest::newRow("gate") << (engineUnderTest() == Engine::Sqlite ? QByteArray("UPDATE queue_gate SET rows = rows + 1 WHERE rows > 0")
                                                                      : QByteArray("DELETE FROM queue_gate")) // there or not: not counted
                              << QStringLiteral("gate");
        QTest::newRow("search") << QByteArray("UPDATE search_doc SET body = 'x'") << QStringLiteral("search_doc");
        if (engineUnderTest() == Engine::Sqlite) // on PostgreSQL the index is part of the table
            QTest::newRow("search index") << QByteArray("INSERT INTO search_index (search_index, rowid, body) SELECT 'delete', doc, body FROM search_doc")
                                          << QStringLiteral("search index");
        QTest::newRow("key") << QByteArray("INSERT INTO intake_key SELECT 1, 'made up', id FROM customer") << QStringLiteral("intake_key");
        QTest::newRow("orphan") << QByteArray("INSERT INTO customer VALUES ('00000000-0000-7000-8000-000000000001', 1, '', '', '', '', '', false, '', 0)")
                                << QStringLiteral("no history");
    }
    void checkNamesEveryKindOfDifferenceAndRepairMendsIt()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QString, named);
        TempStore store;
        const Recorded lead = newLead(store);
        VERIFY_OK(store.recorder->record(attempt(lead, Outcome::NoAnswer, 1)));
        tamper(sql.constData());
        const CheckReport found = checked(store);
        QVERIFY(found.differences > 0);
        QVERIFY2(found.findings.join(QLatin1Char('\n')).contains(named), qPrintable(found.findings.join(QLatin1Char('\n'))));
        QVERIFY(checked(store, true).differences > 0);
        const CheckReport after = checked(store);
        QVERIFY2(after.differences == 0, qPrintable(after.findings.join(QLatin1Char('\n'))));
    }
};

QTEST_GUILESS_MAIN(RecorderTest)
#include "recorder_test.moc"
