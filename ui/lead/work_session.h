#pragma once

#include "core/desk/desk.h"
#include "ui/lead/draft_keeper.h"

#include <QSet>
#include <QTimer>

namespace beback::ui {

// An agent's shift at the desk: which lead is worked now, what comes next, what can be taken back. Keeps claims alive,
// saves without making anybody wait, and drops answers that come too late. Knows no widget. Thread: GUI.
class WorkSession : public QObject
{
    Q_OBJECT
public:
    // Both must outlive the session.
    WorkSession(Desk &desk, const Clock &clock, QObject *parent = nullptr);

    // `shared`: there is a line to a shared database, and it may be down. `zone`: the store's, by which its days are.
    // Signed in: reads the drafts, the queue and today's count, and is ready.
    void begin(const Agent &agent, bool shared = false, const QString &zone = QStringLiteral("UTC"));
    void end();                     // signing out: keeps the drafts, gives back what is held
    const Agent &agent() const { return m_agent; }

    bool isReady() const { return m_ready; }
    void setReady(bool ready); // pausing gives the lead back
    const LeadView *lead() const { return m_lead ? &*m_lead : nullptr; }
    bool isReadOnly() const { return !m_lead || !m_lead->claim; }
    Instant leadSince() const { return m_leadSince; } // when the lead now was shown
    const QueuePage &page() const { return m_page; }

    // In an Hour of Power, by when it began: leads come from its list, and what is saved says so. None: as always.
    void setHour(std::optional<Instant> begun) { m_hour = begun; }
    void setLastLead(bool last) { m_lastLead = last; } // a pause once the lead in hand is saved

    void next();                                 // claims the next lead
    // Claims this person; the lead in hand stays with the agent. `lead` null: the one to work next.
    void take(CustomerId customer, LeadId lead = {});
    void look(CustomerId customer, LeadId lead); // shows it read-only
    void giveBack();                             // the lead in hand, unsaved
    void back();                                 // from looking at somebody's lead to the work in hand

    DraftKeeper &drafts() { return m_drafts; }
    void save(const RecordRequest &request, bool thenPause);
    void saveAgain(); // what could not be saved
    void skip(const QString &reason);
    void raiseAlert(beback::LeadId lead, const QString &deal); // a manager is called to save this deal
    void undoLast();
    void undo(EventId event);
    bool canUndo() const { return !m_undo.isEmpty(); }
    // Something else was written about a lead (a note, a contact point): it can be taken back.
    void wrote(const RecordReceipt &receipt, const QString &said);
    void refresh();
    void readAgain(); // what may be done changed by itself: the lead in hand, too
    // Whoever is in hand or put aside stays so: at every turn of the timer, when the line is back, and when a trip ended, or a part of it.
    // Where the lease ended they are claimed anew, and given up only where somebody else has them or nobody may.
    void renewClaims();

Q_SIGNALS:
    void leadShown();   // another lead, or the same one afresh
    void leadUpdated(); // the same lead, facts changed
    void loading();
    // `why`: of those who were taken along nobody is handed out now; empty: there are none.
    void unreachable(const QString &host, const QString &why); // the shared database does not answer and nobody is held; goes on by itself
    void nobody();      // nothing to contact now; see page().because
    void paused();
    void readyChanged(bool ready);
    void queueChanged(const beback::QueuePage &page);
    void todayChanged(beback::TodayCount today);
    void said(const QString &text, bool undoable); // a short notice
    void savedAt(beback::Instant at);
    void saving(bool waiting); // true once something takes longer than 150 ms
    void failed(const beback::Error &error, bool canSaveAgain);
    void mended(); // what failed works again

private:
    struct Saving {
        RecordRequest request;
        TouchDraft draft;
        QString name;
    };
    struct Done {
        EventId event;
        CustomerId customer;
        LeadId lead;
        QString said;
        TouchDraft draft; // brought back with the lead
    };
    template <class T, class Then> void askLead(QFuture<Result<T>> future, Then then);
    template <class T, class Then> void write(QFuture<Result<T>> future, Then then);
    void show(LeadView view);
    void showNobody();
    void showUnreachable(const Error &error);
    bool isLineDown(const Error &error) const;
    void notNow(const Error &error);
    void onLink(const LinkState &state);
    void onChanged(const QVector<CustomerId> &customers);
    void refreshQueue();
    void showDay(QueuePage page, bool first);
    void nameLeadInHand(QueuePage &page) const;
    void refreshLead();
    void renew(const Claim &claim);
    Claim *claimOn(CustomerId customer);
    void claimAgain(const Claim &ended);
    void tookAgain(CustomerId customer, const Result<LeadView> &again);
    void lost(const Error &why);
    void send(const Saving &saving);
    void leave(bool keepClaim);
    void forgetClaim(CustomerId customer);
    void fail(const Error &error, bool canSaveAgain = false);
    void finished(bool written);

    Desk &m_desk;
    const Clock &m_clock;
    Agent m_agent;
    DraftKeeper m_drafts;
    bool m_ready = false, m_loading = false, m_nobody = false, m_leadTouched = false, m_failed = false;
    bool m_shared = false, m_waitsForLink = false, m_lastLead = false;
    std::optional<Instant> m_hour;
    bool m_queueAsked = false, m_queueAgain = false;
    LinkState m_link;
    std::optional<LeadView> m_lead;
    Instant m_leadSince;
    QVector<Claim> m_parked; // held besides the lead in hand; worked before a new one is claimed
    QSet<CustomerId> m_claimedAgain; // asked for, and not answered yet
    QVector<Done> m_undo;
    QVector<Saving> m_unsaved;
    QueuePage m_page;
    TodayCount m_today; // as it was read last; its list is worked out with the page
    QString m_zone;
    bool m_pageShown = false;
    int m_generation = 0, m_queueGeneration = 0, m_pending = 0;
    QTimer m_renewTimer, m_refreshTimer, m_againTimer, m_slowTimer;
};

} // namespace beback::ui
