#pragma once

#include "tests/support/cutting_proxy.h"
#include "tests/support/shared_world.h"

#include <QProcess>

namespace beback::test {

// Of everybody who works in a window of window_worker.cpp.
inline const QString WorkersPassword = QStringLiteral("correct horse");

// What they all said.
struct Told {
    QMap<QString, int> deaths; // by what the dead said last
    int deathsAway = 0, deathsWaiting = 0, trips = 0;
    QMap<QString, int> givenBack; // unwritten, by why
    QStringList faults;
    QHash<QString, QString> stopped; // people whose touch was not kept, with what was said: they had asked to be left alone
    QHash<QString, QSet<QString>> hands; // person and epoch: who was handed them
};

// One person's computer: the window's process on it, started again whenever it dies, and the line to the server.
class Computer
{
public:
    Computer(const QString &login, const QString &kind, const SharedWorld &world, int serverPort, unsigned seed, Told &told)
        : m_login(login), m_folder(world.folder.filePath(login)), m_told(told), m_line(serverPort)
    {
        QDir().mkpath(m_folder);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder);
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        m_process.setProcessEnvironment(environment);
        m_process.setProgram(QStringLiteral(BEBACK_WINDOW_WORKER));
        const QString url = QStringLiteral("postgresql://%1:correct%20horse@127.0.0.1:%2/%3").arg(login, QString::number(m_line.port()), world.database);
        m_process.setArguments({url, WorkersPassword, journal(), world.folder.filePath(QStringLiteral("stop")), kind, QString::number(seed)});
        m_process.setStandardInputFile(QProcess::nullDevice());
        m_process.setStandardErrorFile(m_folder + QStringLiteral("/said"), QIODevice::Append);
        QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process, [this] { read(); });
        QObject::connect(&m_process, &QProcess::finished, &m_process, [this](int status, QProcess::ExitStatus how) { ended(status, how); });
        m_process.start();
    }
    ~Computer()
    {
        QObject::disconnect(&m_process, nullptr, nullptr, nullptr);
        m_process.kill();
        m_process.waitForFinished(5000);
    }
    Computer(const Computer &) = delete;
    Computer &operator=(const Computer &) = delete;

    const QString &folder() const { return m_folder; }
    QString journal() const { return m_folder + QStringLiteral("/journal"); }
    QString state() const
    {
        QFile said(m_folder + QStringLiteral("/said"));
        const QString last = said.open(QIODevice::ReadOnly) ? QString::fromUtf8(said.readAll().right(2000)) : QString();
        return QStringLiteral("%1: %2, %3. %4").arg(m_login, m_last, m_onLine, last);
    }
    CuttingProxy &line() { return m_line; }
    bool isDown() const { return m_down; }
    bool hasCome() const { return m_everReady; }
    bool isAtWork() const { return m_last == QLatin1String("got") || m_last == QLatin1String("meant") || m_last == QLatin1String("saved"); }
    bool isEmpty() const { return m_isEmpty; }
    bool isDone() const { return m_done; }
    void kill()
    {
        m_dying = true;
        m_process.kill(); // SIGKILL: no chance to tidy up
    }
    bool canDie() const { return !m_dying && !m_done && m_process.state() == QProcess::Running; }

private:
    void read()
    {
        while (m_process.canReadLine()) {
            const QString line = QString::fromUtf8(m_process.readLine().trimmed());
            const QStringList words = line.split(QLatin1Char(' '));
            const QString &what = words.first();
            if (what == QLatin1String("leave") || what == QLatin1String("home")) {
                m_down = what == QLatin1String("leave");
                m_line.setDown(m_down);
            } else if (what == QLatin1String("line")) {
                m_onLine = line;
            } else {
                took(what, words, line);
            }
        }
    }
    void took(const QString &what, const QStringList &words, const QString &line)
    {
        m_last = what;
        m_everReady = true;
        m_isEmpty = what == QLatin1String("empty");
        m_told.trips += what == QLatin1String("back");
        if (what == QLatin1String("got"))
            m_told.hands[words.value(1) + words.value(2)].insert(m_login);
        else if (what == QLatin1String("fault"))
            m_told.faults << m_login + QLatin1Char(' ') + line;
        else if (what == QLatin1String("stopped"))
            m_told.stopped.insert(words.value(1), words.mid(3).join(QLatin1Char(' ')));
        else if (what == QLatin1String("given-back"))
            ++m_told.givenBack[line.section(QLatin1Char(' '), 1)];
    }
    void ended(int status, QProcess::ExitStatus how)
    {
        read();
        const bool wasKilled = std::exchange(m_dying, false);
        if (how == QProcess::CrashExit && !wasKilled)
            m_told.faults << QStringLiteral("it died by itself, ") + state();
        if (how == QProcess::NormalExit) {
            m_done = true;
            if (status != 0)
                m_told.faults << state();
            return;
        }
        ++m_told.deaths[m_last.isEmpty() ? QStringLiteral("start") : m_last];
        m_told.deathsAway += m_down;
        m_told.deathsWaiting += !m_onLine.endsWith(QLatin1String(" 0"));
        m_process.readAllStandardOutput(); // half a line says nothing
        m_last.clear();
        m_process.start();
    }

    QString m_login, m_folder;
    Told &m_told;
    CuttingProxy m_line;
    QProcess m_process;
    QString m_last, m_onLine; // what it said since it was started; of its line, ever
    bool m_everReady = false, m_isEmpty = false, m_done = false, m_dying = false, m_down = false;
};

} // namespace beback::test
