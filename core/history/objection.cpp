#include "core/history/objection.h"

#include <algorithm>

namespace beback {

namespace {

constexpr std::array Names = {"trade", "price", "payment", "thinking", "decider", "stock", "credit", "shopping", "none"};
static_assert(Names.size() == AllObjections.size());

} // namespace

QString toText(Objection objection)
{
    return QLatin1String(Names.at(size_t(objection)));
}

std::optional<Objection> objectionFromText(const QString &text)
{
    const QString said = text.trimmed().toLower();
    const auto found = std::find_if(Names.begin(), Names.end(), [&](const char *name) { return said == QLatin1String(name); });
    return found == Names.end() ? std::nullopt : std::optional(AllObjections.at(size_t(found - Names.begin())));
}

} // namespace beback
