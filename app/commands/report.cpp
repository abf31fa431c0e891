#include "app/session.h"
#include "core/report/attempts_per_lead.h"

#include <QJsonArray>

namespace beback::app {

namespace {

const QString AttemptsName = QStringLiteral("attempts-per-lead");

QJsonObject toJson(const AttemptsPerLead &report)
{
    QJsonArray bins;
    for (const AttemptsPerLead::Bin &bin : report.bins)
        bins << QJsonObject{{QStringLiteral("attempts"), bin.attempts},
                            {QStringLiteral("leads"), bin.leads},
                            {QStringLiteral("open"), bin.open},
                            {QStringLiteral("reached"), bin.reached}};
    return {{QStringLiteral("report"), AttemptsName},
            {QStringLiteral("leads"), report.leads},
            {QStringLiteral("attempts"), report.attempts},
            {QStringLiteral("bins"), bins}};
}

QString toCsv(const AttemptsPerLead &report)
{
    QString text = QStringLiteral("attempts,leads,open,reached\r\n");
    for (const AttemptsPerLead::Bin &bin : report.bins)
        text += QStringLiteral("%1,%2,%3,%4\r\n").arg(bin.attempts).arg(bin.leads).arg(bin.open).arg(bin.reached);
    return text;
}

QString toText(const AttemptsPerLead &report)
{
    QVector<QStringList> rows{{Cli::tr("Attempts"), Cli::tr("Leads"), Cli::tr("Open"), Cli::tr("Reached")}};
    for (const AttemptsPerLead::Bin &bin : report.bins)
        rows << QStringList{QString::number(bin.attempts), QString::number(bin.leads), QString::number(bin.open),
                            QString::number(bin.reached)};
    return aligned(rows)
           + Cli::tr("%1 attempts on %2 leads: %3 a lead.\n")
                 .arg(report.attempts)
                 .arg(report.leads)
                 .arg(report.perLead(), 0, 'f', 1);
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    if (invocation.arguments.first() != AttemptsName)
        return terminal.refuse(Cli::tr("There is no report \"%1\". There is: %2.").arg(invocation.arguments.first(), AttemptsName), Exit::Usage);
    QString format = terminal.json() ? QStringLiteral("json") : invocation.value(QStringLiteral("format"));
    if (format.isEmpty())
        format = QStringLiteral("text");
    if (format != QLatin1String("text") && format != QLatin1String("json") && format != QLatin1String("csv"))
        return terminal.refuse(Cli::tr("A report is written as text, json or csv, not as \"%1\".").arg(format), Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        session.sayIfOffline(terminal);
        const auto report = attemptsPerLead(session.lists(), session.place().rooftopId());
        if (!report)
            return terminal.refuse(report.error());
        if (format == QLatin1String("json"))
            terminal.print(toJson(*report));
        else
            terminal.print(format == QLatin1String("csv") ? toCsv(*report) : toText(*report));
        return Exit::Done;
    });
}

} // namespace

Command reportCommand()
{
    Command command;
    command.name = QStringLiteral("report");
    command.arguments = QStringLiteral("attempts-per-lead");
    command.summary = Cli::tr("How many leads have had how many attempts.");
    command.options = {{QStringLiteral("format"), QStringLiteral("FORMAT"), Cli::tr("text, json or csv; text when left out.")}};
    command.leastArguments = command.mostArguments = 1;
    command.run = run;
    return command;
}

} // namespace beback::app
