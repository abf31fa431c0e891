#pragma once

#include <QString>

namespace beback {

// An e-mail that was written as plain text, made fit for mail programs. Pure; any thread.

// The text as a whole HTML document: paragraphs where there are empty lines, line breaks kept, addresses that begin with http://
// or https:// and mail addresses made links, everything else escaped; no image, no script, nothing fetched from anywhere. The last
// paragraph is set small and gray, and so is a signature (short lines: name, store, phone, address) right before it; a text of one
// paragraph stays as it is. `language`: ISO 639-1 ("en", "es"), for those who have mail read to them; empty: unknown.
QString mailHtml(const QString &subject, const QString &body, const QString &language);

} // namespace beback
