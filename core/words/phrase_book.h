#pragma once

#include "core/base/result.h"
#include "core/words/text_words.h"

#include <QHash>

namespace beback {

// Phrases that say nothing, by language: what a message must not hang on. A value; reading it is safe in any thread.
class PhraseBook
{
public:
    // One phrase a line: words in lower case and without accents; "a|b" is either, "word?" may be left out, "..." is up to three
    // words of any kind; "#" begins a comment. Errors: Invalid, naming the line.
    Result<void> read(const QString &text, const QString &language);
    void clear(const QString &language);
    QString text(const QString &language) const { return m_texts.value(language); } // as it was read
    bool isEmpty() const { return m_phrases.isEmpty(); }

    // Where one of them stands in these words of one sentence: the first word and how many; the longest, from `begin` on.
    struct Hit {
        int first = 0, count = 0;
    };
    std::optional<Hit> find(const QVector<TextWord> &words, int begin, const QString &language) const;

    static const PhraseBook &shipped(); // resources/words/phrases
    static QString shippedText(const QString &language);

private:
    struct Part {
        QStringList words; // any of them; empty: any word, up to `most` times
        bool optional = false;
        int most = 1;
    };
    using Phrase = QVector<Part>;
    static int match(const Phrase &phrase, int part, const QVector<TextWord> &words, int at); // the end; -1: no
    QHash<QString, QHash<QString, QVector<Phrase>>> m_phrases; // by language and first word
    QHash<QString, QString> m_texts;
};

} // namespace beback
