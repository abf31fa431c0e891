// A fragment of a name, number or address, typed into the search: against LIKE over every row.

#include "floor.h"
#include "store_fixture.h"

#include <cstdio>

namespace bench {

using namespace beback;

namespace {

constexpr int Shown = 20;

// Three to seven characters out of what people are known by, as somebody would type them.
QVector<QString> fragments(FloorDb &db, int count)
{
    SeededRandom random(5);
    FloorStatement last(db, "SELECT max(doc) FROM search_doc");
    last.step();
    const auto docs = quint64(last.numberAt(0));
    FloorStatement body(db, "SELECT body FROM search_doc WHERE doc = ?");
    QVector<QString> all;
    while (all.size() < count) {
        body.number(qint64(1 + random.below(docs))).step();
        const QStringList lines = QString::fromStdString(std::string(body.textAt(0))).split(QLatin1Char('\n'));
        body.reset();
        const QString line = lines.at(qsizetype(random.below(quint64(lines.size()))));
        const auto length = qsizetype(3 + random.below(5));
        if (line.size() < length)
            continue;
        const QString fragment = line.mid(qsizetype(random.below(quint64(line.size() - length + 1))), length);
        if (fragment == fragment.trimmed())
            all << fragment;
    }
    return all;
}

} // namespace

void searchFragments(const Options &options)
{
    const QString store = builtStore(options, options.leads());
    Desk desk(store);
    FloorDb db(store.toStdString());
    const QVector<QString> typed = fragments(db, 400);
    FloorStatement scan(db, "SELECT customer_id, body FROM search_doc WHERE rooftop_id = 1 AND body LIKE ? LIMIT 20");
    QVector<double> ours, oursSide, floorSide;
    double slowest = 0;
    QString slowestWas;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const double o = timeOf([&] { (void)need(desk.place->search(typed.at(i), Shown)); });
        ours << o;
        if (o > slowest) {
            slowest = o;
            slowestWas = typed.at(i);
        }
        if (i % 10 != 0)
            continue;
        const std::string pattern = QString(QLatin1Char('%') + typed.at(i) + QLatin1Char('%')).toStdString();
        oursSide << o;
        floorSide << timeOf([&] { scan.text(pattern).run(); });
    }
    double oursSum = 0, floorSum = 0;
    for (qsizetype i = 0; i < oursSide.size(); ++i) {
        oursSum += oursSide.at(i);
        floorSum += floorSide.at(i);
    }
    const QString name = QStringLiteral("search, %1 leads").arg(options.leads());
    // A scan grows with the leads: a tenth of them, a tenth of the distance.
    const double wanted = 20.0 * options.leads() / 1000000;
    print({name + QStringLiteral(", mean to LIKE"), duration(oursSum / double(oursSide.size())),
           duration(floorSum / double(floorSide.size())), floorSum / oursSum,
           QStringLiteral(">= %1 x faster").arg(wanted), floorSum / oursSum >= wanted});
    const double p99 = percentile(ours, 0.99);
    print({name + QStringLiteral(", p99 (p50 %1)").arg(duration(median(ours))), duration(p99), QStringLiteral("20 ms"),
           p99 / 0.020, QStringLiteral("<= 1 x 20 ms"), p99 <= 0.020});
    if (p99 > 0.020)
        std::fprintf(stderr, "slowest: \"%s\", %s\n", qUtf8Printable(slowestWas), qUtf8Printable(duration(slowest)));
}

} // namespace bench
