#pragma once

#include "core/history/event.h"

#include <QHash>
#include <QSet>
#include <QVector>

namespace beback::exchange_sim {

// What was really done, kept by the simulation beside the product: a plain set of entries. Whatever was saved in a desk's file is
// in it from that moment on, as it was saved.
struct Model {
    QHash<EventId, Event> saved;
    // What was nowhere any more but in a file, or a database, that was replaced by an older copy: it may come back (another copy of
    // the file may have it), and may not.
    QSet<EventId> gone;

    QSet<EventId> mustBeThere() const
    {
        QSet<EventId> ids(saved.keyBegin(), saved.keyEnd());
        return ids -= gone;
    }
};

// One entry as it stands in the shared database, read past the product.
struct ServerRow {
    Event event;
    QString flag;      // what the guard remarked; empty: nothing
    bool held = false;
    int feed = -1;     // -1: in none
    qint64 seq = 0;
    Instant receivedAt;
};

} // namespace beback::exchange_sim
