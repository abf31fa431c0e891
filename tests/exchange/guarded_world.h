#pragma once

#include "tests/support/shared_world.h"

#include <QJsonDocument>
#include <QUuid>

#include <libpq-fe.h>

// Whoever comes to the shared database with psql instead of Beback.

namespace beback::test {

// A person's own connection, past Beback.
class Psql
{
public:
    Psql(const QString &database, const QString &login) : Psql(TempPostgres::server().url(database, login)) {}
    explicit Psql(const QString &url) : m_connection(PQconnectdb(url.toUtf8().constData()))
    {
        if (PQstatus(m_connection) != CONNECTION_OK)
            qFatal("%s", PQerrorMessage(m_connection));
    }
    ~Psql() { PQfinish(m_connection); }
    bool isAlive() const { return PQstatus(m_connection) == CONNECTION_OK; }
    Psql(const Psql &) = delete;
    Psql &operator=(const Psql &) = delete;

    struct Answer {
        QString state; // SQLSTATE; empty: done
        QString first; // first column of the first row
    };
    Answer run(const QString &sql)
    {
        PGresult *result = PQexec(m_connection, sql.toUtf8().constData());
        Answer answer;
        if (const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE))
            answer.state = QString::fromLatin1(state);
        else if (PQntuples(result) > 0)
            answer.first = QString::fromUtf8(PQgetvalue(result, 0, 0));
        PQclear(result);
        return answer;
    }

private:
    PGconn *m_connection;
};

inline const QString Denied = QStringLiteral("42501");

// A site with two agents, and another with one, each with somebody on its history.
struct GuardedWorld {
    static void send(SharedPlace &desk)
    {
        if (const auto sent = desk.exchange().sync(); !sent)
            qFatal("%s", qPrintable(sent.error().message + sent.error().detail));
    }
    void found()
    {
        world = std::make_unique<SharedWorld>(true);
        world->add(QStringLiteral("tanya"));
        world->add(QStringLiteral("luis"));
        world->sql(QStringLiteral("INSERT INTO rooftop VALUES (2, 'Other store', '', '', '', '', 'America/Denver', '', '')"));
        world->sql(QStringLiteral("SELECT person_add('other', 'Other', 'agent', 2, '')"));
        const auto desk = world->desk(QStringLiteral("tanya"));
        world->addLead(*desk, 1);
        send(*desk);
        const auto other = world->desk(QStringLiteral("other"));
        foreign = world->addLead(*other, 2).toString();
        send(*other);
        tanyasOrigin = world->sql(QStringLiteral("SELECT origin FROM replica WHERE login = 'tanya'"));
    }
    QString newId() { return world ? world->random.id<EventId>(world->clock.now()).toString() : QUuid::createUuid().toString(QUuid::WithoutBraces); }
    QString flagOf(const QString &event) { return world->sql(QStringLiteral("SELECT coalesce((SELECT flag FROM event_flag WHERE event_id = '%1'), '')").arg(event)); }
    // A note about somebody of this site, but for what is said otherwise.
    QJsonObject entry(const QJsonObject &otherwise)
    {
        QJsonObject made{{QStringLiteral("id"), newId()},
                         {QStringLiteral("customer_id"), world->sql(QStringLiteral("SELECT id FROM customer WHERE rooftop_id = 1 ORDER BY id LIMIT 1"))},
                         {QStringLiteral("hlc"), 1}, {QStringLiteral("kind"), QStringLiteral("noted")}, {QStringLiteral("version"), 1},
                         {QStringLiteral("direction"), QString()}, {QStringLiteral("outcome"), QString()},
                         {QStringLiteral("occurred_at"), 1}, {QStringLiteral("recorded_at"), 1}, {QStringLiteral("actor"), QStringLiteral("luis")},
                         {QStringLiteral("station"), QStringLiteral("x")}, {QStringLiteral("body"), QStringLiteral("{}")}};
        for (auto it = otherwise.begin(); it != otherwise.end(); ++it)
            made.insert(it.key(), *it);
        return made;
    }
    // By hand, from a desk of luis's, after what it sent before.
    Psql::Answer push(Psql &luis, QJsonObject event)
    {
        const auto greeted = luis.run(QStringLiteral("SELECT last_n FROM handshake('%1', 'x')").arg(luissOrigin));
        event.insert(QStringLiteral("n"), greeted.first.toInt() + 1);
        const QString sent = QString::fromUtf8(QJsonDocument(QJsonArray{event}).toJson(QJsonDocument::Compact)).replace(QLatin1Char('\''), QLatin1String("''"));
        return luis.run(QStringLiteral("SELECT last_n FROM push('%1', '%2', '[]')").arg(luissOrigin, sent));
    }

    const QString luissOrigin = QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<SharedWorld> world;
    QString foreign, tanyasOrigin;
};

} // namespace beback::test
