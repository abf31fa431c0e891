#include "app/command_line.h"
#include "app/terminal.h"
#ifdef BEBACK_UI
#include "app/window.h"
#endif

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstring>
#include <langinfo.h>

using namespace beback::app;

namespace {

// Text is UTF-8 here. Under another character set Qt switches by itself, with a warning on stderr that a script would take
// for an error of ours.
void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
        return;
    qputenv(qEnvironmentVariableIsEmpty("LC_ALL") ? "LC_CTYPE" : "LC_ALL", "C.UTF-8");
}

int openTheWindow(int &argc, char **argv, const Invocation &invocation, Terminal &terminal)
{
#ifdef BEBACK_UI
    return openWindow(argc, argv, invocation, terminal);
#else
    Q_UNUSED(argc);
    Q_UNUSED(argv);
    Q_UNUSED(invocation);
    return int(terminal.refuse(Cli::tr("this build has no window; name a command (beback --help lists them)"), Exit::Usage));
#endif
}

int run(int &argc, char **argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));

    const QVector<Command> commands = allCommands();
    const Reading reading = readCommandLine(words, commands);
    Terminal terminal(reading.invocation && reading.invocation->has(QStringLiteral("json")));
    if (!reading.fault.isEmpty()) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(reading.fault));
        return int(Exit::Usage);
    }
    Exit exit = Exit::Done;
    if (!reading.invocation) {
        terminal.print(reading.answer);
    } else if (reading.invocation->command.isEmpty()) {
        return openTheWindow(argc, argv, *reading.invocation, terminal);
    } else {
        // A command needs no display, so it gets no application that would ask for one.
        QCoreApplication application(argc, argv);
        const auto command = std::find_if(commands.begin(), commands.end(), [&](const Command &c) {
            return c.name == reading.invocation->command;
        });
        exit = command->run(*reading.invocation, terminal);
    }
    if (!terminal.flush())
        return int(terminal.refuse(Cli::tr("The output could not be written. Is the disk full?")));
    return int(exit);
}

} // namespace

int main(int argc, char **argv)
{
    useUtf8();
    QCoreApplication::setApplicationName(QStringLiteral("beback"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BEBACK_VERSION));
    return run(argc, argv);
}
