#pragma once

#include "core/base/result.h"

#include <QString>
#include <QVector>

namespace beback::exchange_sim {

// One step of what a few desks do to one shared database. Whatever an act has to choose it takes from the step's two numbers, so
// that the same steps are the same deeds, and what is left of a schedule after a step was taken out still means the same.
struct Step {
    int desk = 0;  // place in deskNames()
    int act = 0;   // place in Player::kinds()
    int a = 0, b = 0; // 0 to 999
    int wait = 0;  // seconds that go by before it, everywhere
    int dies = 0;  // the desk is killed just before its own file's commit of this number within the step; 0: it lives
    int salt = 0;  // with the seed: what the step's ids are made from
    friend bool operator==(const Step &, const Step &) = default;
};
using Schedule = QVector<Step>;

// Three agents, a manager, and "twin": a second computer with a copy of one of their files, while there is one.
const QStringList &deskNames();
constexpr int TwinPlace = 4;

// What happens in the schedule of this number: a pure function of it.
Schedule makeSchedule(quint64 seed);

// "luis:next:3:17+60!2#5": desk, act, its two numbers, and, where they are not zero, the wait, the commit it dies at, the salt.
// Steps are parted by blanks. Errors: Invalid, naming the step.
QString toText(const Schedule &schedule);
Result<Schedule> scheduleFrom(const QString &text);

// For whoever has to understand it, a line a step.
QString inWords(const Schedule &schedule);

} // namespace beback::exchange_sim
