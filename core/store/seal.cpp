#include "core/store/seal.h"

#include "core/store/sql_error.h"

#include <QFile>
#include <QHash>
#include <QMutex>

#include <algorithm>
#include <cstring>
#include <new>
#include <sodium.h>
#include <sqlite3.h>
#include <vector>

namespace beback {

namespace {

// Once, before anything of the library; a computer without a source of chance has no business here.
void beginSodium()
{
    if (sodium_init() < 0)
        qFatal("libsodium cannot begin: this system gives no random numbers");
}

QByteArray bytesOf(const QString &hex, int count)
{
    const QByteArray bytes = QByteArray::fromHex(hex.toLatin1());
    return hex.size() == 2 * count && bytes.size() == count ? bytes : QByteArray();
}

struct Ring {
    QMutex mutex;
    QHash<QString, SealKey> keys;
};

Ring &ring()
{
    static Ring all;
    return all;
}

} // namespace

SealName SealName::random()
{
    beginSodium();
    SealName name;
    randombytes_buf(name.bytes.data(), name.bytes.size());
    return name;
}

std::optional<SealName> SealName::fromText(const QString &hex)
{
    const QByteArray bytes = bytesOf(hex, Bytes);
    if (bytes.isEmpty())
        return std::nullopt;
    SealName name;
    std::copy(bytes.cbegin(), bytes.cend(), name.bytes.begin());
    return name;
}

QString SealName::text() const
{
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(bytes.data()), Bytes).toHex());
}

SealKey::SealKey()
{
    beginSodium();
    auto *memory = static_cast<unsigned char *>(sodium_malloc(Bytes));
    if (!memory)
        throw std::bad_alloc();
    m_bytes.reset(memory, sodium_free);
}

SealKey SealKey::random()
{
    SealKey key;
    randombytes_buf(key.m_bytes.get(), Bytes);
    return key;
}

std::optional<SealKey> SealKey::fromText(const QString &text)
{
    QByteArray bytes = bytesOf(text, Bytes);
    if (bytes.isEmpty())
        return std::nullopt;
    SealKey key;
    std::copy(bytes.cbegin(), bytes.cend(), key.m_bytes.get());
    sodium_memzero(bytes.data(), size_t(bytes.size()));
    return key;
}

QString SealKey::text() const
{
    return QString::fromLatin1(QByteArray::fromRawData(reinterpret_cast<const char *>(m_bytes.get()), Bytes).toHex());
}

bool SealKey::operator==(const SealKey &other) const
{
    return sodium_memcmp(m_bytes.get(), other.m_bytes.get(), Bytes) == 0;
}

void seal_ring::put(const SealName &name, const SealKey &key)
{
    const QMutexLocker lock(&ring().mutex);
    ring().keys.insert(name.text(), key);
}

std::optional<SealKey> seal_ring::find(const SealName &name)
{
    const QMutexLocker lock(&ring().mutex);
    const auto found = ring().keys.constFind(name.text());
    return found == ring().keys.constEnd() ? std::nullopt : std::optional(*found);
}

void seal_ring::clear()
{
    const QMutexLocker lock(&ring().mutex);
    ring().keys.clear();
}

Result<std::optional<SealName>> readSeal(const QString &path)
{
    using Found = std::optional<SealName>;
    sqlite3_vfs *system = sqlite3_initialize() == SQLITE_OK ? sqlite3_vfs_find(nullptr) : nullptr;
    if (!system)
        return Found();
    const std::unique_ptr<const char, void (*)(const char *)> name(
        sqlite3_create_filename(QFile::encodeName(path).constData(), "", "", 0, nullptr), [](const char *made) { sqlite3_free_filename(made); });
    std::vector<std::max_align_t> room(size_t(system->szOsFile) / sizeof(std::max_align_t) + 1);
    auto *file = reinterpret_cast<sqlite3_file *>(room.data());
    if (!name || system->xOpen(system, name.get(), file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, nullptr) != SQLITE_OK)
        return Found(); // whoever opens it is told why
    std::array<unsigned char, SealName::Magic.size() + SealName::Bytes> head{};
    const int answer = file->pMethods->xRead(file, head.data(), int(head.size()), 0);
    file->pMethods->xClose(file);
    if (answer != SQLITE_OK && answer != SQLITE_IOERR_SHORT_READ)
        return errorFromCode(Engine::Sqlite, QString::number(answer), QStringLiteral("seal: name"));
    if (answer != SQLITE_OK || !std::equal(SealName::Magic.begin(), SealName::Magic.end(), head.begin()))
        return Found();
    SealName found;
    std::copy(head.begin() + SealName::Magic.size(), head.end(), found.bytes.begin());
    return Found(found);
}

std::optional<SealName> sealOf(const QString &path)
{
    const auto found = readSeal(path);
    return found ? *found : std::nullopt;
}

} // namespace beback
