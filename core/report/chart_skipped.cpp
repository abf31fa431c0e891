// Who left steps out on purpose, with an attempt shortly before and without.
#include "core/report/chart_marks.h"
#include "core/report/chart_words.h"
#include "core/report/charts.h"
#include "core/report/charts_read.h"
#include "core/report/measures.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <chrono>
#include <tuple>

namespace beback {

namespace {

constexpr qsizetype LongestReason = 60; // letters of it in the sentence

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

bool isAsked(const LeadFact &lead, const StorySkip &skip, const ReportFacts &facts)
{
    const QString &medium = facts.filter.medium;
    return skip.at >= facts.since && leavesIn(facts.filter, skip.actor, lead.plan, lead.source) && (medium.isEmpty() || medium == toText(skip.medium));
}

bool isWithEffort(const StorySkip &skip)
{
    return skip.triedAt.us > 0 && skip.at - skip.triedAt <= std::chrono::hours(24) * EffortDays;
}

struct Person {
    QString login, name;
    Tally withEffort, without;
    int skipped() const { return withEffort.count + without.count; }
};

struct Reason {
    QString text; // as one of those typed it who gave it
    int times = 0;
};

struct Counted {
    QVector<Person> people; // the one who left out most first
    Reason commonest;
    int skipped = 0, without = 0;
};

QVector<Person> inOrder(const QMap<QString, Person> &people)
{
    QVector<Person> sorted(people.cbegin(), people.cend());
    std::sort(sorted.begin(), sorted.end(), [](const Person &a, const Person &b) {
        return std::tuple(-a.skipped(), a.name, a.login) < std::tuple(-b.skipped(), b.name, b.login);
    });
    return sorted;
}

Counted count(const ReportFacts &facts)
{
    Counted counted;
    QMap<QString, Person> people;  // by login
    QMap<QString, Reason> reasons; // by how they read, whatever the case
    for (qsizetype place = 0; place < facts.leads.size(); ++place)
        for (const StorySkip &skip : facts.leads[place].skips) {
            if (!isAsked(facts.leads[place], skip, facts))
                continue;
            const bool withEffort = isWithEffort(skip);
            Person &person = people[skip.actor];
            person.login = skip.actor;
            person.name = facts.nameOf(skip.actor);
            (withEffort ? person.withEffort : person.without).add(place);
            ++counted.skipped;
            counted.without += !withEffort;
            const QString text = skip.reason.simplified();
            if (text.isEmpty())
                continue;
            Reason &reason = reasons[text.toCaseFolded()];
            reason.text = reason.times == 0 ? text : reason.text;
            ++reason.times;
        }
    counted.people = inOrder(people);
    for (const Reason &reason : std::as_const(reasons))
        if (reason.times > counted.commonest.times)
            counted.commonest = reason;
    return counted;
}

// "; the commonest reason, 5 times: “Away.”"
QString saysWhy(const Counted &counted)
{
    if (counted.commonest.times == 0)
        return {};
    const bool whole = counted.commonest.text.size() <= LongestReason;
    const QString text = whole ? counted.commonest.text : counted.commonest.text.left(LongestReason - 1).trimmed() + QChar(0x2026);
    if (counted.skipped == 1)
        return tr("; the reason: “%1”").arg(text);
    return counted.commonest.times == 1 ? tr("; no reason was given twice")
                                        : tr("; the commonest reason, %1 times: “%2”").arg(QString::number(counted.commonest.times), text);
}

QString says(const Counted &counted, const ChartFilter &filter)
{
    const QString range = chart_words::inRange(filter.days), days = QString::number(EffortDays), all = QString::number(counted.skipped);
    const QString step = chart_words::byMedium(filter, tr("step")), steps = chart_words::byMedium(filter, tr("steps"));
    if (counted.skipped == 0)
        return chart_words::isNarrow(filter) ? tr("No %1 that fits the filters was left out %2.").arg(step, range)
                                             : tr("No %1 was left out %2.").arg(step, range);
    if (counted.skipped == 1)
        return (counted.without == 1 ? tr("The one %1 left out %2 had no attempt in the %3 days before").arg(step, range, days)
                                     : tr("The one %1 left out %2 had an attempt in the %3 days before").arg(step, range, days))
               + saysWhy(counted);
    if (counted.without == counted.skipped)
        return tr("None of the %1 %2 left out %3 had an attempt in the %4 days before").arg(all, steps, range, days) + saysWhy(counted);
    if (counted.without == 0)
        return tr("All %1 %2 left out %3 had an attempt in the %4 days before").arg(all, steps, range, days) + saysWhy(counted);
    return tr("%1 of %2 %3 left out %4 had no attempt in the %5 days before").arg(QString::number(counted.without), all, steps, range, days)
           + saysWhy(counted);
}

} // namespace

Chart skippedChart(const ReportFacts &facts)
{
    const Counted counted = count(facts);
    Chart chart;
    chart.id = QStringLiteral("skipped");
    chart.shape = Chart::Shape::Rows;
    chart.says = says(counted, facts.filter);
    chart.beneath = tr("Steps left out on purpose, by person, %1").arg(chart_words::rangeName(facts.filter.days));
    chart.counted = countedBy({Measure::Skipped, Measure::Effort, Measure::Attempt});
    chart.axis = chart_words::byMedium(facts.filter, tr("steps left out"));
    chart.period = periodOf(facts, counted.skipped);
    chart.series = {{QStringLiteral("without_effort"), tr("Without effort"), {}}, {QStringLiteral("with_effort"), tr("With effort"), {}}};
    for (const Person &person : counted.people) {
        chart.series[0].marks << markOf(facts, person.login, person.name, person.without);
        chart.series[1].marks << markOf(facts, person.login, person.name, person.withEffort);
    }
    return chart;
}

} // namespace beback
