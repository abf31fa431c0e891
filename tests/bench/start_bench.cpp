// From nothing to a window one can work in, on the large store, against an empty QMainWindow. Whole processes,
// offscreen: time includes loading the libraries.

#include "child.h"
#include "store_fixture.h"

#include <QDir>
#include <QFile>

namespace bench {

void startWindow(const Options &options)
{
    const QString store = builtStore(options, options.leads());
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Without one of its own, every child complains.
    const QString runtime = options.dir + QStringLiteral("/runtime");
    QDir().mkpath(runtime);
    QFile::setPermissions(runtime, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime));
    QVector<double> ours, floor, ratio, oursMiB, floorMiB;
    for (int round = 0; round < 12; ++round) {
        const ChildRun empty = runChild(QStringLiteral(BEBACK_EMPTY_WINDOW), {});
        const ChildRun full = runChild(QStringLiteral(BEBACK_WORK_WINDOW), {store});
        if (round == 0)
            continue;
        ours << full.seconds;
        floor << empty.seconds;
        ratio << full.seconds / empty.seconds;
        oursMiB << full.peakMiB;
        floorMiB << empty.peakMiB;
    }
    const double middle = median(ratio);
    const QString name = QStringLiteral("start, %1 leads").arg(options.leads());
    print({name, duration(median(ours)), duration(median(floor)), middle, QStringLiteral("<= 4 x floor"), middle <= 4});
    const double more = median(oursMiB) - median(floorMiB);
    print({name + QStringLiteral(", memory more"), QStringLiteral("%1 MiB").arg(median(oursMiB), 0, 'f', 1),
           QStringLiteral("%1 MiB").arg(median(floorMiB), 0, 'f', 1), more / 64, QStringLiteral("<= 1 x 64 MiB"), more <= 64});
}

} // namespace bench
