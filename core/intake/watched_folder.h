#pragma once

#include "core/base/result.h"
#include "core/desk/desk_types.h"

#include <QDateTime>
#include <QHash>

#include <functional>

namespace beback {

// A folder other programs put leads into. Knows which files have stopped growing and where each goes once it was read.
// Files that are hidden, links, or named as unfinished (.part .tmp .crdownload .filepart) are left alone.
// Thread: one at a time.
class WatchedFolder
{
public:
    // Imports one file into the report; false: not to its end, so it stays. Errors: as Intake::importFile.
    using Take = std::function<Result<bool>(const QString &path, IntakeReport &report)>;

    // One look at the folder. See Intake::sweepFolder. `dryRun`: nothing is moved.
    Result<IntakeReport> sweep(const QString &folder, bool dryRun, const Take &take);

private:
    struct Seen {
        qint64 size = -1;
        QDateTime modified;
        bool taken = false; // read, but could not be moved: not read again until it changes
        bool is(const Seen &other) const { return size == other.size && modified == other.modified; }
    };
    QHash<QString, Seen> m_seen; // by path
};

} // namespace beback
