#pragma once

#include "core/desk/hour_view.h"
#include "core/report/people.h"

namespace beback {

// Reads how somebody's Hour of Power stands. What came before today is read once a day and person. Thread: the connection's.
class HourKeeping
{
public:
    struct Where {
        Connection &db;
        RooftopId rooftop;
        QString zone; // the site's
        Instant now;
    };
    Result<HourToday> today(const Where &at, const QString &login);
    // `begun`: when the hour began; none: the one that is set for today, or the last one begun by hand.
    // Errors: NotFound, where there is none.
    Result<HourView> view(const Where &at, const QString &login, std::optional<Instant> begun);

private:
    Result<void> readPast(const Where &at, const QString &login, const HourBook &book);
    void lookBack(HourView &view, const Where &at, const HourBook &book) const;

    // Of one person, before one day.
    QString m_login;
    QDate m_today, m_from; // from: nothing is known before
    QSet<QDate> m_kept;
    QVector<WorkDone> m_recent; // of the last two weeks
    QVector<SitePerson> m_people;
};

} // namespace beback
