#include "app/commands/lead_acts.h"

namespace beback::app {

namespace {

LeadAct coachAct()
{
    LeadAct act;
    act.kind = ManagerAct::Kind::Coach;
    act.needed = {{QStringLiteral("text"), Cli::tr("--text is missing: what do you want to say?")}};
    act.act = [](const Invocation &invocation) {
        ManagerAct asked;
        asked.to = invocation.value(QStringLiteral("to"));
        asked.text = invocation.value(QStringLiteral("text"));
        return asked;
    };
    act.done = [](const Invocation &, int leads) {
        return leads == 1 ? Cli::tr("A note stands at 1 lead.") : Cli::tr("A note stands at %1 leads.").arg(leads);
    };
    act.undone = [](int leads) {
        return leads == 1 ? Cli::tr("1 note taken back.") : Cli::tr("%1 notes taken back.").arg(leads);
    };
    return act;
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    return runLeadAct(coachAct(), invocation.arguments, invocation, terminal);
}

} // namespace

Command coachCommand()
{
    Command command;
    command.name = QStringLiteral("coach");
    command.arguments = QStringLiteral("LEAD...");
    command.summary = Cli::tr("Say something to the person who works a lead, and take that back.");
    command.details = Cli::tr("For managers; at most 200 leads at once. The note is never for the customer: it stands on the history, and that\n"
                              "person sees it at the lead until they make an attempt there once more.");
    command.options = {actorOption(),
                       {QStringLiteral("to"), QStringLiteral("LOGIN"), Cli::tr("To whom, of those who hold a lead or worked on it; left out: whoever holds each.")},
                       {QStringLiteral("text"), QStringLiteral("TEXT"), Cli::tr("What you want to say.")},
                       undoOption(Cli::tr("Take back the last note at each of them."))};
    command.leastArguments = 1;
    command.mostArguments = -1;
    command.run = run;
    return command;
}

} // namespace beback::app
