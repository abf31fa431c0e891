// Every chart of a store with 4,000 open leads and more (--full: 10,000), drawn by the view of the room of charts in a program of its
// own (drawn_charts.cpp), against a chart of twelve bars drawn by Qt Charts.

#include "store_fixture.h"

#include <QProcess>

#include <algorithm>
#include <stdexcept>

namespace bench {

namespace {

constexpr Seconds Most = 0.100;

struct Drawn {
    QString id;
    Seconds first = 0, again = 0;
};

// The floor is the first of them.
QVector<Drawn> drawnCharts(const QString &store)
{
    QProcess drawer;
    drawer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    drawer.start(QStringLiteral(BEBACK_DRAWN_CHARTS), {store, benchNow().toIso()});
    drawer.waitForFinished(-1);
    if (drawer.exitStatus() != QProcess::NormalExit || drawer.exitCode() != 0)
        throw std::runtime_error("The charts were not drawn.");
    QVector<Drawn> drawn;
    const QList<QByteArray> lines = drawer.readAllStandardOutput().trimmed().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> told = line.split(' ');
        if (told.size() != 3)
            throw std::runtime_error("What was drawn cannot be read: " + line.toStdString());
        drawn << Drawn{QString::fromUtf8(told[0]), told[1].toDouble(), told[2].toDouble()};
    }
    if (drawn.size() < 2 || drawn.first().id != QLatin1String("floor"))
        throw std::runtime_error("No chart was drawn.");
    return drawn;
}

void compare(const QString &name, Seconds ours, Seconds floor)
{
    print({name, duration(ours), duration(floor), ours / floor, QStringLiteral("<= 100 ms"), ours <= Most});
}

} // namespace

void drawOnScreen(const Options &options)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QVector<Drawn> drawn = drawnCharts(agedStore(options, options.leads(), options.full ? 10000 : 4000));
    const Drawn floor = drawn.takeFirst();
    for (const Drawn &one : std::as_const(drawn)) {
        compare(QStringLiteral("draw %1, first").arg(one.id), one.first, floor.first);
        compare(QStringLiteral("draw %1, again").arg(one.id), one.again, floor.again);
    }
    const auto heaviest = [&](Seconds Drawn::*time) {
        return *std::max_element(drawn.cbegin(), drawn.cend(), [time](const Drawn &a, const Drawn &b) { return a.*time < b.*time; });
    };
    const Drawn first = heaviest(&Drawn::first), again = heaviest(&Drawn::again);
    compare(QStringLiteral("heaviest first: %1").arg(first.id), first.first, floor.first);
    compare(QStringLiteral("heaviest again: %1").arg(again.id), again.again, floor.again);
}

} // namespace bench
