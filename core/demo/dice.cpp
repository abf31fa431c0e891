#include "core/demo/dice.h"

#include <algorithm>
#include <cmath>

namespace beback::demo {

Duration Dice::wait(Duration mean)
{
    const double seconds = double(mean.count()) / 1e6;
    const double drawn = std::min(-std::log(1.0 - m_random.unit()), 8.0) * seconds;
    return std::chrono::seconds(qint64(drawn));
}

qsizetype Dice::weighted(const QVector<double> &weights)
{
    double sum = 0;
    for (const double weight : weights)
        sum += weight;
    Q_ASSERT(sum > 0);
    double at = m_random.unit() * sum;
    for (qsizetype i = 0; i < weights.size(); ++i) {
        at -= weights.at(i);
        if (at < 0)
            return i;
    }
    return weights.size() - 1;
}

} // namespace beback::demo
