#include "app/command.h"

namespace beback::app {

QVector<Command> allCommands()
{
    return {initCommand(),    importCommand(),   touchesCommand(), quarantineCommand(), queueCommand(),   nextCommand(),
            recordCommand(),  releaseCommand(),  closeCommand(),   assignCommand(),  nudgeCommand(),   switchPlanCommand(), coachCommand(),  balanceCommand(), dutyCommand(),
            alertCommand(),    wishCommand(),       consentCommand(), hourCommand(), awayCommand(),
            campaignCommand(), rulesCommand(),   wordsCommand(),   stockCommand(),   explainCommand(), historyCommand(),    reportCommand(),  checkCommand(),
            lookCommand(),    userCommand(),     desksCommand(),   revokeCommand(),    joinCommand(),     moveCommand(),    stewardCommand()};
}

} // namespace beback::app
