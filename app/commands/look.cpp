#include "app/present.h"
#include "app/session.h"
#include "core/exchange/looks.h"

namespace beback::app {

namespace {

constexpr int LeastOfId = 6; // characters of an id's beginning

// What is looked at lies in a shared database. Errors: Invalid, on a store of this computer; why it does not answer.
Result<SharedPlace *> placeOf(Session &session)
{
    if (!session.desk())
        return Error{Code::Invalid,
                     session.place().db().engine() == Engine::Sqlite
                         ? Cli::tr("This store is a file on this computer: nobody else writes in it, and nothing needs a look.")
                         : Cli::tr("You are connected as somebody who does not work here. Connect as a manager: postgresql://LOGIN@HOST/NAME."),
                     {}};
    if (session.desk()->trouble())
        return *session.desk()->trouble();
    return session.desk();
}

QJsonObject toJson(const Look &look)
{
    return {{QStringLiteral("event"), look.event.toString()},
            {QStringLiteral("what"), beback::toText(look.what)},
            {QStringLiteral("held"), look.isHeld},
            {QStringLiteral("opt_out"), look.isOptOut},
            {QStringLiteral("customer"), look.customer.toString()},
            {QStringLiteral("lead"), look.lead.isNull() ? QJsonValue() : QJsonValue(look.lead.toString())},
            {QStringLiteral("name"), look.name},
            {QStringLiteral("actor"), look.actor},
            {QStringLiteral("occurred_at"), look.at.toIso()},
            {QStringLiteral("says"), look.sentence}};
}

Exit list(SharedPlace &place, Terminal &terminal)
{
    const auto looks = place.looks();
    if (!looks)
        return terminal.refuse(looks.error());
    QJsonArray array;
    QString text;
    for (const Look &look : *looks) {
        array << toJson(look);
        text += QStringLiteral("%1  %2\n").arg(look.event.toString(), wrapped(look.sentence, 38, 0));
    }
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("looks"), array}});
    else
        terminal.print(text.isEmpty() ? Cli::tr("Nothing needs a look.\n") : text);
    return Exit::Done;
}

// Those an id, or the beginning of one, names. Errors: Invalid, for a beginning that is too short or names two; NotFound.
Result<QVector<Look>> named(const QVector<Look> &looks, const QString &id)
{
    QVector<Look> found;
    for (const Look &look : looks)
        if (id.size() >= LeastOfId && look.event.toString().startsWith(id.toLower()))
            found << look;
    if (found.isEmpty())
        return Error{Code::NotFound, Cli::tr("Nothing that needs a look begins with \"%1\". See: beback look").arg(id), {}};
    for (const Look &look : std::as_const(found))
        if (look.event != found.first().event)
            return Error{Code::Invalid, Cli::tr("\"%1\" begins more than one. Write more of it.").arg(id), {}};
    return found;
}

Result<QVector<Look>> chosen(SharedPlace &place, const QStringList &ids)
{
    BEBACK_TRY(looks, place.looks());
    QVector<Look> all;
    for (const QString &id : ids) {
        BEBACK_TRY(some, named(looks, id));
        all += some;
    }
    return all;
}

// Of an event that is held, what is held is decided; all else about it is seen.
Result<int> decide(SharedPlace &place, const QString &word, const QStringList &ids, const QString &reason)
{
    BEBACK_TRY(looks, chosen(place, ids));
    const bool wantsHeld = word != QLatin1String("keep");
    QVector<EventId> events;
    for (const Look &look : std::as_const(looks)) {
        if (look.isHeld != wantsHeld)
            return Error{Code::Invalid,
                         wantsHeld ? Cli::tr("%1 is not held: it counts already. Say: beback look keep %1").arg(look.event.toString())
                                   : Cli::tr("%1 is held: let it in, or leave it out.").arg(look.event.toString()),
                         {}};
        events << look.event;
    }
    if (word == QLatin1String("let-in"))
        BEBACK_CHECK(place.letIn(events, reason));
    else
        for (const Look &look : std::as_const(looks))
            BEBACK_CHECK(place.lookDone(look.event, look.what, reason));
    return int(looks.size());
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    const QString word = invocation.arguments.value(0, QStringLiteral("list"));
    static const QStringList words = {QStringLiteral("list"), QStringLiteral("keep"), QStringLiteral("let-in"), QStringLiteral("leave-out")};
    if (!words.contains(word))
        return terminal.refuse(Cli::tr("beback look can %1, not \"%2\"").arg(words.join(QStringLiteral(", ")), word), Exit::Usage);
    const QStringList ids = invocation.arguments.mid(1);
    if (ids.isEmpty() == (word != words.first()))
        return terminal.refuse(Cli::tr("beback look %1 is written differently; see beback look --help").arg(word), Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        const auto place = placeOf(session);
        if (!place)
            return terminal.refuse(place.error());
        if (word == words.first())
            return list(**place, terminal);
        const auto decided = decide(**place, word, ids, invocation.value(QStringLiteral("reason")));
        if (!decided)
            return terminal.refuse(decided.error());
        if (terminal.json())
            terminal.print(QJsonObject{{QStringLiteral("looked_at"), *decided}});
        else
            terminal.print(word == QLatin1String("let-in") ? Cli::tr("Let in: it counts from here on, for everybody.\n") : Cli::tr("Looked at: %1.\n").arg(*decided));
        return Exit::Done;
    });
}

} // namespace

Command lookCommand()
{
    Command command;
    command.name = QStringLiteral("look");
    command.arguments = QStringLiteral("[list | keep EVENT... | let-in EVENT... | leave-out EVENT...]");
    command.summary = Cli::tr("What needs a look: what two desks did without knowing of each other, and what is held.");
    command.details = Cli::tr("Nothing is lost by either. \"keep\": it was seen, and stays as it counts. What is held counts once a manager says\n"
                              "\"let-in\", and never when one says \"leave-out\"; both with a --reason. Agents see and keep what they wrote themselves.");
    command.options = {{QStringLiteral("reason"), QStringLiteral("TEXT"), Cli::tr("Why; with let-in and leave-out.")}};
    command.leastArguments = 0;
    command.mostArguments = -1;
    command.run = run;
    return command;
}

} // namespace beback::app
