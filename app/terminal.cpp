#include "app/terminal.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace beback::app {

namespace {

void write(FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
}

QString oneLine(const QString &text)
{
    return text.simplified();
}

} // namespace

QString counted(qint64 count, const QString &one, const QString &several)
{
    return count == 1 ? one : several.arg(count);
}

QString wrapped(const QString &text, qsizetype indent, int width)
{
    if (width <= 0)
        return text;
    QString result;
    qsizetype column = indent;
    for (const QString &word : text.split(QLatin1Char(' '))) {
        if (column > indent && column + 1 + word.size() > width) {
            result += QLatin1Char('\n') + QString(indent, QLatin1Char(' '));
            column = indent;
        } else if (column > indent) {
            result += QLatin1Char(' ');
            ++column;
        }
        result += word;
        column += word.size();
    }
    return result;
}

QString aligned(const QVector<QStringList> &rows, int width)
{
    QVector<qsizetype> widths;
    for (const QStringList &row : rows)
        for (qsizetype i = 0; i + 1 < row.size(); ++i) {
            if (widths.size() <= i)
                widths.append(0);
            widths[i] = std::max(widths[i], row[i].size());
        }
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i + 1 < row.size(); ++i)
            line += row[i].leftJustified(widths[i] + 2);
        line += wrapped(row.value(row.size() - 1), line.size(), width);
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        text += line + QLatin1Char('\n');
    }
    return text;
}

void Terminal::print(const QString &text)
{
    write(stdout, text);
}

void Terminal::print(const QJsonObject &document)
{
    write(stdout, QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Compact)) + QLatin1Char('\n'));
}

void Terminal::printRaw(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
}

bool Terminal::isLookedAt()
{
    return isatty(fileno(stdout));
}

void Terminal::progress(const QString &line)
{
    if (!isatty(fileno(stderr)))
        return;
    write(stderr, QStringLiteral("\r\033[K") + oneLine(line));
    m_progressShown = true;
}

void Terminal::say(const QString &line)
{
    if (m_progressShown)
        write(stderr, QStringLiteral("\r\033[K"));
    m_progressShown = false;
    write(stderr, QStringLiteral("beback: ") + oneLine(line) + QLatin1Char('\n'));
}

Exit Terminal::refuse(const QString &sentence, Exit how)
{
    say(sentence);
    return how;
}

Exit Terminal::refuse(const Error &error)
{
    return refuse(error.message, error.code == Code::Unavailable ? Exit::NoStore : Exit::Refused);
}

bool Terminal::flush()
{
    if (m_progressShown)
        write(stderr, QStringLiteral("\r\033[K"));
    m_progressShown = false;
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

} // namespace beback::app
