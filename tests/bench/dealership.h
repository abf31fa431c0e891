#pragma once

#include "bench.h"
#include "lead_maker.h"
#include "pg_floor.h"

#include "core/store/engine.h"
#include "tests/support/temp_postgres.h"

namespace bench {

// A dealership with many desks: a database on the one PostgreSQL server of this run, which keeps it in options.dir for the
// next. Whoever works there is "desk1" … "desk64", agents all.
class Dealership
{
public:
    // With options.leads() leads of about ten events each; half of them may be contacted at any hour. Made when it is not
    // there yet, and put back to what it was: nobody is claimed, and everybody about whom nothing was recorded since is due
    // as on the first day.
    static Dealership withLeads(const Options &options);
    // With leads as an aged store has them; see agedStore().
    static Dealership aged(const Options &options, int leads, int lively);
    // With 5,000 leads of twenty events each, whose manager has words and a rule of their own.
    static Dealership withHistories(const Options &options);
    // With so many people who are due and nothing else: what a claim touches. `band` -1: spread over all bands and gates.
    static Dealership withQueue(const Options &options, int people, int band);

    static beback::test::TempPostgres &server(const Options &options);
    static constexpr int Desks = 64;
    static QString deskName(int i) { return QStringLiteral("desk%1").arg(1 + i % Desks); }

    beback::StoreUrl urlOf(const QString &login) const;
    std::string uriOf(const QString &login) const { return urlOf(login).uri.toStdString(); }
    beback::StoreUrl adminUrl() const;
    // As the server's administrator.
    PgFloor administrator() const { return PgFloor(adminUrl().uri.toStdString()); }
    // Everybody who is claimed was worked on, as recording would leave them: free, and due in a month.
    static void workedOn(PgFloor &administrator);
    const QString &database() const { return m_database; }

private:
    Dealership(const Options &options, QString database);
    bool exists() const;
    static Dealership made(const Options &options, const QString &kind, int leads, const LeadMaker::How &how);
    void setUp() const;      // an empty one
    void sayOwnWords() const;
    void fillQueue(int people, int band) const;
    void putBack() const;
    void rename(const QString &to);

    beback::test::TempPostgres &m_server;
    QString m_database;
};

// An id that no earlier run used: the databases stay.
std::string freshId();

// Zones a desk may claim in, whatever the hour: all of them.
std::string everyZone();
QStringList everyPlaceList();

} // namespace bench
