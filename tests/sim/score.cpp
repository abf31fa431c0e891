#include "score.h"

#include <numeric>

namespace beback::sim {

namespace {

double share(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

struct Column {
    const char *title;
    QString (*cell)(const Score &);
};

const std::array Columns = {
    Column{"policy", [](const Score &s) { return s.name; }},
    Column{"appts/100h", [](const Score &s) { return QString::number(s.appointmentsPer100h(), 'f', 2); }},
    Column{"appts", [](const Score &s) { return QString::number(s.appointments); }},
    Column{"shown", [](const Score &s) { return QString::number(s.shown); }},
    Column{"reached", [](const Score &s) { return QString::number(100 * s.reachedShare(), 'f', 1) + QLatin1Char('%'); }},
    Column{"optouts/1000", [](const Score &s) { return QString::number(s.optoutsPer1000(), 'f', 1); }},
    Column{"violations", [](const Score &s) { return QString::number(s.violations()); }},
    Column{"no step", [](const Score &s) { return QString::number(s.withoutNextStep); }},
    Column{"given up", [](const Score &s) { return QString::number(s.givenUp); }},
    Column{"calls", [](const Score &s) { return QString::number(s.touches[0]); }},
    Column{"texts", [](const Score &s) { return QString::number(s.touches[1]); }},
    Column{"e-mails", [](const Score &s) { return QString::number(s.touches[2]); }},
    Column{"notes", [](const Score &s) { return QString::number(s.touches[3]); }},
    Column{"talks", [](const Score &s) { return QString::number(s.talks); }},
    Column{"replies", [](const Score &s) { return QString::number(s.replies); }},
    Column{"idle", [](const Score &s) { return QString::number(100 * share(s.idleHours(), s.paidHours), 'f', 0) + QLatin1Char('%'); }},
};

} // namespace

double Score::appointmentsPer100h() const
{
    return share(100.0 * appointments, paidHours);
}

double Score::reachedShare() const
{
    return share(reached, leads);
}

double Score::optoutsPer1000() const
{
    return share(1000.0 * stopped, leads);
}

// The last talk of a shift may go on after it.
double Score::idleHours() const
{
    return std::max(0.0, paidHours - busyHours);
}

int Score::violations() const
{
    return std::accumulate(faults.begin(), faults.end(), 0);
}

int Score::allTouches() const
{
    return std::accumulate(touches.begin(), touches.end(), 0);
}

QJsonObject toJson(const Score &score)
{
    const auto key = [](const char *name) { return QLatin1String(name); };
    QJsonObject faults;
    for (size_t i = 0; i < score.faults.size(); ++i)
        faults.insert(Judge::nameOf(Judge::Fault(i)), score.faults[i]);
    QJsonObject touches;
    for (size_t i = 0; i < score.touches.size(); ++i)
        touches.insert(toText(Medium(i)), score.touches[i]);
    QJsonObject json{{key("name"), score.name},
                     {key("appointments_per_100h"), score.appointmentsPer100h()},
                     {key("reached_share"), score.reachedShare()},
                     {key("optouts_per_1000"), score.optoutsPer1000()},
                     {key("violations"), score.violations()},
                     {key("without_next_step"), score.withoutNextStep},
                     {key("leads"), score.leads},
                     {key("paid_hours"), score.paidHours},
                     {key("idle_hours"), score.idleHours()},
                     {key("appointments"), score.appointments},
                     {key("shown"), score.shown},
                     {key("sold"), score.sold},
                     {key("given_up"), score.givenUp},
                     {key("talks"), score.talks},
                     {key("replies"), score.replies},
                     {key("touches"), touches},
                     {key("violations_by"), faults}};
    if (score.differences >= 0)
        json.insert(key("differences"), score.differences);
    return json;
}

QString toTable(const QVector<Score> &scores)
{
    QVector<QStringList> rows(scores.size() + 1);
    QString table;
    for (const Column &column : Columns) {
        rows[0] << QLatin1String(column.title);
        for (qsizetype i = 0; i < scores.size(); ++i)
            rows[i + 1] << column.cell(scores.at(i));
    }
    for (const QStringList &row : std::as_const(rows)) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            qsizetype width = 0;
            for (const QStringList &other : std::as_const(rows))
                width = std::max(width, other.at(i).size());
            line += i == 0 ? row.at(i).leftJustified(width) : QStringLiteral("  ") + row.at(i).rightJustified(width);
        }
        table += line + QLatin1Char('\n');
    }
    return table;
}

} // namespace beback::sim
