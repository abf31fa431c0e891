#include "core/desk/away.h"

#include "core/time/wording.h"

#include <QCoreApplication>

namespace beback {

namespace {

const QString OptOutsOld = QStringLiteral("opt_outs_old");

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

} // namespace

Duration optOutsMaxAge(const QString &setting)
{
    bool isNumber = false;
    const int hours = setting.toInt(&isNumber);
    return std::chrono::hours(isNumber && hours >= 1 && hours <= MostOptOutsAgeHours ? hours : OptOutsAgeHours);
}

QString noDialling(Instant readAt, Duration maxAge, Instant now)
{
    if (readAt.us > 0 && readAt <= now && now - readAt <= maxAge)
        return {};
    const int hours = int(std::chrono::duration_cast<std::chrono::hours>(maxAge).count());
    const QString known = readAt.us > 0 && readAt <= now ? tr("What is known here of do-not-contact is %1 old, and more than %2 hours is too old: nobody "
                                                              "is called or texted from here.").arg(wording::ago(now - readAt)).arg(hours)
                                                         : tr("Nobody knows how old what is known here of do-not-contact is: nobody is called or texted "
                                                              "from here.");
    return known + QLatin1Char(' ') + tr("Connect once, so that it is read anew. Notes, e-mail and what happened can be written down meanwhile.");
}

void stopDialling(LeadView &view, const QString &reason)
{
    if (reason.isEmpty())
        return;
    Permission stopped;
    stopped.verdict = Permission::Verdict::Blocked;
    stopped.reason = reason;
    stopped.code = OptOutsOld;
    for (PointView &point : view.points) {
        if (point.point.type != ContactPoint::Type::Phone)
            continue;
        for (Permission *permission : {&point.call, &point.text})
            if (permission->allowed())
                *permission = stopped;
    }
    if (view.step && isDialled(view.step->medium) && view.stepPermission.allowed())
        view.stepPermission = stopped;
}

QString whyNotDialled(const LeadView &view)
{
    for (const PointView &point : view.points)
        for (const Permission *permission : {&point.call, &point.text})
            if (permission->code == OptOutsOld)
                return permission->reason;
    return {};
}

QStringList cannotBeDoneAway()
{
    return {tr("Other leads are not handed out: somebody else may have them."),
            tr("Only people on this computer are found; the others wait in the shared database."),
            tr("Charts and reports over everybody's work are not counted."),
            tr("Alerts, and what others write, are not seen before the shared database answers.")};
}

QString leftBehindText(const LeftBehind &left, const QString &zone, Instant now)
{
    if (left.why == QLatin1String("out"))
        return tr("%1 has taken them along until %2.").arg(left.with, wording::dayAndTime(left.until, zone, now));
    if (left.why == QLatin1String("held"))
        return tr("%1 is working on this person now.").arg(left.with);
    if (left.why == QLatin1String("refused"))
        return tr("Nobody may contact them.");
    if (left.why == QLatin1String("full"))
        return tr("More than %1 people would be in hand.").arg(MostAlong);
    return tr("Nothing of theirs is open.");
}

} // namespace beback
