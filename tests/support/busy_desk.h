#pragma once

#include "tests/support/shared_world.h"

#include <QThread>

#include <atomic>
#include <random>
#include <thread>

namespace beback::test {

// A desk at work in a thread of its own, whatever becomes of its line: takes in leads, takes people, records, sends, and
// connects again when it must. Writes down what it was told to be saved.
class BusyDesk
{
public:
    BusyDesk(const SharedWorld &world, const StoreUrl &url, unsigned seed) : m_clock(world.clock), m_url(url), m_chance(seed), m_first(int(seed) * 100'000)
    {
        m_thread = std::thread([this] { run(); });
    }
    ~BusyDesk() { finish(); }
    BusyDesk(const BusyDesk &) = delete;
    BusyDesk &operator=(const BusyDesk &) = delete;

    // Sends what is left and comes to rest. What is below may be read after it.
    void finish()
    {
        m_over = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    int acts() const { return m_acts; }

    QStringList recorded; // events it was told to be saved
    QStringList faults;   // answers that are neither yes nor "the line is gone"
    int reconnected = 0, failed = 0, busy = 0;
    QString ownFile;

private:
    void run()
    {
        // The own store is made while the line may break already: as often as it takes.
        for (int attempt = 0; attempt < 500 && !m_place; ++attempt) {
            auto opened = SharedPlace::open(m_url, m_clock, m_random);
            if (opened)
                m_place = std::move(*opened);
            else if (!answered(opened.error()))
                QThread::msleep(20);
        }
        if (!m_place) {
            faults << QStringLiteral("it never joined");
            return;
        }
        ownFile = m_place->own().db().url().path;
        while (!m_over && faults.isEmpty()) {
            online();
            act();
            ++m_acts;
        }
        for (int attempt = 0; attempt < 500 && faults.isEmpty(); ++attempt) {
            if (!online())
                QThread::msleep(20);
            else if (look(m_place->exchange().sync()))
                break;
        }
        m_place.reset(); // in the thread it was opened in
    }

    // True: an answer that means something is wrong.
    bool answered(const Error &error)
    {
        ++failed;
        busy += error.code == Code::Busy;
        if (error.code == Code::Unavailable || error.code == Code::Busy)
            return false;
        faults << QStringLiteral("%1 (%2)").arg(error.message, error.detail);
        return true;
    }
    template <class T> bool look(const Result<T> &result)
    {
        if (!result)
            answered(result.error());
        return bool(result);
    }

    bool online()
    {
        if (m_place->isOnline())
            return true;
        const auto connected = m_place->connect();
        reconnected += bool(connected);
        return look(connected);
    }

    void act()
    {
        const auto what = m_chance() % 10;
        if (!m_place->isOnline())
            QThread::msleep(10); // alone one is faster than anybody works
        if (what < 3 || !m_place->isOnline()) // recording needs nobody
            takeIn();
        else if (what < 8)
            workOne();
        else
            look(m_place->exchange().sync());
    }

    void takeIn()
    {
        const auto recorded_ = m_place->own().recorder().recordNewCustomer(SharedWorld::reachable(m_first + m_leads++), QStringLiteral("system"));
        if (look(recorded_))
            recorded << recorded_->events.first().toString();
    }

    void workOne()
    {
        const auto claim = m_place->exchange().claimNext();
        if (!look(claim) || !*claim)
            return;
        const auto receipt = m_place->own().record(emailTo(**claim), m_place->login());
        if (look(receipt))
            recorded << receipt->event.toString();
    }

    const Clock &m_clock;
    SystemRandom m_random;
    StoreUrl m_url;
    std::mt19937 m_chance;
    int m_first, m_leads = 0;
    std::unique_ptr<SharedPlace> m_place;
    std::atomic<bool> m_over = false;
    std::atomic<int> m_acts = 0;
    std::thread m_thread; // last: it uses what is above
};

} // namespace beback::test
