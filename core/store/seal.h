#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <memory>
#include <optional>

namespace beback {

// A sealed file is a SQLite file of which everything but its name is encrypted (sealed_page.h, sealed_vfs.h). Its name says which key
// opens it, and tells it from any other file: the file's first sixteen bytes are Magic and the name.
struct SealName {
    static constexpr int Bytes = 12;
    static constexpr std::array<unsigned char, 4> Magic = {'B', 'B', 'K', 'S'};

    std::array<unsigned char, Bytes> bytes{};

    static SealName random();
    static std::optional<SealName> fromText(const QString &hex);
    QString text() const; // 24 hexadecimal digits
    bool operator==(const SealName &other) const { return bytes == other.bytes; }
};

// What opens one sealed file: 32 random bytes, in memory that is neither swapped out nor written into a core dump where the system
// allows that (sodium_malloc), and overwritten when the last copy goes.
class SealKey
{
public:
    static constexpr int Bytes = 32;

    static SealKey random();
    static std::optional<SealKey> fromText(const QString &text);
    QString text() const; // 64 hexadecimal digits; for a keyring and for nothing else
    const unsigned char *bytes() const { return m_bytes.get(); }
    bool operator==(const SealKey &other) const;

private:
    SealKey();
    std::shared_ptr<unsigned char> m_bytes;
};

// The keys this process knows, until it ends. A file is opened again and again by many connections; who may open it was decided once
// (core/desk/own_seal.h). Any thread.
namespace seal_ring {

void put(const SealName &name, const SealKey &key);
std::optional<SealKey> find(const SealName &name);
void clear(); // as with another start of the program; for tests

} // namespace seal_ring

// The name of a sealed file; none: it is a plain one, or there is none. Reads it past SQLite and does no harm to its locks (see
// OpenStoreFile). Errors: Unavailable, where the disk does not let it be read. Any thread.
Result<std::optional<SealName>> readSeal(const QString &path);
// The same, where it makes no difference whether it is a plain one or cannot be read now.
std::optional<SealName> sealOf(const QString &path);

} // namespace beback
