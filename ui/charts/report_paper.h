#pragma once

#include "core/report/report_head.h"

#include <QByteArray>
#include <QImage>

namespace beback::ui {

class PaperPage;

// Reports on paper and as pictures for whoever has no window before them: in the light colors whatever the window shows, with the store,
// as of when, and how everything is counted. Text in a PDF is text, lines are lines. Needs a QGuiApplication. Any thread: what is long is not painted in the
// GUI thread.

// One page, and more where its table is long.
QByteArray chartPdf(const Chart &chart, const ReportHead &head);
void writeChart(PaperPage &page, const Chart &chart, const ReportHead &head); // what stands on it
QImage chartPicture(const Chart &chart, const ReportHead &head); // with its sentence and its legend
// `counted`: how it is counted, below the table; empty: nothing stands there.
QByteArray tablePdf(const Table &table, const QString &title, const ReportHead &head, const QString &counted = {});
void writeTable(PaperPage &page, const Table &table, const QString &title, const ReportHead &head, const QString &counted);
// Of a table that is longer than a picture can be the first rows, and that it goes on.
QImage tablePicture(const Table &table, const QString &title, const ReportHead &head, const QString &counted = {});

} // namespace beback::ui
