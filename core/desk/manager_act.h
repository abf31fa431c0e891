#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <QMap>
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

// Why a lead was left as it was.
enum class LeftBecause {
    Closed,
    Same,     // nothing would be different
    Moved,    // whoever was to give it away holds it no more
    Nobodys,  // a note is for whoever holds it, and nobody does
    NotTheirs // a note is for somebody who has nothing to do with it
};
// "theirs already", behind which stands how many. Pure.
QString leftWords(ManagerAct::Kind kind, LeftBecause because);

// What came of it.
struct Acted {
    int asked = 0;           // leads, each once an act
    int changed = 0;
    int left = 0;            // as they were
    QMap<LeftBecause, int> because; // of those, how many why
    QVector<EventId> events; // one for each that changed: what an undo takes back
    QVector<LeadId> leads;   // with which it was, in the same order
    // Why the others were not got to; none: all were. Where nothing had changed by then, the whole act has that error instead.
    std::optional<Error> brokenOff;
    Acted &operator+=(const Acted &next); // what is asked is not added: it is known before
};
// As it ends with this error. Pure.
Result<Acted> brokenOff(Acted acted, const Error &why);

// What came of taking acts back.
struct ActsUndone {
    int asked = 0;
    int gone = 0;   // those that are taken back by now, whoever did
    int undone = 0; // of them, those that were now
    // Why the others were not got to; none: all were. Where nothing was taken back by then, the whole has that error instead.
    std::optional<Error> brokenOff;
};
Error undoBrokenOff(const ActsUndone &undone); // in one sentence: how far it came, and why no further. Of one that broke off

// Is this such an act of a person, and of this kind? A plan that an outcome or a campaign chose is none. Pure.
bool isActOf(const Event &event, ManagerAct::Kind kind);
bool isManagerAct(const Event &event); // of any kind

} // namespace beback
