#include "core/words/phrase_book.h"

#include "core/words/language.h"

#include <QCoreApplication>
#include <QFile>

namespace beback {

namespace {

constexpr int MostBetween = 3;

Error wrong(int line, const char *what)
{
    return {Code::Invalid, QCoreApplication::translate("beback", "Line %1: %2").arg(line).arg(QCoreApplication::translate("beback", what)), {}};
}

} // namespace

void PhraseBook::clear(const QString &language)
{
    m_phrases.remove(language);
    m_texts.remove(language);
}

Result<void> PhraseBook::read(const QString &text, const QString &language)
{
    int number = 0;
    for (const QString &raw : text.split(QLatin1Char('\n'))) {
        ++number;
        const QString line = raw.simplified();
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        if (line.contains(QLatin1String("{{")) || line.contains(QLatin1String("[[")))
            return wrong(number, "this is a message, not a phrase: phrases have no {{ }} and no [[ ]].");
        Phrase phrase;
        for (QString word : line.split(QLatin1Char(' '))) {
            Part part;
            if (word == QLatin1String("...")) {
                part.optional = true;
                part.most = MostBetween;
            } else {
                if (word.endsWith(QLatin1Char('?'))) {
                    part.optional = true;
                    word.chop(1);
                }
                part.words = word.split(QLatin1Char('|'), Qt::SkipEmptyParts);
                if (part.words.isEmpty())
                    return wrong(number, "a phrase is made of words, a|b, word? and ...");
            }
            phrase << part;
        }
        if (phrase.first().optional)
            return wrong(number, "a phrase begins with a word that is always there.");
        for (const QString &first : std::as_const(phrase.first().words))
            m_phrases[language][first] << phrase;
    }
    m_texts[language] += text;
    return {};
}

int PhraseBook::match(const Phrase &phrase, int part, const QVector<TextWord> &words, int at)
{
    if (part == phrase.size())
        return at;
    const Part &one = phrase.at(part);
    int best = one.optional ? match(phrase, part + 1, words, at) : -1;
    if (one.words.isEmpty()) {
        for (int taken = 1; taken <= one.most && at + taken <= words.size(); ++taken)
            best = std::max(best, match(phrase, part + 1, words, at + taken));
    } else if (at < words.size() && one.words.contains(words.at(at).plain)) {
        best = std::max(best, match(phrase, part + 1, words, at + 1));
    }
    return best;
}

std::optional<PhraseBook::Hit> PhraseBook::find(const QVector<TextWord> &words, int begin, const QString &language) const
{
    const auto phrases = m_phrases.constFind(language);
    if (phrases == m_phrases.constEnd())
        return std::nullopt;
    for (int i = begin; i < words.size(); ++i) {
        const auto these = phrases->constFind(words.at(i).plain);
        if (these == phrases->constEnd())
            continue;
        int end = -1;
        for (const Phrase &phrase : *these)
            end = std::max(end, match(phrase, 0, words, i));
        if (end > i)
            return Hit{i, end - i};
    }
    return std::nullopt;
}

QString PhraseBook::shippedText(const QString &language)
{
    QFile file(QStringLiteral(":/beback/words/phrases/%1.txt").arg(language));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

const PhraseBook &PhraseBook::shipped()
{
    static const PhraseBook book = [] {
        PhraseBook phrases;
        for (const QLatin1String language : WordLanguages)
            if (const auto read = phrases.read(shippedText(language), language); !read || shippedText(language).isEmpty())
                qFatal("Beback was built with broken phrases: %s", read ? "not there" : qPrintable(read.error().message));
        return phrases;
    }();
    return book;
}

} // namespace beback
