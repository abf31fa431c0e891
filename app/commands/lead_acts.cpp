#include "app/commands/lead_acts.h"

#include "core/history/corrections.h"

namespace beback::app {

namespace {

using LeadRefs = QVector<Workplace::LeadRef>;

Result<LeadRefs> leadsOf(Session &session, const QStringList &ids)
{
    LeadRefs leads;
    for (const QString &id : ids) {
        BEBACK_TRY(lead, session.findLead(id));
        leads << lead;
    }
    return leads;
}

// The last time it was done with each of them, as far as nobody took it back.
Result<QVector<EventId>> lastDone(Session &session, const LeadRefs &leads, ManagerAct::Kind kind)
{
    QVector<EventId> done;
    for (const Workplace::LeadRef &lead : leads) {
        BEBACK_TRY(events, session.place().history(lead.customer));
        const QSet<EventId> gone = takenBack(events);
        for (auto event = events.crbegin(); event != events.crend(); ++event)
            if (isActOf(*event, kind) && event->lead == lead.lead && !gone.contains(event->id)) {
                done << event->id;
                break;
            }
    }
    return done;
}

Exit undo(const LeadAct &command, Session &session, const Agent &person, const LeadRefs &leads, Terminal &terminal)
{
    const auto events = lastDone(session, leads, command.kind);
    if (!events)
        return terminal.refuse(events.error());
    SharedPlace *desk = session.desk();
    const auto undone = desk && desk->isOnline() ? desk->undoEach(*events) : session.place().undoEach(*events, person.login);
    if (!undone)
        return terminal.refuse(undone.error());
    const bool confirmed = session.confirm(terminal);
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("undone"), undone->undone},
                                   {QStringLiteral("broken_off"), undone->brokenOff ? QJsonValue(undone->brokenOff->message) : QJsonValue()},
                                   {QStringLiteral("confirmed"), confirmed}});
    else if (undone->undone > 0 && !undone->brokenOff)
        terminal.print(command.undone(undone->undone) + QLatin1Char('\n'));
    if (undone->brokenOff)
        return terminal.refuse(undoBrokenOff(*undone));
    if (undone->undone > 0)
        return Exit::Done;
    return terminal.refuse(events->isEmpty() ? Cli::tr("Nothing was taken back: nothing of this kind stands there.")
                                             : Cli::tr("Nothing was taken back: somebody was first."));
}

// "1 closed, 2 given so already"
QString whyLeft(const LeadAct &command, const Acted &acted)
{
    QStringList parts;
    for (auto one = acted.because.cbegin(); one != acted.because.cend(); ++one)
        parts << Cli::tr("%1 %2").arg(QString::number(*one), leftWords(command.kind, one.key()));
    return parts.join(QStringLiteral(", "));
}

// What was asked for was done with none of them, and nothing broke.
bool isNothingDone(const Acted &acted)
{
    return acted.changed == 0 && acted.left > 0 && !acted.brokenOff;
}

Exit refuseNothing(const LeadAct &command, const Acted &acted, Terminal &terminal)
{
    return terminal.refuse(Cli::tr("Nothing was changed. Left as they were: %1.").arg(whyLeft(command, acted)));
}

Exit print(const LeadAct &command, const Invocation &invocation, const Acted &acted, bool confirmed, Terminal &terminal)
{
    if (terminal.json()) {
        terminal.print(QJsonObject{{QStringLiteral("changed"), acted.changed}, {QStringLiteral("left"), acted.left},
                                   {QStringLiteral("events"), idsOf(acted.events)}, {QStringLiteral("leads"), idsOf(acted.leads)},
                                   {QStringLiteral("broken_off"), whyBrokenOff(acted)}, {QStringLiteral("confirmed"), confirmed}});
        return isNothingDone(acted) ? refuseNothing(command, acted, terminal) : endOf(acted, terminal);
    }
    if (isNothingDone(acted))
        return refuseNothing(command, acted, terminal);
    terminal.print(command.done(invocation, acted.changed) + QLatin1Char('\n'));
    if (acted.left > 0)
        terminal.print(Cli::tr("Left as they were: %1.\n").arg(whyLeft(command, acted)));
    return endOf(acted, terminal);
}

Exit act(const LeadAct &command, Session &session, const Agent &person, const LeadRefs &leads, const Invocation &invocation, Terminal &terminal)
{
    ManagerAct wanted = command.act(invocation);
    wanted.kind = command.kind;
    for (const Workplace::LeadRef &lead : leads)
        wanted.leads << lead.lead;
    SharedPlace *desk = session.desk();
    const auto acted = desk && desk->isOnline() ? desk->actAll({wanted}) : session.place().act(wanted, person.login);
    if (!acted)
        return terminal.refuse(acted.error());
    const bool confirmed = session.confirm(terminal);
    return print(command, invocation, *acted, confirmed, terminal);
}

} // namespace

QJsonValue whyBrokenOff(const Acted &acted)
{
    return acted.brokenOff ? QJsonValue(acted.brokenOff->message) : QJsonValue();
}

Exit endOf(const Acted &acted, Terminal &terminal)
{
    if (!acted.brokenOff)
        return Exit::Done;
    if (!terminal.json()) // by which they can be taken back
        for (const LeadId lead : acted.leads)
            terminal.print(QStringLiteral("  ") + lead.toString() + QLatin1Char('\n'));
    Error why = *acted.brokenOff;
    why.message = Cli::tr("%1 of %2 were done; then: %3 The same again does the rest; --undo with those that were done takes them back.")
                      .arg(QString::number(acted.changed), QString::number(acted.asked), why.message);
    return terminal.refuse(why);
}

Exit runLeadAct(const LeadAct &command, const QStringList &leads, const Invocation &invocation, Terminal &terminal)
{
    const bool back = invocation.has(QStringLiteral("undo"));
    for (const auto &[option, missing] : command.needed)
        if (!back && invocation.value(option).trimmed().isEmpty())
            return terminal.refuse(missing, Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        const auto person = session.person(invocation);
        if (!person)
            return terminal.refuse(person.error());
        const auto found = leadsOf(session, leads);
        if (!found)
            return terminal.refuse(found.error());
        return back ? undo(command, session, *person, *found, terminal) : act(command, session, *person, *found, invocation, terminal);
    });
}

Option actorOption()
{
    return {QStringLiteral("as"), QStringLiteral("LOGIN"), Cli::tr("Who does it, a manager; on a shared database its user, and may be left out."), true, false, true};
}

Option undoOption(const QString &help)
{
    return {QStringLiteral("undo"), {}, help};
}

} // namespace beback::app
