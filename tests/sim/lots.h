#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"

#include <QVector>

namespace beback::sim {

// Chance that hangs on what it is about, not on what was drawn before: the same person meets the same luck under every
// policy (common random numbers), so that two policies differ by what they do and not by what they drew.
class Lots
{
public:
    // What a lot decides. Part of the seed: adding one at the end changes no other.
    enum class About : quint64 {
        Answer, Voicemail, ReplyTime, CallsBack, Busy, BackAt, Appointment, VisitAt, SaysNo, GoesOn, Stops, StillThere, Shows, Buys
    };

    explicit Lots(quint64 seed) : m_seed(seed) {}
    // 0 <= x < 1. `n` tells apart lots about the same: which hour, which talk.
    double unit(int person, About about, qint64 n = 0) const;
    bool falls(int person, About about, qint64 n, double chance) const { return unit(person, about, n) < chance; }
    // A generator for all that is drawn about one person (or, below 0, about the world) before anything happens.
    SeededRandom born(int person) const;

private:
    quint64 m_seed;
};

// Shapes.
double normal(Random &random);                                  // mean 0, standard deviation 1
double aroundMedian(Random &random, double median, double logits); // a chance, log-odds normal about the median's
double logNormal(Random &random, double median, double sigma);
double exponential(double unit, double mean);                   // unit: 0 <= x < 1
qsizetype weighted(double unit, const QVector<double> &weights); // an index

} // namespace beback::sim
