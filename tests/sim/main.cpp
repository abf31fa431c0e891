// A virtual BDC: weeks of follow-up in seconds, on the real core and a store of its own, one policy beside the other.
//   beback_sim --world FILE [--seed N] [--policy NAME]... [--json]
// The world's format: world.h. Exit status: 0 done, 1 a store failed or differs from its history, 2 wrong usage or world.

#include "bdc.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace {

using namespace beback;
using namespace beback::sim;

struct Order {
    World world;
    quint64 seed = 1;
    QStringList policies;
    bool json = false;
};

Error wrong(const QString &sentence)
{
    return {Code::Invalid, sentence, {}};
}

Result<Order> orderFrom(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption world(QStringLiteral("world"), {}, QStringLiteral("FILE"));
    const QCommandLineOption seed(QStringLiteral("seed"), {}, QStringLiteral("N"), QStringLiteral("1"));
    const QCommandLineOption policy(QStringLiteral("policy"), {}, QStringLiteral("NAME"));
    const QCommandLineOption json(QStringLiteral("json"));
    parser.addOptions({world, seed, policy, json});
    if (!parser.parse(arguments))
        return wrong(parser.errorText() + QStringLiteral(". Use --world FILE [--seed N] [--policy NAME]... [--json]."));
    if (!parser.isSet(world) || !parser.positionalArguments().isEmpty())
        return wrong(QStringLiteral("Name the world: --world FILE [--seed N] [--policy NAME]... [--json]."));
    Order order;
    bool ok = false;
    order.seed = parser.value(seed).toULongLong(&ok);
    if (!ok)
        return wrong(QStringLiteral("“%1” is no seed. Give a whole number.").arg(parser.value(seed)));
    order.policies = parser.isSet(policy) ? parser.values(policy) : policyNames();
    for (const QString &name : std::as_const(order.policies))
        if (!policyNames().contains(name))
            return wrong(QStringLiteral("There is no policy “%1”. There are: %2.").arg(name, policyNames().join(QStringLiteral(", "))));
    order.json = parser.isSet(json);
    BEBACK_TRY(read, World::read(parser.value(world)));
    order.world = read;
    return order;
}

int refuse(const Error &error, int status)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.message + (error.detail.isEmpty() ? QString() : QLatin1Char(' ') + error.detail)));
    return status;
}

void print(const Order &order, const QVector<Score> &scores)
{
    if (!order.json) {
        std::printf("%s, %d weeks, seed %llu: %d leads, %.0f paid hours\n%s", qPrintable(order.world.name), order.world.weeks,
                    static_cast<unsigned long long>(order.seed), scores.first().leads, scores.first().paidHours,
                    qPrintable(toTable(scores)));
        return;
    }
    QJsonArray policies;
    for (const Score &score : scores)
        policies << toJson(score);
    std::printf("%s\n", QJsonDocument(QJsonObject{{QStringLiteral("policies"), policies}}).toJson(QJsonDocument::Compact).constData());
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const auto order = orderFrom(QCoreApplication::arguments());
    if (!order)
        return refuse(order.error(), 2);
    QVector<Score> scores;
    for (const QString &policy : order->policies) {
        const auto score = Bdc::run(order->world, policy, order->seed);
        if (!score)
            return refuse(score.error(), 1);
        scores << *score;
    }
    print(*order, scores);
    for (const Score &score : std::as_const(scores))
        if (score.differences != 0)
            return refuse({Code::Internal,
                           QStringLiteral("The store of %1 differs from its history in %2 places.").arg(score.name).arg(score.differences), {}}, 1);
    return 0;
}
