#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace beback {

// Bytes from outside as text, by what is surest: a byte order mark; the declared character set, if the bytes fit it;
// valid UTF-8 (which wins over a declared single-byte set: its sequences do not come about by chance); a guess
// (uchardet) where there is enough to guess from; else Windows-1252. Pure; any thread.
struct Decoded {
    QString text;
    QString charset; // "UTF-8" "windows-1252" …: what was used
    QString how;     // "mark" "declared" "valid" "guessed" "assumed"
    bool mended = false; // the bytes did not fit what was declared, or were replaced in places
};
Decoded decode(QByteArrayView bytes, QByteArrayView declared = {});

// The same decision as bytes of UTF-8; `bytes` itself (not copied) when they are that already.
QByteArray toUtf8(const QByteArray &bytes, QByteArrayView declared, bool *mended = nullptr);

// Is this text in UTF-16 or UTF-32, by its mark or by the zero bytes of its first characters? The Qt name; else empty.
QByteArray wideCharset(QByteArrayView start);
// NUL and other bytes no text has (beyond what wideCharset() explains).
bool looksBinary(QByteArrayView start);

} // namespace beback
