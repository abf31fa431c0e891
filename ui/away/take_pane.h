#pragma once

#include "core/desk/away.h"
#include "ui/shell/pane.h"

class QSpinBox;
class QTreeWidget;

namespace beback::ui {

// Taking leads along: how many, for how long, and who that would be, in the order of the queue; whoever is ticked off stays. Then how
// far it is, until everybody is here.
class TakePane : public Pane
{
    Q_OBJECT
public:
    static constexpr int Usual = 20, UsualHours = 4;
    // `queue`: as it is now; `away`: what is known of this computer.
    TakePane(QWidget *host, const QueuePage &queue, const AwayView &away, const QString &zone, Instant now);

    void showProgress(const AwayView &view); // while they are brought
    void showProblem(const Error &error);    // nobody was leased
    void showLeftBehind(const QString &took, const QStringList &sentences); // the others are along

Q_SIGNALS:
    // `named` empty: the first of the queue as it is when it is asked, so many.
    void takeAsked(int leads, int hours, const QVector<beback::LeadId> &named);

private:
    void buildNumbers();
    void buildList(const QueuePage &queue);
    void buildWarnings(const AwayView &away);
    void tickFirst(int count);
    void showCount();
    void ask();
    int ticked() const;
    QVector<LeadId> named() const; // those that are ticked; empty: they are the first of the queue

    QString m_zone;
    Instant m_now;
    QVector<QueueItem> m_rows;
    bool m_isTicking = false, m_isDone = false;
    QSpinBox *m_leads, *m_hours;
    TextLabel *m_until, *m_more;
    QTreeWidget *m_list;
    Banner *m_progress;
};

} // namespace beback::ui
