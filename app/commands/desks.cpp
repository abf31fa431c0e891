#include "app/password.h"
#include "app/present.h"
#include "app/session.h"
#include "core/exchange/desks.h"
#include "core/time/wording.h"

namespace beback::app {

namespace {

constexpr int ShownOfId = 13; // the moment it was made, to the millisecond

// Where desks are known. Errors: Invalid, on a store that has one; why the shared database does not answer.
Result<Connection *> siteOf(Session &session)
{
    if (session.desk() && session.desk()->trouble())
        return *session.desk()->trouble();
    Connection &db = session.lists();
    if (db.engine() == Engine::Sqlite)
        return Error{Code::Invalid, Cli::tr("This store is a file on this computer, and this computer is its only desk."), {}};
    return &db;
}

QJsonValue takenOutJson(const DeskOfSite &desk)
{
    if (!desk.isTakenOut)
        return {};
    return QJsonObject{{QStringLiteral("by"), desk.takenOutBy}, {QStringLiteral("at"), desk.takenOutAt.toIso()}, {QStringLiteral("reason"), desk.why}};
}

// Only of the desk that asks it is known what it has not sent.
std::optional<int> unsentOf(Session &session, const DeskOfSite &desk)
{
    if (!session.desk())
        return std::nullopt;
    const auto numbers = own_store::numbers(session.place().db());
    const auto waiting = own_store::waiting(session.place().db());
    if (!numbers || !waiting || numbers->origin != desk.origin)
        return std::nullopt;
    return waiting->events;
}

QString stateOf(Session &session, const DeskOfSite &desk)
{
    if (desk.isTakenOut)
        return Cli::tr("taken out by %1, %2: %3").arg(desk.takenOutBy, wording::dayAndTime(desk.takenOutAt, session.zone(), session.now()), desk.why)
               + (desk.held > 0 ? Cli::tr(" (to be looked at: %1)").arg(desk.held) : QString());
    const auto unsent = unsentOf(session, desk);
    return unsent ? Cli::tr("this computer; not sent yet: %1").arg(*unsent) : QString();
}

Exit list(Session &session, Terminal &terminal)
{
    const auto site = siteOf(session);
    if (!site)
        return terminal.refuse(site.error());
    const auto desks = readDesks(**site, session.place().rooftopId());
    if (!desks)
        return terminal.refuse(desks.error());
    QJsonArray array;
    QVector<QStringList> rows{{Cli::tr("Desk"), Cli::tr("Person"), Cli::tr("Computer"), Cli::tr("Last seen"), Cli::tr("Entries"), QString()}};
    for (const DeskOfSite &desk : *desks) {
        const auto unsent = unsentOf(session, desk);
        array << QJsonObject{{QStringLiteral("desk"), desk.origin.toString()}, {QStringLiteral("login"), desk.login},
                             {QStringLiteral("name"), desk.name},              {QStringLiteral("station"), desk.station},
                             {QStringLiteral("events"), desk.events},          {QStringLiteral("seen_at"), desk.seenAt.toIso()},
                             {QStringLiteral("unsent"), unsent ? QJsonValue(*unsent) : QJsonValue()},
                             {QStringLiteral("held"), desk.held},              {QStringLiteral("revoked"), takenOutJson(desk)}};
        rows << QStringList{desk.origin.toString().left(ShownOfId), desk.name, desk.station,
                            wording::dayAndTime(desk.seenAt, session.zone(), session.now()), QString::number(desk.events), stateOf(session, desk)};
    }
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("desks"), array}});
    else
        terminal.print(array.isEmpty() ? Cli::tr("No computer takes part yet.\n") : aligned(rows));
    return Exit::Done;
}

Exit runDesks(const Invocation &invocation, Terminal &terminal)
{
    return inSession(invocation, terminal, [&](Session &session) { return list(session, terminal); });
}

// One of those who worked at it, and what is to be done for them.
QString toldOf(const TakenFrom &one, const QString &password)
{
    QString said = one.desks > 1 ? Cli::tr("%1 had %2 desks there. ").arg(one.name).arg(one.desks) : QString();
    said += one.leases == 0   ? Cli::tr("%1 had nobody in hand.").arg(one.name)
            : one.leases == 1 ? Cli::tr("%1 had one person in hand, who is given back.").arg(one.name)
                              : Cli::tr("%1 had %2 people in hand, who are given back.").arg(one.name).arg(one.leases);
    said += QLatin1Char(' ');
    said += password.isEmpty() ? Cli::tr("The database knows people, not computers: give them a new password (beback user password %1), or whoever has "
                                         "the old one makes a new desk.").arg(one.login)
                               : Cli::tr("The new password of %1, shown this once: %2").arg(one.login, password);
    return said;
}

// Errors: those of setPassword(). Empty: none was asked for.
Result<QString> newPassword(Session &session, const Invocation &invocation, const TakenFrom &one)
{
    if (!invocation.has(QStringLiteral("new-password")))
        return QString();
    BEBACK_TRY(agent, session.place().user(one.login));
    const QString password = madeUpPassword();
    BEBACK_CHECK(session.place().setPassword(agent, password));
    return password;
}

Exit revoke(Session &session, const Invocation &invocation, Terminal &terminal)
{
    if (invocation.has(QStringLiteral("new-password")) && session.desk())
        return terminal.refuse(Cli::tr("Only an administrator of the database gives new passwords. Leave --new-password out and ask one for: beback user password"));
    const auto site = siteOf(session);
    if (!site)
        return terminal.refuse(site.error());
    const auto people = takeOutDesk(**site, session.place().rooftopId(), invocation.arguments.first(), invocation.value(QStringLiteral("reason")));
    if (!people)
        return terminal.refuse(people.error());
    QJsonArray array;
    QString said = Cli::tr("%1 is taken out. What it still sends is held until a manager looked at it (beback look). While it is offline it goes on as before, "
                           "with what it carries.\n").arg(invocation.arguments.first());
    std::optional<Error> noPassword;
    for (const TakenFrom &one : *people) {
        const auto password = newPassword(session, invocation, one);
        if (!password && !noPassword)
            noPassword = password.error();
        const QString secret = password ? *password : QString();
        QJsonObject json{{QStringLiteral("login"), one.login}, {QStringLiteral("desks"), one.desks}, {QStringLiteral("leases"), one.leases}};
        if (!secret.isEmpty())
            json.insert(QStringLiteral("password"), secret);
        array << json;
        said += toldOf(one, secret) + QLatin1Char('\n');
    }
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("revoked"), array}});
    else
        terminal.print(said);
    return noPassword ? terminal.refuse(*noPassword) : Exit::Done;
}

Exit runRevoke(const Invocation &invocation, Terminal &terminal)
{
    return inSession(invocation, terminal, [&](Session &session) { return revoke(session, invocation, terminal); });
}

} // namespace

Command desksCommand()
{
    Command command;
    command.name = QStringLiteral("desks");
    command.summary = Cli::tr("The computers of a shared database: whose, when they were last seen, which were taken out.");
    command.details = Cli::tr("Managers and administrators are told of all of them, agents of their own.");
    command.run = runDesks;
    return command;
}

Command revokeCommand()
{
    Command command;
    command.name = QStringLiteral("revoke");
    command.arguments = QStringLiteral("COMPUTER");
    command.summary = Cli::tr("Take a lost computer out of a shared database, for managers and administrators.");
    command.details = Cli::tr("COMPUTER is its name as beback desks has it, for all desks on it, or the beginning of the id of one desk.\n"
                              "Whom its people have in hand is given back at once, at whichever of their desks they have them. It reads\n"
                              "nothing any more; what it still sends is held until a manager looked at it, and then it removes what it\n"
                              "carries. The database knows people, not computers: whoever has their password makes a new desk, so give\n"
                              "them a new one. A computer that never comes online again goes on as it is.");
    command.options = {{QStringLiteral("reason"), QStringLiteral("TEXT"), Cli::tr("Why; whoever worked there reads it."), true},
                       {QStringLiteral("new-password"), {}, Cli::tr("For an administrator: give everybody who worked there a new password, and print it once.")}};
    command.leastArguments = command.mostArguments = 1;
    command.run = runRevoke;
    return command;
}

} // namespace beback::app
