#include "core/intake/csv_stream.h"

#include "core/intake/charset.h"
#include "core/intake/clean_text.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <csv.h>

#include <memory>

namespace beback {

namespace {

constexpr qint64 ChunkSize = 256 * 1024;
constexpr size_t UnclosedLimit = 1024 * 1024; // a cell this long is a quote that was never closed

Error notClosed(qint64 row)
{
    return {Code::Invalid,
            QCoreApplication::translate("beback", "A quote after row %1 is never closed, so the rest of the file could not be "
                                                  "read. The rows before it were taken.").arg(row),
            {}};
}

// How often `separator` stands in each of the first lines, outside quotes.
std::vector<int> countsOf(const QByteArray &sample, char separator)
{
    std::vector<int> counts{0};
    bool quoted = false;
    for (const char c : sample) {
        if (c == '"')
            quoted = !quoted;
        else if (c == '\n' && !quoted)
            counts.push_back(0);
        else if (c == separator && !quoted)
            ++counts.back();
        if (counts.size() > 30)
            break;
    }
    if (counts.size() > 1)
        counts.pop_back(); // the last line may be cut off, or empty
    return counts;
}

// The separator that parts every line into the same number of cells, and into the most.
char separatorOf(const QByteArray &sample)
{
    char best = ',';
    int bestScore = 0;
    for (const char candidate : {',', ';', '\t', '|'}) {
        const std::vector<int> counts = countsOf(sample, candidate);
        int same = 0;
        for (const int count : counts)
            same += count == counts.front() ? 1 : 0;
        const int score = counts.front() * same * 100 / int(counts.size());
        if (score > bestScore) {
            best = candidate;
            bestScore = score;
        }
    }
    return best;
}

struct Parse {
    CsvStream::Row row;
    const std::function<bool(const CsvStream::Row &)> *take = nullptr;
    std::function<void(const void *, size_t)> cell;
    std::function<void()> end;
    bool stopped = false;
};

extern "C" void bebackCsvCell(void *bytes, size_t size, void *parse)
{
    static_cast<Parse *>(parse)->cell(bytes, size);
}

extern "C" void bebackCsvRow(int, void *parse)
{
    static_cast<Parse *>(parse)->end();
}

struct Freed {
    void operator()(csv_parser *parser) const
    {
        csv_free(parser);
        delete parser;
    }
};

} // namespace

QByteArrayView CsvStream::Row::at(qsizetype i) const
{
    if (i < 0 || i >= size())
        return {};
    const qsizetype from = i == 0 ? 0 : m_ends[size_t(i) - 1];
    return QByteArrayView(m_bytes).sliced(from, m_ends[size_t(i)] - from);
}

QString CsvStream::text(QByteArrayView cell) const
{
    while (!cell.isEmpty() && (cell.back() == ' ' || cell.back() == '\t'))
        cell.chop(1);
    if (cell.size() > 1 && cell[0] == '\'' && QByteArrayView("=+-@").contains(cell[1]))
        cell = cell.sliced(1);
    if (m_singleByte.isEmpty() || cell.isValidUtf8())
        return cell.isValidUtf8() ? QString::fromUtf8(cell) : decode(cell).text;
    QStringDecoder decoder(m_singleByte.constData());
    return decoder.isValid() ? QString(decoder.decode(cell)) : QString::fromLatin1(cell);
}

Result<void> CsvStream::look(const QByteArray &start)
{
    if (looksBinary(start))
        return Error{Code::Invalid, QCoreApplication::translate("beback", "This is not a text file, so there are no rows to read."), {}};
    const QByteArray sample = start.left(64 * 1024);
    // The sample may cut a character in two at its end.
    QByteArray whole = sample;
    for (int i = 0; i < 3 && !whole.isEmpty() && !whole.isValidUtf8(); ++i)
        whole.chop(1);
    if (whole.isValidUtf8() && !sample.isEmpty()) {
        m_charset = QStringLiteral("UTF-8");
    } else {
        m_charset = decode(sample).charset;
        m_singleByte = m_charset.toLatin1();
    }
    m_separator = separatorOf(sample);
    return {};
}

Result<void> CsvStream::read(const std::function<bool(const Row &)> &take)
{
    std::unique_ptr<csv_parser, Freed> parser(new csv_parser);
    csv_init(parser.get(), 0);
    Parse parse;
    parse.cell = [&parse](const void *bytes, size_t size) {
        if (qsizetype(size) > CellLimit)
            parse.row.cellTooLong = true;
        else
            parse.row.m_bytes.append(static_cast<const char *>(bytes), qsizetype(size));
        parse.row.m_ends.push_back(parse.row.m_bytes.size());
    };
    qint64 number = 0;
    parse.end = [&parse, &number, &take] {
        parse.row.number = ++number;
        const bool empty = parse.row.m_bytes.isEmpty() && !parse.row.cellTooLong;
        if (!parse.stopped && !empty)
            parse.stopped = !take(parse.row);
        parse.row.m_bytes.resize(0);
        parse.row.m_ends.clear();
        parse.row.cellTooLong = false;
    };
    std::unique_ptr<QStringDecoder> wide;
    bool first = true;
    while (!parse.stopped) {
        QByteArray chunk = m_input.read(ChunkSize);
        if (chunk.isEmpty())
            break;
        if (first) {
            if (const QByteArray name = wideCharset(chunk); !name.isEmpty())
                wide = std::make_unique<QStringDecoder>(name.constData());
        }
        if (wide)
            chunk = QString(wide->decode(chunk)).toUtf8();
        if (first) {
            first = false;
            if (chunk.startsWith("\xef\xbb\xbf"))
                chunk.remove(0, 3);
            BEBACK_CHECK(look(chunk));
            if (chunk.size() > 5 && chunk.left(4).toLower() == "sep=") { // how spreadsheets name the separator
                m_separator = chunk[4];
                chunk.remove(0, chunk.indexOf('\n') + 1);
            }
            csv_set_delim(parser.get(), uchar(m_separator));
        }
        const size_t size = size_t(chunk.size());
        if (csv_parse(parser.get(), chunk.constData(), size, bebackCsvCell, bebackCsvRow, &parse) != size)
            return Error{Code::Full, QCoreApplication::translate("beback", "There was not enough memory to read this file."), {}};
        if (csv_get_buffer_size(parser.get()) > UnclosedLimit)
            return notClosed(number);
    }
    if (!parse.stopped)
        csv_fini(parser.get(), bebackCsvCell, bebackCsvRow, &parse);
    return {};
}

} // namespace beback
