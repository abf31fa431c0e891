#pragma once

#include "ui/models/row_changes.h"

#include <QAbstractListModel>

namespace beback::ui {

// A list whose rows are worked out anew each time and shown as the difference to what was there, so that whoever looks at
// it keeps selection and place.
class RowModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

Q_SIGNALS:
    // Around every change of rows, so that a view can keep its place.
    void changing();
    void changed();

protected:
    // Turns `rows` into `wanted` in the fewest steps. `keyOf` tells a row from every other; a row that stays and is not
    // equal to the wanted one is replaced.
    template <class Row, class KeyOf> void change(QVector<Row> &rows, const QVector<Row> &wanted, KeyOf keyOf);

private:
    template <class Row> void take(QVector<Row> &rows, const QVector<Row> &wanted, const RowStep &step);
};

template <class Row> void RowModel::take(QVector<Row> &rows, const QVector<Row> &wanted, const RowStep &step)
{
    const int from = int(step.from), to = int(step.to);
    switch (step.kind) {
    case RowStep::Kind::Remove:
        beginRemoveRows({}, from, from);
        rows.removeAt(from);
        endRemoveRows();
        return;
    case RowStep::Kind::Insert:
        beginInsertRows({}, to, to);
        rows.insert(to, wanted[step.source]);
        endInsertRows();
        return;
    case RowStep::Kind::Move:
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        rows.move(from, to);
        endMoveRows();
        return;
    }
}

template <class Row, class KeyOf> void RowModel::change(QVector<Row> &rows, const QVector<Row> &wanted, KeyOf keyOf)
{
    QVector<QString> before, after;
    for (const Row &row : std::as_const(rows))
        before.append(keyOf(row));
    for (const Row &row : wanted)
        after.append(keyOf(row));
    Q_EMIT changing();
    for (const RowStep &step : rowSteps(before, after))
        take(rows, wanted, step);
    for (int i = 0; i < rows.size(); ++i) {
        if (rows[i] == wanted[i])
            continue;
        rows[i] = wanted[i];
        Q_EMIT dataChanged(index(i), index(i));
    }
    Q_EMIT changed();
}

} // namespace beback::ui
