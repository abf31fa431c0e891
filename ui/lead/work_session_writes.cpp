// What a work session writes, how it is taken back, and how the session follows what others write.
#include "core/desk/deliver.h"
#include "core/queue/day_cut.h"
#include "ui/lead/work_session.h"
#include "ui/models/terms.h"

namespace beback::ui {

namespace {

constexpr int FirstRows = 30; // what a screen shows; the rest follows once the first lead is there
constexpr int QueueRows = 200;
constexpr int UndoDepth = 20;

bool same(const Permission &a, const Permission &b)
{
    return a.verdict == b.verdict && a.until == b.until && a.reason == b.reason;
}

bool same(const PointView &a, const PointView &b)
{
    return a.point == b.point && a.shown == b.shown && a.offered == b.offered && a.note == b.note && same(a.call, b.call) &&
           same(a.text, b.text) && same(a.email, b.email);
}

// Would the two look alike? A view that says nothing new is not shown again.
bool same(const LeadView &a, const LeadView &b)
{
    return a.lead == b.lead && a.customer == b.customer && a.timeline == b.timeline && a.step == b.step && a.heldBy == b.heldBy && a.heldSince == b.heldSince && a.outUntil == b.outUntil &&
           a.callsUntil == b.callsUntil && a.arrived == b.arrived && a.ageChip == b.ageChip && a.planLine == b.planLine &&
           a.why == b.why && a.recordingNotice == b.recordingNotice && a.alertSeenBy == b.alertSeenBy && a.alertAnsweredBy == b.alertAnsweredBy && same(a.stepPermission, b.stepPermission) &&
           std::equal(a.points.cbegin(), a.points.cend(), b.points.cbegin(), b.points.cend(),
                      [](const PointView &x, const PointView &y) { return same(x, y); });
}

} // namespace

template <class T, class Then> void WorkSession::write(QFuture<Result<T>> future, Then then)
{
    if (++m_pending == 1)
        m_slowTimer.start();
    deliver(future, this, [this, then = std::move(then)](const Result<T> &answer) mutable {
        finished(bool(answer));
        then(answer);
    });
}

void WorkSession::save(const RecordRequest &request, bool thenPause)
{
    if (!m_lead)
        return;
    RecordRequest made = request;
    made.hour = m_hour;
    made.draft = TouchDraft::key(request.lead);
    send({made, m_drafts.draft(request.lead).value_or(TouchDraft()), m_lead->customer.name.display()});
    leave(false);
    if (thenPause || m_lastLead)
        setReady(false);
    else
        next();
}

void WorkSession::saveAgain()
{
    const QVector<Saving> again = std::exchange(m_unsaved, {});
    for (const Saving &saving : again)
        send(saving);
}

void WorkSession::send(const Saving &saving)
{
    m_drafts.hold(saving.request.lead);
    write(m_desk.record(saving.request), [this, saving](const Result<RecordReceipt> &receipt) {
        const QString what = terms::outcome(saving.request.outcome, saving.request.medium).toLower();
        if (!receipt) {
            m_unsaved << saving;
            m_drafts.keepOn(saving.request.lead);
            Error error = receipt.error();
            error.message = tr("Not saved: %1, %2. %3").arg(what, saving.name, error.message);
            return fail(error, true);
        }
        m_drafts.forget(saving.request.lead);
        const QString said = tr("%1, %2").arg(what, saving.name);
        m_undo << Done{receipt->event, saving.request.customer, saving.request.lead, said, saving.draft};
        if (m_undo.size() > UndoDepth)
            m_undo.removeFirst();
        Q_EMIT this->said(tr("Saved: %1").arg(said), true);
        refresh();
    });
}

void WorkSession::raiseAlert(LeadId lead, const QString &deal)
{
    if (!m_lead || m_lead->lead != lead)
        return;
    write(m_desk.raiseAlert(m_lead->customer.id, lead, deal), [this](const Result<RecordReceipt> &receipt) {
        if (!receipt)
            return fail(receipt.error());
        m_leadTouched = true;
        Q_EMIT said(tr("A manager was called."), false);
        refresh();
    });
}

void WorkSession::skip(const QString &reason)
{
    if (!m_lead || !m_lead->claim)
        return;
    const CustomerId customer = m_lead->customer.id;
    const LeadId lead = m_lead->lead;
    const QString said = tr("step skipped, %1").arg(m_lead->customer.name.display());
    const TouchDraft draft = m_drafts.draft(lead).value_or(TouchDraft());
    write(m_desk.skip(customer, lead, reason), [this, customer, lead, said, draft](const Result<RecordReceipt> &receipt) {
        if (!receipt && receipt.error().code == Code::Denied && m_ready) { // the plan does not let them: back to the lead
            Q_EMIT this->said(receipt.error().message, false);
            return take(customer, lead);
        }
        if (!receipt)
            return fail(receipt.error());
        m_drafts.forget(lead);
        m_undo << Done{receipt->event, customer, lead, said, draft};
        Q_EMIT this->said(tr("Saved: %1").arg(said), true);
        refresh();
    });
    leave(false);
    if (m_lastLead)
        setReady(false);
    else
        next();
}

void WorkSession::undoLast()
{
    if (m_undo.isEmpty())
        return;
    const Done done = m_undo.takeLast();
    write(m_desk.undo(done.event), [this, done](const Result<RecordReceipt> &receipt) {
        if (!receipt)
            return fail(receipt.error());
        Q_EMIT said(tr("Taken back: %1").arg(done.said), false);
        refresh();
        if (done.draft.isEmpty())
            return;
        // What was entered comes back with the lead, to be mended.
        m_drafts.keep(done.lead, done.draft);
        if (m_ready)
            take(done.customer, done.lead);
    });
}

void WorkSession::undo(EventId event)
{
    m_undo.removeIf([event](const Done &done) { return done.event == event; });
    write(m_desk.undo(event), [this](const Result<RecordReceipt> &receipt) {
        if (!receipt)
            return fail(receipt.error());
        Q_EMIT said(tr("Taken back."), false);
        refresh();
    });
}

void WorkSession::wrote(const RecordReceipt &receipt, const QString &text)
{
    m_undo << Done{receipt.event, receipt.customer, receipt.lead, text, {}};
    Q_EMIT said(receipt.besides.isEmpty() ? tr("Saved: %1").arg(text) : tr("Saved: %1. %2").arg(text, receipt.besides), true);
    Q_EMIT savedAt(m_clock.now());
    refresh();
}

void WorkSession::finished(bool written)
{
    if (--m_pending == 0) {
        m_slowTimer.stop();
        Q_EMIT saving(false);
    }
    if (!written)
        return;
    Q_EMIT savedAt(m_clock.now());
    if (m_failed && m_unsaved.isEmpty()) {
        m_failed = false;
        Q_EMIT mended();
    }
}

void WorkSession::fail(const Error &error, bool canSaveAgain)
{
    if (!canSaveAgain && isLineDown(error))
        return; // the strip says it, and it mends itself
    m_failed = true;
    Q_EMIT failed(error, canSaveAgain);
}

void WorkSession::onChanged(const QVector<CustomerId> &customers)
{
    if (m_agent.login.isEmpty())
        return;
    if (m_lead && (customers.isEmpty() || customers.contains(m_lead->customer.id)))
        m_leadTouched = true;
    if (!m_refreshTimer.isActive())
        m_refreshTimer.start();
}

void WorkSession::refresh()
{
    if (m_agent.login.isEmpty())
        return;
    refreshQueue();
    deliver(m_desk.today(), this, [this](const Result<TodayCount> &today) {
        if (!today || m_agent.login.isEmpty())
            return;
        m_today = *today;
        if (m_pageShown)
            showDay(m_page, false);
    });
    if (std::exchange(m_leadTouched, false))
        refreshLead();
}

void WorkSession::readAgain()
{
    m_leadTouched = m_lead.has_value();
    refresh();
}

// The list cut at what fits into this day, and the count that says how far it is done. What was read last of both.
void WorkSession::showDay(QueuePage page, bool first)
{
    cutDay(page, m_today.capacity, m_clock.now(), m_zone);
    const bool news = first || !(m_page == page);
    m_page = std::move(page);
    if (news)
        Q_EMIT queueChanged(m_page);
    TodayCount count = m_today;
    count.list = count.touches + (m_page.day ? m_page.day->fits : m_page.nowCount);
    Q_EMIT todayChanged(count);
}

void WorkSession::refreshQueue()
{
    // A slow line is not asked faster than it answers.
    if (m_queueAsked) {
        m_queueAgain = true;
        return;
    }
    m_queueAsked = true;
    deliver(m_desk.queue(m_pageShown ? QueueRows : FirstRows), this, [this, mine = ++m_queueGeneration](const Result<QueuePage> &page) {
        m_queueAsked = false;
        if (std::exchange(m_queueAgain, false) && !m_agent.login.isEmpty())
            m_refreshTimer.start();
        if (mine != m_queueGeneration)
            return;
        if (!page)
            return fail(page.error());
        QueuePage shown = *page;
        nameLeadInHand(shown);
        const bool first = !std::exchange(m_pageShown, true);
        showDay(std::move(shown), first);
        if (first)
            refreshQueue(); // the rest of it
        // Somebody became free while nobody was: the list fills by itself.
        if (m_nobody && m_ready && m_page.nowCount > 0)
            next();
    });
}

// A row stands for a person and tells of the lead that is next. In hand may be another lead of theirs, looked for or
// brought back to be mended: then the row tells of that one.
void WorkSession::nameLeadInHand(QueuePage &page) const
{
    if (!m_lead || !m_lead->claim || !m_lead->leadState())
        return;
    for (QueueItem &item : page.mine) {
        if (item.customer != m_lead->customer.id || item.lead == m_lead->lead)
            continue;
        const LeadState &lead = *m_lead->leadState();
        item.lead = lead.id;
        item.vehicle = lead.wanted.label();
        item.attempts = lead.attempts;
        item.marks = lead.marks.mid(std::max<qsizetype>(0, lead.marks.size() - 8));
        item.reasons = {{QueueItem::Reason::Tone::Neutral, {}, m_lead->ageChip}};
        if (!m_lead->step)
            continue;
        item.medium = m_lead->step->medium;
        item.band = m_lead->step->band;
        item.dueAt = m_lead->step->dueAt;
    }
}

void WorkSession::refreshLead()
{
    if (!m_lead || m_loading)
        return;
    deliver(m_desk.view(m_lead->customer.id, m_lead->lead), this,
            [this, mine = m_generation](const Result<LeadView> &view) {
                if (mine != m_generation || !m_lead || !view)
                    return;
                // Reading does not claim: what is mine stays mine.
                const std::optional<Claim> claim = m_lead->claim;
                if (same(*m_lead, *view))
                    return;
                m_lead = *view;
                m_lead->claim = claim;
                Q_EMIT leadUpdated();
            });
}

void WorkSession::renewClaims()
{
    if (m_lead && m_lead->claim)
        renew(*m_lead->claim);
    for (const Claim &claim : std::as_const(m_parked))
        renew(claim);
}

// In hand or put aside; null: neither.
Claim *WorkSession::claimOn(CustomerId customer)
{
    if (m_lead && m_lead->claim && m_lead->customer.id == customer)
        return &*m_lead->claim;
    const auto waits = std::find_if(m_parked.begin(), m_parked.end(), [customer](const Claim &claim) { return claim.customer == customer; });
    return waits == m_parked.end() ? nullptr : &*waits;
}

void WorkSession::renew(const Claim &claim)
{
    deliver(m_desk.renew(claim), this, [this, claim](const Result<Claim> &renewed) {
        Claim *held = claimOn(claim.customer);
        if (!held || held->epoch != claim.epoch)
            return; // let go of, or claimed anew, since that was asked
        if (renewed)
            held->until = renewed->until;
        else if (renewed.error().code == Code::Stale || renewed.error().code == Code::NotFound)
            claimAgain(*held);
        else
            fail(renewed.error());
    });
}

// That a lease ended says nothing about who has them: the end of a trip ends it, and so does an answer that was lost. Asked for once at
// a time: whoever is let go of meanwhile is released after it, so an answer nobody waits for any more leaves nothing leased.
void WorkSession::claimAgain(const Claim &ended)
{
    const CustomerId customer = ended.customer;
    if (m_claimedAgain.contains(customer))
        return;
    m_claimedAgain.insert(customer);
    deliver(m_desk.claim(customer, ended.lead, Desk::Claiming::Again), this, [this, customer](const Result<LeadView> &again) {
        m_claimedAgain.remove(customer);
        tookAgain(customer, again);
    });
}

void WorkSession::tookAgain(CustomerId customer, const Result<LeadView> &again)
{
    Claim *held = claimOn(customer);
    if (!held)
        return;
    const bool isInHand = m_lead && m_lead->claim && held == &*m_lead->claim;
    if (again && again->claim) {
        const bool isAnew = held->epoch != again->claim->epoch;
        held->epoch = again->claim->epoch;
        held->until = again->claim->until;
        if (isInHand && isAnew)
            Q_EMIT leadUpdated(); // or what is shown would be saved under the lease that ended
        return;
    }
    if (again)
        return; // over again by this computer's clock: the next renewal tells
    if (again.error().code != Code::Conflict && again.error().code != Code::NotFound)
        return fail(again.error()); // and the next renewal tries again
    if (isInHand)
        return lost(again.error());
    forgetClaim(customer);
    Error gone = again.error();
    gone.message = tr("Somebody you had put aside is not with you any more. %1").arg(gone.message);
    Q_EMIT failed(gone, false);
}

// The lead in hand is this person's no more: somebody else has them, or nobody may.
void WorkSession::lost(const Error &why)
{
    m_lead->claim.reset();
    m_leadTouched = true;
    Q_EMIT leadUpdated();
    Q_EMIT failed(why, false);
    refresh();
}

} // namespace beback::ui
