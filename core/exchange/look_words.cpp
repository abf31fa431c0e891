#include "core/exchange/look_words.h"

#include "core/time/wording.h"

#include <QCoreApplication>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

QString touchText(Medium medium)
{
    switch (medium) {
    case Medium::Call: return tr("a call");
    case Medium::Text: return tr("a text");
    case Medium::Email: return tr("an e-mail");
    case Medium::Note: return tr("a handwritten note");
    case Medium::Visit: return tr("a visit");
    case Medium::Social: return tr("a social message");
    }
    return {};
}

QString somebody(const QString &customer)
{
    return customer.isEmpty() ? tr("somebody without a name") : customer;
}

} // namespace

QString deedText(const Event &event)
{
    switch (event.kind) {
    case EventKind::Attempt: return event.medium ? touchText(*event.medium) : tr("a touch");
    case EventKind::LeadArrived: return tr("a new lead");
    case EventKind::LeadResent: return tr("a lead that came again");
    case EventKind::CustomerEdited: return tr("new facts of the person");
    case EventKind::ContactPointSet: return tr("a number or address");
    case EventKind::ContactPointRemoved: return tr("that a number or address is wrong");
    case EventKind::Reply: return tr("an answer of theirs");
    case EventKind::AppointmentSet: return tr("an appointment");
    case EventKind::AppointmentCancelled: return tr("that an appointment was canceled");
    case EventKind::Noted: return tr("a note");
    case EventKind::Skipped: return tr("that a step was left out");
    case EventKind::PlanChosen: return tr("another plan");
    case EventKind::LeadClosed: return tr("the end of a lead");
    case EventKind::LeadReopened: return tr("that a lead is open again");
    case EventKind::Assigned: return tr("who holds a lead");
    case EventKind::DoNotContactSet: return tr("that they asked not to be contacted");
    case EventKind::DoNotContactCleared: return tr("that they may be contacted again");
    case EventKind::ConsentGiven: return tr("that they agreed to be contacted");
    case EventKind::WishSet: return tr("what they wish");
    case EventKind::ObjectionRaised: return tr("what keeps them from buying");
    case EventKind::AlertRaised: return tr("a call for a manager");
    case EventKind::AlertSeen: return tr("that a manager has a call");
    case EventKind::AlertAnswered: return tr("a manager's answer");
    case EventKind::Nudged: return tr("that a lead be worked now");
    case EventKind::LetIn: return tr("that something be let in");
    case EventKind::Corrected: return tr("that an entry is taken back");
    case EventKind::Unknown: break;
    }
    return tr("an entry of a newer version");
}

QString LookWords::who(const QString &login) const
{
    if (login == QLatin1String("system"))
        return tr("Beback");
    return m_names.value(login, login);
}

QString LookWords::when(Instant at) const
{
    return wording::dayAndTime(at, m_zone, m_now);
}

QString LookWords::late(const Event &event, const QString &customer, const QString &holder, Instant since) const
{
    const QString wrote = tr("%1 wrote down %2 at %3.").arg(who(event.actor), deedText(event), when(event.occurredAt));
    if (holder.isEmpty())
        return wrote + QLatin1Char(' ') + tr("The lease on %1 had ended when it came in. It counts.").arg(somebody(customer));
    return wrote + QLatin1Char(' ')
           + tr("When it came in, %1 had been given to %2 (%3). What both did counts.").arg(somebody(customer), who(holder), when(since));
}

QString LookWords::remarked(Look::What what, const Event &event, const QString &customer, const QString &holder, Instant since) const
{
    const QString by = who(event.actor), deed = deedText(event), at = when(event.occurredAt), them = somebody(customer);
    switch (what) {
    case Look::What::Late: return late(event, customer, holder, since);
    case Look::What::NotYours: return tr("%1 wrote down %2 at %3, about somebody of another site. It is kept and does not count.").arg(by, deed, at);
    case Look::What::ManagersOnly:
        return tr("%1 wrote down %2 at %3, about %4. Only a manager says that: it does not count until one lets it in.").arg(by, deed, at, them);
    case Look::What::Unreadable: return tr("What %1 sent at %2 cannot be read. It is kept and does not count.").arg(by, when(event.recordedAt));
    case Look::What::Revoked:
        return tr("%1 wrote down %2 at %3, about %4, at a computer that was taken out (%5). It does not count until a manager lets it in.")
            .arg(by, deed, at, them, event.station);
    default: return {}; // two truths are said below
    }
}

QString LookWords::pointMet(const Meeting &meeting, const QString &customer) const
{
    const Event &counts = meeting.event, &other = meeting.other;
    if (counts.actor == other.actor)
        return tr("%1 changed a number or address of %2 at two desks, at %3 and at %4. The later one counts; the other is on the history.")
            .arg(who(counts.actor), somebody(customer), when(other.occurredAt), when(counts.occurredAt));
    return tr("%1 (%2) and %3 (%4) changed the same number or address of %5 without knowing of each other. What %3 said counts; the other is "
              "on the history.")
        .arg(who(other.actor), when(other.occurredAt), who(counts.actor), when(counts.occurredAt), somebody(customer));
}

QString LookWords::planMet(const Meeting &meeting, const QString &customer) const
{
    const bool planIsLater = meeting.event.kind == EventKind::PlanChosen;
    const Event &plan = planIsLater ? meeting.event : meeting.other, &step = planIsLater ? meeting.other : meeting.event;
    return tr("%1 moved %2 to another plan (%3), and %4 wrote down %5 (%6) without knowing. Both count; the plan goes on as the history has it.")
        .arg(who(plan.actor), somebody(customer), when(plan.occurredAt), who(step.actor), deedText(step), when(step.occurredAt));
}

QString LookWords::met(const Meeting &meeting, const QString &customer) const
{
    const Event &event = meeting.event, &other = meeting.other;
    switch (meeting.kind) {
    case Meeting::Kind::AfterOptOut:
        return tr("%1 wrote down %2 at %3, and %4 had asked before (%5) not to be contacted. %6 wrote that down at another desk, and it was not "
                  "known yet.")
            .arg(who(event.actor), deedText(event), when(event.occurredAt), somebody(customer), when(other.occurredAt), who(other.actor));
    case Meeting::Kind::SameDay:
        return tr("%1 was contacted twice on one day the same way, from two desks: %2 by %3 (%4) and %5 by %6 (%7). Both count.")
            .arg(somebody(customer), deedText(other), who(other.actor), when(other.occurredAt), deedText(event), who(event.actor), when(event.occurredAt));
    case Meeting::Kind::PointMet: return pointMet(meeting, customer);
    case Meeting::Kind::PlanMet: return planMet(meeting, customer);
    }
    return {};
}

} // namespace beback
