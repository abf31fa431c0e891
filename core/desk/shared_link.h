#pragma once

#include "core/desk/desk_thread.h"
#include "core/desk/shared_place.h"

#include <atomic>
#include <deque>
#include <mutex>

class QTimer;

namespace beback {

class Listener;

// A desk's line to the shared database, in a thread of its own: sends what was recorded, reads what others did, is told of
// news, notices when the line goes and takes it up again by itself. Nothing here is waited for by the window, nor by the
// desk thread. Thread: made and ended by the desk's owner; `run` from any.
class SharedLink
{
public:
    struct Notices {
        std::function<void(const LinkState &)> state;                    // called in the link's thread
        std::function<void(const QVector<CustomerId> &)> changed;        // same
        std::function<void(const TripReturn &)> cameBack = {};           // same; by itself, from a trip that was over
    };
    static constexpr int PollMs = 30'000; // whatever was not told
    // `clock` must outlive it. Begins to connect at once. `pollMs`: for tests.
    SharedLink(const StoreUrl &shared, const Clock &clock, Notices notices, int pollMs = PollMs);
    ~SharedLink();

    const StoreUrl &shared() const { return m_shared; }
    bool isOnline() const { return m_online; }

    enum class Turn { Next, First /* before everything that waits: renewing a lease */ };
    // Does `job(place)` in the link's thread and gives its answer to `done`. An answer that says the line is gone makes the
    // link offline; then, and where it is offline already, `otherwise()` instead. Both are called in the link's thread.
    // However much there is to send and to read, it waits for one part of that at most.
    template <class Job, class Done, class Otherwise> void attempt(Job job, Done done, Otherwise otherwise, Turn turn = Turn::Next)
    {
        post(turn, [this, job = std::move(job), done = std::move(done), otherwise = std::move(otherwise)]() mutable {
            if (m_place && m_online) {
                auto answer = job(*m_place);
                if (!answer)
                    lookAt(answer.error());
                if (answer || m_online)
                    return done(std::move(answer));
            }
            otherwise();
        });
    }
    // The same; nothing else is done while it is offline, and that is the answer.
    template <class Job> auto run(Job job, Turn turn = Turn::Next) -> QFuture<decltype(job(std::declval<SharedPlace &>()))>
    {
        using Answer = decltype(job(std::declval<SharedPlace &>()));
        auto promise = std::make_shared<QPromise<Answer>>();
        QFuture<Answer> future = promise->future();
        promise->start();
        const auto give = [promise](Answer answer) {
            promise->addResult(std::move(answer));
            promise->finish();
        };
        attempt(std::move(job), give, [this, give] { give(m_openTrouble.value_or(offline())); }, turn);
        return future;
    }
    // Something was recorded: it is sent in a moment, together with what comes right after.
    void nudge();
    // Works out anew whoever waits for that in the shared database, a part at a time, between other calls.
    void planOthersAnew();
    // For good: sends what it can and tells nothing more. It stays there for those who still hold it.
    QFuture<Result<void>> end(); // done: its place is closed

private:
    static Error offline();
    void post(Turn turn, std::function<void()> job);
    void doNext();
    void close();
    void open();
    void connectNow();
    void goOffline(const Error &why);
    void lookAt(const Error &error);
    void exchangeNow();
    bool exchangePart();
    void poll();
    void hinted();
    void lookForNews();
    void claimHinted();
    void lookAtClaims();
    void lookAtRules();
    void lookAtTrip();
    void beat();
    void tell(LinkState::Mode mode, const QString &trouble);
    void schedule(QTimer *&timer, int ms, void (SharedLink::*what)(), bool repeat = false);

    StoreUrl m_shared;
    QString m_host; // for sentences
    const Clock &m_clock;
    SystemRandom m_random;
    Notices m_notices;
    std::atomic<bool> m_online = false;
    std::atomic<bool> m_nudged = false;
    std::mutex m_jobsMutex;
    std::deque<std::function<void()>> m_jobs, m_firstJobs;

    // All of this lives in the link's thread.
    std::unique_ptr<SharedPlace> m_place;
    std::optional<Error> m_openTrouble;
    std::unique_ptr<Listener> m_listener;
    QTimer *m_sendTimer = nullptr, *m_lookTimer = nullptr, *m_beatTimer = nullptr, *m_pollTimer = nullptr, *m_retryTimer = nullptr,
           *m_claimTimer = nullptr, *m_moreTimer = nullptr;
    int m_pollMs;
    bool m_ended = false;
    bool m_refused = false; // the last answer was that this desk may not come in
    int m_retryMs = 0;
    int m_looksLeft = 0; // at the feeds, until the next hint
    Instant m_lastAnswer;
    LinkState m_told;

    DeskThread m_thread; // last: ends first, and its jobs use what is above
};

} // namespace beback
