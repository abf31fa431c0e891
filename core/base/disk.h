#pragma once

#include <QString>

#include <optional>

namespace beback {

// Is what lies at `path` (a file or folder that exists) on a disk that the system encrypts: dm-crypt (LUKS) under it, directly or below
// volumes. None: not known, as with a file system that is on no disk of this computer, or on another system than Linux; then nothing
// is to be said of it. What a drive or a file system encrypts by itself is not seen: the answer is false then. Thread: any.
std::optional<bool> isDiskEncrypted(const QString &path);

// The same of a block device, "8:1". `blocks`: where the system tells of them, /sys/dev/block.
std::optional<bool> isDeviceEncrypted(const QString &device, const QString &blocks);

} // namespace beback
