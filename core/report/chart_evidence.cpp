// How many touches have something behind them, and how many are only ticked, by person.
#include "core/report/chart_marks.h"
#include "core/report/chart_words.h"
#include "core/report/charts.h"
#include "core/report/evidence.h"
#include "core/report/measures.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <tuple>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

struct SeriesWords {
    const char *key, *name;
};
// By Evidence.
constexpr std::array Series = {
    SeriesWords{"only_ticked", QT_TRANSLATE_NOOP("beback", "Only ticked")},
    SeriesWords{"short_note", QT_TRANSLATE_NOOP("beback", "Only a short note")},
    SeriesWords{"something_kept", QT_TRANSLATE_NOOP("beback", "Something kept")},
    SeriesWords{"answered", QT_TRANSLATE_NOOP("beback", "Answered")},
};
static_assert(Series.size() == AllEvidence.size());

struct Person {
    QString login, name;
    std::array<Tally, AllEvidence.size()> by;
    int touches = 0;
};

struct Counted {
    QVector<Person> people;
    std::array<int, AllEvidence.size()> all{};
    int touches = 0;
    int of(Evidence evidence) const { return all[size_t(evidence)]; }
};

// In the order of their touches, as everywhere: an order by what is only ticked would read as a verdict.
QVector<Person> inOrder(QMap<QString, Person> people, const ReportFacts &facts)
{
    QVector<Person> sorted;
    for (auto it = people.begin(); it != people.end(); ++it) {
        it->login = it.key();
        it->name = facts.nameOf(it.key());
        sorted << *it;
    }
    std::sort(sorted.begin(), sorted.end(), [](const Person &a, const Person &b) {
        return std::tie(b.touches, a.name, a.login) < std::tie(a.touches, b.name, b.login);
    });
    return sorted;
}

Counted count(const ReportFacts &facts)
{
    Counted counted;
    QMap<QString, Person> people;
    for (const TouchFact &touch : facts.touches) {
        const Evidence evidence = evidenceOf(touch);
        Person &person = people[touch.actor];
        person.by[size_t(evidence)].add(touch.place);
        ++person.touches;
        ++counted.all[size_t(evidence)];
        ++counted.touches;
    }
    counted.people = inOrder(std::move(people), facts);
    return counted;
}

QString saysOfOne(const Counted &counted, const QString &touch, const QString &range)
{
    if (counted.of(Evidence::OnlyTicked) == 1)
        return tr("The one %1 %2 is only ticked").arg(touch, range);
    return counted.of(Evidence::ShortNote) == 1 ? tr("The one %1 %2 has a short note and nothing else").arg(touch, range)
                                                : tr("The one %1 %2 has something behind it").arg(touch, range);
}

// "; 12 more have a short note and nothing else"
QString besides(int shortNotes)
{
    if (shortNotes == 0)
        return {};
    return shortNotes == 1 ? tr("; 1 more has a short note and nothing else") : tr("; %1 more have a short note and nothing else").arg(shortNotes);
}

QString says(const Counted &counted, const ChartFilter &filter)
{
    const QString touches = chart_words::byMedium(filter, tr("touches")), touch = chart_words::byMedium(filter, tr("touch"));
    const QString range = chart_words::inRange(filter.days), all = QString::number(counted.touches);
    const int ticked = counted.of(Evidence::OnlyTicked), shortNotes = counted.of(Evidence::ShortNote);
    if (counted.touches == 0)
        return chart_words::noTouch(filter);
    if (counted.touches == 1)
        return saysOfOne(counted, touch, range);
    if (ticked == 0 && shortNotes == 0)
        return tr("All %1 %2 %3 have something behind them").arg(all, touches, range);
    if (ticked == 0)
        return shortNotes == 1 ? tr("1 of %1 %2 %3 has a short note and nothing else").arg(all, touches, range)
                               : tr("%1 of %2 %3 %4 have a short note and nothing else").arg(QString::number(shortNotes), all, touches, range);
    if (ticked == counted.touches)
        return tr("All %1 %2 %3 are only ticked").arg(all, touches, range);
    if (ticked == 1)
        return tr("1 of %1 %2 %3 is only ticked").arg(all, touches, range) + besides(shortNotes);
    return tr("%1 of %2 %3 %4 are only ticked").arg(QString::number(ticked), all, touches, range) + besides(shortNotes);
}

} // namespace

Chart evidenceChart(const ReportFacts &facts)
{
    const Counted counted = count(facts);
    Chart chart;
    chart.id = QStringLiteral("evidence");
    chart.shape = Chart::Shape::Rows;
    chart.says = says(counted, facts.filter);
    chart.beneath = tr("Touches by person and by what is behind them, %1").arg(chart_words::rangeName(facts.filter.days));
    chart.counted = countedBy({Measure::Attempt, Measure::Touch, Measure::Answered, Measure::Evidence});
    chart.axis = chart_words::byMedium(facts.filter, tr("touches"));
    chart.period = ChartPeriod{.days = facts.filter.days, .count = counted.touches};
    for (const Evidence evidence : AllEvidence) {
        const SeriesWords &words = Series[size_t(evidence)];
        ChartSeries series{QLatin1String(words.key), tr(words.name), {}};
        for (const Person &person : counted.people)
            series.marks << markOf(facts, person.login, person.name, person.by[size_t(evidence)]);
        chart.series << series;
    }
    return chart;
}

} // namespace beback
