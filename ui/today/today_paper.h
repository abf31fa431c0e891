#pragma once

#include "core/report/report_head.h"
#include "core/report/today.h"

#include <QByteArray>
#include <QImage>

namespace beback::ui {

class PaperPage;

// The page of today as it is handed round: its numbers, what needs a manager, their duties, and how everybody's day goes; upright, in the
// light colors, on as many pages as it takes. Needs a QGuiApplication. Any thread.
QByteArray todayPdf(const TodayPage &today, const ReportHead &head);
QImage todayPicture(const TodayPage &today, const ReportHead &head);
void writeToday(PaperPage &page, const TodayPage &today, const ReportHead &head); // onto the room that is left on it

} // namespace beback::ui
