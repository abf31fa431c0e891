#include "core/queue/lead_facts.h"
#include "core/queue/queue.h"
#include "core/time/wording.h"

#include <QCoreApplication>

namespace beback {

namespace {

using Reason = QueueItem::Reason;
using Tone = QueueItem::Reason::Tone;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("beback", text, nullptr, n);
}

Reason promiseReason(const LeadFacts &lead, Instant now, const QString &zone)
{
    const Duration away = lead.promiseAt - now;
    if (away < Duration(0))
        return {Tone::Danger, QStringLiteral("clock"), tr("Promised %1").arg(wording::agoText(-away))};
    if (away < std::chrono::hours(1))
        return {Tone::Warning, QStringLiteral("clock"), tr("Callback promised, in %1").arg(wording::ago(away))};
    return {Tone::Neutral, QStringLiteral("clock"), tr("Callback promised %1").arg(wording::dayAndTime(lead.promiseAt, zone, now))};
}

QString stepText(const NextStep &step, const LeadFacts &lead, Instant now)
{
    const qint64 days = (now - lead.arrivedAt).count() / (qint64(86400) * 1000000);
    if (step.step > 0)
        return tr("Step %1 of %2, day %3").arg(step.step).arg(step.steps).arg(days);
    return tr("Day %1").arg(days);
}

} // namespace

QVector<QueueItem::Reason> queueReasons(const NextStep &step, const LeadFacts &lead, Instant now, const QString &zone)
{
    QVector<Reason> reasons;
    if (lead.promiseAt.us > 0) {
        reasons << promiseReason(lead, now, zone);
        if (!lead.promiseBy.isEmpty())
            reasons << Reason{Tone::Neutral, {}, tr("By %1").arg(lead.promiseBy)};
    }
    if (lead.waitingReply) {
        reasons << Reason{Tone::Info, QStringLiteral("dialog-messages"), tr("Wrote %1").arg(wording::agoText(now - lead.lastReplyAt))};
        reasons << Reason{Tone::Neutral, {}, tr("Waiting for us")};
    }
    if (lead.attempts == 0 && step.band == Band::New) {
        reasons << Reason{Tone::Good, QStringLiteral("flash"), tr("New, %1").arg(wording::ago(now - lead.arrivedAt))};
        if (!lead.source.isEmpty())
            reasons << Reason{Tone::Neutral, {}, lead.source};
    }
    if (lead.appointmentAt.us > 0)
        reasons << Reason{lead.appointmentAt < now ? Tone::Warning : Tone::Neutral, QStringLiteral("appointment-new"),
                          lead.appointmentAt < now
                              ? tr("Visit was %1").arg(wording::dayAndTime(lead.appointmentAt, zone, now))
                              : tr("Visit %1").arg(wording::dayAndTime(lead.appointmentAt, zone, now))};
    if (step.band == Band::Stuck)
        reasons << Reason{Tone::Warning, QStringLiteral("dialog-warning"), tr("Needs mending")};
    if (step.band == Band::Fresh && now - lead.arrivedAt < std::chrono::hours(72)) // what was not done while it was fresh is late
        reasons << Reason{Tone::Good, QStringLiteral("flash"), tr("Fresh, day %1").arg((now - lead.arrivedAt).count() / (qint64(86400) * 1000000) + 1)};
    const qint64 lateDays = (now - step.dueAt).count() / (qint64(86400) * 1000000);
    if (lateDays >= 1 && step.band != Band::Promise)
        reasons << Reason{Tone::Warning, QStringLiteral("clock"), lateDays == 1 ? tr("1 day late") : tr("%n days late", int(lateDays))};
    if (step.band == Band::LongTerm && lead.lastAttemptAt.us > 0)
        reasons << Reason{Tone::Neutral, {}, tr("Last touch %1").arg(wording::agoText(now - lead.lastAttemptAt))};
    else if (step.band != Band::New)
        reasons << Reason{Tone::Neutral, {}, stepText(step, lead, now)};
    return reasons;
}

} // namespace beback
