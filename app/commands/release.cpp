#include "app/session.h"
#include "core/time/wording.h"

namespace beback::app {

namespace {

Exit run(const Invocation &invocation, Terminal &terminal)
{
    return inSession(invocation, terminal, [&](Session &session) {
        const auto who = session.personAndLead(invocation);
        if (!who)
            return terminal.refuse(who.error());
        const auto &[person, lead] = *who;
        const auto view = session.view(lead, person.login);
        if (!view)
            return terminal.refuse(view.error());
        if (!view->heldBy.isEmpty())
            return terminal.refuse(Cli::tr("%1 has had them in hand since %2. Nothing was changed.")
                                       .arg(view->heldBy, wording::dayAndTime(view->heldSince, session.zone(), session.now())));
        const bool had = view->claim.has_value();
        const auto released = session.release(lead.customer, person.login);
        if (!released)
            return terminal.refuse(released.error());
        if (terminal.json())
            terminal.print(QJsonObject{{QStringLiteral("lead"), lead.lead.toString()}, {QStringLiteral("released"), had}});
        else
            terminal.print(had ? Cli::tr("Given back.\n") : Cli::tr("Nobody has them in hand. Nothing was changed.\n"));
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
