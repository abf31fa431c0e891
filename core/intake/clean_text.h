#pragma once

#include <QString>
#include <QStringView>

namespace beback {

// Text from outside, made safe to keep and to show. Pure; any thread.

// One line: control characters, NUL, byte order marks and lone surrogates go, white space of any kind (line breaks, no-break
// spaces) becomes single blanks, none at the ends.
QString cleanLine(QStringView text);
// Several lines: as cleanLine in each, line breaks kept, never more than one empty line in a row.
QString cleanText(QStringView text);
// HTML as a reader would see it: <br>, <p>, <div>, <li>, <tr> break the line, other tags go, entities become characters.
QString plainFromHtml(QStringView html);
// "&eacute;" "&#233;" "&#xE9;" -> "é". What is no entity known here stays as it is.
QString decodeEntities(const QString &text);
// Stands for "nothing": "", "null", "N/A", "none", "unknown", "not specified", "undefined", "[stock_type]", "{year}" …
bool meansNothing(QStringView text);

} // namespace beback
