#pragma once

#include "core/queue/queue.h"

#include <QStyledItemDelegate>

namespace beback::ui {

// Paints a row of the queue: glyph, name and due time; vehicle and marks; chips. 68 high at 100 %, more with larger
// text. Needs a QueueModel's roles, nothing else.
class QueueDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit QueueDelegate(QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    static int rowHeight();
    static int headHeight();
};

} // namespace beback::ui
