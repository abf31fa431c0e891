#include "app/present.h"
#include "app/session.h"
#include "core/time/wording.h"

#include <QSet>

#include <algorithm>

namespace beback::app {

namespace {

// The events of the lead, and those about the person; with `all`, of their other leads too. In canonical order.
QVector<Event> chosen(const QVector<Event> &events, LeadId lead, bool all)
{
    QVector<Event> list;
    std::copy_if(events.begin(), events.end(), std::back_inserter(list),
                 [&](const Event &event) { return all || event.lead.isNull() || event.lead == lead; });
    return list;
}

// The events that were taken back by a later one.
QSet<QString> undone(const QVector<Event> &events)
{
    QSet<QString> ids;
    for (const Event &event : events)
        if (event.kind == EventKind::Corrected)
            ids.insert(event.body.value(QStringLiteral("undoes")).toString());
    return ids;
}

QJsonObject toJson(const Event &event, bool undone)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    return {{QStringLiteral("id"), event.id.toString()},
            {QStringLiteral("kind"), event.kindText},
            {QStringLiteral("lead"), event.lead.isNull() ? QJsonValue() : QJsonValue(event.lead.toString())},
            {QStringLiteral("medium"), event.medium ? QJsonValue(toText(*event.medium)) : QJsonValue()},
            {QStringLiteral("direction"), orNull(toText(event.direction))},
            {QStringLiteral("outcome"), orNull(toText(event.outcome))},
            {QStringLiteral("occurred_at"), event.occurredAt.toIso()},
            {QStringLiteral("recorded_at"), event.recordedAt.toIso()},
            {QStringLiteral("actor"), event.actor},
            {QStringLiteral("station"), event.station},
            {QStringLiteral("undone"), undone},
            {QStringLiteral("body"), event.body}};
}

QString table(const LeadView &view, LeadId lead, bool all, Session &session)
{
    QVector<QStringList> rows;
    for (auto it = view.timeline.crbegin(); it != view.timeline.crend(); ++it) {
        if (!all && !it->lead.isNull() && it->lead != lead)
            continue;
        QString line = it->title;
        for (const QString &part : {it->line, it->words.simplified()})
            if (!part.isEmpty())
                line += (line.endsWith(QLatin1Char('.')) ? QStringLiteral(" ") : QStringLiteral(". ")) + part;
        if (it->undone)
            line += Cli::tr(" (taken back)");
        rows.append({wording::dayAndTime(it->at, session.zone(), session.now()), it->who, line});
    }
    return view.customer.name.display() + QLatin1Char('\n') + aligned(rows);
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    return inSession(invocation, terminal, [&](Session &session) {
        const bool all = invocation.has(QStringLiteral("all"));
        session.sayIfOffline(terminal);
        const auto lead = session.findLead(invocation.arguments.first());
        if (!lead)
            return terminal.refuse(lead.error());
        if (!terminal.json()) {
            const auto view = session.place().view(lead->customer, lead->lead, QString());
            if (!view)
                return terminal.refuse(view.error());
            terminal.print(table(*view, lead->lead, all, session));
            return Exit::Done;
        }
        const auto events = session.place().history(lead->customer);
        if (!events)
            return terminal.refuse(events.error());
        const QSet<QString> takenBack = undone(*events);
        QJsonArray list;
        for (const Event &event : chosen(*events, lead->lead, all))
            list.append(toJson(event, takenBack.contains(event.id.toString())));
        terminal.print(QJsonObject{{QStringLiteral("lead"), lead->lead.toString()},
                                   {QStringLiteral("customer"), lead->customer.toString()},
                                   {QStringLiteral("events"), list}});
        return Exit::Done;
    });
}

} // namespace

Command historyCommand()
{
    Command command;
    command.name = QStringLiteral("history");
    command.arguments = QStringLiteral("LEAD");
    command.summary = Cli::tr("Print the timeline of a lead, oldest first.");
    command.options = {{QStringLiteral("all"), {}, Cli::tr("The person's other leads as well.")}};
    command.leastArguments = command.mostArguments = 1;
    command.run = run;
    return command;
}

} // namespace beback::app
