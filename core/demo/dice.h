#pragma once

#include "core/base/random.h"

#include <QVector>

namespace beback::demo {

// Chance in the shapes a story needs, all drawn from one Random so that the same seed tells the same story.
class Dice
{
public:
    explicit Dice(Random &random) : m_random(random) {}

    bool chance(double probability) { return m_random.unit() < probability; }
    int between(int low, int high) { return low + int(m_random.below(quint64(high - low + 1))); } // both included
    double real(double low, double high) { return low + (high - low) * m_random.unit(); }
    // A waiting time with this mean (exponential), whole seconds, at most eight means.
    Duration wait(Duration mean);
    template <class T> const T &pick(const QVector<T> &list) { return list.at(qsizetype(m_random.below(quint64(list.size())))); }
    // An index, by weight. The sum must be above zero.
    qsizetype weighted(const QVector<double> &weights);

private:
    Random &m_random;
};

} // namespace beback::demo
