#include "core/desk/desk_types.h"

namespace beback {

namespace {

constexpr qsizetype KeptItems = 10000;

} // namespace

QString toText(IntakeItem::Fate fate)
{
    switch (fate) {
    case IntakeItem::Fate::Accepted: return QStringLiteral("accepted");
    case IntakeItem::Fate::Joined: return QStringLiteral("joined");
    case IntakeItem::Fate::Resent: return QStringLiteral("resent");
    case IntakeItem::Fate::Quarantined: return QStringLiteral("quarantined");
    }
    return {};
}

void IntakeReport::add(IntakeItem item)
{
    switch (item.fate) {
    case IntakeItem::Fate::Accepted: ++accepted; break;
    case IntakeItem::Fate::Joined: ++joined; break;
    case IntakeItem::Fate::Resent: ++resent; break;
    case IntakeItem::Fate::Quarantined: ++quarantined; break;
    }
    if (items.size() < KeptItems)
        items << std::move(item);
    else
        itemsCut = true;
}

} // namespace beback
