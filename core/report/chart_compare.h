#pragma once

#include "core/report/chart.h"

namespace beback {

// Puts beside the marks of a chart what the same marks were in as many days right before, and adds a sentence that says what changed,
// with the definition of the period to `counted`. `before`: the same chart of the facts as they stood at pointBefore(), by the same
// filter. Where numbers are counted, people and parts that are only in `before` come to the end of `now` with nothing counted, so that
// its columns add up; not in a heat map or a line, whose marks are places on an axis. A chart without a period stays as it is. A change
// of a share is only said where the intervals are apart. Pure; any thread.
void compare(Chart &now, const Chart &before);

// As of when the period before is looked at: so many days ago at the same time of day, so that a day that is not over is measured
// against one as far. `zone`: the site's, a known one.
Instant pointBefore(int days, const QString &zone, Instant now);

// "30 days before": what a legend and a column of a table are called. One day: "yesterday".
QString periodBeforeName(int days);

} // namespace beback
