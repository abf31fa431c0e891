#include "store_fixture.h"

#include "lead_maker.h"

#include <QDir>
#include <QFile>

#include <cstdio>
#include <stdexcept>

namespace bench {

using namespace beback;

namespace {

void fill(const QString &path, int leads, const LeadMaker::How &how)
{
    FloorDb db(path.toStdString(), false);
    RowWriter writer(db);
    LeadMaker maker(how);
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

namespace {

QString storeOf(const Options &options, const QString &kind, int leads, const LeadMaker::How &how)
{
    const QString name = QStringLiteral("%1-%2-schema-%3.db").arg(kind).arg(leads).arg(Migrator::newest(Engine::Sqlite));
    const QString path = options.dir + QLatin1Char('/') + name;
    if (QFile::exists(path))
        return path;
    const QString half = emptyStore(options, name + QStringLiteral(".part"));
    if (how.workers > 1) {
        Desk desk(half);
        need(desk.place->addUser({QStringLiteral("manager"), QStringLiteral("Manager"), QStringLiteral("manager")}));
        for (int i = 1; i <= how.workers; ++i)
            need(desk.place->addUser({QStringLiteral("desk%1").arg(i), QStringLiteral("Desk %1").arg(i), QStringLiteral("agent")}));
    }
    fill(half, leads, how);
    removeStore(path);
    if (!QFile::rename(half, path))
        throw std::runtime_error("The store could not be renamed.");
    return path;
}

} // namespace

QString builtStore(const Options &options, int leads)
{
    return storeOf(options, QStringLiteral("leads"), leads, {benchNow()});
}

QString agedStore(const Options &options, int leads, int lively)
{
    return storeOf(options, QStringLiteral("aged-%1").arg(lively), leads, {benchNow(), 9, false, lively, Workers});
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
