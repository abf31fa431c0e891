#include "core/plan/lead_kind.h"

namespace beback {

QString toText(LeadKind kind)
{
    switch (kind) {
    case LeadKind::Internet: break;
    case LeadKind::Phone: return QStringLiteral("phone");
    case LeadKind::Showroom: return QStringLiteral("showroom");
    }
    return QStringLiteral("internet");
}

std::optional<LeadKind> leadKindFromText(const QString &text)
{
    for (const LeadKind kind : AllLeadKinds)
        if (toText(kind) == text)
            return kind;
    return std::nullopt;
}

LeadKind kindOfSource(const QString &source)
{
    const QString said = source.toLower();
    if (said.contains(QLatin1String("walk")) || said.contains(QLatin1String("showroom")))
        return LeadKind::Showroom;
    // "Phone-up", "Phone", "Call-in"; but not "Phone app" leads, which were typed.
    if (said.contains(QLatin1String("phone-up")) || said.contains(QLatin1String("phone up")) || said == QLatin1String("phone")
        || said.contains(QLatin1String("call-in")))
        return LeadKind::Phone;
    return LeadKind::Internet;
}

QString shippedPlanOf(LeadKind kind)
{
    switch (kind) {
    case LeadKind::Internet: break;
    case LeadKind::Phone: return QStringLiteral("phone-up");
    case LeadKind::Showroom: return QStringLiteral("walk-in");
    }
    return QStringLiteral("fresh-internet");
}

} // namespace beback
