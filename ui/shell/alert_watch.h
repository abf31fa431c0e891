#pragma once

#include "core/desk/desk.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace beback::ui {

// Looks for calls for a manager while one is at this desk, whenever anything changed and now and then besides. Thread: GUI.
class AlertWatch : public QObject
{
    Q_OBJECT
public:
    explicit AlertWatch(Desk &desk, QObject *parent = nullptr);
    void begin(const Agent &agent); // an agent's desk is not asked
    void end();
    void noteAnswered(EventId alert) { m_answered << alert; } // from this window
    const QVector<AlertOnDesk> &open() const { return m_open; } // that wait for an answer, the one that is due first before all

Q_SIGNALS:
    void changed();
    void raised(const beback::AlertOnDesk &alert); // one that was not there before
    // Answered here, but another manager's answer came first, and the agent has that one.
    void overtaken(const beback::AlertOnDesk &alert);

private:
    void look();
    void lookAtAnswered(const QVector<AlertOnDesk> &alerts);

    Desk &m_desk;
    QString m_login;
    QSet<EventId> m_answered; // here; another manager may have been first
    bool m_on = false, m_asked = false, m_again = false;
    QTimer m_soon, m_poll;
    QVector<AlertOnDesk> m_open;
};

} // namespace beback::ui
