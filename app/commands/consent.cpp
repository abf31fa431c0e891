#include "app/present.h"
#include "app/session.h"

namespace beback::app {

namespace {

Exit run(const Invocation &invocation, Terminal &terminal)
{
    const auto medium = mediumFromText(invocation.value(QStringLiteral("medium")));
    if (medium != Medium::Call && medium != Medium::Text)
        return terminal.refuse(Cli::tr("--medium takes call or text, not \"%1\"").arg(invocation.value(QStringLiteral("medium"))), Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        const auto who = session.personAndLead(invocation);
        if (!who)
            return terminal.refuse(who.error());
        const auto &[person, lead] = *who;
        const auto receipt = session.place().giveConsent(lead.customer, *medium, invocation.value(QStringLiteral("how")), person.login);
        if (!receipt)
            return terminal.refuse(receipt.error());
        const bool confirmed = session.confirm(terminal);
        if (terminal.json())
            terminal.print(QJsonObject{{QStringLiteral("event"), receipt->event.toString()},
                                       {QStringLiteral("medium"), toText(*medium)},
                                       {QStringLiteral("confirmed"), confirmed}});
        else
            terminal.print(Cli::tr("Kept. They may be contacted by %1 until they ask to stop.\n").arg(mediumLabel(*medium).toLower()));
        return Exit::Done;
    });
}

} // namespace

Command consentCommand()
{
    Command command;
    command.name = QStringLiteral("consent");
    command.summary = Cli::tr("Keep that somebody agrees to be called or texted, and how they said so.");
    command.details = Cli::tr("Needed where a rule says how long after they asked or bought they may be contacted. It ends when they\n"
                              "ask to stop; who asked to stop cannot consent until a manager took that back.");
    command.options = {
        {QStringLiteral("as"), QStringLiteral("LOGIN"), Cli::tr("Who was told; on a shared database its user, and may be left out."), true, false, true},
        {QStringLiteral("lead"), QStringLiteral("ID"), Cli::tr("A lead of theirs, or the beginning of its id."), true},
        {QStringLiteral("medium"), QStringLiteral("call|text"), Cli::tr("To what."), true},
        {QStringLiteral("how"), QStringLiteral("TEXT"), Cli::tr("Their words, or where it stands."), true}};
    command.run = run;
    return command;
}

} // namespace beback::app
