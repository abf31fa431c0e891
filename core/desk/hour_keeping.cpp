#include "core/desk/hour_keeping.h"

#include "core/report/work_days.h"
#include "core/time/calendar.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

constexpr int RecentDays = 14;
constexpr int FirstLookBack = 35, FarthestLookBack = 400; // days; a row that fills the first is followed further
constexpr int ShownDays = 7;

Error noHour()
{
    return {Code::NotFound,
            QCoreApplication::translate("beback", "No Hour of Power is set, and none was begun today. Set one with: "
                                                  "beback hour set 9:30"),
            {}};
}

QDate dayOf(const HourKeeping::Where &at)
{
    return zones::local(at.now, at.zone).date;
}

QString givenName(const QString &name)
{
    return name.section(QLatin1Char(' '), 0, 0);
}

// Whoever else made a touch in an hour that is not over.
QStringList othersIn(const QVector<WorkDone> &work, const QString &login, Instant now, const QVector<SitePerson> &people)
{
    QStringList names;
    for (const SitePerson &person : people) {
        const bool inHour = std::any_of(work.cbegin(), work.cend(), [&](const WorkDone &done) {
            return done.actor == person.login && done.hour && HourSpan::from(*done.hour).contains(now);
        });
        if (inHour && person.login != login)
            names << givenName(person.name);
    }
    return names;
}

QVector<HourView::Day> shownDays(const QSet<QDate> &kept, QDate today)
{
    QVector<HourView::Day> days{{today, kept.contains(today)}};
    for (QDate day = today.addDays(-1); days.size() < ShownDays; day = day.addDays(-1))
        if (calendar::isBusinessDay(day) || kept.contains(day))
            days.prepend({day, kept.contains(day)});
    return days;
}

} // namespace

Result<void> HourKeeping::readPast(const Where &at, const QString &login, const HourBook &book)
{
    const QDate today = dayOf(at);
    if (m_today == today && m_login == login)
        return {};
    m_today = {};
    for (int back = FirstLookBack;; back = std::min(back * 4, FarthestLookBack)) {
        m_from = today.addDays(-back);
        BEBACK_TRY(work, workDone(at.db, at.rooftop, startOfDay(m_from, at.zone), startOfDay(today, at.zone), login));
        m_kept = keptDays(work, login, m_from, today.addDays(-1), book, at.zone);
        const QDate before = today.addDays(-1);
        if (streakUpTo(m_kept, before, m_from) == streakUpTo(m_kept, before, m_from.addDays(RecentDays)) || back == FarthestLookBack)
            break;
    }
    // With what customers answered, whoever wrote it down.
    BEBACK_TRY(recent, workDone(at.db, at.rooftop, startOfDay(today.addDays(-RecentDays), at.zone), startOfDay(today, at.zone)));
    m_recent.clear();
    std::copy_if(recent.cbegin(), recent.cend(), std::back_inserter(m_recent), [&](const WorkDone &done) { return done.actor == login; });
    BEBACK_TRY(people, readPeople(at.db, at.rooftop));
    m_people = std::move(people);
    m_login = login;
    m_today = today;
    return {};
}

// The score of the last day that had an hour, up to the minute this one has come to.
void HourKeeping::lookBack(HourView &view, const Where &at, const HourBook &book) const
{
    const Duration into = std::min<Duration>(at.now - view.span.begin, power_hour::Length);
    for (int back = 1; back <= RecentDays; ++back) {
        const QDate day = dayOf(at).addDays(-back);
        const QVector<HourSpan> hours = hoursOf(m_recent, m_login, day, book, at.zone);
        if (hours.isEmpty() || (!calendar::isBusinessDay(day) && !m_kept.contains(day)))
            continue;
        const auto score = [&](const HourSpan &hour) { return hourScore(m_recent, m_login, hour, hour.begin + into); };
        const auto best = std::max_element(hours.cbegin(), hours.cend(), [&](const HourSpan &a, const HourSpan &b) {
            return score(a).touches < score(b).touches;
        });
        view.before = score(*best);
        view.beforeDay = day;
        return;
    }
}

Result<HourToday> HourKeeping::today(const Where &at, const QString &login)
{
    BEBACK_TRY(book, readHours(at.db, at.rooftop));
    HourToday today;
    const QDate day = dayOf(at);
    today.span = book.on(login, day, at.zone);
    if (!today.span)
        return today;
    today.isOwn = !book.ruling(login, day)->login.isEmpty();
    if (today.span->begin <= at.now) {
        BEBACK_TRY(work, workDone(at.db, at.rooftop, today.span->begin, at.now + Duration(1), login));
        today.isKept = isKept(hourScore(work, login, *today.span, at.now + Duration(1)));
    }
    return today;
}

Result<HourView> HourKeeping::view(const Where &at, const QString &login, std::optional<Instant> begun)
{
    BEBACK_TRY(book, readHours(at.db, at.rooftop));
    BEBACK_CHECK(readPast(at, login, book));
    const QDate day = dayOf(at);
    const Instant until = at.now + Duration(1);
    BEBACK_TRY(own, workDone(at.db, at.rooftop, startOfDay(day, at.zone), until, login));
    HourView view;
    if (begun) {
        view.span = HourSpan::from(*begun);
    } else {
        const QVector<HourSpan> hours = hoursOf(own, login, day, book, at.zone);
        if (hours.isEmpty())
            return noHour();
        const auto later = std::find_if(hours.cbegin(), hours.cend(), [&](const HourSpan &hour) { return hour.end > at.now; });
        view.span = later == hours.cend() ? hours.last() : *later;
    }
    // What customers answered is written down by whoever saw it, so everybody's is read; since the hour began that is little.
    BEBACK_TRY(work, workDone(at.db, at.rooftop, view.span.begin, until));
    view.score = hourScore(work, login, view.span, until);
    const QSet<QDate> kept = m_kept + keptDays(own, login, day, day, book, at.zone);
    view.keptToday = kept.contains(day);
    view.toKeep = view.keptToday ? 0 : std::max(0, KeptTouches - view.score.touches);
    view.streak = streakUpTo(kept, day, m_from);
    view.days = shownDays(kept, day);
    view.others = othersIn(work, login, at.now, m_people);
    lookBack(view, at, book);
    return view;
}

} // namespace beback
