#pragma once

#include <QString>

namespace beback::ui {

// What a chart in which nothing stands yet is missing, and what to do for it: "It counts touches. Record a call …". Of a chart that is
// not known here: what holds for all of them.
QString whatFills(const QString &chartId);

} // namespace beback::ui
