// Claim a person, record a touch, give the person back: through the program, and as bare row writes.

#include "floor.h"
#include "store_fixture.h"

#include <cstdio>

namespace bench {

using namespace beback;

namespace {

constexpr int Rounds = 7;
constexpr int Cycles = 150;

class Ours
{
public:
    explicit Ours(const QString &path) : m_desk(path) {}
    void cycle()
    {
        m_desk.clock.advance(std::chrono::seconds(1));
        const auto claim = need(m_desk.place->queue().claimNext(QStringLiteral("bench")));
        if (!claim)
            throw std::runtime_error("The queue ran dry.");
        RecordRequest request;
        request.customer = claim->customer;
        request.lead = claim->lead;
        request.medium = Medium::Call;
        request.outcome = Outcome::NoAnswer;
        request.note = QStringLiteral("No answer, rang out.");
        request.epoch = claim->epoch;
        (void)need(m_desk.place->record(request, QStringLiteral("bench")));
    }

private:
    Desk m_desk;
};

// The same rows: the claim in one transaction; event, lead, queue, desk and the claim given back in another. The gate
// counts, which the program writes as well when a lead changes its band, are left out: the floor is the leanest there is.
class Floor
{
public:
    explicit Floor(const QString &path)
        : m_db(path.toStdString()),
          m_pick(m_db, "SELECT q.customer_id, q.lead_id FROM queue q WHERE q.rooftop_id = 1 AND q.owner = '' AND q.band = ? "
                       "AND q.gate = ? AND q.due_at <= ? AND NOT EXISTS (SELECT 1 FROM claim c WHERE "
                       "c.customer_id = q.customer_id AND c.until > ?) ORDER BY q.due_at, q.customer_id LIMIT 1"),
          m_claim(m_db, "INSERT INTO claim (customer_id, rooftop_id, lead_id, login, epoch, until, since) "
                        "VALUES (?, 1, ?, 'bench', 1, ?, ?) ON CONFLICT (customer_id) DO UPDATE SET lead_id = excluded.lead_id, "
                        "login = excluded.login, epoch = claim.epoch + 1, until = excluded.until, since = excluded.since "
                        "WHERE claim.until <= excluded.since RETURNING epoch"),
          m_event(m_db, "INSERT INTO event (id, rooftop_id, customer_id, lead_id, origin, n, hlc, kind, version, medium, "
                        "direction, outcome, occurred_at, recorded_at, actor, station, body) VALUES (?, 1, ?, ?, 'floor', ?, ?, "
                        "'attempt', 1, 'call', 'out', 'no_answer', ?, ?, 'bench', 'bench', ?)"),
          m_lead(m_db, "UPDATE lead SET attempts = attempts + 1, steps_done = steps_done + 1, last_attempt_at = ?, "
                       "marks = substr(marks || ' c-', -23) WHERE id = ?"),
          m_queue(m_db, "UPDATE queue SET due_at = ?, step = step + 1 WHERE customer_id = ?"),
          m_desk(m_db, "UPDATE desk SET last_n = ?, last_hlc = ? WHERE one = 1"),
          m_release(m_db, "UPDATE claim SET until = 0, login = '' WHERE customer_id = ? AND login = 'bench'")
    {
        // The gate with the most rows: the floor does not even choose.
        FloorStatement gate(m_db, "SELECT band, gate FROM queue WHERE owner = '' AND due_at <= ? AND band < 9 "
                                  "GROUP BY band, gate ORDER BY COUNT(*) DESC LIMIT 1");
        gate.number(m_now).step();
        m_band = gate.numberAt(0);
        m_gate = gate.textAt(1);
    }

    void cycle()
    {
        m_now += 1000000;
        m_db.run("BEGIN IMMEDIATE");
        if (!m_pick.number(m_band).text(m_gate).number(m_now).number(m_now).step())
            throw std::runtime_error("The floor's queue ran dry.");
        const std::string customer(m_pick.textAt(0)), lead(m_pick.textAt(1));
        m_pick.reset();
        m_claim.text(customer).text(lead).number(m_now + 600000000).number(m_now).run();
        m_db.run("COMMIT");
        m_db.run("BEGIN IMMEDIATE");
        const std::string id = floorId();
        ++m_n;
        m_event.text(id).text(customer).text(lead).number(m_n).number(m_now).number(m_now).number(m_now).text(m_body).run();
        m_lead.number(m_now).text(lead).run();
        m_queue.number(m_now + 86400000000).text(customer).run();
        m_desk.number(m_n).number(m_now).run();
        m_release.text(customer).run();
        m_db.run("COMMIT");
    }

private:
    FloorDb m_db;
    FloorStatement m_pick, m_claim, m_event, m_lead, m_queue, m_desk, m_release;
    std::int64_t m_now = benchNow().us, m_n = 0, m_band = 0;
    std::string m_gate;
    const std::string m_body = R"({"note":"No answer, rang out.","plan":"fresh-internet","point":"phone:+999000000011","step":3})";
};

} // namespace

void claimAndRecord(const Options &options)
{
    const QString store = builtStore(options, 100000);
    Ours ours(copyOf(options, store, QStringLiteral("record-ours.db")));
    Floor floor(copyOf(options, store, QStringLiteral("record-floor.db")));
    QVector<double> oursRate, floorRate, ratio;
    for (int round = 0; round <= Rounds; ++round) {
        const double o = Cycles / timeOf([&] { for (int i = 0; i < Cycles; ++i) ours.cycle(); });
        const double f = Cycles / timeOf([&] { for (int i = 0; i < Cycles; ++i) floor.cycle(); });
        if (round == 0) // warms both
            continue;
        oursRate << o;
        floorRate << f;
        ratio << o / f;
    }
    const double middle = median(ratio);
    print({QStringLiteral("claim + record"), perSecond(median(oursRate)), perSecond(median(floorRate)), middle,
           QStringLiteral(">= 0.50 x floor"), middle >= 0.5});
}

} // namespace bench
