#include "ui/lead/timeline_view.h"

#include "ui/lead/timeline_delegate.h"
#include "ui/style/icons.h"
#include "ui/style/paint.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

namespace beback::ui {

TimelineView::TimelineView(QWidget *parent)
    : LiveListView(SkeletonWidget::Shape::Timeline, parent), m_delegate(new TimelineDelegate(this))
{
    setItemDelegate(m_delegate);
    setAccessibleName(tr("History"));
    setEmptyText(tr("Nothing yet"));
}

void TimelineView::setTimeline(TimelineModel *model)
{
    m_timeline = model;
    setRows(model);
    if (!model)
        return;
    connect(model, &TimelineModel::modelReset, this, [this] {
        m_delegate->forget();
        scrollToTop();
    });
}

void TimelineView::setEmptyText(const QString &text)
{
    m_empty = text;
    viewport()->update();
}

// At the very top, what is new shows itself; further down, what is read stays where it is.
QVector<QModelIndex> TimelineView::rowsToKeep() const
{
    return verticalScrollBar()->value() == 0 ? QVector<QModelIndex>() : LiveListView::rowsToKeep();
}

void TimelineView::relayout()
{
    m_delegate->setWidth(viewport()->width());
    scheduleDelayedItemsLayout();
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    relayout();
    LiveListView::resizeEvent(event);
    placeSkeleton(viewport()->geometry());
    verticalScrollBar()->setSingleStep(lineHeight(Type::Body));
}

void TimelineView::changeEvent(QEvent *event)
{
    LiveListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_delegate->forget();
        relayout();
    }
}

void TimelineView::paintEvent(QPaintEvent *event)
{
    LiveListView::paintEvent(event);
    if (!m_timeline || m_timeline->rowCount() > 0 || isLoading())
        return;
    QPainter p(viewport());
    p.setFont(beback::ui::font(Type::Label));
    p.setPen(Theme::current().muted);
    const QString text = m_timeline->total() > 0 ? tr("Nothing of this kind yet") : m_empty;
    p.drawText(viewport()->rect().adjusted(scaled(12), scaled(10), -scaled(12), -scaled(10)),
               Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
}

void TimelineView::copyCurrent()
{
    if (const TimelineItem *item = m_timeline ? m_timeline->item(currentIndex()) : nullptr)
        QApplication::clipboard()->setText(item->words.isEmpty() ? item->line : item->words);
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyCurrent();
        return;
    }
    LiveListView::keyPressEvent(event);
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    const TimelineItem *item = m_timeline ? m_timeline->item(index) : nullptr;
    if (!item)
        return;
    setCurrentIndex(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy =
        menu->addAction(icons::icon(QStringLiteral("edit-copy")), tr("Copy"), this, &TimelineView::copyCurrent);
    copy->setEnabled(!item->words.isEmpty() || !item->line.isEmpty());
    if (item->canUndo && !item->undone)
        menu->addAction(icons::icon(QStringLiteral("edit-undo")), tr("Take back"), this,
                        [this, id = item->id] { Q_EMIT undoRequested(id); });
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

} // namespace beback::ui
