// Contact rules as a store keeps them: what it says besides the shipped ones, and who is planned anew by that.
#include "core/desk/workplace.h"

#include "core/history/replan.h"
#include "core/plan/contact_rules.h"
#include "core/plan/planner_version.h"
#include "core/plan/rule_store.h"
#include "core/time/wording.h"
#include "core/time/zones.h"

#include <QCoreApplication>

namespace beback {

namespace {

constexpr qsizetype NamedPeople = 5;
const QString PlannedBySetting = QStringLiteral("planned_by"); // planner and digest of the rules everybody was planned by last

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

int versionAfter(const QVector<RuleChange> &changes, const QString &id)
{
    int version = 1;
    for (const RuleChange &change : changes)
        if (change.id == id)
            version = std::max(version, change.version + 1);
    return version;
}

// When somebody may be contacted next: the step's own time, or when the hours behind it open.
std::optional<Instant> nextMoment(const CustomerState &customer, const PlanBook &plans, Instant now)
{
    const auto next = nextForCustomer(customer, plans);
    if (!next || next->step.band == Band::Stuck)
        return std::nullopt;
    const Instant at = std::max(next->step.dueAt, now);
    const bool inHours = next->step.medium == Medium::Call || next->step.medium == Medium::Text;
    return inHours ? nextOpen(contactHours(customer, plans.rules()), at) : std::optional(at);
}

} // namespace

QDate Workplace::day() const
{
    return zones::local(m_clock.now(), m_rooftop.zone).date;
}

Result<bool> Workplace::freshRules()
{
    BEBACK_TRY(count, countRuleChanges(*m_db, m_station.rooftop));
    if (count == m_ruleChanges.size() && (count == 0 || day() == m_rulesOf))
        return false;
    BEBACK_TRY(changes, readRuleChanges(*m_db, m_station.rooftop));
    m_ruleChanges = std::move(changes);
    m_rulesOf = day();
    const QByteArray before = m_plans.rules().digest();
    m_plans.setRules(RuleBook::shipped().with(m_ruleChanges, m_rulesOf));
    return m_plans.rules().digest() != before;
}

// The rules may be others than when this store was open last: a newer program brings others along, or a day has come. A shared
// database is brought up to date by whoever upgrades it, not by everybody who looks at it.
Result<void> Workplace::loadRules()
{
    m_ruleChanges.clear();
    BEBACK_CHECK(freshRules());
    if (m_db->engine() == Engine::Postgresql && !m_mayUpgrade)
        return {};
    BEBACK_CHECK(replanByRules());
    return {};
}

Result<int> Workplace::replanByRules()
{
    const QString digest = QStringLiteral("%1 %2").arg(PlannerVersion).arg(QString::fromLatin1(m_plans.rules().digest()));
    BEBACK_TRY(last, setting(PlannedBySetting));
    if (last == digest)
        return 0;
    BEBACK_TRY(changed, replan(*m_db, m_station.rooftop, m_plans));
    BEBACK_CHECK(setSetting(PlannedBySetting, digest)); // broken off before: the next one who opens the store goes on
    return changed;
}

Result<void> Workplace::mayChangeRules(const QString &login)
{
    return mustBeManager(login, tr("Only a manager changes contact rules. Ask one of yours to."));
}

Result<RuleShelf> Workplace::ruleShelf()
{
    BEBACK_CHECK(freshRules());
    RuleShelf shelf = shelfOf(m_ruleChanges, day());
    shelf.zone = m_rooftop.zone;
    BEBACK_TRY(people, users(true));
    for (const Agent &agent : people)
        shelf.names.insert(agent.login, agent.name);
    return shelf;
}

Result<RuleChange> Workplace::wordFor(const RuleWish &wish, const QString &login)
{
    BEBACK_CHECK(mayChangeRules(login));
    BEBACK_CHECK(freshRules());
    BEBACK_CHECK(checkWish(m_plans.rules(), m_ruleChanges, wish));
    RuleChange change = changeOf(wish);
    change.version = versionAfter(m_ruleChanges, change.id);
    change.by = login;
    change.at = m_clock.now();
    return change;
}

Result<void> Workplace::sayRule(const RuleWish &wish, const QString &login)
{
    BEBACK_TRY(shared, setting(QStringLiteral("rooftop_id")));
    if (!shared.isEmpty())
        return Error{Code::Unavailable,
                     tr("All desks of a shared database keep the same contact rules, so they are changed there, and it does not "
                        "answer. Try again when it is back."), {}};
    BEBACK_CHECK(m_db->inTransaction("rule", [&]() -> Result<void> {
        BEBACK_TRY(change, wordFor(wish, login));
        return addRuleChange(*m_db, m_station.rooftop, change);
    }));
    BEBACK_CHECK(freshRules());
    return {};
}

Result<int> Workplace::setRule(const RuleWish &wish, const QString &login)
{
    BEBACK_CHECK(sayRule(wish, login));
    return replanByRules();
}

Result<int> Workplace::takeRules(const QVector<RuleChange> &changes)
{
    if (changes.size() > m_ruleChanges.size())
        BEBACK_CHECK(m_db->inTransaction("rules", [&] { return keepRuleChanges(*m_db, m_station.rooftop, changes); },
                                         Connection::Commit::Fetchable));
    BEBACK_CHECK(freshRules());
    return replanByRules();
}

Result<RuleWeight> Workplace::weighRule(const RuleWish &wish)
{
    BEBACK_CHECK(freshRules());
    QVector<RuleChange> changes = m_ruleChanges;
    RuleChange change = changeOf(wish);
    change.version = versionAfter(changes, change.id);
    changes << change;
    const QDate holds = wish.asShipped || !wish.rule.effective.isValid() ? day() : std::max(day(), wish.rule.effective);
    PlanBook after = m_plans;
    after.setRules(RuleBook::shipped().with(changes, holds));
    const Instant now = m_clock.now();
    RuleWeight weight;
    BEBACK_CHECK(forEveryCustomer(*m_db, m_station.rooftop, [&](const CustomerState &customer) {
        const auto was = nextMoment(customer, m_plans, now), is = nextMoment(customer, after, now);
        weight.people += was || is;
        if (was == is)
            return;
        const bool later = was && (!is || *is > *was); // none at all is later than any
        ++(later ? weight.later : weight.earlier);
        if (weight.some.size() >= NamedPeople)
            return;
        const auto shown = [&](const std::optional<Instant> &at) { return at ? wording::dayAndTime(*at, m_rooftop.zone, now) : tr("never"); };
        weight.some << tr("%1: %2 instead of %3").arg(customer.name.display(), shown(is), shown(was));
    }));
    return weight;
}

} // namespace beback
