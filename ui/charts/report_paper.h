#pragma once

#include "core/report/report_head.h"

#include <QByteArray>
#include <QImage>

namespace beback::ui {

// Reports on paper and as pictures for whoever has no window before them: in the light colors whatever the window shows, with the store,
// as of when, and how everything is counted. Text in a PDF is text, lines are lines. Needs a QGuiApplication. Thread: GUI.

// One page, and more where its table is long.
QByteArray chartPdf(const Chart &chart, const ReportHead &head);
QImage chartPrint(const Chart &chart); // chartPicture() on paper
QByteArray tablePdf(const Table &table, const QString &title, const ReportHead &head);
QImage tablePicture(const Table &table, const QString &title, const ReportHead &head);

} // namespace beback::ui
