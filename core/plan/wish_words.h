#pragma once

#include "core/history/wish.h"

namespace beback {

// What somebody's own words ask of us, English or Spanish: "text me after six", "please don't call before 10", "llámeme por la
// tarde". Only what is said plainly is read: a medium they name as theirs ("text me", "e-mail is best", "no calls"), and the
// hours beside it. An hour without am or pm is one people are up: 1 to 7 in the afternoon or evening, 8 to 12 before and at
// noon. Hours they do not want ("don't call me before 10") leave every medium. Empty: nothing is asked. Its text is the words given. Pure. Thread: any.
Wish readWish(const QString &words);

// "By text, after 6:00 pm"; empty: neither medium nor hours.
QString wishText(const Wish &wish);

} // namespace beback
