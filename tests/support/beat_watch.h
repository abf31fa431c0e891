#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

namespace beback::test {

// How long the event loop of this thread stood still at worst, without the time in which other programs had the processors.
class BeatWatch
{
public:
    BeatWatch()
    {
        m_beat.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_beat, &QTimer::timeout, &m_beat, [this] { beat(); });
    }
    void start()
    {
        m_worst = 0;
        m_beats = 0;
        m_waited = waitedForProcessor();
        m_since.start();
        m_beat.start(2);
    }
    qint64 worstMs() const { return m_worst; }
    int beats() const { return m_beats; }

private:
    // The second figure of the kernel's schedstat, in nanoseconds; 0 where the kernel does not count it. Other programs make
    // it grow, a lock or a long slot does not.
    static qint64 waitedForProcessor()
    {
        QFile file(QStringLiteral("/proc/thread-self/schedstat"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() : 0;
    }
    void beat()
    {
        const qint64 gap = m_since.restart(), now = waitedForProcessor();
        m_worst = std::max(m_worst, gap - (now - m_waited) / 1'000'000);
        m_waited = now;
        ++m_beats;
    }

    QTimer m_beat;
    QElapsedTimer m_since;
    qint64 m_worst = 0, m_waited = 0;
    int m_beats = 0;
};

} // namespace beback::test
