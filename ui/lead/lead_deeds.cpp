#include "ui/lead/lead_deeds.h"

#include "core/desk/deliver.h"
#include "core/history/lead_draft.h"
#include "ui/lead/add_lead_pane.h"
#include "ui/lead/lead_panes.h"
#include "ui/lead/wish_panes.h"
#include "ui/lead/work_session.h"

namespace beback::ui {

LeadDeeds::LeadDeeds(Desk &desk, const Clock &clock, WorkSession &session, QWidget *host)
    : QObject(host), m_desk(desk), m_clock(clock), m_session(session), m_host(host), m_storeZone(QStringLiteral("UTC"))
{
}

template <class P> P *LeadDeeds::put(P *pane)
{
    m_pane = pane;
    pane->open();
    return pane;
}

template <class T, class Then> void LeadDeeds::ask(QFuture<Result<T>> future, Then then)
{
    if (m_pane)
        m_pane->setBusy(true);
    deliver(future, this, [this, pane = m_pane, then = std::move(then)](const Result<T> &answer) mutable {
        if (answer) {
            if (pane)
                pane->finish();
            return then(*answer);
        }
        if (auto *point = qobject_cast<PointPane *>(pane.data()); point && answer.error().code == Code::Invalid)
            return point->setRefused(answer.error().message);
        if (pane)
            pane->setProblem(tr("Not saved"), answer.error().message);
        else // what followed from a pane that is gone
            Q_EMIT m_session.said(answer.error().message, false);
    });
}

void LeadDeeds::asked(QFuture<Result<RecordReceipt>> future, const QString &said)
{
    ask(future, [this, said](const RecordReceipt &receipt) { m_session.wrote(receipt, said); });
}

void LeadDeeds::open(LeadDeed deed, const PointView &point)
{
    if (m_pane)
        return;
    if (deed == LeadDeed::AddLead)
        return addLead();
    if (!m_session.lead())
        return;
    switch (deed) {
    case LeadDeed::AddLead: return;
    case LeadDeed::Appointment: return appointment();
    case LeadDeed::FreeNote: return freeNote();
    case LeadDeed::TheirReply: return reply();
    case LeadDeed::AddPoint: return this->point(std::nullopt);
    case LeadDeed::EditPoint: return this->point(point);
    case LeadDeed::RemovePoint: return removePoint(point);
    case LeadDeed::Wish: return wish();
    case LeadDeed::Consent: return consent();
    case LeadDeed::Refuse: return refuse(point);
    case LeadDeed::RefuseAll: return refuse(std::nullopt);
    case LeadDeed::Skip: return skip();
    case LeadDeed::Anyway: return anyway(point);
    case LeadDeed::Sold: return close(LeadStatus::Sold);
    case LeadDeed::Lost: return close(LeadStatus::Lost);
    case LeadDeed::GiveBack: return m_session.giveBack();
    }
}

void LeadDeeds::addLead()
{
    auto *pane = put(new AddLeadPane(m_host));
    connect(pane, &AddLeadPane::done, this, [this, pane](const LeadDraft &draft) {
        ask(m_desk.addLead(draft), [this, name = draft.name.full](const IntakeItem &item) {
            using Fate = IntakeItem::Fate;
            const QString said = item.fate == Fate::Joined   ? tr("%1 was known already; the new interest was added.").arg(name)
                                 : item.fate == Fate::Resent ? tr("%1 and this interest were here already.").arg(name)
                                                             : tr("Added: %1").arg(name);
            // A number that is somebody else's, say: to be asked about while they are still there.
            Q_EMIT m_session.said((QStringList(said) + item.warnings).join(QLatin1Char(' ')), false);
            m_session.refresh();
            Q_EMIT leadAdded(item.customer, item.lead);
        });
    });
}

void LeadDeeds::appointment()
{
    const LeadView view = *m_session.lead();
    const QString name = view.customer.name.display();
    auto *pane = put(new AppointmentPane(m_host, name, m_clock, m_storeZone, view.zone));
    connect(pane, &AppointmentPane::done, this, [this, view, name](Instant at, const QString &what) {
        asked(m_desk.setAppointment(view.customer.id, view.lead, at, what), tr("appointment, %1").arg(name));
    });
}

void LeadDeeds::freeNote()
{
    const LeadView view = *m_session.lead();
    const QString name = view.customer.name.display();
    auto *pane = put(new TextPane(m_host, {tr("Write a note to the history"), tr("About %1. It is no touch and plans nothing.").arg(name),
                                           tr("Note"), tr("Save note"), tr("Write what the next person should know.")}, false));
    connect(pane, &TextPane::done, this, [this, view, name](const QString &text) {
        asked(m_desk.note(view.customer.id, view.lead, text), tr("note, %1").arg(name));
    });
}

void LeadDeeds::reply()
{
    const LeadView view = *m_session.lead();
    const QString name = view.customer.name.display();
    auto *pane = put(new ReplyPane(m_host, name, view.step && view.step->medium == Medium::Email ? Medium::Email : Medium::Text));
    connect(pane, &ReplyPane::done, this, [this, view, name](Medium medium, const QString &text, const Wish &wish) {
        ask(m_desk.reply(view.customer.id, view.lead, medium, text), [this, view, name, wish](const RecordReceipt &receipt) {
            m_session.wrote(receipt, tr("reply, %1").arg(name));
            if (!wish.isEmpty())
                asked(m_desk.setWish(view.customer.id, wish), tr("reply and wish, %1").arg(name));
        });
    });
}

void LeadDeeds::point(const std::optional<PointView> &change)
{
    const LeadView view = *m_session.lead();
    const QString name = view.customer.name.display();
    auto *pane = put(new PointPane(m_host, name, change));
    const QString replaces = change ? change->point.key() : QString();
    connect(pane, &PointPane::done, this, [this, view, name, replaces](ContactPoint::Type type, const QString &raw, const QString &label) {
        asked(m_desk.setContactPoint(view.customer.id, type, raw, label, replaces),
              type == ContactPoint::Type::Phone ? tr("number, %1").arg(name) : tr("address, %1").arg(name));
    });
}

void LeadDeeds::removePoint(const PointView &point)
{
    const LeadView view = *m_session.lead();
    auto *pane = put(new TextPane(m_host, {point.point.type == ContactPoint::Type::Phone ? tr("Remove this number") : tr("Remove this address"),
                                           tr("%1 is not used any more. It stays on the history.").arg(point.shown), tr("Why"), tr("Remove"),
                                           tr("Say why: wrong person, out of service.")}, true));
    pane->setSuggestions({tr("Wrong person"), tr("Out of service"), tr("They asked us to")});
    connect(pane, &TextPane::done, this, [this, view, key = point.point.key(), shown = point.shown](const QString &reason) {
        asked(m_desk.removeContactPoint(view.customer.id, key, reason), tr("removed %1").arg(shown));
    });
}

void LeadDeeds::wish()
{
    const LeadView view = *m_session.lead();
    const QString name = view.customer.name.display();
    auto *pane = put(new WishPane(m_host, name, view.customer.wish));
    connect(pane, &WishPane::done, this, [this, view, name](const Wish &wish) {
        asked(m_desk.setWish(view.customer.id, wish), wish.isEmpty() ? tr("no wish any more, %1").arg(name) : tr("wish, %1").arg(name));
    });
}

void LeadDeeds::consent()
{
    const LeadView view = *m_session.lead();
    const QString name = view.customer.name.display();
    auto *pane = put(new ConsentPane(m_host, name, view.leadState() ? view.leadState()->consentSaid : QString()));
    connect(pane, &ConsentPane::done, this, [this, view, name](Medium medium, const QString &how) {
        asked(m_desk.giveConsent(view.customer.id, medium, how), tr("consent, %1").arg(name));
    });
}

void LeadDeeds::refuse(const std::optional<PointView> &point)
{
    const LeadView view = *m_session.lead();
    const QString name = view.customer.name.display();
    auto *pane = put(new RefusePane(m_host, name, point));
    const QString key = point ? point->point.key() : QString();
    connect(pane, &RefusePane::done, this, [this, view, name, key](std::optional<Medium> medium, const QString &reason) {
        asked(m_desk.setDoNotContact(view.customer.id, key, medium, reason), tr("do not contact, %1").arg(name));
    });
}

void LeadDeeds::close(LeadStatus status)
{
    const LeadView view = *m_session.lead();
    const QString name = view.customer.name.display();
    const bool sold = status == LeadStatus::Sold;
    auto *pane = put(new TextPane(m_host, {sold ? tr("Close as sold") : tr("Close as lost"),
                                           sold ? tr("%1 bought here. The plan of this lead ends.").arg(name)
                                                : tr("The plan of this lead ends. A new interest of %1 opens a new one.").arg(name),
                                           sold ? tr("What they bought") : tr("Why"), tr("Close lead"),
                                           sold ? tr("Say which vehicle.") : tr("Say why: the reports read it.")}, true));
    if (!sold)
        pane->setSuggestions({tr("Bought elsewhere"), tr("Does not want to buy any more"), tr("Credit"), tr("Cannot be reached at all")});
    connect(pane, &TextPane::done, this, [this, view, name, status, sold](const QString &reason) {
        ask(m_desk.closeLead(view.customer.id, view.lead, status, reason), [this, name, sold](const RecordReceipt &receipt) {
            m_session.wrote(receipt, sold ? tr("sold, %1").arg(name) : tr("lost, %1").arg(name));
            m_session.giveBack();
        });
    });
}

void LeadDeeds::anyway(const PointView &point)
{
    auto *pane = put(new TextPane(m_host, {tr("Call %1 anyway").arg(m_session.lead()->customer.name.display()),
                                           tr("%1. That is a rule of the house: who has a reason may go beyond it. The reason is on the history.").arg(point.call.reason),
                                           tr("Why"), tr("Call"), tr("It needs a reason.")}, true));
    pane->setSuggestions({tr("They asked to be called back today"), tr("The line was cut"), tr("Their car is being sold")});
    connect(pane, &TextPane::done, this, [this, pane, point](const QString &reason) {
        pane->finish();
        Q_EMIT anywayAsked(point, reason);
    });
}

void LeadDeeds::skip()
{
    const QString name = m_session.lead()->customer.name.display();
    auto *pane = put(new TextPane(m_host, {tr("Skip this step"), tr("%1 goes on to the next step of the plan. A skip is on the history with its reason.").arg(name),
                                           tr("Why"), tr("Skip and next"), tr("A skip needs a reason.")}, true));
    pane->setSuggestions({tr("Talked to them elsewhere"), tr("They are away"), tr("Waiting for an answer from sales")});
    connect(pane, &TextPane::done, this, [this, pane](const QString &reason) {
        pane->finish();
        m_session.skip(reason);
    });
}

} // namespace beback::ui
