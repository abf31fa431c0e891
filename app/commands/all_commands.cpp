#include "app/command.h"

namespace beback::app {

QVector<Command> allCommands()
{
    return {initCommand(),    importCommand(), quarantineCommand(), queueCommand(),   nextCommand(),
            recordCommand(),  releaseCommand(), closeCommand(),     hourCommand(),    explainCommand(),
            historyCommand(), reportCommand(), rulesCommand(),      checkCommand(),   userCommand(),
            joinCommand(),    moveCommand(),   stewardCommand()};
}

} // namespace beback::app
