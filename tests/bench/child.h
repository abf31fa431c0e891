#pragma once

#include <QString>
#include <QStringList>

namespace bench {

struct ChildRun {
    double seconds = 0;   // from its start to its end
    double peakMiB = 0;   // the most memory it held
};
// Runs a program to its end, its output thrown away, measured by a small starter (child_meter.cpp). Throws std::runtime_error when it cannot be started or fails.
ChildRun runChild(const QString &program, const QStringList &arguments);

} // namespace bench
