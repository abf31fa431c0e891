#include "app/reports/report_format.h"
#include "core/report/report_file.h"

#include <algorithm>

namespace beback::app {

namespace {

constexpr int MostDays = 3650; // ten years
const QString ViewOption = QStringLiteral("view");

QVector<ReportKind> kinds()
{
    const QVector<ReportKind> ours{answersReportKind(), attemptsPerLeadReport(), capacityReport(), hourOfPowerReport(), campaignReport(),
                                   mondayReport(), solutionsReport(), todayReport(), savedViewsReport()};
    return ours + chartReports();
}

QStringList names()
{
    QStringList all;
    for (const ReportKind &kind : kinds())
        all << kind.name;
    return all;
}

const QString LeadsOption = QStringLiteral("leads"), PartOption = QStringLiteral("part");

QVector<Option> leadOptions()
{
    return {{LeadsOption, QStringLiteral("MARK"),
             Cli::tr("Of a chart: the leads behind the number MARK, as it stands in its table, in the order of the window.")},
            {PartOption, QStringLiteral("PART"), Cli::tr("With --leads: of this column of the table alone.")}};
}

QVector<Option> filterOptions()
{
    return {{ViewOption, QStringLiteral("NAME"),
             Cli::tr("Of a chart: asked what managers saved under this name, instead of the options below; \"report views\" lists them.")},
            {QStringLiteral("days"), QStringLiteral("N"),
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

// Of some reports only the drawing is a chart, and the leads behind its numbers.
bool isChart(const Invocation &invocation, const ReportKind &kind, ReportFormat format)
{
    return kind.writeChart && (!kind.write || isDrawn(format) || invocation.has(LeadsOption));
}

// Errors are of usage. What a saved view asks is only known in the store: see asked().
Result<ChartFilter> filterOf(const Invocation &invocation, const ReportKind &kind, ReportFormat format)
{
    for (const Option &option : filterOptions() + leadOptions())
        if (invocation.has(option.name) && !isChart(invocation, kind, format))
            return Error{Code::Invalid, Cli::tr("The report \"%1\" takes no --%2.").arg(kind.name, option.name), {}};
    if (invocation.has(PartOption) && !invocation.has(LeadsOption))
        return Error{Code::Invalid, Cli::tr("--part says which leads are meant: it needs --leads beside it."), {}};
    if (invocation.has(ViewOption))
        for (const Option &option : filterOptions())
            if (option.name != ViewOption && invocation.has(option.name))
                return Error{Code::Invalid, Cli::tr("A view says everything that is asked. Leave out --%1, or --view.").arg(option.name), {}};
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

Result<ChartFilter> asked(Session &session, const Invocation &invocation, const ChartFilter &byOptions)
{
    if (!invocation.has(ViewOption))
        return byOptions;
    BEBACK_TRY(view, savedViewOf(session, invocation.value(ViewOption)));
    return view.filter;
}

ReportHead headOf(Session &session, const WrittenReport &report)
{
    const RooftopFacts &rooftop = session.place().rooftop();
    return {storeText(rooftop.name, rooftop.city), session.zone(), session.now(), report.filter};
}

// What was there before under that name is replaced: a scheduler writes the same file again and again.
Exit deliver(const QByteArray &bytes, const QString &out, Terminal &terminal)
{
    if (out.isEmpty()) {
        terminal.printRaw(bytes);
        return Exit::Done;
    }
    if (const Result<void> written = writeReport(out, bytes); !written)
        return terminal.refuse(written.error().message);
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("written"), out}});
    else
        terminal.print(Cli::tr("Written: %1\n").arg(out));
    return Exit::Done;
}

Result<WrittenReport> written(Session &session, const Invocation &invocation, const ReportKind &kind, ReportFormat format, const ChartFilter &filter)
{
    if (!isChart(invocation, kind, format))
        return kind.write(session, invocation.arguments.value(1));
    if (invocation.has(LeadsOption))
        return writeChartLeads(session, kind.name, filter, {invocation.value(LeadsOption), invocation.value(PartOption)});
    return kind.writeChart(session, kind.name, filter);
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
    const auto format = formatOf(invocation);
    if (!format)
        return terminal.refuse(format.error().message, Exit::Usage);
    const auto filter = filterOf(invocation, *kind, *format);
    if (!filter)
        return terminal.refuse(filter.error().message, Exit::Usage);
    const QString out = invocation.value(QStringLiteral("out"));
    if (out.isEmpty() && isBinary(*format) && Terminal::isLookedAt())
        return terminal.refuse(Cli::tr("That is no text to be shown here. Name a file with --out FILE."), Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        session.sayIfOffline(terminal);
        const auto wanted = asked(session, invocation, *filter);
        if (!wanted)
            return terminal.refuse(wanted.error());
        const auto report = written(session, invocation, *kind, *format, *wanted);
        if (!report)
            return terminal.refuse(report.error());
        const auto bytes = bytesOf(*report, *format, kind->summary, headOf(session, *report));
        return bytes ? deliver(*bytes, out, terminal) : terminal.refuse(bytes.error().message);
    });
}

} // namespace

Command reportCommand()
{
    Command command;
    command.name = QStringLiteral("report");
    command.arguments = names().join(QStringLiteral(" | ")) + QStringLiteral(" [ID]");
    command.summary = Cli::tr("The numbers behind the charts, as text, a table, a spreadsheet, a picture or a page.");
    QVector<QStringList> rows;
    for (const ReportKind &kind : kinds())
        rows << QStringList{kind.name, kind.summary};
    command.details = aligned(rows).trimmed();
    command.options = {{QStringLiteral("format"), QStringLiteral("FORMAT"),
                        Cli::tr("text, json, csv, xlsx, png or pdf; when left out what the name of the file ends with, else text.")},
                       {QStringLiteral("out"), QStringLiteral("FILE"), Cli::tr("Written there, all of it or nothing; what is there is replaced.")}};
    command.options += leadOptions() + filterOptions();
    command.leastArguments = 1;
    command.mostArguments = 2;
    command.run = run;
    command.draws = asksForDrawing;
    return command;
}

} // namespace beback::app
