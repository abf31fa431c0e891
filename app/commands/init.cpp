#include "app/password.h"
#include "app/present.h"
#include "app/session.h"
#include "core/demo/demo_world.h"
#include "core/desk/move.h"
#include "core/time/zones.h"

#include <QTemporaryDir>

namespace beback::app {

namespace {

// What is asked for, as far as it can be read without the store.
struct Wish {
    int customers = 0; // 0: no demo world
    quint64 seed = 1;
    bool training = false;
    QString demoPassword; // of the made-up people, on PostgreSQL
    QString fault; // wrong usage
};

Wish read(const Invocation &invocation)
{
    Wish wish;
    bool ok = true;
    if (invocation.has(QStringLiteral("demo"))) {
        wish.customers = invocation.value(QStringLiteral("demo")).toInt(&ok);
        if (!ok || wish.customers < 1 || wish.customers > DemoWorld::MostCustomers)
            return {0, 1, false, {}, Cli::tr("--demo takes a number of customers from 1 to %1").arg(DemoWorld::MostCustomers)};
    }
    if (invocation.has(QStringLiteral("seed"))) {
        wish.seed = invocation.value(QStringLiteral("seed")).toULongLong(&ok);
        if (!ok)
            return {0, 1, false, {}, Cli::tr("--seed takes a whole number that is not negative")};
        if (wish.customers == 0)
            return {0, 1, false, {}, Cli::tr("--seed belongs to --demo")};
    }
    const QString zone = invocation.value(QStringLiteral("zone"));
    if (!zone.isEmpty() && !zones::isKnown(zone))
        return {0, 1, false, {}, Cli::tr("there is no time zone \"%1\". Write it like America/Denver.").arg(zone)};
    if (zone.isEmpty() == invocation.has(QStringLiteral("rooftop")))
        return {0, 1, false, {}, Cli::tr("--rooftop NAME and --zone ZONE belong together")};
    if (wish.customers > 0 && invocation.has(QStringLiteral("rooftop")))
        return {0, 1, false, {}, Cli::tr("the demo world has its own rooftop; leave out --demo or --rooftop")};
    wish.training = invocation.has(QStringLiteral("training"));
    wish.demoPassword = invocation.value(QStringLiteral("demo-password"));
    if (!wish.demoPassword.isEmpty() && wish.customers == 0)
        return {0, 1, false, {}, Cli::tr("--demo-password belongs to --demo")};
    return wish;
}

// Made-up people never get among real ones.
Result<void> mustBeEmpty(Session &session)
{
    BEBACK_TRY(inUse, session.place().hasAnything());
    BEBACK_TRY(users, session.place().users(true));
    if (!inUse && users.isEmpty())
        return {};
    return Error{Code::Conflict,
                 session.place().db().engine() == Engine::Postgresql
                     ? Cli::tr("This database is in use already, and a demo world is made in an empty one only. Name another "
                               "database.")
                     : Cli::tr("This store is in use already, and a demo world is made in an empty one only. Name another file "
                               "with --db sqlite:PATH."),
                 {}};
}

// A clock that can be set does not belong into a store of real people.
Result<void> mayTrain(Session &session)
{
    BEBACK_TRY(training, session.place().isTraining());
    if (training)
        return {};
    BEBACK_TRY(hasHistory, session.place().hasHistory());
    if (!hasHistory)
        return {};
    return Error{Code::Conflict,
                 Cli::tr("This store has a history already and stays a real one. Make a training database of its own with: "
                         "beback init --training --db sqlite:PATH"),
                 {}};
}

DemoWorld worldOf(const Wish &wish, Instant now)
{
    constexpr qint64 DayUs = 86'400'000'000;
    DemoWorld world;
    world.customers = wish.customers;
    world.seed = wish.seed;
    world.until = Instant{now.us / DayUs * DayUs};
    return world;
}

// Made at a desk of its own and moved in, which is the way a real history comes into a shared database.
Result<void> makeSharedDemo(Session &session, const Wish &wish, Terminal &terminal)
{
    QTemporaryDir folder;
    if (!folder.isValid())
        return Error{Code::Unavailable, Cli::tr("There is no room for temporary files. %1").arg(folder.errorString()), {}};
    SystemRandom random;
    BEBACK_TRY(url, StoreUrl::parse(folder.filePath(QStringLiteral("demo.db"))));
    BEBACK_TRY(desk, Workplace::open(url, Workplace::Open::CreateOrUpgrade, session.place().clock(), random));
    BEBACK_CHECK(makeDemoWorld(desk->db(), worldOf(wish, session.now()), desk->plans(), [&](int done) {
        terminal.progress(Cli::tr("%1 of %2 customers made").arg(done).arg(wish.customers));
    }));
    BEBACK_CHECK(desk->setSetting(QStringLiteral("demo"), QStringLiteral("1")));
    if (wish.training)
        BEBACK_CHECK(desk->setSetting(QStringLiteral("training"), QStringLiteral("1")));
    BEBACK_CHECK(desk->reload());
    BEBACK_CHECK(moveInto(*desk, session.place(), wish.demoPassword, [&](const MoveReport &moved) {
        terminal.progress(counted(moved.events, Cli::tr("1 entry moved in"), Cli::tr("%1 entries moved in")));
    }));
    return {};
}

Result<void> makeDemo(Session &session, const Wish &wish, Terminal &terminal)
{
    if (session.place().db().engine() == Engine::Postgresql)
        return makeSharedDemo(session, wish, terminal);
    BEBACK_CHECK(makeDemoWorld(session.place().db(), worldOf(wish, session.now()), session.place().plans(), [&](int done) {
        terminal.progress(Cli::tr("%1 of %2 customers made").arg(done).arg(wish.customers));
    }));
    BEBACK_CHECK(session.place().setSetting(QStringLiteral("demo"), QStringLiteral("1")));
    return session.place().reload();
}

Result<void> setUp(Session &session, const Invocation &invocation)
{
    RooftopFacts rooftop;
    rooftop.name = invocation.value(QStringLiteral("rooftop"));
    rooftop.zone = invocation.value(QStringLiteral("zone"));
    return session.place().setUpRooftop(rooftop);
}

Result<void> work(Session &session, const Invocation &invocation, const Wish &wish, Terminal &terminal)
{
    // Whatever is refused leaves the store as it was: the mark of a training store most of all.
    BEBACK_CHECK(session.place().db().inTransaction("init", [&]() -> Result<void> {
        if (wish.training)
            BEBACK_CHECK(mayTrain(session));
        if (wish.customers > 0)
            BEBACK_CHECK(mustBeEmpty(session));
        if (wish.training)
            BEBACK_CHECK(session.place().setSetting(QStringLiteral("training"), QStringLiteral("1")));
        BEBACK_CHECK(session.setClock(invocation));
        if (invocation.has(QStringLiteral("rooftop")))
            return setUp(session, invocation);
        return {};
    }));
    if (wish.customers > 0)
        BEBACK_CHECK(makeDemo(session, wish, terminal));
    return {};
}

QString report(Session &session, const Wish &wish)
{
    const Migrator::Report &migration = session.place().migration();
    const QString where = session.place().db().url().display();
    QString text;
    if (migration.from == 0)
        text = Cli::tr("Created %1.\n").arg(where);
    else if (migration.applied.isEmpty())
        text = Cli::tr("%1 is up to date.\n").arg(where);
    else
        text = Cli::tr("Brought %1 from version %2 to version %3.\n").arg(where).arg(migration.from).arg(migration.to);
    if (wish.customers > 0)
        text += counted(wish.customers, Cli::tr("Made a demo world of 1 customer. Who works in it: beback user list\n"),
                        Cli::tr("Made a demo world of %1 customers. Who works in it: beback user list\n"));
    if (!wish.demoPassword.isEmpty())
        text += Cli::tr("All of them sign in with the password %1\n").arg(wish.demoPassword);
    if (wish.training)
        text += Cli::tr("It is a training database: --at sets the clock in it.\n");
    return text;
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    Wish wish = read(invocation);
    if (!wish.fault.isEmpty())
        return terminal.refuse(wish.fault, Exit::Usage);
    Session session;
    if (const auto opened = session.open(invocation, Workplace::Open::CreateOrUpgrade, Access::Administer); !opened)
        return terminal.refuse(opened.error().message, Exit::NoStore);
    if (session.place().db().engine() == Engine::Sqlite)
        wish.demoPassword.clear();
    else if (wish.customers > 0 && wish.demoPassword.isEmpty())
        wish.demoPassword = madeUpPassword();
    if (const auto done = work(session, invocation, wish, terminal); !done)
        return terminal.refuse(done.error());
    if (!terminal.json()) {
        terminal.print(report(session, wish));
        return Exit::Done;
    }
    const auto training = session.place().isTraining();
    if (!training)
        return terminal.refuse(training.error());
    const auto demo = session.place().setting(QStringLiteral("demo"));
    if (!demo)
        return terminal.refuse(demo.error());
    const Migrator::Report &migration = session.place().migration();
    terminal.print(QJsonObject{{QStringLiteral("db"), session.place().db().url().display()},
                               {QStringLiteral("created"), migration.from == 0},
                               {QStringLiteral("from"), migration.from},
                               {QStringLiteral("to"), migration.to},
                               {QStringLiteral("applied"), toJson(migration.applied)},
                               {QStringLiteral("demo"), !demo->isEmpty()},
                               {QStringLiteral("training"), *training},
                               {QStringLiteral("customers"), wish.customers},
                               {QStringLiteral("demo_password"),
                                wish.demoPassword.isEmpty() ? QJsonValue() : QJsonValue(wish.demoPassword)}});
    return Exit::Done;
}

} // namespace

Command initCommand()
{
    Command command;
    command.name = QStringLiteral("init");
    command.summary = Cli::tr("Create the store, or bring an older one to this version.");
    command.options = {
        {QStringLiteral("demo"), QStringLiteral("N"),
         Cli::tr("Fill an empty store with N made-up customers and months of history.")},
        {QStringLiteral("seed"), QStringLiteral("S"), Cli::tr("The same number gives the same demo world; 1 when left out.")},
        {QStringLiteral("demo-password"), QStringLiteral("PASSWORD"),
         Cli::tr("On PostgreSQL, what the made-up people sign in with; one is made up and printed when left out.")},
        {QStringLiteral("training"), {}, Cli::tr("Mark it as a training database, in which --at sets the clock.")},
        {QStringLiteral("rooftop"), QStringLiteral("NAME"), Cli::tr("Whose store it is: the dealership's name, said once.")},
        {QStringLiteral("zone"), QStringLiteral("ZONE"),
         Cli::tr("With --rooftop: where it stands, like America/Denver.")}};
    command.run = run;
    return command;
}

} // namespace beback::app
