#pragma once

#include <QByteArray>
#include <QStringList>

namespace beback {

// Makes well-formed XML of a piece that is not: attributes without quotes, with curly or missing ones, without "=";
// "<" that begins no tag; end tags that match nothing; elements left open. Takes and gives UTF-8; what was done is added
// to `warnings` in words. Linear in the length of the piece. Pure.
QByteArray mendXml(const QByteArray &piece, QStringList *warnings);

} // namespace beback
