#pragma once

#include "app/command.h"
#include "core/base/error.h"

#include <QJsonObject>

namespace beback::app {

// Columns two blanks apart; every row ends its line. With a `width` the last column is wrapped within it.
QString aligned(const QVector<QStringList> &rows, int width = 0);

// What is said of one, or of several with their number in the place of %1.
QString counted(qint64 count, const QString &one, const QString &several);

// Breaks the text between words so that it stays within `width` when it begins at `indent`; 0: never.
QString wrapped(const QString &text, qsizetype indent, int width);

// Where a command writes: data to stdout, what went wrong to stderr, one line.
class Terminal
{
public:
    explicit Terminal(bool json) : m_json(json) {}

    bool json() const { return m_json; }
    void print(const QString &text);          // as it is
    void print(const QJsonObject &document);  // on one line
    void printRaw(const QByteArray &bytes);   // likewise, to stdout: text or not
    static bool isLookedAt();                 // stdout is a terminal
    void progress(const QString &line);       // to stderr, when somebody is looking
    void say(const QString &line);            // to stderr: what is worth knowing though nothing failed

    // Says what went wrong; the way the program has to end for it.
    Exit refuse(const QString &sentence, Exit how = Exit::Refused);
    Exit refuse(const Error &error);

    // False when what was printed did not get where it should (a full disk).
    bool flush();

private:
    bool m_json = false;
    bool m_progressShown = false;
};

} // namespace beback::app
