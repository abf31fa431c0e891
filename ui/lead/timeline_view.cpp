#include "ui/lead/timeline_view.h"

#include "ui/lead/timeline_delegate.h"
#include "ui/style/beback_style.h"
#include "ui/style/icons.h"
#include "ui/style/paint.h"
#include "ui/widgets/skeleton_widget.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

namespace beback::ui {

TimelineView::TimelineView(QWidget *parent)
    : QListView(parent), m_delegate(new TimelineDelegate(this)),
      m_skeleton(new SkeletonWidget(SkeletonWidget::Shape::Timeline, this))
{
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(m_delegate);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    setOverlayScrollBar(this);
    viewport()->setBackgroundRole(QPalette::Window);
    setAccessibleName(tr("History"));
    m_skeleton->setOffersWithout(false);
    m_skeleton->hide();
    setEmptyText(tr("Nothing yet"));
}

void TimelineView::setTimeline(TimelineModel *model)
{
    if (m_timeline)
        m_timeline->disconnect(this);
    m_timeline = model;
    setModel(model);
    if (!model)
        return;
    connect(model, &TimelineModel::changing, this, &TimelineView::remember);
    connect(model, &TimelineModel::changed, this, [this] {
        restore();
        setLoading(false);
    });
    connect(model, &TimelineModel::modelReset, this, [this] {
        m_delegate->forget();
        scrollToTop();
    });
}

void TimelineView::setLoading(bool loading)
{
    if (loading != m_skeleton->isHidden())
        return;
    m_skeleton->setVisible(loading);
    if (loading) {
        m_skeleton->setGeometry(viewport()->geometry());
        m_skeleton->begin();
        m_skeleton->raise();
    } else {
        m_skeleton->finish();
    }
}

void TimelineView::setEmptyText(const QString &text)
{
    m_empty = text;
    viewport()->update();
}

// At the very top, what is new shows itself; further down, what is read stays where it is.
void TimelineView::remember()
{
    m_anchors.clear();
    if (verticalScrollBar()->value() == 0)
        return;
    const QRect sight = viewport()->rect();
    for (QModelIndex index = indexAt(QPoint(sight.width() / 2, 1));
         index.isValid() && sight.intersects(visualRect(index)); index = index.siblingAtRow(index.row() + 1)) {
        if (m_timeline->item(index))
            m_anchors.append({index, visualRect(index).y()});
    }
}

void TimelineView::restore()
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

void TimelineView::relayout()
{
    m_delegate->setWidth(viewport()->width());
    scheduleDelayedItemsLayout();
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    relayout();
    QListView::resizeEvent(event);
    m_skeleton->setGeometry(viewport()->geometry());
    verticalScrollBar()->setSingleStep(lineHeight(Type::Body));
}

void TimelineView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_delegate->forget();
        relayout();
    }
}

void TimelineView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!m_timeline || m_timeline->rowCount() > 0 || !m_skeleton->isHidden())
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
    QListView::keyPressEvent(event);
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

// Day heads are passed over.
QModelIndex TimelineView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex index = QListView::moveCursor(action, modifiers);
    if (!m_timeline || !index.isValid() || m_timeline->item(index))
        return index;
    const bool up = action == MoveUp || action == MovePrevious || action == MovePageUp || action == MoveEnd;
    QModelIndex next = index;
    while (next.isValid() && !m_timeline->item(next))
        next = next.siblingAtRow(next.row() + (up ? -1 : 1));
    return next.isValid() ? next : currentIndex();
}

} // namespace beback::ui
