// What a rooftop has to sell: the lists inventory systems write, and what comes near to what somebody wants.

#include "core/stock/stock_list.h"

#include <QBuffer>
#include <QTest>

#include <algorithm>

using namespace beback;
using namespace Qt::StringLiterals;

namespace {

Result<StockRead> read(QByteArray csv, Instant now = Instant::fromIso(u"2026-11-26T18:00:00Z"_s), const QString &zone = u"America/Phoenix"_s)
{
    QBuffer buffer(&csv);
    buffer.open(QIODevice::ReadOnly);
    return readStockCsv(buffer, now, zone);
}

QString sentenceOf(const Result<StockRead> &refused)
{
    return refused ? u"it was taken"_s : refused.error().message;
}

QString warningOf(const StockRead &stock, const QString &words)
{
    for (const QString &warning : stock.warnings)
        if (warning.contains(words))
            return warning;
    return {};
}

StockVehicle car(const QString &stock, const QString &year, const QString &make, const QString &model, qint64 dollars = 0,
                 const QString &condition = u"used"_s)
{
    StockVehicle one;
    one.vehicle.stock = stock;
    one.vehicle.year = year;
    one.vehicle.make = make;
    one.vehicle.model = model;
    one.vehicle.condition = condition;
    if (dollars > 0)
        one.vehicle.priceCents = dollars * 100;
    return one;
}

Vehicle wantedCar(const QString &year, const QString &make, const QString &model)
{
    Vehicle wanted;
    wanted.year = year;
    wanted.make = make;
    wanted.model = model;
    return wanted;
}

QStringList numbersOf(const QVector<StockMatch> &matches)
{
    QStringList numbers;
    for (const StockMatch &match : matches)
        numbers << match.vehicle.vehicle.stock;
    return numbers;
}

QString whyOf(const StockVehicle &one, const Vehicle &wanted, std::optional<qint64> aboutCents = {})
{
    StockList list;
    list.vehicles = {one};
    const auto matches = comparable(list, wanted, aboutCents, 1);
    return matches.isEmpty() ? QString() : matches.first().why;
}

const QByteArray Heads = "Stock #,Year,Make,Model,Price,Mileage,Age\n";

} // namespace

class StockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheListOfAWebsite()
    {
        const auto stock = read("Stock #,VIN,New/Used,Year,Make,Model,Trim,Exterior Color,Interior Color,Mileage,MSRP,Internet Price,Selling Price,Days In Stock\n"
                                "A1001,1hgcv1f30ja000001,New,2026,Honda,CR-V,EX-L,Blue,Gray,12,\"$38,500.00\",\"$37,000.00\",\"$36,450.50\",41\n"
                                "A1002,,Used,2023,Honda,Civic,Sport,Red,Black,\"24,310 mi\",,\"$21,990.00\",,7\n");
        QVERIFY2(stock, qPrintable(sentenceOf(stock)));
        QCOMPARE(stock->list.vehicles.size(), 2);
        const StockVehicle &first = stock->list.vehicles[0];
        QCOMPARE(first.vehicle.stock, u"A1001"_s);
        QCOMPARE(first.vehicle.vin, u"1HGCV1F30JA000001"_s);
        QCOMPARE(first.vehicle.condition, u"new"_s);
        QCOMPARE(first.vehicle.label(), u"2026 Honda CR-V EX-L"_s);
        QCOMPARE(first.vehicle.color, u"Blue"_s);
        QCOMPARE(first.vehicle.odometer, u"12"_s);
        QCOMPARE(first.vehicle.priceCents, std::optional<qint64>(3645050));
        QCOMPARE(first.daysInStock, 41);
        const StockVehicle &second = stock->list.vehicles[1];
        QCOMPARE(second.vehicle.odometer, u"24310"_s);
        QCOMPARE(second.vehicle.priceCents, std::optional<qint64>(2199000)); // no selling price in this row
        QCOMPARE(stock->warnings, QStringList{u"These columns are not needed and were left out: “Interior Color”."_s});
        QCOMPARE(stock->list.at, Instant::fromIso(u"2026-11-26T18:00:00Z"_s));
        QCOMPARE(stock->list.version, 0);
    }

    void readsTheReportOfADealerSystem()
    {
        const auto stock = read("STK#\tYR\tMAKE\tMODEL\tSERIES\tCOLOR\tTYPE\tODOMETER\tLIST PRICE\tCOST\tAGE\n"
                                "00123\t24\tTOYOTA\tRAV4\tXLE\tWHITE\tU\t31200\t27990\t24100\t63\n"
                                "00124\t98\tFORD\tF-150\t\t\tN\t0\t0.00\t9000\t5\n");
        QVERIFY2(stock, qPrintable(sentenceOf(stock)));
        const StockVehicle &first = stock->list.vehicles[0];
        QCOMPARE(first.vehicle.stock, u"00123"_s);
        QCOMPARE(first.vehicle.label(), u"2024 TOYOTA RAV4 XLE"_s);
        QCOMPARE(first.vehicle.condition, u"used"_s);
        QCOMPARE(first.vehicle.priceCents, std::optional<qint64>(2799000));
        QCOMPARE(first.daysInStock, 63);
        const StockVehicle &second = stock->list.vehicles[1];
        QCOMPARE(second.vehicle.year, u"1998"_s);
        QVERIFY(!second.vehicle.priceCents); // what the store paid is no price
        QVERIFY(second.vehicle.odometer.isEmpty());
        QCOMPARE(stock->warnings, QStringList{u"These columns are not needed and were left out: “COST”."_s});
    }

    void readsASpreadsheetWithTitlesDatesAndKilometers()
    {
        const auto stock = read("Inventory of Cedar Hill Motors\n\nMade on 11/26/2026\n"
                                "Type,Stock Number,Vehicle Year,Vehicle Make,Vehicle Model,Price,Odometer,Date In Stock\n"
                                "SUV,=\"007\",2022,Citroën,C5 Aircross,29990,41.000 km,11/01/2026\n"
                                "Certified Pre-Owned,8,2021,Kia,Soul,18000,,\n");
        QVERIFY2(stock, qPrintable(sentenceOf(stock)));
        const StockVehicle &first = stock->list.vehicles[0];
        QCOMPARE(first.vehicle.stock, u"007"_s);
        QCOMPARE(first.vehicle.make, u"Citroën"_s);
        QCOMPARE(first.vehicle.odometer, u"41000 km"_s);
        QVERIFY(first.vehicle.condition.isEmpty()); // a kind of body says nothing about it
        QCOMPARE(first.daysInStock, 25);
        QCOMPARE(stock->list.vehicles[1].vehicle.condition, u"used"_s);
        QCOMPARE(stock->list.vehicles[1].daysInStock, -1);
        QVERIFY(stock->warnings.isEmpty());
    }

    void leavesDaysOpenWhereNobodySaysWhatDayItIs()
    {
        const auto stock = read("Stock,Year,Make,Model,Date In Stock\n1,2024,Kia,Soul,11/01/2026\n", Instant());
        QVERIFY(stock);
        QCOMPARE(stock->list.vehicles[0].daysInStock, -1);
        QVERIFY(stock->warnings.isEmpty());
    }

    void leavesOutRowsThatNameNoVehicle()
    {
        const auto stock = read(Heads + "1,2024,Kia,Soul,18000,10,3\n,2024,Kia,Soul,18000,10,3\n2,,Kia,Soul,18000,10,3\n3,n/a,Kia,Soul,,,\n"
                                        "4,2024,Kia,Sorento,18000,10,3\nTotal,,,,36000,,\n");
        QVERIFY(stock);
        QCOMPARE(stock->list.vehicles.size(), 2);
        QCOMPARE(stock->skipped, 4);
        QCOMPARE(stock->skippedRows, (QVector<qint64>{3, 4, 5, 7}));
        QCOMPARE(stock->warnings,
                 QStringList{u"4 rows were left out, because their stock number, year, make or model is missing: rows 3, 4, 5, 7."_s});
    }

    void takesTheLastRowOfAStockNumberAndSaysSo()
    {
        const auto stock = read(Heads + "a7,2024,Kia,Soul,18000,10,3\nB1,2024,Kia,Rio,15000,10,3\nA7,2024,Kia,Soul,17500,10,4\n");
        QVERIFY(stock);
        QCOMPARE(stock->list.vehicles.size(), 2);
        QCOMPARE(stock->list.vehicles[0].vehicle.priceCents, std::optional<qint64>(1750000));
        QCOMPARE(stock->warnings, QStringList{u"Where a stock number stands more than once, the last row was taken: A7 (rows 2 and 4)."_s});
    }

    void leavesOpenWhatIsNoFigure()
    {
        const auto stock = read(Heads + "1,2024,Kia,Soul,Call 555,about 10k,soon\n2,2024,Kia,Soul,28.5,45k,-3\n3,2024,Kia,Soul,0.00,,\n");
        QVERIFY(stock);
        QCOMPARE(stock->list.vehicles.size(), 3);
        for (const StockVehicle &one : stock->list.vehicles) {
            QVERIFY(!one.vehicle.priceCents);
            QVERIFY(one.vehicle.odometer.isEmpty());
            QCOMPARE(one.daysInStock, -1);
        }
        QCOMPARE(warningOf(*stock, u"prices"_s), u"These prices are no amounts and were left open: row 2 (“Call 555”), row 3 (“28.5”)."_s);
        QCOMPARE(warningOf(*stock, u"odometers"_s), u"These odometers are no figures and were left open: row 2 (“about 10k”), row 3 (“45k”)."_s);
        QCOMPARE(warningOf(*stock, u"times"_s), u"These times in stock were not understood and were left open: row 2 (“soon”), row 3 (“-3”)."_s);
        QCOMPARE(stock->warnings.size(), 3);
    }

    // "Call" where the price stands is a price that is not told: the list price is not it.
    void putsNoOtherPriceInPlaceOfOneThatIsNotTold_data()
    {
        QTest::addColumn<QString>("prices"); // selling price, internet price, MSRP
        QTest::addColumn<std::optional<qint64>>("cents");
        const std::optional<qint64> none;
        QTest::newRow("call") << u"Call,,38500"_s << none;
        QTest::newRow("call, in the second") << u",Call for price,38500"_s << none;
        QTest::newRow("call, in Spanish") << u"Llame,37000,38500"_s << none;
        QTest::newRow("call, behind a price") << u"36450,Call,38500"_s << std::optional<qint64>(36450'00);
        QTest::newRow("nothing") << u",37000,38500"_s << std::optional<qint64>(37000'00);
        QTest::newRow("not available") << u"N/A,,38500"_s << std::optional<qint64>(38500'00);
        QTest::newRow("zero") << u"0.00,,38500"_s << std::optional<qint64>(38500'00);
        QTest::newRow("with its currency") << u"USD 36450,37000,38500"_s << std::optional<qint64>(36450'00);
    }
    void putsNoOtherPriceInPlaceOfOneThatIsNotTold()
    {
        QFETCH(QString, prices);
        const auto stock = read(u"Stock #,Year,Make,Model,Selling Price,Internet Price,MSRP\n1,2026,Kia,Soul,%1\n"_s.arg(prices).toUtf8());
        QVERIFY2(stock, qPrintable(sentenceOf(stock)));
        QTEST(stock->list.vehicles.first().vehicle.priceCents, "cents");
    }

    void tellsOnlyTheFirstOfManyFaults()
    {
        QByteArray csv = Heads;
        for (int i = 1; i <= 14; ++i)
            csv += QByteArray::number(i) + ",2024,Kia,Soul,ask,,\n";
        const auto stock = read(csv);
        QVERIFY(stock);
        QVERIFY2(stock->warnings.first().endsWith(u"row 11 (“ask”) and 4 more."_s), qPrintable(stock->warnings.first()));
    }

    void refusesWhatIsNoList_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing") << QByteArray() << u"This stock list is empty"_s;
        QTest::newRow("a spreadsheet as it is") << QByteArray("PK\x03\x04\x00\x00\x00\x00\x08\x00\x00\x00", 12) << u"is not a CSV file"_s;
        QTest::newRow("a letter") << QByteArray("Dear Marcus\nhere is our inventory\n") << u"is not a CSV file"_s;
        QTest::newRow("no stock numbers") << QByteArray("Year,Make,Model,Price\n2024,Kia,Soul,18000\n")
                                          << u"needs a column for the stock number; it has “Year”, “Make”, “Model”, “Price”."_s;
        QTest::newRow("other columns") << QByteArray("First Name,Last Name\nAnn,Example\n")
                                       << u"needs a column for the stock number, the year, the make, the model; it has “First Name”, “Last Name”."_s;
        QTest::newRow("heads alone") << Heads << u"No row of this list"_s;
        QTest::newRow("a quote that stays open") << QByteArray(Heads + "1,2024,Kia,\"Soul,18000,10,3\n" + QByteArray(2'000'000, 'x'))
                                                 << u"never closed"_s;
    }
    void refusesWhatIsNoList()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QString, said);
        const auto refused = read(csv);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::Invalid);
        QVERIFY2(refused.error().message.contains(said), qPrintable(refused.error().message));
    }

    void takesTwentyThousandVehiclesAndNotOneMore()
    {
        QByteArray csv = Heads;
        for (int i = 1; i <= StockLimit; ++i)
            csv += "S" + QByteArray::number(i) + ",2024,Honda,CR-V,27990,12000,30\n";
        const auto most = read(csv);
        QVERIFY2(most, qPrintable(sentenceOf(most)));
        QCOMPARE(most->list.vehicles.size(), StockLimit);
        QVERIFY(most->list.toJson().size() < StockBodyLimit);
        const auto again = read(csv + "S1,2024,Honda,CR-V,27990,12000,30\n"); // no vehicle more
        QVERIFY2(again, qPrintable(sentenceOf(again)));
        const auto refused = read(csv + "S20001,2024,Honda,CR-V,27990,12000,30\n");
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"more than 20,000 vehicles"_s), qPrintable(refused.error().message));
    }

    void comesBackFromItsJson()
    {
        StockList list;
        list.vehicles = {car(u"A1"_s, u"2024"_s, u"Citroën"_s, u"C5 \"Aircross\""_s, 27990), car(u"A2"_s, u"2019"_s, u"Kia"_s, u"Soul"_s, 0, {})};
        list.vehicles[0].vehicle.vin = u"1HGCV1F30JA000001"_s;
        list.vehicles[0].vehicle.trim = u"EX-L"_s;
        list.vehicles[0].vehicle.color = u"Blue"_s;
        list.vehicles[0].vehicle.odometer = u"41000 km"_s;
        list.vehicles[0].daysInStock = 0;
        const auto back = StockList::fromJson(list.toJson());
        QVERIFY(back);
        QCOMPARE(back->vehicles, list.vehicles);
        QCOMPARE(StockList::fromJson(StockList().toJson())->vehicles.size(), 0);
    }

    void readsAListWithColumnsOfANewerVersion()
    {
        const auto list = StockList::fromJson(R"({"columns":["stock","doors","year","make","model"],"vehicles":[["A1",4,"2024","Kia","Soul"]]})");
        QVERIFY(list);
        QCOMPARE(list->vehicles[0].vehicle.label(), u"2024 Kia Soul"_s);
        QCOMPARE(list->vehicles[0].daysInStock, -1);
    }

    void refusesABodyThatIsNone()
    {
        for (const char *body : {"", "[]", "{}", R"({"columns":["year"],"vehicles":[]})", R"({"columns":["stock"],"vehicles":[[""]]})"}) {
            const auto list = StockList::fromJson(body);
            QVERIFY2(!list, body);
            QCOMPARE(list.error().code, Code::Corrupt);
        }
    }

    void putsTheVeryOneFirstThenModelLineAndMake()
    {
        StockList list;
        list.vehicles = {car(u"F1"_s, u"2024"_s, u"Ford"_s, u"Escape"_s, 27000), car(u"H4"_s, u"2024"_s, u"HONDA"_s, u"Civic"_s, 27000),
                         car(u"H3"_s, u"2024"_s, u"Honda"_s, u"CRV Hybrid"_s, 27000), car(u"H2"_s, u"2019"_s, u"honda"_s, u"Cr V"_s, 15000),
                         car(u"H1"_s, u"2021"_s, u"Honda"_s, u"CR-V"_s, 40000)};
        Vehicle wanted = wantedCar(u"2024"_s, u"Honda"_s, u"CRV"_s);
        wanted.stock = u"h-1"_s;
        wanted.priceCents = 27000'00;
        const auto matches = comparable(list, wanted, {}, 10);
        QCOMPARE(numbersOf(matches), (QStringList{u"H1"_s, u"H2"_s, u"H3"_s, u"H4"_s}));
        QVERIFY(matches[0].wanted && !matches[1].wanted);
        QCOMPARE(matches[0].why, u"The one they asked about, still here, $13,000 more"_s);
        QCOMPARE(matches[1].why, u"Same model, 5 years older, $12,000 less"_s);
        QCOMPARE(matches[2].why, u"Same model line, same year, same price"_s);
        QCOMPARE(matches[3].why, u"Same make, same year, same price"_s);
        QCOMPARE(numbersOf(comparable(list, wanted, {}, 2)), (QStringList{u"H1"_s, u"H2"_s}));
        QVERIFY(comparable(list, wanted, {}, 0).isEmpty());
    }

    void ordersOneModelByYearPriceAndCondition()
    {
        StockList list;
        list.vehicles = {car(u"older"_s, u"2020"_s, u"Kia"_s, u"Soul"_s, 20000), car(u"new"_s, u"2024"_s, u"Kia"_s, u"Soul"_s, 20000, u"new"_s),
                         car(u"dear"_s, u"2024"_s, u"Kia"_s, u"Soul"_s, 23000), car(u"priceless"_s, u"2024"_s, u"Kia"_s, u"Soul"_s),
                         car(u"best"_s, u"2024"_s, u"Kia"_s, u"Soul"_s, 20500)};
        Vehicle wanted = wantedCar(u"2024"_s, u"Kia"_s, u"Soul"_s);
        wanted.condition = u"used"_s;
        QCOMPARE(numbersOf(comparable(list, wanted, 20000'00, 10)),
                 (QStringList{u"best"_s, u"dear"_s, u"new"_s, u"priceless"_s, u"older"_s}));
    }

    void hasTheSameOrderWhateverTheOrderOfTheList()
    {
        StockList list;
        for (const QString &number : {u"C"_s, u"A"_s, u"D"_s, u"B"_s})
            list.vehicles << car(number, u"2024"_s, u"Kia"_s, u"Soul"_s, 20000);
        const Vehicle wanted = wantedCar(u"2024"_s, u"Kia"_s, u"Soul"_s);
        const QStringList order{u"A"_s, u"B"_s, u"C"_s, u"D"_s};
        QCOMPARE(numbersOf(comparable(list, wanted, {}, 10)), order);
        std::reverse(list.vehicles.begin(), list.vehicles.end());
        QCOMPARE(numbersOf(comparable(list, wanted, {}, 10)), order);
    }

    void saysWhyInWords()
    {
        Vehicle wanted = wantedCar(u"2024"_s, u"Kia"_s, u"Soul"_s);
        QCOMPARE(whyOf(car(u"1"_s, u"2026"_s, u"Kia"_s, u"Soul"_s, 18800), wanted, 20000'00), u"Same model, 2 years newer, $1,200 less"_s);
        QCOMPARE(whyOf(car(u"1"_s, u"2025"_s, u"Kia"_s, u"Soul"_s, 18800), wanted), u"Same model, 1 year newer, at $18,800"_s);
        QCOMPARE(whyOf(car(u"1"_s, u"2023"_s, u"Kia"_s, u"Soul"_s), wanted, 20000'00), u"Same model, 1 year older, price on request"_s);
        wanted.year.clear();
        wanted.condition = u"new"_s;
        QCOMPARE(whyOf(car(u"1"_s, u"2023"_s, u"Kia"_s, u"Soul"_s, 21000), wanted, 20000'00), u"Same model, $1,000 more, used instead of new"_s);
    }

    void knowsAModelHoweverItIsWritten_data()
    {
        QTest::addColumn<Vehicle>("wanted");
        QTest::addColumn<StockVehicle>("ours");
        QTest::addColumn<QString>("begins");
        const auto row = [](const char *name, const Vehicle &wanted, const StockVehicle &ours, const QString &begins) {
            QTest::newRow(name) << wanted << ours << begins;
        };
        StockVehicle exl = car(u"1"_s, u"2024"_s, u"Honda"_s, u"CR-V"_s);
        exl.vehicle.trim = u"EX-L"_s;
        const QString model = u"Same model,"_s, line = u"Same model line,"_s;
        row("accents", wantedCar({}, u"Citroen"_s, u"C5"_s), car(u"1"_s, u"2024"_s, u"CITROËN"_s, u"C-5"_s), model);
        row("the make in the model", wantedCar({}, {}, u"Honda CR-V"_s), exl, model);
        row("make, model and trim in the model", wantedCar({}, {}, u"Honda CR-V EX-L"_s), exl, model);
        row("the trim in the model", wantedCar({}, u"Honda"_s, u"CR-V EX-L"_s), exl, model);
        row("another trim in the model", wantedCar({}, u"Honda"_s, u"CR-V Touring"_s), exl, line);
        row("no make", wantedCar({}, {}, u"crv"_s), exl, model);
        row("another model of a make in the model", wantedCar({}, {}, u"Honda Civic"_s), exl, u"Same make,"_s);
        row("a make written in front", wantedCar({}, u"Mazda"_s, u"3"_s), car(u"1"_s, u"2024"_s, u"Mazda"_s, u"Mazda3"_s), model);
        row("a make's short name", wantedCar({}, u"Chevy"_s, u"Silverado"_s), car(u"1"_s, u"2024"_s, u"Chevrolet"_s, u"Silverado 1500"_s), line);
        row("a model that ends otherwise", wantedCar({}, u"Kia"_s, u"Sorento"_s), car(u"1"_s, u"2024"_s, u"Kia"_s, u"Soul"_s), u"Same make,"_s);
        row("another make", wantedCar({}, u"Kia"_s, u"Soul"_s), exl, {});
        row("nothing known", wantedCar({}, {}, {}), exl, {});
    }
    void knowsAModelHoweverItIsWritten()
    {
        QFETCH(Vehicle, wanted);
        QFETCH(StockVehicle, ours);
        QFETCH(QString, begins);
        const QString why = whyOf(ours, wanted);
        QVERIFY2(begins.isEmpty() ? why.isEmpty() : why.startsWith(begins), qPrintable(why));
    }

    void takesNoOtherCarForTheOneWithItsStockNumber()
    {
        Vehicle wanted = wantedCar(u"2024"_s, u"Kia"_s, u"Soul"_s);
        wanted.stock = u"A1"_s;
        QVERIFY(whyOf(car(u"A1"_s, u"2024"_s, u"Honda"_s, u"CR-V"_s), wanted).isEmpty()); // the number was given again
        wanted.vin = u"1HGCV1F30JA000001"_s;
        StockVehicle ours = car(u"A1"_s, u"2024"_s, u"Kia"_s, u"Soul"_s, 20000);
        ours.vehicle.vin = u"1HGCV1F30JA000002"_s;
        QCOMPARE(whyOf(ours, wanted), u"Same model, same year, at $20,000"_s);
        ours.vehicle.vin = u"1hgcv1f30ja000001"_s;
        ours.vehicle.stock = u"B2"_s;
        QCOMPARE(whyOf(ours, wanted), u"The one they asked about, still here, at $20,000"_s);
    }
};

QTEST_APPLESS_MAIN(StockTest)
#include "stock_test.moc"
