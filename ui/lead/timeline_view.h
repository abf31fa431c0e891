#pragma once

#include "ui/lead/timeline_model.h"
#include "ui/widgets/live_list_view.h"

namespace beback::ui {

class TimelineDelegate;

// The history at the right. Arrow keys walk from entry to entry, Ctrl+C copies one, the menu key offers to take it back
// where that is allowed. New entries on top never move what is being read.
class TimelineView : public LiveListView
{
    Q_OBJECT
public:
    explicit TimelineView(QWidget *parent = nullptr);

    void setTimeline(TimelineModel *model);
    TimelineModel *timeline() const { return m_timeline; }
    // Shown while there is nothing: "No contact yet. Gary wrote on Saturday at 9:52 pm."
    void setEmptyText(const QString &text);

Q_SIGNALS:
    void undoRequested(beback::EventId event);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    QVector<QModelIndex> rowsToKeep() const override;

private:
    void relayout();
    void copyCurrent();

    TimelineModel *m_timeline = nullptr;
    TimelineDelegate *m_delegate;
    QString m_empty;
};

} // namespace beback::ui
