#pragma once

#include "core/desk/desk.h"
#include "ui/lead/lead_deed.h"
#include "ui/shell/pane.h"

#include <QPointer>

namespace beback::ui {

class WorkSession;

// Opens the pane of a deed over the window, and asks the desk for what was entered. A refusal stays in the pane.
class LeadDeeds : public QObject
{
    Q_OBJECT
public:
    // All must outlive it.
    LeadDeeds(Desk &desk, const Clock &clock, WorkSession &session, QWidget *host);

    void setStoreZone(const QString &zone) { m_storeZone = zone; }
    void open(LeadDeed deed, const PointView &point);
    Pane *pane() const { return m_pane; }

Q_SIGNALS:
    void anywayAsked(const beback::PointView &point, const QString &reason); // to call them beyond a rule of the house
    void leadAdded(beback::CustomerId customer, beback::LeadId lead);

private:
    template <class P> P *put(P *pane);
    // Asks, and closes the pane when it is done; afterwards the notice says `said`.
    template <class T, class Then> void ask(QFuture<Result<T>> future, Then then);
    void asked(QFuture<Result<RecordReceipt>> future, const QString &said);
    void addLead();
    void appointment();
    void freeNote();
    void reply();
    void point(const std::optional<PointView> &change);
    void removePoint(const PointView &point);
    void wish();
    void consent();
    void refuse(const std::optional<PointView> &point);
    void close(LeadStatus status);
    void skip();
    void anyway(const PointView &point);

    Desk &m_desk;
    const Clock &m_clock;
    WorkSession &m_session;
    QWidget *m_host;
    QString m_storeZone;
    QPointer<Pane> m_pane;
};

} // namespace beback::ui
