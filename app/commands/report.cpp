#include "app/reports/written_report.h"

#include <algorithm>

namespace beback::app {

namespace {

QVector<ReportKind> kinds()
{
    return {answersReportKind(), attemptsPerLeadReport(), capacityReport(), hourOfPowerReport(), campaignReport()};
}

QStringList names()
{
    QStringList all;
    for (const ReportKind &kind : kinds())
        all << kind.name;
    return all;
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    const QVector<ReportKind> all = kinds();
    const QString name = invocation.arguments.first();
    const auto kind = std::find_if(all.cbegin(), all.cend(), [&](const ReportKind &k) { return k.name == name; });
    if (kind == all.cend())
        return terminal.refuse(Cli::tr("There is no report \"%1\". There are: %2.").arg(name, names().join(QStringLiteral(", "))),
                               Exit::Usage);
    if (invocation.arguments.size() > 1 && !kind->takesWord)
        return terminal.refuse(Cli::tr("The report \"%1\" takes no word behind its name.").arg(name), Exit::Usage);
    QString format = terminal.json() ? QStringLiteral("json") : invocation.value(QStringLiteral("format"));
    if (format.isEmpty())
        format = QStringLiteral("text");
    if (format != QLatin1String("text") && format != QLatin1String("json") && format != QLatin1String("csv"))
        return terminal.refuse(Cli::tr("A report is written as text, json or csv, not as \"%1\".").arg(format), Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        session.sayIfOffline(terminal);
        const auto report = kind->write(session, invocation.arguments.value(1));
        if (!report)
            return terminal.refuse(report.error());
        if (format == QLatin1String("json"))
            terminal.print(report->json);
        else
            terminal.print(format == QLatin1String("csv") ? report->csv : report->text);
        return Exit::Done;
    });
}

} // namespace

Command reportCommand()
{
    Command command;
    command.name = QStringLiteral("report");
    command.arguments = names().join(QStringLiteral(" | ")) + QStringLiteral(" [ID]");
    command.summary = Cli::tr("The numbers behind the charts, as text, json or csv.");
    QVector<QStringList> rows;
    for (const ReportKind &kind : kinds())
        rows << QStringList{kind.name, kind.summary};
    command.details = aligned(rows).trimmed();
    command.options = {{QStringLiteral("format"), QStringLiteral("FORMAT"), Cli::tr("text, json or csv; text when left out.")}};
    command.leastArguments = 1;
    command.mostArguments = 2;
    command.run = run;
    return command;
}

} // namespace beback::app
