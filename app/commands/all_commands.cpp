#include "app/command.h"

namespace beback::app {

QVector<Command> allCommands()
{
    return {initCommand(),    importCommand(),  queueCommand(),   nextCommand(),  recordCommand(),
            releaseCommand(), explainCommand(), historyCommand(), reportCommand(), checkCommand(), userCommand()};
}

} // namespace beback::app
