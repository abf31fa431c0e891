#include "core/demo/demo_world.h"

#include "core/demo/rooftop.h"
#include "core/demo/story.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

using namespace std::chrono_literals;

namespace {

constexpr int RecordsATransaction = 250;
constexpr RooftopId Rooftop{1};

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

Result<void> addRooftop(Connection &db)
{
    BEBACK_TRY(add, db.statement("people/rooftop_add"));
    const RooftopFacts rooftop = demo::rooftop();
    add.bind(":id", Rooftop).bind(":name", rooftop.name).bind(":street", rooftop.street).bind(":city", rooftop.city);
    add.bind(":region", rooftop.region).bind(":postcode", rooftop.postcode).bind(":zone", rooftop.zone);
    add.bind(":phone", rooftop.phone).bind(":email", rooftop.email);
    return add.exec();
}

// The store, the people who work there, and the word that all of it is made up: together or not at all.
Result<void> found(Connection &db, const demo::Material &material)
{
    return db.inTransaction("demo people", [&]() -> Result<void> {
        {
            BEBACK_TRY(anything, db.statement("people/anything"));
            BEBACK_CHECK(anything.exec());
            if (anything.next())
                return Error{Code::Conflict,
                             tr("This store is in use already. A demo world needs an empty one: name another file."),
                             {}};
            BEBACK_CHECK(anything.finished());
        }
        BEBACK_TRY(mark, db.statement("people/setting_set"));
        BEBACK_CHECK(mark.bind(":name", QStringLiteral("demo")).bind(":value", QStringLiteral("1")).exec());
        BEBACK_CHECK(addRooftop(db));
        BEBACK_TRY(add, db.statement("people/user_add"));
        for (const demo::StaffMember &member : material.staff) {
            add.bind(":login", member.login).bind(":rooftop_id", Rooftop).bind(":name", member.name);
            BEBACK_CHECK(add.bind(":role", member.role).bind(":active", true).exec());
        }
        return {};
    });
}

// A moment of that day at which people ask about cars: most in the late morning and after work, few at night.
Instant askingTime(demo::Dice &dice, QDate day)
{
    static const QVector<double> byHour = {1, .5, .3, .2, .2, .5, 1.5, 3, 5, 7, 8, 8, 8, 7, 6, 6, 6, 7, 8, 9, 9, 7, 5, 2.5};
    const int hour = int(dice.weighted(byHour));
    const QTime time(hour, dice.between(0, 59), dice.between(0, 59));
    return zones::instantOf(day, time, QLatin1String(demo::RooftopZone)).value_or(Instant{});
}

// Over how many days they come.
int daysOf(const DemoWorld &world)
{
    return std::clamp(world.customers / 11, 75, 400);
}

// Only as many people work there as so many who ask can keep busy: with a touch or two a day nobody keeps an hour of them.
QVector<demo::StaffMember> hired(const QVector<demo::StaffMember> &all, const DemoWorld &world)
{
    constexpr int LeastAgents = 3;
    int agents = std::max(LeastAgents, world.customers / daysOf(world));
    QVector<demo::StaffMember> hired;
    for (const demo::StaffMember &member : all)
        if (member.role != QLatin1String("agent") || agents-- > 0)
            hired << member;
    return hired;
}

// When each of the customers first asks: over months, Mondays and Saturdays more than Sundays, some in the last days
// whatever the number, so that the queue is fresh.
QVector<Instant> arrivals(demo::Dice &dice, const DemoWorld &world)
{
    const int days = daysOf(world);
    const QDate last = zones::local(world.until, QLatin1String(demo::RooftopZone)).date;
    const int fresh = std::max(std::min(world.customers / 5, 14), world.customers * 4 / days);
    static const QVector<double> byWeekday = {1.25, 1.05, 1.0, 1.0, 1.05, 1.2, 0.75};
    QVector<Instant> all;
    while (all.size() < world.customers) {
        const QDate day = last.addDays(all.size() < fresh ? -dice.between(0, 2) : -dice.between(3, days));
        const bool passed = all.size() >= fresh && !dice.chance(byWeekday.at(day.dayOfWeek() - 1) / 1.25);
        const Instant at = askingTime(dice, day);
        if (!passed && at < world.until)
            all << at;
    }
    std::sort(all.begin(), all.end());
    return all;
}

} // namespace

Result<void> makeDemoWorld(Connection &db, const DemoWorld &world, const PlanBook &plans,
                           const std::function<void(int done)> &progress)
{
    if (world.customers < 1 || world.customers > DemoWorld::MostCustomers)
        return Error{Code::Invalid, tr("A demo world has from 1 to %1 customers.").arg(DemoWorld::MostCustomers), {}};
    BEBACK_TRY(material, demo::Material::load());
    material.staff = hired(material.staff, world);
    SeededRandom random(world.seed);
    demo::Dice dice(random);
    const QVector<Instant> asked = arrivals(dice, world);
    ManualClock clock(asked.constFirst());
    BEBACK_CHECK(found(db, material));

    Recorder recorder(db, clock, random, Station{Rooftop, QStringLiteral("demo")}, plans);
    demo::Story story({recorder, clock, material, dice, world.until});
    for (const Instant at : asked)
        story.expect(at);
    BEBACK_CHECK(story.open());
    for (bool more = true; more;) {
        bool begun = false;
        BEBACK_CHECK(db.inTransaction("demo", [&]() -> Result<void> {
            if (std::exchange(begun, true)) // chance cannot be drawn again
                return Error{Code::Conflict, tr("Another program wrote into this file while the demo world was being "
                                                "made. Delete it and start again."), {}};
            for (int i = 0; i < RecordsATransaction && more; ++i) {
                BEBACK_TRY(told, story.play());
                more = told;
            }
            return {};
        }));
        if (progress)
            progress(story.arrived());
    }
    return {};
}

} // namespace beback
