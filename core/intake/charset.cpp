#include "core/intake/charset.h"

#include <QStringDecoder>

#include <uchardet/uchardet.h>

#include <algorithm>
#include <memory>

namespace beback {

namespace {

bool hasHighBytes(QByteArrayView bytes)
{
    return std::any_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
}

// As browsers do: what calls itself Latin-1 or ASCII is read as Windows-1252, which only adds to them.
QByteArray usableName(QByteArrayView declared)
{
    const QByteArray name = declared.toByteArray().trimmed().toLower();
    if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii" || name == "cp1252")
        return QByteArrayLiteral("windows-1252");
    return name;
}

bool isUtf8Name(const QByteArray &name)
{
    return name == "utf-8" || name == "utf8";
}

// A guess from few characters is worse than the most common set: "é" alone fits a dozen.
QByteArray guessed(QByteArrayView bytes)
{
    const qsizetype sample = std::min<qsizetype>(bytes.size(), 64 * 1024);
    const auto high = std::count_if(bytes.begin(), bytes.begin() + sample, [](char c) { return (c & 0x80) != 0; });
    if (high < 12)
        return {};
    const std::unique_ptr<std::remove_pointer_t<uchardet_t>, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                                                  &uchardet_delete);
    if (uchardet_handle_data(detector.get(), bytes.data(), size_t(sample)) != 0)
        return {};
    uchardet_data_end(detector.get());
    return usableName(QByteArray(uchardet_get_charset(detector.get())));
}

// Decodes with the named set if Qt (ICU) knows it and the bytes fit it.
bool decodeAs(const QByteArray &name, QByteArrayView bytes, QString &text)
{
    if (name.isEmpty())
        return false;
    QStringDecoder decoder(name.constData());
    if (!decoder.isValid())
        return false;
    text = decoder.decode(bytes);
    return !decoder.hasError();
}

} // namespace

QByteArray wideCharset(QByteArrayView start)
{
    const auto at = [&start](qsizetype i) { return i < start.size() ? uchar(start[i]) : uchar(1); };
    if (start.size() >= 4 && at(0) == 0xff && at(1) == 0xfe && at(2) == 0 && at(3) == 0)
        return QByteArrayLiteral("UTF-32LE");
    if (start.size() >= 4 && at(0) == 0 && at(1) == 0 && at(2) == 0xfe && at(3) == 0xff)
        return QByteArrayLiteral("UTF-32BE");
    if (at(0) == 0xff && at(1) == 0xfe)
        return QByteArrayLiteral("UTF-16LE");
    if (at(0) == 0xfe && at(1) == 0xff)
        return QByteArrayLiteral("UTF-16BE");
    if (start.size() >= 4 && at(0) != 0 && at(1) == 0 && at(2) != 0 && at(3) == 0)
        return QByteArrayLiteral("UTF-16LE");
    if (start.size() >= 4 && at(0) == 0 && at(1) != 0 && at(2) == 0 && at(3) != 0)
        return QByteArrayLiteral("UTF-16BE");
    return {};
}

bool looksBinary(QByteArrayView start)
{
    if (!wideCharset(start).isEmpty())
        return false;
    const QByteArrayView sample = start.first(std::min<qsizetype>(start.size(), 64 * 1024));
    qsizetype odd = 0;
    for (const char c : sample) {
        if (c == 0)
            return true;
        if (uchar(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1a)
            ++odd;
    }
    return odd * 50 > sample.size(); // a stray control character is mended, a stream of them is no text
}

Decoded decode(QByteArrayView bytes, QByteArrayView declared)
{
    Decoded result;
    const QByteArray name = usableName(declared);
    if (const QByteArray wide = wideCharset(bytes); !wide.isEmpty()) {
        result.mended = !decodeAs(wide, bytes, result.text);
        result.charset = QLatin1String(wide);
        result.how = QStringLiteral("mark");
        return result;
    }
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes = bytes.sliced(3);
    if (bytes.isValidUtf8()) {
        result.text = QString::fromUtf8(bytes);
        result.charset = QStringLiteral("UTF-8");
        result.how = isUtf8Name(name) ? QStringLiteral("declared") : QStringLiteral("valid");
        result.mended = !name.isEmpty() && !isUtf8Name(name) && hasHighBytes(bytes);
        return result;
    }
    if (!isUtf8Name(name) && decodeAs(name, bytes, result.text)) {
        result.charset = QLatin1String(name);
        result.how = QStringLiteral("declared");
        return result;
    }
    result.mended = !name.isEmpty();
    const QByteArray guess = guessed(bytes);
    if (!isUtf8Name(guess) && decodeAs(guess, bytes, result.text)) {
        result.charset = QLatin1String(guess);
        result.how = QStringLiteral("guessed");
        return result;
    }
    if (!decodeAs(QByteArrayLiteral("windows-1252"), bytes, result.text))
        result.mended = true; // five bytes have no meaning there: they became replacement characters
    result.charset = QStringLiteral("windows-1252");
    result.how = QStringLiteral("assumed");
    return result;
}

QByteArray toUtf8(const QByteArray &bytes, QByteArrayView declared, bool *mended)
{
    const bool plain = !bytes.startsWith("\xef\xbb\xbf") && bytes.isValidUtf8() && wideCharset(bytes).isEmpty();
    const QByteArray name = usableName(declared);
    if (plain) {
        if (mended)
            *mended = !name.isEmpty() && !isUtf8Name(name) && hasHighBytes(bytes);
        return bytes;
    }
    const Decoded decoded = decode(bytes, declared);
    if (mended)
        *mended = decoded.mended;
    return decoded.text.toUtf8();
}

} // namespace beback
