#pragma once

#include <QString>

namespace beback {

// What a comment says about being contacted ("Email opt-in: yes", "please do not call") against the rest. It is shown to
// the agent word for word and never becomes consent: only the customer gives that, and only a person records it.
struct CommentParts {
    QString own;         // the comment without the form's "label: value" lines about consent
    QString consentSaid; // every line that speaks of consent, as written
};
CommentParts partComment(const QString &comment);

// The value of a "Label: value" line of a comment, empty when there is none; the label is compared without case.
QString labelledValue(const QString &comment, const char *label);

} // namespace beback
