#include "app/command.h"

namespace beback::app {

QVector<Command> allCommands()
{
    return {initCommand(),    importCommand(),   touchesCommand(), quarantineCommand(), queueCommand(),   nextCommand(),
            recordCommand(),  releaseCommand(),  closeCommand(),   assignCommand(),  nudgeCommand(),   switchPlanCommand(), coachCommand(),  balanceCommand(),
            alertCommand(),    wishCommand(),       consentCommand(), hourCommand(),
            campaignCommand(), rulesCommand(),   wordsCommand(),   stockCommand(),   explainCommand(), historyCommand(),    reportCommand(),  checkCommand(),
            userCommand(),    joinCommand(),     moveCommand(),    stewardCommand()};
}

} // namespace beback::app
