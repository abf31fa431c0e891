#include "app/commands/lead_acts.h"

namespace beback::app {

namespace {

const QString Anybody = QStringLiteral("anybody");

LeadAct giveAct()
{
    LeadAct act;
    act.kind = ManagerAct::Kind::Give;
    act.needed = {{QStringLiteral("to"), Cli::tr("--to is missing: who gets them? A login, or anybody.")},
                  {QStringLiteral("reason"), Cli::tr("--reason is missing: why do they get them? It stands on the history.")}};
    act.act = [](const Invocation &invocation) {
        const QString to = invocation.value(QStringLiteral("to"));
        return giving({}, to == Anybody ? QString() : to, invocation.value(QStringLiteral("reason")));
    };
    act.done = [](const Invocation &invocation, int leads) {
        const QString to = invocation.value(QStringLiteral("to"));
        return leads == 1 ? Cli::tr("1 lead given to %1.").arg(to) : Cli::tr("%1 leads given to %2.").arg(QString::number(leads), to);
    };
    act.undone = [](int leads) {
        return leads == 1 ? Cli::tr("1 lead is back with whom it was.") : Cli::tr("%1 leads are back with whom they were.").arg(leads);
    };
    return act;
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    return runLeadAct(giveAct(), invocation.values(QStringLiteral("lead")), invocation, terminal);
}

} // namespace

Command assignCommand()
{
    Command command;
    command.name = QStringLiteral("assign");
    command.summary = Cli::tr("Give leads to somebody, or to everybody, and take that back.");
    command.details = Cli::tr("For managers; at most 200 leads at once. Those that are closed or theirs already are left as they are.\n"
                              "With --undo the leads go back to whom they were with before they were given to somebody the last time.");
    command.options = {
        actorOption(),
        {QStringLiteral("lead"), QStringLiteral("ID"), Cli::tr("The lead, or the beginning of its id; may be repeated."), true, true},
        {QStringLiteral("to"), QStringLiteral("LOGIN"), Cli::tr("Who gets them; anybody: whoever is next.")},
        {QStringLiteral("reason"), QStringLiteral("TEXT"), Cli::tr("Why; it is kept on their history.")},
        undoOption(Cli::tr("Take back the last time each of them was given to somebody."))};
    command.run = run;
    return command;
}

} // namespace beback::app
