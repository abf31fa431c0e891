#pragma once

#include "core/demo/dice.h"
#include "core/demo/material.h"
#include "core/time/zones.h"

namespace beback::demo {

// When the people of the rooftop work, and who is in. Mondays to Saturdays without federal holidays, 8:30 to 20:00
// local, in two shifts; everybody has one more day off.
class Staff
{
public:
    Staff(const Material &material, Dice &dice);

    bool isOpen(Instant at) const;
    // The first working moment at or after `at`; somewhat after opening where it had to wait, as mornings are.
    Instant nextWorking(Instant at);
    // When the rooftop opened last, at or before `at`.
    Instant lastOpening(Instant at) const;
    // Somebody who is in at `at`; `preferred` more often than not, where they are in. Empty: nobody.
    QString whoIsIn(Instant at, const QString &preferred);
    const StaffMember &member(const QString &login) const;
    QString anyAgent();

private:
    bool isIn(qsizetype agent, QDate day, QTime time) const;

    QVector<StaffMember> m_all, m_agents;
    Dice &m_dice;
};

} // namespace beback::demo
