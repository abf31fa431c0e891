#pragma once

#include "core/desk/away.h"
#include "ui/shell/pane.h"

namespace beback::ui {

class EntryList;
class LinkButton;

// What is with whoever is away: the leads in the order they are handed out now, each with its next step, how old do-not-contact is,
// what waits to be sent, and what cannot be done.
class TripPane : public Pane
{
    Q_OBJECT
public:
    TripPane(QWidget *host, const QString &zone);
    void show(const AwayView &view, bool isAway, bool isTaking, Instant now); // again and again while it is open
    void showProblem(const Error &error);

Q_SIGNALS:
    void openAsked(beback::CustomerId customer, beback::LeadId lead);
    void endAsked();
    void goOnAsked();
    void giveBackRestAsked();

private:
    void showPart(const AwayView &view, bool isAway, bool isTaking);
    void openChosen();

    QString m_zone;
    QVector<QueueItem> m_carried;
    bool m_isShown = false;
    Banner *m_part, *m_dialling;
    EntryList *m_list;
    TextLabel *m_optOuts, *m_waiting, *m_cannot;
    LinkButton *m_end;
};

} // namespace beback::ui
