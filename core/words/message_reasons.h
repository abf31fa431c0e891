#pragma once

#include "core/words/message_check.h"

namespace beback {

// Does it say why they hear from us, and ask for what is wanted? Both warn only: words can say it in ways no list knows. Pure.
QVector<Finding> reasons(const QVector<TextSentence> &sentences, const MessageFacts &facts);

} // namespace beback
