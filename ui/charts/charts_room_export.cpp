// What is saved from the room of charts: the chart, all charts, the leads below, the Monday page.
#include "core/desk/deliver.h"
#include "core/report/csv_text.h"
#include "core/report/workbook.h"
#include "core/time/zones.h"
#include "ui/charts/chart_export.h"
#include "ui/charts/chart_leads.h"
#include "ui/charts/charts_room.h"
#include "ui/charts/monday_export.h"
#include "ui/charts/report_paper.h"

#include <QMenu>
#include <QPointer>

namespace beback::ui {

namespace {

const QString Csv = QStringLiteral("csv"), Xlsx = QStringLiteral("xlsx"), Png = QStringLiteral("png"), Pdf = QStringLiteral("pdf");

QString filterOf(const QString &suffix)
{
    if (suffix == Csv)
        return ChartsRoom::tr("Tables (*.csv)");
    if (suffix == Xlsx)
        return ChartsRoom::tr("Spreadsheets (*.xlsx)");
    return suffix == Png ? ChartsRoom::tr("Pictures (*.png)") : ChartsRoom::tr("Pages (*.pdf)");
}

// What cannot fail.
template <class Make> FileMaker made(Make make)
{
    return [make = std::move(make)]() -> Result<QByteArray> { return make(); };
}

} // namespace

void ChartsRoom::buildExports()
{
    const auto add = [this](const char *name, const QString &text, auto then) {
        m_menu->addAction(text, this, then)->setObjectName(QLatin1String("charts.export.") + QLatin1String(name));
    };
    add("csv", tr("Numbers (CSV)…"), [this] { saveChart(Csv); });
    add("xlsx", tr("Spreadsheet (XLSX)…"), [this] { saveChart(Xlsx); });
    add("png", tr("Picture (PNG)…"), [this] { saveChart(Png); });
    add("pdf", tr("Page (PDF)…"), [this] { saveChart(Pdf); });
    m_menu->addSeparator();
    add("leads.csv", tr("Leads below (CSV)…"), [this] { saveLeads(Csv); });
    add("leads.xlsx", tr("Leads below (XLSX)…"), [this] { saveLeads(Xlsx); });
    m_menu->addSeparator();
    add("all", tr("All charts (XLSX)…"), [this] { saveAll(); });
    add("monday", tr("Monday page…"), [this] { saveMondayPage(); });
    m_menu->addSeparator();
}

ReportHead ChartsRoom::head() const
{
    return reportHead(m_page, shownChart(), m_store, m_zone);
}

void ChartsRoom::saveAs(const QString &name, const QString &suffix, const QString &title, const FileMaker &make)
{
    const QString day = zones::local(m_clock.now(), m_zone).date.toString(Qt::ISODate);
    m_asker->ask(window(), title, QStringLiteral("%1-%2.%3").arg(name, day, suffix), filterOf(suffix),
                 [self = QPointer<ChartsRoom>(this), make](const QString &path) {
                     if (self)
                         self->write(path, make);
                 });
}

void ChartsRoom::saveChart(const QString &suffix)
{
    const Chart *chart = shownChart();
    if (!chart)
        return;
    if (suffix == Csv)
        return saveAs(chart->id, suffix, tr("Save the numbers of the chart"), made([chart = *chart] { return chartCsv(chart).toUtf8(); }));
    if (suffix == Png)
        return saveAs(chart->id, suffix, tr("Save the picture of the chart"), made([chart = *chart, head = head()] { return pngOf(chartPicture(chart, head)); }));
    if (suffix == Pdf)
        return saveAs(chart->id, suffix, tr("Save the chart as a page"), made([chart = *chart, head = head()] { return chartPdf(chart, head); }));
    saveAs(chart->id, suffix, tr("Save the chart as a spreadsheet"), [chart = *chart, head = head()] { return xlsxOf(workbookOf({chart}, head)); });
}

void ChartsRoom::saveAll()
{
    deliver(m_desk.charts(m_filter), this, [this](const Result<ChartPage> &page) { // those that were not looked at, too
        if (!page)
            return fail(tr("The charts are not saved"), page.error().message, false);
        saveAs(QStringLiteral("charts"), Xlsx, tr("Save all charts as a spreadsheet"),
               [charts = page->charts, head = reportHead(*page, nullptr, m_store, m_zone)] { return xlsxOf(workbookOf(charts, head)); });
    });
}

// Page by page, as the desk reads them; what is chosen meanwhile does not change what is saved.
void ChartsRoom::readLeads(const QVector<LeadId> &rest, const QVector<ChartLead> &read, const std::function<void(const QVector<ChartLead> &)> &then)
{
    if (rest.isEmpty())
        return then(read);
    deliver(m_desk.chartLeads(rest.mid(0, ChartLeads::Page)), this, [this, rest, read, then](const Result<QVector<ChartLead>> &answer) {
        if (!answer)
            return fail(tr("The leads cannot be read"), answer.error().message, false);
        readLeads(rest.mid(ChartLeads::Page), read + *answer, then);
    });
}

void ChartsRoom::saveLeads(const QString &suffix)
{
    if (m_leads->leads().isEmpty())
        return Q_EMIT said(tr("Choose a mark first: the leads behind it are saved."));
    const Chart *chart = m_page.find(m_chosen.chart);
    const QString about = m_given.isEmpty() && chart ? chart->says : m_givenHeading;
    readLeads(m_leads->leads(), {}, [this, suffix, about](const QVector<ChartLead> &leads) {
        const Table table = tableOf(leads);
        if (suffix == Csv)
            return saveAs(QStringLiteral("leads"), suffix, tr("Save the leads"), made([table] { return csvOf(table).toUtf8(); }));
        saveAs(QStringLiteral("leads"), suffix, tr("Save the leads as a spreadsheet"),
               [table, about, head = head()] { return xlsxOf(workbookOf({table}, about, {}, head)); });
    });
}

void ChartsRoom::saveMondayPage()
{
    saveMonday(this, m_desk, *m_asker, {m_store, m_zone, m_clock.now(), {}}, [this](const Result<QString> &saved) {
        if (!saved)
            return fail(tr("The page is not saved"), saved.error().message, false);
        Q_EMIT said(tr("Saved: %1").arg(*saved));
    });
}

void ChartsRoom::write(const QString &path, const FileMaker &make)
{
    deliver(writeLater(path, make), this, [this](const Result<QString> &saved) {
        if (!saved)
            return fail(tr("The file is not saved"), saved.error().message, false);
        Q_EMIT said(tr("Saved: %1").arg(*saved));
    });
}

} // namespace beback::ui
