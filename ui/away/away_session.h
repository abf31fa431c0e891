#pragma once

#include "core/desk/away.h"
#include "core/desk/desk.h"
#include "core/desk/trip_return.h"
#include "ui/away/outbox_watch.h"
#include "ui/shell/link_facts.h"

#include <QTimer>

namespace beback::ui {

// The trip of whoever is at the desk of a shared database: what is along and until when, taking along, and coming back. Looks again
// when anything changed, and by the minute, since time alone ends a trip and stops dialling. Knows no widget. Thread: GUI.
class AwaySession : public QObject
{
    Q_OBJECT
public:
    // Both must outlive it.
    AwaySession(Desk &desk, const Clock &clock, QObject *parent = nullptr);

    void begin(bool isShared); // somebody signed in; nothing is looked at on a store of this computer
    void end();

    bool isShared() const { return m_isShared; }
    bool isAway() const { return m_isShared && m_link.mode == LinkState::Mode::Offline; }
    bool hasTrip() const { return m_view && m_view->trip; }
    bool isTaking() const { return m_isTaking; }
    const LinkState &link() const { return m_link; }
    const std::optional<AwayView> &view() const { return m_view; } // as it was read last; none: not yet
    StripTrip strip() const;

    // Each answers by one of the signals. Taking on after it broke off is the same call: what is wished then does not matter.
    void take(int leads, int hours, const QVector<LeadId> &named);
    void goOn();
    void giveBackRest();
    void comeBack();
    void refresh();

Q_SIGNALS:
    void changed();                                   // what is along, or the line
    void took(const beback::AwayView &view);          // everybody is here
    void notTaken(const beback::Error &error);        // nobody was leased, or the line broke: see view()
    void gaveBack(int people);                        // of those who were not here whole
    void cameBack(const beback::TripReturn &back);    // asked for, or by itself
    void notBack(const beback::Error &error);
    void diallingChanged();                           // it was stopped, or goes on

private:
    void onLink(const LinkState &state);
    void keep(const AwayView &view);
    void tellNotTaken(const Error &why);

    Desk &m_desk;
    const Clock &m_clock;
    LinkState m_link;
    OutboxWatch m_outbox;
    std::optional<AwayView> m_view;
    bool m_isShared = false, m_isTaking = false, m_isAsked = false, m_isAskedAgain = false;
    int m_hours = 1;
    int m_generation = 0; // grows when somebody signs in or out: what was asked before is nobody's
    QTimer m_soon, m_minute, m_bringing;
};

// Of those of the trip who are here, how many have something to be done before its end. Pure.
int toGo(const AwayView &view);

} // namespace beback::ui
