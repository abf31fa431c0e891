// Which share of the leads that came was reached by the first attempt, the second, and so on.
#include "core/report/chart_marks.h"
#include "core/report/chart_words.h"
#include "core/report/charts.h"
#include "core/report/measures.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace beback {

namespace {

constexpr int LastAttempt = 8; // and more
constexpr int ThirdAttempt = 3;

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

struct Counted {
    std::array<Tally, LastAttempt> by; // the first attempt at 0
    int leads = 0, reached = 0;
    int late = 0; // reached by the third attempt or a later one
};

Counted count(const ReportFacts &facts)
{
    Counted counted;
    for (qsizetype place = 0; place < facts.leads.size(); ++place) {
        const LeadFact &lead = facts.leads[place];
        if (!lead.isNew)
            continue;
        ++counted.leads;
        if (lead.reachedBy == 0)
            continue;
        ++counted.reached;
        counted.late += lead.reachedBy >= ThirdAttempt;
        for (int attempt = std::min(lead.reachedBy, LastAttempt); attempt <= LastAttempt; ++attempt)
            counted.by[size_t(attempt - 1)].add(place);
    }
    for (Tally &tally : counted.by)
        tally.of = counted.leads;
    return counted;
}

QString none(const Counted &counted, const ChartFilter &filter)
{
    const QString range = chart_words::inRange(filter.days), reached = chart_words::byMedium(filter, tr("reached"));
    if (counted.leads == 0)
        return chart_words::noLeadCame(filter);
    if (counted.leads == 1)
        return tr("The one lead that came %1 was not %2 yet").arg(range, reached);
    return tr("None of the %1 leads that came %2 was %3 yet").arg(QString::number(counted.leads), range, reached);
}

QString says(const Counted &counted, const ChartFilter &filter)
{
    if (counted.reached == 0)
        return none(counted, filter);
    const QString reached = chart_words::byMedium(filter, tr("reached")), all = QString::number(counted.reached);
    if (counted.reached == 1)
        return counted.late == 1 ? tr("The one lead %1 needed a third attempt or more").arg(reached)
                                 : tr("The one lead %1 needed no third attempt").arg(reached);
    if (counted.late == 0)
        return tr("None of the %1 leads %2 needed a third attempt").arg(all, reached);
    if (counted.late == counted.reached)
        return tr("All %1 leads %2 needed a third attempt or more").arg(all, reached);
    return tr("Of the %1 leads %2, %3 needed a third attempt or more").arg(all, reached, QString::number(counted.late));
}

} // namespace

Chart reachedByAttemptChart(const ReportFacts &facts)
{
    const Counted counted = count(facts);
    Chart chart;
    chart.id = QStringLiteral("reached-by-attempt");
    chart.shape = Chart::Shape::Line;
    chart.isShare = true;
    chart.says = says(counted, facts.filter);
    chart.beneath = tr("Reached so far, by attempt, %1, 95 % interval").arg(chart_words::rangeName(facts.filter.days));
    chart.counted = countedBy({Measure::Arrived, Measure::Attempt, Measure::Answered, Measure::Reached, Measure::Share});
    chart.axis = chart_words::byMedium(facts.filter, tr("attempt number"));
    chart.period = periodOf(facts, counted.reached, counted.leads);
    chart.series = {{QStringLiteral("reached"), tr("Reached"), {}}};
    for (int attempt = 1; attempt <= LastAttempt; ++attempt) {
        const QString key = QString::number(attempt);
        chart.series.first().marks << shareOf(facts, key, attempt == LastAttempt ? tr("%1+").arg(key) : key, counted.by[size_t(attempt - 1)]);
    }
    return chart;
}

} // namespace beback
