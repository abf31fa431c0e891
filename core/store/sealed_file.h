#pragma once

#include "core/base/result.h"
#include "core/store/seal.h"

#include <functional>

namespace beback {

// The steps of sealFile(), for who wants to break it off at one.
enum class SealStep { Begun, Copied, Read, Renamed, Wiped };

// Writes the file at `path` anew, sealed under this name, and puts the new one in its place at once: a computer that dies meanwhile
// has the one or the other, whole. The file may be plain, or sealed under another name whose key is on the ring; so has this one's to be.
// What a plain file had is overwritten afterwards, as far as the disk does what it is told; copies it made before are beyond any program.
// Takes as long as writing the file and reading it once (`check` in between: every page of the copy opens, and SQLite finds it whole).
// False: another connection has it open, here or in another program; nothing was changed.
// Errors: those of the file, Full. What was there stands.
Result<bool> sealFile(const QString &path, const SealName &name, const std::function<void(SealStep)> &at = {});

// Puts a sealed file that nobody can open any more out of the way, as PATH.unreadable, its log with it. False as above.
Result<bool> setAside(const QString &path);

} // namespace beback
