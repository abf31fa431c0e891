#include "core/words/idle_question.h"

#include "core/words/language.h"
#include "core/words/phrase_book.h"

#include <QFile>

#include <algorithm>

namespace beback {

namespace {

constexpr int MostOfAName = 2; // words that may be somebody's name, behind a greeting

PhraseBook shippedList(const QString &name)
{
    PhraseBook book;
    for (const QLatin1String language : WordLanguages) {
        QFile file(QStringLiteral(":/beback/words/%1/%2.txt").arg(name, language));
        const QString text = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        if (const auto read = book.read(text, language); !read || text.isEmpty())
            qFatal("Beback was built with broken %s: %s", qPrintable(name), read ? "not there" : qPrintable(read.error().message));
    }
    return book;
}

const PhraseBook &greetings()
{
    static const PhraseBook book = shippedList(QStringLiteral("greetings"));
    return book;
}

const PhraseBook &closers()
{
    static const PhraseBook book = shippedList(QStringLiteral("closers"));
    return book;
}

// Where a phrase that begins with word `at` ends; `at`: none does.
int endOf(const PhraseBook &book, const QVector<TextWord> &words, int at)
{
    int end = at;
    for (const QLatin1String language : WordLanguages)
        if (const auto hit = book.find(words, at, language); hit && hit->first == at)
            end = std::max(end, at + hit->count);
    return end;
}

// Behind a greeting comes whom it greets, be the name known to us or not; a comma ends it: in "Hi Joyce, Thursday?" the day asks.
int endOfName(const QString &text, const QVector<TextWord> &words, int at)
{
    int end = at;
    while (end < words.size() && end < at + MostOfAName && text.at(words.at(end).from).isUpper()
           && (end == at || !text.mid(words.at(end - 1).end(), words.at(end).from - words.at(end - 1).end()).contains(QLatin1Char(','))))
        ++end;
    return end;
}

// Nothing but closers and names, and greetings where they may stand, and not names alone.
bool isIdle(const QString &text, const QStringList &names, bool mayGreet)
{
    const QVector<TextWord> words = wordsOf(text);
    bool idle = false;
    for (int at = 0; at < words.size();) {
        int end = mayGreet ? endOf(greetings(), words, at) : at;
        if (end > at)
            end = endOfName(text, words, end);
        else
            end = endOf(closers(), words, at);
        idle = idle || end > at;
        if (end == at && !names.contains(words.at(at).plain))
            return false;
        at = std::max(end, at + 1);
    }
    return idle;
}

} // namespace

bool asksForNothing(const QString &sentence, const QStringList &names)
{
    if (isIdle(sentence, names, true))
        return true;
    // "…to you tonight, OK?" leaves nothing to answer. "Which day suits you, dear?" does.
    const qsizetype comma = sentence.lastIndexOf(QLatin1Char(','));
    return comma >= 0 && isIdle(sentence.mid(comma + 1), names, false);
}

} // namespace beback
