#include "core/store/sealed_part.h"

#include <algorithm>
#include <cstring>

namespace beback::sealed_vfs {

namespace {

constexpr char FirstWords[] = "SQLite format 3"; // with the zero behind it: the sixteen bytes every file of SQLite begins with
constexpr int HeaderBytes = 100; // https://www.sqlite.org/fileformat2.html#the_database_header

// What is alike in the header of every sealed file: pages of 4096 bytes, WAL mode, how much of a page is left alone, payload fractions.
void putHeader(unsigned char *to)
{
    constexpr std::array<unsigned char, 8> Alike = {0x10, 0x00, 2, 2, sealed_bytes::Behind, 64, 32, 32};
    std::memset(to, 0, HeaderBytes);
    std::copy(Alike.begin(), Alike.end(), to + sizeof FirstWords);
}

} // namespace

int Part::sizeReal(qint64 *bytes)
{
    sqlite3_int64 found = 0;
    const int answer = m_real->pMethods->xFileSize(m_real, &found);
    *bytes = found;
    return answer;
}

int FilePart::checkName()
{
    qint64 there = 0;
    if (const int answer = sizeReal(&there); answer != SQLITE_OK || there == 0)
        return answer;
    std::array<unsigned char, HeadBytes> head{};
    const int answer = readReal(head.data(), HeadBytes, 0);
    if (answer != SQLITE_OK && answer != SQLITE_IOERR_SHORT_READ)
        return answer; // the disk fails; that says nothing of the file
    if (answer != SQLITE_OK || !std::equal(SealName::Magic.begin(), SealName::Magic.end(), head.begin())
        || !std::equal(m_name.bytes.begin(), m_name.bytes.end(), head.begin() + SealName::Magic.size()))
        return SQLITE_NOTADB;
    return SQLITE_OK;
}

int FilePart::read(unsigned char *to, int bytes, qint64 at)
{
    while (bytes > 0) {
        const qint64 page = at / PageBytes * PageBytes;
        const int inside = int(at - page), some = std::min(bytes, PageBytes - inside);
        if (const int answer = readReal(m_page.data(), PageBytes, page); answer != SQLITE_OK) {
            std::memset(to, 0, size_t(bytes)); // what SQLite asks for behind the end of a file
            return answer;
        }
        if (!sealed_bytes::open(m_page.data() + from(page), PageBytes - sealed_bytes::Behind - from(page), m_key,
                                place(sealed_bytes::Part::File, page))) {
            // SQLite asks for the header past the log. Where the power went while the first page was brought in from there, a part of it is
            // new and none of it opens; the log has it whole. Where the log has not, SQLite asks for the page next.
            if (at + bytes > HeaderBytes)
                return page == 0 ? SQLITE_NOTADB : SQLITE_IOERR_DATA; // another key, most likely
            putHeader(m_page.data());
        }
        if (page == 0)
            std::memcpy(m_page.data(), FirstWords, HeadBytes);
        std::memset(m_page.data() + PageBytes - sealed_bytes::Behind, 0, sealed_bytes::Behind);
        std::memcpy(to, m_page.data() + inside, size_t(some));
        to += some;
        at += some;
        bytes -= some;
    }
    return SQLITE_OK;
}

int FilePart::write(const unsigned char *given, int bytes, qint64 at)
{
    // SQLite writes whole pages and nothing else; page 1 begins alike in every file, and what it begins with is not kept.
    if (bytes != PageBytes || at % PageBytes != 0 || (at == 0 && std::memcmp(given, FirstWords, HeadBytes) != 0))
        return SQLITE_IOERR_WRITE;
    std::memcpy(m_page.data(), given, PageBytes);
    sealed_bytes::seal(m_page.data() + from(at), PageBytes - sealed_bytes::Behind - from(at), m_key, place(sealed_bytes::Part::File, at));
    if (at == 0) {
        unsigned char *to = std::copy(SealName::Magic.begin(), SealName::Magic.end(), m_page.data());
        std::copy(m_name.bytes.begin(), m_name.bytes.end(), to);
    }
    return writeReal(m_page.data(), PageBytes, at);
}

// Opens the frame into m_frame. SQLITE_IOERR_DATA: it is there and does not open.
int LogPart::readFrame(qint64 frame)
{
    if (const int answer = readReal(m_frame.data(), OnDisk, beginOf(frame)); answer != SQLITE_OK)
        return answer;
    return sealed_bytes::open(m_frame.data(), FrameBytes, m_key, place(sealed_bytes::Part::Log, frame)) ? SQLITE_OK : SQLITE_IOERR_DATA;
}

int LogPart::writeFrame(qint64 frame)
{
    sealed_bytes::seal(m_frame.data(), FrameBytes, m_key, place(sealed_bytes::Part::Log, frame));
    return writeReal(m_frame.data(), OnDisk, beginOf(frame));
}

int LogPart::read(unsigned char *to, int bytes, qint64 at)
{
    if (const int answer = settle(); answer != SQLITE_OK)
        return answer;
    if (at < LogHead)
        return at + bytes <= LogHead ? readReal(to, bytes, at) : SQLITE_IOERR_READ;
    while (bytes > 0) {
        const int inside = int((at - LogHead) % FrameBytes), some = std::min(bytes, FrameBytes - inside);
        const int answer = readFrame(frameOf(at));
        if (answer == SQLITE_IOERR_DATA && some == FrameBytes) {
            // Whole frames are read where the log is recovered: zeros have no salt of this log, so it ends here.
            std::memset(to, 0, size_t(some));
        } else if (answer != SQLITE_OK) {
            std::memset(to, 0, size_t(bytes));
            return answer;
        } else {
            std::memcpy(to, m_frame.data() + inside, size_t(some));
        }
        to += some;
        at += some;
        bytes -= some;
    }
    return SQLITE_OK;
}

int LogPart::write(const unsigned char *given, int bytes, qint64 at)
{
    if (at == 0 && bytes == LogHead) {
        const int answer = settle();
        return answer == SQLITE_OK ? writeReal(given, bytes, 0) : answer;
    }
    const qint64 frame = frameOf(at), inside = (at - LogHead) % FrameBytes;
    if (at >= LogHead && inside == 0 && bytes == FrameHead) {
        const int answer = settle();
        std::memcpy(m_head.data(), given, FrameHead);
        m_headOf = frame;
        return answer;
    }
    if (at < LogHead || inside != FrameHead || bytes != FrameBytes - FrameHead)
        return SQLITE_IOERR_WRITE; // in pieces SQLite writes where a disk is said to spoil what lies beside; the system's files are not
    if (m_headOf == frame) {
        std::memcpy(m_frame.data(), m_head.data(), FrameHead);
        m_headOf = -1;
    } else { // the page of a frame of this transaction again: its header stays until SQLite has written that again, too
        int answer = settle();
        if (answer == SQLITE_OK)
            answer = readFrame(frame);
        if (answer != SQLITE_OK)
            return answer;
    }
    std::memcpy(m_frame.data() + FrameHead, given, size_t(bytes));
    return writeFrame(frame);
}

// A header that was followed by no page of its own is one written again: the page is there.
int LogPart::settle()
{
    if (m_headOf < 0)
        return SQLITE_OK;
    const qint64 frame = std::exchange(m_headOf, -1);
    if (const int answer = readFrame(frame); answer != SQLITE_OK)
        return answer == SQLITE_IOERR_SHORT_READ ? SQLITE_IOERR_WRITE : answer;
    std::memcpy(m_frame.data(), m_head.data(), FrameHead);
    return writeFrame(frame);
}

int LogPart::size(qint64 *bytes)
{
    if (const int answer = settle(); answer != SQLITE_OK)
        return answer;
    qint64 there = 0;
    const int answer = sizeReal(&there);
    *bytes = there <= LogHead ? there : LogHead + (there - LogHead) / OnDisk * FrameBytes;
    return answer;
}

int LogPart::truncate(qint64 bytes)
{
    if (const int answer = settle(); answer != SQLITE_OK)
        return answer;
    return truncateReal(bytes <= LogHead ? bytes : beginOf((bytes - LogHead + FrameBytes - 1) / FrameBytes));
}

int JournalPart::write(const unsigned char *given, int bytes, qint64 at)
{
    return bytes < 4096 ? writeReal(given, bytes, at) : SQLITE_IOERR_WRITE;
}

} // namespace beback::sealed_vfs
