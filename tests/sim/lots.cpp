#include "lots.h"

#include <cmath>
#include <numbers>

namespace beback::sim {

namespace {

constexpr double MostMeans = 8; // an exponential wait is cut there

// splitmix64's mixing (Steele et al. 2014).
quint64 mixed(quint64 bits)
{
    bits = (bits ^ (bits >> 30)) * Q_UINT64_C(0xbf58476d1ce4e5b9);
    bits = (bits ^ (bits >> 27)) * Q_UINT64_C(0x94d049bb133111eb);
    return bits ^ (bits >> 31);
}

quint64 mixed(quint64 bits, quint64 more)
{
    return mixed(bits * Q_UINT64_C(0x9e3779b97f4a7c15) + more + 1);
}

} // namespace

double Lots::unit(int person, About about, qint64 n) const
{
    const quint64 bits = mixed(mixed(mixed(mixed(m_seed, quint64(person) + 1), quint64(about) + 100), quint64(n)), 7);
    return SeededRandom(bits).unit();
}

SeededRandom Lots::born(int person) const
{
    return SeededRandom(mixed(mixed(m_seed, 0x62726f6e), quint64(person)));
}

double normal(Random &random)
{
    const double radius = std::sqrt(-2.0 * std::log(1.0 - random.unit())); // Box and Muller, 1958
    return radius * std::cos(2.0 * std::numbers::pi * random.unit());
}

double aroundMedian(Random &random, double median, double logits)
{
    const double z = normal(random);
    if (median <= 0 || median >= 1)
        return median;
    return 1.0 / (1.0 + std::exp(-(std::log(median / (1.0 - median)) + logits * z)));
}

double logNormal(Random &random, double median, double sigma)
{
    return median * std::exp(sigma * normal(random));
}

double exponential(double unit, double mean)
{
    return std::min(-std::log(1.0 - unit), MostMeans) * mean;
}

qsizetype weighted(double unit, const QVector<double> &weights)
{
    double sum = 0;
    for (const double weight : weights)
        sum += weight;
    double at = unit * sum;
    for (qsizetype i = 0; i < weights.size(); ++i) {
        at -= weights.at(i);
        if (at < 0)
            return i;
    }
    return weights.size() - 1;
}

} // namespace beback::sim
