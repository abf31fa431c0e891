#include "core/intake/adf_in_text.h"

#include "core/intake/adf_reader.h"
#include "core/intake/charset.h"
#include "core/intake/clean_text.h"

#include <initializer_list>

namespace beback {

namespace {

constexpr qsizetype Window = 4 * 1024 * 1024; // how much of a text is looked through

qsizetype firstOf(const QByteArray &lower, std::initializer_list<const char *> marks)
{
    qsizetype first = -1;
    for (const char *mark : marks) {
        const qsizetype at = lower.indexOf(mark);
        if (at >= 0 && (first < 0 || at < first))
            first = at;
    }
    return first;
}

int hexDigit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

QByteArray fromQuotedPrintable(const QByteArray &text)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            out += text[i];
            continue;
        }
        const bool crlf = i + 2 < text.size() && text[i + 1] == '\r' && text[i + 2] == '\n';
        const bool softBreak = crlf || (i + 1 < text.size() && text[i + 1] == '\n');
        if (softBreak) {
            i += crlf ? 2 : 1;
            continue;
        }
        const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = high < 0 ? -1 : hexDigit(text[i + 2]);
        if (low < 0) {
            out += '=';
            continue;
        }
        out += char(high * 16 + low);
        i += 2;
    }
    return out;
}

// Takes "> " off the lines, if the lead's own first line has it.
QByteArray unquoted(const QByteArray &text, qsizetype mark)
{
    const qsizetype lineStart = text.lastIndexOf('\n', mark) + 1;
    const QByteArray before = text.mid(lineStart, mark - lineStart).trimmed();
    if (!before.startsWith('>') && !before.startsWith("&gt;"))
        return text;
    QByteArray out;
    for (const QByteArray &line : text.mid(lineStart).split('\n')) {
        qsizetype at = 0;
        for (qsizetype i = 0; i < line.size(); ++i) {
            if (line[i] == '>')
                at = i + 1;
            else if (line[i] != ' ' && line[i] != '\t')
                break;
        }
        out += line.mid(at) + '\n';
    }
    return out;
}

QByteArray fromMark(const QByteArray &text)
{
    const qsizetype mark = firstOf(text.left(Window).toLower(), {"<?xml", "<?adf", "<adf", "<prospect"});
    return mark < 0 ? text : text.mid(mark);
}

QByteArray unescaped(const QByteArray &text)
{
    const QString plain = plainFromHtml(decode(text).text);
    // Some mail is escaped twice on its way.
    const QString twice = plain.contains(QLatin1String("&lt;"), Qt::CaseInsensitive) ? decodeEntities(plain) : plain;
    return twice.toUtf8();
}

// The base64 block that follows its announcement in a mail whose parts cannot be told apart.
QByteArray fromBase64Part(const QByteArray &text)
{
    const QByteArray lower = text.left(Window).toLower();
    const qsizetype said = lower.indexOf("content-transfer-encoding: base64");
    if (said < 0)
        return {};
    const qsizetype crlf = text.indexOf("\r\n\r\n", said);
    const qsizetype lf = text.indexOf("\n\n", said);
    const qsizetype start = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf + 4 : lf < 0 ? -1 : lf + 2;
    if (start < 0)
        return {};
    qsizetype end = text.indexOf("\n--", start);
    if (end < 0)
        end = text.size();
    return QByteArray::fromBase64(text.mid(start, end - start));
}

} // namespace

QByteArray adfInText(const QByteArray &text)
{
    const QByteArray lower = text.left(Window).toLower();
    const qsizetype plain = firstOf(lower, {"<adf", "<prospect", ":prospect"});
    const qsizetype escaped = firstOf(lower, {"&lt;adf", "&lt;prospect"});
    if (plain >= 0 && (escaped < 0 || plain < escaped)) {
        QByteArray found = fromMark(unquoted(text, plain));
        // "=3D" never stands in a lead of its own accord.
        return found.contains("=3D") || found.contains("=3d") ? fromQuotedPrintable(found) : found;
    }
    if (escaped >= 0) {
        const bool broken = lower.contains("=3d\"") || lower.contains("=\n") || lower.contains("=\r\n");
        const QByteArray found = unescaped(broken ? fromQuotedPrintable(text) : text);
        const qsizetype mark = firstOf(found.left(Window).toLower(), {"<adf", "<prospect"});
        return mark < 0 ? QByteArray() : fromMark(unquoted(found, mark));
    }
    const QByteArray decoded = fromBase64Part(text);
    return looksLikeAdf(decoded) ? decoded : QByteArray();
}

} // namespace beback
