#include "app/password.h"

#include "app/command.h"

#include <QFile>
#include <QRandomGenerator>

namespace beback::app {

QString madeUpPassword()
{
    static const QString Letters = QStringLiteral("abcdefghjkmnpqrstuvwxyz23456789");
    QString password;
    for (int i = 0; i < 16; ++i)
        password += Letters.at(qsizetype(QRandomGenerator::system()->bounded(quint32(Letters.size()))));
    return password;
}

Result<QString> passwordFrom(const QString &file)
{
    QFile source(file);
    const bool opened = file == QLatin1String("-") ? source.open(stdin, QIODevice::ReadOnly) : source.open(QIODevice::ReadOnly);
    if (!opened)
        return Error{Code::NotFound, Cli::tr("The password file %1 cannot be read.").arg(file), {}};
    QString line = QString::fromUtf8(source.readLine(1024));
    while (line.endsWith(QLatin1Char('\n')) || line.endsWith(QLatin1Char('\r')))
        line.chop(1);
    if (line.isEmpty())
        return Error{Code::Invalid, Cli::tr("There is no password in the first line of %1.").arg(file), {}};
    return line;
}

} // namespace beback::app
