#include "core/desk/site_facts.h"

#include <array>

namespace beback {

namespace {

using Put = SiteFacts::Put;

Put siteRow(Columns &c, RooftopId rooftop)
{
    QStringList facts;
    for (int i = 0; i < 8; ++i)
        facts << c.text();
    return [facts, rooftop](Statement &put) {
        constexpr std::array Names = {":name", ":street", ":city", ":region", ":postcode", ":zone", ":phone", ":email"};
        put.bind(":id", rooftop);
        for (size_t i = 0; i < Names.size(); ++i)
            put.bind(Names[i], facts[qsizetype(i)]);
    };
}

Put personRow(Columns &c, RooftopId rooftop)
{
    const QString login = c.text(), name = c.text(), role = c.text();
    return [login, name, role, active = c.boolean(), rooftop](Statement &put) {
        put.bind(":login", login).bind(":rooftop_id", rooftop).bind(":name", name).bind(":role", role).bind(":active", active);
    };
}

Put planRow(Columns &c)
{
    const QString id = c.text();
    const int version = c.integer();
    return [id, version, body = c.text()](Statement &put) { put.bind(":id", id).bind(":version", version).bind(":body", body); };
}

Put beginningRow(Columns &c, RooftopId rooftop)
{
    const QString kind = c.text(), plan = c.text();
    const Instant at = c.instant();
    return [kind, plan, at, by = c.text(), rooftop](Statement &put) {
        put.bind(":rooftop_id", rooftop).bind(":kind", kind).bind(":at", at).bind(":plan_id", plan).bind(":by_login", by);
    };
}

// True: it tells of a plan this desk lacks.
bool take(SiteFacts &facts, Columns &c, RooftopId rooftop, const PlanBook &known)
{
    const QString what = c.text();
    if (what == QLatin1String("site")) {
        facts.site << siteRow(c, rooftop);
    } else if (what == QLatin1String("person")) {
        facts.people << personRow(c, rooftop);
    } else if (what == QLatin1String("begins")) {
        facts.begins << beginningRow(c, rooftop);
    } else if (what == QLatin1String("setting")) {
        const QString name = c.text();
        facts.settings.insert(name, c.text());
    } else if (what == QLatin1String("plan")) {
        const QString id = c.text();
        return !known.find(id, c.integer());
    } else {
        (what == QLatin1String("rules") ? facts.rules : what == QLatin1String("words") ? facts.words : facts.stock) = c.integer();
    }
    return false;
}

Result<void> write(Connection &to, const char *name, const QVector<Put> &rows)
{
    BEBACK_TRY(put, to.statement(name));
    for (const Put &row : rows) {
        row(put);
        BEBACK_CHECK(put.exec());
    }
    return {};
}

} // namespace

// A version of a plan never changes, so they are fetched only where this desk lacks one: a line that breaks again and again has to
// carry little before work goes on.
Result<SiteFacts> readSiteFacts(Connection &shared, RooftopId rooftop, const PlanBook &known)
{
    SiteFacts facts;
    for (const char *setting : {"demo", "training", "dnc_max_age_hours"})
        facts.settings.insert(QLatin1String(setting), QString());
    bool lacks = false;
    {
        BEBACK_TRY(select, shared.statement("exchange/site_facts"));
        BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
        while (select.next()) {
            Columns c = select.columns();
            lacks = take(facts, c, rooftop, known) || lacks;
        }
        BEBACK_CHECK(select.finished());
    }
    if (!lacks)
        return facts;
    BEBACK_TRY(select, shared.statement("plan/plans_read"));
    BEBACK_CHECK(select.exec());
    while (select.next()) {
        Columns c = select.columns();
        facts.plans << planRow(c);
    }
    BEBACK_CHECK(select.finished());
    return facts;
}

Result<void> keepSiteFacts(Connection &own, const SiteFacts &facts)
{
    BEBACK_CHECK(write(own, "people/rooftop_put", facts.site));
    BEBACK_CHECK(write(own, "people/user_put", facts.people));
    BEBACK_CHECK(write(own, "people/plan_put", facts.plans));
    return write(own, "plan/begins_keep", facts.begins);
}

} // namespace beback
