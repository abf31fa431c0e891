#include "ui/widgets/live_list_view.h"

#include "ui/models/row_model.h"
#include "ui/style/beback_style.h"

#include <QScrollBar>

namespace beback::ui {

namespace {

bool isHead(const QModelIndex &index)
{
    return !index.flags().testFlag(Qt::ItemIsSelectable);
}

} // namespace

LiveListView::LiveListView(SkeletonWidget::Shape shape, QWidget *parent)
    : QListView(parent), m_skeleton(new SkeletonWidget(shape, this))
{
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    setOverlayScrollBar(this);
    viewport()->setBackgroundRole(QPalette::Window);
    m_skeleton->setOffersWithout(false);
    m_skeleton->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_skeleton->hide();
}

void LiveListView::setRows(RowModel *rows)
{
    if (model())
        model()->disconnect(this);
    setModel(rows);
    if (!rows)
        return;
    connect(rows, &RowModel::changing, this, &LiveListView::remember);
    connect(rows, &RowModel::changed, this, [this] {
        restore();
        setLoading(false);
        rowsChanged();
    });
}

void LiveListView::setLoading(bool loading)
{
    if (loading == isLoading())
        return;
    m_skeleton->setVisible(loading);
    if (loading) {
        m_skeleton->begin();
        m_skeleton->raise();
    } else {
        m_skeleton->finish();
    }
}

void LiveListView::placeSkeleton(const QRect &where)
{
    m_skeleton->setGeometry(where);
}

bool LiveListView::isInSight(const QModelIndex &index) const
{
    return index.isValid() && viewport()->rect().intersects(visualRect(index));
}

QVector<QModelIndex> LiveListView::rowsToKeep() const
{
    QVector<QModelIndex> rows;
    for (QModelIndex index = indexAt(QPoint(viewport()->width() / 2, 1)); isInSight(index);
         index = index.siblingAtRow(index.row() + 1)) {
        if (!isHead(index))
            rows.append(index);
    }
    return rows;
}

void LiveListView::remember()
{
    m_kept.clear();
    for (const QModelIndex &index : rowsToKeep())
        m_kept.append({index, visualRect(index).y()});
}

void LiveListView::restore()
{
    for (const auto &[index, y] : std::as_const(m_kept)) {
        if (!index.isValid())
            continue;
        doItemsLayout();
        verticalScrollBar()->setValue(verticalScrollBar()->value() + visualRect(index).y() - y);
        break;
    }
    m_kept.clear();
}

QModelIndex LiveListView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex index = QListView::moveCursor(action, modifiers);
    if (!index.isValid() || !isHead(index))
        return index;
    const auto pass = [&index](int by) {
        QModelIndex next = index;
        while (next.isValid() && isHead(next))
            next = next.siblingAtRow(next.row() + by);
        return next;
    };
    const bool up = action == MoveUp || action == MovePrevious || action == MovePageUp || action == MoveEnd;
    const QModelIndex next = pass(up ? -1 : 1);
    if (next.isValid())
        return next;
    return currentIndex().isValid() ? currentIndex() : pass(up ? 1 : -1);
}

} // namespace beback::ui
