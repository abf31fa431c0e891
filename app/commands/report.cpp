#include "app/reports/written_report.h"

#include <algorithm>

namespace beback::app {

namespace {

constexpr int MostDays = 3650; // ten years

QVector<ReportKind> kinds()
{
    const QVector<ReportKind> ours{answersReportKind(), attemptsPerLeadReport(), capacityReport(), hourOfPowerReport(), campaignReport(),
                                   solutionsReport(), todayReport()};
    return ours + chartReports();
}

QStringList names()
{
    QStringList all;
    for (const ReportKind &kind : kinds())
        all << kind.name;
    return all;
}

QVector<Option> filterOptions()
{
    return {{QStringLiteral("days"), QStringLiteral("N"),
             Cli::tr("Of a chart: touches of so many days, and leads that came in them; 90 when left out.")},
            {QStringLiteral("open-days"), QStringLiteral("N"), Cli::tr("Of a chart: open leads that are open for at least so many days.")},
            {QStringLiteral("person"), QStringLiteral("LOGIN"), Cli::tr("Of a chart: leads this person holds, and touches they made.")},
            {QStringLiteral("plan"), QStringLiteral("PLAN"), Cli::tr("Of a chart: leads on this plan.")},
            {QStringLiteral("source"), QStringLiteral("SOURCE"), Cli::tr("Of a chart: leads from there.")},
            {QStringLiteral("medium"), QStringLiteral("MEDIUM"), Cli::tr("Of a chart: attempts by call, text, email, note, visit or social alone.")}};
}

// `into` stays as it is where the option is not given. False: it is no such number.
bool readNumber(const Invocation &invocation, const QString &option, int least, int &into)
{
    if (!invocation.has(option))
        return true;
    bool ok = false;
    into = invocation.value(option).toInt(&ok);
    return ok && into >= least && into <= MostDays;
}

// Errors are of usage.
Result<ChartFilter> filterOf(const Invocation &invocation, const ReportKind &kind)
{
    for (const Option &option : filterOptions())
        if (invocation.has(option.name) && !kind.writeChart)
            return Error{Code::Invalid, Cli::tr("The report \"%1\" takes no --%2.").arg(kind.name, option.name), {}};
    ChartFilter filter;
    if (!readNumber(invocation, QStringLiteral("days"), 1, filter.days) || !readNumber(invocation, QStringLiteral("open-days"), 0, filter.openDays))
        return Error{Code::Invalid, Cli::tr("Days are a number up to %1.").arg(MostDays), {}};
    filter.person = invocation.value(QStringLiteral("person"));
    filter.plan = invocation.value(QStringLiteral("plan"));
    filter.source = invocation.value(QStringLiteral("source"));
    if (!invocation.has(QStringLiteral("medium")))
        return filter;
    const auto medium = mediumFromText(invocation.value(QStringLiteral("medium")));
    if (!medium)
        return Error{Code::Invalid, Cli::tr("There is no medium \"%1\". There are: call, text, email, note, visit, social.")
                                        .arg(invocation.value(QStringLiteral("medium"))), {}};
    filter.medium = toText(*medium);
    return filter;
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
    const auto filter = filterOf(invocation, *kind);
    if (!filter)
        return terminal.refuse(filter.error().message, Exit::Usage);
    QString format = terminal.json() ? QStringLiteral("json") : invocation.value(QStringLiteral("format"));
    if (format.isEmpty())
        format = QStringLiteral("text");
    if (format != QLatin1String("text") && format != QLatin1String("json") && format != QLatin1String("csv"))
        return terminal.refuse(Cli::tr("A report is written as text, json or csv, not as \"%1\".").arg(format), Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        session.sayIfOffline(terminal);
        const auto report = kind->writeChart ? kind->writeChart(session, kind->name, *filter) : kind->write(session, invocation.arguments.value(1));
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
    command.options += filterOptions();
    command.leastArguments = 1;
    command.mostArguments = 2;
    command.run = run;
    return command;
}

} // namespace beback::app
