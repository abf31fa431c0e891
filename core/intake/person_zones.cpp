#include "core/intake/person_zones.h"

#include "core/time/zones.h"

namespace beback {

QStringList zonesOf(const QVector<ContactPoint> &points, const Address &address)
{
    QStringList all;
    bool phone = false;
    for (const ContactPoint &point : points) {
        if (point.type != ContactPoint::Type::Phone || point.value.isEmpty())
            continue;
        phone = true;
        all += zones::candidates({point.value}, address.country, address.region);
    }
    if (!phone)
        all = zones::candidates({}, address.country, address.region);
    all.sort();
    all.removeDuplicates();
    return all;
}

bool zonesAreChosen(const CustomerState &person)
{
    return !person.zones.isEmpty() && person.zones != zonesOf(person.points, person.address);
}

} // namespace beback
