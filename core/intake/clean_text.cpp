#include "core/intake/clean_text.h"

#include <QHash>

namespace beback {

namespace {

// Characters nobody typed and nothing should show. Zero-width ones hide differences between two equal addresses.
bool isDropped(ushort u)
{
    return (u < 0x20 && u != '\n' && u != '\t' && u != '\r') || (u >= 0x7f && u < 0xa0 && u != 0x85) || u == 0xfeff
        || (u >= 0x200b && u <= 0x200f) || (u >= 0x202a && u <= 0x202e) || (u >= 0x2060 && u <= 0x2069) || u == 0xfffe
        || u == 0xffff;
}

bool isBreak(ushort u)
{
    return u == '\n' || u == '\r' || u == 0x85 || u == 0x2028 || u == 0x2029;
}

// Most values are short, plain and clean already; this asks so without building anything.
bool isCleanAscii(QStringView text)
{
    ushort before = ' ';
    for (const QChar c : text) {
        const ushort u = c.unicode();
        if (u < 0x20 || u > 0x7e || (u == ' ' && before == ' '))
            return false;
        before = u;
    }
    return text.isEmpty() || before != ' ';
}

QString cleaned(QStringView text, bool keepLines)
{
    QString out;
    out.reserve(text.size());
    bool blank = false;
    int breaks = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const ushort u = c.unicode();
        if (isDropped(u))
            continue;
        if (c.isSpace() || isBreak(u)) {
            blank = true;
            if (isBreak(u) && !(u == '\n' && i > 0 && text[i - 1] == QLatin1Char('\r')))
                ++breaks;
            continue;
        }
        if (c.isSurrogate()) {
            const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
            if (!pair)
                continue;
        }
        if (blank && !out.isEmpty()) {
            if (keepLines && breaks > 0)
                out += breaks > 1 ? QStringLiteral("\n\n") : QStringLiteral("\n");
            else
                out += QLatin1Char(' ');
        }
        blank = false;
        breaks = 0;
        out += c;
        if (c.isHighSurrogate())
            out += text[++i];
    }
    return out;
}

const QHash<QString, char32_t> &namedEntities()
{
    static const QHash<QString, char32_t> table = {
        {QStringLiteral("amp"), U'&'},      {QStringLiteral("lt"), U'<'},       {QStringLiteral("gt"), U'>'},
        {QStringLiteral("quot"), U'"'},     {QStringLiteral("apos"), U'\''},    {QStringLiteral("nbsp"), 0xa0},
        {QStringLiteral("reg"), 0xae},      {QStringLiteral("copy"), 0xa9},     {QStringLiteral("trade"), 0x2122},
        {QStringLiteral("deg"), 0xb0},      {QStringLiteral("middot"), 0xb7},   {QStringLiteral("bull"), 0x2022},
        {QStringLiteral("ndash"), 0x2013},  {QStringLiteral("mdash"), 0x2014},  {QStringLiteral("hellip"), 0x2026},
        {QStringLiteral("lsquo"), 0x2018},  {QStringLiteral("rsquo"), 0x2019},  {QStringLiteral("ldquo"), 0x201c},
        {QStringLiteral("rdquo"), 0x201d},  {QStringLiteral("laquo"), 0xab},    {QStringLiteral("raquo"), 0xbb},
        {QStringLiteral("cent"), 0xa2},     {QStringLiteral("pound"), 0xa3},    {QStringLiteral("euro"), 0x20ac},
        {QStringLiteral("yen"), 0xa5},      {QStringLiteral("frac12"), 0xbd},   {QStringLiteral("frac14"), 0xbc},
        {QStringLiteral("frac34"), 0xbe},   {QStringLiteral("iexcl"), 0xa1},    {QStringLiteral("iquest"), 0xbf},
        {QStringLiteral("aacute"), 0xe1},   {QStringLiteral("eacute"), 0xe9},   {QStringLiteral("iacute"), 0xed},
        {QStringLiteral("oacute"), 0xf3},   {QStringLiteral("uacute"), 0xfa},   {QStringLiteral("ntilde"), 0xf1},
        {QStringLiteral("agrave"), 0xe0},   {QStringLiteral("egrave"), 0xe8},   {QStringLiteral("ugrave"), 0xf9},
        {QStringLiteral("acirc"), 0xe2},    {QStringLiteral("ecirc"), 0xea},    {QStringLiteral("icirc"), 0xee},
        {QStringLiteral("ocirc"), 0xf4},    {QStringLiteral("ucirc"), 0xfb},    {QStringLiteral("auml"), 0xe4},
        {QStringLiteral("euml"), 0xeb},     {QStringLiteral("iuml"), 0xef},     {QStringLiteral("ouml"), 0xf6},
        {QStringLiteral("uuml"), 0xfc},     {QStringLiteral("szlig"), 0xdf},    {QStringLiteral("ccedil"), 0xe7},
        {QStringLiteral("Aacute"), 0xc1},   {QStringLiteral("Eacute"), 0xc9},   {QStringLiteral("Iacute"), 0xcd},
        {QStringLiteral("Oacute"), 0xd3},   {QStringLiteral("Uacute"), 0xda},   {QStringLiteral("Ntilde"), 0xd1},
        {QStringLiteral("Ccedil"), 0xc7},   {QStringLiteral("Auml"), 0xc4},     {QStringLiteral("Ouml"), 0xd6},
        {QStringLiteral("Uuml"), 0xdc},     {QStringLiteral("tab"), U'\t'},     {QStringLiteral("NewLine"), U'\n'},
    };
    return table;
}

// The character an entity stands for ("amp", "#38", "#x26"); 0 when it is none.
char32_t entityCharacter(QStringView name)
{
    if (!name.startsWith(QLatin1Char('#')))
        return namedEntities().value(name.toString(), 0);
    bool ok = false;
    const bool hex = name.size() > 1 && (name[1] == QLatin1Char('x') || name[1] == QLatin1Char('X'));
    const uint code = hex ? name.mid(2).toUInt(&ok, 16) : name.mid(1).toUInt(&ok, 10);
    const bool usable = ok && code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return usable ? char32_t(code) : 0;
}

bool breaksLine(QStringView tag)
{
    static const QStringList names = {QStringLiteral("br"),  QStringLiteral("p"),  QStringLiteral("div"),
                                      QStringLiteral("li"),  QStringLiteral("tr"), QStringLiteral("h1"),
                                      QStringLiteral("h2"),  QStringLiteral("h3"), QStringLiteral("ul"),
                                      QStringLiteral("table"), QStringLiteral("pre"), QStringLiteral("blockquote")};
    for (const QString &name : names)
        if (tag.compare(name, Qt::CaseInsensitive) == 0)
            return true;
    return false;
}

} // namespace

QString cleanLine(QStringView text)
{
    if (isCleanAscii(text) && !text.startsWith(QLatin1Char(' ')))
        return text.toString();
    return cleaned(text, false);
}

QString cleanText(QStringView text)
{
    if (isCleanAscii(text) && !text.startsWith(QLatin1Char(' ')))
        return text.toString();
    return cleaned(text, true);
}

QString decodeEntities(const QString &text)
{
    if (!text.contains(QLatin1Char('&')))
        return text;
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c != QLatin1Char('&')) {
            out += c;
            continue;
        }
        const qsizetype end = text.indexOf(QLatin1Char(';'), i + 1);
        const bool near = end > i + 1 && end - i <= 12;
        const char32_t code = near ? entityCharacter(QStringView(text).mid(i + 1, end - i - 1)) : 0;
        if (code == 0) {
            out += c;
            continue;
        }
        out += QString::fromUcs4(&code, 1);
        i = end;
    }
    return out;
}

QString plainFromHtml(QStringView html)
{
    QString out;
    out.reserve(html.size());
    for (qsizetype i = 0; i < html.size(); ++i) {
        const QChar c = html[i];
        const bool tag = c == QLatin1Char('<') && i + 1 < html.size()
            && (html[i + 1].isLetter() || html[i + 1] == QLatin1Char('/') || html[i + 1] == QLatin1Char('!'));
        const qsizetype end = tag ? html.indexOf(QLatin1Char('>'), i) : -1;
        if (end < 0) {
            out += c;
            continue;
        }
        qsizetype from = i + 1;
        if (html[from] == QLatin1Char('/'))
            ++from;
        qsizetype to = from;
        while (to < end && html[to].isLetterOrNumber())
            ++to;
        if (breaksLine(html.mid(from, to - from)))
            out += QLatin1Char('\n');
        i = end;
    }
    return decodeEntities(out);
}

bool meansNothing(QStringView text)
{
    const QStringView word = text.trimmed();
    if (word.isEmpty())
        return true;
    const QChar first = word.front();
    const QChar last = word.back();
    if ((first == QLatin1Char('[') && last == QLatin1Char(']')) || (first == QLatin1Char('{') && last == QLatin1Char('}'))
        || (first == QLatin1Char('%') && last == QLatin1Char('%') && word.size() > 1))
        return true; // a sender's template that was never filled in
    if (word.size() > 14)
        return false;
    static const char *const words[] = {"null",      "n/a",          "na",           "none", "unknown", "undefined",
                                        "not specified", "not provided", "unspecified", "-",    "--",      "?", "nil"};
    for (const char *nothing : words)
        if (word.compare(QLatin1String(nothing), Qt::CaseInsensitive) == 0)
            return true;
    return false;
}

} // namespace beback
