#pragma once

#include "core/desk/desk_types.h"

#include <QHash>
#include <QStyledItemDelegate>

namespace beback::ui {

// Paints day heads and entries: circle on a rail, who and time, what happened, words in a bubble. Text wraps; heights
// are measured once per entry and width.
class TimelineDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit TimelineDelegate(QObject *parent = nullptr);

    // The width rows are laid out for; the view sets it before sizes are asked for.
    void setWidth(int width);
    int width() const { return m_width; }
    void forget(); // fonts or theme changed

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Known
    {
        TimelineItem item;
        int height = 0;
    };
    int m_width = 300;
    mutable QHash<EventId, Known> m_heights;
};

} // namespace beback::ui
