#include "core/base/random.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <cstring>

namespace beback {

quint64 Random::below(quint64 bound)
{
    Q_ASSERT(bound > 0);
    const quint64 limit = ~quint64(0) - ~quint64(0) % bound; // drops the few values that would favour small results
    for (;;) {
        const quint64 x = next();
        if (x < limit)
            return x % bound;
    }
}

double Random::unit()
{
    return double(next() >> 11) * 0x1.0p-53;
}

QUuid Random::uuid(Instant now)
{
    const quint64 high = (quint64(now.us / 1000) << 16) | 0x7000u | (next() & 0x0fffu);
    const quint64 low = (next() & 0x3fffffffffffffffULL) | 0x8000000000000000ULL;
    uchar bytes[16];
    qToBigEndian(high, bytes);
    qToBigEndian(low, bytes + 8);
    return QUuid::fromRfc4122(QByteArrayView(bytes, 16));
}

quint64 SystemRandom::next()
{
    return QRandomGenerator::system()->generate64();
}

quint64 SeededRandom::next()
{
    m_state += 0x9e3779b97f4a7c15ULL;
    quint64 z = m_state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

} // namespace beback
