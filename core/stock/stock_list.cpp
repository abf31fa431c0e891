#include "core/stock/stock_list.h"

#include "core/history/plain_letters.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <tuple>
#include <vector>

namespace beback {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("beback", text, nullptr, n);
}

// What of a vehicle is text, by the name of its column.
constexpr struct {
    const char *name;
    QString Vehicle::*field;
} TextColumns[] = {{"stock", &Vehicle::stock}, {"vin", &Vehicle::vin},     {"condition", &Vehicle::condition},
                   {"year", &Vehicle::year},   {"make", &Vehicle::make},   {"model", &Vehicle::model},
                   {"trim", &Vehicle::trim},   {"color", &Vehicle::color}, {"odometer", &Vehicle::odometer}};
const QLatin1String PriceColumn("price_cents"), DaysColumn("days");

Error unreadable()
{
    return {Code::Corrupt, tr("The stock list that is kept cannot be read. Bring in the stock list again."), {}};
}

// "CR-V" "CRV" "Cr v" -> "crv"
QString folded(const QString &text)
{
    QString letters;
    for (const QChar c : plainLetters(text))
        if (c.isLetterOrNumber())
            letters += c.toLower();
    return letters;
}

QString foldedMake(const QString &make)
{
    static constexpr struct {
        const char *said;
        const char *meant;
    } Nicknames[] = {{"chevy", "chevrolet"}, {"vw", "volkswagen"}, {"mercedes", "mercedesbenz"}};
    const QString plain = folded(make);
    for (const auto &name : Nicknames)
        if (plain == QLatin1String(name.said))
            return QLatin1String(name.meant);
    return plain;
}

// Without the make some write in front of it: Mazda's "Mazda3" is the "3" of others.
QString withoutMake(const QString &name, const QString &make)
{
    return !make.isEmpty() && name.size() > make.size() && name.startsWith(make) ? name.mid(make.size()) : name;
}

// "CR-V EX-L" -> "crv", "crvexl"
QStringList beginnings(const QString &words, const QString &make)
{
    QStringList all;
    QString sofar;
    for (const QString &word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        sofar += folded(word);
        if (!sofar.isEmpty())
            all << withoutMake(sofar, make);
    }
    return all;
}

enum class Nearness { TheOne, SameModel, SameLine, SameMake, Other };

class Wish
{
public:
    Wish(const Vehicle &wanted, std::optional<qint64> aboutCents)
        : m_wanted(wanted), m_cents(aboutCents ? aboutCents : wanted.priceCents), m_year(wanted.year.toInt()), m_make(foldedMake(wanted.make)),
          m_model(withoutMake(folded(wanted.model), m_make)),
          m_beginnings(beginnings(wanted.model + QLatin1Char(' ') + wanted.trim, m_make))
    {
    }

    Nearness nearness(const Vehicle &vehicle) const
    {
        const QString make = foldedMake(vehicle.make);
        if (isTheOne(vehicle, make))
            return Nearness::TheOne;
        // Some leads have the make in the model: "Honda CR-V".
        const bool inModel = m_make.isEmpty() && !make.isEmpty() && m_model.startsWith(make);
        const bool sameMake = inModel || (!m_make.isEmpty() && m_make == make);
        if (!sameMake && !m_make.isEmpty())
            return Nearness::Other;
        if (m_model.isEmpty())
            return sameMake ? Nearness::SameMake : Nearness::Other;
        const QString front = inModel ? make : QString();
        const QString model = front + withoutMake(folded(vehicle.model), make);
        if (model == m_model)
            return Nearness::SameModel;
        QStringList names = beginnings(vehicle.model + QLatin1Char(' ') + vehicle.trim, make);
        for (QString &name : names)
            name.prepend(front);
        const bool theirsBegins = m_beginnings.contains(model);
        const bool oursBegins = names.contains(m_model);
        if (theirsBegins && oursBegins) // the trim is in the model of the one and apart in the other
            return Nearness::SameModel;
        if (theirsBegins || oursBegins)
            return Nearness::SameLine;
        return sameMake ? Nearness::SameMake : Nearness::Other;
    }

    std::optional<int> yearsNewer(const Vehicle &vehicle) const
    {
        const int year = vehicle.year.toInt();
        return m_year > 0 && year > 0 ? std::optional(year - m_year) : std::nullopt;
    }

    std::optional<qint64> centsMore(const Vehicle &vehicle) const
    {
        return m_cents && vehicle.priceCents ? std::optional(*vehicle.priceCents - *m_cents) : std::nullopt;
    }

    // How far off, in hundredths of what they would pay. A year counts as much as a tenth of the price, about what a car loses in
    // one; new instead of used as much as two years. What is not known counts as far, but not as farthest.
    qint64 distance(const Vehicle &vehicle) const
    {
        qint64 points = 0;
        if (const auto years = yearsNewer(vehicle))
            points += 10 * std::abs(*years);
        if (const auto more = centsMore(vehicle))
            points += std::min<qint64>(200, std::abs(*more) * 100 / std::max<qint64>(1, *m_cents));
        else if (m_cents)
            points += 25;
        if (!m_wanted.condition.isEmpty() && vehicle.condition != m_wanted.condition)
            points += vehicle.condition.isEmpty() ? 10 : 20;
        if (differ(vehicle.trim, m_wanted.trim))
            points += 5;
        if (differ(vehicle.color, m_wanted.color))
            points += 2;
        return points;
    }

    QString why(const Vehicle &vehicle, Nearness nearness) const;

private:
    static bool differ(const QString &ours, const QString &theirs)
    {
        return !ours.isEmpty() && !theirs.isEmpty() && folded(ours) != folded(theirs);
    }

    // A stock number may be given again once a car is sold: the VIN decides where both are known, and the make has to agree.
    bool isTheOne(const Vehicle &vehicle, const QString &make) const
    {
        if (!m_wanted.vin.isEmpty() && !vehicle.vin.isEmpty())
            return folded(m_wanted.vin) == folded(vehicle.vin);
        const QString number = folded(m_wanted.stock);
        return !number.isEmpty() && number == folded(vehicle.stock) && (m_make.isEmpty() || m_make == make);
    }

    Vehicle m_wanted;
    std::optional<qint64> m_cents; // what they would pay
    int m_year = 0;                // 0: not known
    QString m_make, m_model;
    QStringList m_beginnings; // of the model and trim they want
};

QString money(qint64 dollars)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toCurrencyString(double(dollars), QString(), 0);
}

QString yearWords(int newer)
{
    const int years = std::abs(newer);
    if (years == 0)
        return tr("same year");
    if (newer > 0)
        return years == 1 ? tr("1 year newer") : tr("%n years newer", years);
    return years == 1 ? tr("1 year older") : tr("%n years older", years);
}

QString priceWords(std::optional<qint64> price, std::optional<qint64> more)
{
    if (!price)
        return tr("price on request");
    if (!more)
        return tr("at %1").arg(money((*price + 50) / 100));
    const qint64 dollars = (std::abs(*more) + 50) / 100;
    if (dollars == 0)
        return tr("same price");
    return (*more < 0 ? tr("%1 less") : tr("%1 more")).arg(money(dollars));
}

QString Wish::why(const Vehicle &vehicle, Nearness nearness) const
{
    QStringList parts;
    switch (nearness) {
    case Nearness::TheOne: parts << tr("The one they asked about, still here"); break;
    case Nearness::SameModel: parts << tr("Same model"); break;
    case Nearness::SameLine: parts << tr("Same model line"); break;
    default: parts << tr("Same make"); break;
    }
    if (const auto newer = yearsNewer(vehicle); newer && nearness != Nearness::TheOne)
        parts << yearWords(*newer);
    parts << priceWords(vehicle.priceCents, centsMore(vehicle));
    if (m_wanted.condition == QLatin1String("new") && vehicle.condition == QLatin1String("used"))
        parts << tr("used instead of new");
    else if (m_wanted.condition == QLatin1String("used") && vehicle.condition == QLatin1String("new"))
        parts << tr("new instead of used");
    return parts.join(QLatin1String(", "));
}

} // namespace

QByteArray StockList::toJson() const
{
    QJsonArray columns, rows;
    for (const auto &column : TextColumns)
        columns.append(QLatin1String(column.name));
    columns.append(PriceColumn);
    columns.append(DaysColumn);
    for (const StockVehicle &one : vehicles) {
        QJsonArray row;
        for (const auto &column : TextColumns)
            row.append(one.vehicle.*column.field);
        row.append(one.vehicle.priceCents ? QJsonValue(*one.vehicle.priceCents) : QJsonValue());
        row.append(one.daysInStock >= 0 ? QJsonValue(one.daysInStock) : QJsonValue());
        rows.append(row);
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("columns"), columns}, {QStringLiteral("vehicles"), rows}}).toJson(QJsonDocument::Compact);
}

Result<StockList> StockList::fromJson(const QByteArray &body)
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    const QJsonValue rows = json.value(QLatin1String("vehicles"));
    QStringList names;
    for (const QJsonValue &name : json.value(QLatin1String("columns")).toArray())
        names << name.toString();
    std::array<qsizetype, std::size(TextColumns)> places{};
    for (size_t i = 0; i < places.size(); ++i)
        places[i] = names.indexOf(QLatin1String(TextColumns[i].name));
    if (!rows.isArray() || places[0] < 0)
        return unreadable();
    const qsizetype price = names.indexOf(PriceColumn), days = names.indexOf(DaysColumn);
    StockList list;
    for (const QJsonValue &one : rows.toArray()) {
        const QJsonArray row = one.toArray();
        StockVehicle found;
        for (size_t i = 0; i < places.size(); ++i)
            if (places[i] >= 0)
                found.vehicle.*TextColumns[i].field = row.at(places[i]).toString();
        if (found.vehicle.stock.isEmpty())
            return unreadable();
        if (price >= 0 && row.at(price).isDouble())
            found.vehicle.priceCents = row.at(price).toInteger();
        if (days >= 0)
            found.daysInStock = row.at(days).toInt(-1);
        list.vehicles << found;
    }
    return list;
}

QVector<StockMatch> comparable(const StockList &list, const Vehicle &wanted, std::optional<qint64> aboutCents, int most)
{
    struct Place {
        Nearness nearness;
        qint64 distance;
        const StockVehicle *one;
        // Where two come equally near, their stock numbers decide, so that the order never depends on the export's.
        auto rank() const { return std::tie(nearness, distance, one->vehicle.stock); }
    };
    const Wish wish(wanted, aboutCents);
    std::vector<Place> places;
    for (const StockVehicle &one : list.vehicles)
        if (const Nearness nearness = wish.nearness(one.vehicle); nearness != Nearness::Other)
            places.push_back({nearness, wish.distance(one.vehicle), &one});
    std::stable_sort(places.begin(), places.end(), [](const Place &a, const Place &b) { return a.rank() < b.rank(); });
    QVector<StockMatch> matches;
    for (const Place &place : places) {
        if (matches.size() >= most)
            break;
        matches << StockMatch{*place.one, place.nearness == Nearness::TheOne, wish.why(place.one->vehicle, place.nearness)};
    }
    return matches;
}

} // namespace beback
