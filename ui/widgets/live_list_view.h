#pragma once

#include "ui/widgets/skeleton_widget.h"

#include <QListView>

namespace beback::ui {

class RowModel;

// A list that changes while it is read: rows come and go around what is under the eye, which keeps its place on the
// screen. Rows that cannot be selected are heads; the arrow keys pass over them.
class LiveListView : public QListView
{
    Q_OBJECT
public:
    // `shape`: of the skeleton shown while the rows are read.
    explicit LiveListView(SkeletonWidget::Shape shape, QWidget *parent = nullptr);

    void setLoading(bool loading); // the skeleton, until the rows are there

protected:
    void setRows(RowModel *model);
    virtual void rowsChanged() {} // after every change, the place being kept
    // What keeps its place, best first: the first of these rows that is still there. Here: those in sight.
    virtual QVector<QModelIndex> rowsToKeep() const;
    bool isInSight(const QModelIndex &index) const;
    bool isLoading() const { return !m_skeleton->isHidden(); }
    void placeSkeleton(const QRect &where);
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void remember();
    void restore();

    SkeletonWidget *m_skeleton;
    QVector<QPair<QPersistentModelIndex, int>> m_kept; // with their y
};

} // namespace beback::ui
