#pragma once

#include "core/desk/key_shelf.h"
#include "core/desk/workplace.h"
#include "core/exchange/shared_store.h"
#include "core/exchange/taken_out.h"

#include <QLockFile>

namespace beback::own_seal {

// The file a desk of a shared database keeps on its computer is sealed (core/store/seal.h) where the computer has a keyring. Its key
// lies in two places: in the person's keyring, which opens it without the network; and in the shared database, in a row that login alone
// reads (migration 0083), so that a lost keyring loses nothing. Both have it before anything is sealed with it. Who takes the desk
// out destroys the row, and the computer that is told so drops its key: what is on its disk is read by nobody from then on.
// In this order: open() the file; once connected prepare(); seal() when nobody has it open, at the latest with the next start.

// One program at a time looks, decides and opens; held until the file is open. Errors: Busy.
Result<std::unique_ptr<QLockFile>> turn(const QString &path);

// Puts the file's key on the ring: from there, else from the keyring, else from the shared database, which gives it back to the keyring. A
// plain file needs none. What comes back: the key was destroyed with the desk's taking out; the unreadable file is put aside, a new one may
// begin. Errors: Unavailable, with what to do; Busy. The file is as it was then.
Result<std::optional<DeskTakenOut>> open(const StoreUrl &shared, const QString &path);
// The same of a file somebody names: of the keyring alone. A plain file, and one without a key there, is left to who opens it.
void openFromKeyring(const QString &path);

// While connected: keeps the file's key there, and for a file that has none (or one that was destroyed with another desk's taking out), and
// a keyring that works, a new one in both places. True: it is to be sealed, see due().
Result<bool> prepare(Workplace &own, SharedStore &shared);
// Under which name the file is to be sealed, where that is prepared and its key at hand.
Result<std::optional<SealName>> due(Workplace &own);

// The desk was taken out: its key leaves this computer. While the process lives, it can still tell so.
void drop(const QString &path);

} // namespace beback::own_seal
