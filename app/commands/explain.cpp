#include "app/present.h"
#include "app/session.h"
#include "core/plan/wish_words.h"

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
            {QStringLiteral("wish"), view.customer.wish.isEmpty() ? QJsonValue() : QJsonValue(view.customer.wish.toBody())},
            {QStringLiteral("recording"), orNull(view.recordingNotice)},
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
    if (!view.recordingNotice.isEmpty())
        text += view.recordingNotice + QLatin1Char('\n');
    for (const Consent &given : view.customer.consents)
        text += Cli::tr("They agreed to it (%1): %2\n").arg(mediumLabel(given.medium).toLower(), given.how);
    if (!view.customer.wish.isEmpty())
        text += Cli::tr("They wish: %1. %2\n").arg(wishText(view.customer.wish), view.customer.wish.text);
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

// Who could be contacted now, or why nobody can: the count by reason.
Exit everybody(Session &session, const Invocation &invocation, Terminal &terminal)
{
    QString login;
    if (invocation.has(QStringLiteral("as"))) {
        const auto person = session.person(invocation);
        if (!person)
            return terminal.refuse(person.error());
        login = person->login;
    }
    const auto page = session.queuePage(login, 1);
    if (!page)
        return terminal.refuse(page.error());
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("now"), page->nowCount}, {QStringLiteral("because"), toJson(page->because)}});
    else if (page->nowCount == 0)
        terminal.print(Cli::tr("Nobody may be contacted now.\n") + becauseText(page->because));
    else
        terminal.print(Cli::tr("%1 may be contacted now; see beback queue.\n").arg(page->nowCount > 1000 ? Cli::tr("More than 1000") : QString::number(page->nowCount)));
    return Exit::Done;
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    return inSession(invocation, terminal, [&](Session &session) {
        session.sayIfOffline(terminal);
        if (invocation.arguments.isEmpty())
            return everybody(session, invocation, terminal);
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
    command.arguments = QStringLiteral("[LEAD]");
    command.summary = Cli::tr("Say why a lead may or may not be contacted now, by each medium, and what comes next.");
    command.details = Cli::tr("Without a lead: who may be contacted now, and why the others may not, counted by reason.");
    command.options = {{QStringLiteral("as"), QStringLiteral("LOGIN"), Cli::tr("Without a lead: of what this person may work; else of what is everybody's.")}};
    command.leastArguments = 0;
    command.mostArguments = 1;
    command.run = run;
    return command;
}

} // namespace beback::app
