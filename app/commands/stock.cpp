#include "app/present.h"
#include "app/session.h"
#include "core/time/wording.h"

#include <QFile>

namespace beback::app {

namespace {

QJsonObject toJson(const StockVehicle &one)
{
    QJsonObject json = one.vehicle.toJson();
    if (one.daysInStock >= 0)
        json.insert(QLatin1String("days"), one.daysInStock);
    return json;
}

QString vehiclesText(qsizetype vehicles)
{
    return counted(vehicles, Cli::tr("1 vehicle"), Cli::tr("%1 vehicles"));
}

QStringList rowOf(const StockVehicle &one)
{
    const auto &price = one.vehicle.priceCents;
    return {one.vehicle.stock, one.vehicle.label(), one.vehicle.color, price ? QString::number(*price / 100) : Cli::tr("on request"),
            one.daysInStock >= 0 ? QString::number(one.daysInStock) : QString()};
}

Exit list(Session &session, Terminal &terminal)
{
    const auto stock = session.place().stock();
    QJsonArray vehicles;
    QVector<QStringList> rows{{Cli::tr("STOCK"), Cli::tr("VEHICLE"), Cli::tr("COLOR"), Cli::tr("PRICE"), Cli::tr("DAYS")}};
    for (const StockVehicle &one : stock ? stock->vehicles : QVector<StockVehicle>()) {
        vehicles << toJson(one);
        rows << rowOf(one);
    }
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("vehicles"), vehicles}, {QStringLiteral("version"), stock ? stock->version : 0},
                                   {QStringLiteral("at"), stock ? QJsonValue(stock->at.toIso()) : QJsonValue()}, {QStringLiteral("by"), stock ? stock->by : QString()}});
    else if (!stock)
        terminal.print(Cli::tr("No stock list was brought in yet: beback stock import FILE.\n"));
    else
        terminal.print(aligned(rows) + Cli::tr("%1, brought in by %2 on %3.\n").arg(vehiclesText(stock->vehicles.size()), stock->by, wording::dateAndTime(stock->at, session.zone())));
    return Exit::Done;
}

Exit import(Session &session, const Invocation &invocation, Terminal &terminal)
{
    const auto person = session.person(invocation);
    if (!person)
        return terminal.refuse(person.error());
    session.sayIfOffline(terminal);
    QFile file(invocation.arguments.value(1));
    if (!file.open(QIODevice::ReadOnly))
        return terminal.refuse(Cli::tr("%1 cannot be read: %2").arg(file.fileName(), file.errorString()));
    const auto read = readStockCsv(file, session.now(), session.zone());
    if (!read)
        return terminal.refuse(read.error());
    const bool dry = invocation.has(QStringLiteral("dry-run"));
    if (!dry)
        if (const auto put = session.putStock(read->list, person->login); !put)
            return terminal.refuse(put.error());
    for (const QString &warning : read->warnings)
        terminal.say(warning);
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("vehicles"), int(read->list.vehicles.size())}, {QStringLiteral("skipped"), read->skipped},
                                   {QStringLiteral("warnings"), QJsonArray::fromStringList(read->warnings)}, {QStringLiteral("dry_run"), dry}});
    else
        terminal.print((dry ? Cli::tr("Read: %1. Nothing was changed.\n") : Cli::tr("In stock from now on: %1.\n")).arg(vehiclesText(read->list.vehicles.size())));
    return Exit::Done;
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    const QString action = invocation.arguments.value(0, QStringLiteral("list"));
    const bool imports = action == QLatin1String("import");
    if (!imports && action != QLatin1String("list"))
        return terminal.refuse(Cli::tr("beback stock can list and import, not \"%1\"").arg(action), Exit::Usage);
    if (invocation.arguments.size() != (imports ? 2 : 1) && !invocation.arguments.isEmpty())
        return terminal.refuse(Cli::tr("beback stock %1 is written differently; see beback stock --help").arg(action), Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        if (imports)
            return import(session, invocation, terminal);
        session.sayIfOffline(terminal);
        return list(session, terminal);
    });
}

} // namespace

Command stockCommand()
{
    Command command;
    command.name = QStringLiteral("stock");
    command.arguments = QStringLiteral("[list] | import FILE");
    command.summary = Cli::tr("What the store has to sell today, for agents to offer during a call.");
    command.details = Cli::tr("The list is a CSV file as inventory systems export it, with a stock number, year, make and model; price,\n"
                              "color, mileage and age are taken where they are there. A new list takes the place of the last one.");
    command.options = {{QStringLiteral("as"), QStringLiteral("LOGIN"), Cli::tr("With import: who does it, a manager."), false, false, true, {QStringLiteral("import")}},
                       {QStringLiteral("dry-run"), {}, Cli::tr("With import: says what was read, and changes nothing.")}};
    command.leastArguments = 0;
    command.mostArguments = 2;
    command.run = run;
    return command;
}

} // namespace beback::app
