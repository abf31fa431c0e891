#include "app/session.h"

namespace beback::app {

namespace {

Exit run(const Invocation &invocation, Terminal &terminal)
{
    return inSession(invocation, terminal, [&](Session &session) {
        const auto who = session.personAndLead(invocation);
        if (!who)
            return terminal.refuse(who.error());
        const auto &[person, lead] = *who;
        const auto released = session.release(lead.customer, person.login);
        if (!released)
            return terminal.refuse(released.error());
        if (terminal.json())
            terminal.print(QJsonObject{{QStringLiteral("lead"), lead.lead.toString()}, {QStringLiteral("released"), true}});
        else
            terminal.print(Cli::tr("Given back.\n"));
        return Exit::Done;
    });
}

} // namespace

Command releaseCommand()
{
    Command command;
    command.name = QStringLiteral("release");
    command.summary = Cli::tr("Give a claimed lead back without recording anything.");
    command.options = {{QStringLiteral("as"), QStringLiteral("LOGIN"),
         Cli::tr("Who gives it back; on a shared database its user, and may be left out."), true, false, true},
                       {QStringLiteral("lead"), QStringLiteral("ID"), Cli::tr("The lead, or the beginning of its id."), true}};
    command.run = run;
    return command;
}

} // namespace beback::app
