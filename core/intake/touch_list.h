#pragma once

#include "core/history/lead_draft.h"
#include "core/history/medium.h"

#include "core/base/result.h"

#include <QIODevice>
#include <QVector>

namespace beback {

// What other departments did: contacts that count for what a person can bear, and are no step of a plan of ours.

// One of them, as a list names it.
struct OthersTouch {
    int row = 0;                  // of the file, from 1
    Instant at;
    Medium medium = Medium::Email;
    Outcome outcome = Outcome::Sent;
    QString department;           // "marketing"; lower case, never empty
    QVector<ContactPoint> points; // by which the person is found; the first is the one that was used
    QString note;
};

struct TouchList {
    QVector<OthersTouch> touches;
    struct Refused {
        int row = 0;
        QString reason; // a sentence
    };
    QVector<Refused> refused;
};

// A CSV file whose heads are, in any order and case: when (or date); phone and/or email; medium; and where wanted outcome,
// department, note. What has no medium went by e-mail where there is only an address, else it was a call. What has no outcome
// was sent, or a call nobody answered. `department`: of rows that name none. `zone`: IANA, of times without one. `now`: what
// lies after it cannot have happened. Errors: Invalid, for what is no such list; a bad row is refused alone. Thread: any.
Result<TouchList> readTouches(QIODevice &file, const QString &department, const QString &zone, Instant now);

} // namespace beback
