#include "core/intake/person_zones.h"

#include "core/time/zones.h"

namespace beback {

namespace {

// The states an address may be in: what it says, and what its ZIP code says besides. One of them may be missing.
QStringList regionsOf(const Address &address)
{
    const QString said = address.region.trimmed().toUpper();
    const bool abroad = !address.country.isEmpty() && address.country.compare(QLatin1String("US"), Qt::CaseInsensitive) != 0;
    QStringList regions = abroad ? QStringList() : zones::zipStates(address.postcode);
    if (regions.contains(said) || regions.isEmpty())
        return {said};
    if (!said.isEmpty())
        regions << said;
    return regions;
}

} // namespace

QStringList zonesOf(const QVector<ContactPoint> &points, const Address &address)
{
    QStringList all;
    const QStringList regions = regionsOf(address);
    bool phone = false;
    for (const ContactPoint &point : points) {
        if (point.type != ContactPoint::Type::Phone || point.value.isEmpty())
            continue;
        phone = true;
        for (const QString &region : regions)
            all += zones::candidates({point.value}, address.country, region);
    }
    if (!phone)
        for (const QString &region : regions)
            all += zones::candidates({}, address.country, region);
    all.sort();
    all.removeDuplicates();
    return all;
}

bool zonesAreChosen(const CustomerState &person)
{
    return !person.zones.isEmpty() && person.zones != zonesOf(person.points, person.address);
}

} // namespace beback
