// The exchange simulator: desks, laptops and one shared database, on the real core and both real engines, under made-up time.
//   beback_exchange_sim [--seeds N] [--from S] [--json]      plays N schedules (1), from seed S (1) on
//   beback_exchange_sim --schedule "TEXT" [--from S]         plays this one, as it was printed with a failure; S: its seed
//   beback_exchange_sim --print [--from S]                   says what seed S does, and plays nothing
// A seed that fails is played again alone and shrunk; printed are the faults, the shortest schedule in words, and how to play it
// again. The same seed does the same everywhere. Exit status: 0 everything held, 1 something did not, 2 wrong usage.

#include "sweep.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>
#include <limits>

namespace {

using namespace beback;
using namespace beback::exchange_sim;

struct Order {
    quint64 from = 1;
    int seeds = 1;
    std::optional<Schedule> schedule;
    bool print = false, json = false;
};

Result<Order> orderFrom(const QStringList &arguments)
{
    const QString usage = QStringLiteral("Use [--seeds N] [--from S] [--schedule TEXT] [--print] [--json].");
    QCommandLineParser parser;
    const QCommandLineOption seeds(QStringLiteral("seeds"), {}, QStringLiteral("N"), QStringLiteral("1"));
    const QCommandLineOption from(QStringLiteral("from"), {}, QStringLiteral("S"), QStringLiteral("1"));
    const QCommandLineOption schedule(QStringLiteral("schedule"), {}, QStringLiteral("TEXT"));
    const QCommandLineOption print(QStringLiteral("print")), json(QStringLiteral("json"));
    parser.addOptions({seeds, from, schedule, print, json});
    if (!parser.parse(arguments) || !parser.positionalArguments().isEmpty())
        return Error{Code::Invalid, parser.errorText() + QLatin1Char(' ') + usage, {}};
    Order order;
    bool isCount = false, isSeed = false;
    order.seeds = parser.value(seeds).toInt(&isCount);
    order.from = parser.value(from).toULongLong(&isSeed);
    if (!isCount || !isSeed || order.seeds < 1)
        return Error{Code::Invalid, QStringLiteral("Seeds are whole numbers, and at least one is played. ") + usage, {}};
    if (parser.isSet(schedule)) {
        BEBACK_TRY(read, scheduleFrom(parser.value(schedule)));
        order.schedule = read;
    }
    order.print = parser.isSet(print);
    order.json = parser.isSet(json);
    return order;
}

Swept playOne(const Order &order)
{
    Swept swept;
    swept.seeds = 1;
    swept.steps = int(order.schedule->size());
    if (const QStringList faults = playAlone(*order.schedule, order.from); !faults.isEmpty())
        swept.failure = Failure{order.from, order.from, true, faults, shrunk(*order.schedule, order.from)};
    return swept;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto order = orderFrom(app.arguments());
    if (!order) {
        std::fprintf(stderr, "%s\n", qPrintable(order.error().message));
        return 2;
    }
    if (order->print) {
        std::printf("%s\n%s\n", qPrintable(inWords(makeSchedule(order->from))), qPrintable(toText(makeSchedule(order->from))));
        return 0;
    }
    SimWorld::prepareProcess();
    const Swept swept = order->schedule ? playOne(*order) : sweep(order->from, order->seeds);
    const QString text = order->json ? QString::fromUtf8(QJsonDocument(swept.toJson()).toJson(QJsonDocument::Compact)) + QLatin1Char('\n') : swept.inWords();
    std::fputs(qPrintable(text), stdout);
    return swept.failure ? 1 : 0;
}
