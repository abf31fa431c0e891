#include "app/present.h"
#include "app/session.h"
#include "core/history/check.h"

namespace beback::app {

namespace {

QString text(const CheckReport &report)
{
    QString text;
    for (const QString &finding : report.findings)
        text += QStringLiteral("  ") + finding + QLatin1Char('\n');
    if (report.differences > int(report.findings.size()))
        text += Cli::tr("  and %1 more\n").arg(report.differences - int(report.findings.size()));
    if (report.repaired > 0)
        text += Cli::tr("Customers written anew from the history: %1.\n").arg(report.repaired);
    return text
        + Cli::tr("Looked at %1 and %2. Differences: %3.\n")
              .arg(counted(report.customers, Cli::tr("1 customer"), Cli::tr("%1 customers")), counted(report.events, Cli::tr("1 event"), Cli::tr("%1 events")))
              .arg(report.differences);
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    return inSession(invocation, terminal, [&](Session &session) {
        Workplace &place = session.place();
        const bool repair = invocation.has(QStringLiteral("repair"));
        auto report = checkStore(place.db(), place.rooftopId(), place.plans(), repair);
        if (!report)
            return terminal.refuse(report.error());
        if (repair && report->differences > 0) {
            // What was mended has to prove it; what nothing can mend is still told.
            const int repaired = report->repaired;
            report = checkStore(place.db(), place.rooftopId(), place.plans(), false);
            if (!report)
                return terminal.refuse(report.error());
            report->repaired = repaired;
        }
        if (terminal.json())
            terminal.print(QJsonObject{{QStringLiteral("clean"), report->differences == 0},
                                       {QStringLiteral("customers"), report->customers},
                                       {QStringLiteral("events"), report->events},
                                       {QStringLiteral("differences"), report->differences},
                                       {QStringLiteral("findings"), toJson(report->findings)},
                                       {QStringLiteral("repaired"), report->repaired},
                                       {QStringLiteral("waiting"), report->waiting}});
        else
            terminal.print(text(*report));
        if (report->waiting > 0)
            terminal.say(counted(report->waiting, Cli::tr("1 customer waits to be worked out anew, which any desk at work does, or beback steward."),
                                 Cli::tr("%1 customers wait to be worked out anew, which any desk at work does, or beback steward.")));
        if (session.desk())
            terminal.say(Cli::tr("This is what this desk carries. Its administrator checks the whole database."));
        return report->differences == 0 ? Exit::Done : Exit::Differences;
    });
}

} // namespace

Command checkCommand()
{
    Command command;
    command.name = QStringLiteral("check");
    command.summary = Cli::tr("Work out every derived row again from the history, and compare.");
    command.details = Cli::tr("Exit status 4 when anything differs, with a line for each difference.");
    command.options = {{QStringLiteral("repair"), {}, Cli::tr("Write the rows that differ anew. The history is not touched.")}};
    command.run = run;
    return command;
}

} // namespace beback::app
