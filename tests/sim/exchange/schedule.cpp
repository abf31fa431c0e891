#include "schedule.h"

#include "core/base/random.h"
#include "player.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <iterator>

namespace beback::exchange_sim {

namespace {

constexpr int Steps = 14;
constexpr int Numbers = 1000; // a step's own are below
constexpr int OneInDies = 16;

// Mostly a moment; now and then longer than a lease, than the limit for taking back a slip, than a night.
int waitFrom(Random &chance)
{
    constexpr int Waits[] = {0, 0, 0, 0, 0, 0, 5, 20, 40, 60, 120, 300, 550, 650, 3600, 46800};
    return Waits[chance.below(std::size(Waits))];
}

int actFrom(Random &chance)
{
    const auto &kinds = Player::kinds();
    int all = 0;
    for (const ActKind &kind : kinds)
        all += kind.weight;
    int left = int(chance.below(quint64(all)));
    for (size_t i = 0; i < kinds.size(); ++i)
        if ((left -= kinds[i].weight) < 0)
            return int(i);
    return 0;
}

QString textOf(const Step &step)
{
    QString text = QStringLiteral("%1:%2:%3:%4").arg(deskNames().at(step.desk), QLatin1String(Player::kinds()[size_t(step.act)].name))
                       .arg(step.a).arg(step.b);
    if (step.wait > 0)
        text += QStringLiteral("+%1").arg(step.wait);
    if (step.dies > 0)
        text += QStringLiteral("!%1").arg(step.dies);
    if (step.salt > 0)
        text += QStringLiteral("#%1").arg(step.salt);
    return text;
}

} // namespace

const QStringList &deskNames()
{
    static const QStringList Names{QStringLiteral("tanya"), QStringLiteral("luis"), QStringLiteral("mei"), QStringLiteral("marcus"),
                                   QStringLiteral("twin")};
    return Names;
}

Schedule makeSchedule(quint64 seed)
{
    SeededRandom chance(SeededRandom(seed).next()); // seeds side by side would else draw from one sequence
    Schedule schedule;
    for (int i = 0; i <= Steps; ++i) {
        Step step;
        step.desk = chance.below(12) == 0 ? TwinPlace : int(chance.below(TwinPlace));
        step.act = i == 0 ? Player::actNamed(QStringLiteral("take")) : actFrom(chance);
        step.a = int(chance.below(Numbers));
        step.b = int(chance.below(Numbers));
        step.wait = waitFrom(chance);
        step.dies = i > 0 && chance.below(OneInDies) == 0 ? 1 + int(chance.below(4)) : 0;
        step.salt = i + 1;
        if (i == 0)
            step.desk %= TwinPlace; // there is no twin yet
        schedule << step;
    }
    return schedule;
}

QString toText(const Schedule &schedule)
{
    QStringList steps;
    for (const Step &step : schedule)
        steps << textOf(step);
    return steps.join(QLatin1Char(' '));
}

Result<Schedule> scheduleFrom(const QString &text)
{
    static const QRegularExpression Shape(QStringLiteral("^([a-z]+):([a-z-]+):(\\d{1,3}):(\\d{1,3})(?:\\+(\\d{1,7}))?(?:!(\\d{1,3}))?(?:#(\\d{1,6}))?$"));
    Schedule schedule;
    for (const QString &one : text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const auto match = Shape.match(one);
        Step step;
        step.desk = int(deskNames().indexOf(match.captured(1)));
        step.act = Player::actNamed(match.captured(2));
        if (!match.hasMatch() || step.desk < 0 || step.act < 0)
            return Error{Code::Invalid, QStringLiteral("“%1” is no step. Write them as they are printed: luis:next:3:17+60!2#5.").arg(one), {}};
        step.a = match.captured(3).toInt();
        step.b = match.captured(4).toInt();
        step.wait = match.captured(5).toInt();
        step.dies = match.captured(6).toInt();
        step.salt = match.captured(7).toInt();
        schedule << step;
    }
    return schedule;
}

QString inWords(const Schedule &schedule)
{
    QStringList lines;
    for (const Step &step : schedule) {
        const ActKind &kind = Player::kinds()[size_t(step.act)];
        QString line = QStringLiteral("%1. ").arg(lines.size() + 1);
        if (step.wait > 0)
            line += QStringLiteral("%1 s later ").arg(step.wait);
        line += QString::fromUtf8(kind.words).arg(deskNames().at(step.desk));
        if (step.dies > 0)
            line += QStringLiteral("; killed before commit %1 of its file").arg(step.dies);
        lines << line + QStringLiteral("  [%1]").arg(textOf(step));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace beback::exchange_sim
