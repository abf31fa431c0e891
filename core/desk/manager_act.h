#pragma once

#include "core/base/id.h"

#include <QString>
#include <QVector>

#include <optional>

namespace beback {

struct Event;
struct LoadBalance;

// Something a manager does with many leads at once, undoable. A value; any thread.
struct ManagerAct {
    enum class Kind {
        Give,       // to `to`, or with an empty one to everybody
        Nudge,      // whoever holds it is asked to work it now
        ChangePlan, // it begins on the newest version of `plan`
        Coach       // a note to `to`, or with an empty one to whoever holds it; never for the customer
    };
    Kind kind = Kind::Give;
    QVector<LeadId> leads; // at most MostAtOnce
    QString text;          // the reason, which stands on the history; of Coach the note
    QString to;            // login
    QString plan;          // id
    std::optional<QString> from; // Give: only those this person still holds
};
inline constexpr int MostAtOnce = 200; // leads of one act

inline ManagerAct giving(const QVector<LeadId> &leads, const QString &to, const QString &reason)
{
    ManagerAct act;
    act.leads = leads;
    act.to = to;
    act.text = reason;
    return act;
}

// What a proposal comes to: each lead only while who is to give it still holds it.
QVector<ManagerAct> givingBy(const LoadBalance &balance, const QString &reason);

// What came of it.
struct Acted {
    int changed = 0;
    int left = 0;            // as they were: closed, or nothing would be different
    QVector<EventId> events; // one for each that changed: what an undo takes back
};

// Is this such an act of a person, and of this kind? A plan that an outcome or a campaign chose is none. Pure.
bool isActOf(const Event &event, ManagerAct::Kind kind);
bool isManagerAct(const Event &event); // of any kind

} // namespace beback
