#pragma once

#include "core/desk/shared_place.h"
#include "core/history/check.h"
#include "tests/support/temp_store.h"

namespace beback::test {

// A computer whose clock is wrong, and runs.
class WrongClock final : public Clock
{
public:
    explicit WrongClock(Duration ahead) : off(ahead) {}
    Instant now() const override { return m_right.now() + m_passed + off; }
    Duration sinceBoot() const override { return m_right.sinceBoot() + m_passed; }
    void pass(Duration time) { m_passed += time; }
    Duration off; // what it is ahead

private:
    Duration m_passed{0};
    SystemClock m_right;
};

// A dealership on a PostgreSQL of the test's own: its database, its site, its people, and any number of desks.
class SharedWorld
{
public:
    // `setUpAnew`: with the rights on the database itself, which a copy of the template does not have.
    explicit SharedWorld(bool setUpAnew = false)
        : database(setUpAnew ? TempPostgres::server().emptyDatabase() : TempPostgres::server().freshDatabase())
    {
        qputenv("XDG_DATA_HOME", folder.path().toUtf8()); // where desks keep their own stores
        auto opened = Workplace::open(adminUrl(), Workplace::Open::CreateOrUpgrade, clock, random);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message + opened.error().detail));
        admin = std::move(*opened);
        RooftopFacts site;
        site.name = QStringLiteral("Mesa Honda");
        site.city = QStringLiteral("Albuquerque");
        site.zone = QStringLiteral("America/Denver");
        must(admin->setUpRooftop(site));
    }

    static StoreUrl parsed(const QString &text)
    {
        auto url = StoreUrl::parse(text);
        if (!url)
            qFatal("%s", qPrintable(url.error().message));
        return *url;
    }
    StoreUrl adminUrl() const { return parsed(TempPostgres::server().url(database)); }
    // By the server's socket, where everybody is trusted.
    StoreUrl urlOf(const QString &login) const { return parsed(TempPostgres::server().url(database, login)); }

    void add(const QString &login, const QString &role = QStringLiteral("agent"), const QString &password = {})
    {
        if (!password.isEmpty()) // whoever an earlier world left behind: a role belongs to the whole server
            sql(QStringLiteral("DROP ROLE IF EXISTS \"%1\"").arg(login));
        must(admin->addUser(Agent{login, login.left(1).toUpper() + login.mid(1), role}, password));
    }
    std::unique_ptr<SharedPlace> desk(const QString &login) { return desk(login, clock); }
    std::unique_ptr<SharedPlace> desk(const QString &login, const Clock &itsClock)
    {
        auto opened = SharedPlace::open(urlOf(login), itsClock, random);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message + opened.error().detail));
        if ((*opened)->trouble())
            qFatal("%s", qPrintable((*opened)->trouble()->message + (*opened)->trouble()->detail));
        return std::move(*opened);
    }
    // Somebody who is reached by e-mail alone, at any hour: due now.
    static LeadDraft reachable(int i)
    {
        return draftNamed(QStringLiteral("Person %1").arg(i), {}, QStringLiteral("person%1@example.com").arg(i));
    }
    CustomerId addLead(SharedPlace &desk, int i)
    {
        auto recorded = desk.own().recorder().recordNewCustomer(reachable(i), QStringLiteral("system"));
        if (!recorded)
            qFatal("%s", qPrintable(recorded.error().message + recorded.error().detail));
        return recorded->customer;
    }
    // The administrator's connection anew, where the database was another for a while.
    void reopen()
    {
        auto opened = Workplace::open(adminUrl(), Workplace::Open::Existing, clock, random);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message + opened.error().detail));
        admin = std::move(*opened);
    }
    // Past Beback, as the administrator.
    QString sql(const QString &statement) const { return TempPostgres::server().sql(database, statement); }
    CheckReport check()
    {
        auto report = checkStore(admin->db(), admin->rooftopId(), admin->plans(), false);
        if (!report)
            qFatal("%s", qPrintable(report.error().message + report.error().detail));
        return *report;
    }
    static void must(const Result<void> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().message + result.error().detail));
    }

    QTemporaryDir folder;
    QString database;
    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<Workplace> admin;
};

inline RecordRequest emailTo(const Claim &claim, Outcome outcome = Outcome::Sent)
{
    RecordRequest request;
    request.customer = claim.customer;
    request.lead = claim.lead;
    request.medium = Medium::Email;
    request.outcome = outcome;
    request.checkReason = QStringLiteral("Sent from a phone of the store."); // its words are not what this is about
    request.epoch = claim.epoch;
    return request;
}

} // namespace beback::test
