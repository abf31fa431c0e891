#pragma once

#include "core/report/monday.h"
#include "core/report/report_head.h"

#include <QByteArray>
#include <QImage>

namespace beback::ui {

class PaperPage;

// The Monday page as it is pinned up: always one page, upright, in the light colors. What needs a manager and who has what
// to do are always on it: of both those that come first, and how many more there are. Needs a QGuiApplication. Any thread.
QByteArray mondayPdf(const MondayPage &monday, const ReportHead &head);
QImage mondayPicture(const MondayPage &monday, const ReportHead &head);
void writeMonday(PaperPage &page, const MondayPage &monday, const ReportHead &head); // onto the room that is left on it
// How it is counted, as far as it stands below: what a week is, and where duties of managers are told of, what counts as one. Any thread.
QString mondayFoot(const MondayPage &monday);

} // namespace beback::ui
