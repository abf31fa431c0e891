#pragma once

#include "core/queue/queue.h"

#include <QWidget>

namespace beback::ui {

class ElidedLabel;
class QueueModel;
class QueueView;

// The queue at the left, with its head.
class QueuePane : public QWidget
{
    Q_OBJECT
public:
    explicit QueuePane(QWidget *parent = nullptr);

    void setZone(const QString &zone);
    void show(const QueuePage &page, Instant now);
    void setLoading();
    void setWorking(CustomerId customer, std::optional<Instant> since); // the lead in hand; null: none
    void setNow(Instant now);
    void focusList();

Q_SIGNALS:
    void open(beback::CustomerId customer);

private:
    ElidedLabel *m_counts;
    QueueModel *m_model;
    QueueView *m_view;
    CustomerId m_working;
    bool m_choose = false; // the lead in hand, once its row is there: later, the choice is the agent's
};

} // namespace beback::ui
