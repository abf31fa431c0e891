#include "app/present.h"
#include "app/session.h"

#include <QDir>
#include <QFileInfo>

namespace beback::app {

namespace {

// The files that are meant: a folder stands for those directly in it, by name; hidden ones are not leads.
Result<QStringList> filesOf(const QStringList &arguments)
{
    QStringList files;
    for (const QString &argument : arguments) {
        const QFileInfo named(argument);
        if (!named.exists())
            return Error{Code::NotFound, Cli::tr("There is no file %1. Nothing was taken.").arg(argument), {}};
        if (!named.isDir()) {
            files.append(argument);
            continue;
        }
        if (!named.isReadable())
            return Error{Code::Denied, Cli::tr("The folder %1 may not be read by this user. Nothing was taken.").arg(argument), {}};
        for (const QFileInfo &file : QDir(argument).entryInfoList(QDir::Files, QDir::Name))
            files.append(file.filePath());
    }
    return files;
}

QString summary(const IntakeReport &report, bool dryRun)
{
    QString text = dryRun ? Cli::tr("Nothing was written. It would be:\n") : QString();
    text += Cli::tr("Accepted %1, joined to people known already %2, come again %3, quarantined %4.\n")
                .arg(report.accepted)
                .arg(report.joined)
                .arg(report.resent)
                .arg(report.quarantined);
    for (const QString &warning : report.warnings)
        text += warning + QLatin1Char('\n');
    QVector<QStringList> rows;
    for (const IntakeItem &item : report.items) {
        if (item.fate == IntakeItem::Fate::Quarantined)
            rows.append({QStringLiteral("  ") + item.source, item.reason});
        else if (!item.warnings.isEmpty())
            rows.append({QStringLiteral("  ") + item.source, item.warnings.join(QStringLiteral(" "))});
    }
    return text + aligned(rows);
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    Intake::Options options;
    static const QStringList Formats = {QStringLiteral("auto"), QStringLiteral("adf"), QStringLiteral("csv"),
                                        QStringLiteral("eml")};
    if (invocation.has(QStringLiteral("format")))
        options.format = invocation.value(QStringLiteral("format")).toLower();
    if (!Formats.contains(options.format))
        return terminal.refuse(Cli::tr("there is no format \"%1\". There are: %2.")
                                   .arg(options.format, Formats.join(QStringLiteral(", "))),
                               Exit::Usage);
    const auto files = filesOf(invocation.arguments);
    if (!files)
        return terminal.refuse(files.error());
    options.dryRun = invocation.has(QStringLiteral("dry-run"));
    options.progress = [&terminal](const IntakeReport &report) {
        terminal.progress(counted(report.accepted + report.joined + report.resent + report.quarantined, Cli::tr("1 lead read"), Cli::tr("%1 leads read")));
        return true;
    };
    return inSession(invocation, terminal, [&](Session &session) {
        IntakeReport report;
        if (SharedPlace *desk = session.desk()) {
            if (desk->trouble())
                return terminal.refuse(*desk->trouble());
            options.before = [desk](const LeadDraft &lead) { return desk->bringKnown(lead); };
        }
        for (const QString &file : *files) {
            if (const auto done = session.place().intake().importFile(file, options, report); !done) {
                // What came before it is safe: say how far it went, in case it is not tried again.
                if (!terminal.json() && !report.items.isEmpty())
                    terminal.print(summary(report, options.dryRun));
                return terminal.refuse(done.error());
            }
        }
        if (!options.dryRun)
            session.confirm(terminal);
        if (terminal.json())
            terminal.print(toJson(report));
        else
            terminal.print(summary(report, options.dryRun));
        return Exit::Done;
    });
}

} // namespace

Command importCommand()
{
    Command command;
    command.name = QStringLiteral("import");
    command.arguments = QStringLiteral("FILE...");
    command.summary = Cli::tr("Take in leads from ADF, CSV or e-mail files.");
    command.details = Cli::tr("A folder stands for every file directly in it. The same file twice changes nothing the\n"
                              "second time. What cannot be taken is quarantined whole, with the reason.");
    command.options = {{QStringLiteral("format"), QStringLiteral("auto|adf|csv|eml"),
                        Cli::tr("What the files are; auto looks into them.")},
                       {QStringLiteral("dry-run"), {}, Cli::tr("Read and report; write nothing.")}};
    command.leastArguments = 1;
    command.mostArguments = -1;
    command.run = run;
    return command;
}

} // namespace beback::app
