#include "app/commands/lead_acts.h"

namespace beback::app {

namespace {

Result<LoadBalance> propose(Session &session, const Agent &person)
{
    return session.place().loadBalance(person.login, &session.lists());
}

Result<Acted> give(Session &session, const Agent &person, const QVector<ManagerAct> &acts)
{
    SharedPlace *desk = session.desk();
    return desk && desk->isOnline() ? desk->actAll(acts) : session.place().actAll(acts, person.login);
}

QJsonObject toJson(const LoadBalance &balance)
{
    QJsonArray moves;
    for (const LoadMove &move : balance.moves)
        moves << QJsonObject{{QStringLiteral("from"), move.from.login}, {QStringLiteral("to"), move.to.login},
                             {QStringLiteral("leads"), idsOf(move.leads)}};
    return {{QStringLiteral("known"), balance.isKnown}, {QStringLiteral("over"), balance.over}, {QStringLiteral("left"), balance.left},
            {QStringLiteral("moves"), moves}};
}

// Below each move the leads by which it can be taken back.
QString toText(const LoadBalance &balance)
{
    const QStringList words = balanceWords(balance); // those of the moves come first
    QString text;
    for (qsizetype i = 0; i < words.size(); ++i) {
        text += words[i] + QLatin1Char('\n');
        if (i < balance.moves.size())
            for (const LeadId lead : balance.moves[i].leads)
                text += QStringLiteral("  ") + lead.toString() + QLatin1Char('\n');
    }
    return text;
}

Exit apply(Session &session, const Agent &person, const LoadBalance &balance, const Invocation &invocation, QJsonObject json, Terminal &terminal)
{
    const auto acted = give(session, person, givingBy(balance, invocation.value(QStringLiteral("reason"))));
    if (!acted)
        return terminal.refuse(acted.error());
    json.insert(QStringLiteral("changed"), acted->changed);
    json.insert(QStringLiteral("leads"), idsOf(acted->leads));
    json.insert(QStringLiteral("broken_off"), whyBrokenOff(*acted));
    json.insert(QStringLiteral("confirmed"), session.confirm(terminal));
    if (acted->left > 0)
        terminal.say(Cli::tr("Left as they were, closed or given to somebody else meanwhile: %1.").arg(acted->left));
    if (terminal.json())
        terminal.print(json);
    else
        terminal.print(acted->changed == 1 ? Cli::tr("1 lead given. Take it back with: beback assign --undo --lead ID\n")
                                           : Cli::tr("%1 leads given. Take them back with: beback assign --undo --lead ID...\n").arg(acted->changed));
    return endOf(*acted, terminal);
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    const bool changes = invocation.has(QStringLiteral("apply"));
    if (changes && invocation.value(QStringLiteral("reason")).trimmed().isEmpty())
        return terminal.refuse(Cli::tr("--reason is missing: why do they move? It stands on the history."), Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        const auto person = session.person(invocation);
        if (!person)
            return terminal.refuse(person.error());
        session.sayIfOffline(terminal);
        const auto balance = propose(session, *person);
        if (!balance)
            return terminal.refuse(balance.error());
        const QJsonObject json = toJson(*balance);
        if (!terminal.json())
            terminal.print(toText(*balance));
        if (changes && !balance->moves.isEmpty())
            return apply(session, *person, *balance, invocation, json, terminal);
        if (terminal.json())
            terminal.print(json);
        return Exit::Done;
    });
}

} // namespace

Command balanceCommand()
{
    Command command;
    command.name = QStringLiteral("balance");
    command.summary = Cli::tr("Propose who gives how many leads to whom, so that nobody has more today than fits.");
    command.details = Cli::tr("For managers. It only proposes; with --apply the leads are given as it says, those the queue puts last.\n"
                              "What is known of what everybody finishes in a day is measured from the last four weeks.");
    command.options = {
        {QStringLiteral("as"), QStringLiteral("LOGIN"), Cli::tr("Who asks, a manager; on a shared database its user, and may be left out."), true, false, true},
        {QStringLiteral("apply"), {}, Cli::tr("Give the leads as proposed.")},
        {QStringLiteral("reason"), QStringLiteral("TEXT"), Cli::tr("Why; it is kept on their history.")}};
    command.run = run;
    return command;
}

} // namespace beback::app
