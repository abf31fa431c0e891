#include "core/base/word_table.h"

#include <QFile>

namespace beback {

QHash<QString, QStringList> readWordTable(const QString &path)
{
    QHash<QString, QStringList> table;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("Beback was built without %s", qPrintable(path));
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        const qsizetype tab = line.indexOf(QLatin1Char('\t'));
        if (!line.startsWith(QLatin1Char('#')) && tab > 0)
            table.insert(line.left(tab).trimmed(), line.mid(tab + 1).split(QLatin1Char(' '), Qt::SkipEmptyParts));
    }
    return table;
}

} // namespace beback
