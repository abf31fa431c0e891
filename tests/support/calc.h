#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>
#include <QVector>

#include <cmath>
#include <optional>

namespace beback::test {

// Tables as another program understands them: LibreOffice opens what Beback wrote and says what stands in each cell.

using Rows = QVector<QStringList>;

// RFC 4180.
inline Rows rowsOfCsv(const QString &text)
{
    Rows rows;
    QStringList row;
    QString field;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c != QLatin1Char('"'))
                field += c;
            else if (i + 1 < text.size() && text[i + 1] == QLatin1Char('"'))
                field += text[++i];
            else
                quoted = false;
        } else if (c == QLatin1Char('"')) {
            quoted = true;
        } else if (c == QLatin1Char(',') || c == QLatin1Char('\n')) {
            row << field;
            field.clear();
            if (c == QLatin1Char('\n')) {
                rows << row;
                row.clear();
            }
        } else if (c != QLatin1Char('\r')) {
            field += c;
        }
    }
    return rows;
}

// What is behind a cell: "12.5%" is 0.125. None: no number.
inline std::optional<double> numberIn(QString cell)
{
    const bool percent = cell.endsWith(QLatin1Char('%'));
    if (percent)
        cell.chop(1);
    bool ok = false;
    const double number = cell.toDouble(&ok);
    return ok ? std::optional(percent ? number / 100 : number) : std::nullopt;
}

// A spreadsheet shows fifteen digits.
inline bool isSame(double a, double b)
{
    return std::abs(a - b) <= 1e-12 * std::max(1.0, std::max(std::abs(a), std::abs(b)));
}

class Calc
{
public:
    // The sheets of these files, all of one kind, by the file's name without its ending and the sheet's: "media/Summary". A file that
    // cannot be opened has none.
    QMap<QString, Rows> open(const QStringList &files) const
    {
        const QTemporaryDir out;
        QStringList words{QStringLiteral("-env:UserInstallation=file://") + m_home.path(), QStringLiteral("--headless"), QStringLiteral("--norestore")};
        if (files.first().endsWith(QLatin1String(".csv"))) // commas, quotes, UTF-8
            words << QStringLiteral("--infilter=CSV:44,34,76,1,,1033,false,false");
        // The numbers themselves, in UTF-8, and every sheet in a file of its own.
        words << QStringLiteral("--convert-to") << QStringLiteral("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1")
              << QStringLiteral("--outdir") << out.path();
        QProcess process;
        process.start(QStringLiteral("soffice"), words + files);
        if (!process.waitForStarted())
            qWarning("soffice is not there: install libreoffice-calc-nogui");
        else if (!process.waitForFinished(240'000) || process.exitCode() != 0)
            qWarning("soffice: %s", process.readAllStandardError().constData());
        QMap<QString, Rows> sheets;
        for (const QString &name : QDir(out.path()).entryList(QDir::Files)) {
            const QString base = baseOf(name, files);
            QFile sheet(out.filePath(name));
            if (sheet.open(QIODevice::ReadOnly))
                sheets.insert(base + QLatin1Char('/') + name.mid(base.size() + 1).chopped(4), rowsOfCsv(QString::fromUtf8(sheet.readAll())));
        }
        return sheets;
    }

private:
    // Of which file "answers-by-hour-Summary.csv" is a sheet: of the one with the longest name that fits.
    static QString baseOf(const QString &name, const QStringList &files)
    {
        QString longest;
        for (const QString &file : files)
            if (const QString base = QFileInfo(file).completeBaseName(); name.startsWith(base + QLatin1Char('-')) && base.size() > longest.size())
                longest = base;
        return longest;
    }

    QTemporaryDir m_home; // its settings
};

} // namespace beback::test
