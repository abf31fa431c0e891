// Recording until the shared database has confirmed it: into the own store, sent, and come back in the feed. Against one
// PostgreSQL transaction with the same writes; and against a job queue (graphile-worker) whose jobs write them.

#include "crew.h"
#include "shared_desk.h"
#include "store_fixture.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>

namespace bench {

using namespace beback;

namespace {

constexpr int Rounds = 5;
constexpr int People = 150; // each of the floor's desks writes about, by turns

// The rows a recorded touch leaves behind, as statements of one transaction. Past triggers and rights; the number in the
// feed is taken from its head, as the guard takes it.
class FloorRecorder
{
public:
    FloorRecorder(const std::string &uri, int number) : m_db(uri), m_origin(freshId())
    {
        m_db.run("SET session_replication_role = replica");
        m_db.run("INSERT INTO replica VALUES ('" + m_origin + "', 'desk1', 'floor', 0, TRUE, 0)");
        m_db.run("CREATE TEMP TABLE mine AS SELECT q.*, row_number() OVER () AS i FROM (SELECT customer_id, lead_id FROM queue "
                 "WHERE band < 9 ORDER BY customer_id OFFSET " + std::to_string(number * People) + " LIMIT " + std::to_string(People) + ") q");
        m_db.prepare("begin", "BEGIN");
        m_db.prepare("commit", "COMMIT");
        m_db.prepare("who", "SELECT customer_id || ' ' || lead_id FROM mine WHERE i = $1::BIGINT");
        m_db.prepare("head", "SELECT 1 FROM customer_head WHERE customer_id = $1 FOR UPDATE");
        m_db.prepare("event", "INSERT INTO event VALUES ($1, 1, $2, $3, $4, $5::BIGINT, $6::BIGINT / 1000 << 16, 'attempt', 1, 'email', 'out', "
                              "'sent', $6::BIGINT, $6::BIGINT, 'desk1', 'floor', $7)");
        m_db.prepare("count", "UPDATE customer_head SET events = events + 1 WHERE customer_id = $1");
        m_db.prepare("lead", "UPDATE lead SET attempts = attempts + 1, steps_done = steps_done + 1, last_attempt_at = $2::BIGINT, "
                             "marks = left(marks || ' e-', 23) WHERE id = $1");
        m_db.prepare("queue", "UPDATE queue SET due_at = $2::BIGINT, step = step + 1 WHERE customer_id = $1");
        m_db.prepare("desk", "UPDATE replica SET last_n = $2::BIGINT WHERE origin = $1");
        m_db.prepare("feed", "WITH head AS (UPDATE feed_head SET last_seq = last_seq + 1, "
                             "last_chain = encode(sha256(convert_to(last_chain || $1 || $3, 'UTF8')), 'hex') WHERE feed = 1 RETURNING *) "
                             "INSERT INTO feed SELECT 1, last_seq, $1, $2, last_chain, $4::BIGINT FROM head");
    }
    void record()
    {
        const SystemClock clock;
        const std::string now = std::to_string(clock.now().us), later = std::to_string(clock.now().us + 86400000000), id = freshId();
        const QString found = QString::fromStdString(m_db.ask("who", {std::to_string(m_n % People + 1)}).first);
        const std::string customer = found.section(QLatin1Char(' '), 0, 0).toStdString(), lead = found.section(QLatin1Char(' '), 1, 1).toStdString();
        const std::string n = std::to_string(++m_n);
        m_db.ask("begin", {});
        m_db.ask("head", {customer});
        m_db.ask("event", {id, customer, lead, m_origin, n, now, m_body});
        m_db.ask("count", {customer});
        m_db.ask("lead", {lead, now});
        m_db.ask("queue", {customer, later});
        m_db.ask("desk", {m_origin, n});
        m_db.ask("feed", {id, customer, m_body, now}); // last, as the guard: the head is locked until the commit
        m_db.ask("commit", {});
    }

private:
    PgFloor m_db;
    std::string m_origin;
    qint64 m_n = 0;
    const std::string m_body = R"({"epoch":1,"note":"Sent the offer that was asked for.","plan":"fresh-internet","step":3})";
};

double recordWith(const Options &options, const Dealership &place, int desks, int times)
{
    // By turns: claims the people of the next round, which is not measured, and records with them.
    Crew ours(desks, [&](int i) {
        auto desk = std::make_shared<SharedDesk>(options, place.urlOf(Dealership::deskName(i)));
        auto claims = std::make_shared<bool>(false);
        return Crew::Job([desk, claims, times] {
            *claims = !*claims;
            for (int k = 0; k < times; ++k) {
                if (*claims) {
                    desk->claimNext();
                } else {
                    desk->record();
                    desk->confirm();
                }
            }
        });
    });
    Crew floor(desks, [&](int i) {
        auto recorder = std::make_shared<FloorRecorder>(place.adminUrl().uri.toStdString(), i);
        return Crew::Job([recorder, times] { for (int k = 0; k < times; ++k) recorder->record(); });
    });
    QVector<double> oursRate, floorRate, ratio;
    for (int round = 0; round <= Rounds; ++round) {
        ours.round();
        const double o = desks * times / ours.round(), f = desks * times / floor.round();
        if (round == 0)
            continue;
        oursRate << o;
        floorRate << f;
        ratio << o / f;
    }
    const double middle = median(ratio);
    print({QStringLiteral("shared record until confirmed, %1 desks").arg(desks), perSecond(median(oursRate)), perSecond(median(floorRate)),
           middle, QStringLiteral(">= 0.50 x floor"), middle >= 0.5});
    return median(oursRate);
}

QByteArray output(const QString &program, const QStringList &arguments, const QString &folder, int seconds)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    if (!process.waitForFinished(seconds * 1000) || process.exitCode() != 0) {
        process.kill();
        process.waitForFinished();
        throw std::runtime_error(program.toStdString() + " did not do its work.");
    }
    return process.readAllStandardOutput();
}

// How many touches a second the job queue records with so many workers; its libraries are fetched into the folder of the
// benchmark, once.
double jobQueueRate(const Options &options, const Dealership &place, int workers)
{
    const QString folder = options.dir + QStringLiteral("/graphile");
    QDir().mkpath(folder);
    for (const char *name : {"package.json", "record.mjs"}) {
        const QString to = folder + QLatin1Char('/') + QLatin1String(name);
        QFile::remove(to);
        if (!QFile::copy(QStringLiteral(BEBACK_BENCH_GRAPHILE "/") + QLatin1String(name), to))
            throw std::runtime_error("The job queue's program cannot be copied.");
    }
    if (!QFile::exists(folder + QStringLiteral("/node_modules/graphile-worker")))
        output(QStringLiteral("npm"), {QStringLiteral("install"), QStringLiteral("--no-audit"), QStringLiteral("--no-fund")}, folder, 300);
    return output(QStringLiteral("node"), {QStringLiteral("record.mjs"), place.adminUrl().uri, QString::number(workers)}, folder, 300)
        .trimmed().toDouble();
}

void besideJobQueue(const Options &options, const Dealership &place, int desks, double ours)
{
    const QString name = QStringLiteral("shared record to a job queue, %1 desks").arg(desks);
    if (QStandardPaths::findExecutable(QStringLiteral("npm")).isEmpty()) {
        std::printf("%-44s not run: npm is missing\n", qUtf8Printable(name));
        return;
    }
    const double queue = jobQueueRate(options, place, desks);
    print({name, perSecond(ours), perSecond(queue), ours / queue, QStringLiteral("> 1 x"), ours > queue});
}

} // namespace

void sharedRecord(const Options &options)
{
    const Dealership place = Dealership::withLeads(options);
    constexpr int AtOnce = 500; // records a round, however many desks share them
    for (const int desks : {1, 16, Dealership::Desks}) {
        const double ours = recordWith(options, place, desks, std::min(50, AtOnce / desks));
        besideJobQueue(options, place, desks, ours);
    }
}

} // namespace bench
