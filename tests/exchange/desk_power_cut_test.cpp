// The power of a desk's computer goes at any moment while it works with the others: what was said to be saved is there and reaches
// everybody once, nothing is half there, and nobody takes the file for a copy of itself. $BEBACK_POWER_CUTS: how many times, of a plain file and of
// a sealed one; 40 if it is not set.

#include "core/desk/away.h"
#include "core/history/event_store.h"
#include "tests/exchange/staffed_world.h"
#include "tests/support/laptop_clock.h"
#include "tests/support/own_file.h"
#include "tests/support/quiet_shelf.h"
#include "tests/support/unsafe_disk.h"

#include <random>

using namespace beback;
using namespace beback::test;

namespace {

constexpr int CutsInAWorld = 20; // so that histories stay short
constexpr int Deeds = 10;        // of one day

struct Afterwards {
    int cuts = 0, inOpening = 0, said = 0, lost = 0, damaged = 0, copies = 0;
    int unsaid = 0, undone = 0; // what was being recorded when it went: there, though nobody was told; or not there
    int fetched = 0;            // what had come from the others already has to come again
};

// Tanya's computer loses its power; Luis' does not.
class CutDesk
{
public:
    CutDesk(quint64 seed, bool isSealed) : m_chance(seed)
    {
        m_world.add(Tanya);
        m_world.add(Luis);
        m_luis = m_world.desk(Luis); // on a sound disk: the other is plugged in below
        if (isSealed) { // which goes past SQLite, so the disk begins anew with what is there then
            KeyShelf::use(std::make_shared<QuietShelf>());
            UnsafeDisk disk;
            m_world.desk(Tanya, m_clock);
        }
        m_disk = std::make_unique<UnsafeDisk>();
        m_tanya = m_world.desk(Tanya, m_clock);
        if (m_tanya->own().db().isSealed() != isSealed)
            qFatal("The file is not as it is wanted.");
        m_path = m_tanya->own().db().url().path;
        for (int i = 0; i < 3; ++i)
            m_shared << m_world.addLead(*m_tanya, m_people++);
        sync(*m_tanya);
        for (const CustomerId person : std::as_const(m_shared))
            look(m_luis->exchange().bring({person.toString()}));
        for (int i = 0; i < 3; ++i)
            m_world.addLead(*m_luis, m_people++);
        sync(*m_luis);
        remember();
    }
    ~CutDesk()
    {
        m_tanya.reset(); // before the disk is unplugged
        KeyShelf::use(nullptr);
    }
    CutDesk(const CutDesk &) = delete;
    CutDesk &operator=(const CutDesk &) = delete;

    // How many changes of its file a day comes to when nothing happens.
    int length()
    {
        m_disk->cutAt(0);
        work();
        return m_disk->changes();
    }

    // A day on which the power goes at the n-th change, if there are so many, and what is found afterwards.
    void cut(int n, bool lies, Afterwards &all)
    {
        m_disk->lies = lies;
        m_disk->cutAt(n);
        work();
        all.cuts += m_disk->isOut();
        m_tanya.reset();
        m_disk->findAfterwards(m_chance());
        m_disk->lies = false;
        m_clock.startAgain();
        if (m_chance() % 4 == 0)
            cutWhileOpening(all);
        all.said += int(std::exchange(m_saidToday, 0));
        lookAt(all);
    }

    // Everything is sent; all sides say the same.
    QStringList faultsAtTheEnd()
    {
        if (!isWorking())
            return m_faults;
        sync(*m_tanya);
        sync(*m_luis);
        look(m_luis->exchange().refoldStale(100)); // the sweep: who was found stale when the power went is known to nobody else
        return m_faults + ownFaults(m_tanya->own().db(), m_world) + ownFaults(m_luis->own().db(), m_world) + serverFaults(m_world)
               + lostOf(m_world, m_said + m_saidByLuis);
    }
    QStringList faults() const { return m_faults; }
    bool isWorking() const { return m_tanya && m_faults.isEmpty(); }

private:
    // True: it worked. While the power is out nothing has to.
    template <class T> bool look(const Result<T> &result)
    {
        if (!result && !m_disk->isOut())
            m_faults << QStringLiteral("%1 (%2)").arg(result.error().message, result.error().detail);
        return bool(result);
    }
    void sync(SharedPlace &desk) { look(desk.exchange().sync()); }
    CustomerId somebody() { return m_shared.at(qsizetype(m_chance() % quint64(m_shared.size()))); }

    void work()
    {
        m_wasRecording = false;
        for (int i = 0; i < Deeds && !m_disk->isOut() && m_faults.isEmpty(); ++i) {
            act(int(m_chance() % 10));
            if (!m_disk->isOut())
                remember();
        }
    }
    void act(int what)
    {
        if (what < 2)
            said(m_tanya->own().recorder().recordNewCustomer(SharedWorld::reachable(m_people++), QStringLiteral("system")));
        else if (what < 4)
            note(*m_tanya);
        else if (what == 4)
            stopAndTakeBack();
        else if (what == 5)
            workOne();
        else if (what == 6)
            readWhatLuisWrote();
        else if (what < 9)
            sync(*m_tanya);
        else
            travel();
    }

    // Tanya was told that this is saved, or she was not.
    template <class T> void said(const Result<T> &recorded)
    {
        if (!look(recorded)) {
            m_wasRecording = true;
            return;
        }
        if constexpr (std::is_same_v<T, Recorded>)
            m_said << recorded->events.last().toString();
        else
            m_said << recorded->event.toString();
        ++m_saidToday;
        remember();
    }
    void remember()
    {
        if (const auto numbers = own_store::numbers(m_tanya->own().db()))
            m_numbers = *numbers;
    }
    void note(SharedPlace &desk)
    {
        const CustomerId person = somebody();
        const auto state = desk.own().customer(person);
        if (!look(state))
            return;
        const auto noted = desk.own().note(person, state->leads.first().id, QStringLiteral("note %1").arg(m_said.size()), desk.login());
        if (&desk == m_tanya.get())
            said(noted);
        else if (look(noted))
            m_saidByLuis << noted->event.toString();
    }
    void readWhatLuisWrote()
    {
        note(*m_luis);
        sync(*m_luis);
        sync(*m_tanya);
    }
    void stopAndTakeBack()
    {
        const auto stopped = m_tanya->own().setDoNotContact(somebody(), {}, Medium::Text, QStringLiteral("asked"), Tanya);
        said(stopped);
        if (stopped)
            said(m_tanya->own().recorder().undo(stopped->event, Tanya, QStringLiteral("a mistake")));
    }
    void workOne()
    {
        const auto claim = m_tanya->exchange().claimNext();
        if (look(claim) && *claim)
            said(m_tanya->own().record(emailTo(**claim), Tanya));
    }
    void travel()
    {
        const auto trip = own_store::trip(m_tanya->own().db(), m_clock);
        if (!look(trip))
            return;
        if (*trip && (*trip)->isWhole()) {
            look(m_tanya->comeBack());
            return;
        }
        TripWish wish;
        wish.leads = 2;
        wish.lasts = std::chrono::hours(2);
        const auto along = m_tanya->takeAlong(wish);
        if (along || along.error().code != Code::NotFound) // everybody was worked today
            look(along);
    }

    void cutWhileOpening(Afterwards &all)
    {
        m_disk->cutAt(1 + int(m_chance() % 12));
        (void)SharedPlace::open(m_world.urlOf(Tanya), m_clock, m_world.random);
        all.inOpening += m_disk->isOut();
        m_disk->findAfterwards(m_chance());
        m_clock.startAgain();
    }

    void damaged(const QString &how, Afterwards &all)
    {
        ++all.damaged;
        m_faults << how;
    }
    void lookAt(Afterwards &all)
    {
        if (const QString whole = integrityOf(m_path); whole != QLatin1String("ok"))
            return damaged(whole, all);
        auto place = SharedPlace::openOffline(m_world.urlOf(Tanya), m_clock, m_world.random);
        if (!place)
            return damaged(place.error().message, all);
        m_tanya = std::move(*place);
        const auto report = checkStore(m_tanya->own().db(), m_tanya->own().rooftopId(), m_tanya->own().plans(), false);
        if (!report || report->differences > 0)
            damaged(report ? report->findings.join(QLatin1Char('\n')) : report.error().message, all);
        lookForSaid(all);
        if (!look(m_tanya->connect()))
            return;
        if (const QString notice = m_tanya->exchange().notice(); !notice.isEmpty()) {
            ++all.copies;
            m_faults << notice;
        }
        sync(*m_tanya);
        m_faults += ownFaults(m_tanya->own().db(), m_world);
        remember();
    }
    void lookForSaid(Afterwards &all)
    {
        const auto lost = own_store::unknownEvents(m_tanya->own().db(), m_said);
        const auto numbers = own_store::numbers(m_tanya->own().db());
        if (!look(lost) || !look(numbers))
            return;
        all.lost += int(lost->size());
        for (const QString &id : *lost)
            m_faults << QStringLiteral("%1 was said to be saved, and is lost").arg(id);
        if (m_wasRecording)
            (numbers->last > m_numbers.last ? all.unsaid : all.undone) += 1;
        all.fetched += numbers->confirmed < m_numbers.confirmed;
    }

    LaptopClock m_clock;
    SharedWorld m_world;
    std::mt19937_64 m_chance;
    std::unique_ptr<SharedPlace> m_luis;
    std::unique_ptr<UnsafeDisk> m_disk;
    std::unique_ptr<SharedPlace> m_tanya;
    QString m_path; // of Tanya's own file
    QVector<CustomerId> m_shared; // customers both carry
    QStringList m_said, m_saidByLuis, m_faults;
    qsizetype m_saidToday = 0;
    own_store::DeskNumbers m_numbers; // as they were when Tanya was told something last
    bool m_wasRecording = false;
    int m_people = 0;
};

} // namespace

class DeskPowerCutTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasSaidReachesEverybodyOnce_data()
    {
        QTest::addColumn<bool>("isSealed");
        QTest::newRow("plain") << false;
        QTest::newRow("sealed") << true;
    }
    void whatWasSaidReachesEverybodyOnce()
    {
        QFETCH(bool, isSealed);
        const int cuts = qEnvironmentVariableIsSet("BEBACK_POWER_CUTS") ? qEnvironmentVariableIntValue("BEBACK_POWER_CUTS") : 40;
        std::mt19937_64 chance(11);
        Afterwards all;
        for (quint64 world = 1; all.cuts < cuts && world < quint64(cuts); ++world) {
            CutDesk desk(world, isSealed);
            const int length = desk.length();
            for (int i = 0; i < CutsInAWorld && all.cuts < cuts && desk.isWorking(); ++i)
                desk.cut(1 + int(chance() % quint64(length)), false, all);
            NO_FAULTS(desk.faultsAtTheEnd());
        }
        qInfo("%d power cuts, %d more while it was opened again; %d times something was said to be saved: %d lost, %d files damaged, %d taken for "
              "copies; of what was being recorded, %d were there whole and %d not at all; %d times what had come from others came again",
              all.cuts, all.inOpening, all.said, all.lost, all.damaged, all.copies, all.unsaid, all.undone, all.fetched);
        QCOMPARE(all.cuts, cuts);
        QVERIFY(cuts < 20 || all.undone > 0); // or nothing was cut
        QVERIFY(cuts < 20 || all.fetched > 0);
    }

    void aDiskThatOnlySaysItSyncedIsFoundOut()
    {
        Afterwards all;
        for (quint64 world = 1; world <= 4; ++world) {
            CutDesk desk(world, false);
            const int length = desk.length();
            desk.cut(length * 3 / 4, true, all);
        }
        qInfo("of %d power cuts: %d lost, %d damaged, %d taken for copies", all.cuts, all.lost, all.damaged, all.copies);
        QVERIFY(all.lost > 0);
    }
};

QTEST_GUILESS_MAIN(DeskPowerCutTest)
#include "desk_power_cut_test.moc"
