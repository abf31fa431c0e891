#pragma once

#include "core/store/seal.h"

namespace beback::sealed_bytes {

// How a piece of a sealed file lies on the disk: the content, encrypted, and behind it what it takes to open it again:
//
//     content  |  tag (16)  |  nonce (24)
//
// XChaCha20-Poly1305 (RFC 8439 with the 192-bit nonce of draft-irtf-cfrg-xchacha; libsodium's crypto_aead_xchacha20poly1305_ietf).
// The nonce is drawn anew for every write: 192 random bits do not meet, and a counter could not be kept by two programs on one file. Which
// file it belongs to, which part of it and where in it goes in as associated data: what was changed, or moved to another place or file,
// does not open. An older state of the same piece at the same place does: nothing here tells new from old.
constexpr int Behind = 40;

enum class Part : unsigned char { File = 'f', Log = 'l' };

struct Place {
    SealName file;
    Part part = Part::File;
    quint64 at = 0; // where it begins in this part
};

// Seals what lies at `content`, in place, and writes Behind bytes after it.
void seal(unsigned char *content, int bytes, const SealKey &key, const Place &place);
// The other way, in place. False: it was not written there with this key; what lies at `content` is no use any more.
[[nodiscard]] bool open(unsigned char *content, int bytes, const SealKey &key, const Place &place);

} // namespace beback::sealed_bytes
