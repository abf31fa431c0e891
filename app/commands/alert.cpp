#include "app/present.h"
#include "app/session.h"
#include "core/time/wording.h"

namespace beback::app {

namespace {

QJsonObject toJson(const AlertOnDesk &one)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    const DealAlert &alert = one.alert;
    return {{QStringLiteral("lead"), one.lead.toString()},       {QStringLiteral("customer"), one.customer.toString()},
            {QStringLiteral("name"), one.name},                  {QStringLiteral("vehicle"), one.vehicle},
            {QStringLiteral("raised_at"), alert.at.toIso()},     {QStringLiteral("raised_by"), alert.by},
            {QStringLiteral("until"), alert.until.toIso()},      {QStringLiteral("deal"), alert.deal},
            {QStringLiteral("seen_by"), orNull(alert.seenBy)},   {QStringLiteral("answer"), orNull(alert.answer)},
            {QStringLiteral("text"), orNull(alert.answerText)},  {QStringLiteral("answered_by"), orNull(alert.answeredBy)}};
}

Exit list(Session &session, Terminal &terminal)
{
    session.sayIfOffline(terminal);
    const auto alerts = readAlerts(session.lists(), session.place().rooftopId(), session.now());
    if (!alerts)
        return terminal.refuse(alerts.error());
    if (terminal.json()) {
        QJsonArray all;
        for (const AlertOnDesk &one : *alerts)
            all << toJson(one);
        terminal.print(QJsonObject{{QStringLiteral("alerts"), all}});
        return Exit::Done;
    }
    QVector<QStringList> rows;
    QString words; // what is known of each deal, and what the agent says to it
    for (const AlertOnDesk &one : *alerts) {
        for (const QString &line : {one.alert.deal, one.alert.answerText})
            if (!line.isEmpty())
                words += Cli::tr("%1: %2\n").arg(one.name, line.simplified());
        const QString state = one.alert.isOpen() ? Cli::tr("answer until %1").arg(wording::clockTime(one.alert.until, session.zone()))
                                                 : Cli::tr("%1 by %2").arg(one.alert.answer, one.alert.answeredBy);
        rows << QStringList{one.name, one.vehicle, state, one.lead.toString()};
    }
    terminal.print(rows.isEmpty() ? Cli::tr("Nobody called for a manager in the last day.\n") : aligned(rows) + words);
    return Exit::Done;
}

Result<RecordReceipt> act(const Invocation &invocation, Session &session, const QString &word)
{
    BEBACK_TRY(who, session.personAndLead(invocation));
    const auto &[person, lead] = who;
    Workplace &place = session.place();
    const QString text = invocation.value(QStringLiteral("text"));
    if (word == QLatin1String("raise"))
        return place.raiseAlert(lead.customer, lead.lead, text, person.login);
    if (word == QLatin1String("seen"))
        return place.seeAlert(lead.customer, lead.lead, person.login);
    return place.answerAlert(lead.customer, lead.lead, word == QLatin1String("offer") ? AlertAnswer::Offer : AlertAnswer::Release, text, person.login);
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    const QString word = invocation.arguments.value(0, QStringLiteral("list"));
    static const QStringList words = {QStringLiteral("list"), QStringLiteral("raise"), QStringLiteral("seen"), QStringLiteral("offer"), QStringLiteral("release")};
    if (!words.contains(word))
        return terminal.refuse(Cli::tr("\"%1\" is nothing to do with an alert. There are: %2.").arg(word, words.join(QStringLiteral(", "))), Exit::Usage);
    if (word != words.first() && invocation.value(QStringLiteral("lead")).isEmpty())
        return terminal.refuse(Cli::tr("--lead is missing: which lead is it about?"), Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        if (word == words.first())
            return list(session, terminal);
        const auto receipt = act(invocation, session, word);
        if (!receipt)
            return terminal.refuse(receipt.error());
        const bool confirmed = session.confirm(terminal);
        if (terminal.json())
            terminal.print(QJsonObject{{QStringLiteral("event"), receipt->event.toString()}, {QStringLiteral("confirmed"), confirmed}});
        else
            terminal.print(Cli::tr("Kept.\n"));
        return Exit::Done;
    });
}

} // namespace

Command alertCommand()
{
    Command command;
    command.name = QStringLiteral("alert");
    command.arguments = QStringLiteral("[list | raise | seen | offer | release]");
    command.summary = Cli::tr("Call a manager for a deal that may still be saved, and answer.");
    command.details = Cli::tr("Somebody bought elsewhere and has not taken delivery: \"raise\" tells a manager, who answers with an\n"
                              "\"offer\" (its --text is what the agent says) or a \"release\". \"list\" shows those of the last day.");
    command.options = {
        {QStringLiteral("as"), QStringLiteral("LOGIN"), Cli::tr("Who does it, but for list; on a shared database its user, and may be left out."),
         false, false, true, {QStringLiteral("raise"), QStringLiteral("seen"), QStringLiteral("offer"), QStringLiteral("release")}},
        {QStringLiteral("lead"), QStringLiteral("ID"), Cli::tr("The lead, or the beginning of its id.")},
        {QStringLiteral("text"), QStringLiteral("TEXT"), Cli::tr("What is known of their deal; or the offer.")}};
    command.leastArguments = 0;
    command.mostArguments = 1;
    command.run = run;
    return command;
}

} // namespace beback::app
