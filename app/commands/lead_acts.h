#pragma once

#include "app/session.h"

namespace beback::app {

// A command by which a manager does something with many leads at once, and with --undo takes it back.
struct LeadAct {
    ManagerAct::Kind kind = ManagerAct::Kind::Give;
    // Options that are needed but with --undo, each with what to say where it is missing.
    QVector<std::pair<QString, QString>> needed;
    std::function<ManagerAct(const Invocation &)> act; // without its leads
    std::function<QString(const Invocation &, int leads)> done; // "3 leads given to ann."
    QString left;                                               // "Left as they were, closed or theirs already: %1."
    std::function<QString(int leads)> undone;                   // "3 leads are back with whom they were."
};
// `leads`: what names them, ids or the beginnings of ids.
Exit runLeadAct(const LeadAct &command, const QStringList &leads, const Invocation &invocation, Terminal &terminal);

// --as and --undo, the same for all of them.
Option actorOption();
Option undoOption(const QString &help);

} // namespace beback::app
