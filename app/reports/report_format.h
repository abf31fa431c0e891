#pragma once

#include "app/reports/written_report.h"
#include "core/report/report_head.h"

namespace beback::app {

// The ways a report can be written.
enum class ReportFormat { Text, Json, Csv, Xlsx, Png, Pdf };
QStringList formatNames(); // in this order
std::optional<ReportFormat> formatFromText(const QString &name);
bool isDrawn(ReportFormat format);  // needs fonts and colors, though no display
bool isBinary(ReportFormat format); // is no use on a terminal

// What an invocation asks for: --json, --format, or what the name of --out ends with; text when nothing says so. Errors: Invalid,
// also where the first two contradict each other.
Result<ReportFormat> formatOf(const Invocation &invocation);
// Of the command `report`, before anything is opened: whether what it asks for is drawn.
bool asksForDrawing(const Invocation &invocation);

// The report as it is written. `summary`: of its kind, where it has no title. Errors: Unavailable, where this build draws nothing or no temporary file
// can be written.
Result<QByteArray> bytesOf(const WrittenReport &report, ReportFormat format, const QString &summary, const ReportHead &head);

} // namespace beback::app
