#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

// The program as a person at a terminal has it: started with arguments, answering with text and an exit status.
struct Answer {
    int status = -1; // -1: it crashed or never started
    QString out, err;

    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
    // One line on stderr, nothing on stdout: how the program refuses.
    bool isOneLineRefusal() const { return out.isEmpty() && err.endsWith(QLatin1Char('\n')) && err.count(QLatin1Char('\n')) == 1; }
};

class Program
{
public:
    // A store of its own in a folder that goes when the test ends.
    Program() : m_db(QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("beback.db"))) {}

    QString folder() const { return m_folder.path(); }
    QString file() const { return m_folder.filePath(QStringLiteral("beback.db")); }
    // Every later command acts at this moment (training databases only).
    void at(const QString &instant) { m_at = instant; }

    QStringList complete(QStringList words) const
    {
        words << QStringLiteral("--db") << m_db;
        if (!m_at.isEmpty())
            words << QStringLiteral("--at") << m_at;
        return words;
    }
    Answer run(const QStringList &words) const { return runBare(complete(words)); }
    QJsonObject json(QStringList words, int status = 0) const
    {
        const Answer answer = run(words << QStringLiteral("--json"));
        if (answer.status != status)
            qWarning("beback %s: status %d, %s", qUtf8Printable(words.join(QLatin1Char(' '))), answer.status, qUtf8Printable(answer.err));
        return answer.status == status ? answer.json() : QJsonObject();
    }

    static QString executable() { return qEnvironmentVariable("BEBACK_EXECUTABLE"); }
    static void prepare(QProcess &process, const QStringList &words)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("BEBACK_DB"));
        environment.remove(QStringLiteral("DISPLAY"));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C")); // as a bare machine or cron has it
        environment.remove(QStringLiteral("QT_QPA_PLATFORM")); // a command that asks for a display fails here
        process.setProcessEnvironment(environment);
        process.setProgram(executable());
        process.setArguments(words);
        process.setStandardInputFile(QProcess::nullDevice());
    }
    static Answer runBare(const QStringList &words)
    {
        QProcess process;
        prepare(process, words);
        process.start();
        Answer answer;
        if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
            return answer;
        answer.status = process.exitCode();
        answer.out = QString::fromUtf8(process.readAllStandardOutput());
        answer.err = QString::fromUtf8(process.readAllStandardError());
        return answer;
    }

private:
    QTemporaryDir m_folder;
    QString m_db;
    QString m_at;
};

// "next --as x" as a list.
inline QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

inline bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

// One lead, as a website sends it.
inline const char Adf[] = R"(<?xml version="1.0"?><?adf version="1.0"?>
<adf><prospect><id sequence="1" source="Example Motors">4711</id><requestdate>2026-03-10T09:15:00-05:00</requestdate>
<vehicle interest="buy" status="new"><year>2026</year><make>Honda</make><model>CR-V</model></vehicle>
<customer><contact><name part="first">Robin</name><name part="last">Testerly</name>
<email>robin.testerly@example.com</email><phone type="cellphone">312-555-0147</phone>
<address><city>Chicago</city><regioncode>IL</regioncode><postalcode>60601</postalcode></address></contact></customer>
<vendor><vendorname>Example Motors</vendorname></vendor></prospect></adf>)";
