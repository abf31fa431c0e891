#pragma once

#include <atomic>
#include <chrono>
#include <deque>
#include <string>
#include <thread>
#include <vector>

namespace bench {

// A long line to a server on this machine: a socket in a folder of its own, where every byte arrives half a round trip
// later than it was sent, either way. Bandwidth has no limit. Runs in a thread of its own.
class DelayLine
{
public:
    // The server's socket and its own lie in these folders under the same name, ".s.PGSQL.PORT".
    DelayLine(const std::string &serverFolder, const std::string &ownFolder, int port, std::chrono::milliseconds roundTrip);
    ~DelayLine();
    DelayLine(const DelayLine &) = delete;
    DelayLine &operator=(const DelayLine &) = delete;

private:
    using Steady = std::chrono::steady_clock;
    struct Way {
        int from = -1, to = -1;
        struct Piece {
            Steady::time_point due;
            std::string bytes;
        };
        std::deque<Piece> onTheWay;
        bool ended = false; // the sender has gone
    };
    struct Pair {
        Way out, back;
    };
    void run();
    void accept();
    void take(Way &way);
    bool deliver(Way &way); // false: over
    int untilNext() const;  // milliseconds

    std::string m_server, m_own;
    Steady::duration m_half;
    int m_listener = -1;
    std::atomic<bool> m_leaving = false;
    std::vector<Pair> m_pairs; // the thread's own
    std::thread m_thread;
};

} // namespace bench
