#pragma once

#include "core/base/result.h"
#include "core/intake/reading.h"

#include <QIODevice>

#include <functional>

namespace beback {

// What is known about a piece of ADF besides itself.
struct AdfContext {
    QString zone;               // IANA; of times written without one: the rooftop's
    QString source;             // of leads that name no provider; empty: "ADF"
    QByteArray declaredCharset; // by the mail that carried it
    QString messageId;          // of that mail: with the lead's number it is an identity
    std::optional<Instant> mailDate; // taken where the lead names no readable date of its own
};

// Reads ADF 1.0 as it is sent in the wild: forgiving about form, strict about harm (no entities, bounded size, depth and
// time). Never validates. What was mended is in the warnings of the lead; what cannot be a lead comes as a refusal with
// its content. Consent that a comment speaks of is shown, never acted on. Source of the format: "Auto-lead Data Format,
// Version 1.0" of 3 May 2000, and the dialects listed with the tests. Thread: any.

// Calls back for every prospect in turn, keeping one in memory at a time; stops early when the callback says false.
// Errors: Invalid, with what is wrong with the rest of the input (readings given before stand).
Result<void> forEachProspect(QIODevice &input, const AdfContext &context,
                             const std::function<bool(Reading &&)> &take);
// The same for content in memory; a failure of the whole becomes a reading with a refusal.
QVector<Reading> readAdf(const QByteArray &content, const AdfContext &context);

// Does this hold a prospect, as it stands?
bool looksLikeAdf(QByteArrayView content);

} // namespace beback
