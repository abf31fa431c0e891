#pragma once

#include <QByteArray>

namespace beback {

// The ADF inside a text that is not ADF alone, ready for readAdf(): quoted by a mail program ("> <adf>"), HTML-escaped
// ("&lt;adf&gt;"), left in quoted-printable or base64 by a broken mail, or with words around it. Empty when there is none.
// Text that stands there plainly is cut at its front only and otherwise never touched: taking "quoted" lines out of a
// plain lead has cost senders whole leads. Pure.
QByteArray adfInText(const QByteArray &text);

} // namespace beback
