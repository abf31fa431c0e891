#include "core/desk/own_seal.h"

#include "core/exchange/own_store.h"
#include "core/store/sealed_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace beback::own_seal {

namespace {

constexpr int TurnMs = 60000; // another program may be writing the whole file anew
constexpr int SoonMs = 2000;
const QString NextSetting = QStringLiteral("seal/next");

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

bool keptOnShelf(const SealName &file, const SealKey &key)
{
    const auto shelf = KeyShelf::inUse();
    if (!shelf || shelf->keep(file, key) != KeyShelf::Answer::Done)
        return false;
    const auto found = shelf->read(file); // a keyring that takes it and gives nothing back is none
    return found.key && *found.key == key;
}

std::optional<SealKey> onShelf(const SealName &file)
{
    const auto shelf = KeyShelf::inUse();
    return shelf ? shelf->read(file).key : std::nullopt;
}

struct InDatabase {
    bool isThere = false; // a row of this file
    std::optional<SealKey> key;
    DeskTakenOut taken; // where the row has no key any more
};

Result<InDatabase> readThere(const StoreUrl &shared, const SealName &file)
{
    BEBACK_TRY(store, SharedStore::connect(shared));
    BEBACK_TRY(ask, store->db().statement("exchange/key_read"));
    BEBACK_CHECK(ask.bind(":file", file.text()).exec());
    InDatabase found;
    if (ask.next()) {
        Columns c = ask.columns();
        found.isThere = true;
        found.key = SealKey::fromText(c.text());
        found.taken.by = c.text();
        found.taken.at = c.instant();
        found.taken.why = c.text();
        found.taken.site = c.text();
        found.taken.sent = DeskTakenOut::NotKnown;
    }
    BEBACK_CHECK(ask.finished());
    return found;
}

Result<bool> keepThere(SharedStore &shared, const SealName &file, const SealKey &key, OriginId origin)
{
    BEBACK_TRY(put, shared.db().statement("exchange/key_keep"));
    BEBACK_CHECK(put.bind(":file", file.text()).bind(":key", key.text()).bind(":origin", origin).exec());
    const bool kept = put.next() && put.columns().boolean();
    BEBACK_CHECK(put.finished());
    return kept;
}

} // namespace

Result<std::unique_ptr<QLockFile>> turn(const QString &path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // as long as the other program lives
    // Whoever died between making the lock and writing their number into it left one that nobody can call stale: it is empty, and stays so.
    // A living owner has it locked in the kernel besides, and then it is not removed.
    const auto isEmpty = [&path] {
        const QFileInfo made(path + QStringLiteral(".lock"));
        return made.exists() && made.size() == 0;
    };
    const bool wasEmpty = isEmpty();
    if (lock->tryLock(SoonMs))
        return lock;
    if (wasEmpty && isEmpty())
        lock->removeStaleLockFile();
    if (!lock->tryLock(TurnMs) && lock->error() == QLockFile::LockFailedError) // a folder that may not be written is told of by who opens
        return Error{Code::Busy, tr("Another Beback on this computer is busy with this desk's file. Try again in a moment."), path};
    return lock;
}

Result<std::optional<DeskTakenOut>> open(const StoreUrl &shared, const QString &path)
{
    BEBACK_TRY(name, readSeal(path));
    if (!name || seal_ring::find(*name))
        return std::optional<DeskTakenOut>();
    if (const auto key = onShelf(*name)) {
        seal_ring::put(*name, *key);
        return std::optional<DeskTakenOut>();
    }
    const auto there = readThere(shared, *name);
    if (!there)
        return Error{Code::Unavailable,
                     tr("The file of this desk is encrypted, and its key is not in this user's keyring. The shared database has it and does not give it now: "
                        "%1 Nothing was changed; unlock the keyring, or start again once the database answers.")
                         .arg(there.error().message),
                     SealedNoKey};
    if (there->key) {
        seal_ring::put(*name, *there->key);
        (void)keptOnShelf(*name, *there->key); // else it is fetched again the next time
        return std::optional<DeskTakenOut>();
    }
    if (!there->isThere)
        return Error{Code::Unavailable,
                     tr("The file of this desk is encrypted, and its key is neither in this user's keyring nor in %1. Nothing was changed. If the keyring was "
                        "restored or moved, bring it back; else move %2 away and join anew: what was sent is in the shared database.")
                         .arg(shared.display(), path),
                     SealedNoKey};
    BEBACK_TRY(aside, setAside(path));
    if (!aside)
        return Error{Code::Busy, tr("Another Beback on this computer has this desk's file open. Close it and start again."), path};
    return std::optional(there->taken);
}

void openFromKeyring(const QString &path)
{
    const auto name = sealOf(path);
    if (!name || seal_ring::find(*name))
        return;
    if (const auto key = onShelf(*name))
        seal_ring::put(*name, *key);
}

Result<bool> prepare(Workplace &own, SharedStore &shared)
{
    BEBACK_TRY(numbers, own_store::numbers(own.db()));
    BEBACK_TRY(now, readSeal(own.db().url().path));
    const auto key = now ? seal_ring::find(*now) : std::nullopt;
    if (now && key) {
        BEBACK_TRY(kept, keepThere(shared, *now, *key, numbers.origin));
        if (kept)
            return false;
    }
    if (!KeyShelf::inUse())
        return false;
    BEBACK_TRY(next, due(own));
    if (next) {
        BEBACK_TRY(kept, keepThere(shared, *next, *seal_ring::find(*next), numbers.origin));
        if (kept)
            return true;
    }
    const SealName name = SealName::random();
    const SealKey fresh = SealKey::random();
    if (!keptOnShelf(name, fresh))
        return false; // this computer has no keyring that works
    BEBACK_TRY(kept, keepThere(shared, name, fresh, numbers.origin));
    if (!kept)
        return false;
    seal_ring::put(name, fresh);
    BEBACK_CHECK(own.setSetting(NextSetting, name.text()));
    return true;
}

Result<std::optional<SealName>> due(Workplace &own)
{
    BEBACK_TRY(text, own.setting(NextSetting));
    const auto next = SealName::fromText(text);
    BEBACK_TRY(now, readSeal(own.db().url().path));
    if (!next || now == next)
        return std::optional<SealName>();
    if (!seal_ring::find(*next)) {
        const auto key = onShelf(*next);
        if (!key)
            return std::optional<SealName>(); // lost on the way; another is made
        seal_ring::put(*next, *key);
    }
    return next;
}

void drop(const QString &path)
{
    const auto shelf = KeyShelf::inUse();
    const auto name = sealOf(path);
    if (shelf && name && shelf->forget(*name) == KeyShelf::Answer::Unusable)
        qWarning("The keyring does not answer: the key of a desk that was taken out is removed with the next start.");
}

} // namespace beback::own_seal
