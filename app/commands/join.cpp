#include "app/present.h"
#include "app/session.h"

#include <QUrl>

namespace beback::app {

namespace {

// What is shown of a database names nobody; who works there has to.
QString withLogin(QString shown, const QString &login)
{
    return shown.contains(QLatin1Char('@')) ? shown : shown.replace(QStringLiteral("://"), QStringLiteral("://%1@").arg(QString::fromUtf8(QUrl::toPercentEncoding(login))));
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    const auto url = StoreUrl::parse(invocation.arguments.first());
    if (!url || url->engine != Engine::Postgresql)
        return terminal.refuse(Cli::tr("beback join needs a shared database: postgresql://LOGIN@HOST/NAME"), Exit::Usage);
    SystemClock clock;
    SystemRandom random;
    const auto desk = SharedPlace::joinAnew(*url, clock, random);
    if (!desk) {
        const bool unasked = desk.error().code == Code::Denied && !url->uri.section(QLatin1String("://"), 1).section(QLatin1Char('@'), 0, 0).contains(QLatin1Char(':'));
        return terminal.refuse(unasked ? Cli::tr("%1 The password comes from PGPASSWORD, ~/.pgpass or the URL.").arg(desk.error().message)
                                       : desk.error().message,
                               Exit::NoStore);
    }
    if ((*desk)->trouble())
        return terminal.refuse((*desk)->trouble()->message, Exit::NoStore);
    const auto person = (*desk)->own().user((*desk)->login());
    if (!person)
        return terminal.refuse(person.error());
    const bool unverified = (*desk)->exchange().shared().db().isUnverified();
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("db"), url->display()},
                                   {QStringLiteral("user"), toJson(*person)},
                                   {QStringLiteral("rooftop"), (*desk)->own().rooftop().name},
                                   {QStringLiteral("verified"), !unverified},
                                   {QStringLiteral("own_store"), (*desk)->own().db().url().path}});
    else
        terminal.print(Cli::tr("%1 joined %2 at %3. What this desk records is kept in %4 first.\n%5"
                                       "Work with: beback --db %3 (or set BEBACK_DB to it)\n")
                           .arg(person->name, (*desk)->own().rooftop().name, withLogin(url->display(), person->login), (*desk)->own().db().url().path,
                                unverified ? Cli::tr("The server's certificate is not checked: somebody in between could read along.\n") : QString()));
    return Exit::Done;
}

} // namespace

Command joinCommand()
{
    Command command;
    command.name = QStringLiteral("join");
    command.arguments = QStringLiteral("URL");
    command.summary = Cli::tr("Make this computer a desk of a shared database.");
    command.details = Cli::tr("The password comes from the URL, PGPASSWORD or ~/.pgpass. The server's certificate has to be\n"
                              "trusted unless the server is this computer; sslmode=require in the URL asks for less, and the\n"
                              "program then says so all the time. A computer that was taken out (beback revoke) joins as a new desk.");
    command.leastArguments = command.mostArguments = 1;
    command.run = run;
    return command;
}

} // namespace beback::app
