// readName() of normalize.h: how a name is written and where it is parted.
#include "core/intake/clean_text.h"
#include "core/intake/normalize.h"

#include <algorithm>

namespace beback {

namespace {

template <size_t N> bool isOneOf(QStringView word, const char *const (&words)[N])
{
    return std::any_of(std::begin(words), std::end(words), [word](const char *candidate) {
        return word.compare(QLatin1String(candidate), Qt::CaseInsensitive) == 0;
    });
}

bool isParticle(QStringView word)
{
    static const char *const particles[] = {"de", "la", "del", "los", "las", "van", "der", "den", "von", "da", "di", "dos", "du", "y"};
    return isOneOf(word, particles);
}

bool isSuffix(QStringView word)
{
    static const char *const suffixes[] = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "md", "phd", "esq", "esq."};
    return isOneOf(word, suffixes);
}

bool isTitle(QStringView word)
{
    static const char *const titles[] = {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "prof.", "sir"};
    return isOneOf(word, titles);
}

// Is everything that has a case in the same one? "jo", "JO SMITH"; not "Jo", not "J".
bool isOneCase(const QString &name)
{
    int upper = 0;
    int lower = 0;
    for (const QChar c : name) {
        upper += c.isUpper() ? 1 : 0;
        lower += c.isLower() ? 1 : 0;
    }
    return (upper == 0 && lower > 0) || (lower == 0 && upper > 1);
}

QString inNameCase(const QString &word, bool first)
{
    if (!first && isParticle(word))
        return word.toLower();
    if (isSuffix(word) && word.startsWith(QLatin1Char('i'), Qt::CaseInsensitive))
        return word.toUpper();
    QString out = word.toLower();
    bool start = true;
    for (qsizetype i = 0; i < out.size(); ++i) {
        if (start && out[i].isLetter()) {
            out[i] = out[i].toUpper();
            start = false;
        } else if (out[i] == QLatin1Char('-') || out[i] == QLatin1Char('\'') || out[i] == QChar(0x2019)
                   || out[i] == QLatin1Char('.')) {
            start = true;
        }
    }
    if (out.size() > 3 && out.startsWith(QLatin1String("Mc")))
        out[2] = out[2].toUpper();
    return out;
}

QString nameCased(const QString &name)
{
    QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); ++i)
        words[i] = inNameCase(words[i], i == 0);
    return words.join(QLatin1Char(' '));
}

// "Cruz, Juan" -> "Juan Cruz"; "Juan Cruz, Jr." stays.
QString inSpokenOrder(const QString &full)
{
    const qsizetype comma = full.indexOf(QLatin1Char(','));
    if (comma < 1 || full.indexOf(QLatin1Char(','), comma + 1) >= 0)
        return full;
    const QString after = full.mid(comma + 1).trimmed();
    if (after.isEmpty() || isSuffix(after))
        return full;
    return after + QLatin1Char(' ') + full.left(comma).trimmed();
}

void partFull(PersonName &name)
{
    QStringList words = QString(name.full).remove(QLatin1Char(',')).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    while (words.size() > 1 && isTitle(words.constFirst()))
        words.removeFirst();
    while (words.size() > 1 && isSuffix(words.constLast()))
        words.removeLast();
    if (words.isEmpty())
        return;
    if (name.first.isEmpty())
        name.first = words.constFirst();
    if (!name.last.isEmpty() || words.size() < 2)
        return;
    qsizetype from = words.size() - 1;
    while (from > 1 && isParticle(words[from - 1]))
        --from;
    name.last = words.mid(from).join(QLatin1Char(' '));
}

// Narrower than meansNothing(): Null, None and Na are names people have.
bool isNoName(const QString &text)
{
    static const char *const words[] = {"n/a", "not provided", "not specified", "undefined", "unknown"};
    const QString word = text.trimmed();
    return word == QLatin1String("null") || isOneOf(word, words)
        || (word.startsWith(QLatin1Char('[')) && word.endsWith(QLatin1Char(']')))
        || (word.startsWith(QLatin1Char('{')) && word.endsWith(QLatin1Char('}')));
}

} // namespace

PersonName readName(const NameParts &parts)
{
    const auto line = [](const QString &text) { return isNoName(text) ? QString() : cleanLine(text).left(200); };
    PersonName name;
    name.business = parts.business;
    name.first = line(parts.first);
    name.last = line(parts.last);
    const QString full = line(parts.full);
    if (!full.isEmpty()) {
        name.full = parts.business ? full : inSpokenOrder(full);
    } else {
        QStringList words;
        for (const QString &part : {name.first, line(parts.middle), name.last, line(parts.suffix)})
            if (!part.isEmpty())
                words.append(part);
        name.full = words.join(QLatin1Char(' '));
    }
    if (name.business)
        return name;
    // Judged together: "MARY" beside "Smith" was meant that way, "MARY" beside "SMITH" was a caps lock.
    if (isOneCase(name.full + name.first + name.last)) {
        name.full = nameCased(name.full);
        name.first = nameCased(name.first);
        name.last = nameCased(name.last);
    }
    partFull(name);
    return name;
}

} // namespace beback
