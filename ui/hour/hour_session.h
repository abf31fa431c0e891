#pragma once

#include "core/desk/desk.h"

#include <QElapsedTimer>
#include <QTimer>

namespace beback::ui {

class WorkSession;

// The Hour of Power of whoever is at the desk: offered at its time, begun by hand or with the next lead, over by itself, by
// hand, or with the lead that is in hand at the end. While it runs the session is handed its leads from the hour's list.
// Knows no widget, waits for nothing. Thread: GUI.
class HourSession : public QObject
{
    Q_OBJECT
public:
    // All must outlive it.
    HourSession(Desk &desk, const Clock &clock, WorkSession &work, QObject *parent = nullptr);

    void begin(); // somebody signed in
    void end();   // and out
    void tick();  // each second

    enum class State { None, Offered, Running, LastLead /* time is up, and something is entered */ };
    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::Running || m_state == State::LastLead; }
    const HourToday &today() const { return m_today; }
    const HourSpan &span() const { return m_span; }             // while it is offered or runs
    const std::optional<HourView> &view() const { return m_view; } // as it was read last
    const QVector<QueueItem> &list() const { return m_list; }
    Duration left() const; // until its end; not below zero

    void start();   // the one that is set, while it is its time; else one begun by hand
    void decline(); // the one that is offered: not today
    void stop();    // at once, into a pause
    bool takeReply();                            // whoever wrote: shown and claimed; false: nobody did
    void setHour(const QString &login, std::optional<QTime> at); // answers with said()

Q_SIGNALS:
    void offered();
    void offerGone();
    void started();
    void changed();                             // score or list
    void replied(const QString &sentence);      // a customer wrote while it runs; empty: nobody waits any more
    void lastLead();
    void ended(const beback::HourView &view);   // with its final score
    void said(const QString &text);
    void todayChanged();

private:
    void readToday();
    void offer();
    void refresh();
    void onPage(const QueuePage &page);
    void onLead();
    void readReply(const QueueItem &item);
    void timeIsUp();
    void finish();
    bool somethingIsEntered() const;

    Desk &m_desk;
    const Clock &m_clock;
    WorkSession &m_work;
    State m_state = State::None;
    HourToday m_today;
    HourSpan m_span;
    std::optional<HourView> m_view;
    QVector<QueueItem> m_list;
    QSet<CustomerId> m_waiting; // whose reply was there before, or was told
    std::optional<QueueItem> m_reply;
    Instant m_declined;         // the beginning of the hour that was declined, or that is over
    Instant m_readAt;
    int m_generation = 0;
    bool m_signedIn = false;
    QTimer m_refresh;           // what comes together is read once
};

} // namespace beback::ui
