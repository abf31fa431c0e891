#pragma once

#include "core/base/result.h"
#include "core/report/chart.h"
#include "core/store/connection.h"

#include <QJsonObject>

namespace beback {

// A chart and what it is asked about, under a name: what a manager looks at again and again. All managers of a store have all of them.
struct SavedView {
    QString name;  // as looked for by findView(): without blanks at its ends
    QString chart; // Chart::id
    ChartFilter filter;
    QString by;    // login of who saved it
    Instant at;
    bool isOf(const QString &id, const ChartFilter &asked) const { return chart == id && filter == asked; }
    friend bool operator==(const SavedView &, const SavedView &) = default;
};

inline constexpr int MostViewName = 80; // characters of a name

// How a filter is written everywhere: in a saved view, in what a window remembers, in a report. What means nothing here, as it was
// kept by another version, is left out in reading.
QJsonObject toJson(const ChartFilter &filter);
ChartFilter filterFromJson(const QJsonObject &kept);

// The name as it is kept. Errors: Invalid, for an empty or too long name and for a chart there is not.
Result<QString> checkedViewName(const SavedView &view);
// That of exactly this name, else one whose name reads alike, as search has it: small and capital letters and accents are all that
// differs. Null: none.
const SavedView *findView(const QVector<SavedView> &views, const QString &name);

// Of a store, by name as a person reads them. Thread: the connection's, of all below.
Result<QVector<SavedView>> readViews(Connection &db, RooftopId rooftop);
// `over`: in the place of one of exactly that name. Errors besides: those of checkedViewName(); Conflict, where there is one and it is
// not to be replaced, or another one whose name reads alike; Denied by a shared database, for anybody but a manager. There the database says by whom and when it was.
Result<void> putView(Connection &db, RooftopId rooftop, const SavedView &view, bool over);
// One that is not there is no error.
Result<void> removeView(Connection &db, RooftopId rooftop, const QString &name);
// As they are in another store, into a desk's own, in the place of all it has.
Result<void> keepViews(Connection &own, RooftopId rooftop, const QVector<SavedView> &views);

} // namespace beback
