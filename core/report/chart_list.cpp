// The leads behind a mark, as the list below the chart shows them.
#include "core/plan/next_step.h"
#include "core/report/chart_words.h"
#include "core/report/charts.h"
#include "core/time/zones.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

// What is due, as a day: "today", "Thu Nov 20", in another year "Thu Nov 20, 2025".
QString dayText(QDate due, QDate today)
{
    if (due == today)
        return tr("today");
    if (due == today.addDays(1))
        return tr("tomorrow");
    return QLocale().toString(due, due.year() == today.year() ? QStringLiteral("ddd MMM d") : QStringLiteral("ddd MMM d, yyyy"));
}

void putNextStep(ChartLead &lead, Band band, Medium medium, Instant dueAt, const QString &zone, Instant now)
{
    if (band == Band::Stuck) {
        lead.nextStep = tr("Needs mending");
        return;
    }
    const QDate due = zones::local(dueAt, zone).date, today = zones::local(now, zone).date;
    const int late = daysAgo(dueAt, now, zone);
    lead.overdue = late > 0 || (band == Band::Promise && dueAt < now);
    lead.nextStep = late > 0 ? tr("%1, overdue %2 d").arg(chart_words::mediumName(medium)).arg(late)
                             : tr("%1, %2").arg(chart_words::mediumName(medium), dayText(due, today));
}

ChartLead leadFrom(Columns c, const QString &zone, Instant now)
{
    ChartLead lead;
    lead.lead = c.id<LeadId>();
    lead.customer = c.id<CustomerId>();
    lead.name = c.text();
    lead.vehicle = c.text();
    lead.owner = c.text();
    lead.openDays = daysAgo(c.instant(), now, zone);
    if (const Instant touched = c.instant(); touched.us > 0)
        lead.untouchedDays = daysAgo(touched, now, zone);
    lead.attempts = c.integer();
    lead.reached = c.integer();
    lead.status = c.text();
    lead.marks = c.text();
    const Band band = Band(c.integer());
    const auto medium = mediumFromText(c.text());
    const Instant dueAt = c.instant();
    if (medium) // none: it is not their turn
        putNextStep(lead, band, *medium, dueAt, zone, now);
    return lead;
}

} // namespace

Result<QVector<ChartLead>> readChartLeads(Connection &db, RooftopId rooftop, const QVector<LeadId> &leads, const QString &zone, Instant now,
                                          int most)
{
    QStringList ids;
    for (const LeadId lead : leads.first(std::min<qsizetype>(leads.size(), most)))
        ids << lead.toString();
    ids.removeDuplicates();
    if (ids.isEmpty())
        return QVector<ChartLead>();
    BEBACK_TRY(select, db.statement("report/chart_leads"));
    BEBACK_CHECK(select.bind(":ids", ids.join(QLatin1Char(' '))).bind(":rooftop_id", rooftop).exec());
    QHash<QString, ChartLead> found;
    while (select.next()) {
        const ChartLead lead = leadFrom(select.columns(), zone, now);
        found.insert(lead.lead.toString(), lead);
    }
    BEBACK_CHECK(select.finished());
    QVector<ChartLead> list;
    for (const QString &id : std::as_const(ids))
        if (const auto lead = found.constFind(id); lead != found.constEnd())
            list << *lead;
    return list;
}

} // namespace beback
