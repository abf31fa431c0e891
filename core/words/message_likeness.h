#pragma once

#include "core/words/message_check.h"

namespace beback {

// What this person got before and is about to get again: the whole nearly in the same words (blocks), or one sentence (warns).
// Greeting, names and the lines the law wants do not count. Pure.
QVector<Finding> repeats(const QVector<TextSentence> &sentences, const Message &message, const MessageFacts &facts);

} // namespace beback
