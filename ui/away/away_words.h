#pragma once

#include "core/desk/away.h"
#include "core/desk/trip_return.h"

namespace beback::ui::away_words {

// What is said about a trip. Pure; all in sentences, but where it says otherwise.

QString stepOf(const QueueItem &item);            // not a sentence: "Call: Callback promised"
QString untilText(int hours, Instant now, const QString &zone); // not a sentence: "until 6:30 pm"
QString headOf(const AwayView &view, const QString &zone, Instant now);     // how many are to go, and until when
QString waitingOf(const AwayView &view, const QString &zone, Instant now);  // what waits to be sent
QString optOutsOf(const AwayView &view, Instant now);                       // how old do-not-contact is
QString partOf(const Trip &trip);                 // not a sentence: "12 of 20 are here"
QString tookText(const AwayView &view, const QString &zone, Instant now);
QString backText(const TripReturn &back);         // "Back: 7 entries sent, 3 came in, 6 leads no longer held for the trip, 1 needs a look."

} // namespace beback::ui::away_words
