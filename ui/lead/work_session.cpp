#include "ui/lead/work_session.h"

#include "core/desk/away.h"
#include "core/desk/deliver.h"

namespace beback::ui {

namespace {

constexpr int RefreshMs = 250;   // changes that come together are read once
constexpr int SlowMs = 150;      // nothing is said about saving before that
constexpr int RenewMs = 120'000; // a lease lasts ten minutes
constexpr int AgainMs = 30'000;  // at the latest, when nobody may be contacted

} // namespace

// Asks for a lead to show. A later question makes this one's answer worthless: a claim it brought is given back.
template <class T, class Then> void WorkSession::askLead(QFuture<Result<T>> future, Then then)
{
    m_loading = true;
    m_nobody = m_waitsForLink = false;
    Q_EMIT loading();
    deliver(future, this, [this, mine = ++m_generation, then = std::move(then)](const Result<T> &answer) mutable {
        const bool late = mine != m_generation;
        if (!late)
            m_loading = false;
        then(answer, late);
    });
}

WorkSession::WorkSession(Desk &desk, const Clock &clock, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_drafts(desk)
{
    connect(&m_drafts, &DraftKeeper::kept, this, [this] { Q_EMIT savedAt(m_clock.now()); });
    connect(&m_drafts, &DraftKeeper::failed, this, [this](const Error &error) { fail(error); });
    connect(&m_desk, &Desk::changed, this, &WorkSession::onChanged);
    connect(&m_desk, &Desk::linkChanged, this, &WorkSession::onLink);
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(RefreshMs);
    connect(&m_refreshTimer, &QTimer::timeout, this, &WorkSession::refresh);
    m_slowTimer.setSingleShot(true);
    m_slowTimer.setInterval(SlowMs);
    connect(&m_slowTimer, &QTimer::timeout, this, [this] { Q_EMIT saving(true); });
    m_renewTimer.setInterval(RenewMs);
    connect(&m_renewTimer, &QTimer::timeout, this, &WorkSession::renewClaims);
    m_againTimer.setSingleShot(true);
    connect(&m_againTimer, &QTimer::timeout, this, [this] {
        if (m_ready && (m_nobody || m_waitsForLink))
            next();
    });
}

void WorkSession::begin(const Agent &agent, bool shared, const QString &zone)
{
    m_agent = agent;
    m_zone = zone;
    m_today = {};
    m_shared = shared;
    m_renewTimer.start();
    // Answers come in the order they were asked for: drafts before the lead they belong to, the list after the claim.
    m_drafts.load();
    setReady(true);
    refresh();
}

void WorkSession::end()
{
    m_renewTimer.stop();
    m_againTimer.stop();
    m_refreshTimer.stop();
    ++m_generation;
    ++m_queueGeneration;
    m_drafts.write();
    leave(false);
    for (const Claim &claim : std::exchange(m_parked, {}))
        m_desk.release(claim.customer);
    m_undo.clear();
    m_claimedAgain.clear();
    m_ready = m_nobody = m_loading = m_waitsForLink = false;
    m_lead.reset();
    m_pageShown = false;
    m_page = {};
    m_agent = {};
    m_link = {};
}

void WorkSession::setReady(bool ready)
{
    if (m_ready == ready)
        return;
    m_ready = ready;
    Q_EMIT readyChanged(ready);
    if (ready) {
        if (isReadOnly())
            next();
        return;
    }
    ++m_generation;
    m_loading = m_nobody = m_waitsForLink = false;
    m_drafts.write();
    leave(false);
    for (const Claim &claim : std::exchange(m_parked, {}))
        m_desk.release(claim.customer);
    m_lead.reset();
    Q_EMIT paused();
}

// Lets go of the lead in hand: it stays with the agent, or goes back to the queue.
void WorkSession::leave(bool keepClaim)
{
    if (!m_lead || !m_lead->claim)
        return;
    if (keepClaim) {
        m_lead->claim->lead = m_lead->lead; // the one to come back to
        m_parked << *m_lead->claim;
    } else {
        m_desk.release(m_lead->customer.id);
    }
    m_lead->claim.reset();
}

void WorkSession::next()
{
    if (!m_parked.isEmpty()) {
        const Claim back = m_parked.last();
        take(back.customer, back.lead);
        return;
    }
    askLead(m_hour ? m_desk.claimInHour() : m_desk.claimNext(), [this](const Result<std::optional<LeadView>> &answer, bool late) {
        if (late) {
            if (answer && *answer && (*answer)->customer.id != (m_lead ? m_lead->customer.id : CustomerId()))
                m_desk.release((*answer)->customer.id);
            return;
        }
        if (!answer && isLineDown(answer.error()))
            return showUnreachable(answer.error());
        if (!answer)
            return fail(answer.error());
        if (*answer)
            show(**answer);
        else
            showNobody();
    });
}

void WorkSession::take(CustomerId customer, LeadId lead)
{
    if (m_lead && m_lead->customer.id == customer && m_lead->claim && (lead.isNull() || m_lead->lead == lead))
        return;
    askLead(m_desk.claim(customer, lead), [this, customer](const Result<LeadView> &answer, bool late) {
        if (late) {
            if (answer)
                m_parked << answer->claim.value_or(Claim{customer, answer->lead, 0, {}});
            return;
        }
        if (answer) {
            leave(true);
            forgetClaim(customer);
            return show(*answer);
        }
        forgetClaim(customer);
        if (answer.error().code != Code::Conflict && !isLineDown(answer.error()))
            return fail(answer.error());
        // Somebody else has them, or nobody can be asked: that is no failure, one may look.
        Q_EMIT said(answer.error().message, false);
        look(customer, LeadId());
    });
}

void WorkSession::look(CustomerId customer, LeadId lead)
{
    if (m_lead && m_lead->customer.id == customer && (lead.isNull() || m_lead->lead == lead))
        return;
    for (const Claim &claim : std::as_const(m_parked))
        if (claim.customer == customer)
            return take(customer, lead);
    askLead(m_desk.view(customer, lead), [this](const Result<LeadView> &answer, bool late) {
        if (late)
            return;
        if (!answer && isLineDown(answer.error()))
            return notNow(answer.error());
        if (!answer)
            return fail(answer.error());
        leave(true);
        show(*answer);
    });
}

void WorkSession::giveBack()
{
    leave(false);
    next();
}

void WorkSession::back()
{
    if (!isReadOnly())
        return;
    if (m_ready || !m_parked.isEmpty())
        return next();
    m_lead.reset();
    Q_EMIT paused();
}

void WorkSession::show(LeadView view)
{
    m_lead = std::move(view);
    m_leadSince = m_clock.now();
    m_nobody = false;
    Q_EMIT leadShown();
    if (m_pageShown) // else the first list is on its way, and was asked for after the claim
        refreshQueue();
}

void WorkSession::showNobody()
{
    m_lead.reset();
    m_nobody = true;
    auto wait = std::chrono::milliseconds(AgainMs);
    for (const Because &because : std::as_const(m_page.because))
        if (because.until && *because.until > m_clock.now())
            wait = std::min(wait, std::chrono::ceil<std::chrono::milliseconds>(*because.until - m_clock.now()));
    m_againTimer.start(wait);
    Q_EMIT nobody();
    if (m_pageShown)
        refreshQueue();
}

// The middle says it and what still works; nothing failed. Tried again when the line changes, and now and then besides.
// While the first connection is being made, the next lead is simply still being read.
void WorkSession::showUnreachable(const Error &error)
{
    m_lead.reset();
    m_nobody = false;
    m_waitsForLink = true;
    m_againTimer.start(AgainMs);
    if (m_link.mode != LinkState::Mode::Online && m_link.mode != LinkState::Mode::Offline)
        return;
    Q_EMIT unreachable(m_link.host, error.detail == NobodyAlong ? error.message : QString());
    refreshQueue();
}

bool WorkSession::isLineDown(const Error &error) const
{
    return m_shared && error.code == Code::Unavailable;
}

// What was asked for has to wait; the work goes on where it was.
void WorkSession::notNow(const Error &error)
{
    Q_EMIT said(error.message, false);
    if (m_lead)
        return;
    if (m_ready)
        next();
    else
        Q_EMIT paused();
}

void WorkSession::onLink(const LinkState &state)
{
    const bool moved = state.mode != m_link.mode;
    m_link = state;
    if (!moved || m_agent.login.isEmpty())
        return;
    if (state.mode == LinkState::Mode::Online)
        renewClaims(); // what ended meanwhile is known at once, before something is saved under it
    if (m_waitsForLink && m_ready && state.mode != LinkState::Mode::Connecting)
        next();
    else
        refresh();
}

void WorkSession::forgetClaim(CustomerId customer)
{
    m_parked.removeIf([&](const Claim &claim) { return claim.customer == customer; });
}

} // namespace beback::ui
