#pragma once

#include "core/history/work_done.h"
#include "core/report/capacity_report.h"
#include "core/report/today.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

namespace beback {

// What the page of today is put together from, read once. Private to core/report.
struct TodayFacts {
    RooftopId rooftop;
    QString manager, zone;
    const RuleBook &rules;
    Instant now;
    Instant midnight{};                // when today began
    Instant weekAgo{}, weekAgoNow{};   // the same weekday a week ago: when it began, and this time of its day
    Instant monthBegan{};
    QHash<QString, QString> names{};   // of everybody who ever worked here, by login
    QVector<WorkDone> work{};          // recorded since that day a week ago, as far as it stands
    QSet<EventId> gone{};              // taken back since then and since the month began
    CapacityReport capacity{};

    QString nameOf(const QString &login) const;                // the login, where nobody has it
    QString givenName(const QString &login) const;             // the whole name, where two share a given one
    bool counts(EventId event, const QJsonObject &body) const; // neither taken back nor following from what was
};

// A need, and since when it is one.
struct DatedNeed {
    NeedsYou need;
    Instant since;
    int leads = 0; // of several, how many there are
    bool asksNothing = false; // only says what is expected
};

// The tiles. Each fills its own fields.
Result<void> readReached(Connection &db, const TodayFacts &facts, TodayPage &page);
Result<void> readVisits(Connection &db, const TodayFacts &facts, TodayPage &page);
Result<void> readBeBacks(Connection &db, const TodayFacts &facts, TodayPage &page);

// The needs, each kind added to those that are there.
Result<void> addPromises(Connection &db, const TodayFacts &facts, QVector<DatedNeed> &needs);
Result<void> addReplies(Connection &db, const TodayFacts &facts, QVector<DatedNeed> &needs);
Result<void> addVisits(Connection &db, const TodayFacts &facts, TodayPage &page, QVector<DatedNeed> &needs); // and the page's list of them
Result<void> addNewLeads(Connection &db, const TodayFacts &facts, TodayPage &page, QVector<DatedNeed> &needs); // fills the tile, too
Result<void> addOwnSteps(Connection &db, const TodayFacts &facts, QVector<DatedNeed> &needs); // after promises, replies and visits
Result<void> addNeglected(Connection &db, const TodayFacts &facts, QVector<DatedNeed> &needs);
Result<void> addOverload(Connection &db, const TodayFacts &facts, QVector<DatedNeed> &needs);
Result<void> addOverridden(Connection &db, const TodayFacts &facts, QVector<DatedNeed> &needs);

// Urgent ones first, then by kind, the oldest first; of a kind with too many the last summed up in one. Pure.
QVector<NeedsYou> inOrder(QVector<DatedNeed> needs, const TodayFacts &facts);

// "Ray", "Ray and Tanya", "Ray, Tanya and 2 others". Pure.
QString listed(const QStringList &names);
// Of a customer: words that stand for a name that is not known. Pure.
QString customerName(const QString &name);

} // namespace beback
