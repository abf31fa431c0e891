#pragma once

#include "core/demo/dice.h"
#include "core/demo/material.h"
#include "core/demo/rooftop.h"
#include "core/time/zones.h"

namespace beback::demo {

inline const QTime HourOfPower(17, 0); // local: when most people who asked are home

// When the people of the rooftop work, and who is in. Mondays to Saturdays without federal holidays, 8:30 to 20:00
// local, in two shifts that meet in the Hour of Power; everybody has one more day off. Managers are there in the mornings.
class Staff
{
public:
    Staff(const Material &material, Dice &dice);

    bool isOpen(Instant at) const;
    // The first working moment at or after `at`; somewhat after opening where it had to wait, as mornings are.
    Instant nextWorking(Instant at);
    // When the rooftop opened last, at or before `at`.
    Instant lastOpening(Instant at) const;
    // When the Hour of Power of that day, or of the next working one, begins: at or after `at`.
    Instant nextHour(Instant at) const;
    QVector<QString> agentsIn(Instant at) const; // their logins
    // Who looks after the rooftop on this day.
    QString managerOn(QDate day) const;
    // Somebody who is in at `at`; `preferred` more often than not, where they are in. Empty: nobody.
    QString whoIsIn(Instant at, const QString &preferred);
    const StaffMember &member(const QString &login) const;
    QString anyAgent();

private:
    bool isIn(qsizetype agent, QDate day, QTime time) const;

    QVector<StaffMember> m_all, m_agents, m_managers;
    Dice &m_dice;
};

} // namespace beback::demo
