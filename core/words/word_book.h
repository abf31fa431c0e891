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
    QString key{};
    Medium medium = Medium::Text;
    QString language{};
    int number = 1;    // which of several wordings of the same
    QString subject{}; // e-mail only
    QString body{};
    int version = 0; // of the store's own; 0: as shipped
    QString id() const; // "inquiry.first/text/en/1"
    // What the history says was used: the id, with "@3" behind it for the third version of a store's own words.
    QString reference() const;
    static std::optional<WordTemplate> fromId(const QString &id); // of an id or a reference; without words
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
    void setVersion(const QString &id, int version); // of what is there
    // In this language, else in the first of WordLanguages; by number. Empty: there are none.
    QVector<WordTemplate> find(const QString &key, Medium medium, const QString &language) const;
    const WordTemplate *byId(const QString &id) const; // or by a reference, whichever its version was
    QStringList keys() const; // sorted
    QVector<WordTemplate> all() const; // by key, medium, language and number
    QString toText(const QString &language) const; // what read() takes

    // The words that come with Beback (resources/words).
    static const WordBook &shipped();

private:
    QHash<QString, QHash<int, QHash<QString, QVector<WordTemplate>>>> m_entries;
};

// Can these words be used? Errors: Invalid with a sentence: nothing in them, brackets that are not closed, no question that has
// to be asked, one that asks nothing, a subject where none belongs or none where one does, a placeholder nobody fills.
Result<void> checkWording(const WordTemplate &words);

// The id of a reference.
QString wordingId(const QString &reference);

// Names that may stand between double braces.
QStringList knownPlaceholders();

} // namespace beback
