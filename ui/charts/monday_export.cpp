#include "ui/charts/monday_export.h"

#include "core/desk/deliver.h"
#include "core/desk/desk.h"
#include "core/report/monday.h"
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

FileMaker makerOf(const MondayPage &page, ReportHead head, const QString &path)
{
    head.at = page.at;
    if (QFileInfo(path).suffix().compare(QLatin1String("xlsx"), Qt::CaseInsensitive) == 0)
        return [page, head] { return xlsxOf(workbookOf(page, head)); };
    return [page, head]() -> Result<QByteArray> { return mondayPdf(page, head); };
}

} // namespace

void saveMonday(QWidget *room, Desk &desk, SaveAsker &asker, const ReportHead &head, const std::function<void(const Result<QString> &)> &then)
{
    const QString day = zones::local(head.at, head.zone).date.toString(Qt::ISODate);
    asker.ask(room->window(), tr("Save the Monday page"), QStringLiteral("monday-%1.pdf").arg(day), tr("Pages (*.pdf);;Spreadsheets (*.xlsx)"),
              [room = QPointer<QWidget>(room), &desk, head, then](const QString &path) {
                  if (!room)
                      return;
                  deliver(desk.mondayPage(), room.data(), [room, head, then, path](const Result<MondayPage> &page) {
                      if (!page)
                          return then(page.error());
                      deliver(writeLater(path, makerOf(*page, head, path)), room.data(), then);
                  });
              });
}

} // namespace beback::ui
