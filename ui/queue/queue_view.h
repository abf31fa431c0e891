#pragma once

#include "core/base/id.h"
#include "ui/queue/queue_model.h"
#include "ui/widgets/live_list_view.h"

namespace beback::ui {

class QueueFoot;

// The list at the left of the Work room. Live changes move neither the selected row if it is in sight, nor else the first
// one shown. Enter or a click opens.
class QueueView : public LiveListView
{
    Q_OBJECT
public:
    explicit QueueView(QWidget *parent = nullptr);

    void setQueue(QueueModel *model);
    QueueModel *queue() const { return m_queue; }
    CustomerId currentCustomer() const; // null: none
    // Selects without opening; scrolls only as far as needed. False: not in the list.
    bool select(CustomerId customer);

    // The foot: "Today's list: 24 left", and at the right what did not fit ("5 did not fit"), with its reason; pressed, it
    // shows those, too. Said by the queue itself unless something else is set.
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
    void rowsChanged() override;
    QVector<QModelIndex> rowsToKeep() const override;

private:
    void reveal(const QModelIndex &index);
    void placeExtras();
    void defaultFoot();

    QueueModel *m_queue = nullptr;
    QueueFoot *m_foot;
    bool m_ownFoot = true;
};

} // namespace beback::ui
