#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <functional>
#include <vector>

namespace beback {

// A CSV file row by row, in flat memory whatever its size. Finds the separator (comma, semicolon, tab, bar) and the
// character set from the beginning of the file. Thread: any.
class CsvStream
{
public:
    static constexpr qsizetype CellLimit = 64 * 1024; // bytes; a row with a longer cell is marked

    // The cells of one row, valid until the next.
    class Row
    {
    public:
        qsizetype size() const { return qsizetype(m_ends.size()); }
        QByteArrayView at(qsizetype i) const; // empty beyond the end
        qint64 number = 0;                    // 1 for the first row, which is the heads
        bool cellTooLong = false;

    private:
        friend class CsvStream;
        QByteArray m_bytes;
        std::vector<qsizetype> m_ends;
    };

    explicit CsvStream(QIODevice &input) : m_input(input) {}

    // Calls back for each row that is not empty, until it says false. Errors: Invalid (not text, or a quote that is
    // never closed); rows given before stand.
    Result<void> read(const std::function<bool(const Row &)> &take);

    char separator() const { return m_separator; } // known once the first row was given
    QString charset() const { return m_charset; }
    // A cell as text: white space at the ends gone, and one apostrophe that guarded a formula ('=…, '+…, '-…, '@…).
    QString text(QByteArrayView cell) const;

private:
    Result<void> look(const QByteArray &start);

    QIODevice &m_input;
    char m_separator = ',';
    QString m_charset;
    QByteArray m_singleByte; // the set of cells that are not UTF-8
};

} // namespace beback
