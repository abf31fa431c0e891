#include "child.h"

#include <QProcess>

#include <stdexcept>

namespace bench {

ChildRun runChild(const QString &program, const QStringList &arguments)
{
    QProcess meter;
    meter.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    meter.start(QStringLiteral(BEBACK_BENCH_CHILD), QStringList{program} + arguments);
    meter.waitForFinished(-1);
    const QList<QByteArray> told = meter.readAllStandardOutput().simplified().split(' ');
    if (meter.exitStatus() != QProcess::NormalExit || meter.exitCode() != 0 || told.size() != 3)
        throw std::runtime_error("The program " + program.toStdString() + " cannot be started. Build it, or name it with --beback.");
    if (told.at(2) != "0")
        throw std::runtime_error("The program " + program.toStdString() + " did not do its work.");
    return {told.at(0).toDouble(), told.at(1).toDouble() / 1024.0};
}

} // namespace bench
