#pragma once

#include "core/desk/desk_types.h"
#include "core/desk/hour_view.h"

namespace beback::samples {

// A small made-up world for screens and widget tests: one Tuesday morning at a made-up store. Nobody in it is real.
Instant now();                 // Tuesday, November 18, 2025, 11:42 in Wichita
QString zone();                // the store's
RooftopFacts rooftop();
QVector<Agent> agents();       // Priya Natarajan first
QueuePage queue();             // one in hand, nine to come
QueuePage cutQueue();          // the same, longer than the day
HourView hour();               // at 37:12 of an hour: kept, the seventh day in a row
QVector<QueueItem> hourList(); // Elena in hand, and 18 to come
QueuePage nobody();            // nothing to contact now, with the reasons
LeadView call();               // Elena Vasquez: a call, three contact points, a week of history
LeadView guided(LeadView view); // the same with the conversation of a fresh internet lead
LeadView saving(LeadView view, bool answered); // the same with a manager called to save the deal
LeadView email();              // Maria Estrada: an e-mail with prepared words
LeadView bare();               // no vehicle, no history, one number, the longest name
LeadView quietHours();         // the step may not be done before 8:00 am
LeadView held();               // somebody else has her now
QVector<TimelineItem> longHistory(int entries);
QVector<SearchHit> hits();
IntakeReport report();
QVector<QuarantineEntry> quarantine();
QuarantineContent quarantined(); // of the first of them

} // namespace beback::samples
