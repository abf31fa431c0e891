#include "dealership.h"

#include "pg_loader.h"
#include "store_fixture.h"

#include "core/plan/rule_text.h"
#include "core/plan/whereabouts.h"
#include "core/words/word_shelf.h"

#include <QDir>

namespace bench {

using namespace beback;

namespace {

// The queue alone, and a short history of everybody, so that a claim has something to hand out. Ids are made from numbers.
// bands: the shares they have in a shop that is behind with its work.
constexpr const char *MakeQueue = R"(
SET session_replication_role = replica;
CREATE TEMP TABLE made AS
SELECT md5('customer' || g)::uuid::text AS customer_id, md5('lead' || g)::uuid::text AS lead_id, g,
       CASE WHEN %2 >= 0 THEN %2
            ELSE (ARRAY[0, 1, 2, 2, 3, 3, 3, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6])[1 + g % 20] END AS band,
       CASE WHEN %2 >= 0 THEN ''
            ELSE (ARRAY['', '', 'America/Chicago', 'America/Denver', 'America/New_York', 'America/Los_Angeles'])[1 + g % 6] END AS gate,
       (extract(epoch FROM now()) * 1000000)::bigint - 3600000000 - (('x' || substr(md5('due' || g), 1, 8))::bit(32)::bigint * 500) AS due_at
FROM generate_series(1, %1) g;
INSERT INTO queue SELECT customer_id, 1, lead_id, '', band, gate, due_at, 'call', 1 + g % 9, 9 FROM made ORDER BY g;
INSERT INTO customer_head SELECT customer_id, 1, 3, FALSE FROM made ORDER BY g;
INSERT INTO queue_gate SELECT DISTINCT rooftop_id, owner, band, gate, 1 FROM queue;
INSERT INTO event SELECT md5('event' || i || customer_id)::uuid::text, 1, customer_id, lead_id, md5('made')::uuid::text, g::bigint * 3 + i,
       (g::bigint * 3 + i) << 16, CASE i WHEN 0 THEN 'lead_arrived' ELSE 'attempt' END, 1, CASE i WHEN 0 THEN NULL ELSE 'call' END,
       CASE i WHEN 0 THEN 'in' ELSE 'out' END, CASE i WHEN 0 THEN '' ELSE 'voicemail' END, due_at, due_at, 'bench', 'bench',
       '{"note":"Left word about the car and asked for a time.","plan":"fresh-internet","step":' || i || '}'
FROM (SELECT * FROM made ORDER BY band, due_at LIMIT 200000) m, generate_series(0, 2) i;
CREATE TABLE bench_due AS SELECT customer_id, due_at FROM made;
ALTER TABLE bench_due ADD PRIMARY KEY (customer_id);
CREATE TABLE bench_loaded AS SELECT 0::bigint AS last_seq;
)";

constexpr const char *PutBack = R"(
DELETE FROM bench_due b USING feed f
WHERE f.feed = 1 AND f.seq > (SELECT last_seq FROM bench_loaded) AND f.customer_id = b.customer_id;
UPDATE bench_loaded l SET last_seq = h.last_seq FROM feed_head h WHERE h.feed = 1;
UPDATE queue q SET due_at = b.due_at FROM bench_due b WHERE q.customer_id = b.customer_id AND q.due_at <> b.due_at;
TRUNCATE claim;
)";

} // namespace

Dealership::Dealership(const Options &options, QString database) : m_server(server(options)), m_database(std::move(database)) {}

test::TempPostgres &Dealership::server(const Options &options)
{
    static test::TempPostgres one(options.dir + QStringLiteral("/postgres"));
    return one;
}

StoreUrl Dealership::urlOf(const QString &login) const
{
    return {Engine::Postgresql, {}, m_server.url(m_database, login)};
}

StoreUrl Dealership::adminUrl() const
{
    return {Engine::Postgresql, {}, m_server.url(m_database)};
}

bool Dealership::exists() const
{
    return m_server.sql(QStringLiteral("postgres"), QStringLiteral("SELECT count(*) FROM pg_database WHERE datname = '%1'").arg(m_database))
           == QLatin1String("1");
}

void Dealership::setUp() const
{
    m_server.sql(QStringLiteral("postgres"), QStringLiteral("DROP DATABASE IF EXISTS ") + m_database);
    m_server.sql(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE ") + m_database);
    const SystemClock clock;
    SystemRandom random;
    const auto place = need(Workplace::open(adminUrl(), Workplace::Open::CreateOrUpgrade, clock, random));
    RooftopFacts rooftop;
    rooftop.name = QStringLiteral("Bench Motors");
    rooftop.zone = QStringLiteral("America/Chicago");
    need(place->setUpRooftop(rooftop));
    for (int i = 0; i < Desks; ++i)
        need(place->addUser({deskName(i), QStringLiteral("Desk %1").arg(i + 1), QStringLiteral("agent")}));
}

// Under its name once it is whole.
void Dealership::rename(const QString &to)
{
    m_server.sql(QStringLiteral("postgres"), QStringLiteral("ALTER DATABASE %1 RENAME TO %2").arg(m_database, to));
    m_database = to;
}

void Dealership::putBack() const
{
    PgFloor db = administrator();
    db.run(PutBack);
    db.run("VACUUM (ANALYZE) queue, claim, customer_head, queue_gate");
    db.run("CHECKPOINT");
}

Dealership Dealership::made(const Options &options, const QString &kind, int leads, const LeadMaker::How &how)
{
    const QString name = QStringLiteral("%1_%2_schema_%3").arg(kind).arg(leads).arg(Migrator::newest(Engine::Postgresql));
    Dealership place(options, name);
    if (!place.exists()) {
        place.m_database = name + QStringLiteral("_part");
        place.setUp();
        {
            PgFloor db = place.administrator();
            LeadMaker maker(how);
            PgLoader(db).load(maker, leads);
        }
        place.rename(name);
    }
    place.putBack();
    return place;
}

Dealership Dealership::withLeads(const Options &options)
{
    return made(options, QStringLiteral("leads"), options.leads(), {SystemClock().now(), 9.5, true});
}

// Of every message something else than was shipped, as stores have it after a year, as far as the check lets it out; and calls to
// Florida in fewer hours than the law has.
void Dealership::sayOwnWords() const
{
    const SystemClock clock;
    SystemRandom random;
    const auto place = need(Workplace::open(adminUrl(), Workplace::Open::CreateOrUpgrade, clock, random));
    const QString manager = QStringLiteral("manager");
    need(place->addUser({manager, QStringLiteral("Manager"), manager}));
    const auto shipped = WordShelf::shipped();
    int said = 0;
    for (const QString &id : shipped->ids(WordKind::Message)) {
        WordTemplate words = need(messageFromBody(id, shipped->body(WordKind::Message, id)));
        words.body += QStringLiteral("\nWe are open until eight.");
        said += bool(place->sayWords({{WordKind::Message, id, bodyOf(words), QStringLiteral("Our hours.")}}, manager));
    }
    if (said < 20)
        throw std::runtime_error("The manager could not say their own words.");
    RuleWish wish{*RuleBook::shipped().find(QStringLiteral("fl-hours")), false, QStringLiteral("Our lawyer says so.")};
    wish.rule.hours = rule_text::hoursFromText(QStringLiteral("mon-fri 09:00-17:00")).value();
    (void)need(place->setRule(wish, manager));
}

Dealership Dealership::withHistories(const Options &options)
{
    const Dealership place = made(options, QStringLiteral("histories"), 5000, {SystemClock().now(), 19, true});
    PgFloor db = place.administrator();
    if (db.run("SELECT 1 FROM own_words LIMIT 1").rows == 0)
        place.sayOwnWords();
    return place;
}

Dealership Dealership::aged(const Options &options, int leads, int lively)
{
    return made(options, QStringLiteral("aged_%1").arg(lively), leads, {SystemClock().now(), 9, false, lively, Workers});
}

void Dealership::fillQueue(int people, int band) const
{
    PgFloor db = administrator();
    db.run(QString::fromLatin1(MakeQueue).arg(people).arg(band).toStdString());
    db.run("VACUUM (ANALYZE, FREEZE)");
}

Dealership Dealership::withQueue(const Options &options, int people, int band)
{
    const QString name = QStringLiteral("queue_%1%2_schema_%3")
                             .arg(people).arg(band < 0 ? QString() : QStringLiteral("_band_%1").arg(band))
                             .arg(Migrator::newest(Engine::Postgresql));
    Dealership place(options, name);
    if (!place.exists()) {
        place.m_database = name + QStringLiteral("_part");
        place.setUp();
        place.fillQueue(people, band);
        place.rename(name);
    }
    place.putBack();
    return place;
}

void Dealership::workedOn(PgFloor &administrator)
{
    administrator.run("BEGIN; UPDATE queue q SET due_at = (extract(epoch FROM now()) * 1000000)::bigint + 2592000000000 "
                      "FROM claim k WHERE k.until > 0 AND k.customer_id = q.customer_id;"
                      "UPDATE claim SET until = 0, login = '' WHERE until > 0; COMMIT");
}

std::string freshId()
{
    static thread_local SystemRandom random;
    return random.uuid(SystemClock().now()).toString(QUuid::WithoutBraces).toStdString();
}

QStringList everyPlaceList()
{
    return everyPlace(RuleBook::shipped());
}

std::string everyZone()
{
    return "{\"" + everyPlaceList().join(QStringLiteral("\",\"")).toStdString() + "\"}";
}

} // namespace bench
