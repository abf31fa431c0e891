#pragma once

#include "core/queue/queue.h"

#include <QWidget>

class QVBoxLayout;

namespace beback::ui {

class TextLabel;

// At the right while the hour runs: who comes then, how many more, and who else is in their hour.
class ThenPane : public QWidget
{
    Q_OBJECT
public:
    explicit ThenPane(QWidget *parent = nullptr);
    // `inHand`: not shown, they are in the middle.
    void show(const QVector<QueueItem> &list, CustomerId inHand);
    void setOthers(const QStringList &names);
    static constexpr int Shown = 5;

private:
    QWidget *row(const QueueItem &item, bool last) const;

    QVector<QueueItem> m_shown;
    QWidget *m_rows;
    QVBoxLayout *m_column;
    TextLabel *m_head, *m_more, *m_others;
};

// "Priya and Jo are in their hour, too." Empty: nobody. Pure.
QString othersText(const QStringList &names);

} // namespace beback::ui
