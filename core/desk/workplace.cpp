#include "core/desk/workplace.h"
#include "core/exchange/own_clock.h"

#include "core/history/event_store.h"
#include "core/history/fold.h"
#include "core/history/replan.h"
#include "core/plan/contact_rules.h"
#include "core/plan/starter_plans.h"
#include "core/time/zones.h"

#include <QCoreApplication>
#include <QSysInfo>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

constexpr qsizetype ShortestPrefix = 6;
const QString ExperienceSetting = QStringLiteral("experience");

} // namespace

Result<std::unique_ptr<Workplace>> Workplace::open(const StoreUrl &url, Open how, const Clock &clock, Random &random)
{
    std::unique_ptr<Workplace> place(new Workplace(clock, random));
    const bool create = how == Open::CreateOrUpgrade;
    place->m_mayUpgrade = create;
    BEBACK_TRY(db, Connection::open(url, create ? Connection::Mode::Create : Connection::Mode::ReadWrite));
    place->m_db = std::move(db);
    BEBACK_TRY(version, Migrator::version(*place->m_db));
    if (version == 0 && !create)
        return Error{Code::NotFound,
                     tr("%1 holds no leads yet. Set it up with: beback init --db %2")
                         .arg(url.display(), url.engine == Engine::Sqlite ? QStringLiteral("sqlite:") + url.path : url.display()),
                     {}};
    BEBACK_TRY(migration, Migrator::migrate(*place->m_db, clock.now()));
    place->m_migration = migration;
    place->m_station.name = QSysInfo::machineHostName();
    BEBACK_CHECK(place->foldSearch());
    BEBACK_CHECK(place->reload());
    return place;
}

// The ids and versions that are in the store; those that were not known yet are known now.
Result<QVector<std::pair<QString, int>>> Workplace::readPlans()
{
    QVector<std::pair<QString, int>> known;
    BEBACK_TRY(select, m_db->statement("plan/plans_read"));
    BEBACK_CHECK(select.exec());
    while (select.next()) {
        Columns c = select.columns();
        const QString id = c.text();
        const int version = c.integer();
        known << std::pair(id, version);
        if (const Plan *there = m_plans.find(id, version); there && version > 0)
            continue; // a version never changes
        BEBACK_TRY(plan, Plan::fromJson(c.utf8()));
        m_plans.add(plan);
    }
    BEBACK_CHECK(select.finished());
    return known;
}

Result<QVector<std::pair<QString, int>>> Workplace::freshPlans()
{
    BEBACK_TRY(known, readPlans());
    BEBACK_TRY(words, beginnings());
    for (const Beginning &word : std::as_const(words))
        m_plans.setBeginning(word.kind, word.plan);
    return known;
}

// Plans that came with a newer program are added to the store; a version that is there is never changed.
Result<void> Workplace::loadPlans()
{
    BEBACK_TRY(known, freshPlans());
    BEBACK_TRY(branches, loadShippedBranches());
    m_plans.setBranches(branches);
    BEBACK_TRY(shipped, loadShippedPlans());
    QVector<Plan> missing;
    for (const Plan &plan : shipped)
        if (!known.contains(std::pair(plan.id, plan.version)))
            missing << plan;
    if (missing.isEmpty())
        return {};
    return m_db->inTransaction("plans", [&]() -> Result<void> {
        BEBACK_TRY(add, m_db->statement("plan/plan_add"));
        for (const Plan &plan : missing) {
            add.bind(":id", plan.id).bind(":version", plan.version);
            BEBACK_CHECK(add.bind(":body", QString::fromUtf8(plan.toJson())).exec());
            m_plans.add(plan);
        }
        return {};
    });
}

Result<void> Workplace::loadExperience()
{
    BEBACK_TRY(kept, setting(ExperienceSetting));
    if (kept.isEmpty())
        return {};
    BEBACK_TRY(experience, Experience::fromJson(kept.toUtf8()));
    m_plans.setExperience(experience);
    return {};
}

Result<int> Workplace::learn()
{
    BEBACK_TRY(shared, setting(QStringLiteral("rooftop_id")));
    if (m_db->engine() != Engine::Sqlite || !shared.isEmpty())
        return Error{Code::Invalid, tr("The desks of a shared database plan alike; what they learned is not shared yet."), {}};
    QVector<Tallies> people;
    BEBACK_CHECK(forEveryCustomer(*m_db, m_station.rooftop, [&people](const CustomerState &customer) {
        if (!customer.touches.isEmpty())
            people << habitsOf(customer, clockZone(customer));
    }));
    const Experience experience = Experience::from(people);
    if (experience == m_plans.experience())
        return 0;
    BEBACK_CHECK(setSetting(ExperienceSetting, QString::fromUtf8(experience.toJson())));
    m_plans.setExperience(experience);
    return replan(*m_db, m_station.rooftop, m_plans);
}

Result<void> Workplace::loadRooftop()
{
    BEBACK_TRY(select, m_db->statement("people/rooftop_read"));
    BEBACK_CHECK(select.bind(":id", m_station.rooftop).exec());
    if (select.next()) {
        Columns c = select.columns();
        m_rooftop.name = c.text();
        m_rooftop.street = c.text();
        m_rooftop.city = c.text();
        m_rooftop.region = c.text();
        m_rooftop.postcode = c.text();
        m_rooftop.zone = c.text();
        m_rooftop.phone = c.text();
        m_rooftop.email = c.text();
    }
    if (!zones::isKnown(m_rooftop.zone))
        m_rooftop.zone = QStringLiteral("America/Chicago");
    return {};
}

// What was read before stays where it cannot be read again: without plans nobody would have a next step.
Result<void> Workplace::reload()
{
    const PlanBook plans = m_plans;
    const QVector<RuleChange> ruleChanges = m_ruleChanges;
    const auto read = readAnew();
    if (!read) {
        m_plans = plans;
        m_ruleChanges = ruleChanges;
        return read;
    }
    m_recorder = std::make_unique<Recorder>(*m_db, m_clock, m_random, m_station, m_plans);
    m_recorder->setBefore([this]() -> Result<void> {
        BEBACK_TRY(changed, freshRules());
        Q_UNUSED(changed)
        return {};
    });
    m_queue = std::make_unique<Queue>(*m_recorder);
    if (m_db->engine() == Engine::Sqlite)
        m_queue->setBefore([this] { return own_store::settleClock(*m_db, m_clock); });
    m_measure = {};
    m_hours = {};
    m_intake = std::make_unique<Intake>(*m_recorder, m_rooftop.zone);
    return {};
}

Result<void> Workplace::readAnew()
{
    BEBACK_TRY(rooftop, setting(QStringLiteral("rooftop_id"))); // of a desk of a shared database
    if (!rooftop.isEmpty())
        m_station.rooftop = {rooftop.toInt()};
    m_plans = PlanBook();
    BEBACK_CHECK(loadPlans());
    BEBACK_CHECK(loadExperience());
    BEBACK_CHECK(loadRooftop());
    BEBACK_CHECK(loadRules());
    m_wordRows = -1; // perhaps of another site than before
    BEBACK_CHECK(freshWords());
    m_stock.reset();
    BEBACK_CHECK(freshStock());
    return {};
}

Result<void> Workplace::setUpRooftop(const RooftopFacts &rooftop)
{
    if (isSetUp())
        return Error{Code::Conflict, tr("This store belongs to %1 already.").arg(m_rooftop.name), {}};
    if (rooftop.name.trimmed().isEmpty())
        return Error{Code::Invalid, tr("The dealership needs a name."), {}};
    if (!zones::isKnown(rooftop.zone))
        return Error{Code::Invalid, tr("“%1” is no time zone. Write one like America/Chicago.").arg(rooftop.zone), {}};
    BEBACK_CHECK(m_db->inTransaction("rooftop", [&]() -> Result<void> {
        BEBACK_TRY(add, m_db->statement("people/rooftop_add"));
        add.bind(":id", m_station.rooftop).bind(":name", rooftop.name.trimmed()).bind(":street", rooftop.street);
        add.bind(":city", rooftop.city).bind(":region", rooftop.region).bind(":postcode", rooftop.postcode);
        add.bind(":zone", rooftop.zone).bind(":phone", rooftop.phone).bind(":email", rooftop.email);
        return add.exec();
    }));
    return reload();
}

Result<bool> Workplace::hasAnything()
{
    BEBACK_TRY(select, m_db->statement("people/anything"));
    BEBACK_CHECK(select.exec());
    const bool any = select.next();
    BEBACK_CHECK(select.finished());
    return any;
}

Result<bool> Workplace::hasHistory()
{
    BEBACK_TRY(select, m_db->statement("history/any_event"));
    BEBACK_CHECK(select.exec());
    const bool any = select.next();
    BEBACK_CHECK(select.finished());
    return any;
}

Result<QVector<Agent>> Workplace::users(bool withDisabled)
{
    BEBACK_TRY(select, m_db->statement("people/users"));
    BEBACK_CHECK(select.bind(":rooftop_id", m_station.rooftop).exec());
    QVector<Agent> all;
    while (select.next()) {
        Columns c = select.columns();
        Agent agent;
        agent.login = c.text();
        agent.name = c.text();
        agent.role = c.text();
        if (c.boolean() || withDisabled)
            all << agent;
    }
    BEBACK_CHECK(select.finished());
    return all;
}

Result<Agent> Workplace::user(const QString &login)
{
    BEBACK_TRY(active, users());
    QStringList logins;
    for (const Agent &agent : active) {
        if (agent.login == login)
            return agent;
        logins << agent.login;
    }
    BEBACK_TRY(all, users(true));
    for (const Agent &agent : all)
        if (agent.login == login)
            return Error{Code::Denied, tr("%1 no longer works here. A manager can switch the login on again.").arg(login), {}};
    return Error{Code::NotFound,
                 logins.isEmpty() ? tr("Nobody works here yet. Add somebody with: beback user add LOGIN --name NAME")
                                  : tr("Nobody works here as “%1”. There are: %2.").arg(login, logins.join(QStringLiteral(", "))),
                 {}};
}

Result<void> Workplace::mustBeManager(const QString &login, const QString &otherwise)
{
    BEBACK_TRY(agent, user(login));
    return agent.role == QLatin1String("manager") ? Result<void>() : Result<void>(Error{Code::Denied, otherwise, {}});
}

Result<void> Workplace::addUser(const Agent &agent, const QString &password)
{
    if (agent.login.trimmed().isEmpty() || agent.name.trimmed().isEmpty())
        return Error{Code::Invalid, tr("A person needs a login and a name."), {}};
    if (agent.role != QLatin1String("agent") && agent.role != QLatin1String("manager"))
        return Error{Code::Invalid, tr("A role is agent or manager, not “%1”.").arg(agent.role), {}};
    auto added = m_db->inTransaction("user", [&]() -> Result<void> {
        BEBACK_TRY(add, m_db->statement("people/user_add"));
        add.bind(":login", agent.login.trimmed()).bind(":rooftop_id", m_station.rooftop).bind(":name", agent.name.trimmed());
        add.bind(":role", agent.role).bind(":active", true);
        if (m_db->engine() == Engine::Postgresql) {
            BEBACK_TRY(verifier, m_db->passwordVerifier(agent.login.trimmed(), password));
            add.bind(":verifier", verifier);
        }
        return add.exec();
    });
    if (added || added.error().code != Code::Conflict)
        return added;
    BEBACK_TRY(here, users(true));
    if (std::any_of(here.cbegin(), here.cend(), [&](const Agent &a) { return a.login == agent.login.trimmed(); }))
        return Error{Code::Conflict, tr("Somebody works here as “%1” already. Choose another login.").arg(agent.login), {}};
    return added; // another store on the same server has them
}

Result<void> Workplace::setPassword(const Agent &agent, const QString &password)
{
    if (m_db->engine() == Engine::Sqlite)
        return Error{Code::Invalid, tr("A store on this computer has no passwords; its file belongs to whoever may read it."), {}};
    return m_db->inTransaction("password", [&]() -> Result<void> {
        BEBACK_TRY(verifier, m_db->passwordVerifier(agent.login, password));
        BEBACK_TRY(set, m_db->statement("people/user_password"));
        set.bind(":login", agent.login).bind(":role", agent.role).bind(":verifier", verifier);
        return set.exec();
    });
}

Result<void> Workplace::setUser(const Agent &agent, bool active)
{
    return m_db->inTransaction("user", [&]() -> Result<void> {
        BEBACK_TRY(set, m_db->statement("people/user_set"));
        set.bind(":login", agent.login).bind(":name", agent.name).bind(":role", agent.role);
        return set.bind(":active", active).exec();
    });
}

Result<QString> Workplace::setting(const QString &name)
{
    BEBACK_TRY(select, m_db->statement("people/setting_get"));
    BEBACK_CHECK(select.bind(":name", name).exec());
    return select.next() ? select.columns().text() : QString();
}

Result<void> Workplace::setSetting(const QString &name, const QString &value)
{
    BEBACK_TRY(before, setting(name));
    if (before == value)
        return {}; // no commit for nothing: a start has one less to wait for
    return m_db->inTransaction("setting", [&]() -> Result<void> {
        BEBACK_TRY(statement, m_db->statement(value.isEmpty() ? "people/setting_remove" : "people/setting_set"));
        statement.bind(":name", name);
        if (!value.isEmpty())
            statement.bind(":value", value);
        return statement.exec();
    });
}

Result<QMap<QString, QString>> Workplace::settingsUnder(const QString &prefix)
{
    BEBACK_TRY(select, m_db->statement("people/settings_under"));
    BEBACK_CHECK(select.bind(":from", prefix).bind(":until", QString(prefix + QChar(0xffff))).exec());
    QMap<QString, QString> found;
    while (select.next()) {
        Columns c = select.columns();
        const QString name = c.text();
        found.insert(name.mid(prefix.size()), c.text());
    }
    BEBACK_CHECK(select.finished());
    return found;
}

Result<bool> Workplace::isTraining()
{
    BEBACK_TRY(value, setting(QStringLiteral("training")));
    return value == QLatin1String("1");
}

Result<Workplace::LeadRef> Workplace::findLead(const QString &id)
{
    return findLeadIn(*m_db, id);
}

Result<Workplace::LeadRef> Workplace::findLeadIn(Connection &db, const QString &id)
{
    const QString wanted = id.trimmed().toLower();
    if (wanted.size() < ShortestPrefix)
        return Error{Code::Invalid,
                     tr("“%1” is too short for a lead. Give its id, or at least the first %2 characters.").arg(id).arg(ShortestPrefix), {}};
    BEBACK_TRY(select, db.statement("lead/find_by_prefix"));
    BEBACK_CHECK(select.bind(":from", wanted).bind(":until", QString(wanted + QLatin1Char('g'))).exec());
    QVector<LeadRef> found;
    while (select.next()) {
        Columns c = select.columns();
        const LeadId lead = c.id<LeadId>();
        found << LeadRef{c.id<CustomerId>(), lead};
    }
    BEBACK_CHECK(select.finished());
    if (found.isEmpty())
        return Error{Code::NotFound, tr("There is no lead %1.").arg(id), {}};
    if (found.size() > 1)
        return Error{Code::Invalid, tr("Several leads begin with %1. Give more of the id.").arg(id), {}};
    return found.first();
}

Result<QVector<Event>> Workplace::history(CustomerId id)
{
    return event_store::wholeOfCustomer(*m_db, m_station.rooftop, id);
}

Result<CustomerState> Workplace::customer(CustomerId id)
{
    BEBACK_TRY(events, event_store::ofCustomer(*m_db, m_station.rooftop, id));
    if (events.isEmpty())
        return Error{Code::NotFound, tr("There is no such customer."), {}};
    return fold(std::move(events));
}

Result<int> Workplace::touchesToday(const QString &login)
{
    const Instant midnight = startOfDay(zones::local(m_clock.now(), m_rooftop.zone).date, m_rooftop.zone);
    BEBACK_TRY(select, m_db->statement("lead/touches_since"));
    select.bind(":rooftop_id", m_station.rooftop).bind(":actor", login).bind(":since", midnight);
    BEBACK_CHECK(select.exec());
    return select.next() ? select.columns().integer() : 0;
}

Result<TodayCount> Workplace::today(const QString &login)
{
    TodayCount count;
    BEBACK_TRY(touches, touchesToday(login));
    count.touches = touches;
    BEBACK_TRY(capacity, m_measure.left(*m_db, m_station.rooftop, m_rooftop.zone, login, m_clock.now(), touches > 0));
    count.capacity = capacity;
    return count;
}

} // namespace beback
