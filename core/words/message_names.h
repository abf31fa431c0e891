#pragma once

#include "core/words/message_check.h"

namespace beback {

// Is the person addressed by another name than their own? A name after a greeting, at the very beginning, or at the end of a
// question. `plain`: the body without links. Pure.
QVector<Finding> wrongNames(const QString &plain, const MessageFacts &facts);

} // namespace beback
