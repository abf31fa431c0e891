#pragma once

#include "core/plan/rule_book.h"

namespace beback {

// Contact rules as people read them. Pure. Thread: any.

QString ruleKindText(ContactRule::Kind kind);        // "Hours of calls and texts"
QString toText(ContactRule::Kind kind);              // "hours" "cap" "stop", as in the file
QString ruleValueText(const ContactRule &rule);      // "Mon to Sat 8:00 am to 8:00 pm, not on holidays"
QString touchesText(const QVector<Medium> &media);    // "calls and texts"
QString rulePlace(const ContactRule &rule);          // at the beginning of a line: "The house", "Florida"
QString ruleName(const ContactRule &rule);           // "Florida: hours of calls and texts"

} // namespace beback
