#pragma once

#include <QCoreApplication>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

#include <functional>

namespace beback::app {

class Terminal;

// What the program tells the one who started it. Scripts rely on the numbers.
enum class Exit {
    Done = 0,
    Refused = 1,     // what was asked for is not possible now, or not allowed
    Usage = 2,       // the command line makes no sense
    NoStore = 3,     // the database cannot be opened or reached
    Differences = 4  // a check found something
};

// The texts of the command line, for translation.
class Cli
{
    Q_DECLARE_TR_FUNCTIONS(beback::app::Cli)
};

struct Option {
    QString name;  // "limit", without dashes
    QString value; // what stands for its value in the help: "N"; empty: a switch
    QString help;
    bool required = false;
    bool repeatable = false;
    bool unlessShared = false; // required, but not on a shared database: the connection's user says it
    QStringList neededBy{};    // required when the first argument is one of these: "set"
};

// What was asked for, read and checked for form.
struct Invocation {
    QString command;       // empty: the window
    QStringList arguments; // those without dashes, after the command
    QHash<QString, QStringList> options;

    bool has(const QString &option) const { return options.contains(option); }
    QString value(const QString &option) const { return options.value(option).value(0); }
    QStringList values(const QString &option) const { return options.value(option); }
};

// One command: what it takes, what it says about itself, what it does. Each is made in its own file in app/commands.
struct Command {
    QString name;
    QString arguments; // as the usage line shows them: "FILE..."
    QString summary;   // one line
    QString details;   // paragraphs, parted by empty lines
    QVector<Option> options;
    int leastArguments = 0;
    int mostArguments = 0; // -1: any number
    std::function<Exit(const Invocation &, Terminal &)> run;
    bool (*draws)(const Invocation &) = nullptr; // whether it needs fonts and colors this time; null: never
};

// In the order of a lead's way.
QVector<Command> allCommands();

Command initCommand();
Command importCommand();
Command quarantineCommand();
Command queueCommand();
Command nextCommand();
Command recordCommand();
Command releaseCommand();
Command closeCommand();
Command assignCommand();
Command nudgeCommand();
Command switchPlanCommand();
Command coachCommand();
Command balanceCommand();
Command dutyCommand();
Command alertCommand();
Command consentCommand();
Command touchesCommand();
Command wishCommand();
Command hourCommand();
Command awayCommand();
Command rulesCommand();
Command wordsCommand();
Command stockCommand();
Command campaignCommand();
Command explainCommand();
Command historyCommand();
Command reportCommand();
Command checkCommand();
Command lookCommand();
Command userCommand();
Command desksCommand();
Command revokeCommand();
Command joinCommand();
Command moveCommand();
Command stewardCommand();

} // namespace beback::app
