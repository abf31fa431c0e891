#pragma once

#include "core/history/duty_event.h"

#include <QVector>

namespace beback {

// What managers' duties follow from and end by, of one customer: a derived value of their history, so that nobody reads that again to
// list the duties of a day. Its text stands in the customer's row; `beback check` makes it again.

// Of `events`, those some duty follows from or may end by, whoever is a manager and whenever it is asked; by when they happened. Empty:
// no duty follows from any of them. Pure.
QVector<DutyEvent> dutyTrail(QVector<DutyEvent> events);
// The last time a duty may follow from something in it: of a visit, a step left out, or the time that was promised. us 0: it is empty.
Instant lastDutyAt(const QVector<DutyEvent> &trail);

// As text, the same on every machine; without the customer and their name.
QString toText(const QVector<DutyEvent> &trail);
// None: it is no trail, or one a newer Beback wrote.
std::optional<QVector<DutyEvent>> dutyTrailFromText(const QString &text);

} // namespace beback
