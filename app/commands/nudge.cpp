#include "app/commands/lead_acts.h"

namespace beback::app {

namespace {

LeadAct nudgeAct()
{
    LeadAct act;
    act.kind = ManagerAct::Kind::Nudge;
    act.needed = {{QStringLiteral("reason"), Cli::tr("--reason is missing: why should they be worked now? Whoever works them reads it.")}};
    act.act = [](const Invocation &invocation) {
        ManagerAct asked;
        asked.text = invocation.value(QStringLiteral("reason"));
        return asked;
    };
    act.done = [](const Invocation &, int leads) {
        return leads == 1 ? Cli::tr("1 lead is to be worked now.") : Cli::tr("%1 leads are to be worked now.").arg(leads);
    };
    act.undone = [](int leads) {
        return leads == 1 ? Cli::tr("1 lead is not asked for any more.") : Cli::tr("%1 leads are not asked for any more.").arg(leads);
    };
    return act;
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    return runLeadAct(nudgeAct(), invocation.arguments, invocation, terminal);
}

} // namespace

Command nudgeCommand()
{
    Command command;
    command.name = QStringLiteral("nudge");
    command.arguments = QStringLiteral("LEAD...");
    command.summary = Cli::tr("Ask whoever holds these leads to work them now, and take that back.");
    command.details = Cli::tr("For managers; at most 200 leads at once. Each is due from now on, as far as the contact rules and what the\n"
                              "customer asked for allow, until somebody makes an attempt, leaves a step out for a reason, or closes it.");
    command.options = {actorOption(),
                       {QStringLiteral("reason"), QStringLiteral("TEXT"), Cli::tr("Why; whoever works the lead reads it.")},
                       undoOption(Cli::tr("Take back the last time it was asked for each of them."))};
    command.leastArguments = 1;
    command.mostArguments = -1;
    command.run = run;
    return command;
}

} // namespace beback::app
