#include "core/desk/shared_link.h"

#include "core/exchange/listener.h"
#include "core/exchange/own_clock.h"
#include "core/store/postgresql_target.h"

#include <QCoreApplication>
#include <QTimer>

namespace beback {

namespace {

constexpr int SendAfterMs = 20;       // what is recorded one after the other goes out in one call
constexpr int LookAgainMs = 80;
constexpr int LooksAfterNews = 2;     // hints come at most every 150 ms: see feed_append()
constexpr int ClaimsAgainMs = 350;    // hints come at most every 250 ms: see claim_hint()
constexpr int BeatMs = 10'000;        // is the listening connection still there?
constexpr int SweptAtOnce = 20;       // people left stale: where no steward runs, the desks fold them
constexpr Duration LastSending = std::chrono::seconds(3); // of what waits when the desk closes; the rest is sent the next time
constexpr int AgainAtEndMs = 50;
constexpr int FirstRetryMs = 1'000;
constexpr int LastRetryMs = 15'000;
constexpr Duration CallDeadline = std::chrono::seconds(5);

} // namespace

SharedLink::SharedLink(const StoreUrl &shared, const Clock &clock, Notices notices, int pollMs)
    : m_shared(shared), m_clock(clock), m_notices(std::move(notices)), m_pollMs(pollMs), m_thread(QStringLiteral("exchange"))
{
    const auto target = PostgresqlTarget::parse(m_shared.uri);
    m_host = target ? target->place() : m_shared.display();
    m_thread.post([this] { open(); });
}

SharedLink::~SharedLink()
{
    m_thread.run([this]() -> Result<void> {
            close();
            return {};
        })
        .waitForFinished();
}

QFuture<Result<void>> SharedLink::end()
{
    return m_thread.run([this]() -> Result<void> {
        close();
        return {};
    });
}

void SharedLink::close()
{
    const Duration over = m_clock.sinceBoot() + LastSending;
    while (m_place && m_online && m_clock.sinceBoot() < over) { // what was recorded last goes out where it can
        if (exchangePart())
            continue;
        const auto waiting = own_store::waiting(m_place->own().db());
        if (!waiting || waiting->events == 0)
            break;
        QThread::msleep(AgainAtEndMs); // refused for a moment, as where two desks met
    }
    m_ended = true;
    m_online = false;
    for (QTimer **timer : {&m_sendTimer, &m_lookTimer, &m_beatTimer, &m_pollTimer, &m_retryTimer, &m_claimTimer, &m_moreTimer})
        delete std::exchange(*timer, nullptr);
    m_listener.reset();
    m_place.reset();
}

Error SharedLink::offline()
{
    return {Code::Unavailable, QCoreApplication::translate("beback", "The shared database does not answer."), {}};
}

void SharedLink::open()
{
    auto place = SharedPlace::openOffline(m_shared, m_clock, m_random);
    if (!place) {
        m_openTrouble = place.error();
        tell(LinkState::Mode::Offline, place.error().message);
        return;
    }
    m_place = std::move(*place);
    schedule(m_sendTimer, SendAfterMs, &SharedLink::exchangeNow);
    schedule(m_lookTimer, LookAgainMs, &SharedLink::lookForNews);
    schedule(m_claimTimer, ClaimsAgainMs, &SharedLink::lookAtClaims);
    schedule(m_retryTimer, FirstRetryMs, &SharedLink::connectNow);
    schedule(m_beatTimer, BeatMs, &SharedLink::beat, true);
    schedule(m_pollTimer, m_pollMs, &SharedLink::poll, true);
    schedule(m_moreTimer, 0, &SharedLink::exchangeNow); // after the jobs that wait: timers come last
    m_beatTimer->start();
    m_pollTimer->start();
    tell(LinkState::Mode::Connecting, {});
    connectNow();
}

void SharedLink::schedule(QTimer *&timer, int ms, void (SharedLink::*what)(), bool repeat)
{
    timer = new QTimer(m_thread.context());
    timer->setSingleShot(!repeat);
    timer->setInterval(ms);
    QObject::connect(timer, &QTimer::timeout, m_thread.context(), [this, what] { (this->*what)(); });
}

void SharedLink::connectNow()
{
    if (m_online)
        return;
    const bool wasTakenOut = m_place->isTakenOut();
    const auto connected = m_place->connect();
    if (!connected) {
        goOffline(connected.error());
        if (m_place->isTakenOut() && !wasTakenOut)
            m_notices.changed({}); // nobody is carried any more
        return;
    }
    m_place->exchange().shared().db().setDeadline(CallDeadline);
    auto listener = Listener::open(m_shared, m_place->exchange().person().rooftop, m_thread.context(), [this] { hinted(); },
                                   [this] { claimHinted(); }, [this] { lookAtRules(); });
    if (!listener) {
        goOffline(listener.error());
        return;
    }
    m_listener = std::move(*listener);
    m_retryMs = 0;
    m_refused = false;
    m_online = true;
    if (m_told.waiting > 0)
        tell(LinkState::Mode::Online, {}); // what waits is on its way from now on
    exchangeNow(); // after listening began: nothing falls in between
    if (m_online)
        m_notices.changed({});
}

void SharedLink::goOffline(const Error &why)
{
    m_online = false;
    m_refused = why.code != Code::Unavailable;
    m_listener.reset();
    m_place->exchange().disconnect();
    m_retryMs = m_retryMs == 0 ? FirstRetryMs : std::min(m_retryMs * 2, LastRetryMs);
    m_retryTimer->start(m_retryMs);
    tell(LinkState::Mode::Offline, why.message);
}

// Only what says that nothing answers any more makes the link offline; a refusal is an answer.
void SharedLink::lookAt(const Error &error)
{
    const bool isTurnedAway = error.detail.contains(QLatin1String("BD007")); // it was taken out: the next greeting says by whom
    if (m_online && (error.code == Code::Unavailable || isTurnedAway || !m_place->exchange().isConnected()))
        goOffline(error);
}

void SharedLink::nudge()
{
    if (m_nudged.exchange(true))
        return;
    m_thread.post([this] {
        m_nudged = false;
        if (m_place && !m_sendTimer->isActive())
            m_sendTimer->start();
    });
}

void SharedLink::post(Turn turn, std::function<void()> job)
{
    {
        const std::lock_guard lock(m_jobsMutex);
        (turn == Turn::First ? m_firstJobs : m_jobs).push_back(std::move(job));
    }
    m_thread.post([this] { doNext(); });
}

void SharedLink::doNext()
{
    std::function<void()> job;
    {
        const std::lock_guard lock(m_jobsMutex);
        auto &jobs = m_firstJobs.empty() ? m_jobs : m_firstJobs;
        job = std::move(jobs.front());
        jobs.pop_front();
    }
    job();
}

void SharedLink::exchangeNow()
{
    if (!m_online)
        tell(m_told.mode, m_told.trouble); // the count of what waits
    else if (exchangePart())
        return m_moreTimer->start();
    lookAtTrip(); // after everything was sent
}

// True: there is more.
bool SharedLink::exchangePart()
{
    if (!m_online)
        return false;
    const auto part = m_place->exchange().syncPart();
    if (!part) {
        lookAt(part.error());
        if (m_online)
            tell(LinkState::Mode::Online, part.error().message);
        return false;
    }
    m_lastAnswer = m_clock.now();
    tell(LinkState::Mode::Online, m_place->exchange().notice());
    if (!part->changed.isEmpty())
        m_notices.changed(part->changed);
    return part->more;
}

void SharedLink::poll()
{
    exchangeNow();
    lookAtRules();
    if (!m_online)
        return;
    if (const auto folded = m_place->exchange().refoldStale(SweptAtOnce); !folded)
        lookAt(folded.error());
}

// Where it looks again in a moment anyway, a hint is no reason to look twice: many desks would keep the server busy with that.
void SharedLink::hinted()
{
    if (!m_lookTimer->isActive())
        lookForNews();
}

// News: read it, and look again after a moment, until there was none for longer than hints may be apart.
void SharedLink::lookForNews()
{
    if (!m_online)
        return;
    const auto part = m_place->exchange().pullPart();
    if (!part) {
        lookAt(part.error());
        return;
    }
    m_lastAnswer = m_clock.now();
    if (!part->changed.isEmpty()) {
        m_notices.changed(part->changed);
        m_looksLeft = LooksAfterNews;
    }
    if (part->more)
        m_moreTimer->start();
    else if (m_looksLeft > 0 && !m_lookTimer->isActive()) {
        --m_looksLeft;
        m_lookTimer->start();
    }
}

// Who has whom is no event: the lists are read again, now and once more when the hints may have stopped for a moment.
void SharedLink::claimHinted()
{
    if (!m_online || m_claimTimer->isActive())
        return;
    m_claimTimer->start();
    lookAtClaims();
}

void SharedLink::lookAtClaims()
{
    m_notices.changed({});
}

// A manager changed a contact rule, and what this desk carries is planned by it from now on; or words everybody uses, or the stock list.
void SharedLink::lookAtRules()
{
    if (!m_online)
        return;
    const auto fetched = m_place->fetchRules();
    const auto words = fetched ? m_place->fetchWords() : fetched;
    const auto stock = words ? m_place->fetchStock() : words;
    if (!stock)
        lookAt(stock.error());
    else if (*fetched || *words || *stock)
        m_notices.changed({});
}

// A trip that is over is ended here; one that was broken off while it began is gone on with, a part at a time, between other calls.
void SharedLink::lookAtTrip()
{
    if (!m_place)
        return;
    if (!m_online) { // or the last time seen would be of when the line went
        if (const auto seen = own_store::settleClock(m_place->own().db(), m_clock); !seen)
            qWarning("%s", qPrintable(seen.error().message));
        return;
    }
    const auto back = m_place->comeBackIfOver();
    const auto more = back ? m_place->bringsMore() : Result<bool>(back.error());
    if (!more)
        return lookAt(more.error());
    if (*back) {
        m_notices.changed({});
        if (m_notices.cameBack)
            m_notices.cameBack(**back);
    }
    if (*more)
        post(Turn::Next, [this] { lookAtTrip(); });
}

void SharedLink::planOthersAnew()
{
    post(Turn::Next, [this] {
        if (!m_place || !m_online)
            return;
        lookAtRules(); // or what is worked out here would only be marked again
        const auto folded = m_place->exchange().refoldStale(SweptAtOnce);
        if (!folded)
            lookAt(folded.error());
        else if (*folded > 0)
            planOthersAnew();
    });
}

void SharedLink::beat()
{
    if (!m_online)
        return;
    if (const auto alive = m_listener->beat(); !alive)
        goOffline(alive.error());
}

void SharedLink::tell(LinkState::Mode mode, const QString &trouble)
{
    if (m_ended)
        return;
    LinkState state;
    state.mode = mode;
    state.host = m_host;
    state.refused = mode == LinkState::Mode::Offline && m_refused;
    state.trouble = trouble;
    state.takenOut = mode == LinkState::Mode::Offline && m_place && m_place->isTakenOut();
    state.since = m_lastAnswer;
    if (m_place) {
        if (const auto waiting = own_store::waiting(m_place->own().db())) {
            state.waiting = waiting->events;
            state.oldestWaiting = waiting->oldest;
        }
        if (const auto read = own_store::cursor(m_place->own().db(), 0); read && mode == LinkState::Mode::Offline && state.since.us == 0)
            state.since = read->readAt;
        if (m_online)
            state.unverified = m_place->exchange().shared().db().isUnverified();
    }
    if (mode == LinkState::Mode::Online)
        state.since = {};
    if (state == m_told)
        return;
    m_told = state;
    m_notices.state(state);
}

} // namespace beback
