#include "core/store/postgresql_failure.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <libpq-fe.h>

#include <poll.h>

#include <iterator>
#include <memory>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

struct Rule {
    const char *fragment; // of libpq's text, lower case
    LinkFailure failure;
};

// The first that fits holds: what the server says comes before what libpq adds to it.
constexpr Rule Rules[] = {
    {"28p01", LinkFailure::WrongPassword},
    {"password authentication failed", LinkFailure::WrongPassword},
    {"no password supplied", LinkFailure::WrongPassword},
    {"peer authentication failed", LinkFailure::WrongPassword},
    {"ident authentication failed", LinkFailure::WrongPassword},
    {"certificate authentication failed", LinkFailure::WrongPassword},
    {"empty password returned", LinkFailure::WrongPassword},
    {"28000", LinkFailure::NotAllowed},
    {"no pg_hba.conf entry", LinkFailure::NotFromHere},
    {"pg_hba.conf rejects", LinkFailure::NotFromHere},
    {"is not permitted to log in", LinkFailure::NotAllowed},
    {"permission denied for database", LinkFailure::NotAllowed},
    {"42501", LinkFailure::NotAllowed},
    {"3d000", LinkFailure::NoSuchDatabase},
    {"57p03", LinkFailure::Starting},
    {"57p01", LinkFailure::Starting},
    {"the database system is", LinkFailure::Starting}, // starting up, shutting down, in recovery mode
    {"53300", LinkFailure::TooMany},
    {"too many connections", LinkFailure::TooMany},
    {"too many clients", LinkFailure::TooMany},
    {"remaining connection slots", LinkFailure::TooMany},
    {"session is read-only", LinkFailure::ReadOnlyCopy},
    {"server does not support ssl", LinkFailure::NoTls},
    {"root certificate file", LinkFailure::NoAuthority},
    {"certificate verify failed", LinkFailure::CertificateNotTrusted},
    {"does not match host name", LinkFailure::CertificateOfAnother},
    {"could not translate host name", LinkFailure::UnknownHost},
    {"connection refused", LinkFailure::Refused},
    {"no such file or directory", LinkFailure::Refused}, // a socket nobody listens at
    {"timeout expired", LinkFailure::NoAnswer},
    {"timed out", LinkFailure::NoAnswer},
    {"no route to host", LinkFailure::NoAnswer},
    {"network is unreachable", LinkFailure::NoAnswer},
};

// role "x" does not exist, database "x" does not exist: the name may hold anything, so both ends are looked at.
std::optional<LinkFailure> missing(const QString &text)
{
    if (!text.contains(QLatin1String("does not exist")))
        return {};
    if (text.contains(QLatin1String("database \"")))
        return LinkFailure::NoSuchDatabase;
    if (text.contains(QLatin1String("role \"")))
        return LinkFailure::WrongPassword;
    return {};
}

struct Spoken {
    LinkFailure failure;
    const char *word;
    Code code;
    const char *sentence; // %1 host, %2 database, %3 user
};

const Spoken Sentences[] = {
    {LinkFailure::UnknownHost, "unknown host", Code::Unavailable,
     QT_TRANSLATE_NOOP("beback", "There is no computer named %1, or this one is not on the network. Check the name and the network.")},
    {LinkFailure::Refused, "refused", Code::Unavailable,
     QT_TRANSLATE_NOOP("beback", "No database answers at %1. Check the host and the port, and that PostgreSQL runs there.")},
    {LinkFailure::NoAnswer, "no answer", Code::Unavailable,
     QT_TRANSLATE_NOOP("beback", "The database at %1 does not answer in time. Check the network, or a firewall in between.")},
    {LinkFailure::WrongPassword, "wrong password", Code::Denied,
     QT_TRANSLATE_NOOP("beback", "%1 does not know “%3” with this password. Check both.")},
    {LinkFailure::NoSuchDatabase, "no such database", Code::NotFound,
     QT_TRANSLATE_NOOP("beback", "There is no database “%2” at %1. Check its name, or have an administrator make it with createdb.")},
    {LinkFailure::CertificateNotTrusted, "certificate not trusted", Code::Denied,
     QT_TRANSLATE_NOOP("beback", "The certificate of %1 is not signed by an authority this computer trusts. Ask an administrator for the "
                                 "authority's file and name it with sslrootcert.")},
    {LinkFailure::CertificateOfAnother, "certificate of another host", Code::Denied,
     QT_TRANSLATE_NOOP("beback", "What answers at %1 shows the certificate of another host. Use the name in the certificate, and tell an "
                                 "administrator: somebody may be in between.")},
    {LinkFailure::NoAuthority, "no authority", Code::Denied,
     QT_TRANSLATE_NOOP("beback", "The certificate of %1 cannot be checked: the authority's file is missing. Ask an administrator for it and "
                                 "name it with sslrootcert.")},
    {LinkFailure::NoTls, "no tls", Code::Denied,
     QT_TRANSLATE_NOOP("beback", "%1 does not encrypt connections, so nothing was sent there. Ask an administrator to switch TLS on.")},
    {LinkFailure::NotFromHere, "not from here", Code::Denied,
     QT_TRANSLATE_NOOP("beback", "%1 does not let “%3” in from this computer. An administrator allows it in pg_hba.conf.")},
    {LinkFailure::NotAllowed, "not allowed", Code::Denied,
     QT_TRANSLATE_NOOP("beback", "“%3” may not open the database “%2” at %1. Ask an administrator.")},
    {LinkFailure::Starting, "starting", Code::Unavailable,
     QT_TRANSLATE_NOOP("beback", "The database at %1 is starting or shutting down. Try again in a moment.")},
    {LinkFailure::TooMany, "too many", Code::Unavailable,
     QT_TRANSLATE_NOOP("beback", "The database at %1 has no connection free. Try again in a moment; an administrator can allow more.")},
    {LinkFailure::ReadOnlyCopy, "read-only copy", Code::Unavailable,
     QT_TRANSLATE_NOOP("beback", "What answers at %1 is a read-only copy of the database. Name the host of the database itself.")},
    {LinkFailure::TooOld, "too old", Code::Invalid,
     QT_TRANSLATE_NOOP("beback", "The PostgreSQL at %1 is too old. Beback needs version 15 or later.")},
    {LinkFailure::Other, "other", Code::Unavailable,
     QT_TRANSLATE_NOOP("beback", "The database “%2” at %1 cannot be opened. Check host, name and password.")},
};

const Spoken &spoken(LinkFailure failure)
{
    for (const Spoken &one : Sentences)
        if (one.failure == failure)
            return one;
    return *std::prev(std::end(Sentences));
}

using Link = std::unique_ptr<PGconn, decltype(&PQfinish)>;

// The same fields Qt is given; what is empty is left to libpq.
Link begin(const PostgresqlTarget &target)
{
    QString conninfo = QString(target.options).replace(QLatin1Char(';'), QLatin1Char(' '));
    const auto add = [&conninfo](const char *name, QString value) {
        if (value.isEmpty())
            return;
        value.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('\''), QLatin1String("\\'"));
        conninfo += QStringLiteral(" %1='%2'").arg(QLatin1String(name), value);
    };
    add("host", target.host);
    add("port", target.port);
    add("dbname", target.database);
    add("user", target.user);
    add("password", target.password);
    return Link(PQconnectStart(conninfo.toUtf8().constData()), &PQfinish);
}

} // namespace

QString toText(LinkFailure failure)
{
    return QLatin1String(spoken(failure).word);
}

LinkFailure linkFailureFrom(const QString &libpqText)
{
    const QString text = libpqText.toLower();
    if (const auto gone = missing(text))
        return *gone;
    for (const Rule &rule : Rules)
        if (text.contains(QLatin1String(rule.fragment)))
            return rule.failure;
    return LinkFailure::Other;
}

Error linkError(LinkFailure failure, const PostgresqlTarget &target)
{
    const Spoken &one = spoken(failure);
    QString sentence = tr(one.sentence); // not arg(): a sentence may leave out a number
    sentence.replace(QLatin1String("%3"), target.user.isEmpty() ? tr("this computer's user") : target.user);
    sentence.replace(QLatin1String("%2"), target.database).replace(QLatin1String("%1"), target.place());
    return {one.code, sentence, QStringLiteral("open: %1").arg(QLatin1String(one.word))};
}

QString failureInCodes(const PostgresqlTarget &target)
{
    const Link link = begin(target);
    if (!link || PQstatus(link.get()) == CONNECTION_BAD)
        return {};
    PQsetErrorVerbosity(link.get(), PQERRORS_SQLSTATE);
    const QDeadlineTimer deadline(5000);
    auto wanted = PGRES_POLLING_WRITING;
    while (wanted == PGRES_POLLING_WRITING || wanted == PGRES_POLLING_READING) {
        pollfd socket{PQsocket(link.get()), short(wanted == PGRES_POLLING_WRITING ? POLLOUT : POLLIN), 0};
        if (deadline.hasExpired() || ::poll(&socket, 1, int(deadline.remainingTime())) <= 0)
            return {};
        wanted = PQconnectPoll(link.get());
    }
    return wanted == PGRES_POLLING_FAILED ? QString::fromUtf8(PQerrorMessage(link.get())) : QString();
}

} // namespace beback
