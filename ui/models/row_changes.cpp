#include "ui/models/row_changes.h"

namespace beback::ui {

// Patience: the smallest end of a run of each length, with links back.
QVector<bool> longestRise(const QVector<qsizetype> &positions)
{
    const qsizetype n = positions.size();
    QVector<qsizetype> ends, before(n, -1);
    for (qsizetype i = 0; i < n; ++i) {
        const auto at = std::lower_bound(ends.cbegin(), ends.cend(), i,
                                         [&](qsizetype a, qsizetype b) { return positions[a] < positions[b]; });
        const qsizetype length = at - ends.cbegin();
        if (length > 0)
            before[i] = ends[length - 1];
        if (length == ends.size())
            ends.append(i);
        else
            ends[length] = i;
    }
    QVector<bool> stays; // filled by resize: the filling constructor makes g++ 12 -O3 warn of sizes that cannot be
    stays.resize(n);
    for (qsizetype i = ends.isEmpty() ? -1 : ends.last(); i >= 0; i = before[i])
        stays[i] = true;
    return stays;
}

} // namespace beback::ui
