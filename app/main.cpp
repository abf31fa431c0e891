#include "app/command_line.h"
#include "app/terminal.h"
#include "core/desk/user_keyring.h"
#ifdef BEBACK_UI
#include "app/window.h"

#include <QGuiApplication>
#endif

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstring>
#include <memory>
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

#ifdef BEBACK_UI
QtMessageHandler usual = nullptr;

void sayWhatIsFatal(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (type == QtFatalMsg)
        usual(type, context, text);
}

// While it is made, the platform complains that no session is there, which nobody needs. What is said afterwards is ours.
std::unique_ptr<QCoreApplication> quietlyMade(int &argc, char **argv)
{
    usual = qInstallMessageHandler(&sayWhatIsFatal);
    auto made = std::make_unique<QGuiApplication>(argc, argv);
    qInstallMessageHandler(usual);
    return made;
}
#endif

// A command needs no display, so it gets no application that would ask for one. What is drawn into a file needs fonts, and those the
// platform without a screen has, too: a scheduler's session may name a display that is long gone.
std::unique_ptr<QCoreApplication> applicationFor(const Command &command, const Invocation &invocation, int &argc, char **argv)
{
#ifdef BEBACK_UI
    if (command.draws && command.draws(invocation)) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        return quietlyMade(argc, argv);
    }
#else
    Q_UNUSED(command);
    Q_UNUSED(invocation);
#endif
    return std::make_unique<QCoreApplication>(argc, argv);
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
        const auto command = std::find_if(commands.begin(), commands.end(), [&](const Command &c) {
            return c.name == reading.invocation->command;
        });
        const auto application = applicationFor(*command, *reading.invocation, argc, argv);
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
    beback::KeyShelf::use(beback::UserKeyring::ofThisUser());
    return run(argc, argv);
}
