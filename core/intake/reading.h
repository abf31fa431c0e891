#pragma once

#include "core/base/error.h"
#include "core/history/lead_draft.h"

#include <QByteArray>

#include <optional>

namespace beback {

// One thing read from an input: a lead, or why it cannot be one.
struct Reading {
    std::optional<LeadDraft> lead;
    Error refusal;       // when there is no lead
    QString format;      // of `content`: adf csv eml, with what is needed to read it again (see quarantine.h)
    QString place;       // "prospect 2", "line 17", "part 1.2 (lead.xml)"
    QByteArray content;  // exactly this piece, for quarantine
};

} // namespace beback
