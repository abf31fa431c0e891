#include "lead_maker.h"

#include "core/history/fold.h"
#include "store_fixture.h"

#include <cmath>

namespace bench {

using namespace beback;

LeadMaker::LeadMaker(const How &how) : m_how(how), m_random(7), m_material(need(demo::Material::load()))
{
    for (const Plan &plan : need(loadShippedPlans()))
        m_plans.add(plan);
    m_origin = m_random.id<OriginId>(how.now);
}

std::vector<TableRow> LeadMaker::customer(int index)
{
    const int touches = index < LongHistories ? LongHistory - 1
                                              : int(-std::log(1.0 - m_random.unit()) * m_how.meanTouches);
    const Instant arrived = m_how.now - std::chrono::minutes(30 + qint64(m_random.below(300 * 24 * 60)));
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

Event LeadMaker::event(EventKind kind, Instant at)
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

LeadDraft LeadMaker::lead(int index)
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
    draft.points = m_how.halfByEmail && index % 2 == 0 ? QVector<ContactPoint>{email} : QVector<ContactPoint>{phone, email};
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

Event LeadMaker::touch(const QVector<Event> &before, const LeadDraft &draft, int number, int of)
{
    const Instant first = before.first().occurredAt;
    const Duration span = m_how.now - first;
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

std::vector<TableRow> LeadMaker::rowsOf(QVector<Event> events)
{
    std::vector<TableRow> rows;
    for (const Event &e : std::as_const(events))
        rows.push_back(eventRow(e));
    const CustomerState state = fold(std::move(events));
    const DerivedRows derived = deriveRows(state, nextForCustomer(state, m_plans), m_plans.rules());
    for (TableRow &row : derivedRows(state, derived))
        rows.push_back(std::move(row));
    return rows;
}

} // namespace bench
