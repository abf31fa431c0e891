// Opening a customer with 200 events: the state alone, and all the room shows, against reading the rows.

#include "floor.h"
#include "store_fixture.h"

namespace bench {

using namespace beback;

namespace {

constexpr int Rounds = 9;

QVector<CustomerId> longHistories(FloorDb &db)
{
    FloorStatement find(db, "SELECT customer_id FROM event WHERE origin = (SELECT origin FROM desk) AND n = ?");
    QVector<CustomerId> found;
    for (int i = 0; i < LongHistories; ++i) {
        if (find.number(i * LongHistory + 1).step())
            found << CustomerId::fromString(QString::fromStdString(std::string(find.textAt(0))));
        find.reset();
    }
    return found;
}

bool isNumber(int column)
{
    return column == 1 || column == 5 || column == 6 || column == 8 || column == 12 || column == 13;
}

// Every column of every row, as the history is read.
void readRaw(FloorStatement &select, const std::string &customer)
{
    size_t bytes = 0;
    select.text(customer);
    while (select.step())
        for (int column = 0; column < 17; ++column)
            bytes += isNumber(column) ? size_t(select.numberAt(column) != 0) : select.textAt(column).size();
    select.reset();
    if (bytes == 0)
        fail({Code::Internal, QStringLiteral("The floor read nothing."), {}});
}

void line(const QString &name, const QVector<double> &ours, const QVector<double> &raw)
{
    const double ratio = median(ours) / median(raw);
    print({name, duration(median(ours)), duration(median(raw)), ratio, QStringLiteral("<= 3 x floor"), ratio <= 3});
}

} // namespace

void openCustomer(const Options &options)
{
    const QString store = builtStore(options, options.leads());
    Desk desk(store);
    FloorDb db(store.toStdString());
    const QVector<CustomerId> customers = longHistories(db);
    FloorStatement select(db, "SELECT id, rooftop_id, customer_id, lead_id, origin, n, hlc, kind, version, medium, direction, "
                              "outcome, occurred_at, recorded_at, actor, station, body FROM event WHERE rooftop_id = 1 AND "
                              "customer_id = ? ORDER BY hlc, id");
    QVector<double> state, view, raw;
    for (int round = 0; round <= Rounds; ++round) {
        for (const CustomerId &customer : customers) {
            const std::string id = customer.toString().toStdString();
            const double r = timeOf([&] { readRaw(select, id); });
            const double s = timeOf([&] { (void)need(desk.place->customer(customer)); });
            const double v = timeOf([&] { (void)need(desk.place->view(customer, {}, QStringLiteral("bench"))); });
            if (round == 0)
                continue;
            raw << r;
            state << s;
            view << v;
        }
    }
    line(QStringLiteral("open 200 events: history and state"), state, raw);
    line(QStringLiteral("open 200 events: all the room shows"), view, raw);
}

} // namespace bench
