#pragma once

#include "core/store/seal.h"

struct sqlite3_file;
struct sqlite3_vfs;

namespace beback::sealed_vfs {

// Between SQLite and the system's files: what SQLite reads is what it wrote, and what lies on the disk is sealed (sealed_bytes.h), the
// file, and the log beside it (-wal). Encrypting fields would leave the search index, the folded states, the log and the free
// pages readable; here nothing of a page ever leaves the process in the clear:
//
//  * the file: each page of 4096 bytes gives up its last forty, which SQLite leaves alone (the header's "reserved space" at byte 20, see
//    https://www.sqlite.org/fileformat2.html; cksumvfs, https://www.sqlite.org/cksumvfs.html, keeps its checksums there). Of the first
//    page the magic and the name of the key stay readable, in place of "SQLite format 3"; its header is sealed like everything else.
//  * the log: each frame, header and page, is one sealed piece of 4160 bytes; the log's own header of 32 bytes (salts, page size) stays
//    readable. SQLite's checksum of a frame goes over the page before it is sealed, and would tell of it, so it is sealed with it.
//    A frame that does not open is the log's end when the log is recovered, as one with a wrong checksum is: a power cut leaves such; when a
//    page is read from it, it is an error.
//  * the index of the log (-shm) is SQLite's: numbers of pages and frames, and one checksum over everything in the log.
//  * everything else is refused: temporary files (the store keeps temp_store=MEMORY), a page in a rollback journal (the file is always in
//    WAL mode), memory mapping. So a setting that is forgotten costs an error, never a page in the clear.
//
// A page that does not open is SQLITE_IOERR_DATA (the first: SQLITE_NOTADB), which errorFromCode() has a sentence for. Locks are the system's, unchanged.
constexpr int PageBytes = 4096;

// The file's address for SQLite, to be opened with SQLITE_OPEN_URI; its key has to be on the ring. Registers what it takes, once.
QString uriOf(const QString &path, const SealName &name);

} // namespace beback::sealed_vfs
