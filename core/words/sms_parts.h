#pragma once

#include <QString>

namespace beback {

// How a text message is cut and billed. 3GPP TS 23.038: characters of the GSM 7-bit alphabet count one (those of its extension
// two), 160 to a single message and 153 to each part of a longer one; one other character anywhere makes all of it UCS-2, with 70
// and 67 UTF-16 units.
struct SmsParts {
    int parts = 0;       // 0: empty
    int characters = 0;  // as they count
    int left = 0;        // until another part begins
    bool wide = false;   // UCS-2
    QChar widest{};      // the first character that made it so
};
SmsParts smsParts(const QString &text); // pure; thread: any

} // namespace beback
