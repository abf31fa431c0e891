#pragma once

#include <QString>

namespace beback {

// The text without accents: "José Müller-Łukasz" becomes "Jose Muller-Lukasz". What search looks through and what is
// looked for both pass through it. Letters that are no base letter with an accent (Greek, Cyrillic, Han) stay. Pure; a
// second time changes nothing more.
QString plainLetters(const QString &text);

} // namespace beback
