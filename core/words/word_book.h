#pragma once

#include "core/base/result.h"
#include "core/history/medium.h"

#include <QHash>
#include <QString>
#include <QVector>

namespace beback {

// Words as they were written, with placeholders. [[A question?]] between double brackets has to survive editing: a message
// without it is not sent.
struct WordTemplate {
    QString key;
    Medium medium = Medium::Text;
    QString language;
    int number = 1;  // which of several wordings of the same
    QString subject; // e-mail only
    QString body;
    int version = 0; // of the store's own; 0: as shipped
    // "inquiry.first/text/en/1": what the history says was used.
    QString id() const;
    friend bool operator==(const WordTemplate &, const WordTemplate &) = default;
};

// The wordings of one or more files, by key, medium and language. A value; reading it is safe in any thread.
// A file is in one language: a line "== key medium" begins an entry, "== key medium 2" another wording of the same; an e-mail's
// first line is "Subject: …"; a line that begins with "#" is a comment. Keys that begin with "_" are parts of others.
class WordBook
{
public:
    // Errors: Invalid, naming the line.
    Result<void> read(const QString &text, const QString &language);
    // Puts one in the place of what has its id, or beside the others. Errors as checkWording().
    Result<void> put(const WordTemplate &words);
    void remove(const QString &id);
    // In this language, else in the first of WordLanguages; by number. Empty: there are none.
    QVector<WordTemplate> find(const QString &key, Medium medium, const QString &language) const;
    const WordTemplate *byId(const QString &id) const;
    QStringList keys() const; // sorted
    QVector<WordTemplate> all() const; // by key, medium, language and number

    // The words that come with Beback (resources/words).
    static const WordBook &shipped();

private:
    QHash<QString, QHash<int, QHash<QString, QVector<WordTemplate>>>> m_entries;
};

// Can these words be used? Errors: Invalid with a sentence: nothing in them, brackets that are not closed, no question that has
// to be asked, one that asks nothing, a subject where none belongs or none where one does, a placeholder nobody fills.
Result<void> checkWording(const WordTemplate &words);

// Names that may stand between double braces.
QStringList knownPlaceholders();

} // namespace beback
