#pragma once

#include "core/words/word_shelf.h"
#include "ui/style/paint.h"

namespace beback::ui::word_text {

// What the room of words says of an entry, in one place: the list, the head and what was said about it name it alike.

QString title(const WordEntry &entry);  // "inquiry.first", "Trade value", "English"
QString beside(const WordEntry &entry); // "Text · English · 2", "5 questions"
QString name(const WordEntry &entry);   // both, where one alone could be several
bool isTakenOut(const WordEntry &entry);
bool isChangedHere(const WordEntry &entry);
bool isPart(const WordEntry &entry); // of other messages: nobody gets it by itself
// "Changed here", "Taken out", "Shipped anew"; without text: as it was shipped.
paint::Chip chip(const WordEntry &entry);

// What an entry says, line by line, as a person reads it; of what cannot be read, the body itself.
QString readable(WordKind kind, const QByteArray &body);
// What stood there after this change; empty: it was taken out.
QByteArray bodyAfter(const WordEntry &entry, const WordChange &change);
// What stood there last, also of one that is taken out.
QByteArray lastBody(const WordEntry &entry);

} // namespace beback::ui::word_text
