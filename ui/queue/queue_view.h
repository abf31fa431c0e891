#pragma once

#include "core/base/id.h"
#include "ui/queue/queue_model.h"

#include <QListView>

namespace beback::ui {

class QueueFoot;
class SkeletonWidget;

// The list at the left of the Work room. Live changes never move the row under the eye: the selected row if it is in
// sight, else the first one shown, keeps its place on the screen. Enter or a click opens.
class QueueView : public QListView
{
    Q_OBJECT
public:
    explicit QueueView(QWidget *parent = nullptr);

    void setQueue(QueueModel *model);
    QueueModel *queue() const { return m_queue; }
    CustomerId currentCustomer() const; // null: none
    // Selects without opening; scrolls only as far as needed. False: not in the list.
    bool select(CustomerId customer);

    void setLoading(bool loading); // skeleton rows until the first page
    // The foot: "Today's list: 24 left", and at the right what did not fit ("5 did not fit"), with its reason.
    void setFoot(const QString &left, const QString &right = {}, const QString &rightTip = {});

Q_SIGNALS:
    void open(beback::CustomerId customer);
    void footActivated();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void updateGeometries() override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void reveal(const QModelIndex &index);
    void remember();
    void restore();
    void placeExtras();
    void defaultFoot();

    QueueModel *m_queue = nullptr;
    QueueFoot *m_foot;
    SkeletonWidget *m_skeleton;
    QVector<QPair<QPersistentModelIndex, int>> m_anchors; // best first, with their y
    bool m_ownFoot = true;
};

} // namespace beback::ui
