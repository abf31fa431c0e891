#pragma once

#include <QString>
#include <QUrl>

namespace beback {

// Addresses that hand a touch to the program that can do it: the softphone, the mail program, the text program. Pure.
// `number` is E.164 ("+15055550142"); anything else (a star code, a second number glued on) gives an empty URL, so that
// nothing a stranger wrote into a lead is ever dialed. The same for an address with blanks or more than one @.
QUrl telUrl(const QString &number, const QString &extension = {}); // RFC 3966
QUrl smsUrl(const QString &number, const QString &body);           // RFC 5724
QUrl mailUrl(const QString &address, const QString &subject, const QString &body); // RFC 6068: lines end in CR LF

} // namespace beback
