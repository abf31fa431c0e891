#include "ui/today/today_words.h"

#include "core/report/measures.h"
#include "core/time/wording.h"
#include "core/time/zones.h"
#include "ui/charts/chart_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace beback::ui::today_words {

namespace {

QString tr(const char *text, const char *meant = nullptr)
{
    return QCoreApplication::translate("TodayRoom", text, meant);
}

} // namespace

QString number(int count)
{
    return QLocale().toString(count);
}

QString people(int count)
{
    return count == 1 ? tr("1 person") : tr("%1 people").arg(number(count));
}

QString waited(Duration past)
{
    const qint64 seconds = std::max<qint64>(0, std::chrono::duration_cast<std::chrono::seconds>(past).count());
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    if (seconds < 48 * 3600)
        return tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
    return tr("%1 days").arg(seconds / 86400);
}

QString left(Duration left)
{
    const int seconds = int(std::chrono::duration_cast<std::chrono::seconds>(left).count());
    return seconds < 0 ? tr("%1 over").arg(wording::talkTime(-seconds)) : tr("%1 left").arg(wording::talkTime(seconds));
}

QString goal()
{
    return tr("goal: %1").arg(wording::ago(NewLeadWithin));
}

QString planned(int touches)
{
    return touches > 0 ? tr("of %1 planned").arg(number(touches)) : tr("none planned");
}

QString leftUnsold(int people)
{
    return people > 0 ? tr("of %1 who left unsold").arg(number(people)) : tr("nobody left unsold yet");
}

QString weekAgo(Instant at, const QString &zone, int count)
{
    const zones::Local here = zones::local(at, zone);
    return tr("last %1 by %2: %3", "weekday, time of day, count").arg(QLocale().dayName(here.date.dayOfWeek()), wording::timeOfDay(here.time), number(count));
}

QString monthOf(Instant at, const QString &zone)
{
    return QLocale().standaloneMonthName(zones::local(at, zone).date.month());
}

QString backShare(int back, int unsold)
{
    if (unsold <= 0)
        return {};
    if (unsold < LeastToSay)
        return chart_text::tooFew();
    const int counted = std::clamp(back, 0, unsold);
    const ShareInterval likely = shareInterval(counted, unsold);
    const QString share = chart_text::percent(double(counted) / unsold), low = number(qRound(100 * likely.low));
    return tr("%1, likely between %2 and %3").arg(share, low, chart_text::percent(likely.high));
}

QString person(const PersonToday &one, const QString &zone)
{
    QString touches = one.touches == 0 ? tr("no touch yet") : one.touches == 1 ? tr("1 touch") : tr("%1 touches").arg(number(one.touches));
    if (one.finishes)
        touches = tr("%1 of %2").arg(touches, number(*one.finishes));
    QStringList facts{touches};
    if (one.last)
        facts << tr("the last at %1").arg(wording::clockTime(*one.last, zone));
    facts << (one.holds == 1 ? tr("holds 1 lead") : tr("holds %1 leads").arg(number(one.holds)));
    return tr("%1: %2").arg(one.name, facts.join(QStringLiteral(", ")));
}

} // namespace beback::ui::today_words
