#pragma once

#include "core/desk/desk.h"

#include <QObject>
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
    const QVector<AlertOnDesk> &open() const { return m_open; } // that wait for an answer, the one that is due first before all

Q_SIGNALS:
    void changed();
    void raised(const beback::AlertOnDesk &alert); // one that was not there before

private:
    void look();

    Desk &m_desk;
    bool m_on = false, m_asked = false, m_again = false;
    QTimer m_soon, m_poll;
    QVector<AlertOnDesk> m_open;
};

} // namespace beback::ui
