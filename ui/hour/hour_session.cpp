#include "ui/hour/hour_session.h"

#include "core/desk/deliver.h"
#include "core/time/wording.h"
#include "ui/lead/work_session.h"

namespace beback::ui {

namespace {

constexpr int RefreshMs = 300;
constexpr auto ReadEvery = std::chrono::seconds(60); // when it is set by somebody else, it is seen within that time
constexpr int ListRows = 60;

} // namespace

HourSession::HourSession(Desk &desk, const Clock &clock, WorkSession &work, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_work(work)
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(RefreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &HourSession::refresh);
    connect(&m_work, &WorkSession::queueChanged, this, &HourSession::onPage);
    connect(&m_work, &WorkSession::leadShown, this, &HourSession::onLead);
    connect(&m_work, &WorkSession::savedAt, this, [this] {
        if (isRunning())
            m_refresh.start();
    });
    connect(&m_work, &WorkSession::paused, this, [this] {
        if (m_state == State::LastLead)
            finish();
    });
}

void HourSession::begin()
{
    m_signedIn = true;
    m_declined = {};
    readToday();
}

void HourSession::end()
{
    m_signedIn = false;
    ++m_generation;
    m_refresh.stop();
    m_work.setHour({});
    m_state = State::None;
    m_view.reset();
    m_list.clear();
    m_reply.reset();
    m_today = {};
}

void HourSession::readToday()
{
    m_readAt = m_clock.now();
    deliver(m_desk.hourToday(), this, [this](const Result<HourToday> &today) {
        if (!today || !m_signedIn)
            return; // asked again in a minute
        if (!(m_today == *today)) {
            m_today = *today;
            Q_EMIT todayChanged();
        }
        offer();
    });
}

Duration HourSession::left() const
{
    return std::max(Duration(0), m_span.end - m_clock.now());
}

void HourSession::tick()
{
    if (!m_signedIn)
        return;
    const Instant now = m_clock.now();
    if (now - m_readAt >= ReadEvery || now < m_readAt) {
        readToday();
        if (isRunning())
            m_refresh.start(); // others have done something, too
    }
    if (m_state == State::None)
        return offer();
    if (m_state == State::Offered && now >= m_span.end)
        return decline();
    if (m_state == State::Running && now >= m_span.end)
        timeIsUp();
}

// At its time; whoever was through with it before has kept it.
void HourSession::offer()
{
    const auto &span = m_today.span;
    if (m_state != State::None || !span || !span->contains(m_clock.now()) || span->begin == m_declined || m_today.isKept)
        return;
    m_span = *span;
    m_state = State::Offered;
    if (m_work.isReady())
        m_work.setHour(m_span.begin); // the next lead comes from the hour's list, and begins it
    Q_EMIT offered();
    if (m_work.isReady() && m_work.isReadOnly() && !m_work.lead())
        start(); // nobody is in hand: nothing is taken out of anybody's
}

void HourSession::decline()
{
    if (m_state != State::Offered)
        return;
    m_declined = m_span.begin;
    m_state = State::None;
    m_work.setHour({});
    Q_EMIT offerGone();
}

void HourSession::start()
{
    if (isRunning() || !m_signedIn)
        return;
    const Instant now = m_clock.now();
    const bool isItsTime = m_today.span && m_today.span->contains(now) && !m_today.isKept;
    m_span = isItsTime ? *m_today.span : HourSpan::from({now.us - now.us % 1'000'000});
    m_state = State::Running;
    m_view.reset();
    m_list.clear();
    m_reply.reset();
    m_waiting.clear();
    onPage(m_work.page()); // whoever waits already is in the list, and no news
    m_work.setHour(m_span.begin);
    Q_EMIT started();
    if (!m_work.isReady())
        m_work.setReady(true);
    refresh();
}

void HourSession::onLead()
{
    if (m_state == State::Offered && m_work.lead() && !m_work.isReadOnly() && m_work.isReady())
        start();
    else if (m_state == State::Running && m_reply && m_work.lead() && m_work.lead()->customer.id == m_reply->customer) {
        m_reply.reset();
        Q_EMIT replied({});
    }
    if (isRunning())
        m_refresh.start();
}

void HourSession::refresh()
{
    if (!isRunning())
        return;
    deliver(m_desk.hour(m_span.begin), this, [this, mine = m_generation](const Result<HourView> &view) {
        if (mine != m_generation || !isRunning() || !view)
            return;
        m_view = *view;
        Q_EMIT changed();
    });
    deliver(m_desk.hourList(ListRows), this, [this, mine = m_generation](const Result<QVector<QueueItem>> &list) {
        if (mine != m_generation || !isRunning() || !list)
            return;
        m_list = *list;
        Q_EMIT changed();
    });
}

void HourSession::onPage(const QueuePage &page)
{
    if (!isRunning())
        return;
    m_refresh.start();
    for (const QueueItem &item : page.mine + page.next) {
        if (item.band != Band::Reply || m_waiting.contains(item.customer))
            continue;
        m_waiting.insert(item.customer);
        if (item.dueAt >= m_span.begin && item.heldBy.isEmpty() && !item.mine)
            readReply(item);
    }
}

// The words themselves: whoever sees them knows whether to take them now.
void HourSession::readReply(const QueueItem &item)
{
    m_reply = item;
    Q_EMIT replied(tr("%1 wrote").arg(item.name));
    deliver(m_desk.view(item.customer, item.lead), this, [this, item, mine = m_generation](const Result<LeadView> &view) {
        if (mine != m_generation || !isRunning() || !view || !m_reply || m_reply->customer != item.customer)
            return;
        for (const TimelineItem &line : view->timeline)
            if (line.kind == EventKind::Reply && !line.words.isEmpty()) {
                Q_EMIT replied(tr("%1 wrote: “%2”").arg(item.name, line.words.simplified()));
                return;
            }
    });
}

bool HourSession::takeReply()
{
    if (!isRunning() || !m_reply)
        return false;
    const CustomerId customer = std::exchange(m_reply, std::nullopt)->customer;
    Q_EMIT replied({});
    m_work.take(customer);
    return true;
}

bool HourSession::somethingIsEntered() const
{
    if (m_work.isReadOnly())
        return false;
    const auto draft = m_work.drafts().draft(m_work.lead()->lead);
    return draft && (!draft->isEmpty() || draft->writing || !draft->pointKey.isEmpty());
}

// Nothing is taken out of anybody's hand: what is entered is saved first, and the hour ends with it.
void HourSession::timeIsUp()
{
    if (!somethingIsEntered())
        return finish();
    m_state = State::LastLead;
    m_work.setLastLead(true);
    Q_EMIT lastLead();
}

void HourSession::stop()
{
    if (isRunning())
        finish();
}

void HourSession::finish()
{
    const HourSpan span = m_span;
    m_state = State::None;
    m_declined = span.begin;
    ++m_generation;
    m_refresh.stop();
    m_work.setHour({});
    m_work.setLastLead(false);
    m_work.setReady(false);
    HourView before;
    before.span = span;
    deliver(m_desk.hour(span.begin), this, [this, last = m_view.value_or(before)](const Result<HourView> &view) {
        Q_EMIT ended(view ? *view : last);
    });
    readToday();
}

void HourSession::setHour(const QString &login, std::optional<QTime> at)
{
    deliver(m_desk.setHour(login, at), this, [this, at](const Result<HourToday> &today) {
        if (!today) {
            Q_EMIT said(today.error().message);
            return;
        }
        m_today = *today;
        Q_EMIT todayChanged();
        Q_EMIT said(at ? tr("Hour of Power every day at %1.").arg(wording::timeOfDay(*at)) : tr("No Hour of Power any more."));
        offer();
    });
}

} // namespace beback::ui
