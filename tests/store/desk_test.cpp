// The desk answers without being waited for, in order, and loses nothing it was asked for.

#include "core/desk/deliver.h"
#include "core/desk/desk.h"
#include "core/desk/workplace.h"
#include "core/history/check.h"
#include "tests/support/temp_store.h"

#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace beback;
using namespace beback::test;

namespace {

template <class T> T answer(QFuture<T> future)
{
    for (int i = 0; i < 2000 && !future.isFinished(); ++i)
        QTest::qWait(5);
    if (!future.isFinished())
        qFatal("the desk did not answer within ten seconds");
    return future.result();
}

const Agent Priya{QStringLiteral("priya"), QStringLiteral("Priya Natarajan"), QStringLiteral("agent")};

RooftopFacts site()
{
    RooftopFacts facts;
    facts.name = QStringLiteral("Cedar Hill Motors");
    facts.city = QStringLiteral("Wichita");
    facts.zone = QStringLiteral("America/Chicago");
    return facts;
}

// On a connection of its own, as another program would.
bool runBeside(const QString &file, const QString &sql)
{
    const QString name = QStringLiteral("beside");
    bool done = false;
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        other.setDatabaseName(file);
        done = other.open() && QSqlQuery(other).exec(sql);
    }
    QSqlDatabase::removeDatabase(name);
    return done;
}

LeadDraft lead(int i)
{
    return draftNamed(QStringLiteral("Person %1").arg(i), QStringLiteral("+131655501%1").arg(i, 2, 10, QLatin1Char('0')));
}

} // namespace

class DeskTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    ManualClock m_clock{Instant{qint64(1794844800) * 1000000}}; // Monday 10:00 in Chicago
    QHash<QString, QString> m_stores;
    // The same name is the same store.
    QString url(const char *name)
    {
        QString &store = m_stores[QLatin1String(name)];
        if (store.isEmpty())
            store = asText(emptyStore(m_folder, QLatin1String(name)));
        return store;
    }

    void prepare(Desk &desk, const char *name, int leads)
    {
        VERIFY_OK(answer(desk.createEmpty(url(name), site(), Priya)));
        VERIFY_OK(answer(desk.signIn(Priya.login)));
        for (int i = 0; i < leads; ++i)
            VERIFY_OK(answer(desk.addLead(lead(i))));
    }

private Q_SLOTS:
    void anEmptyStoreBecomesAWorkedQueue()
    {
        Desk desk(m_clock);
        prepare(desk, "a.db", 2);
        const auto claimed = answer(desk.claimNext());
        VERIFY_OK(claimed);
        QVERIFY(claimed->has_value());
        const LeadView &view = **claimed;
        QVERIFY(view.step.has_value());
        QVERIFY(view.claim.has_value());
        QVERIFY(!view.why.isEmpty());
        RecordRequest request;
        request.customer = view.customer.id;
        request.lead = view.lead;
        request.medium = view.step->medium;
        request.outcome = Outcome::NoAnswer;
        request.epoch = view.claim->epoch;
        const auto receipt = answer(desk.record(request));
        VERIFY_OK(receipt);
        QCOMPARE(answer(desk.today())->touches, 1);
        const auto next = answer(desk.claimNext());
        VERIFY_OK(next);
        QVERIFY(next->has_value() && (*next)->customer.id != view.customer.id);
        VERIFY_OK(answer(desk.undo(receipt->event)));
        QCOMPARE(answer(desk.view(view.customer.id, view.lead))->leadState()->attempts, 0);
    }

    void anAttemptUnderALapsedLeaseIsKeptAndSaysSo()
    {
        Desk desk(m_clock);
        prepare(desk, "lapsed.db", 1);
        const auto claimed = answer(desk.claimNext());
        const LeadView &view = **claimed;
        RecordRequest request;
        request.customer = view.customer.id;
        request.lead = view.lead;
        request.outcome = Outcome::NoAnswer;
        request.epoch = view.claim->epoch;
        {
            Desk other(m_clock); // the lease runs out, and somebody else is given the person
            m_clock.advance(Queue::Lease + std::chrono::seconds(1));
            VERIFY_OK(answer(other.open(url("lapsed.db"), false)));
            VERIFY_OK(answer(other.signIn(Priya.login)));
            VERIFY_OK(answer(other.claimNext()));
        }
        VERIFY_OK(answer(desk.record(request)));
        const auto after = answer(desk.view(view.customer.id, view.lead));
        VERIFY_OK(after);
        QCOMPARE(after->leadState()->attempts, 1);
        QVERIFY(after->timeline.first().line.contains(QStringLiteral("lease")));
    }

    void savingAgainAfterTheClaimWasGivenBackWorks()
    {
        Desk desk(m_clock);
        prepare(desk, "again.db", 1);
        const auto claimed = answer(desk.claimNext());
        RecordRequest request;
        request.customer = (*claimed)->customer.id;
        request.lead = (*claimed)->lead;
        request.outcome = Outcome::NoAnswer;
        request.epoch = (*claimed)->claim->epoch;
        VERIFY_OK(answer(desk.release(request.customer)));
        VERIFY_OK(answer(desk.record(request)));
        VERIFY_OK(answer(desk.record(request)));
    }

    void anOldOptOutIsEndedByAManagerOnly()
    {
        Desk desk(m_clock);
        prepare(desk, "optout.db", 1);
        const auto claimed = answer(desk.claimNext());
        const auto refuse = [&] {
            return answer(desk.setDoNotContact((*claimed)->customer.id, {}, {}, QStringLiteral("asked to stop")));
        };
        const auto slip = refuse();
        VERIFY_OK(slip);
        VERIFY_OK(answer(desk.undo(slip->event))); // a slip, mended at once
        const auto meant = refuse();
        VERIFY_OK(meant);
        m_clock.advance(std::chrono::hours(1));
        const auto refused = answer(desk.undo(meant->event));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::Denied);
    }

    void whoWritesStopIsTextedNoMore()
    {
        Desk desk(m_clock);
        prepare(desk, "stop.db", 1);
        const auto claimed = answer(desk.claimNext());
        VERIFY_OK(claimed);
        const CustomerId customer = (*claimed)->customer.id;
        const LeadId lead = (*claimed)->lead;
        VERIFY_OK(answer(desk.reply(customer, lead, Medium::Text, QStringLiteral("Is it blue?"))));
        QVERIFY(answer(desk.view(customer, lead))->customer.doNotContact.isEmpty());

        const auto written = answer(desk.reply(customer, lead, Medium::Text, QStringLiteral("STOP")));
        VERIFY_OK(written);
        QVERIFY(!written->besides.isEmpty());
        const auto refused = answer(desk.view(customer, lead));
        VERIFY_OK(refused);
        QVERIFY(refused->customer.refusal({}, Medium::Text));
        QVERIFY(!refused->customer.refusal({}, Medium::Call));

        VERIFY_OK(answer(desk.undo(written->event))); // it was a slip of the pen
        QVERIFY(answer(desk.view(customer, lead))->customer.doNotContact.isEmpty());
    }

    void anotherNumberAddsTheZonesItMayBeIn()
    {
        Desk desk(m_clock);
        prepare(desk, "zones.db", 1); // a Wichita number
        const auto claimed = answer(desk.claimNext());
        const CustomerId customer = (*claimed)->customer.id;
        VERIFY_OK(answer(desk.setContactPoint(customer, ContactPoint::Type::Phone, QStringLiteral("(415) 555-0143"), QStringLiteral("mobile"), {})));
        const auto view = answer(desk.view(customer, {}));
        VERIFY_OK(view);
        QVERIFY(view->customer.zones.contains(QStringLiteral("America/Los_Angeles")));
        QVERIFY(view->customer.zones.contains(QStringLiteral("America/Chicago")));
    }

    void aTouchTakenBackIsNoTouchOfToday()
    {
        Desk desk(m_clock);
        prepare(desk, "today.db", 1);
        const auto claimed = answer(desk.claimNext());
        RecordRequest request;
        request.customer = (*claimed)->customer.id;
        request.lead = (*claimed)->lead;
        request.outcome = Outcome::NoAnswer;
        const auto receipt = answer(desk.record(request));
        QCOMPARE(answer(desk.today())->touches, 1);
        VERIFY_OK(answer(desk.undo(receipt->event)));
        QCOMPARE(answer(desk.today())->touches, 0);
    }

    void aSiteWithoutPeopleCanBeEntered()
    {
        SystemRandom random;
        {
            auto place = Workplace::open(*StoreUrl::parse(url("site.db")),
                                         Workplace::Open::CreateOrUpgrade, m_clock, random);
            VERIFY_OK(place);
            VERIFY_OK((*place)->setUpRooftop(site()));
        }
        Desk desk(m_clock);
        VERIFY_OK(answer(desk.createEmpty(url("site.db"), site(), Priya)));
        VERIFY_OK(answer(desk.signIn(Priya.login)));
    }

    void aFolderThatIsNotThereIsNotWatched()
    {
        Desk desk(m_clock);
        prepare(desk, "watch.db", 0);
        const auto watched = answer(desk.watchFolder(m_folder.filePath(QStringLiteral("nowhere"))));
        QVERIFY(!watched);
        QCOMPARE(watched.error().code, Code::NotFound);
    }

    void whatWasAskedForIsDoneBeforeTheDeskGoes()
    {
        const QString store = url("b.db");
        CustomerId customer;
        LeadId leadId;
        {
            Desk desk(m_clock);
            prepare(desk, "b.db", 1);
            const auto claimed = answer(desk.claimNext());
            customer = (*claimed)->customer.id;
            leadId = (*claimed)->lead;
            for (int i = 0; i < 50; ++i)
                desk.note(customer, leadId, QStringLiteral("note %1").arg(i)); // and gone at once
        }
        Desk again(m_clock);
        VERIFY_OK(answer(again.open(store, false)));
        const auto view = answer(again.view(customer, leadId));
        VERIFY_OK(view);
        QCOMPARE(view->timeline.size(), 51);
    }

    void aChangeIsToldAfterItIsSaved()
    {
        Desk desk(m_clock);
        prepare(desk, "c.db", 1);
        QSignalSpy changed(&desk, &Desk::changed);
        const auto claimed = answer(desk.claimNext());
        QTRY_VERIFY(!changed.isEmpty());
        changed.clear();
        VERIFY_OK(answer(desk.note((*claimed)->customer.id, (*claimed)->lead, QStringLiteral("hello"))));
        QTRY_COMPARE(changed.size(), 1);
    }

    void anotherProcessOnTheFileIsNoticed()
    {
        Desk desk(m_clock);
        prepare(desk, "d.db", 1);
        QTest::qWait(1200); // the desk has looked once
        QSignalSpy changed(&desk, &Desk::changed);
        Desk other(m_clock);
        VERIFY_OK(answer(other.open(url("d.db"), false)));
        VERIFY_OK(answer(other.signIn(Priya.login)));
        VERIFY_OK(answer(other.addLead(lead(50))));
        QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), 4000);
    }

    void aReceiverThatIsGoneIsNotCalled()
    {
        Desk desk(m_clock);
        prepare(desk, "e.db", 0);
        bool called = false;
        auto *receiver = new QObject;
        deliver(desk.queue(10), receiver, [&called](const Result<QueuePage> &) { called = true; });
        delete receiver;
        VERIFY_OK(answer(desk.queue(10)));
        QTest::qWait(20);
        QVERIFY(!called);
    }

    void aStoreThatIsNotThereIsAnAnswerNotACrash()
    {
        Desk desk(m_clock);
        const auto opened = answer(desk.open(url("none.db"), false));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, Code::NotFound);
        const auto page = answer(desk.queue(10));
        QVERIFY(!page);
        QCOMPARE(page.error().code, Code::Unavailable);
    }

    void draftsComeBack()
    {
        {
            Desk desk(m_clock);
            prepare(desk, "f.db", 0);
            desk.keepDraft(QStringLiteral("note/x"), QStringLiteral("half a sentence"));
        }
        Desk desk(m_clock);
        VERIFY_OK(answer(desk.open(url("f.db"), false)));
        const auto kept = answer(desk.drafts());
        VERIFY_OK(kept);
        QCOMPARE(kept->value(QStringLiteral("note/x")), QStringLiteral("half a sentence"));
    }

    void aDraftGoesWithTheSavingOfItAndStaysWhereThatFails()
    {
        Desk desk(m_clock);
        prepare(desk, "with.db", 1);
        const auto claimed = answer(desk.claimNext());
        RecordRequest request;
        request.customer = (*claimed)->customer.id;
        request.lead = (*claimed)->lead;
        request.epoch = (*claimed)->claim->epoch;
        request.draft = QStringLiteral("touch/x");
        VERIFY_OK(answer(desk.keepDraft(request.draft, QStringLiteral("no answer, rang long"))));
        QVERIFY(!answer(desk.record(request))); // nobody said what came of it
        QCOMPARE(answer(desk.drafts())->size(), 1);
        request.outcome = Outcome::NoAnswer;
        VERIFY_OK(answer(desk.record(request)));
        QVERIFY(answer(desk.drafts())->isEmpty());
    }

    void searchFindsFragmentsOfNameNumberAddressAndStock_data()
    {
        QTest::addColumn<QString>("fragment");
        QTest::addColumn<bool>("found");
        QTest::newRow("name") << QStringLiteral("vasq") << true;
        QTest::newRow("two letters") << QStringLiteral("el") << true;
        QTest::newRow("number as written") << QStringLiteral("(505) 555-01") << true;
        QTest::newRow("last digits") << QStringLiteral("0142") << true;
        QTest::newRow("address") << QStringLiteral("ena@exam") << true;
        QTest::newRow("stock") << QStringLiteral("h2417") << true;
        QTest::newRow("nothing like it") << QStringLiteral("zzzz") << false;
        QTest::newRow("quotes") << QStringLiteral("\"a' OR 1=1") << false;
        QTest::newRow("wild cards are letters") << QStringLiteral("v%q") << false;
    }
    void searchFindsFragmentsOfNameNumberAddressAndStock()
    {
        QFETCH(QString, fragment);
        QFETCH(bool, found);
        Desk desk(m_clock);
        static int stores = 0;
        prepare(desk, qPrintable(QStringLiteral("s%1.db").arg(++stores)), 0);
        VERIFY_OK(answer(desk.addLead(draftNamed(QStringLiteral("Elena Vasquez"), QStringLiteral("+15055550142"), QStringLiteral("elena@example.com")))));
        const auto hits = answer(desk.search(fragment, 10));
        VERIFY_OK(hits);
        QCOMPARE(hits->size(), found ? 1 : 0);
    }
    void searchDoesNotMindAccents_data()
    {
        QTest::addColumn<QString>("fragment");
        QTest::newRow("typed without") << QStringLiteral("jose mu");
        QTest::newRow("typed with") << QStringLiteral("JOSÉ");
        QTest::newRow("as two marks") << QStringLiteral("Jose\u0301");
        QTest::newRow("two letters") << QStringLiteral("jö");
        QTest::newRow("no letter with a mark") << QStringLiteral("lukasz");
    }
    void searchDoesNotMindAccents()
    {
        QFETCH(QString, fragment);
        Desk desk(m_clock);
        static int stores = 0;
        prepare(desk, qPrintable(QStringLiteral("accents%1.db").arg(++stores)), 0);
        VERIFY_OK(answer(desk.addLead(draftNamed(QStringLiteral("José Müller-Łukasz"), QStringLiteral("+15055550143")))));
        const auto hits = answer(desk.search(fragment, 10));
        VERIFY_OK(hits);
        QCOMPARE(hits->size(), 1);
        QCOMPARE(hits->first().name, QStringLiteral("José Müller-Łukasz")); // shown as it is written
    }
    void aStoreOfAnEarlierVersionLearnsToSearchWithoutAccents()
    {
        SystemRandom random;
        const StoreUrl at = *StoreUrl::parse(url("earlier.db"));
        {
            auto place = Workplace::open(at, Workplace::Open::CreateOrUpgrade, m_clock, random);
            VERIFY_OK(place);
            VERIFY_OK((*place)->setUpRooftop(site()));
            VERIFY_OK((*place)->intake().take(draftNamed(QStringLiteral("José Ruiz"), QStringLiteral("+15055550144")), {}, QStringLiteral("system")));
            // As the version before wrote it, and as the migration leaves it.
            QVERIFY(runBeside(at.path, QStringLiteral("UPDATE search_doc SET body = replace(body, 'Jose', 'José')")));
            VERIFY_OK((*place)->setSetting(QStringLiteral("search_to_fold"), QStringLiteral("1")));
            QCOMPARE((*place)->search(QStringLiteral("jose"), 5)->size(), 0);
        }
        auto place = Workplace::open(at, Workplace::Open::Existing, m_clock, random);
        VERIFY_OK(place);
        QCOMPARE((*place)->search(QStringLiteral("jose"), 5)->size(), 1);
        QCOMPARE(checkStore((*place)->db(), (*place)->rooftopId(), (*place)->plans(), false)->differences, 0);
        QVERIFY((*place)->setting(QStringLiteral("search_to_fold"))->isEmpty());
    }
    void anOutcomeThatDoesNotFitTheMediumIsRefused()
    {
        Desk desk(m_clock);
        prepare(desk, "unfit.db", 1);
        const auto claimed = answer(desk.claimNext());
        VERIFY_OK(claimed);
        RecordRequest request;
        request.customer = (*claimed)->customer.id;
        request.lead = (*claimed)->lead;
        request.medium = Medium::Email;
        request.outcome = Outcome::Voicemail;
        const auto refused = answer(desk.record(request));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::Invalid);
        QVERIFY2(refused.error().message.contains(QLatin1String("Sent")), qPrintable(refused.error().message));
        request.outcome = Outcome::Sent;
        const auto unseen = answer(desk.record(request)); // nobody knows what was written
        QVERIFY(!unseen);
        QCOMPARE(unseen.error().code, Code::Invalid);
        request.checkReason = QStringLiteral("Sent from a phone of the store.");
        VERIFY_OK(answer(desk.record(request)));
    }
};

QTEST_GUILESS_MAIN(DeskTest)
#include "desk_test.moc"
