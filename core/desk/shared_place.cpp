#include "core/desk/shared_place.h"

#include "core/intake/find_person.h"
#include "core/queue/queue_reader.h"
#include "core/store/postgresql_target.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QSysInfo>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

const QString RooftopSetting = QStringLiteral("rooftop_id");

// Copies rows a statement of the shared database answers into the own store by a statement with the same names.
Result<void> copyRows(Connection &from, Connection &to, const char *read, const char *write, const char *key, RooftopId rooftop,
                      const std::function<void(Columns &, Statement &)> &row)
{
    BEBACK_TRY(select, from.statement(read));
    if (key)
        select.bind(key, rooftop);
    BEBACK_CHECK(select.exec());
    BEBACK_TRY(put, to.statement(write));
    while (select.next()) {
        Columns c = select.columns();
        row(c, put);
        BEBACK_CHECK(put.exec());
    }
    return select.finished();
}

} // namespace

Result<QString> SharedPlace::loginOf(const StoreUrl &shared)
{
    BEBACK_TRY(target, PostgresqlTarget::parse(shared.uri));
    if (!target.user.isEmpty())
        return target.user;
    const QString named = qEnvironmentVariable("PGUSER");
    return named.isEmpty() ? qEnvironmentVariable("USER") : named;
}

Result<StoreUrl> SharedPlace::ownStoreOf(const StoreUrl &shared)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    if (folder.isEmpty())
        return Error{Code::Unavailable, tr("This user has no folder for data."), {}};
    BEBACK_TRY(target, PostgresqlTarget::parse(shared.uri));
    BEBACK_TRY(login, loginOf(shared));
    const QString where = QStringList{target.host, target.port, target.database, login}.join(QLatin1Char('\n'));
    QString readable = (target.host.isEmpty() ? QString() : target.host + QLatin1Char('-')) + target.database + QLatin1Char('-') + login;
    readable.replace(QRegularExpression(QStringLiteral("[^A-Za-z0-9.-]+")), QStringLiteral("_"));
    const QByteArray digest = QCryptographicHash::hash(where.toUtf8(), QCryptographicHash::Sha256).toHex().left(8);
    return StoreUrl::parse(QStringLiteral("%1/beback/desks/%2-%3.db").arg(folder, readable.left(60), QString::fromLatin1(digest)));
}

Result<void> SharedPlace::openOwn(const Clock &clock, Random &random)
{
    BEBACK_TRY(url, ownStoreOf(m_shared));
    BEBACK_TRY(login, loginOf(m_shared));
    m_login = login;
    BEBACK_TRY(own, Workplace::open(url, Workplace::Open::CreateOrUpgrade, clock, random));
    m_own = std::move(own);
    m_exchange = std::make_unique<Exchange>(m_own->db(), clock, random, m_own->plans(), QSysInfo::machineHostName());
    return {};
}

Result<std::unique_ptr<SharedPlace>> SharedPlace::open(const StoreUrl &shared, const Clock &clock, Random &random)
{
    std::unique_ptr<SharedPlace> place(new SharedPlace(shared));
    BEBACK_CHECK(place->openOwn(clock, random));
    if (const auto connected = place->connect(); !connected && !place->m_own->isSetUp())
        return connected.error();
    return place;
}

Result<std::unique_ptr<SharedPlace>> SharedPlace::openOffline(const StoreUrl &shared, const Clock &clock, Random &random)
{
    std::unique_ptr<SharedPlace> place(new SharedPlace(shared));
    BEBACK_TRY(url, ownStoreOf(shared));
    if (!QFileInfo::exists(url.path))
        return Error{Code::NotFound, tr("This desk has not joined %1 yet.").arg(shared.display()), {}};
    BEBACK_CHECK(place->openOwn(clock, random));
    if (!place->m_own->isSetUp())
        return Error{Code::NotFound, tr("This desk has not joined %1 yet.").arg(shared.display()), {}};
    return place;
}

Result<void> SharedPlace::connect()
{
    auto connected = m_exchange->connect(m_shared);
    if (connected)
        connected = noteFacts();
    if (connected)
        m_trouble.reset();
    else
        m_trouble = connected.error();
    return connected;
}

// The site, its people and its plans, as the shared database has them: what works without it has to know them.
Result<void> SharedPlace::noteFacts()
{
    Connection &from = m_exchange->shared().db();
    BEBACK_CHECK(m_own->db().inTransaction("facts", [&]() -> Result<void> {
        BEBACK_CHECK(notePeople(from));
        BEBACK_CHECK(copyRows(from, m_own->db(), "plan/plans_read", "people/plan_put", nullptr, {}, [](Columns &c, Statement &put) {
            const QString id = c.text();
            const int version = c.integer();
            put.bind(":id", id).bind(":version", version).bind(":body", c.text());
        }));
        for (const char *fact : {"demo", "training"}) {
            BEBACK_TRY(get, from.statement("people/setting_get"));
            BEBACK_CHECK(get.bind(":name", QLatin1String(fact)).exec());
            BEBACK_CHECK(m_own->setSetting(QLatin1String(fact), get.next() ? get.columns().text() : QString()));
        }
        return m_own->setSetting(RooftopSetting, QString::number(m_exchange->person().rooftop.value));
    }));
    return m_own->reload();
}

Result<void> SharedPlace::notePeople(Connection &from)
{
    const RooftopId rooftop = m_exchange->person().rooftop;
    BEBACK_CHECK(copyRows(from, m_own->db(), "people/rooftop_read", "people/rooftop_put", ":id", rooftop,
                          [rooftop](Columns &c, Statement &put) {
                              put.bind(":id", rooftop);
                              for (const char *column : {":name", ":street", ":city", ":region", ":postcode", ":zone", ":phone", ":email"})
                                  put.bind(column, c.text());
                          }));
    return copyRows(from, m_own->db(), "people/users", "people/user_put", ":rooftop_id", rooftop,
                    [rooftop](Columns &c, Statement &put) {
                        const QString login = c.text(), name = c.text(), role = c.text();
                        put.bind(":login", login).bind(":rooftop_id", rooftop).bind(":name", name);
                        put.bind(":role", role).bind(":active", c.boolean());
                    });
}

Result<QueuePage> SharedPlace::queuePage(int limit)
{
    return QueueReader(m_exchange->shared().db(), m_exchange->person().rooftop, m_exchange->serverNow(), m_login).page(limit);
}

Result<QVector<SearchHit>> SharedPlace::search(const QString &fragment, int limit)
{
    return Workplace::searchIn(m_exchange->shared().db(), m_exchange->person().rooftop, fragment, limit);
}

Result<LeadView> SharedPlace::view(CustomerId customer, LeadId lead)
{
    BEBACK_CHECK(m_exchange->bring({customer.toString()}));
    BEBACK_TRY(view, m_own->view(customer, lead, m_login, &m_exchange->shared().db()));
    if (view.claim)
        view.claim->until = m_exchange->ownEnd(view.claim->until);
    return view;
}

Result<std::optional<LeadView>> SharedPlace::claimNext()
{
    BEBACK_TRY(claim, m_exchange->claimNext());
    if (!claim)
        return std::optional<LeadView>();
    BEBACK_TRY(view, m_own->view(claim->customer, claim->lead, m_login));
    return std::optional(view);
}

Result<LeadView> SharedPlace::claim(CustomerId customer, LeadId lead)
{
    BEBACK_TRY(claim, m_exchange->claim(customer));
    return m_own->view(customer, lead.isNull() ? claim.lead : lead, m_login);
}

Result<void> SharedPlace::release(CustomerId customer)
{
    BEBACK_CHECK(m_exchange->release(customer));
    return m_own->queue().release(customer, m_login);
}

Result<void> SharedPlace::bringKnown(const LeadDraft &lead)
{
    if (!isOnline())
        return {};
    BEBACK_TRY(found, findPerson(m_exchange->shared().db(), m_exchange->person().rooftop, lead));
    QStringList ids;
    for (const CustomerId customer : std::as_const(found.keys))
        ids << customer.toString();
    for (const PersonMatch &match : std::as_const(found.people))
        ids << match.customer.toString();
    ids.removeDuplicates();
    return ids.isEmpty() ? Result<void>() : m_exchange->bring(ids);
}

} // namespace beback
