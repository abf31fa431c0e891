#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <deque>
#include <string>
#include <thread>
#include <vector>

namespace bench {

// A long line to a server on this machine: a socket in a folder of its own, where every byte arrives half a round trip
// later than it was sent, either way, and no more of them than so many a second. It counts what goes over it. Runs in a
// thread of its own.
class DelayLine
{
public:
    struct Speed {
        std::chrono::milliseconds roundTrip{0};
        int bytesPerSecond = 0; // each way; 0: no limit
    };
    // The server's socket and its own lie in these folders under the same name, ".s.PGSQL.PORT".
    DelayLine(const std::string &serverFolder, const std::string &ownFolder, int port, Speed speed);
    ~DelayLine();
    DelayLine(const DelayLine &) = delete;
    DelayLine &operator=(const DelayLine &) = delete;

    // What went over it so far. A round trip: something was asked after everything before was answered, if only in part;
    // where an answer came before all was asked, that is one and no more.
    struct Traffic {
        std::int64_t roundTrips = 0, asked = 0, answered = 0; // bytes
        friend Traffic operator-(const Traffic &a, const Traffic &b)
        {
            return {a.roundTrips - b.roundTrips, a.asked - b.asked, a.answered - b.answered};
        }
    };
    Traffic traffic() const { return {m_roundTrips, m_asked, m_answered}; }

private:
    using Steady = std::chrono::steady_clock;
    struct Way {
        int from = -1, to = -1;
        struct Piece {
            Steady::time_point due;
            std::string bytes;
        };
        std::deque<Piece> onTheWay;
        Steady::time_point free{}; // when what was sent before has left
        bool ended = false; // the sender has gone
    };
    struct Pair {
        Way out, back;
        bool isAsking = false; // the last that was sent came from the desk
    };
    void run();
    void accept();
    size_t take(Way &way); // bytes
    void takeBoth(Pair &pair, bool asked, bool answered);
    bool deliver(Way &way); // false: over
    int untilNext() const;  // milliseconds

    std::string m_server, m_own;
    Speed m_speed;
    std::atomic<std::int64_t> m_roundTrips = 0, m_asked = 0, m_answered = 0;
    int m_listener = -1;
    std::atomic<bool> m_leaving = false;
    std::vector<Pair> m_pairs; // the thread's own
    std::thread m_thread;
};

} // namespace bench
