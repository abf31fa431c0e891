#include "core/stock/stock_list.h"

#include "core/intake/clean_text.h"
#include "core/intake/csv_stream.h"
#include "core/intake/lenient_date.h"
#include "core/stock/stock_cells.h"
#include "core/time/zones.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <array>

namespace beback {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("beback", text, nullptr, n);
}

enum Column { Stock, Vin, Condition, Year, Make, Model, Trim, Color, Odometer, Price, Days, Since, Status, ColumnCount };

// The heads of each, letters and digits only, in the order in which they are believed. What the store paid (cost, invoice) must
// never come near a customer and is in none of them.
constexpr std::array<const char *, ColumnCount> Heads = {
    "stock stocknumber stockno stocknum stockid stk stkno stknumber stknum vehiclestock inventorynumber",
    "vin vinnumber vinno vehicleidentificationnumber vehiclevin",
    "newused neworused usednew nu condition vehiclecondition newusedcertified stocktype inventorytype vehicletype type",
    "year modelyear yr vehicleyear",
    "make vehiclemake brand",
    "model vehiclemodel modelname",
    "trim trimlevel vehicletrim series",
    "exteriorcolor exteriorcolour extcolor extcolour color colour vehiclecolor exterior",
    "odometer mileage miles odometerreading currentmileage vehiclemileage",
    "sellingprice sellprice saleprice salesprice internetprice onlineprice webprice specialprice advertisedprice price askingprice "
    "listprice retailprice msrp stickerprice",
    "daysinstock daysininventory daysonlot dayslot age ageindays agedays days",
    "dateinstock instockdate stockdate stockindate datestocked stockeddate datereceived receiveddate inventorydate datein",
    "status vehiclestatus stockstatus inventorystatus availability"};
constexpr std::array Needed = {Stock, Year, Make, Model};
constexpr int HeadRows = 10;  // titles and dates may stand above the heads
constexpr int ToldAtMost = 10;

QString nameOf(Column column)
{
    switch (column) {
    case Stock: return tr("the stock number");
    case Year: return tr("the year");
    case Make: return tr("the make");
    default: return tr("the model");
    }
}

// The first of what has to be told, and how many more there are.
class Told
{
public:
    void add(const QString &text)
    {
        if (m_count++ < ToldAtMost)
            m_first << text;
    }
    bool isEmpty() const { return m_count == 0; }
    QString text() const
    {
        const QString first = m_first.join(QLatin1String(", "));
        return m_count > ToldAtMost ? tr("%1 and %n more", m_count - ToldAtMost).arg(first) : first;
    }

private:
    int m_count = 0;
    QStringList m_first;
};

QString rowText(qint64 row, const QString &written)
{
    return tr("row %1 (“%2”)").arg(QString::number(row), written.left(30));
}

class StockReader
{
public:
    StockReader(const CsvStream &stream, Instant now, const QString &zone) : m_stream(stream), m_now(now), m_zone(zone) { m_read.list.at = now; }

    // False: there is nothing more to read.
    bool take(const CsvStream::Row &row)
    {
        m_row = &row;
        m_lastRow = row.number;
        return m_headed ? takeVehicle() : lookForHeads();
    }

    Result<StockRead> finished(const Result<void> &read)
    {
        if (!read && read.error().code == Code::Full)
            return read.error();
        if (m_headed && !read)
            return invalid(tr("A quotation mark after row %1 is never closed, so the rest of the list cannot be read. Nothing was taken; "
                              "export the list again.").arg(m_lastRow));
        if (!read || (!m_headed && m_known == 0 && m_heads.size() == 1))
            return invalid(tr("This is not a CSV file. Export the stock list as CSV, with the names of the columns in its first row, and "
                              "bring in that file."));
        if (m_heads.isEmpty())
            return invalid(tr("This stock list is empty. Export it again."));
        if (!m_headed)
            return invalid(lacksColumns());
        if (m_read.list.vehicles.size() > StockLimit)
            return invalid(tr("This list has more than %1 vehicles. Export only what this store has for sale.")
                               .arg(QLocale(QLocale::English, QLocale::UnitedStates).toString(StockLimit)));
        if (m_read.list.vehicles.isEmpty())
            return invalid(tr("No row of this list has a stock number, year, make and model. Export the vehicles of this store with all four."));
        tell();
        return m_read;
    }

private:
    static Error invalid(const QString &sentence) { return {Code::Invalid, sentence, {}}; }

    bool lookForHeads()
    {
        QStringList heads, plain;
        for (qsizetype i = 0; i < m_row->size(); ++i) {
            heads << cleanLine(m_stream.text(m_row->at(i))).left(60);
            plain << stock_cells::plain(heads.last());
        }
        std::array<QVector<qsizetype>, ColumnCount> places;
        int known = 0;
        for (size_t column = 0; column < ColumnCount; ++column) {
            for (const QString &name : QString::fromLatin1(Heads[column]).split(QLatin1Char(' ')))
                for (qsizetype i = plain.indexOf(name); i >= 0; i = plain.indexOf(name, i + 1))
                    places[column] << i;
            known += places[column].isEmpty() ? 0 : 1;
        }
        m_headed = std::all_of(Needed.begin(), Needed.end(), [&](Column column) { return !places[column].isEmpty(); });
        if (m_headed || known > m_known || (known == m_known && heads.size() > m_heads.size())) {
            m_heads = heads;
            m_places = places;
            m_known = known;
        }
        return m_headed || ++m_looked < HeadRows;
    }

    QString lacksColumns() const
    {
        QStringList lacking;
        for (const Column column : Needed)
            if (m_places[column].isEmpty())
                lacking << nameOf(column);
        Told there;
        for (const QString &head : m_heads)
            if (!head.isEmpty())
                there.add(QStringLiteral("“%1”").arg(head));
        return tr("This list needs a column for %1; it has %2. Export it again with what is missing.").arg(lacking.join(QLatin1String(", ")), there.text());
    }

    QString cell(qsizetype i) const
    {
        QString written = cleanLine(m_stream.text(m_row->at(i)));
        if (written.startsWith(QLatin1String("=\"")) && written.endsWith(QLatin1Char('"')) && written.size() > 2)
            written = written.mid(2, written.size() - 3); // how spreadsheets are kept from dropping the zeros of "00123"
        return meansNothing(written) ? QString() : written;
    }

    // Of the columns that may hold it, the first that does.
    QString text(Column column, qsizetype most) const
    {
        for (const qsizetype i : m_places[column])
            if (const QString found = cell(i); !found.isEmpty())
                return found.left(most);
        return {};
    }

    bool takeVehicle()
    {
        StockVehicle found;
        Vehicle &v = found.vehicle;
        v.stock = text(Stock, 40);
        v.year = stock_cells::year(text(Year, 10));
        v.make = text(Make, 60);
        v.model = text(Model, 80);
        if (v.stock.isEmpty() || v.year.isEmpty() || v.make.isEmpty() || v.model.isEmpty()) {
            if (m_read.skipped++ < 100)
                m_read.skippedRows << m_row->number;
            m_left.add(QString::number(m_row->number));
            return true;
        }
        if (stock_cells::isGone(text(Status, 40))) {
            ++m_gone;
            return true;
        }
        v.trim = text(Trim, 80);
        v.color = text(Color, 60);
        v.vin = text(Vin, 40).remove(QLatin1Char(' ')).toUpper().left(17);
        v.condition = condition();
        v.odometer = odometer();
        v.priceCents = price();
        found.daysInStock = days();
        keep(found);
        return m_read.list.vehicles.size() <= StockLimit;
    }

    // A column "Type" may hold "New" or "SUV": the first that tells counts.
    QString condition() const
    {
        for (const qsizetype i : m_places[Condition])
            if (const QString told = stock_cells::condition(cell(i)); !told.isEmpty())
                return told;
        return {};
    }

    QString odometer()
    {
        const QString written = text(Odometer, 40);
        const auto figure = written.isEmpty() ? QString() : stock_cells::odometer(written);
        if (!figure)
            m_badOdometers.add(rowText(m_row->number, written));
        return figure.value_or(QString());
    }

    std::optional<qint64> price()
    {
        QString bad;
        for (const qsizetype i : m_places[Price]) {
            const QString written = cell(i);
            if (const auto cents = stock_cells::price(written))
                return cents;
            if (bad.isEmpty() && !stock_cells::isZero(written))
                bad = written;
            if (stock_cells::isWords(written)) // the store tells no price: the list price must not stand for it
                break;
        }
        if (!bad.isEmpty())
            m_badPrices.add(rowText(m_row->number, bad));
        return std::nullopt;
    }

    int days()
    {
        QString written = text(Days, 40);
        qint64 count = -1;
        if (!written.isEmpty()) {
            count = stock_cells::days(written).value_or(-1);
        } else {
            written = text(Since, 40);
            if (written.isEmpty() || m_now == Instant())
                return -1;
            if (const auto since = readDate(written, m_zone))
                count = zones::local(since->at, m_zone).date.daysTo(zones::local(m_now, m_zone).date);
        }
        if (count < 0)
            m_badDays.add(rowText(m_row->number, written));
        return int(count < 0 ? -1 : count);
    }

    void keep(const StockVehicle &found)
    {
        const QString number = found.vehicle.stock.toUpper();
        const auto known = m_placeOf.constFind(number);
        if (known == m_placeOf.constEnd()) {
            m_placeOf.insert(number, m_read.list.vehicles.size());
            m_read.list.vehicles << found;
            m_rowOf << m_row->number;
            return;
        }
        m_doubles.add(tr("%1 (rows %2 and %3)").arg(found.vehicle.stock, QString::number(m_rowOf[*known]), QString::number(m_row->number)));
        m_read.list.vehicles[*known] = found;
        m_rowOf[*known] = m_row->number;
    }

    void tell()
    {
        QStringList &told = m_read.warnings;
        if (m_read.skipped == 1)
            told << tr("1 row was left out, because its stock number, year, make or model is missing: row %1.").arg(m_left.text());
        else if (m_read.skipped > 1)
            told << tr("%n rows were left out, because their stock number, year, make or model is missing: rows %1.", m_read.skipped).arg(m_left.text());
        if (m_gone > 0)
            told << (m_gone == 1 ? tr("1 vehicle is sold and was left out.") : tr("%n vehicles are sold and were left out.", m_gone));
        if (!m_doubles.isEmpty())
            told << tr("Where a stock number stands more than once, the last row was taken: %1.").arg(m_doubles.text());
        if (!m_badPrices.isEmpty())
            told << tr("These prices are no amounts and were left open: %1.").arg(m_badPrices.text());
        if (!m_badOdometers.isEmpty())
            told << tr("These odometers are no figures and were left open: %1.").arg(m_badOdometers.text());
        if (!m_badDays.isEmpty())
            told << tr("These times in stock were not understood and were left open: %1.").arg(m_badDays.text());
        Told others;
        for (qsizetype i = 0; i < m_heads.size(); ++i)
            if (!m_heads[i].isEmpty() && std::none_of(m_places.begin(), m_places.end(), [i](const auto &places) { return places.contains(i); }))
                others.add(QStringLiteral("“%1”").arg(m_heads[i]));
        if (!others.isEmpty())
            told << tr("These columns are not needed and were left out: %1.").arg(others.text());
    }

    const CsvStream &m_stream;
    const Instant m_now;
    const QString m_zone;
    const CsvStream::Row *m_row = nullptr;
    qint64 m_lastRow = 0;
    bool m_headed = false;
    int m_gone = 0;                // sold
    int m_looked = 0, m_known = 0; // rows looked at for heads; columns known in the best of them
    QStringList m_heads;           // of the best
    std::array<QVector<qsizetype>, ColumnCount> m_places; // by column, the best head first
    StockRead m_read;
    QHash<QString, qsizetype> m_placeOf; // by stock number, in the list
    QVector<qint64> m_rowOf;             // of each vehicle in the list
    Told m_left, m_doubles, m_badPrices, m_badOdometers, m_badDays;
};

} // namespace

Result<StockRead> readStockCsv(QIODevice &input, Instant now, const QString &zone)
{
    CsvStream stream(input);
    StockReader reader(stream, now, zone);
    return reader.finished(stream.read([&reader](const CsvStream::Row &row) { return reader.take(row); }));
}

} // namespace beback
