// What managers had to do themselves, and what became of it. Beside neglected leads, and never added to them.
#include "core/report/chart_words.h"
#include "core/report/charts.h"
#include "core/report/charts_read.h"
#include "core/report/duty_store.h"
#include "core/report/measures.h"

#include <QCoreApplication>

namespace beback {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("beback", text, nullptr, n);
}

// What became of them, in the order it is drawn: what is wrong first.
struct Fate {
    const char *key, *name;
    int DutyCount::*count;
    QSet<LeadId> DutyCount::*leads;
};
constexpr Fate Fates[] = {
    {"not_done", QT_TRANSLATE_NOOP("beback", "Not done"), &DutyCount::notDone, &DutyCount::notDoneLeads},
    {"late", QT_TRANSLATE_NOOP("beback", "Late"), &DutyCount::late, &DutyCount::lateLeads},
    {"left_out", QT_TRANSLATE_NOOP("beback", "Left out, with a reason"), &DutyCount::leftOut, &DutyCount::leftOutLeads},
    {"in_time", QT_TRANSLATE_NOOP("beback", "In time"), &DutyCount::inTime, &DutyCount::inTimeLeads},
};

QString says(const QVector<DutyCount> &counts, const ChartFilter &filter)
{
    int due = 0, notDone = 0, late = 0;
    for (const DutyCount &one : counts) {
        due += one.due();
        notDone += one.notDone;
        late += one.late;
    }
    const QString range = chart_words::inRange(filter.days), all = QString::number(due);
    if (due == 0)
        return chart_words::isNarrow(filter) ? tr("No duty of a manager that fits the filters was due %1.").arg(range) : tr("No duty of a manager was due %1.").arg(range);
    if (notDone == 0 && late == 0)
        return due == 1 ? tr("The one duty of a manager due %1 was not late").arg(range) : tr("None of the %n duties of managers due %1 was late", due).arg(range);
    if (due == 1)
        return notDone == 1 ? tr("The one duty of a manager due %1 was not done").arg(range) : tr("The one duty of a manager due %1 was done late").arg(range);
    if (notDone == 0)
        return (late == 1 ? tr("1 of %1 duties of managers due %2 was done late, and none was left undone")
                          : tr("%n of %1 duties of managers due %2 were done late, and none was left undone", late)).arg(all, range);
    return (notDone == 1 ? tr("1 of %1 duties of managers due %2 was not done") : tr("%n of %1 duties of managers due %2 were not done", notDone)).arg(all, range)
           + (late == 0 ? QString() : tr(", and %n late", late));
}

// Otherwise numbers that are too small would look like all there is.
QString notRead(int people)
{
    return people == 1 ? tr("What duties follow from was written by a newer Beback for 1 person, and is not counted here. Update this one.")
                       : tr("What duties follow from was written by a newer Beback for %n people, and is not counted here. Update this one.", people);
}

// Where a plan or a source is asked for, only duties about leads of those, and of their leads only those.
void keepThoseAbout(QVector<Duty> &duties, const ReportFacts &facts)
{
    const ChartFilter &filter = facts.filter;
    if (filter.plan.isEmpty() && filter.source.isEmpty())
        return;
    const QHash<LeadId, qsizetype> places = placesOf(facts);
    const auto isOther = [&](LeadId lead) {
        const auto place = places.constFind(lead);
        return place == places.cend() || !leavesIn(filter, filter.person, facts.leads[*place].plan, facts.leads[*place].source);
    };
    for (Duty &duty : duties) {
        duty.leads.removeIf(isOther);
        if (isOther(duty.lead))
            duty.lead = {};
    }
    duties.removeIf([](const Duty &duty) { return duty.lead.isNull() && duty.leads.isEmpty(); });
}

} // namespace

Chart drawDuties(const ReportFacts &facts, const QVector<DutyCount> &counts, const LeadOrder &order)
{
    Chart chart;
    chart.id = QStringLiteral("duties");
    chart.shape = Chart::Shape::Rows;
    chart.says = says(counts, facts.filter);
    chart.beneath = tr("What managers had to do themselves, by manager, %1").arg(chart_words::rangeName(facts.filter.days));
    chart.counted = countedBy({Measure::Duty, Measure::Effort});
    chart.axis = tr("duties");
    for (const Fate &fate : Fates) {
        ChartSeries series{QLatin1String(fate.key), tr(fate.name), {}};
        for (const DutyCount &one : counts) {
            ChartMark mark;
            mark.key = one.login.isEmpty() ? QStringLiteral("anybody") : one.login;
            mark.label = one.name;
            mark.value = mark.count = one.*fate.count;
            mark.leads = order.of(one.*fate.leads);
            series.marks << mark;
        }
        chart.series << series;
    }
    return chart;
}

Result<Chart> dutiesChart(const ChartReading &reading)
{
    const ReportFacts &facts = reading.facts;
    BEBACK_TRY(happened, readDutyFacts(reading.db, reading.rooftop, facts.zone, facts.at, facts.since));
    QVector<Duty> duties = dutiesFrom(happened);
    keepThoseAbout(duties, facts);
    QVector<DutyCount> counts = countDuties(duties, happened, facts.since, EndOfTime);
    const QString person = facts.filter.person;
    counts.removeIf([&person](const DutyCount &one) { return !person.isEmpty() && one.login != person; });
    QSet<LeadId> leads;
    for (const DutyCount &one : std::as_const(counts))
        for (const Fate &fate : Fates)
            leads += one.*fate.leads;
    BEBACK_TRY(order, LeadOrder::read(reading.db, reading.rooftop, leads));
    Chart chart = drawDuties(facts, counts, order);
    if (happened.unread > 0)
        chart.counted += QLatin1Char('\n') + notRead(happened.unread);
    return chart;
}

} // namespace beback
