#include "ui/queue/queue_view.h"

#include "core/queue/day_cut.h"
#include "ui/queue/queue_delegate.h"
#include "ui/queue/queue_foot.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

namespace beback::ui {

QueueView::QueueView(QWidget *parent)
    : LiveListView(SkeletonWidget::Shape::QueueRows, parent), m_foot(new QueueFoot(this))
{
    m_foot->setObjectName(QStringLiteral("queue.foot"));
    setItemDelegate(new QueueDelegate(this));
    setMouseTracking(true);
    setAccessibleName(tr("Queue"));
    connect(m_foot, &QAbstractButton::clicked, this, [this] {
        if (m_ownFoot && m_queue)
            m_queue->setShowsWaiting(!m_queue->showsWaiting());
        Q_EMIT footActivated();
    });
    placeExtras();
    defaultFoot();
}

void QueueView::setQueue(QueueModel *model)
{
    m_queue = model;
    setRows(model);
    defaultFoot();
}

void QueueView::rowsChanged()
{
    if (m_ownFoot)
        defaultFoot();
}

CustomerId QueueView::currentCustomer() const
{
    const QueueItem *item = m_queue && currentIndex().isValid() ? m_queue->item(currentIndex()) : nullptr;
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

void QueueView::setFoot(const QString &left, const QString &right, const QString &rightTip)
{
    m_ownFoot = false;
    m_foot->say(left, right, rightTip);
}

void QueueView::defaultFoot()
{
    const int left = m_queue ? m_queue->left() : 0;
    QString list = left > 1000 ? tr("Today's list: more than 1000 left") : tr("Today's list: %n left", nullptr, left);
    const std::optional<DayCut> day = m_queue ? m_queue->day() : std::nullopt;
    if (!day || day->waiting == 0)
        return m_foot->say(list, {}, {});
    if (day->fits == 0)
        list = day->isDayOff ? tr("Not expected today") : tr("Your day's work is done");
    QString waiting = tr("%n did not fit", nullptr, day->waiting);
    if (day->besides == day->waiting && !day->isMore)
        waiting.clear(); // they are all listed: there is nothing to show or to hide
    else if (m_queue->showsWaiting())
        waiting = tr("Hide the rest");
    else if (day->isMore)
        waiting = tr("More than %1 did not fit").arg(QLocale().toString(day->waiting));
    m_foot->say(list, waiting, dayText(*day) + QLatin1Char(' ') + day->basis);
}

// The selected row while it is in sight, else the first one shown that survives.
QVector<QModelIndex> QueueView::rowsToKeep() const
{
    QVector<QModelIndex> rows = LiveListView::rowsToKeep();
    if (isInSight(currentIndex()))
        rows.prepend(currentIndex());
    return rows;
}

void QueueView::placeExtras()
{
    const int foot = QueueFoot::rowHeight();
    setViewportMargins(0, 0, 0, foot);
    m_foot->setGeometry(0, height() - foot, width(), foot);
    placeSkeleton({0, 0, width(), height() - foot});
}

void QueueView::updateGeometries()
{
    LiveListView::updateGeometries();
    verticalScrollBar()->setSingleStep(QueueDelegate::rowHeight());
}

void QueueView::resizeEvent(QResizeEvent *event)
{
    LiveListView::resizeEvent(event);
    placeExtras();
    // Chosen before there was any room to show it in.
    if (event->oldSize().height() < 2 * QueueDelegate::rowHeight() && currentIndex().isValid())
        reveal(currentIndex());
}

void QueueView::changeEvent(QEvent *event)
{
    LiveListView::changeEvent(event);
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
    LiveListView::keyPressEvent(event);
}

void QueueView::mouseReleaseEvent(QMouseEvent *event)
{
    LiveListView::mouseReleaseEvent(event);
    const QueueItem *item = m_queue ? m_queue->item(indexAt(event->position().toPoint())) : nullptr;
    if (item && event->button() == Qt::LeftButton && item->customer == currentCustomer())
        Q_EMIT open(item->customer);
}

} // namespace beback::ui
