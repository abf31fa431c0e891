#include "app/reports/report_format.h"

#include "core/report/workbook.h"
#ifdef BEBACK_UI
#include "ui/charts/chart_export.h"
#include "ui/charts/monday_page.h"
#include "ui/charts/report_paper.h"
#include "ui/today/today_paper.h"
#endif

#include <QFileInfo>
#include <QJsonDocument>

#include <array>

namespace beback::app {

namespace {

// By ReportFormat.
constexpr std::array Names = {"text", "json", "csv", "xlsx", "png", "pdf"};

#ifdef BEBACK_UI
Result<QByteArray> drawn(const WrittenReport &report, ReportFormat format, const QString &title, const ReportHead &head)
{
    const bool isPicture = format == ReportFormat::Png;
    if (report.monday)
        return isPicture ? ui::pngOf(ui::mondayPicture(*report.monday, head)) : ui::mondayPdf(*report.monday, head);
    if (report.today)
        return isPicture ? ui::pngOf(ui::todayPicture(*report.today, head)) : ui::todayPdf(*report.today, head);
    if (report.chart)
        return isPicture ? ui::pngOf(ui::chartPicture(*report.chart, head)) : ui::chartPdf(*report.chart, head);
    const Table &table = report.paper ? *report.paper : report.table;
    return isPicture ? ui::pngOf(ui::tablePicture(table, title, head, report.counted)) : ui::tablePdf(table, title, head, report.counted);
}
#else
Result<QByteArray> drawn(const WrittenReport &, ReportFormat, const QString &, const ReportHead &)
{
    return Error{Code::Unavailable, Cli::tr("This build has no window and draws nothing. It writes text, json, csv and xlsx."), {}};
}
#endif

// What a kind of report is about, as it stands in a list of them, as a heading: without how to ask for it.
QString titleOf(const WrittenReport &report, const QString &summary)
{
    const QString title = report.title.isEmpty() ? summary.section(QLatin1Char(';'), 0, 0) : report.title;
    return title.isEmpty() ? title : title.front().toUpper() + title.mid(1);
}

Workbook workbookFor(const WrittenReport &report, const QString &title, const ReportHead &head)
{
    if (report.monday)
        return workbookOf(*report.monday, head);
    if (report.chart)
        return workbookOf({*report.chart}, head);
    return workbookOf({report.table}, title, {}, head);
}

} // namespace

QStringList formatNames()
{
    QStringList names;
    for (const char *name : Names)
        names << QLatin1String(name);
    return names;
}

std::optional<ReportFormat> formatFromText(const QString &name)
{
    const qsizetype index = formatNames().indexOf(name);
    return index < 0 ? std::nullopt : std::optional(ReportFormat(index));
}

bool isDrawn(ReportFormat format)
{
    return format == ReportFormat::Png || format == ReportFormat::Pdf;
}

bool isBinary(ReportFormat format)
{
    return isDrawn(format) || format == ReportFormat::Xlsx;
}

Result<ReportFormat> formatOf(const Invocation &invocation)
{
    const QString asked = invocation.value(QStringLiteral("format"));
    if (invocation.has(QStringLiteral("json"))) {
        if (!asked.isEmpty() && formatFromText(asked) != ReportFormat::Json)
            return Error{Code::Invalid, Cli::tr("--json and --format %1 ask for two things. Leave out one of them.").arg(asked), {}};
        return ReportFormat::Json;
    }
    if (asked.isEmpty()) {
        const QString ending = QFileInfo(invocation.value(QStringLiteral("out"))).suffix().toLower();
        if (ending.isEmpty() || ending == QLatin1String("txt"))
            return ReportFormat::Text;
        if (const auto format = formatFromText(ending))
            return *format;
        return Error{Code::Invalid, Cli::tr("A file that ends in .%1 is none of these: %2. Name it otherwise, or say which with --format.").arg(ending, formatNames().join(QStringLiteral(", "))), {}};
    }
    if (const auto format = formatFromText(asked))
        return *format;
    return Error{Code::Invalid, Cli::tr("A report is written as %1, not as \"%2\".").arg(formatNames().join(QStringLiteral(", ")), asked), {}};
}

bool asksForDrawing(const Invocation &invocation)
{
    const auto format = formatOf(invocation);
    return format && isDrawn(*format);
}

Result<QByteArray> bytesOf(const WrittenReport &report, ReportFormat format, const QString &summary, const ReportHead &head)
{
    const QString title = titleOf(report, summary);
    switch (format) {
    case ReportFormat::Json: return QJsonDocument(report.json).toJson(QJsonDocument::Compact) + '\n';
    case ReportFormat::Csv: return csvOf(report.table).toUtf8();
    case ReportFormat::Xlsx: return xlsxOf(workbookFor(report, title, head));
    case ReportFormat::Png:
    case ReportFormat::Pdf: return drawn(report, format, title, head);
    case ReportFormat::Text: break;
    }
    return report.text.toUtf8();
}

} // namespace beback::app
