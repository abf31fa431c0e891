#include "core/plan/whereabouts.h"

#include <QSet>

namespace beback {

namespace {

const QString Unknown = QStringLiteral("?");
constexpr QChar In = u'@';

bool isState(const QString &code)
{
    static const QSet<QString> all = [] {
        QSet<QString> states;
        for (const QStringList &some : zones::areaStates())
            states += QSet<QString>(some.cbegin(), some.cend());
        return states;
    }();
    return all.contains(code);
}

const QStringList &zonesOfState(const QString &state)
{
    static const QHash<QString, QStringList> all = [] {
        QHash<QString, QStringList> zones;
        for (const QStringList &states : zones::areaStates())
            for (const QString &one : states)
                if (!zones.contains(one))
                    zones.insert(one, zones::candidates({}, QStringLiteral("US"), one));
        return zones;
    }();
    static const QStringList none;
    const auto found = all.constFind(state);
    return found == all.constEnd() ? none : *found;
}

bool isAbroad(const QString &country)
{
    return !country.isEmpty() && country.compare(QLatin1String("US"), Qt::CaseInsensitive) != 0;
}

} // namespace

QStringList statesOf(const CustomerState &customer)
{
    QStringList states;
    for (const ContactPoint &point : customer.points)
        if (point.type == ContactPoint::Type::Phone && point.value.startsWith(QLatin1String("+1")))
            states += zones::areaStates().value(point.value.mid(2, 3));
    const Address &address = customer.address;
    if (!isAbroad(address.country)) {
        if (const QString state = address.region.trimmed().toUpper(); isState(state))
            states << state;
        states += zones::zipStates(address.postcode);
    }
    states.sort();
    states.removeDuplicates();
    return states;
}

QStringList statesIn(const QString &zone, const QStringList &states)
{
    QStringList found;
    for (const QString &state : states)
        if (zonesOfState(state).contains(zone))
            found << state;
    return found;
}

QStringList placesOf(const CustomerState &customer, const RuleBook &rules)
{
    const QStringList known = statesOf(customer);
    QStringList zones = customer.zones;
    if (zones.isEmpty())
        for (const QString &state : known)
            zones += zonesOfState(state);
    if (zones.isEmpty())
        return {Unknown};
    // Which state it is of those that keep a zone, nobody may know.
    QStringList states = rules.statesWithHours();
    if (!known.isEmpty())
        states.removeIf([&](const QString &state) { return !known.contains(state); });
    QSet<QString> placed;
    QStringList places;
    for (const QString &zone : std::as_const(zones)) {
        const QStringList here = statesIn(zone, states);
        if (here.isEmpty())
            places << zone;
        for (const QString &state : here)
            places << zone + In + state;
        placed += QSet<QString>(here.cbegin(), here.cend());
    }
    // A state that keeps none of their zones: what is known of them disagrees, and both count.
    if (!known.isEmpty())
        for (const QString &state : std::as_const(states))
            if (!placed.contains(state))
                for (const QString &zone : zonesOfState(state))
                    places << zone + In + state;
    places.sort();
    places.removeDuplicates();
    return places;
}

QStringList everyPlace(const RuleBook &rules)
{
    QStringList places = zones::listed();
    for (const QString &state : rules.statesWithHours())
        for (const QString &zone : zonesOfState(state))
            places << zone + In + state;
    return places << Unknown;
}

QVector<HoursThere> hoursOf(const QStringList &places, const RuleBook &rules)
{
    QVector<HoursThere> hours;
    for (const QString &place : places) {
        if (place != Unknown) {
            hours.append({place.section(In, 0, 0), rules.hours(place.section(In, 1, 1))});
            continue;
        }
        for (const QString &zone : zones::unknownSet()) {
            hours.append({zone, rules.hours({})});
            for (const QString &state : statesIn(zone, rules.statesWithHours()))
                hours.append({zone, rules.hours(state)});
        }
    }
    return hours;
}

} // namespace beback
