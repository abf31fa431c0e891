// Leads that wait for somebody: promised, new, the manager's own, neglected.
#include "core/plan/next_step.h"
#include "core/report/measures.h"
#include "core/report/today_facts.h"
#include "core/report/work_days.h"
#include "core/time/wording.h"
#include "core/time/zones.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

constexpr auto PromiseAhead = std::chrono::minutes(15);
constexpr qsizetype NewNamed = 3; // by name, in the line below the title

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("beback", text, nullptr, n);
}

// A promise as it is read.
struct PromiseRow {
    LeadId lead;
    CustomerId customer;
    QString name;
    Instant at;
    QString by;
    Medium medium = Medium::Call;
    QString holder; // who has the person in hand; empty: nobody
};

PromiseRow promiseFrom(Columns c)
{
    PromiseRow row;
    row.lead = c.id<LeadId>();
    row.customer = c.id<CustomerId>();
    row.name = customerName(c.text());
    row.at = c.instant();
    row.by = c.text();
    row.medium = mediumFromText(c.text()).value_or(Medium::Call);
    row.holder = c.text();
    return row;
}

// Those who have anybody in hand.
Result<QSet<QString>> readBusy(Connection &db, const TodayFacts &facts)
{
    BEBACK_TRY(select, db.statement("queue/held_by_others"));
    BEBACK_CHECK(select.bind(":rooftop_id", facts.rooftop).bind(":login", QString()).bind(":now", facts.now).exec());
    QSet<QString> busy;
    while (select.next())
        busy.insert(select.columns().text());
    BEBACK_CHECK(select.finished());
    return busy;
}

QString promiseDetail(const PromiseRow &row, const TodayFacts &facts, const QSet<QString> &busy)
{
    const QString by = facts.names.contains(row.by) ? facts.givenName(row.by) : QString();
    if (!row.holder.isEmpty())
        return row.holder == row.by ? tr("%1 promised it and has them in hand.").arg(by)
                                    : tr("%1 has them in hand now.").arg(facts.givenName(row.holder));
    if (by.isEmpty())
        return tr("It was promised to them.");
    return busy.contains(row.by) ? tr("%1 promised it and has somebody else in hand.").arg(by) : tr("%1 promised it.").arg(by);
}

DatedNeed promiseNeed(const PromiseRow &row, const TodayFacts &facts, const QSet<QString> &busy)
{
    NeedsYou need;
    need.kind = NeedsYou::Kind::Promise;
    const QString when = wording::dayAndTime(row.at, facts.zone, facts.now);
    need.title = row.medium == Medium::Call ? tr("Callback to %1, %2").arg(row.name, when) : tr("Answer promised to %1, %2").arg(row.name, when);
    need.detail = promiseDetail(row, facts, busy);
    need.urgent = row.at <= facts.now && row.holder.isEmpty();
    need.customer = row.customer;
    need.lead = row.lead;
    need.person = facts.names.contains(row.by) ? row.by : QString();
    return {need, row.at};
}

// A step as it is read.
struct StepRow {
    LeadId lead;
    CustomerId customer;
    QString name;
    Band band = Band::Plan;
    Medium medium = Medium::Call;
    Instant dueAt;
    int step = 0, steps = 0;
};

QString stepTitle(const StepRow &row)
{
    switch (row.medium) {
    case Medium::Call: return tr("Yours: call %1").arg(row.name);
    case Medium::Text: return tr("Yours: text %1").arg(row.name);
    case Medium::Email: return tr("Yours: e-mail %1").arg(row.name);
    case Medium::Note: return tr("Yours: write a note to %1").arg(row.name);
    case Medium::Visit: return tr("Yours: write down how the visit of %1 went").arg(row.name);
    case Medium::Social: return tr("Yours: message %1").arg(row.name);
    }
    return {};
}

QString stepReason(const StepRow &row)
{
    switch (row.band) {
    case Band::Promise: return tr("It was promised to them.");
    case Band::Reply: return tr("They wait for an answer.");
    case Band::Appointment: return row.medium == Medium::Visit ? QString() : tr("It is about their visit.");
    default: return row.step > 0 ? tr("Step %1 of %2 of the plan.").arg(row.step).arg(row.steps) : QString();
    }
}

DatedNeed stepNeed(const StepRow &row, const TodayFacts &facts)
{
    NeedsYou need;
    need.kind = NeedsYou::Kind::OwnStep;
    need.title = stepTitle(row);
    need.detail = tr("Due %1.").arg(wording::dayAndTime(row.dueAt, facts.zone, facts.now));
    if (const QString reason = stepReason(row); !reason.isEmpty())
        need.detail += QLatin1Char(' ') + reason;
    need.customer = row.customer;
    need.lead = row.lead;
    need.person = facts.manager;
    return {need, row.dueAt};
}

QString neglectedDetail(int leads, int skipped)
{
    if (skipped == 0)
        return leads == 1 ? tr("Not skipped with a reason") : tr("None skipped with a reason");
    if (skipped == leads)
        return leads == 1 ? tr("Skipped with a reason") : tr("All skipped with a reason");
    return tr("%1 skipped with a reason, %2 without").arg(skipped).arg(leads - skipped);
}

DatedNeed neglectedNeed(const QString &owner, int leads, int skipped, Instant since, const TodayFacts &facts)
{
    NeedsYou need;
    need.kind = NeedsYou::Kind::Neglected;
    const QString name = facts.nameOf(owner);
    // The chart "neglect" counts every open lead: these are fewer, and say why.
    need.title = leads == 1 ? tr("1 lead of %1 whose next step is due: no touch for %2 days").arg(name).arg(NeglectedDays)
                            : tr("%1 leads of %2 whose next step is due: no touch for %3 days").arg(QString::number(leads), name).arg(NeglectedDays);
    need.detail = neglectedDetail(leads, skipped);
    need.person = owner;
    return {need, since, leads};
}

} // namespace

Result<void> addPromises(Connection &db, const TodayFacts &facts, QVector<DatedNeed> &needs)
{
    BEBACK_TRY(busy, readBusy(db, facts));
    BEBACK_TRY(select, db.statement("report/today_promises"));
    select.bind(":rooftop_id", facts.rooftop).bind(":until", facts.now + PromiseAhead).bind(":now", facts.now);
    BEBACK_CHECK(select.exec());
    while (select.next())
        needs << promiseNeed(promiseFrom(select.columns()), facts, busy);
    return select.finished();
}

Result<void> addNewLeads(Connection &db, const TodayFacts &facts, TodayPage &page, QVector<DatedNeed> &needs)
{
    BEBACK_TRY(select, db.statement("report/today_new"));
    BEBACK_CHECK(select.bind(":rooftop_id", facts.rooftop).bind(":now", facts.now).bind(":limit", LeadsOfNeed).exec());
    NeedsYou need;
    need.kind = NeedsYou::Kind::NewLeads;
    QStringList waiting;
    while (select.next()) {
        Columns c = select.columns();
        page.newWaiting = c.integer();
        need.leads << c.id<LeadId>();
        const QString name = customerName(c.text());
        const Instant since = c.instant();
        page.longest = std::min(page.longest.value_or(since), since);
        if (waiting.size() < NewNamed)
            waiting << tr("%1 %2").arg(name, wording::ago(facts.now - since));
    }
    BEBACK_CHECK(select.finished());
    if (!page.longest)
        return {};
    need.title = page.newWaiting == 1 ? tr("1 new lead, not contacted yet") : tr("%1 new leads, none contacted").arg(page.newWaiting);
    need.detail = waiting.join(QStringLiteral(", "));
    if (const int more = page.newWaiting - int(waiting.size()); more > 0)
        need.detail += tr(" and %1 more").arg(more);
    needs << DatedNeed{need, *page.longest, page.newWaiting};
    return {};
}

Result<void> addOwnSteps(Connection &db, const TodayFacts &facts, QVector<DatedNeed> &needs)
{
    if (facts.manager.isEmpty()) // that would be anybody's
        return {};
    QSet<LeadId> named;
    for (const DatedNeed &other : std::as_const(needs)) {
        if (!other.asksNothing)
            named.insert(other.need.lead);
        if (other.need.kind == NeedsYou::Kind::Reply)
            named.unite(QSet<LeadId>(other.need.leads.cbegin(), other.need.leads.cend()));
    }
    BEBACK_TRY(select, db.statement("report/today_own"));
    BEBACK_CHECK(select.bind(":rooftop_id", facts.rooftop).bind(":owner", facts.manager).bind(":now", facts.now).exec());
    while (select.next()) {
        Columns c = select.columns();
        StepRow row;
        row.lead = c.id<LeadId>();
        row.customer = c.id<CustomerId>();
        row.name = customerName(c.text());
        row.band = Band(c.integer());
        row.medium = mediumFromText(c.text()).value_or(Medium::Call);
        row.dueAt = c.instant();
        row.step = c.integer();
        row.steps = c.integer();
        if (!named.contains(row.lead))
            needs << stepNeed(row, facts);
    }
    return select.finished();
}

Result<void> addNeglected(Connection &db, const TodayFacts &facts, QVector<DatedNeed> &needs)
{
    const Instant before = startOfDay(zones::local(facts.now, facts.zone).date.addDays(1 - NeglectedDays), facts.zone);
    BEBACK_TRY(select, db.statement("report/today_neglected"));
    select.bind(":rooftop_id", facts.rooftop).bind(":manager", facts.manager).bind(":before", before).bind(":now", facts.now);
    BEBACK_CHECK(select.bind(":limit", LeadsOfNeed).exec());
    QString last;
    while (select.next()) { // the rows of a person follow each other
        Columns c = select.columns();
        const QString owner = c.text();
        const LeadId lead = c.id<LeadId>();
        const Instant touched = c.instant();
        const int leads = c.integer(), skipped = c.integer();
        if (owner != last)
            needs << neglectedNeed(owner, leads, skipped, touched, facts);
        needs.last().need.leads << lead;
        last = owner;
    }
    return select.finished();
}

} // namespace beback
