#pragma once

#include "core/base/result.h"
#include "core/history/medium.h"

#include <QHash>
#include <QString>

namespace beback {

// Words as they were written, with placeholders.
struct WordTemplate {
    QString subject; // e-mail only
    QString body;
};

// The words of one or more files, by key and medium. A value; reading it is safe in any thread.
// A file: a line "== key medium" begins an entry; an e-mail's first line is "Subject: …"; a line that begins with "#" is a
// comment.
class WordBook
{
public:
    // Errors: Invalid, naming the line.
    Result<void> read(const QString &text);
    const WordTemplate *find(const QString &key, Medium medium) const;
    QStringList keys() const; // sorted

    // The words that come with Beback (resources/words).
    static const WordBook &shipped();

private:
    QHash<QString, QHash<int, WordTemplate>> m_entries;
};

} // namespace beback
