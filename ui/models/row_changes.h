#pragma once

#include <QHash>
#include <QVector>

#include <algorithm>

namespace beback::ui {

// The least moving way from one order of keys to another: what stays in relative order is never touched, so a view
// keeps selection and scroll. Keys are unique in either list.
//
// Every step is meant for the list as the steps before left it. Move: row `from` goes to where it is row `to` after.
struct RowStep
{
    enum class Kind { Remove, Insert, Move };
    Kind kind = Kind::Remove;
    qsizetype from = 0;   // Remove, Move
    qsizetype to = 0;     // Insert, Move
    qsizetype source = 0; // Insert: the row of the new order
    friend bool operator==(const RowStep &, const RowStep &) = default;
};

// Which rows of `positions` (distinct numbers) form a longest rising run; the others are the fewest to move.
QVector<bool> longestRise(const QVector<qsizetype> &positions);

template <class Key> QVector<RowStep> rowSteps(QVector<Key> before, const QVector<Key> &after)
{
    QVector<RowStep> steps;
    QHash<Key, qsizetype> target;
    for (qsizetype i = 0; i < after.size(); ++i)
        target.insert(after[i], i);
    for (qsizetype i = before.size(); i-- > 0;) {
        if (target.contains(before[i]))
            continue;
        steps.append({RowStep::Kind::Remove, i, 0, 0});
        before.removeAt(i);
    }
    QVector<qsizetype> positions;
    for (const Key &key : before)
        positions.append(target.value(key));
    const QVector<bool> stays = longestRise(positions);
    QVector<bool> settled(after.size(), false);
    for (qsizetype i = 0; i < before.size(); ++i)
        settled[positions[i]] = stays[i];
    // In the new order, everything not settled goes right behind its predecessor.
    for (qsizetype i = 0; i < after.size(); ++i) {
        if (settled[i])
            continue;
        const qsizetype behind = i == 0 ? 0 : before.indexOf(after[i - 1]) + 1;
        const qsizetype from = before.indexOf(after[i]);
        if (from < 0) {
            steps.append({RowStep::Kind::Insert, 0, behind, i});
            before.insert(behind, after[i]);
        } else if (from != behind) {
            const qsizetype to = from < behind ? behind - 1 : behind;
            if (to != from)
                steps.append({RowStep::Kind::Move, from, to, 0});
            before.move(from, to);
        }
    }
    return steps;
}

} // namespace beback::ui
