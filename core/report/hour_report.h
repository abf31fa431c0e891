#pragma once

#include "core/report/hour_score.h"
#include "core/report/people.h"

namespace beback {

// Who kept the Hour of Power this month.
struct HourReport {
    struct Person {
        SitePerson who;
        std::optional<QTime> at; // today's, as it is set; none: none is set
        int kept = 0;            // days of this month
        int expected = 0;        // business days of this month, so far, on which one was set for them; today once it is kept or over
        int days = 0;            // of this month, on which one was expected or kept
        int streak = 0;
        HourScore score;         // of all hours of this month
        QSet<LeadId> keptOn;     // who was contacted in the hours that were kept, of this month
        friend bool operator==(const Person &, const Person &) = default;
    };
    QDate from, until; // first day of the month, today
    QVector<Person> people;
};
// `work` reaches back at least to `workFrom`; a row of days is followed no further. Left out: whoever has no hour and did
// not begin one. Pure.
HourReport hourReport(const QVector<SitePerson> &people, const QVector<WorkDone> &work, QDate workFrom, const HourBook &book,
                      Instant now, const QString &zone);

// `zone`: the site's. Thread: the connection's.
Result<HourReport> readHourReport(Connection &db, RooftopId rooftop, const QString &zone, Instant now);

} // namespace beback
