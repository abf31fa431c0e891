#include "ui/away/away_words.h"

#include "core/time/wording.h"
#include "ui/away/away_session.h"
#include "ui/models/terms.h"

#include <QCoreApplication>

namespace beback::ui::away_words {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("AwayWords", text);
}

} // namespace

QString stepOf(const QueueItem &item)
{
    const QString medium = terms::medium(item.medium);
    return item.reasons.isEmpty() ? medium : tr("%1: %2").arg(medium, item.reasons.first().text);
}

QString untilText(int hours, Instant now, const QString &zone)
{
    return tr("until %1").arg(wording::dayAndTime(now + std::chrono::hours(hours) - LeaseMargin, zone, now));
}

QString headOf(const AwayView &view, const QString &zone, Instant now)
{
    if (!view.trip)
        return tr("Nobody is along. Whoever is in hand stays with you.");
    const QString until = wording::dayAndTime(view.trip->until, zone, now);
    if (view.trip->isOver(now))
        return tr("The trip was over at %1, so somebody else may have them now. What you recorded is sent when the shared database answers.").arg(until);
    return QCoreApplication::translate("AwayWords", "%1 of %n leads are to go. They are held for you until %2; nobody else works them until then.", nullptr,
                                       int(view.trip->leads.size()))
        .arg(toGo(view))
        .arg(until);
}

QString waitingOf(const AwayView &view, const QString &zone, Instant now)
{
    if (view.waiting == 0)
        return tr("Nothing waits to be sent.");
    return QCoreApplication::translate("AwayWords", "%n entries wait to be sent, the oldest since %1. They are kept on this computer.", nullptr,
                                       view.waiting)
        .arg(wording::dayAndTime(view.oldestWaiting, zone, now));
}

QString optOutsOf(const AwayView &view, Instant now)
{
    if (!view.noDialling.isEmpty())
        return view.noDialling;
    const int hours = int(std::chrono::duration_cast<std::chrono::hours>(view.optOutsMaxAge).count());
    return QCoreApplication::translate("AwayWords", "What is known here of do-not-contact was read %1. Once it is %n hours old, nobody is called or texted from here.", nullptr,
                                       hours)
        .arg(wording::agoText(now - view.optOutsReadAt));
}

QString partOf(const Trip &trip)
{
    if (!trip.isGranted)
        return tr("Nobody is here yet");
    return QCoreApplication::translate("AwayWords", "%1 of %n are here", nullptr, int(trip.leads.size())).arg(trip.brought());
}

QString tookText(const AwayView &view, const QString &zone, Instant now)
{
    return QCoreApplication::translate("AwayWords", "%n leads are along until %1.", nullptr, view.trip ? int(view.trip->leads.size()) : 0)
        .arg(view.trip ? wording::dayAndTime(view.trip->until, zone, now) : QString());
}

QString backText(const TripReturn &back)
{
    QStringList parts{QCoreApplication::translate("AwayWords", "%n entries sent", nullptr, back.sent),
                      QCoreApplication::translate("AwayWords", "%n came in", nullptr, back.came),
                      QCoreApplication::translate("AwayWords", "%n leads no longer held for the trip", nullptr, back.givenBack)};
    if (!back.look.isEmpty())
        parts << QCoreApplication::translate("AwayWords", "%n need a look", nullptr, int(back.look.size()));
    return tr("Back: %1.").arg(parts.join(QStringLiteral(", ")));
}

} // namespace beback::ui::away_words
