#pragma once

#include <atomic>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

namespace beback::test {

// A line to a server on this machine that breaks: passes bytes on in both directions until as many as were allowed went
// by, in whichever, then the connection that carried the last one is cut in the middle of whatever it was saying. Runs in a
// thread of its own. Thread: any.
class CuttingProxy
{
public:
    explicit CuttingProxy(int toPort);
    ~CuttingProxy();
    CuttingProxy(const CuttingProxy &) = delete;
    CuttingProxy &operator=(const CuttingProxy &) = delete;

    int port() const { return m_port; }
    // Cuts the line again and again, each time after a random number of bytes up to `most`, `cuts` times in all.
    void cutAgainAndAgain(int cuts, unsigned seed, int most);
    void cutNoMore(); // those of them that did not come yet
    // From now on at most so many bytes a second, both directions together. 0: as fast as they come.
    void setPace(int bytesPerSecond) { m_pace = bytesPerSecond; }
    // While held, what the server says does not arrive.
    void holdAnswers(bool held) { m_held = held; }
    // While down, every connection is cut, and so is whoever tries: the network is gone.
    void setDown(bool down) { m_down = down; }
    // While dumb, whoever comes is let in and nobody ever answers them: not even later, on that connection.
    void setDumb(bool dumb) { m_dumb = dumb; }
    // Every connection that there is now carries one direction on and loses the other, with a goodbye to whoever it led to: what
    // the desk still says reaches the server and no answer comes back, or the answers come and nothing more is heard of the desk.
    enum class Half { None, ToDesk, ToServer };
    void loseHalf(Half half) { m_half = half; }
    // Bytes that went by since it was made.
    long long passed() const { return m_passed; }
    int cuts() const { return m_cuts; }
    bool isCalm() const { return m_left == 0; }

private:
    struct Pair {
        int desk = -1, server = -1;
        Half lost = Half::None;
    };
    void run();
    void accept();
    void loseHalves();
    bool pass(int from, int to); // false: over
    bool drop(int from);         // the same, and nothing arrives
    bool fromDesk(const Pair &pair);
    bool fromServer(Pair &pair);
    void close(Pair &pair, bool roughly);
    long untilCut();

    int m_listener = -1, m_port = 0, m_toPort = 0;
    std::atomic<bool> m_leaving = false;
    std::atomic<bool> m_held = false, m_down = false, m_dumb = false;
    std::atomic<Half> m_half = Half::None;
    std::atomic<int> m_cuts = 0, m_left = 0, m_pace = 0;
    std::atomic<long long> m_passed = 0;
    std::mutex m_mutex; // what is below
    std::mt19937 m_chance;
    int m_most = 1;
    long m_allowed = 0;
    std::vector<Pair> m_pairs; // the thread's own
    std::thread m_thread;
};

} // namespace beback::test
