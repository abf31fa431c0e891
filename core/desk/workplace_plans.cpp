// Plans as a manager changes them: drafts, what is switched on, and how leads come to them.
#include "core/desk/workplace.h"

#include "core/time/calendar.h"
#include "core/time/zones.h"

#include <QCoreApplication>

namespace beback {

namespace {

constexpr int StayingDays = 180; // leads older than that say little about how long new ones stay
constexpr qint64 DayUs = qint64(86400) * 1000000;

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

// Leads that came from one source some days ago and stand on one plan.
struct TrafficRow {
    LeadKind kind;
    int days;
    QString plan;
    bool open;
    int leads;
};

int businessDaysBefore(QDate today, int days)
{
    int count = 0;
    for (int i = 1; i <= days; ++i)
        count += calendar::isBusinessDay(today.addDays(-i));
    return std::max(count, 1);
}

PlanTraffic trafficOf(LeadKind kind, const QVector<TrafficRow> &rows, const QStringList &began, int businessDays)
{
    PlanTraffic traffic;
    QMap<int, AgeGroup> ages;
    for (const TrafficRow &row : rows) {
        if (row.kind != kind)
            continue;
        if (row.days < TrafficDays)
            traffic.perDay += double(row.leads) / businessDays;
        AgeGroup &group = ages[row.days];
        group.days = row.days;
        group.leads += row.leads;
        if (row.open && began.contains(row.plan))
            group.stayed += row.leads;
    }
    traffic.staying = Staying(QVector<AgeGroup>(ages.cbegin(), ages.cend()));
    return traffic;
}

Result<QVector<TrafficRow>> trafficRows(Connection &db, RooftopId rooftop, Instant now)
{
    BEBACK_TRY(select, db.statement("plan/traffic"));
    select.bind(":rooftop_id", rooftop).bind(":now", now).bind(":since", Instant{now.us - StayingDays * DayUs});
    BEBACK_CHECK(select.exec());
    QVector<TrafficRow> rows;
    while (select.next()) {
        Columns c = select.columns();
        TrafficRow row{};
        row.kind = kindOfSource(c.text());
        row.days = std::max(c.integer(), 0); // a clock that was set back
        row.plan = c.text();
        row.open = c.text() == QLatin1String("open");
        row.leads = c.integer();
        rows << row;
    }
    BEBACK_CHECK(select.finished());
    return rows;
}

} // namespace

Result<QVector<Workplace::Beginning>> Workplace::beginnings()
{
    BEBACK_TRY(select, m_db->statement("plan/begins_read"));
    BEBACK_CHECK(select.bind(":rooftop_id", m_station.rooftop).exec());
    QVector<Beginning> all;
    while (select.next()) {
        Columns c = select.columns();
        const auto kind = leadKindFromText(c.text());
        const QString plan = c.text();
        if (kind)
            all << Beginning{*kind, plan, c.instant()};
    }
    BEBACK_CHECK(select.finished());
    return all;
}

Result<void> Workplace::readDrafts(QMap<QString, PlanOnShelf> &plans)
{
    BEBACK_TRY(select, m_db->statement("plan/drafts_read"));
    BEBACK_CHECK(select.bind(":rooftop_id", m_station.rooftop).exec());
    while (select.next()) {
        Columns c = select.columns();
        PlanOnShelf &one = plans[c.text()];
        BEBACK_TRY(draft, Plan::fromJson(c.utf8()));
        draft.version = one.on ? one.on->version + 1 : 1;
        one.draft = draft;
        one.draftBy = c.text();
        one.draftAt = c.instant();
    }
    return select.finished();
}

Result<void> Workplace::countLeads(QMap<QString, PlanOnShelf> &plans)
{
    BEBACK_TRY(select, m_db->statement("plan/open_leads"));
    BEBACK_CHECK(select.bind(":rooftop_id", m_station.rooftop).exec());
    while (select.next()) {
        Columns c = select.columns();
        const auto found = plans.find(c.text());
        if (found == plans.end())
            continue; // of a plan that is not here
        const int version = c.integer(), leads = c.integer();
        found->leads += leads;
        if (found->on && version == found->on->version)
            found->onNewest += leads;
    }
    return select.finished();
}

Result<PlanShelf> Workplace::planShelf()
{
    BEBACK_CHECK(freshPlans());
    QMap<QString, PlanOnShelf> plans;
    for (const Plan *plan : m_plans.all())
        plans[plan->id].on = *plan;
    BEBACK_CHECK(readDrafts(plans));
    BEBACK_CHECK(countLeads(plans));
    BEBACK_TRY(rows, trafficRows(*m_db, m_station.rooftop, m_clock.now()));
    BEBACK_TRY(words, beginnings());
    PlanShelf shelf;
    BEBACK_TRY(fixed, plansFixedBecause());
    shelf.fixedBecause = fixed;
    for (const QString &key : m_words->messages.keys())
        if (!key.startsWith(QLatin1Char('_'))) // a part of others
            shelf.words << key;
    shelf.today = zones::local(m_clock.now(), m_rooftop.zone).date;
    const int businessDays = businessDaysBefore(shelf.today, TrafficDays);
    for (const TrafficRow &row : std::as_const(rows))
        if (const auto plan = plans.find(row.plan); plan != plans.end() && row.days < TrafficDays)
            plan->perDay += double(row.leads) / businessDays;
    for (const LeadKind kind : AllLeadKinds) {
        QStringList began{shippedPlanOf(kind)};
        for (const Beginning &word : std::as_const(words))
            if (word.kind == kind)
                began << word.plan;
        shelf.begins[size_t(kind)] = m_plans.beginning(kind);
        shelf.traffic[size_t(kind)] = trafficOf(kind, rows, began, businessDays);
    }
    shelf.plans = QVector<PlanOnShelf>(plans.cbegin(), plans.cend());
    std::sort(shelf.plans.begin(), shelf.plans.end(), [](const PlanOnShelf &a, const PlanOnShelf &b) {
        return std::tie(a.shown().name, a.shown().id) < std::tie(b.shown().name, b.shown().id);
    });
    return shelf;
}

Result<QString> Workplace::plansFixedBecause()
{
    BEBACK_TRY(shared, setting(QStringLiteral("rooftop_id")));
    if (shared.isEmpty())
        return QString();
    return tr("All desks of a shared database have to plan by the same plans, so they are not changed from one of them. The figures here are of "
              "the people this computer has.");
}

Result<void> Workplace::mayChangePlans(const QString &login)
{
    BEBACK_CHECK(mustBeManager(login, tr("Only a manager changes plans. Ask one of yours to.")));
    BEBACK_TRY(fixed, plansFixedBecause());
    if (!fixed.isEmpty())
        return Error{Code::Unavailable, fixed, {}};
    return {};
}

Result<void> Workplace::keepPlanDraft(const Plan &plan, const QString &login)
{
    BEBACK_CHECK(mayChangePlans(login));
    BEBACK_CHECK(Plan::fromJson(plan.toJson())); // what could not be read back is not kept
    return m_db->inTransaction("plan draft", [&]() -> Result<void> {
        BEBACK_TRY(put, m_db->statement("plan/draft_put"));
        put.bind(":rooftop_id", m_station.rooftop).bind(":id", plan.id).bind(":body", QString::fromUtf8(plan.toJson()));
        return put.bind(":by_login", login).bind(":at", m_clock.now()).exec();
    });
}

Result<void> Workplace::dropPlanDraft(const QString &id, const QString &login)
{
    BEBACK_CHECK(mayChangePlans(login));
    return m_db->inTransaction("plan draft", [&] { return removeDraft(id); });
}

Result<void> Workplace::removeDraft(const QString &id)
{
    BEBACK_TRY(remove, m_db->statement("plan/draft_remove"));
    return remove.bind(":rooftop_id", m_station.rooftop).bind(":id", id).exec();
}

Result<Plan> Workplace::switchOnPlan(const QString &id, std::optional<LeadKind> kind, const QString &login)
{
    BEBACK_CHECK(mayChangePlans(login));
    BEBACK_TRY(on, m_db->inTransaction("switch on plan", [&]() -> Result<Plan> {
        BEBACK_CHECK(freshPlans());
        QMap<QString, PlanOnShelf> plans;
        if (const Plan *newest = m_plans.newest(id))
            plans[id].on = *newest;
        BEBACK_CHECK(readDrafts(plans));
        const auto draft = plans.value(id).draft;
        if (!draft)
            return Error{Code::NotFound, tr("There is no draft of this plan any more: somebody switched it on or dropped it. Look at the plans again."), {}};
        BEBACK_TRY(add, m_db->statement("plan/plan_add"));
        add.bind(":id", id).bind(":version", draft->version).bind(":body", QString::fromUtf8(draft->toJson()));
        BEBACK_CHECK(add.exec());
        if (kind)
            BEBACK_CHECK(beginOn(*kind, id, login));
        BEBACK_CHECK(removeDraft(id));
        return *draft;
    }));
    BEBACK_CHECK(freshPlans());
    return on;
}

// Two words of one moment are kept in the order they were said.
Result<void> Workplace::beginOn(LeadKind kind, const QString &plan, const QString &login)
{
    Instant at = m_clock.now();
    BEBACK_TRY(words, beginnings());
    for (const Beginning &word : std::as_const(words))
        if (word.kind == kind)
            at = std::max(at, Instant{word.at.us + 1});
    BEBACK_TRY(add, m_db->statement("plan/begins_add"));
    add.bind(":rooftop_id", m_station.rooftop).bind(":kind", toText(kind)).bind(":at", at);
    return add.bind(":plan_id", plan).bind(":by_login", login).exec();
}

} // namespace beback
