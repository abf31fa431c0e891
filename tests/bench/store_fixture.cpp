#include "store_fixture.h"

#include "core/demo/material.h"
#include "core/history/fold.h"
#include "core/plan/starter_plans.h"
#include "rows.h"

#include <QDir>
#include <QFile>

#include <cmath>
#include <cstdio>
#include <stdexcept>

namespace bench {

using namespace beback;
using namespace std::chrono_literals;

namespace {

class Maker
{
public:
    Maker() : m_random(7), m_material(need(demo::Material::load()))
    {
        for (const Plan &plan : need(loadShippedPlans()))
            m_plans.add(plan);
        m_origin = m_random.id<OriginId>(benchNow());
    }

    std::vector<TableRow> customer(int index)
    {
        const int touches = index < LongHistories ? LongHistory - 1
                                                  : int(-std::log(1.0 - m_random.unit()) * 1.6);
        const Instant arrived = benchNow() - std::chrono::minutes(30 + qint64(m_random.below(300 * 24 * 60)));
        const LeadDraft draft = lead(index);
        QVector<Event> events{event(EventKind::LeadArrived, arrived)};
        events.first().customer = m_random.id<CustomerId>(arrived);
        events.first().lead = m_random.id<LeadId>(arrived);
        events.first().direction = Direction::In;
        events.first().body = draft.toBody();
        if (const Plan *plan = m_plans.newest(draft.planId))
            events.first().body.insert(QLatin1String("plan_version"), plan->version);
        for (int i = 0; i < touches; ++i)
            events << touch(events, draft, i + 1, touches);
        return rowsOf(std::move(events));
    }
    OriginId origin() const { return m_origin; }
    qint64 lastN() const { return m_n; }
    qint64 lastHlc() const { return m_hlc; }

private:
    template <class List> const auto &pick(const List &list) { return list.at(qsizetype(m_random.below(quint64(list.size())))); }

    Event event(EventKind kind, Instant at)
    {
        Event e;
        e.id = m_random.id<EventId>(at);
        e.rooftop = RooftopId{1};
        e.origin = m_origin;
        e.n = ++m_n;
        m_hlc = std::max(m_hlc + 1, qint64(m_n) << 16); // in the order they are written
        e.hlc = {m_hlc};
        e.kind = kind;
        e.kindText = toText(kind);
        e.occurredAt = e.recordedAt = at;
        e.actor = QStringLiteral("bench");
        e.station = QStringLiteral("bench");
        return e;
    }

    LeadDraft lead(int index)
    {
        LeadDraft draft;
        draft.name.first = pick(m_material.firstNames).name;
        draft.name.last = pick(m_material.lastNames).name;
        const demo::City &city = pick(m_material.cities);
        draft.address = {{}, city.name, city.region, city.postcodes.first(), QStringLiteral("US")};
        draft.zones = {pick(m_zones)};
        ContactPoint phone;
        phone.value = QStringLiteral("+1999%1").arg((qint64(index) * 7919 + 11) % 10000000, 7, 10, QLatin1Char('0'));
        phone.label = QStringLiteral("mobile");
        ContactPoint email;
        email.type = ContactPoint::Type::Email;
        email.value = QStringLiteral("%1.%2%3@example.com").arg(draft.name.first.toLower(), draft.name.last.toLower()).arg(index);
        draft.points = {phone, email};
        const demo::Model &model = pick(m_material.models);
        draft.wanted.year = QString::number(2019 + int(m_random.below(8)));
        draft.wanted.make = model.make;
        draft.wanted.model = model.model;
        draft.wanted.trim = pick(model.trims);
        draft.wanted.stock = QStringLiteral("C%1").arg(100000 + index);
        draft.source = pick(m_material.sources).name;
        draft.comments = QStringLiteral("Is it still there, and what would it be a month?");
        draft.keys = {QStringLiteral("adf:%1/%2").arg(draft.source).arg(index)};
        draft.planId = planForSource(draft.source);
        return draft;
    }

    Event touch(const QVector<Event> &before, const LeadDraft &draft, int number, int of)
    {
        const Instant first = before.first().occurredAt;
        const Duration span = benchNow() - first;
        Event e = event(EventKind::Attempt, first + span * number / (of + 1));
        e.customer = before.first().customer;
        e.lead = before.first().lead;
        e.medium = Medium(number % 3);
        e.direction = Direction::Out;
        e.outcome = e.medium == Medium::Call ? Outcome::Voicemail : Outcome::Sent;
        e.body = {{QStringLiteral("plan"), draft.planId}, {QStringLiteral("step"), number},
                  {QStringLiteral("note"), QStringLiteral("Left word about the car and asked for a time.")},
                  {QStringLiteral("point"), draft.points.first().key()}};
        return e;
    }

    std::vector<TableRow> rowsOf(QVector<Event> events)
    {
        std::vector<TableRow> rows;
        for (const Event &e : std::as_const(events))
            rows.push_back(eventRow(e));
        const CustomerState state = fold(std::move(events));
        const DerivedRows derived = deriveRows(state, nextForCustomer(state, m_plans));
        for (TableRow &row : derivedRows(state, derived))
            rows.push_back(std::move(row));
        return rows;
    }

    SeededRandom m_random;
    demo::Material m_material;
    PlanBook m_plans;
    OriginId m_origin;
    qint64 m_n = 0, m_hlc = 0;
    const QStringList m_zones{QStringLiteral("America/Chicago"), QStringLiteral("America/Chicago"),
                              QStringLiteral("America/Denver"), QStringLiteral("America/New_York"),
                              QStringLiteral("America/Los_Angeles")};
};

void fill(const QString &path, int leads)
{
    FloorDb db(path.toStdString(), false);
    RowWriter writer(db);
    Maker maker;
    db.run("BEGIN");
    for (int i = 0; i < leads; ++i) {
        for (const TableRow &row : maker.customer(i))
            writer.write(row);
        if (i % 20000 == 19999) {
            db.run("COMMIT; BEGIN");
            std::fprintf(stderr, "\rmaking a store of %d leads: %d", leads, i + 1);
        }
    }
    FloorStatement desk(db, "INSERT INTO desk (one, origin, last_n, last_hlc) VALUES (1, ?, ?, ?)");
    const std::string origin = maker.origin().toString().toStdString();
    desk.text(origin).number(maker.lastN()).number(maker.lastHlc()).run();
    db.run("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
    std::fprintf(stderr, "\r%60s\r", "");
}

void removeStore(const QString &path)
{
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(suffix));
}

} // namespace

void fail(const Error &error)
{
    throw std::runtime_error((error.message + QLatin1Char(' ') + error.detail).toStdString());
}

Instant benchNow()
{
    return Instant::fromIso(QStringLiteral("2026-11-23T17:00:00Z"));
}

Desk::Desk(const QString &path) : clock(benchNow()), random(99)
{
    place = need(Workplace::open(need(StoreUrl::parse(QStringLiteral("sqlite:") + path)),
                                 Workplace::Open::CreateOrUpgrade, clock, random));
}

QString emptyStore(const Options &options, const QString &name)
{
    const QString path = options.dir + QLatin1Char('/') + name;
    removeStore(path);
    Desk desk(path);
    RooftopFacts rooftop;
    rooftop.name = QStringLiteral("Bench Motors");
    rooftop.zone = QStringLiteral("America/Chicago");
    need(desk.place->setUpRooftop(rooftop));
    need(desk.place->addUser({QStringLiteral("bench"), QStringLiteral("Bench"), QStringLiteral("agent")}));
    return path;
}

QString builtStore(const Options &options, int leads)
{
    const QString name = QStringLiteral("leads-%1-schema-%2.db").arg(leads).arg(Migrator::newest(Engine::Sqlite));
    const QString path = options.dir + QLatin1Char('/') + name;
    if (QFile::exists(path))
        return path;
    const QString half = emptyStore(options, name + QStringLiteral(".part"));
    fill(half, leads);
    removeStore(path);
    if (!QFile::rename(half, path))
        throw std::runtime_error("The store could not be renamed.");
    return path;
}

QString copyOf(const Options &options, const QString &store, const QString &name)
{
    const QString path = options.dir + QLatin1Char('/') + name;
    removeStore(path);
    if (!QFile::copy(store, path))
        throw std::runtime_error("The store could not be copied. Is there room in the folder?");
    return path;
}

} // namespace bench
