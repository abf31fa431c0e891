#pragma once

#include <QString>

#include <array>
#include <optional>

namespace beback {

// How somebody came to us, as far as it decides on which plan they begin. The text form is what the store keeps.
enum class LeadKind { Internet, Phone, Showroom };
inline constexpr std::array<LeadKind, 3> AllLeadKinds = {LeadKind::Internet, LeadKind::Phone, LeadKind::Showroom};
QString toText(LeadKind kind); // "internet" "phone" "showroom"
std::optional<LeadKind> leadKindFromText(const QString &text);

// Of a source as files and people write it ("Website", "Walk-in", "Phone-up" …). What is not known was typed somewhere.
LeadKind kindOfSource(const QString &source);
// The plan such leads begin on until a manager chooses another.
QString shippedPlanOf(LeadKind kind);

} // namespace beback
