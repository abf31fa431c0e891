#include "core/history/objection.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

constexpr std::array Names = {"trade", "price", "payment", "thinking", "decider", "stock", "credit", "shopping", "none"};
static_assert(Names.size() == AllObjections.size());

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

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

QString objectionText(Objection objection)
{
    switch (objection) {
    case Objection::Trade: return tr("Trade value");
    case Objection::Price: return tr("Price");
    case Objection::Payment: return tr("Payment or terms");
    case Objection::Thinking: return tr("Thinking it over");
    case Objection::Decider: return tr("Somebody else decides");
    case Objection::Stock: return tr("Color or equipment");
    case Objection::Credit: return tr("Credit");
    case Objection::Shopping: return tr("Shopping around");
    case Objection::None: return tr("No reason given");
    }
    return {};
}

} // namespace beback
