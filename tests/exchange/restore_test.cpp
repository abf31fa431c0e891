// Files and databases that are older than what was written to them: what was recorded is there once, whoever was restored.

#include "tests/exchange/staffed_world.h"

using namespace beback;
using namespace beback::test;

class RestoreTest : public QObject, StaffedWorld
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        found({.agents = {Tanya, Luis}});
        recorded.clear();
    }
    void cleanup()
    {
        NO_FAULTS(lostOf(*world, recorded));
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM event")), QString::number(recorded.size()));
        leave();
    }

    void anOlderFileLosesAndDoublesNothing()
    {
        CustomerId customer;
        {
            const auto tanya = world->desk(Tanya);
            customer = addLead(*tanya, 1);
            VERIFY_OK(tanya->exchange().sync());
            note(*tanya, customer, "before the backup, not sent");
        }
        keepFile();
        {
            const auto tanya = world->desk(Tanya);
            note(*tanya, customer, "after the backup");
            addLead(*tanya, 2);
            VERIFY_OK(tanya->exchange().sync());
        }
        putFileBack();
        const auto tanya = world->desk(Tanya);
        QVERIFY(!tanya->exchange().notice().isEmpty());
        note(*tanya, customer, "in the older file");
        VERIFY_OK(tanya->exchange().sync());
        NO_FAULTS(ownFaults(tanya->own().db(), *world));
        QCOMPARE(tanya->own().customer(customer)->events, 4);
        VERIFY_OK(tanya->connect());
        QVERIFY(tanya->exchange().notice().isEmpty());
        QCOMPARE(world->sql(QStringLiteral("SELECT count(DISTINCT origin) FROM event")), QStringLiteral("2"));
    }

    void whatWasRecordedInAnOlderFileWhileAwayIsSent()
    {
        CustomerId customer;
        {
            const auto tanya = world->desk(Tanya);
            customer = addLead(*tanya, 1);
            VERIFY_OK(tanya->exchange().sync());
        }
        keepFile();
        {
            const auto tanya = world->desk(Tanya);
            note(*tanya, customer, "after the backup");
            VERIFY_OK(tanya->exchange().sync());
        }
        putFileBack();
        const auto away = SharedPlace::openOffline(world->urlOf(Tanya), world->clock, world->random);
        VERIFY_OK(away);
        note(**away, customer, "under the number of the other");
        note(**away, customer, "and one more");
        VERIFY_OK((*away)->connect());
        VERIFY_OK((*away)->exchange().sync());
        NO_FAULTS(ownFaults((*away)->own().db(), *world));
        QCOMPARE((*away)->own().customer(customer)->events, 4);
    }

    void twoCopiesOfAFileAtWorkAtOnceGoOnApart()
    {
        CustomerId customer;
        {
            const auto tanya = world->desk(Tanya);
            customer = addLead(*tanya, 1);
            VERIFY_OK(tanya->exchange().sync());
            note(*tanya, customer, "in both, not sent");
        }
        const auto first = world->desk(Tanya);
        const QString path = first->own().db().url().path;
        first->exchange().disconnect();
        qputenv("XDG_DATA_HOME", world->folder.filePath(QStringLiteral("laptop")).toUtf8());
        const QString copy = SharedPlace::ownStoreOf(world->urlOf(Tanya))->path;
        QVERIFY(QDir().mkpath(QFileInfo(copy).path()));
        copyFile(path, copy);
        const auto second = world->desk(Tanya);
        VERIFY_OK(first->connect());
        note(*first, customer, "at the desk");
        note(*second, customer, "on the laptop");
        VERIFY_OK(first->exchange().sync());
        VERIFY_OK(second->exchange().sync());
        note(*first, customer, "at the desk again");
        VERIFY_OK(first->exchange().sync());
        VERIFY_OK(second->exchange().sync());
        VERIFY_OK(first->exchange().sync());
        NO_FAULTS(ownFaults(first->own().db(), *world));
        NO_FAULTS(ownFaults(second->own().db(), *world));
        QCOMPARE(first->own().customer(customer)->events, 5);
        QVERIFY(*first->own().customer(customer) == *second->own().customer(customer));
    }

    void aRestoredServerIsSentAgainWhatItLost()
    {
        auto tanya = world->desk(Tanya), luis = world->desk(Luis);
        const CustomerId one = backedUpWithOneLead(*tanya, *luis);
        note(*luis, one, "from Luis, lost there");
        VERIFY_OK(luis->exchange().sync());
        note(*tanya, one, "from Tanya, lost there");
        const CustomerId two = addLead(*tanya, 2);
        VERIFY_OK(tanya->own().setDoNotContact(one, {}, {}, QStringLiteral("asked"), Tanya));
        recorded << tanya->own().history(one)->last().id.toString();
        VERIFY_OK(tanya->exchange().sync());
        disconnect({&*tanya, &*luis});
        restore();
        connect({&*tanya, &*luis});
        QVERIFY(!tanya->exchange().notice().isEmpty());
        const CustomerId three = addLead(*luis, 3);
        for (int round = 0; round < 2; ++round)
            for (SharedPlace *desk : {&*tanya, &*luis})
                VERIFY_OK(desk->exchange().sync());
        NO_FAULTS(ownFaults(tanya->own().db(), *world));
        NO_FAULTS(ownFaults(luis->own().db(), *world));
        for (const CustomerId customer : {one, two, three})
            QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM customer WHERE id = '%1'").arg(customer.toString())), QStringLiteral("1"));
        QVERIFY(*tanya->own().customer(one) == *luis->own().customer(one));
        QVERIFY(tanya->own().customer(one)->refusal({}, {}));
    }

    void aDeskThatOnlyReadFurtherReadsAgain()
    {
        auto tanya = world->desk(Tanya), luis = world->desk(Luis);
        const CustomerId one = backedUpWithOneLead(*tanya, *luis);
        note(*tanya, one, "lost there");
        VERIFY_OK(tanya->exchange().sync());
        VERIFY_OK(luis->exchange().sync());
        disconnect({&*tanya, &*luis});
        restore();
        connect({&*luis});
        note(*luis, one, "on the restored server"); // and nothing of Luis' was lost
        VERIFY_OK(luis->exchange().sync());
        QVERIFY(!luis->exchange().notice().isEmpty());
        connect({&*tanya});
        for (int round = 0; round < 2; ++round)
            for (SharedPlace *desk : {&*tanya, &*luis})
                VERIFY_OK(desk->exchange().sync());
        NO_FAULTS(ownFaults(luis->own().db(), *world));
        QVERIFY(*tanya->own().customer(one) == *luis->own().customer(one));
        QCOMPARE(luis->own().customer(one)->events, 3);
    }

    // A laptop sent something and was closed; the backup lacks it, a desk that had read it has it. Its person is worked on all the same.
    void whatAClosedLaptopHadSentCountsAgainWhenItIsBack()
    {
        auto tanya = world->desk(Tanya), luis = world->desk(Luis);
        const CustomerId one = backedUpWithOneLead(*tanya, *luis);
        note(*luis, one, "from Luis, lost there");
        VERIFY_OK(luis->exchange().sync());
        VERIFY_OK(tanya->exchange().sync());
        QCOMPARE(tanya->own().customer(one)->events, 2);
        disconnect({&*tanya, &*luis});
        restore();
        connect({&*tanya});
        note(*tanya, one, "while Luis is away");
        VERIFY_OK(tanya->exchange().sync());
        VERIFY_OK(tanya->exchange().refoldStale(10));
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM customer_head WHERE stale")), QStringLiteral("0"));
        QVERIFY(tanya->exchange().notice().startsWith(QLatin1String("Entries of other computers")));
        QCOMPARE(tanya->own().customer(one)->events, 2); // as there: the lead, and what she wrote
        VERIFY_OK(tanya->exchange().claim(one));
        VERIFY_OK(tanya->exchange().release(one));
        connect({&*luis});
        VERIFY_OK(luis->exchange().sync());
        VERIFY_OK(tanya->exchange().sync());
        VERIFY_OK(luis->exchange().sync());
        QCOMPARE(tanya->own().customer(one)->events, 3);
        QVERIFY(*tanya->own().customer(one) == *luis->own().customer(one));
        NO_FAULTS(ownFaults(tanya->own().db(), *world));
        NO_FAULTS(serverFaults(*world));
    }

    // The same, and what the laptop had sent was that they want to hear no more.
    void whatAClosedLaptopWasAskedIsKeptToAllTheSame()
    {
        auto tanya = world->desk(Tanya), luis = world->desk(Luis);
        const CustomerId one = backedUpWithOneLead(*tanya, *luis);
        const auto asked = luis->own().setDoNotContact(one, {}, {}, QStringLiteral("no more calls"), Luis);
        VERIFY_OK(asked);
        recorded << asked->event.toString();
        VERIFY_OK(luis->exchange().sync());
        VERIFY_OK(tanya->exchange().sync());
        disconnect({&*tanya, &*luis});
        restore();
        connect({&*tanya});
        QCOMPARE(world->sql(QStringLiteral("SELECT refused FROM customer")), QStringLiteral("f"));
        for (int i = 0; i < 3; ++i) {
            const auto handed = tanya->exchange().claimNext();
            QVERIFY(handed ? !*handed : handed.error().code == Code::Busy);
        }
        VERIFY_OK(tanya->exchange().sync());
        QCOMPARE(world->sql(QStringLiteral("SELECT refused FROM customer")), QStringLiteral("t"));
        QCOMPARE(tanya->own().customer(one)->doNotContact.size(), 1);
        const DoNotContact kept = tanya->own().customer(one)->doNotContact.first();
        QCOMPARE(kept.reason, QStringLiteral("no more calls"));
        QVERIFY(kept.setBy != asked->event);
        recorded << kept.setBy.toString(); // said again at her desk
        connect({&*luis});
        for (int round = 0; round < 2; ++round)
            for (SharedPlace *desk : {&*luis, &*tanya})
                VERIFY_OK(desk->exchange().sync());
        QVERIFY(*tanya->own().customer(one) == *luis->own().customer(one));
        QVERIFY(tanya->own().customer(one)->refusal({}, {}));
        NO_FAULTS(ownFaults(tanya->own().db(), *world));
        NO_FAULTS(serverFaults(*world));
    }

    // Another computer and the shared database both come from backups, and it goes on with the numbers of what was lost there.
    void whatWasLostWithBothBackupsStandsInNobodysWay()
    {
        auto tanya = world->desk(Tanya), luis = world->desk(Luis);
        const CustomerId one = backedUpWithOneLead(*tanya, *luis);
        tanya.reset();
        keepFile();
        tanya = world->desk(Tanya);
        for (const char *text : {"lost there", "lost there as well"}) {
            note(*tanya, one, text);
            recorded.removeLast();
        }
        VERIFY_OK(tanya->exchange().sync());
        VERIFY_OK(luis->exchange().sync());
        QCOMPARE(luis->own().customer(one)->events, 3);
        tanya.reset();
        luis->exchange().disconnect();
        restore();
        putFileBack();
        tanya = world->desk(Tanya);
        note(*tanya, one, "what happened instead");
        VERIFY_OK(tanya->exchange().sync());
        connect({&*luis});
        VERIFY_OK(luis->exchange().sync());
        QVERIFY2(luis->exchange().notice().startsWith(QLatin1String("Another computer")), qPrintable(luis->exchange().notice()));
        QCOMPARE(luis->own().customer(one)->events, 2);
        QVERIFY(*tanya->own().customer(one) == *luis->own().customer(one));
        note(*luis, one, "and on it goes");
        for (SharedPlace *desk : {&*luis, &*tanya})
            VERIFY_OK(desk->exchange().sync());
        QVERIFY(*tanya->own().customer(one) == *luis->own().customer(one));
        NO_FAULTS(ownFaults(luis->own().db(), *world));
        NO_FAULTS(serverFaults(*world));
    }

    void twoHistoriesThatContradictEachOtherAreRefused()
    {
        {
            const auto tanya = world->desk(Tanya);
            addLead(*tanya, 1);
            VERIFY_OK(tanya->exchange().sync());
        }
        keepFile();
        {
            const auto tanya = world->desk(Tanya);
            addLead(*tanya, 2);
            VERIFY_OK(tanya->exchange().sync());
        }
        putFileBack();
        const QString body = world->sql(QStringLiteral("SELECT body FROM event WHERE n = 1"));
        const auto setBody = [&](const QString &text) {
            world->sql(QStringLiteral("ALTER TABLE event DISABLE TRIGGER USER; UPDATE event SET body = $b$%1$b$ WHERE n = 1; "
                                      "ALTER TABLE event ENABLE TRIGGER USER").arg(text));
        };
        setBody(QString(body).replace(QLatin1String("Person 1"), QLatin1String("Person 9")));
        const auto tanya = SharedPlace::open(world->urlOf(Tanya), world->clock, world->random);
        VERIFY_OK(tanya);
        QVERIFY((*tanya)->trouble());
        QCOMPARE((*tanya)->trouble()->code, Code::Conflict);
        QVERIFY((*tanya)->trouble()->message.contains(QLatin1String("Nothing was sent or changed")));
        setBody(body);
        VERIFY_OK((*tanya)->connect());
    }

private:
    CustomerId addLead(SharedPlace &desk, int i)
    {
        const CustomerId customer = world->addLead(desk, i);
        recorded << desk.own().history(customer)->last().id.toString();
        return customer;
    }
    void note(SharedPlace &desk, CustomerId customer, const char *text)
    {
        const auto noted = desk.own().note(customer, desk.own().customer(customer)->leads.first().id, QString::fromLatin1(text), desk.login());
        if (!noted)
            qFatal("%s %s", qPrintable(noted.error().message), qPrintable(noted.error().detail));
        recorded << noted->event.toString();
    }
    static void disconnect(const QVector<SharedPlace *> &desks)
    {
        for (SharedPlace *desk : desks)
            desk->exchange().disconnect();
    }
    static void connect(const QVector<SharedPlace *> &desks)
    {
        for (SharedPlace *desk : desks)
            SharedWorld::must(desk->connect());
    }

    // Tanya's own file.
    QString file() const { return SharedPlace::ownStoreOf(world->urlOf(Tanya))->path; }
    static void copyFile(const QString &from, const QString &to)
    {
        for (const char *part : {"", "-wal", "-shm"}) {
            QFile::remove(to + QLatin1String(part));
            QFile::copy(from + QLatin1String(part), to + QLatin1String(part));
        }
    }
    void keepFile() { copyFile(file(), world->folder.filePath(QStringLiteral("kept.db"))); }
    void putFileBack() { copyFile(world->folder.filePath(QStringLiteral("kept.db")), file()); }

    // A backup of the shared database holds one lead that both desks carry; they go on after it was made.
    CustomerId backedUpWithOneLead(SharedPlace &tanya, SharedPlace &luis)
    {
        const CustomerId one = addLead(tanya, 1);
        const auto sent = tanya.exchange().sync();
        const auto brought = luis.exchange().bring({one.toString()});
        if (!sent || !brought)
            qFatal("the lead did not reach both desks");
        disconnect({&tanya, &luis});
        backUp();
        connect({&tanya, &luis});
        return one;
    }
    // The shared database's; nobody may be connected.
    void backUp()
    {
        world->admin.reset();
        onServer(QStringLiteral("CREATE DATABASE %1_kept TEMPLATE %1"));
        world->reopen();
    }
    void restore()
    {
        world->admin.reset();
        onServer(QStringLiteral("DROP DATABASE %1 WITH (FORCE)"));
        onServer(QStringLiteral("ALTER DATABASE %1_kept RENAME TO %1"));
        world->reopen();
    }
    void onServer(const QString &statement) { TempPostgres::server().sql(QStringLiteral("postgres"), statement.arg(world->database)); }

    QStringList recorded;
};

QTEST_GUILESS_MAIN(RestoreTest)
#include "restore_test.moc"
