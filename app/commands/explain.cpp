#include "app/present.h"
#include "app/session.h"

namespace beback::app {

namespace {

QString verdictWord(Permission::Verdict verdict)
{
    switch (verdict) {
    case Permission::Verdict::Allowed: return QStringLiteral("allowed");
    case Permission::Verdict::Warned: return QStringLiteral("warned");
    case Permission::Verdict::Blocked: return QStringLiteral("blocked");
    }
    return {};
}

// By one medium: may they be contacted now, where, and if not, why and until when.
struct Answer {
    Medium medium;
    QString point; // key; empty: none usable
    Permission permission;
};

QVector<Answer> answers(const CustomerState &customer, const RuleBook &rules, Instant now)
{
    QVector<Answer> list;
    for (Medium medium : AllMedia) {
        const ContactPoint *point = usablePoint(customer, medium);
        list.append({medium, point ? point->key() : QString(), mayContact(customer, rules, medium, QString(), now)});
    }
    return list;
}

QJsonObject document(const LeadView &view, const QVector<Answer> &media, Instant now)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    QJsonArray list;
    for (const Answer &answer : media)
        list.append(QJsonObject{
            {QStringLiteral("medium"), toText(answer.medium)},
            {QStringLiteral("verdict"), verdictWord(answer.permission.verdict)},
            {QStringLiteral("allowed"), answer.permission.allowed()},
            {QStringLiteral("point"), orNull(answer.point)},
            {QStringLiteral("reason"), orNull(answer.permission.reason)},
            {QStringLiteral("code"), orNull(answer.permission.code)},
            {QStringLiteral("source"), orNull(answer.permission.source)},
            {QStringLiteral("until"), answer.permission.until ? QJsonValue(answer.permission.until->toIso()) : QJsonValue()}});
    const LeadState *lead = view.leadState();
    return {{QStringLiteral("lead"), view.lead.toString()},
            {QStringLiteral("customer"), QJsonObject{{QStringLiteral("id"), view.customer.id.toString()},
                                                     {QStringLiteral("name"), view.customer.name.display()}}},
            {QStringLiteral("status"), lead ? toText(lead->status) : QString()},
            {QStringLiteral("zones"), toJson(view.customer.zones)},
            {QStringLiteral("now"), now.toIso()},
            {QStringLiteral("held_by"), orNull(view.heldBy)},
            {QStringLiteral("media"), list},
            {QStringLiteral("next"), view.step ? QJsonValue(toJson(*view.step)) : QJsonValue()},
            {QStringLiteral("why"), toJson(view.why)}};
}

QString text(const LeadView &view, const QVector<Answer> &media, Session &session)
{
    const LeadState *lead = view.leadState();
    QString text = view.customer.name.display();
    if (lead && !lead->wanted.isEmpty())
        text += QStringLiteral(", ") + lead->wanted.label();
    text += QStringLiteral("\n\n");
    QVector<QStringList> rows;
    for (const Answer &answer : media) {
        QString what = Cli::tr("yes");
        if (answer.permission.verdict == Permission::Verdict::Warned)
            what = Cli::tr("yes, but");
        if (!answer.permission.allowed())
            what = Cli::tr("no");
        QString reason = answer.permission.reason;
        if (!answer.permission.source.isEmpty())
            reason += QStringLiteral(" [%1]").arg(answer.permission.source);
        rows.append({QStringLiteral("  ") + mediumLabel(answer.medium), what, reason});
    }
    text += Cli::tr("May be contacted now?\n") + aligned(rows) + QLatin1Char('\n');
    if (!view.heldBy.isEmpty())
        text += Cli::tr("%1 has this customer now.\n").arg(view.heldBy);
    if (!view.step)
        return text + Cli::tr("Next: nothing, this lead is closed.\n");
    text += Cli::tr("Next: %1\n").arg(stepLine(*view.step, session.zone(), session.now()));
    if (!view.planLine.isEmpty())
        text += QStringLiteral("      %1\n").arg(view.planLine);
    for (const QString &sentence : view.why)
        text += QStringLiteral("      %1\n").arg(sentence);
    return text;
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    return inSession(invocation, terminal, [&](Session &session) {
        session.sayIfOffline(terminal);
        const auto lead = session.findLead(invocation.arguments.first());
        if (!lead)
            return terminal.refuse(lead.error());
        const auto view = session.place().view(lead->customer, lead->lead, QString());
        if (!view)
            return terminal.refuse(view.error());
        const QVector<Answer> media = answers(view->customer, view->rules, session.now());
        if (terminal.json())
            terminal.print(document(*view, media, session.now()));
        else
            terminal.print(text(*view, media, session));
        return Exit::Done;
    });
}

} // namespace

Command explainCommand()
{
    Command command;
    command.name = QStringLiteral("explain");
    command.arguments = QStringLiteral("LEAD");
    command.summary = Cli::tr("Say why a lead may or may not be contacted now, by each medium, and what comes next.");
    command.leastArguments = command.mostArguments = 1;
    command.run = run;
    return command;
}

} // namespace beback::app
