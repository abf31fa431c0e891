#pragma once

// The elements of one prospect as a lead. For the ADF files of this folder only (it includes pugixml).

#include "core/intake/adf_node.h"
#include "core/intake/adf_reader.h"

namespace beback::adf {

// Where a lead's parts are looked for: some senders put vendor and provider beside the prospect.
struct Surroundings {
    Node prospect;
    Node tail;     // parsed fragment behind it
    Node prologue; // parsed fragment before the first one
};

struct LeadParts {
    LeadDraft draft;
    QString statedDate; // as written
};
LeadParts leadFrom(const Surroundings &around, const AdfContext &context);

// Vehicles, in adf_vehicle.cpp: fills wanted, alsoWanted, trade, and what has no field into extra.
void readVehicles(Node prospect, LeadDraft &draft);

} // namespace beback::adf
