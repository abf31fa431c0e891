#pragma once

#include "app/session.h"

#include <QJsonArray>

namespace beback::app {

// A command by which a manager does something with many leads at once, and with --undo takes it back.
struct LeadAct {
    ManagerAct::Kind kind = ManagerAct::Kind::Give;
    // Options that are needed but with --undo, each with what to say where it is missing.
    QVector<std::pair<QString, QString>> needed;
    std::function<ManagerAct(const Invocation &)> act; // without its leads
    std::function<QString(const Invocation &, int leads)> done; // "3 leads given to ann."
    std::function<QString(int leads)> undone;                   // "3 leads are back with whom they were."
};
// `leads`: what names them, ids or the beginnings of ids.
Exit runLeadAct(const LeadAct &command, const QStringList &leads, const Invocation &invocation, Terminal &terminal);

// How a command ends that did so: where it broke off midway, what was done is named, so that it can be taken back or gone on with.
Exit endOf(const Acted &acted, Terminal &terminal);
QJsonValue whyBrokenOff(const Acted &acted); // null: it did not

template <class Id> QJsonArray idsOf(const QVector<Id> &ids)
{
    QJsonArray all;
    for (const Id id : ids)
        all << id.toString();
    return all;
}

// --as and --undo, the same for all of them.
Option actorOption();
Option undoOption(const QString &help);

} // namespace beback::app
