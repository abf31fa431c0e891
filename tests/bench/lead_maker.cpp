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
    const bool lively = m_how.lively < 0 || index < m_how.lively;
    const Instant arrived = arrival(lively);
    const Instant until = lively ? m_how.now : arrived + std::chrono::hours(24 * (20 + qint64(m_random.below(100))));
    LeadDraft draft = lead(index);
    if (m_how.workers > 1)
        draft.ownerLogin = worker();
    QVector<Event> events{event(EventKind::LeadArrived, arrived)};
    events.first().customer = m_random.id<CustomerId>(arrived);
    events.first().lead = m_random.id<LeadId>(arrived);
    events.first().direction = Direction::In;
    events.first().body = draft.toBody();
    if (const Plan *plan = m_plans.newest(draft.planId))
        events.first().body.insert(QLatin1String("plan_version"), plan->version);
    for (int i = 0; i < touches; ++i)
        events << touch(events, draft, until, i + 1, touches);
    if (!lively) {
        Event closed = event(EventKind::LeadClosed, until);
        closed.customer = events.first().customer;
        closed.lead = events.first().lead;
        closed.body = {{QStringLiteral("status"), m_random.below(8) == 0 ? QStringLiteral("sold") : QStringLiteral("lost")}};
        events << closed;
    }
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

Instant LeadMaker::arrival(bool lively)
{
    const int latest = lively ? 0 : 2 * 365, days = lively ? 300 : 8 * 365;
    return m_how.now - std::chrono::minutes(30 + qint64(latest) * 24 * 60 + qint64(m_random.below(quint64(days) * 24 * 60)));
}

QString LeadMaker::worker()
{
    return m_how.workers > 1 ? QStringLiteral("desk%1").arg(1 + m_random.below(quint64(m_how.workers))) : QStringLiteral("bench");
}

Event LeadMaker::touch(const QVector<Event> &before, const LeadDraft &draft, Instant until, int number, int of)
{
    const Instant first = before.first().occurredAt;
    const Duration span = until - first;
    Event e = event(EventKind::Attempt, first + span * number / (of + 1));
    e.actor = worker();
    e.customer = before.first().customer;
    e.lead = before.first().lead;
    e.medium = Medium(number % 3);
    e.direction = Direction::Out;
    e.outcome = e.medium != Medium::Call ? Outcome::Sent : m_how.workers > 1 && number % 5 == 0 ? Outcome::Reached : Outcome::Voicemail;
    e.body = {{QStringLiteral("plan"), draft.planId}, {QStringLiteral("step"), number},
              {QStringLiteral("note"), QStringLiteral("Left word about the car and asked for a time.")},
              {QStringLiteral("point"), draft.points.first().key()}};
    if (m_how.workers > 1)
        remark(e, number);
    return e;
}

// What charts and duties are read from besides. Of ten touches about one promises a call, one of twenty is a visit, and one of fifteen a
// step that was left out.
void LeadMaker::remark(Event &e, int number) const
{
    const qint64 turn = e.n % 60;
    if (turn % 20 == 7) {
        e.medium = Medium::Visit;
        e.direction = Direction::In;
        e.outcome = Outcome::Kept;
    } else if (turn % 15 == 4) {
        e.kind = EventKind::Skipped;
        e.kindText = toText(e.kind);
        e.outcome = Outcome::None;
        e.body = {{QStringLiteral("reason"), QStringLiteral("They are on holiday.")}, {QStringLiteral("step"), number}};
    } else if (turn % 10 == 3) {
        e.medium = Medium::Call;
        e.outcome = Outcome::CallBack;
        e.body.insert(QStringLiteral("next_at"), (e.occurredAt + std::chrono::hours(26)).toIso());
        e.body.insert(QStringLiteral("next_medium"), QStringLiteral("call"));
    } else if (e.medium == Medium::Call && e.outcome == Outcome::Reached) {
        e.body.insert(QStringLiteral("guide"), QStringLiteral("first-call"));
        e.body.insert(QStringLiteral("answers"), QJsonObject{{QStringLiteral("when"), QStringLiteral("this week")}});
    } else if (e.medium != Medium::Call) {
        e.body.insert(QStringLiteral("wording"), QStringLiteral("still-there/%1").arg(turn % 3));
    }
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
