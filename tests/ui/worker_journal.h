#pragma once

#include <QFile>

#include <cstdio>
#include <unistd.h>

namespace beback::test {

// To whoever started this process, and may kill it.
inline void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

// What was promised outlives this process, and the computer.
class Journal
{
public:
    explicit Journal(const QString &path) : m_file(path)
    {
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
            qFatal("the journal cannot be written");
    }
    void write(const QString &line)
    {
        const QByteArray text = line.toLatin1() + '\n';
        if (m_file.write(text) != text.size() || ::fsync(m_file.handle()) != 0)
            qFatal("the journal cannot be written");
        say(line);
    }

private:
    QFile m_file;
};

} // namespace beback::test
