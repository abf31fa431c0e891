#pragma once

#include "core/history/lead_draft.h"

namespace beback {

// Phone numbers as people and forms write them. Thread: any. The rules are libphonenumber's, with one exception that
// keeps real people reachable: a North American number of the right shape whose area code is newer than the library's
// tables is taken too.

// One point a number found in `raw` ("505-555-0101 / 505-555-0102" are two), never none for a text that is not empty:
// a text that is no number gives a point with an empty value, so that a person can see and mend it. `country` (ISO
// alpha-2, empty: US) is where numbers without a country code belong. What was mended or refused is added to `warnings`.
QVector<ContactPoint> readPhones(const QString &raw, const QString &country, QStringList *warnings);

// "+15055550142" -> "(505) 555-0142"; other countries in their international form; what is no E.164 stays as it is.
QString displayPhone(const QString &e164, const QString &extension = {});

} // namespace beback
