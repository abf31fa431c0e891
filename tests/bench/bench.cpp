#include "bench.h"

#include <algorithm>
#include <cstdio>

namespace bench {

void print(const Goal &goal)
{
    std::printf("%-44s ours %-14s floor %-14s ratio %8.2f   goal %-18s %s\n", qUtf8Printable(goal.name),
                qUtf8Printable(goal.ours), qUtf8Printable(goal.floor), goal.ratio, qUtf8Printable(goal.wanted),
                goal.reached ? "ok" : "NOT REACHED");
    std::fflush(stdout);
}

Seconds timeOf(const std::function<void()> &work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double percentile(QVector<double> values, double share)
{
    Q_ASSERT(!values.isEmpty());
    std::sort(values.begin(), values.end());
    return values.at(std::min(values.size() - 1, qsizetype(double(values.size()) * share)));
}

double median(QVector<double> values)
{
    return percentile(std::move(values), 0.5);
}

QString perSecond(double rate)
{
    return QStringLiteral("%1 /s").arg(rate, 0, 'f', rate < 100 ? 1 : 0);
}

QString duration(Seconds seconds)
{
    if (seconds < 1e-3)
        return QStringLiteral("%1 us").arg(seconds * 1e6, 0, 'f', 1);
    if (seconds < 1)
        return QStringLiteral("%1 ms").arg(seconds * 1e3, 0, 'f', 2);
    return QStringLiteral("%1 s").arg(seconds, 0, 'f', 2);
}

} // namespace bench
