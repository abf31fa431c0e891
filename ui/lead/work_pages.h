#pragma once

#include "core/queue/queue.h"

#include <QStackedWidget>

namespace beback::ui {

class EmptyState;

// What the middle shows when there is no lead in hand: nobody to contact and why, no leads at all, a shared
// database that does not answer, or a pause.
class WorkPages : public QStackedWidget
{
    Q_OBJECT
public:
    explicit WorkPages(QWidget *parent = nullptr);

    struct Keys {
        QString ready, addLead;
    };
    void showNobody(const QueuePage &page, Instant now, const QString &zone, const Keys &keys);
    void showPaused(const Keys &keys);
    // Without buttons that lead away from what is being done; holds for what is shown from then on.
    void setQuiet(bool quiet) { m_quiet = quiet; }
    // `why`: people were taken along, and nobody of them is handed out now.
    void showUnreachable(const QString &host, const QString &why, const Keys &keys);

Q_SIGNALS:
    void readyAsked();
    void addAsked();
    void leadsInAsked();
    void queueAsked(); // look through the list

private:
    void showNoLeads(const Keys &keys);
    EmptyState *m_page;
    bool m_quiet = false;
};

// "Nobody may be contacted until 8:00 am". Pure.
QString nobodyHeading(const QVector<Because> &because, Instant now, const QString &zone);

} // namespace beback::ui
