#pragma once

#include "core/store/connection.h"

#include <QVector>

namespace beback {

// Attempts per lead: our touches outward on one lead, by any medium, those taken back not counted.
struct AttemptsPerLead {
    struct Bin {
        int attempts = 0;
        int leads = 0;   // that have had exactly so many
        int open = 0;    // of them still open
        int reached = 0; // of them answered at least once
    };
    QVector<Bin> bins; // by attempts; only those with leads
    int leads = 0;
    qint64 attempts = 0;

    double perLead() const { return leads == 0 ? 0 : double(attempts) / leads; }
};
// Thread: the connection's.
Result<AttemptsPerLead> attemptsPerLead(Connection &db, RooftopId rooftop);

} // namespace beback
