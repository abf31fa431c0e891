#pragma once

#include "core/desk/desk_types.h"

#include <QWidget>

namespace beback::ui {

class ElidedLabel;
class SegmentedControl;
class TimelineModel;
class TimelineView;

// The history at the right: its filters and the timeline.
class HistoryPane : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryPane(QWidget *parent = nullptr);

    void setZone(const QString &zone); // the store's
    void show(const LeadView &view, Instant now);
    void clear();
    void focusTimeline();

Q_SIGNALS:
    void undoAsked(beback::EventId event);

private:
    void setFilter(int index);
    void askOthers();

    SegmentedControl *m_filters;
    TimelineModel *m_model;
    TimelineView *m_view;
};

} // namespace beback::ui
