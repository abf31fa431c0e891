#pragma once

#include "player.h"

#include <QJsonObject>

namespace beback::exchange_sim {

// What a schedule that failed comes to.
struct Failure {
    quint64 seed = 0;
    quint64 worldFrom = 0; // the first seed played on the same database
    bool alone = true;     // false: it failed only after the schedules before it
    QStringList faults;
    Schedule shortest;     // for the same seed

    QString inWords() const;
};

struct Swept {
    int seeds = 0, steps = 0;
    double seconds = 0;
    Tally tally;
    std::optional<Failure> failure; // the first; nothing was played after it

    QString inWords() const;
    QJsonObject toJson() const;
};

// Plays so many schedules from a seed on, fifty on one database, each database looked at as a whole at its end. The first that
// fails is played again alone, and shrunk there.
Swept sweep(quint64 first, int seeds);

// One schedule on a world of its own, with everything looked at. The faults.
QStringList playAlone(const Schedule &schedule, quint64 seed);
Schedule shrunk(const Schedule &failing, quint64 seed);

} // namespace beback::exchange_sim
