#include "app/session.h"
#include "core/history/corrections.h"

#include <QJsonArray>

namespace beback::app {

namespace {

const QString Anybody = QStringLiteral("anybody");

Result<QVector<Workplace::LeadRef>> leadsOf(Session &session, const Invocation &invocation)
{
    QVector<Workplace::LeadRef> leads;
    for (const QString &id : invocation.values(QStringLiteral("lead"))) {
        BEBACK_TRY(lead, session.findLead(id));
        leads << lead;
    }
    return leads;
}

// The last time each of them was given to somebody, as far as nobody took it back.
Result<QVector<EventId>> lastGiven(Session &session, const QVector<Workplace::LeadRef> &leads)
{
    QVector<EventId> given;
    for (const Workplace::LeadRef &lead : leads) {
        BEBACK_TRY(events, session.place().history(lead.customer));
        const QSet<EventId> gone = takenBack(events);
        for (auto event = events.crbegin(); event != events.crend(); ++event)
            if (event->kind == EventKind::Assigned && event->lead == lead.lead && !gone.contains(event->id)) {
                given << event->id;
                break;
            }
    }
    return given;
}

Exit undo(Session &session, const Agent &person, const QVector<Workplace::LeadRef> &leads, Terminal &terminal)
{
    const auto events = lastGiven(session, leads);
    if (!events)
        return terminal.refuse(events.error());
    SharedPlace *desk = session.desk();
    const auto undone = desk && desk->isOnline() ? desk->undoAssign(*events) : session.place().undoAssign(*events, person.login);
    if (!undone)
        return terminal.refuse(undone.error());
    const bool confirmed = session.confirm(terminal);
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("undone"), *undone}, {QStringLiteral("confirmed"), confirmed}});
    else
        terminal.print(*undone == 1 ? Cli::tr("1 lead is back with whom it was.\n") : Cli::tr("%1 leads are back with whom they were.\n").arg(*undone));
    return Exit::Done;
}

Exit print(const Assigned &assigned, const QString &to, bool confirmed, Terminal &terminal)
{
    if (terminal.json()) {
        QJsonArray events;
        for (const EventId event : assigned.events)
            events << event.toString();
        terminal.print(QJsonObject{{QStringLiteral("changed"), assigned.changed}, {QStringLiteral("left"), assigned.left},
                                   {QStringLiteral("events"), events}, {QStringLiteral("confirmed"), confirmed}});
        return Exit::Done;
    }
    terminal.print(assigned.changed == 1 ? Cli::tr("1 lead given to %1.\n").arg(to)
                                         : Cli::tr("%1 leads given to %2.\n").arg(QString::number(assigned.changed), to));
    if (assigned.left > 0)
        terminal.print(Cli::tr("Left as they were, closed or theirs already: %1.\n").arg(assigned.left));
    return Exit::Done;
}

Exit give(Session &session, const Agent &person, const QVector<Workplace::LeadRef> &refs, const Invocation &invocation, Terminal &terminal)
{
    QVector<LeadId> leads;
    for (const Workplace::LeadRef &ref : refs)
        leads << ref.lead;
    const QString named = invocation.value(QStringLiteral("to")), to = named == Anybody ? QString() : named;
    const QString reason = invocation.value(QStringLiteral("reason"));
    SharedPlace *desk = session.desk();
    const auto assigned = desk && desk->isOnline() ? desk->assignLeads(leads, to, reason) : session.place().assignLeads(leads, to, reason, person.login);
    if (!assigned)
        return terminal.refuse(assigned.error());
    const bool confirmed = session.confirm(terminal);
    return print(*assigned, named, confirmed, terminal);
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    const bool back = invocation.has(QStringLiteral("undo"));
    if (!back && !invocation.has(QStringLiteral("to")))
        return terminal.refuse(Cli::tr("--to is missing: who gets them? A login, or anybody."), Exit::Usage);
    if (!back && !invocation.has(QStringLiteral("reason")))
        return terminal.refuse(Cli::tr("--reason is missing: why do they get them? It stands on the history."), Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        const auto person = session.person(invocation);
        if (!person)
            return terminal.refuse(person.error());
        const auto leads = leadsOf(session, invocation);
        if (!leads)
            return terminal.refuse(leads.error());
        return back ? undo(session, *person, *leads, terminal) : give(session, *person, *leads, invocation, terminal);
    });
}

} // namespace

Command assignCommand()
{
    Command command;
    command.name = QStringLiteral("assign");
    command.summary = Cli::tr("Give leads to somebody, or to everybody, and take that back.");
    command.details = Cli::tr("For managers; at most 200 leads at once. Those that are closed or theirs already are left as they are.\n"
                              "With --undo the leads go back to whom they were with before they were given to somebody the last time.");
    command.options = {
        {QStringLiteral("as"), QStringLiteral("LOGIN"),
         Cli::tr("Who does it, a manager; on a shared database its user, and may be left out."), true, false, true},
        {QStringLiteral("lead"), QStringLiteral("ID"), Cli::tr("The lead, or the beginning of its id; may be repeated."), true, true},
        {QStringLiteral("to"), QStringLiteral("LOGIN"), Cli::tr("Who gets them; anybody: whoever is next.")},
        {QStringLiteral("reason"), QStringLiteral("TEXT"), Cli::tr("Why; it is kept on their history.")},
        {QStringLiteral("undo"), {}, Cli::tr("Take back the last time each of them was given to somebody.")}};
    command.run = run;
    return command;
}

} // namespace beback::app
