// The key of a desk's own file: where it lies, what happens when it is lost, and when the desk is taken out.

#include "core/desk/desk.h"
#include "core/exchange/desks.h"
#include "tests/exchange/past_the_desk.h"
#include "tests/exchange/staffed_world.h"
#include "tests/support/own_file.h"
#include "tests/support/quiet_shelf.h"

#include <QDir>
#include <QFile>

using namespace beback;
using namespace beback::test;

class OwnSealTest : public QObject, StaffedWorld
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        shelf = std::make_shared<QuietShelf>();
        KeyShelf::use(shelf);
        found({.agents = {Tanya, Luis}, .manager = Marcus});
        file = SharedPlace::ownStoreOf(world->urlOf(Tanya))->path;
    }
    void cleanup()
    {
        KeyShelf::use(nullptr);
        seal_ring::clear();
        leave();
    }

    void aNewDeskIsSealedBeforeItCarriesAnybody()
    {
        auto tanya = world->desk(Tanya);
        QVERIFY(tanya->own().db().isSealed());
        QCOMPARE(shelf->keys.size(), 1);
        QCOMPARE(world->sql(QStringLiteral("SELECT login || ' ' || file FROM desk_key")), Tanya + QLatin1Char(' ') + sealOf(file)->text());
        QCOMPARE(world->sql(QStringLiteral("SELECT key FROM desk_key")), shelf->keys.value(sealOf(file)->text()));
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM desk_key_of f JOIN replica r USING (origin)")), QStringLiteral("1"));
        const CustomerId customer = world->addLead(*tanya, 1);
        VERIFY_OK(tanya->own().setSetting(QStringLiteral("draft/note"), QStringLiteral("Person 1 has a dog")));
        VERIFY_OK(tanya->exchange().sync());
        for (const char *word : {"person1@example.com", "has a dog", "Mesa Honda"})
            QVERIFY2(!isReadable(file, word), word);
        const auto report = checkStore(tanya->own().db(), tanya->own().rooftopId(), tanya->own().plans(), false);
        VERIFY_OK(report);
        QVERIFY(report->differences == 0);
        const auto away = tanya->own().away(Tanya);
        VERIFY_OK(away);
        QVERIFY(away->isFileSealed && !away->isInTheClear());
        Q_UNUSED(customer)
    }

    // With the plug pulled between making the lock and writing into it, nobody's number is in it.
    void aLockThatWasLeftHalfMadeKeepsNobodyOut()
    {
        QVERIFY(QDir().mkpath(QFileInfo(file).absolutePath()));
        QFile lock(file + QStringLiteral(".lock"));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.close();
        const auto tanya = world->desk(Tanya);
        QVERIFY(tanya->isOnline());
    }

    // As the window does it: it opens first, and connects later.
    void aPlainFileIsSealedWithTheStartAfterItConnected()
    {
        KeyShelf::use(nullptr);
        {
            auto tanya = world->desk(Tanya);
            QVERIFY(!tanya->own().db().isSealed());
            world->addLead(*tanya, 1); // waits to be sent
        }
        KeyShelf::use(shelf);
        {
            auto tanya = offline();
            QVERIFY(!tanya->own().db().isSealed());
            QVERIFY(shelf->keys.isEmpty());
            VERIFY_OK(tanya->connect());
            QCOMPARE(shelf->keys.size(), 1);
            QVERIFY(isReadable(file, "person1@example.com"));
            const auto other = offline(); // somebody has it open: not now
            QVERIFY(!other->own().db().isSealed());
        }
        auto tanya = offline();
        QVERIFY(tanya->own().db().isSealed());
        QVERIFY(!isReadable(file, "person1@example.com"));
        VERIFY_OK(tanya->connect());
        VERIFY_OK(tanya->exchange().sync());
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM customer")), QStringLiteral("1"));
        QCOMPARE(shelf->keys.size(), 1);
    }

    void whereThereIsNoKeyringItStaysAsItIsAndSaysSo()
    {
        shelf->usable = false;
        auto tanya = world->desk(Tanya);
        QVERIFY(!tanya->own().db().isSealed());
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM desk_key")), QStringLiteral("0"));
        const auto away = tanya->own().away(Tanya);
        VERIFY_OK(away);
        QVERIFY(!away->isFileSealed);
    }

    void aLostKeyIsFetchedAndNothingIsLost()
    {
        {
            auto tanya = world->desk(Tanya);
            tanya->exchange().disconnect();
            world->addLead(*tanya, 1);
        }
        loseKeyring();
        auto tanya = world->desk(Tanya);
        const auto waiting = own_store::waiting(tanya->own().db());
        VERIFY_OK(waiting);
        QVERIFY(waiting->events > 0);
        VERIFY_OK(tanya->exchange().sync());
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM customer")), QStringLiteral("1"));
        QCOMPARE(shelf->keys.size(), 1); // it is there again
        tanya.reset();
        seal_ring::clear();
        stopAnswering(true);
        QVERIFY(offline()); // and opens without the network
        stopAnswering(false);
    }

    void aLostKeyWithoutTheNetworkIsASentenceAndTheFileStays()
    {
        {
            auto tanya = world->desk(Tanya);
            tanya->exchange().disconnect();
            world->addLead(*tanya, 1);
        }
        loseKeyring();
        stopAnswering(true);
        const QByteArray before = bytesOf(file);
        for (int i = 0; i < 2; ++i) {
            const auto opened = i == 0 ? SharedPlace::open(world->urlOf(Tanya), world->clock, world->random)
                                       : SharedPlace::openOffline(world->urlOf(Tanya), world->clock, world->random);
            QVERIFY(!opened);
            QCOMPARE(opened.error().code, Code::Unavailable);
            QVERIFY2(opened.error().message.contains(u"keyring") && opened.error().message.contains(u"Nothing was changed"), qPrintable(opened.error().message));
        }
        QCOMPARE(bytesOf(file), before);
        stopAnswering(false);
        auto tanya = world->desk(Tanya);
        VERIFY_OK(tanya->exchange().sync());
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM customer")), QStringLiteral("1"));
    }

    void nobodyElseReadsIt()
    {
        auto tanya = world->desk(Tanya);
        const QString name = sealOf(file)->text();
        for (const QString &login : {Luis, Marcus, Tanya}) {
            const auto line = SharedStore::connect(world->urlOf(login));
            VERIFY_OK(line);
            auto ask = (*line)->db().statement("exchange/key_read");
            VERIFY_OK(ask);
            VERIFY_OK(ask->bind(":file", name).exec());
            QCOMPARE(ask->next(), login == Tanya);
        }
        for (const QString &role : {QStringLiteral("beback_agent"), QStringLiteral("beback_manager")})
            for (const QString &table : {QStringLiteral("desk_key"), QStringLiteral("desk_key_of")})
                QCOMPARE(world->sql(QStringLiteral("SELECT has_table_privilege('%1', '%2', 'SELECT, INSERT, UPDATE, DELETE')").arg(role, table)), QStringLiteral("f"));
    }

    void aRestoredDatabaseGetsItsKeyAgain()
    {
        auto tanya = world->desk(Tanya);
        world->sql(QStringLiteral("DELETE FROM desk_key_of"));
        world->sql(QStringLiteral("DELETE FROM desk_key"));
        VERIFY_OK(tanya->connect());
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM desk_key JOIN desk_key_of USING (login, file)")), QStringLiteral("1"));
    }

    void onceTakenOutNobodyReadsItAndWhoJoinsAnewHasAnotherKey()
    {
        auto tanya = world->desk(Tanya);
        const CustomerId customer = world->addLead(*tanya, 1);
        VERIFY_OK(tanya->exchange().sync());
        const SealName name = *sealOf(file);
        const OriginId before = originOf(*tanya);
        tanya->exchange().disconnect();
        VERIFY_OK(tanya->own().note(customer, tanya->own().customer(customer)->leads.first().id, QStringLiteral("written away"), Tanya));
        takeOut(before.toString());
        QCOMPARE(world->sql(QStringLiteral("SELECT key FROM desk_key")), QString()); // at once, wherever the computer is
        QVERIFY(!tanya->connect());
        QVERIFY(tanya->isTakenOut());
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM event WHERE kind = 'noted'")), QStringLiteral("1")); // handed over first
        QVERIFY(shelf->keys.isEmpty());
        tanya.reset();
        seal_ring::clear();

        const QByteArray left = bytesOf(file);
        const auto again = SharedPlace::openOffline(world->urlOf(Tanya), world->clock, world->random);
        QVERIFY(!again);
        QCOMPARE(again.error().code, Code::Denied);
        for (const QString &word : {QStringLiteral("Mesa Honda"), QStringLiteral("Marcus"), QStringLiteral("Left in a taxi")})
            QVERIFY2(again.error().message.contains(word), qPrintable(again.error().message));
        QCOMPARE(bytesOf(file + QStringLiteral(".unreadable")), left);
        const auto still = SharedPlace::open(world->urlOf(Tanya), world->clock, world->random);
        QVERIFY(!still);
        QCOMPARE(still.error().code, Code::Denied);

        auto anew = SharedPlace::joinAnew(world->urlOf(Tanya), world->clock, world->random);
        VERIFY_OK(anew);
        QVERIFY(!(*anew)->trouble());
        QVERIFY((*anew)->own().db().isSealed());
        QVERIFY(!(sealOf(file) == std::optional(name)));
        QVERIFY(originOf(**anew) != before);
        VERIFY_OK((*anew)->exchange().bring({customer.toString()}));
    }

    // In the program that was told: it joins anew, and the file whose key is gone makes place.
    void whoJoinsAnewAtOnceHasAnotherKeyToo()
    {
        auto tanya = world->desk(Tanya);
        const SealName name = *sealOf(file);
        takeOut(originOf(*tanya).toString());
        QVERIFY(!tanya->connect());
        const auto busy = SharedPlace::joinAnew(world->urlOf(Tanya), world->clock, world->random);
        QVERIFY(!busy); // the other still has it open
        QCOMPARE(busy.error().code, Code::Busy);
        tanya.reset();
        const auto anew = SharedPlace::joinAnew(world->urlOf(Tanya), world->clock, world->random);
        VERIFY_OK(anew);
        QVERIFY(!(*anew)->trouble());
        QVERIFY((*anew)->own().db().isSealed());
        QVERIFY(!(sealOf(file) == std::optional(name)));
    }

    // The window's desk has the file open several times over, and lets go of all of them.
    void aWindowThatWasToldJoinsAnew()
    {
        const SystemClock clock;
        Desk desk(clock);
        bool told = false;
        connect(&desk, &Desk::linkChanged, this, [&told](const LinkState &state) { told = told || state.takenOut; });
        auto opened = desk.open(world->urlOf(Tanya).uri, true);
        opened.waitForFinished();
        VERIFY_OK(opened.result());
        const auto name = sealOf(file);
        QVERIFY(name);
        takeOut(world->sql(QStringLiteral("SELECT origin FROM replica WHERE login = 'tanya'")));
        QTRY_VERIFY_WITH_TIMEOUT(told, 30000);
        QVERIFY(shelf->keys.isEmpty());
        auto joined = desk.join(world->urlOf(Tanya).uri);
        joined.waitForFinished();
        VERIFY_OK(joined.result());
        QVERIFY(sealOf(file) && !(sealOf(file) == name));
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM replica WHERE login = 'tanya' AND NOT revoked")), QStringLiteral("1"));
    }

    // A copy has the same key. Once the one is taken out, the other gets a key of its own.
    void theOtherOfTwoCopiesGoesOnUnderAnotherKey()
    {
        {
            auto tanya = world->desk(Tanya);
            world->addLead(*tanya, 1);
            VERIFY_OK(tanya->exchange().sync());
        }
        const SealName name = *sealOf(file);
        QVERIFY(QFile::copy(file, file + QStringLiteral(".copy")));
        OriginId lost;
        {
            auto tanya = world->desk(Tanya);
            world->addLead(*tanya, 2);
            VERIFY_OK(tanya->exchange().sync());
            lost = originOf(*tanya);
        }
        QVERIFY(QFile::remove(file) && QFile::rename(file + QStringLiteral(".copy"), file)); // from here on the copy, on another computer
        {
            auto tanya = world->desk(Tanya);
            world->addLead(*tanya, 3);
            VERIFY_OK(tanya->exchange().sync());
            QVERIFY(originOf(*tanya) != lost);
            takeOut(lost.toString());
            VERIFY_OK(tanya->connect());
            QVERIFY(sealOf(file) == std::optional(name));
        }
        auto tanya = world->desk(Tanya);
        QVERIFY(tanya->own().db().isSealed());
        QVERIFY(!(sealOf(file) == std::optional(name)));
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM desk_key WHERE key <> ''")), QStringLiteral("1"));
        VERIFY_OK(tanya->exchange().sync());
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM customer")), QStringLiteral("3"));
    }

    void twoProgramsOfOnePersonOpenIt()
    {
        auto tanya = world->desk(Tanya);
        auto other = offline();
        world->addLead(*other, 1);
        VERIFY_OK(other->connect());
        VERIFY_OK(tanya->exchange().sync());
        QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM customer")), QStringLiteral("1"));
    }

private:
    std::unique_ptr<SharedPlace> offline()
    {
        auto opened = SharedPlace::openOffline(world->urlOf(Tanya), world->clock, world->random);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message + opened.error().detail));
        return std::move(*opened);
    }
    void loseKeyring()
    {
        shelf->keys.clear();
        seal_ring::clear();
    }
    void stopAnswering(bool stop) { world->sql(QStringLiteral("ALTER ROLE tanya %1").arg(stop ? QStringLiteral("NOLOGIN") : QStringLiteral("LOGIN"))); }
    void takeOut(const QString &origin)
    {
        auto marcus = world->desk(Marcus);
        const auto taken = takeOutDesk(marcus->exchange().shared().db(), world->admin->rooftopId(), origin, QStringLiteral("Left in a taxi"));
        VERIFY_OK(taken);
        QCOMPARE(taken->size(), 1);
        marcus.reset();
        // What Marcus' own desk put on the shelf is not what this is about.
        const QString his = world->sql(QStringLiteral("SELECT file FROM desk_key WHERE login = 'marcus'"));
        shelf->keys.remove(his);
        world->sql(QStringLiteral("DELETE FROM desk_key_of WHERE login = 'marcus'"));
        world->sql(QStringLiteral("DELETE FROM desk_key WHERE login = 'marcus'"));
    }

    std::shared_ptr<QuietShelf> shelf;
    QString file;
};

QTEST_GUILESS_MAIN(OwnSealTest)
#include "own_seal_test.moc"
