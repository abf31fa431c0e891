#pragma once

#include <QString>

namespace beback {

// States, territories and provinces of the United States and Canada; their two-letter codes do not collide.
// Pure; any thread.

// "New Mexico" "new mexico" "N.M." "NM" -> "NM"; empty when it is none of them.
QString regionCode(const QString &written);
// "US" or "CA" for a code as above; empty for anything else.
QString countryOfRegion(const QString &code);
// "USA" "United States" "us" -> "US"; two letters are taken as a code; anything else stays as written.
QString countryCode(const QString &written);

} // namespace beback
