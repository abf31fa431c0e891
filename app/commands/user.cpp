#include "app/password.h"
#include "app/present.h"
#include "app/session.h"

#include <algorithm>

namespace beback::app {

namespace {

bool isRole(const QString &role)
{
    return role == QLatin1String("agent") || role == QLatin1String("manager");
}

QJsonObject toJson(const Agent &agent, bool active)
{
    QJsonObject json = app::toJson(agent);
    json.insert(QStringLiteral("active"), active);
    return json;
}

Exit printOne(Terminal &terminal, const Agent &agent, bool active, const QString &sentence, const QString &password = {})
{
    QJsonObject document{{QStringLiteral("user"), toJson(agent, active)}};
    if (!password.isEmpty())
        document.insert(QStringLiteral("password"), password);
    if (terminal.json())
        terminal.print(document);
    else
        terminal.print(sentence + QLatin1Char('\n'));
    return Exit::Done;
}

// What somebody signs in to a shared database with: a file says it, or one is made up. Nothing on an embedded store.
Result<QString> passwordFor(Session &session, const Invocation &invocation)
{
    if (session.place().db().engine() == Engine::Sqlite)
        return QString();
    if (invocation.has(QStringLiteral("password-file")))
        return passwordFrom(invocation.value(QStringLiteral("password-file")));
    return madeUpPassword();
}

Exit list(Session &session, const Invocation &invocation, Terminal &terminal)
{
    const auto working = session.place().users(false);
    if (!working)
        return terminal.refuse(working.error());
    const auto shown = session.place().users(invocation.has(QStringLiteral("all")));
    if (!shown)
        return terminal.refuse(shown.error());
    QJsonArray array;
    QVector<QStringList> rows{{Cli::tr("Login"), Cli::tr("Name"), Cli::tr("Role")}};
    for (const Agent &agent : *shown) {
        const bool active = std::find(working->begin(), working->end(), agent) != working->end();
        array.append(toJson(agent, active));
        rows.append({agent.login, agent.name, active ? agent.role : Cli::tr("%1, disabled").arg(agent.role)});
    }
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("users"), array}});
    else if (array.isEmpty())
        terminal.print(Cli::tr("Nobody works here yet. Add somebody with: beback user add LOGIN --name NAME\n"));
    else
        terminal.print(aligned(rows));
    return Exit::Done;
}

Exit add(Session &session, const Invocation &invocation, Terminal &terminal)
{
    Agent agent;
    agent.login = invocation.arguments.at(1);
    agent.name = invocation.value(QStringLiteral("name"));
    agent.role = invocation.has(QStringLiteral("role")) ? invocation.value(QStringLiteral("role")) : QStringLiteral("agent");
    const auto password = passwordFor(session, invocation);
    if (!password)
        return terminal.refuse(password.error());
    if (const auto added = session.place().addUser(agent, *password); !added)
        return terminal.refuse(added.error());
    QString sentence = Cli::tr("%1 (%2) works here now, as %3.").arg(agent.name, agent.login, agent.role);
    const bool tell = !password->isEmpty() && !invocation.has(QStringLiteral("password-file"));
    if (tell)
        sentence += QLatin1Char('\n') + Cli::tr("The password, shown this once: %1").arg(*password);
    return printOne(terminal, agent, true, sentence, tell ? *password : QString());
}

Exit setPassword(Session &session, const Invocation &invocation, Terminal &terminal)
{
    const auto agent = session.place().user(invocation.arguments.at(1));
    if (!agent)
        return terminal.refuse(agent.error());
    const auto password = passwordFor(session, invocation);
    if (!password)
        return terminal.refuse(password.error());
    if (const auto set = session.place().setPassword(*agent, *password); !set)
        return terminal.refuse(set.error());
    const bool tell = !invocation.has(QStringLiteral("password-file"));
    return printOne(terminal, *agent, true,
                    tell ? Cli::tr("The new password of %1, shown this once: %2").arg(agent->login, *password)
                         : Cli::tr("%1 has a new password.").arg(agent->login),
                    tell ? *password : QString());
}

// Somebody who is known here, working or not.
Result<Agent> known(Session &session, const QString &login)
{
    BEBACK_TRY(users, session.place().users(true));
    for (const Agent &agent : users)
        if (agent.login == login)
            return agent;
    return session.place().user(login); // says who there is
}

Exit disable(Session &session, const Agent &agent, Terminal &terminal)
{
    const auto freed = session.place().disableUser(agent, QStringLiteral("system"));
    if (!freed)
        return terminal.refuse(freed.error());
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("user"), toJson(agent, false)}, {QStringLiteral("freed"), *freed}});
    else
        terminal.print(Cli::tr("%1 is disabled. What they did stays on the history. Open leads given back to everybody: %2.\n")
                           .arg(agent.login)
                           .arg(*freed));
    return Exit::Done;
}

Exit pass(Session &session, const Agent &agent, int days, Terminal &terminal)
{
    const auto passed = session.place().passLeadsOf(agent.login, days, QStringLiteral("system"));
    if (!passed)
        return terminal.refuse(passed.error());
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("user"), toJson(agent, true)}, {QStringLiteral("passed"), *passed}});
    else
        terminal.print(Cli::tr("Leads of %1 given to everybody, because they are older than %2: %3.\n")
                           .arg(agent.login, counted(days, Cli::tr("1 day"), Cli::tr("%1 days")))
                           .arg(*passed));
    return Exit::Done;
}

Exit change(Session &session, const Invocation &invocation, Terminal &terminal)
{
    const QString action = invocation.arguments.first();
    auto agent = known(session, invocation.arguments.at(1));
    if (!agent)
        return terminal.refuse(agent.error());
    const auto working = session.place().users(false);
    if (!working)
        return terminal.refuse(working.error());
    bool active = std::find(working->begin(), working->end(), *agent) != working->end();
    QString sentence;
    if (action == QLatin1String("disable"))
        return disable(session, *agent, terminal);
    if (action == QLatin1String("pass"))
        return pass(session, *agent, invocation.value(QStringLiteral("older-than")).toInt(), terminal);
    if (action == QLatin1String("role")) {
        agent->role = invocation.arguments.at(2);
        sentence = Cli::tr("%1 is %2 now.").arg(agent->login, agent->role);
    } else {
        active = true;
        sentence = Cli::tr("%1 works here again.").arg(agent->login);
    }
    if (const auto set = session.place().setUser(*agent, active); !set)
        return terminal.refuse(set.error());
    return printOne(terminal, *agent, active, sentence);
}

// Wrong usage, as a sentence; empty when the arguments make sense.
QString fault(const Invocation &invocation)
{
    const QStringList &words = invocation.arguments;
    static const QHash<QString, int> Lengths = {{QStringLiteral("list"), 1},
                                                {QStringLiteral("add"), 2},
                                                {QStringLiteral("role"), 3},
                                                {QStringLiteral("password"), 2},
                                                {QStringLiteral("pass"), 2},
                                                {QStringLiteral("disable"), 2},
                                                {QStringLiteral("enable"), 2}};
    const int length = Lengths.value(words.first());
    if (length == 0)
        return Cli::tr("beback user can list, add, role, password, pass, disable and enable, not \"%1\"").arg(words.first());
    if (words.size() != length)
        return Cli::tr("beback user %1 is written differently; see beback user --help").arg(words.first());
    const bool adds = words.first() == QLatin1String("add");
    if (adds && invocation.value(QStringLiteral("name")).trimmed().isEmpty())
        return Cli::tr("beback user add needs --name NAME");
    bool isNumber = false;
    const QString days = invocation.value(QStringLiteral("older-than"));
    if (words.first() == QLatin1String("pass") && (days.toInt(&isNumber) < 1 || !isNumber))
        return Cli::tr("beback user pass needs --older-than DAYS, a number from 1 on");
    const QString role = adds ? invocation.value(QStringLiteral("role")) : words.value(2);
    if (!role.isEmpty() && !isRole(role))
        return Cli::tr("there is no role \"%1\". There are: agent, manager.").arg(role);
    return {};
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    if (const QString wrong = fault(invocation); !wrong.isEmpty())
        return terminal.refuse(wrong, Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        const QString action = invocation.arguments.first();
        if (action == QLatin1String("list"))
            return list(session, invocation, terminal);
        if (action == QLatin1String("add"))
            return add(session, invocation, terminal);
        if (action == QLatin1String("password"))
            return setPassword(session, invocation, terminal);
        return change(session, invocation, terminal);
    }, invocation.arguments.first() == QLatin1String("list") ? Access::Work : Access::Administer);
}

} // namespace

Command userCommand()
{
    Command command;
    command.name = QStringLiteral("user");
    command.arguments = QStringLiteral("list | add LOGIN | role LOGIN ROLE | password LOGIN | pass LOGIN | disable LOGIN | enable LOGIN");
    command.summary = Cli::tr("The people who work here: list them, add one, change what they may do.");
    command.details = Cli::tr("Roles are agent and manager. A person who left is disabled, never deleted: the history names\n"
                              "them. Their open leads go to everybody. With pass, only those that have been open for long do, where nothing is\n"
                              "agreed and nobody waits for an answer: a salesperson's leads go on at the BDC. It is made for a scheduler.");
    command.options = {{QStringLiteral("name"), QStringLiteral("NAME"), Cli::tr("With add: their name.")},
                       {QStringLiteral("role"), QStringLiteral("agent|manager"), Cli::tr("With add: agent when left out.")},
                       {QStringLiteral("password-file"), QStringLiteral("FILE"),
                        Cli::tr("On a shared database, with add and password: the file (-: standard input) whose first line "
                                "is the password. One is made up and printed when left out.")},
                       {QStringLiteral("older-than"), QStringLiteral("DAYS"), Cli::tr("With pass: since when a lead has to be here.")},
                       {QStringLiteral("all"), {}, Cli::tr("With list: those who are disabled, too.")}};
    command.leastArguments = 1;
    command.mostArguments = 3;
    command.run = run;
    return command;
}

} // namespace beback::app
