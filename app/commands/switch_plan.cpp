#include "app/commands/lead_acts.h"

namespace beback::app {

namespace {

LeadAct planAct()
{
    LeadAct act;
    act.kind = ManagerAct::Kind::ChangePlan;
    act.needed = {{QStringLiteral("plan"), Cli::tr("--plan is missing: which plan do they begin on?")},
                  {QStringLiteral("reason"), Cli::tr("--reason is missing: why do they change their plan? It stands on the history.")}};
    act.act = [](const Invocation &invocation) {
        ManagerAct asked;
        asked.plan = invocation.value(QStringLiteral("plan"));
        asked.text = invocation.value(QStringLiteral("reason"));
        return asked;
    };
    act.done = [](const Invocation &invocation, int leads) {
        const QString plan = invocation.value(QStringLiteral("plan"));
        return leads == 1 ? Cli::tr("1 lead begins on the plan %1.").arg(plan) : Cli::tr("%1 leads begin on the plan %2.").arg(QString::number(leads), plan);
    };
    act.undone = [](int leads) {
        return leads == 1 ? Cli::tr("1 lead goes on where it was on its plan.") : Cli::tr("%1 leads go on where they were on their plans.").arg(leads);
    };
    return act;
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    return runLeadAct(planAct(), invocation.arguments, invocation, terminal);
}

} // namespace

Command switchPlanCommand()
{
    Command command;
    command.name = QStringLiteral("switch-plan");
    command.arguments = QStringLiteral("LEAD...");
    command.summary = Cli::tr("Put leads on another plan, and take that back.");
    command.details = Cli::tr("For managers; at most 200 leads at once. Each begins on the newest version of the plan.\n"
                              "With --undo each goes on where it was before somebody chose a plan for it the last time.");
    command.options = {actorOption(),
                       {QStringLiteral("plan"), QStringLiteral("PLAN"), Cli::tr("The id of the plan.")},
                       {QStringLiteral("reason"), QStringLiteral("TEXT"), Cli::tr("Why; it is kept on their history.")},
                       undoOption(Cli::tr("Take back the last time a plan was chosen for each of them."))};
    command.leastArguments = 1;
    command.mostArguments = -1;
    command.run = run;
    return command;
}

} // namespace beback::app
