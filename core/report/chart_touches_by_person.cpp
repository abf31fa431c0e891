// Who made how many touches, and by which media.
#include "core/report/chart_marks.h"
#include "core/report/chart_words.h"
#include "core/report/charts.h"
#include "core/report/measures.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <array>
#include <tuple>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

struct Person {
    QString login, name;
    std::array<Tally, AllMedia.size()> byMedium;
    int touches = 0;
};

// Whoever made one, and the agents who made none: that is worth seeing. The one with most first.
QVector<Person> peopleOf(const ReportFacts &facts)
{
    QMap<QString, Person> people;
    const QString &asked = facts.filter.person;
    for (const ReportFacts::Person &one : facts.people)
        if (one.isActive && !one.isManager && (asked.isEmpty() || asked == one.login))
            people[one.login].login = one.login;
    for (const TouchFact &touch : facts.touches) {
        Person &person = people[touch.actor];
        person.login = touch.actor;
        person.byMedium[size_t(touch.medium)].add(touch.place);
        ++person.touches;
    }
    QVector<Person> sorted;
    for (Person &person : people) {
        person.name = facts.nameOf(person.login);
        sorted << person;
    }
    std::sort(sorted.begin(), sorted.end(), [](const Person &a, const Person &b) {
        return std::tie(b.touches, a.name, a.login) < std::tie(a.touches, b.name, b.login);
    });
    return sorted;
}

QString says(const QVector<Person> &people, const ReportFacts &facts)
{
    const qsizetype all = facts.touches.size();
    if (all == 0)
        return chart_words::noTouch(facts.filter);
    const Person &most = people.first();
    const QString touches = chart_words::byMedium(facts.filter, tr("touches")), touch = chart_words::byMedium(facts.filter, tr("touch"));
    const QString range = chart_words::inRange(facts.filter.days), number = QString::number(all);
    if (all == 1)
        return tr("%1 made the one %2 %3").arg(most.name, touch, range);
    if (most.touches == all)
        return tr("%1 made all %2 %3 %4").arg(most.name, number, touches, range);
    return tr("%1 made %2 of %3 %4 %5").arg(most.name, QString::number(most.touches), number, touches, range);
}

// Those that were used; where none was, all of them stand for the same nothing.
QVector<Medium> mediaOf(const ReportFacts &facts)
{
    QVector<Medium> used;
    for (const Medium medium : AllMedia)
        if (facts.touches.isEmpty()
            || std::any_of(facts.touches.cbegin(), facts.touches.cend(), [medium](const TouchFact &touch) { return touch.medium == medium; }))
            used << medium;
    return used;
}

} // namespace

Chart touchesByPersonChart(const ReportFacts &facts)
{
    const QVector<Person> people = peopleOf(facts);
    Chart chart;
    chart.id = QStringLiteral("touches-by-person");
    chart.shape = Chart::Shape::Rows;
    chart.says = says(people, facts);
    chart.beneath = tr("Touches by person and medium, %1").arg(chart_words::rangeName(facts.filter.days));
    chart.counted = countedBy({Measure::Attempt, Measure::Touch});
    chart.axis = chart_words::byMedium(facts.filter, tr("touches"));
    chart.period = periodOf(facts, int(facts.touches.size()));
    for (const Medium medium : mediaOf(facts)) {
        ChartSeries series{toText(medium), chart_words::mediaName(medium), {}};
        for (const Person &person : people)
            series.marks << markOf(facts, person.login, person.name, person.byMedium[size_t(medium)]);
        chart.series << series;
    }
    return chart;
}

} // namespace beback
