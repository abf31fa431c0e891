#pragma once

#include "core/base/result.h"
#include "core/report/report_head.h"

#include <functional>

class QWidget;

namespace beback {
class Desk;
}

namespace beback::ui {

class SaveAsker;

// Asks where the Monday page is to be written, a page (PDF) or a spreadsheet (XLSX) by the name of the file; reads it then, and writes
// it. `then` gets the name of the file; it is not called when the person gives up, nor once `room` is gone. GUI thread.
void saveMonday(QWidget *room, Desk &desk, SaveAsker &asker, const ReportHead &head, const std::function<void(const Result<QString> &)> &then);

} // namespace beback::ui
