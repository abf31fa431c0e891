#include "core/store/sealed_bytes.h"

#include <algorithm>
#include <sodium.h>

namespace beback::sealed_bytes {

namespace {

constexpr int TagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr int NonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
static_assert(TagBytes + NonceBytes == Behind);
static_assert(SealKey::Bytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

// Every field has its own length, so that no two places read alike.
using Bound = std::array<unsigned char, 5 + SealName::Bytes + 8>;

Bound boundTo(const Place &place)
{
    Bound bound{'b', 'b', 'k', '1', static_cast<unsigned char>(place.part)};
    unsigned char *to = std::copy(place.file.bytes.begin(), place.file.bytes.end(), bound.data() + 5);
    for (int shift = 56; shift >= 0; shift -= 8)
        *to++ = static_cast<unsigned char>(place.at >> shift);
    return bound;
}

} // namespace

void seal(unsigned char *content, int bytes, const SealKey &key, const Place &place)
{
    const Bound bound = boundTo(place);
    unsigned char *tag = content + bytes, *nonce = tag + TagBytes;
    randombytes_buf(nonce, NonceBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt_detached(content, tag, nullptr, content, static_cast<unsigned long long>(bytes), bound.data(),
                                                        bound.size(), nullptr, nonce, key.bytes());
}

bool open(unsigned char *content, int bytes, const SealKey &key, const Place &place)
{
    const Bound bound = boundTo(place);
    const unsigned char *tag = content + bytes, *nonce = tag + TagBytes;
    return crypto_aead_xchacha20poly1305_ietf_decrypt_detached(content, nullptr, content, static_cast<unsigned long long>(bytes), tag, bound.data(),
                                                               bound.size(), nonce, key.bytes())
           == 0;
}

} // namespace beback::sealed_bytes
