#pragma once

#include "core/store/sealed_bytes.h"

#include <array>
#include <sqlite3.h>

namespace beback::sealed_vfs {

// One open part of a sealed file, behind the functions SQLite calls. `real`: the system's file. Offsets and sizes are SQLite's; answers are
// its codes. One thread at a time, as SQLite promises for a file it has open.
class Part
{
public:
    Part(sqlite3_file *real, SealName name, SealKey key) : m_real(real), m_name(name), m_key(std::move(key)) {}
    virtual ~Part() = default;
    Part(const Part &) = delete;
    Part &operator=(const Part &) = delete;

    virtual int read(unsigned char *to, int bytes, qint64 at) = 0;
    virtual int write(const unsigned char *from, int bytes, qint64 at) = 0;
    virtual int size(qint64 *bytes) = 0;
    virtual int truncate(qint64 bytes) = 0;
    virtual int settle() { return SQLITE_OK; } // before what was written is waited for, and before the part is closed
    sqlite3_file *real() const { return m_real; }

protected:
    int readReal(void *to, int bytes, qint64 at) { return m_real->pMethods->xRead(m_real, to, bytes, at); }
    int writeReal(const void *from, int bytes, qint64 at) { return m_real->pMethods->xWrite(m_real, from, bytes, at); }
    int sizeReal(qint64 *bytes);
    int truncateReal(qint64 bytes) { return m_real->pMethods->xTruncate(m_real, bytes); }
    sealed_bytes::Place place(sealed_bytes::Part part, qint64 at) const { return {m_name, part, static_cast<quint64>(at)}; }

    sqlite3_file *m_real;
    SealName m_name;
    SealKey m_key;
};

// The file itself. Read by any piece, written by whole pages.
class FilePart final : public Part
{
public:
    using Part::Part;
    int read(unsigned char *to, int bytes, qint64 at) override;
    int write(const unsigned char *from, int bytes, qint64 at) override;
    int size(qint64 *bytes) override { return sizeReal(bytes); }
    int truncate(qint64 bytes) override { return truncateReal(bytes); }

    // Whether it may be opened under this name: it is empty, or begins with it.
    int checkName();

private:
    static constexpr int PageBytes = 4096, HeadBytes = 16;
    int from(qint64 at) const { return at == 0 ? HeadBytes : 0; }

    std::array<unsigned char, PageBytes> m_page{};
};

// The log beside it, https://www.sqlite.org/fileformat2.html#walformat: a header and frames, each a header and a page. SQLite writes the two one
// after the other; here they are sealed together, so the first is kept until the second comes. On the disk a frame is longer by what lies
// behind it, and SQLite does not see that.
class LogPart final : public Part
{
public:
    using Part::Part;
    int read(unsigned char *to, int bytes, qint64 at) override;
    int write(const unsigned char *from, int bytes, qint64 at) override;
    int size(qint64 *bytes) override;
    int truncate(qint64 bytes) override;
    int settle() override;

private:
    static constexpr int LogHead = 32, FrameHead = 24, FrameBytes = FrameHead + 4096, OnDisk = FrameBytes + sealed_bytes::Behind;
    static qint64 frameOf(qint64 at) { return (at - LogHead) / FrameBytes; }
    static qint64 beginOf(qint64 frame) { return LogHead + frame * OnDisk; }
    int readFrame(qint64 frame);
    int writeFrame(qint64 frame);

    std::array<unsigned char, OnDisk> m_frame{};
    std::array<unsigned char, FrameHead> m_head{}; // of a frame whose page did not come yet
    qint64 m_headOf = -1;                          // none
};

// The rollback journal, which SQLite begins where it makes a new file. Its header may be written; a page may not.
class JournalPart final : public Part
{
public:
    using Part::Part;
    int read(unsigned char *to, int bytes, qint64 at) override { return readReal(to, bytes, at); }
    int write(const unsigned char *from, int bytes, qint64 at) override;
    int size(qint64 *bytes) override { return sizeReal(bytes); }
    int truncate(qint64 bytes) override { return truncateReal(bytes); }
};

} // namespace beback::sealed_vfs
