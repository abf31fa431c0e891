#include "ui/away/away_session.h"

#include "core/desk/deliver.h"

#include <algorithm>

namespace beback::ui {

namespace {

constexpr int SoonMs = 300;       // changes that come together are looked at once
constexpr int MinuteMs = 60'000;
constexpr int BringingMs = 250;   // while histories are brought

} // namespace

int toGo(const AwayView &view)
{
    if (!view.trip)
        return 0;
    return int(std::count_if(view.carried.cbegin(), view.carried.cend(), [&view](const QueueItem &item) {
        return view.trip->of(item.customer) && item.dueAt <= view.trip->until;
    }));
}

AwaySession::AwaySession(Desk &desk, const Clock &clock, QObject *parent) : QObject(parent), m_desk(desk), m_clock(clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMs);
    m_minute.setInterval(MinuteMs);
    m_bringing.setInterval(BringingMs);
    for (QTimer *timer : {&m_soon, &m_minute, &m_bringing})
        connect(timer, &QTimer::timeout, this, &AwaySession::refresh);
    connect(&m_desk, &Desk::linkChanged, this, &AwaySession::onLink);
    connect(&m_desk, &Desk::changed, this, [this] {
        if (m_isShared && !m_soon.isActive())
            m_soon.start();
    });
    connect(&m_desk, &Desk::cameBack, this, [this](const TripReturn &back) {
        if (m_isShared)
            Q_EMIT cameBack(back);
    });
}

// The line may have said how it is before anybody signed in.
void AwaySession::begin(bool isShared)
{
    ++m_generation;
    m_isShared = isShared;
    m_isAsked = m_isAskedAgain = m_isTaking = false;
    m_view.reset();
    if (!isShared)
        return;
    m_minute.start();
    refresh();
}

void AwaySession::end()
{
    ++m_generation;
    for (QTimer *timer : {&m_soon, &m_minute, &m_bringing})
        timer->stop();
    m_isShared = m_isTaking = m_isAsked = m_isAskedAgain = false;
    m_view.reset();
    m_link = {};
    m_outbox = {};
}

void AwaySession::onLink(const LinkState &state)
{
    const bool moved = state.mode != m_link.mode;
    m_link = state;
    m_outbox.note(state, m_clock.now());
    if (moved)
        refresh();
    Q_EMIT changed();
}

void AwaySession::refresh()
{
    if (!m_isShared)
        return;
    if (m_isAsked) {
        m_isAskedAgain = true;
        return;
    }
    m_isAsked = true;
    deliver(m_desk.away(), this, [this, mine = m_generation](const Result<AwayView> &view) {
        if (mine != m_generation)
            return;
        m_isAsked = false;
        if (view)
            keep(*view);
        else
            Q_EMIT notBack(view.error()); // its own file cannot be read: nothing is more worth saying
        if (std::exchange(m_isAskedAgain, false))
            m_soon.start();
    });
}

void AwaySession::keep(const AwayView &view)
{
    const bool wasStopped = m_view && !m_view->noDialling.isEmpty();
    m_view = view;
    Q_EMIT changed();
    if (isAway() && wasStopped != !view.noDialling.isEmpty())
        Q_EMIT diallingChanged();
}

void AwaySession::take(int leads, int hours, const QVector<LeadId> &named)
{
    if (m_isTaking)
        return;
    m_isTaking = true;
    m_hours = hours;
    m_bringing.start();
    deliver(m_desk.takeAlong(leads, hours, named), this, [this, mine = m_generation](const Result<AwayView> &view) {
        if (mine != m_generation)
            return;
        m_bringing.stop();
        if (!view)
            return tellNotTaken(view.error());
        m_isTaking = false;
        keep(*view);
        Q_EMIT took(*view);
    });
}

// Whether some of them are leased already is read first: what there is to do now depends on that.
void AwaySession::tellNotTaken(const Error &why)
{
    deliver(m_desk.away(), this, [this, mine = m_generation, why](const Result<AwayView> &view) {
        if (mine != m_generation)
            return;
        m_isTaking = false;
        if (view)
            keep(*view);
        else
            Q_EMIT changed(); // nobody is being brought any more
        Q_EMIT notTaken(why);
        if (!view)
            Q_EMIT notBack(view.error()); // last: nothing is more worth saying
    });
}

void AwaySession::goOn()
{
    if (hasTrip())
        take(std::max(1, m_view->trip->wanted), m_hours, {});
}

void AwaySession::giveBackRest()
{
    deliver(m_desk.giveBackRest(), this, [this, mine = m_generation](const Result<TripReturn> &back) {
        if (mine != m_generation)
            return;
        refresh();
        if (back)
            Q_EMIT gaveBack(back->givenBack);
        else
            Q_EMIT notBack(back.error());
    });
}

void AwaySession::comeBack()
{
    deliver(m_desk.comeBack(), this, [this, mine = m_generation](const Result<TripReturn> &back) {
        if (mine != m_generation)
            return;
        refresh();
        if (back)
            Q_EMIT cameBack(*back);
        else
            Q_EMIT notBack(back.error());
    });
}

StripTrip AwaySession::strip() const
{
    StripTrip strip;
    strip.sending = m_outbox.sending();
    strip.of = m_outbox.of();
    strip.stuckSince = m_outbox.stuckSince(m_clock.now());
    if (!hasTrip())
        return strip;
    strip.along = int(m_view->trip->leads.size());
    strip.toGo = toGo(*m_view);
    strip.until = m_view->trip->until;
    return strip;
}

} // namespace beback::ui
