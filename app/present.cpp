#include "app/present.h"

#include "app/command.h"
#include "core/desk/trip_return.h"
#include "core/report/duty.h"
#include "core/time/wording.h"
#include "core/time/zones.h"

#include <QLocale>

namespace beback::app {

namespace {

QJsonValue orNull(const std::optional<Instant> &at)
{
    return at ? QJsonValue(at->toIso()) : QJsonValue();
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject toJson(const PointView &point)
{
    const bool phone = point.point.type == ContactPoint::Type::Phone;
    QJsonObject json{{QStringLiteral("type"), phone ? QStringLiteral("phone") : QStringLiteral("email")},
                     {QStringLiteral("value"), orNull(point.point.value)},
                     {QStringLiteral("shown"), point.shown},
                     {QStringLiteral("label"), point.point.label},
                     {QStringLiteral("offered"), point.offered}};
    if (phone) {
        json.insert(QStringLiteral("may_call"), point.call.allowed());
        json.insert(QStringLiteral("may_text"), point.text.allowed());
    } else {
        json.insert(QStringLiteral("may_email"), point.email.allowed());
    }
    return json;
}

} // namespace

QString shownId(LeadId lead)
{
    constexpr int Shown = 23; // the 13 of its time, and 26 random bits
    return lead.toString().left(Shown);
}

QString bandWord(Band band)
{
    switch (band) {
    case Band::Promise: return QStringLiteral("promise");
    case Band::Reply: return QStringLiteral("reply");
    case Band::New: return QStringLiteral("new");
    case Band::Fresh: return QStringLiteral("fresh");
    case Band::Appointment: return QStringLiteral("appointment");
    case Band::Plan: return QStringLiteral("plan");
    case Band::LongTerm: return QStringLiteral("long_term");
    case Band::Stuck: return QStringLiteral("stuck");
    }
    return {};
}

QJsonArray toJson(const QStringList &sentences)
{
    return QJsonArray::fromStringList(sentences);
}

QJsonObject toJson(const NextStep &step)
{
    return {{QStringLiteral("medium"), toText(step.medium)},
            {QStringLiteral("purpose"), step.purpose},
            {QStringLiteral("result"), step.result},
            {QStringLiteral("due_at"), step.dueAt.toIso()},
            {QStringLiteral("band"), bandWord(step.band)},
            {QStringLiteral("step"), step.step},
            {QStringLiteral("steps"), step.steps},
            {QStringLiteral("point"), orNull(step.pointKey)},
            {QStringLiteral("stuck_because"), orNull(step.stuckBecause)}};
}

QJsonObject toJson(const NextForCustomer &next)
{
    QJsonObject json = toJson(next.step);
    json.insert(QStringLiteral("lead"), next.lead.toString());
    return json;
}

QJsonObject toJson(const QueueItem &item)
{
    QStringList why;
    for (const QueueItem::Reason &reason : item.reasons)
        why.append(reason.text);
    return {{QStringLiteral("lead"), item.lead.toString()},
            {QStringLiteral("customer"), QJsonObject{{QStringLiteral("id"), item.customer.toString()},
                                                     {QStringLiteral("name"), item.name}}},
            {QStringLiteral("vehicle"), item.vehicle},
            {QStringLiteral("medium"), toText(item.medium)},
            {QStringLiteral("band"), bandWord(item.band)},
            {QStringLiteral("due_at"), item.dueAt.toIso()},
            {QStringLiteral("due"), item.due},
            {QStringLiteral("overdue"), item.overdue},
            {QStringLiteral("attempts"), item.attempts},
            {QStringLiteral("marks"), marksToText(item.marks)},
            {QStringLiteral("why"), toJson(why)},
            {QStringLiteral("held_by"), orNull(item.heldBy)},
            {QStringLiteral("fits"), item.fits},
            {QStringLiteral("listed"), item.listed},
            {QStringLiteral("mine"), item.mine}};
}

QJsonArray toJson(const QVector<Because> &because)
{
    QJsonArray list;
    for (const Because &one : because)
        list.append(QJsonObject{{QStringLiteral("code"), one.code},
                                {QStringLiteral("reason"), one.reason},
                                {QStringLiteral("count"), one.count},
                                {QStringLiteral("first"), orNull(one.first)},
                                {QStringLiteral("until"), orNull(one.until)}});
    return list;
}

QJsonObject toJson(const Agent &agent)
{
    return {{QStringLiteral("login"), agent.login},
            {QStringLiteral("name"), agent.name},
            {QStringLiteral("role"), agent.role}};
}

QJsonObject toJson(const IntakeReport &report)
{
    QJsonArray items;
    for (const IntakeItem &item : report.items)
        items.append(QJsonObject{
            {QStringLiteral("fate"), toText(item.fate)},
            {QStringLiteral("source"), item.source},
            {QStringLiteral("name"), item.name},
            {QStringLiteral("reason"), orNull(item.reason)},
            {QStringLiteral("warnings"), toJson(item.warnings)},
            {QStringLiteral("customer"), item.customer.isNull() ? QJsonValue() : QJsonValue(item.customer.toString())},
            {QStringLiteral("lead"), item.lead.isNull() ? QJsonValue() : QJsonValue(item.lead.toString())},
            {QStringLiteral("quarantine"),
             item.quarantine.isNull() ? QJsonValue() : QJsonValue(item.quarantine.toString())}});
    return {{QStringLiteral("accepted"), report.accepted},
            {QStringLiteral("joined"), report.joined},
            {QStringLiteral("resent"), report.resent},
            {QStringLiteral("quarantined"), report.quarantined},
            {QStringLiteral("warnings"), toJson(report.warnings)},
            {QStringLiteral("items"), items},
            {QStringLiteral("items_cut"), report.itemsCut}};
}

// The conversation with nothing answered in this call yet; what depends on an answer says so.
QJsonArray questionsToJson(const LeadView &view)
{
    QJsonArray questions;
    if (!view.guide)
        return questions;
    const GuideState state{{}, view.known, {}};
    for (const GuideStep &step : view.guide->steps) {
        QJsonArray choices;
        for (const GuideChoice &choice : step.choices)
            choices.append(QJsonObject{{QStringLiteral("key"), choice.key}, {QStringLiteral("text"), choice.text.in(view.language)}});
        QJsonObject when;
        for (auto it = step.when.cbegin(); it != step.when.cend(); ++it)
            when.insert(it.key(), QJsonArray::fromStringList(it.value()));
        questions.append(QJsonObject{{QStringLiteral("key"), step.key},
                                     {QStringLiteral("kind"), toText(step.kind)},
                                     {QStringLiteral("must"), step.must},
                                     {QStringLiteral("say"), orNull(fillIn(step.say.in(view.language), view.facts))},
                                     {QStringLiteral("ask"), fillIn(step.ask.in(view.language), view.facts)},
                                     {QStringLiteral("choices"), choices},
                                     {QStringLiteral("when"), when},
                                     {QStringLiteral("known"), orNull(answerOf(step, state))}});
    }
    return questions;
}

QJsonObject toJson(const LeadView &view)
{
    QJsonArray points;
    for (const PointView &point : view.points)
        points.append(toJson(point));
    QJsonObject words;
    for (auto it = view.words.constBegin(); it != view.words.constEnd(); ++it)
        words.insert(toText(it.key()), QJsonObject{{QStringLiteral("subject"), it->subject},
                                                   {QStringLiteral("body"), it->body},
                                                   {QStringLiteral("missing"), toJson(it->missing)},
                                                   {QStringLiteral("must_ask"), toJson(it->mustAsk)},
                                                   {QStringLiteral("wording"), orNull(it->wording)}});
    const LeadState *lead = view.leadState();
    const QJsonObject customer{{QStringLiteral("id"), view.customer.id.toString()},
                               {QStringLiteral("name"), view.customer.name.display()},
                               {QStringLiteral("zone"), view.zone},
                               {QStringLiteral("zone_guessed"), view.zoneGuessed},
                               {QStringLiteral("place"), orNull(view.place)},
                               {QStringLiteral("points"), points}};
    return {{QStringLiteral("lead"), view.lead.toString()},
            {QStringLiteral("customer"), customer},
            {QStringLiteral("vehicle"), lead ? lead->wanted.label() : QString()},
            {QStringLiteral("trade"), lead && lead->trade ? QJsonValue(lead->trade->label()) : QJsonValue()},
            {QStringLiteral("source"), lead ? lead->source : QString()},
            {QStringLiteral("attempts"), lead ? lead->attempts : 0},
            {QStringLiteral("step"), view.step ? QJsonValue(toJson(*view.step)) : QJsonValue()},
            {QStringLiteral("why"), toJson(view.why)},
            {QStringLiteral("coach"), toJson(view.coach)},
            {QStringLiteral("words"), words},
            {QStringLiteral("language"), view.language},
            {QStringLiteral("guide"), view.guide ? QJsonValue(view.guide->id) : QJsonValue()},
            {QStringLiteral("questions"), questionsToJson(view)},
            {QStringLiteral("held_until"), view.claim ? QJsonValue(view.claim->until.toIso()) : QJsonValue()}};
}

QString mediumLabel(Medium medium)
{
    switch (medium) {
    case Medium::Call: return Cli::tr("Call");
    case Medium::Text: return Cli::tr("Text");
    case Medium::Email: return Cli::tr("E-mail");
    case Medium::Note: return Cli::tr("Note");
    case Medium::Visit: return Cli::tr("Visit");
    case Medium::Social: return Cli::tr("Social");
    }
    return {};
}

QString outcomeLabel(Outcome outcome)
{
    return toText(outcome).replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString stepLine(const NextStep &step, const QString &zone, Instant now)
{
    if (step.band == Band::Stuck)
        return Cli::tr("Stuck: %1").arg(step.stuckBecause);
    const QString when = step.dueAt <= now ? Cli::tr("due since %1").arg(wording::dayAndTime(step.dueAt, zone, now))
                                           : wording::dayAndTime(step.dueAt, zone, now);
    return Cli::tr("%1, %2. %3").arg(mediumLabel(step.medium), when, step.purpose);
}

QString becauseText(const QVector<Because> &because)
{
    QString text;
    for (const Because &one : because) {
        if (one.count == 0) { // a reason that is not about some of the leads
            text += QStringLiteral("  %1.\n").arg(one.reason);
            continue;
        }
        const QString count = one.count > 1000 ? Cli::tr("more than 1000") : QString::number(one.count);
        text += QStringLiteral("  %1: %2%3\n")
                    .arg(one.reason, count, one.first.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(one.first));
    }
    return text;
}

QString returnText(const TripReturn &back)
{
    QString text = Cli::tr("Sent: %1. Came from others about them: %2. Given back: %3.\n").arg(back.sent).arg(back.came).arg(back.givenBack);
    if (!back.look.isEmpty())
        text += Cli::tr("Needs a look:\n");
    for (const Look &look : back.look)
        text += QStringLiteral("  ") + look.sentence + QLatin1Char('\n');
    return text;
}

QJsonObject dutyJson(const Duty &duty, Instant now)
{
    const auto idOrNull = [](const auto &id) { return id.isNull() ? QJsonValue() : QJsonValue(id.toString()); };
    QJsonArray leads;
    for (const LeadId lead : duty.leads)
        leads << lead.toString();
    return {{QStringLiteral("id"), duty.id},
            {QStringLiteral("kind"), toText(duty.kind)},
            {QStringLiteral("who"), duty.who.isEmpty() ? QJsonValue() : QJsonValue(duty.who)},
            {QStringLiteral("text"), duty.text},
            {QStringLiteral("why"), duty.why},
            {QStringLiteral("due"), duty.due.toIso()},
            {QStringLiteral("overdue"), duty.isOverdue(now)},
            {QStringLiteral("customer"), idOrNull(duty.customer)},
            {QStringLiteral("lead"), idOrNull(duty.lead)},
            {QStringLiteral("leads"), leads}};
}

QString loginOrAnybody(const QString &login)
{
    return login.isEmpty() ? QStringLiteral("anybody") : login;
}

} // namespace beback::app
