#include "core/demo/rooftop.h"

namespace beback::demo {

RooftopFacts rooftop()
{
    RooftopFacts facts;
    facts.name = QLatin1String(RooftopName);
    facts.street = QStringLiteral("2140 Example Avenue");
    facts.city = QStringLiteral("Wichita");
    facts.region = QStringLiteral("KS");
    facts.postcode = QStringLiteral("67202");
    facts.zone = QLatin1String(RooftopZone);
    facts.phone = QStringLiteral("+13165550100");
    facts.email = QStringLiteral("hello@example.com");
    return facts;
}

} // namespace beback::demo
