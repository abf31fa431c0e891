#include "ui/queue/queue_view.h"

#include "ui/queue/queue_delegate.h"
#include "ui/queue/queue_foot.h"
#include "ui/style/beback_style.h"
#include "ui/style/theme.h"
#include "ui/widgets/skeleton_widget.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

namespace beback::ui {

QueueView::QueueView(QWidget *parent)
    : QListView(parent), m_foot(new QueueFoot(this)),
      m_skeleton(new SkeletonWidget(SkeletonWidget::Shape::QueueRows, this))
{
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new QueueDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setResizeMode(QListView::Adjust);
    setAccessibleName(tr("Queue"));
    setOverlayScrollBar(this);
    viewport()->setBackgroundRole(QPalette::Window);
    m_skeleton->setOffersWithout(false);
    m_skeleton->hide();
    m_skeleton->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(m_foot, &QAbstractButton::clicked, this, &QueueView::footActivated);
    placeExtras();
    defaultFoot();
}

void QueueView::setQueue(QueueModel *model)
{
    if (m_queue)
        m_queue->disconnect(this);
    m_queue = model;
    setModel(model);
    if (!model)
        return;
    connect(model, &QueueModel::changing, this, &QueueView::remember);
    connect(model, &QueueModel::changed, this, [this] {
        restore();
        setLoading(false);
        if (m_ownFoot)
            defaultFoot();
    });
    defaultFoot();
}

CustomerId QueueView::currentCustomer() const
{
    const QueueItem *item = m_queue ? m_queue->item(currentIndex()) : nullptr;
    return item ? item->customer : CustomerId();
}

bool QueueView::select(CustomerId customer)
{
    const QModelIndex index = m_queue ? m_queue->indexOf(customer) : QModelIndex();
    if (!index.isValid())
        return false;
    setCurrentIndex(index);
    reveal(index);
    return true;
}

// With the head above it, which belongs to it.
void QueueView::reveal(const QModelIndex &index)
{
    const QModelIndex above = index.siblingAtRow(index.row() - 1);
    if (above.isValid() && !m_queue->item(above))
        scrollTo(above);
    scrollTo(index);
}

void QueueView::setLoading(bool loading)
{
    const bool was = !m_skeleton->isHidden();
    if (loading == was)
        return;
    m_skeleton->setVisible(loading);
    if (loading) {
        m_skeleton->begin();
        m_skeleton->raise();
    } else {
        m_skeleton->finish();
    }
}

void QueueView::setFoot(const QString &left, const QString &right, const QString &rightTip)
{
    m_ownFoot = false;
    m_foot->say(left, right, rightTip);
}

void QueueView::defaultFoot()
{
    const int left = m_queue ? m_queue->left() : 0;
    m_foot->say(left > 1000 ? tr("Today's list: more than 1000 left") : tr("Today's list: %n left", nullptr, left), {},
                {});
}

// The selected row while it is in sight, else the first one shown that survives: it must not move on the screen.
void QueueView::remember()
{
    m_anchors.clear();
    const QRect sight = viewport()->rect();
    const auto hold = [&](const QModelIndex &index) {
        if (index.isValid() && sight.intersects(visualRect(index)))
            m_anchors.append({index, visualRect(index).y()});
    };
    hold(currentIndex());
    const QModelIndex top = indexAt(QPoint(sight.width() / 2, 1));
    for (QModelIndex index = top; index.isValid() && sight.intersects(visualRect(index));
         index = index.siblingAtRow(index.row() + 1)) {
        if (m_queue->item(index))
            hold(index);
    }
}

void QueueView::restore()
{
    for (const auto &[index, y] : std::as_const(m_anchors)) {
        if (!index.isValid())
            continue;
        doItemsLayout();
        verticalScrollBar()->setValue(verticalScrollBar()->value() + visualRect(index).y() - y);
        break;
    }
    m_anchors.clear();
}

void QueueView::placeExtras()
{
    const int foot = QueueFoot::rowHeight();
    setViewportMargins(0, 0, 0, foot);
    m_foot->setGeometry(0, height() - foot, width(), foot);
    m_skeleton->setGeometry(0, 0, width(), height() - foot);
}

void QueueView::updateGeometries()
{
    QListView::updateGeometries();
    verticalScrollBar()->setSingleStep(QueueDelegate::rowHeight());
}

void QueueView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    placeExtras();
    // Chosen before there was any room to show it in.
    if (event->oldSize().height() < 2 * QueueDelegate::rowHeight() && currentIndex().isValid())
        reveal(currentIndex());
}

void QueueView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        if (m_foot)
            placeExtras();
        scheduleDelayedItemsLayout();
    }
}

void QueueView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier) {
        const CustomerId customer = currentCustomer();
        if (!customer.isNull())
            Q_EMIT open(customer);
        return;
    }
    QListView::keyPressEvent(event);
}

void QueueView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QueueItem *item = m_queue ? m_queue->item(indexAt(event->position().toPoint())) : nullptr;
    if (item && event->button() == Qt::LeftButton && item->customer == currentCustomer())
        Q_EMIT open(item->customer);
}

// Heads are passed over.
QModelIndex QueueView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    QModelIndex index = QListView::moveCursor(action, modifiers);
    if (!m_queue || !index.isValid() || m_queue->item(index))
        return index;
    const bool up = action == MoveUp || action == MovePrevious || action == MovePageUp || action == MoveEnd;
    QModelIndex next = index;
    while (next.isValid() && !m_queue->item(next))
        next = next.siblingAtRow(next.row() + (up ? -1 : 1));
    if (next.isValid())
        return next;
    return currentIndex().isValid() ? currentIndex() : m_queue->firstOf(QueueModel::Section::Next);
}

} // namespace beback::ui
