#include "sweep.h"

#include "shrink.h"

#include <QElapsedTimer>

#include <algorithm>

namespace beback::exchange_sim {

namespace {

constexpr int OnOneDatabase = 100;
constexpr int ShrinkTries = 80; // each on a database of its own

// Where the database as a whole differs at its end: which of its schedules was the first to leave it so.
Failure firstToFail(quint64 first, quint64 last, QStringList faults)
{
    SimWorld world;
    Tally tally;
    Player player(world, tally);
    for (quint64 seed = first; seed <= last; ++seed) {
        QStringList found = player.play(makeSchedule(seed), seed);
        if (found.isEmpty())
            found = player.lookAtEverything();
        if (!found.isEmpty())
            return {seed, first, true, found, makeSchedule(seed)};
    }
    faults << QStringLiteral("(played again and looked at after every schedule, nothing was found)");
    return {last, first, false, faults, makeSchedule(last)};
}

Failure explained(Failure failure)
{
    const Schedule whole = makeSchedule(failure.seed);
    failure.alone = !playAlone(whole, failure.seed).isEmpty();
    failure.shortest = failure.alone ? shrunk(whole, failure.seed) : whole;
    return failure;
}

std::optional<Failure> playOnOne(quint64 first, quint64 last, Swept &swept)
{
    QStringList faults;
    quint64 seed = first;
    {
        SimWorld world;
        Player player(world, swept.tally);
        for (; seed <= last; ++seed) {
            const Schedule schedule = makeSchedule(seed);
            faults = player.play(schedule, seed);
            ++swept.seeds;
            swept.steps += int(schedule.size());
            if (!faults.isEmpty())
                break;
        }
        if (faults.isEmpty())
            faults = player.lookAtEverything();
    }
    if (faults.isEmpty())
        return std::nullopt;
    return explained(seed <= last ? Failure{seed, first, true, faults, {}} : firstToFail(first, last, faults));
}

} // namespace

QString Failure::inWords() const
{
    QString text = QStringLiteral("Seed %1 fails:\n  %2\n").arg(seed).arg(faults.mid(0, 10).join(QStringLiteral("\n  ")));
    if (!alone)
        text += QStringLiteral("It fails only after the schedules before it: play them with --from %1 --seeds %2.\n").arg(worldFrom).arg(seed - worldFrom + 1);
    return text + QStringLiteral("The shortest schedule that fails:\n%1\nAgain: --from %2 --schedule \"%3\"\n")
                      .arg(exchange_sim::inWords(shortest)).arg(seed).arg(toText(shortest));
}

QString Swept::inWords() const
{
    QStringList counts;
    for (auto it = tally.times.cbegin(); it != tally.times.cend(); ++it)
        counts << QStringLiteral("%1 %2").arg(it.key()).arg(it.value());
    QStringList costs;
    for (auto it = tally.ms.cbegin(); it != tally.ms.cend(); ++it)
        costs << QStringLiteral("%1 %2").arg(it.key()).arg(it.value() / std::max(1, seeds), 0, 'f', 1);
    QString text = QStringLiteral("%1 schedules, %2 steps in %3 s, %4 ms each: %5\n").arg(seeds).arg(steps).arg(seconds, 0, 'f', 1)
                       .arg(seconds * 1000 / std::max(1, seeds), 0, 'f', 1).arg(counts.join(QStringLiteral(", "))) + QStringLiteral("Of that, in ms a schedule: %1\n").arg(costs.join(QStringLiteral(", ")));
    return failure ? text + failure->inWords() : text;
}

QJsonObject Swept::toJson() const
{
    QJsonObject counts;
    for (auto it = tally.times.cbegin(); it != tally.times.cend(); ++it)
        counts.insert(it.key(), it.value());
    QJsonObject json{{QStringLiteral("seeds"), seeds}, {QStringLiteral("steps"), steps}, {QStringLiteral("seconds"), seconds}, {QStringLiteral("times"), counts}};
    if (failure)
        json.insert(QStringLiteral("failure"), QJsonObject{{QStringLiteral("seed"), qint64(failure->seed)}, {QStringLiteral("alone"), failure->alone},
                                                           {QStringLiteral("faults"), QJsonArray::fromStringList(failure->faults)},
                                                           {QStringLiteral("schedule"), toText(failure->shortest)}});
    return json;
}

Swept sweep(quint64 first, int seeds)
{
    Swept swept;
    QElapsedTimer watch;
    watch.start();
    const quint64 end = first + quint64(seeds);
    for (quint64 from = first; from < end && !swept.failure; from += OnOneDatabase)
        swept.failure = playOnOne(from, std::min(from + OnOneDatabase, end) - 1, swept);
    swept.seconds = double(watch.elapsed()) / 1000;
    return swept;
}

QStringList playAlone(const Schedule &schedule, quint64 seed)
{
    SimWorld world;
    Tally tally;
    Player player(world, tally);
    const QStringList faults = player.play(schedule, seed);
    return faults.isEmpty() ? player.lookAtEverything() : faults;
}

Schedule shrunk(const Schedule &failing, quint64 seed)
{
    return shrink(failing, [seed](const Schedule &candidate) { return !playAlone(candidate, seed).isEmpty(); }, ShrinkTries);
}

} // namespace beback::exchange_sim
