#include "ui/charts/monday_export.h"

#include "core/desk/deliver.h"
#include "core/desk/desk.h"
#include "core/report/monday.h"
#include "core/report/report_file.h"
#include "core/report/workbook.h"
#include "core/time/zones.h"
#include "ui/charts/chart_export.h"
#include "ui/charts/monday_page.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPointer>
#include <QWidget>

namespace beback::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("MondayPage", text);
}

Result<QByteArray> contentOf(const MondayPage &page, ReportHead head, const QString &path)
{
    head.at = page.at;
    if (QFileInfo(path).suffix().compare(QLatin1String("xlsx"), Qt::CaseInsensitive) == 0)
        return xlsxOf(workbookOf(page, head));
    return mondayPdf(page, head);
}

Result<QString> written(const Result<MondayPage> &page, const ReportHead &head, const QString &path)
{
    if (!page)
        return page.error();
    BEBACK_TRY(content, contentOf(*page, head, path));
    BEBACK_CHECK(writeReport(path, content));
    return QFileInfo(path).fileName();
}

} // namespace

void saveMonday(QWidget *room, Desk &desk, SaveAsker &asker, const ReportHead &head, const std::function<void(const Result<QString> &)> &then)
{
    const QString day = zones::local(head.at, head.zone).date.toString(Qt::ISODate);
    asker.ask(room->window(), tr("Save the Monday page"), QStringLiteral("monday-%1.pdf").arg(day), tr("Pages (*.pdf);;Spreadsheets (*.xlsx)"),
              [room = QPointer<QWidget>(room), &desk, head, then](const QString &path) {
                  if (!room)
                      return;
                  deliver(desk.mondayPage(), room.data(), [head, then, path](const Result<MondayPage> &page) { then(written(page, head, path)); });
              });
}

} // namespace beback::ui
