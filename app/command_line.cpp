#include "app/command_line.h"

#include "app/terminal.h"
#include "core/store/engine.h"

#include <QCommandLineParser>

#include <algorithm>
#include <numeric>

namespace beback::app {

namespace {

constexpr int HelpWidth = 96;
constexpr int UsageIndent = 7; // "Usage: "

QVector<Option> commonOptions()
{
    return {
        {QStringLiteral("db"), QStringLiteral("URL"),
         Cli::tr("The store: sqlite:PATH, a path, or postgresql://... Otherwise BEBACK_DB, otherwise your own file.")},
        {QStringLiteral("json"), {}, Cli::tr("Print one JSON document instead of text.")},
        {QStringLiteral("at"), QStringLiteral("INSTANT"),
         Cli::tr("Act as if it were this moment. In a training database only.")},
        {QStringLiteral("help"), {}, Cli::tr("Show this help.")},
        {QStringLiteral("version"), {}, Cli::tr("Show the version.")},
    };
}

void addTo(QCommandLineParser &parser, const QVector<Option> &options)
{
    for (const Option &option : options)
        parser.addOption(QCommandLineOption(option.name, option.help, option.value));
}

QString dashed(const QString &name)
{
    return (name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + name;
}

// What the parser could not read, in our words.
QString parseFault(const QCommandLineParser &parser)
{
    const QStringList unknown = parser.unknownOptionNames();
    if (!unknown.isEmpty())
        return Cli::tr("there is no option %1").arg(dashed(unknown.first()));
    QString text = parser.errorText();
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text;
}

QString faultLine(const QString &command, const QString &what)
{
    const QString program = command.isEmpty() ? QStringLiteral("beback") : QStringLiteral("beback %1").arg(command);
    const QString sentence = what.endsWith(QLatin1Char('?')) ? what : what + QLatin1Char('.');
    return Cli::tr("%1: %2 See %1 --help").arg(program, sentence);
}

// The command that was probably meant: the one that differs by a slip or two of the finger.
QString closest(const QString &word, const QVector<Command> &commands)
{
    QString best;
    int bestDistance = 3;
    for (const Command &command : commands) {
        const QString &other = command.name;
        QVector<int> row(other.size() + 1);
        std::iota(row.begin(), row.end(), 0);
        for (int i = 1; i <= word.size(); ++i) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.size(); ++j) {
                const int replaced = diagonal + (word[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
            }
        }
        if (row.back() < bestDistance) {
            bestDistance = row.back();
            best = other;
        }
    }
    return best;
}

// An option that takes a value and is followed by another option, or by nothing: its value was forgotten.
QString forgottenValue(const QVector<Option> &options, const QStringList &words)
{
    for (qsizetype i = 0; i < words.size() && words[i] != QLatin1String("--"); ++i) {
        const auto option = std::find_if(options.begin(), options.end(), [&](const Option &o) { return words[i] == dashed(o.name); });
        if (option == options.end() || option->value.isEmpty())
            continue;
        const QString follows = words.value(i + 1);
        const bool another = std::any_of(options.begin(), options.end(), [&](const Option &o) { return follows == dashed(o.name); });
        if (another || i + 1 == words.size())
            return Cli::tr("%1 needs a value (%2)").arg(dashed(option->name), option->value);
        ++i;
    }
    return {};
}

QString argumentFault(const Command &command, const QStringList &arguments)
{
    if (arguments.size() < command.leastArguments)
        return Cli::tr("%1 is missing").arg(command.arguments);
    if (command.mostArguments >= 0 && arguments.size() > command.mostArguments)
        return Cli::tr("\"%1\" is one argument too many").arg(arguments.at(command.mostArguments));
    return {};
}

bool onSharedDatabase(const Invocation &invocation)
{
    const auto url = invocation.has(QStringLiteral("db")) ? StoreUrl::parse(invocation.value(QStringLiteral("db")))
                                                          : StoreUrl::standard();
    return url && url->engine == Engine::Postgresql;
}

QString optionFault(const QVector<Option> &options, const Invocation &invocation)
{
    for (const Option &option : options) {
        const QStringList values = invocation.values(option.name);
        const bool required = option.required || option.neededBy.contains(invocation.arguments.value(0));
        if (required && values.value(0).trimmed().isEmpty() && !(option.unlessShared && onSharedDatabase(invocation)))
            return Cli::tr("%1 %2 is missing").arg(dashed(option.name), option.value);
        if (!option.value.isEmpty() && !option.repeatable && values.size() > 1)
            return Cli::tr("%1 is given twice").arg(dashed(option.name));
        if (invocation.has(option.name) && !option.value.isEmpty() && values.contains(QString()))
            return Cli::tr("%1 needs a value (%2)").arg(dashed(option.name), option.value);
    }
    return {};
}

void collect(Invocation &invocation, const QCommandLineParser &parser, const QVector<Option> &options)
{
    for (const Option &option : options) {
        if (!parser.isSet(option.name))
            continue;
        invocation.options.insert(option.name, option.value.isEmpty() ? QStringList() : parser.values(option.name));
    }
}

Reading readCommand(const Command &command, const QStringList &words)
{
    QCommandLineParser parser;
    const QVector<Option> options = command.options + commonOptions();
    addTo(parser, options);
    // The parser takes the first word for the program's name.
    const bool parsed = parser.parse(QStringList{QStringLiteral("beback")} + words);
    if (parser.isSet(QStringLiteral("help")))
        return {{}, commandHelp(command), {}};
    if (const QString forgotten = forgottenValue(options, words); !forgotten.isEmpty())
        return {{}, {}, faultLine(command.name, forgotten)};
    if (!parsed)
        return {{}, {}, faultLine(command.name, parseFault(parser))};

    Invocation invocation;
    invocation.command = command.name;
    invocation.arguments = parser.positionalArguments();
    collect(invocation, parser, options);
    QString fault = optionFault(options, invocation);
    if (fault.isEmpty())
        fault = argumentFault(command, invocation.arguments);
    if (!fault.isEmpty())
        return {{}, {}, faultLine(command.name, fault)};
    return {invocation, {}, {}};
}

QString optionLines(const QVector<Option> &options)
{
    QVector<QStringList> rows;
    for (const Option &option : options)
        rows.append({QStringLiteral("  ") + dashed(option.name)
                         + (option.value.isEmpty() ? QString() : QLatin1Char(' ') + option.value),
                     option.help});
    return aligned(rows, HelpWidth);
}

} // namespace

QString overallHelp(const QVector<Command> &commands)
{
    QVector<QStringList> rows;
    for (const Command &command : commands)
        rows.append({QStringLiteral("  ") + command.name, command.summary});
    return Cli::tr("Beback, the follow-up workstation of a dealership's BDC.\n\n"
                   "Usage: beback [--db URL]                    open the window\n"
                   "       beback COMMAND [OPTIONS]             work without one\n"
                   "       beback COMMAND --help                how a command is used\n\n"
                   "Commands:\n%1\n"
                   "Every command takes:\n%2\n"
                   "Exit status: 0 done, 1 refused, 2 wrong usage, 3 no database, 4 a check found differences.\n")
        .arg(aligned(rows, HelpWidth), optionLines(commonOptions()));
}

QString commandHelp(const Command &command)
{
    QString usage = QStringLiteral("beback ") + command.name;
    if (!command.arguments.isEmpty())
        usage += QLatin1Char(' ') + command.arguments;
    for (const Option &option : command.options) {
        QString part = dashed(option.name) + (option.value.isEmpty() ? QString() : QLatin1Char(' ') + option.value);
        if (!option.required)
            part = QLatin1Char('[') + part + QLatin1Char(']');
        usage += QLatin1Char(' ') + part + (option.repeatable ? QStringLiteral("...") : QString());
    }
    return Cli::tr("%1\n\nUsage: %2\n\n%3Options:\n%4")
        .arg(command.summary, wrapped(usage, UsageIndent, HelpWidth),
             command.details.isEmpty() ? QString() : command.details + QStringLiteral("\n\n"),
             optionLines(command.options + commonOptions()));
}

Reading readCommandLine(const QStringList &words, const QVector<Command> &commands)
{
    // Up to the command only the options every command has are known; the rest is the command's to read.
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    addTo(parser, commonOptions());
    const bool parsed = parser.parse(QStringList{QStringLiteral("beback")} + words);
    QStringList rest = parser.positionalArguments();
    if (rest.isEmpty() && parser.isSet(QStringLiteral("version")))
        return {{}, QStringLiteral("beback %1\n").arg(QCoreApplication::applicationVersion()), {}};
    if (rest.isEmpty() && parser.isSet(QStringLiteral("help")))
        return {{}, overallHelp(commands), {}};
    if (!parsed)
        return {{}, {}, faultLine({}, parseFault(parser))};
    if (rest.isEmpty()) {
        Invocation window;
        collect(window, parser, commonOptions());
        for (const QString &name : {QStringLiteral("json"), QStringLiteral("at")})
            if (window.has(name))
                return {{}, {}, faultLine({}, Cli::tr("--%1 needs a command").arg(name))};
        const QString fault = optionFault(commonOptions(), window);
        return fault.isEmpty() ? Reading{window, {}, {}} : Reading{{}, {}, faultLine({}, fault)};
    }

    QString name = rest.takeFirst();
    const QStringList before = words.mid(0, words.size() - rest.size() - 1);
    if (name == QLatin1String("help")) {
        if (rest.isEmpty())
            return {{}, overallHelp(commands), {}};
        name = rest.takeFirst();
        rest = QStringList{QStringLiteral("--help")};
    }
    const auto found = std::find_if(commands.begin(), commands.end(), [&](const Command &c) { return c.name == name; });
    if (found == commands.end()) {
        const QString meant = closest(name, commands);
        const QString what = Cli::tr("there is no command \"%1\"").arg(name);
        return {{}, {}, faultLine({}, meant.isEmpty() ? what : Cli::tr("%1; did you mean %2?").arg(what, meant))};
    }
    return readCommand(*found, before + rest);
}

} // namespace beback::app
