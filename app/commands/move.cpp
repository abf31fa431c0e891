#include "app/password.h"
#include "app/present.h"
#include "app/session.h"
#include "core/desk/move.h"

namespace beback::app {

namespace {

Exit run(const Invocation &invocation, Terminal &terminal)
{
    const auto target = StoreUrl::parse(invocation.arguments.first());
    if (!target || target->engine != Engine::Postgresql)
        return terminal.refuse(Cli::tr("beback move needs a shared database to move into: postgresql://ADMIN@HOST/NAME"), Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        if (session.place().db().engine() == Engine::Postgresql)
            return terminal.refuse(Cli::tr("These leads are in a shared database already."));
        SystemClock clock;
        SystemRandom random;
        const auto to = Workplace::open(*target, Workplace::Open::CreateOrUpgrade, clock, random);
        if (!to)
            return terminal.refuse(to.error().message, Exit::NoStore);
        QString password;
        if (invocation.has(QStringLiteral("password-file"))) {
            const auto read = passwordFrom(invocation.value(QStringLiteral("password-file")));
            if (!read)
                return terminal.refuse(read.error());
            password = *read;
        }
        const auto moved = moveInto(session.place(), **to, password, [&](const MoveReport &report) {
            terminal.progress(counted(report.events, Cli::tr("1 entry moved"), Cli::tr("%1 entries moved")));
        });
        if (!moved)
            return terminal.refuse(moved.error());
        if (terminal.json())
            terminal.print(QJsonObject{{QStringLiteral("events"), moved->events},
                                       {QStringLiteral("customers"), moved->customers},
                                       {QStringLiteral("people"), moved->people},
                                       {QStringLiteral("set_aside"), moved->setAside}});
        else
            terminal.print(Cli::tr("Moved %1 with %2, and %3, into %4.\n"
                                   "Prove it with: beback check --db %5\n")
                               .arg(counted(moved->customers, Cli::tr("1 customer"), Cli::tr("%1 customers")),
                                    counted(moved->events, Cli::tr("1 entry"), Cli::tr("%1 entries")),
                                    counted(moved->people, Cli::tr("1 person who works here"), Cli::tr("%1 people who work here")),
                                    target->display(), target->display()));
        return Exit::Done;
    });
}

} // namespace

Command moveCommand()
{
    Command command;
    command.name = QStringLiteral("move");
    command.arguments = QStringLiteral("URL");
    command.summary = Cli::tr("Move everything in an embedded store into a shared database that has no leads yet.");
    command.details = Cli::tr("Needs an administrator of the database, who may create roles: everybody who works here becomes\n"
                              "one. The embedded store is only read, and refuses to be worked in once all is moved. Broken off, the same\n"
                              "call goes on where it was.");
    command.options = {{QStringLiteral("password-file"), QStringLiteral("FILE"),
                        Cli::tr("What everybody signs in with at first, the first line of a file (\"-\": of standard input);\n"
                                "none when left out.")}};
    command.leastArguments = command.mostArguments = 1;
    command.run = run;
    return command;
}

} // namespace beback::app
