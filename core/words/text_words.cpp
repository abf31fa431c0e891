#include "core/words/text_words.h"

#include "core/history/plain_letters.h"

#include <QRegularExpression>

namespace beback {

namespace {

bool isApostrophe(QChar c)
{
    return c == QLatin1Char('\'') || c == QChar(0x2019) || c == QChar(0x02BC);
}

bool belongsInside(const QString &text, int i)
{
    if (i == 0 || i + 1 >= text.size())
        return false;
    const QChar before = text.at(i - 1), c = text.at(i), after = text.at(i + 1);
    if (isApostrophe(c))
        return before.isLetter() && after.isLetter();
    return (c == QLatin1Char('.') || c == QLatin1Char(',') || c == QLatin1Char(':')) && before.isDigit() && after.isDigit();
}

QString plainWord(QStringView word)
{
    QString plain = word.toString();
    for (QChar &c : plain)
        if (isApostrophe(c))
            c = QLatin1Char('\'');
    const bool ascii = std::all_of(plain.cbegin(), plain.cend(), [](QChar c) { return c.unicode() < 128; });
    return (ascii ? plain : plainLetters(plain)).toLower();
}

// A period that ends no sentence: "Mr. Vega", "2.5", "a.m.".
bool endsSentence(const QString &text, int i)
{
    const QChar c = text.at(i);
    if (c == QLatin1Char('\n')) // a line that was broken by hand goes on in lower case
        return i + 1 >= text.size() || !text.at(i + 1).isLower();
    if (c == QLatin1Char('!') || c == QLatin1Char('?') || c == QChar(0x2026))
        return true;
    if (c != QLatin1Char('.'))
        return false;
    if (i + 1 < text.size() && !text.at(i + 1).isSpace())
        return false;
    static const QStringList shortened = {QStringLiteral("mr"),  QStringLiteral("mrs"), QStringLiteral("ms"), QStringLiteral("dr"),  QStringLiteral("st"),
                                          QStringLiteral("sr"),  QStringLiteral("sra"), QStringLiteral("no"), QStringLiteral("a.m"), QStringLiteral("p.m"),
                                          QStringLiteral("ave"), QStringLiteral("vs"),  QStringLiteral("e.g"), QStringLiteral("i.e")};
    int begin = i;
    while (begin > 0 && (text.at(begin - 1).isLetter() || text.at(begin - 1) == QLatin1Char('.')))
        --begin;
    return !shortened.contains(text.mid(begin, i - begin).toLower());
}

} // namespace

QString withoutLinks(const QString &text)
{
    // A link, a host with a path, a bare host of the common kinds, an e-mail address.
    static const QRegularExpression link(QStringLiteral("\\bhttps?://\\S+|\\bwww\\.\\S+|\\b[\\w.-]+@[\\w-]+\\.[\\w.-]+|"
                                                        "\\b[\\w-]+(?:\\.[\\w-]+)*\\.(?:com|org|net|us|info|biz|io|co|mx|es)\\b(?:[/?]\\S*)?"),
                                         QRegularExpression::CaseInsensitiveOption);
    if (!text.contains(QLatin1Char('.')) && !text.contains(QLatin1Char(':')))
        return text;
    QString plain = text;
    for (auto all = link.globalMatch(text); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        // What ends the sentence the link stands in is not the link's: "Did you see example.com/tucson?"
        int length = int(match.capturedLength());
        while (length > 1 && QStringLiteral("?.!,;:)").contains(text.at(match.capturedStart() + length - 1)))
            --length;
        for (int i = 0; i < length; ++i)
            plain[match.capturedStart() + i] = QLatin1Char(' ');
    }
    return plain;
}

QVector<TextWord> wordsOf(const QString &text)
{
    QVector<TextWord> words;
    int i = 0;
    const int size = int(text.size());
    while (i < size) {
        if (!text.at(i).isLetterOrNumber()) {
            ++i;
            continue;
        }
        const int from = i;
        while (i < size && (text.at(i).isLetterOrNumber() || text.at(i).isMark() || belongsInside(text, i)))
            ++i;
        words << TextWord{from, i - from, plainWord(QStringView(text).mid(from, i - from))};
    }
    return words;
}

QVector<TextSentence> sentencesOf(const QString &text)
{
    QVector<TextSentence> sentences;
    const QVector<TextWord> words = wordsOf(text);
    int word = 0, from = 0;
    const int size = int(text.size());
    const auto close = [&](int end) {
        int begin = from;
        while (begin < end && text.at(begin).isSpace())
            ++begin;
        TextSentence sentence;
        sentence.from = begin;
        sentence.length = end - begin;
        while (word < words.size() && words.at(word).from < end)
            sentence.words << words.at(word++);
        const QStringView said = QStringView(text).mid(begin, end - begin);
        sentence.asks = said.contains(QLatin1Char('?')) || said.contains(QChar(0x00BF));
        if (!sentence.words.isEmpty())
            sentences << sentence;
        from = end;
    };
    for (int i = 0; i < size; ++i) {
        if (text.at(i) == QChar(0x00BF) && i > from) { // "Hola, ¿qué día le conviene?": what asks begins there
            int begin = i;
            while (begin > from && text.at(begin - 1).isSpace())
                --begin;
            if (begin > from && (text.at(begin - 1) == QLatin1Char('.') || text.at(begin - 1) == QLatin1Char(':')))
                close(i);
        }
        if (!endsSentence(text, i))
            continue;
        int end = i + 1;
        while (end < size && text.at(i) != QLatin1Char('\n') && (endsSentence(text, end) || text.at(end) == QLatin1Char('"') || text.at(end) == QChar(0x201D))
               && text.at(end) != QLatin1Char('\n'))
            ++end;
        close(end);
        i = end - 1;
    }
    close(size);
    return sentences;
}

double likeness(const QStringList &a, const QStringList &b)
{
    if (a.isEmpty() || b.isEmpty())
        return 0;
    QHash<QString, int> left;
    for (const QString &word : a)
        ++left[word];
    int shared = 0;
    for (const QString &word : b)
        if (int &count = left[word]; count > 0) {
            --count;
            ++shared;
        }
    return 2.0 * shared / double(a.size() + b.size());
}

} // namespace beback
