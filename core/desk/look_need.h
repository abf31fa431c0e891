#pragma once

#include "core/exchange/looks.h"
#include "core/report/today.h"

#include <optional>

namespace beback {

// What needs a look, as one of the things that wait for a manager: urgent while what is held tells that somebody asked not to be
// contacted. None: nothing does. Pure.
std::optional<NeedsYou> needOf(const QVector<Look> &looks);

// Among those there are: urgent ones first, then by kind. Pure.
void addNeed(QVector<NeedsYou> &needs, const NeedsYou &need);

} // namespace beback
