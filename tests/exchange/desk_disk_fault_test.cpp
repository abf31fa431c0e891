// Every access to a desk's own disk fails once, one after the other, in whatever the desk exchanges with the shared database: a sentence
// says what to do, both sides stay whole, and the same done again is done once.

#include "core/desk/away.h"
#include "core/history/event_store.h"
#include "tests/exchange/staffed_world.h"
#include "tests/support/own_file.h"
#include "tests/support/quiet_shelf.h"
#include "tests/support/unsafe_disk.h"

using namespace beback;
using namespace beback::test;

namespace {

using Act = UnsafeDisk::Act;

struct Fault {
    const char *name;
    Act act;
    bool forGood;
    UnsafeDisk::Fault kind;
};
const Fault Faults[] = {
    {"a read fails", Act::Read, false, UnsafeDisk::Fault::Broken},
    {"a write fails", Act::Write, false, UnsafeDisk::Fault::Broken},
    {"writes fail", Act::Write, true, UnsafeDisk::Fault::Broken},
    {"the disk is full", Act::Write, true, UnsafeDisk::Fault::Full},
    {"a sync fails", Act::Sync, false, UnsafeDisk::Fault::Broken},
    {"syncs fail", Act::Sync, true, UnsafeDisk::Fault::Broken},
    {"a truncation fails", Act::Truncate, false, UnsafeDisk::Fault::Broken},
    {"opening fails", Act::Open, false, UnsafeDisk::Fault::Broken},
    {"sharing fails", Act::Map, false, UnsafeDisk::Fault::Broken},
    {"locking fails", Act::Lock, false, UnsafeDisk::Fault::Broken},
    {"removing fails", Act::Delete, false, UnsafeDisk::Fault::Broken},
};
constexpr int Most = 1000; // accesses in one deed; far more than there are

// Where it fails for good, from every how many-th access on: how many of them fail then makes little difference. $BEBACK_EVERY_FAULT: every.
int stepOf(const Fault &fault)
{
    return fault.forGood && !qEnvironmentVariableIsSet("BEBACK_EVERY_FAULT") ? 4 : 1;
}

template <class T> Result<void> done(const Result<T> &result)
{
    return result ? Result<void>() : Result<void>(result.error());
}

} // namespace

class DeskDiskFaultTest : public QObject, StaffedWorld
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void nothingIsLostOrDoubled_data();
    void nothingIsLostOrDoubled();
    void whoJoinsCanJoinAgain_data();
    void whoJoinsCanJoinAgain();
    void cleanupTestCase();

private:
    // One thing a desk does with the others: what has to be there before, what is done while the disk fails, and what must be so after
    // it was done, at once or again.
    struct Deed {
        const char *name;
        void (DeskDiskFaultTest::*prepare)();
        Result<void> (DeskDiskFaultTest::*act)();
        void (DeskDiskFaultTest::*settle)();
    };
    static const QVector<Deed> &deeds();

    void tanyaRecords();
    Result<void> sync() { return done(tanya->exchange().sync()); }
    void nothingWaits();
    void luisRecords();
    void tanyaKnows();
    void somebodyIsFree();
    Result<void> claimNext();
    void claimIsWorked();
    Result<void> claimByName() { return done(tanya->claim(shared, {})); }
    void claimIsGivenBack();
    Result<void> takeAlong();
    void comesBack();
    void goesAlongAndRecords();
    Result<void> comeBack() { return done(tanya->comeBack()); }
    void isBack();
    void goesOffline() { tanya->exchange().disconnect(); }
    Result<void> connect() { return tanya->connect(); }
    void isConnected();

    void walk(const Deed &deed, const Fault &fault);
    void look(const Fault &fault, const Error &error, const QString &where);
    LeadId leadOf(SharedPlace &desk, CustomerId person) { return desk.own().customer(person)->leads.first().id; }
    void noteBy(SharedPlace &desk, const QString &login);
    int held() const { return world->sql(QStringLiteral("SELECT count(*) FROM claim WHERE login = 'tanya' AND until > now_us()")).toInt(); }

    std::unique_ptr<SharedPlace> tanya, luis;
    std::unique_ptr<UnsafeDisk> disk;
    QString ownPath;
    CustomerId shared; // a customer both carry
    Claim claimed;
    QStringList recorded; // by either of them
    QString newest;
    int people = 0, points = 0, refused = 0;
    QMap<QString, int> sentences;
};

const QVector<DeskDiskFaultTest::Deed> &DeskDiskFaultTest::deeds()
{
    using T = DeskDiskFaultTest;
    static const QVector<Deed> all = {
        {"send what was recorded", &T::tanyaRecords, &T::sync, &T::nothingWaits},
        {"read what others recorded", &T::luisRecords, &T::sync, &T::tanyaKnows},
        {"be handed somebody", &T::somebodyIsFree, &T::claimNext, &T::claimIsWorked},
        {"take somebody", &T::luisRecords, &T::claimByName, &T::claimIsGivenBack},
        {"take people along", &T::tanyaRecords, &T::takeAlong, &T::comesBack},
        {"come back", &T::goesAlongAndRecords, &T::comeBack, &T::isBack},
        {"connect", &T::goesOffline, &T::connect, &T::isConnected},
    };
    return all;
}

// Luis' store is on a sound disk: it was opened before.
void DeskDiskFaultTest::init()
{
    found({.agents = {Tanya, Luis}});
    luis = world->desk(Luis);
    const bool isSealed = QByteArray(QTest::currentDataTag()).endsWith("sealed");
    if (isSealed)
        KeyShelf::use(std::make_shared<QuietShelf>());
    disk = std::make_unique<UnsafeDisk>();
    tanya = world->desk(Tanya);
    QCOMPARE(tanya->own().db().isSealed(), isSealed);
    ownPath = tanya->own().db().url().path;
    recorded.clear();
    people = points = refused = 0;
    shared = world->addLead(*tanya, people++);
    VERIFY_OK(tanya->exchange().sync());
    VERIFY_OK(luis->exchange().bring({shared.toString()}));
}

void DeskDiskFaultTest::cleanup()
{
    if (tanya) {
        VERIFY_OK(tanya->exchange().sync());
        NO_FAULTS(ownFaults(tanya->own().db(), *world));
    }
    VERIFY_OK(luis->exchange().sync());
    NO_FAULTS(ownFaults(luis->own().db(), *world));
    NO_FAULTS(serverFaults(*world));
    NO_FAULTS(lostOf(*world, recorded));
    tanya.reset();
    QCOMPARE(integrityOf(ownPath), QStringLiteral("ok"));
    disk.reset();
    KeyShelf::use(nullptr);
    luis.reset();
    world.reset();
}

void DeskDiskFaultTest::noteBy(SharedPlace &desk, const QString &login)
{
    const auto noted = desk.own().note(shared, leadOf(desk, shared), QStringLiteral("note %1").arg(recorded.size()), login);
    VERIFY_OK(noted);
    newest = noted->event.toString();
    recorded << newest;
}

void DeskDiskFaultTest::tanyaRecords()
{
    noteBy(*tanya, Tanya);
}

void DeskDiskFaultTest::nothingWaits()
{
    QCOMPARE(own_store::waiting(tanya->own().db())->events, 0);
    QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM feed WHERE event_id = '%1'").arg(newest)), QStringLiteral("1"));
}

void DeskDiskFaultTest::luisRecords()
{
    noteBy(*luis, Luis);
    VERIFY_OK(luis->exchange().sync());
}

void DeskDiskFaultTest::tanyaKnows()
{
    const auto known = event_store::byId(tanya->own().db(), EventId::fromString(newest));
    VERIFY_OK(known);
    QVERIFY(known->has_value());
}

void DeskDiskFaultTest::somebodyIsFree()
{
    world->addLead(*luis, people++);
    VERIFY_OK(luis->exchange().sync());
}

Result<void> DeskDiskFaultTest::claimNext()
{
    BEBACK_TRY(claim, tanya->exchange().claimNext());
    if (!claim)
        return Error{Code::NotFound, QStringLiteral("Nobody was handed out, though somebody is free."), {}};
    claimed = *claim;
    return {};
}

void DeskDiskFaultTest::claimIsWorked()
{
    QCOMPARE(held(), 1); // nobody was left with her that she does not know of
    const auto receipt = tanya->own().record(emailTo(claimed), Tanya);
    VERIFY_OK(receipt);
    recorded << receipt->event.toString();
    VERIFY_OK(tanya->exchange().sync());
    VERIFY_OK(tanya->release(claimed.customer));
    QCOMPARE(held(), 0);
}

void DeskDiskFaultTest::claimIsGivenBack()
{
    tanyaKnows();
    QCOMPARE(held(), 1);
    QCOMPARE(tanya->own().queue().heldBy(Tanya)->size(), 1);
    VERIFY_OK(tanya->release(shared));
    QCOMPARE(held(), 0);
}

Result<void> DeskDiskFaultTest::takeAlong()
{
    TripWish wish;
    wish.leads = 1;
    wish.lasts = std::chrono::hours(2);
    wish.named << leadOf(*luis, shared);
    const auto taken = tanya->takeAlong(wish);
    if (taken || taken.error().code != Code::Conflict)
        return done(taken);
    return {}; // the fault came after the last of it was written: who asks again is told that they are along already
}

void DeskDiskFaultTest::comesBack()
{
    const auto trip = own_store::trip(tanya->own().db(), tanya->own().clock());
    VERIFY_OK(trip);
    QVERIFY(trip->has_value() && (*trip)->isWhole());
    QCOMPARE((*trip)->leads.size(), 1);
    QCOMPARE(held(), 1);
    VERIFY_OK(tanya->comeBack());
    isBack();
}

void DeskDiskFaultTest::goesAlongAndRecords()
{
    VERIFY_OK(takeAlong());
    tanyaRecords();
}

void DeskDiskFaultTest::isBack()
{
    nothingWaits();
    QVERIFY(!own_store::trip(tanya->own().db(), tanya->own().clock())->has_value());
    QVERIFY(tanya->own().queue().heldBy(Tanya)->isEmpty());
    QCOMPARE(held(), 0);
}

void DeskDiskFaultTest::isConnected()
{
    QVERIFY(tanya->isOnline() && !tanya->trouble());
    QCOMPARE(tanya->exchange().notice(), QString());
    tanyaRecords();
    VERIFY_OK(sync());
    nothingWaits();
}

// Where the disk fails, its sentence comes, and none about the network or about a fault of the program.
void DeskDiskFaultTest::look(const Fault &fault, const Error &error, const QString &where)
{
    ++refused;
    ++sentences[error.message];
    const Code expected = fault.kind == UnsafeDisk::Fault::Full ? Code::Full : Code::Unavailable;
    QVERIFY2(error.code == expected && error.message.contains(QLatin1String("disk")), qPrintable(where + error.message + error.detail));
}

void DeskDiskFaultTest::walk(const Deed &deed, const Fault &fault)
{
    for (int n = 1; n < Most; n += stepOf(fault)) {
        const QString where = QStringLiteral("%1, at the %2th: ").arg(QLatin1String(fault.name)).arg(n);
        (this->*deed.prepare)();
        forgetPages(ownPath);
        disk->failAt(fault.act, n, fault.forGood, fault.kind);
        const auto acted = (this->*deed.act)();
        const bool came = disk->hasFailed();
        disk->heal();
        if (!acted) {
            QVERIFY2(came, qPrintable(where + acted.error().message + acted.error().detail));
            look(fault, acted.error(), where);
            const auto worked = tanya->own().note(shared, leadOf(*tanya, shared), where, Tanya); // meanwhile one works on
            VERIFY_OK(worked);
            recorded << worked->event.toString();
            const auto again = (this->*deed.act)();
            QVERIFY2(bool(again), qPrintable(again ? QString() : where + again.error().message + again.error().detail));
        }
        (this->*deed.settle)();
        if (QTest::currentTestFailed() || !came) {
            if (QTest::currentTestFailed())
                qWarning("%s", qPrintable(where));
            return;
        }
        ++points;
    }
    QFAIL("It never came to an end.");
}

void DeskDiskFaultTest::nothingIsLostOrDoubled_data()
{
    QTest::addColumn<int>("deed");
    for (int i = 0; i < deeds().size(); ++i)
        QTest::newRow(deeds()[i].name) << i;
    for (const int i : {0, 2}) // what is written, and what is read and written
        QTest::addRow("%s, sealed", deeds()[i].name) << i;
}

void DeskDiskFaultTest::nothingIsLostOrDoubled()
{
    QFETCH(int, deed);
    QStringList counted;
    for (const Fault &fault : Faults) {
        const int before = points;
        walk(deeds()[deed], fault);
        if (QTest::currentTestFailed())
            return;
        if (points > before)
            counted << QStringLiteral("%1 %2").arg(QLatin1String(fault.name)).arg(points - before);
    }
    qInfo("%d faults (%s), %d times it was refused and done again", points, qPrintable(counted.join(QStringLiteral(", "))), refused);
    QVERIFY(points > 20);
    QVERIFY(refused > 5);
}

void DeskDiskFaultTest::whoJoinsCanJoinAgain_data()
{
    QTest::addColumn<int>("unused");
    QTest::newRow("plain") << 0;
    QTest::newRow("sealed") << 0;
}

// A desk's own store is made, and where there is a keyring sealed, while the disk fails; $BEBACK_JOIN_FAULTS: at how many places
// of each kind, 2 if it is not set.
void DeskDiskFaultTest::whoJoinsCanJoinAgain()
{
    const int places = qEnvironmentVariableIsSet("BEBACK_JOIN_FAULTS") ? qEnvironmentVariableIntValue("BEBACK_JOIN_FAULTS") : 2;
    world->add(QStringLiteral("mona"));
    const StoreUrl url = world->urlOf(QStringLiteral("mona"));
    const auto own = SharedPlace::ownStoreOf(url);
    VERIFY_OK(own);
    SeededRandom chance(5);
    for (const Fault &fault : Faults) {
        int reach = fault.act == Act::Write || fault.act == Act::Read || fault.act == Act::Lock || fault.act == Act::Sync ? 512 : 4; // it fails before
        for (int place = 0; place < places && reach > 0;) {
            for (const char *part : {"", "-wal", "-shm", "-journal"})
                QFile::remove(own->path + QLatin1String(part));
            disk->failAt(fault.act, 1 + int(chance.below(quint64(reach))), fault.forGood, fault.kind);
            auto joined = SharedPlace::open(url, world->clock, world->random);
            const bool came = disk->hasFailed();
            disk->heal();
            if (!came) {
                reach /= 2;
                continue;
            }
            ++place;
            ++points;
            if (!joined)
                look(fault, joined.error(), QLatin1String(fault.name));
            else
                joined->reset();
            auto again = SharedPlace::open(url, world->clock, world->random);
            VERIFY_OK(again);
            QVERIFY((*again)->isOnline());
            recorded << (*again)->own().recorder().recordNewCustomer(SharedWorld::reachable(1000 + points), QStringLiteral("mona"))->events.first().toString();
            VERIFY_OK((*again)->exchange().sync());
            NO_FAULTS(ownFaults((*again)->own().db(), *world));
        }
    }
    qInfo("%d faults while desks joined, %d times it was refused and done again", points, refused);
    QVERIFY(points > 5);
    QVERIFY(refused > 2);
}

void DeskDiskFaultTest::cleanupTestCase()
{
    for (auto it = sentences.cbegin(); it != sentences.cend(); ++it)
        qInfo("said %d times: %s", it.value(), qPrintable(it.key()));
}

QTEST_GUILESS_MAIN(DeskDiskFaultTest)
#include "desk_disk_fault_test.moc"
