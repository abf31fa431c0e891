#include "core/store/postgresql_target.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QRegularExpression>

#include <libpq-fe.h>

#include <memory>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

Error invalid(const QString &message)
{
    return {Code::Invalid, message, {}};
}

Result<QHash<QString, QString>> fieldsOf(const QString &uri)
{
    char *complaint = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parsed(PQconninfoParse(uri.toUtf8().constData(), &complaint),
                                                                             &PQconninfoFree);
    PQfreemem(complaint); // not shown: it quotes the URI, and that may hold a password
    if (!parsed)
        return invalid(tr("This is no address of a PostgreSQL database. Write postgresql://USER@HOST/NAME, with %-codes for "
                          "special characters."));
    static const QStringList Allowed{
        QStringLiteral("host"),        QStringLiteral("port"),    QStringLiteral("dbname"),
        QStringLiteral("user"),        QStringLiteral("password"), QStringLiteral("sslmode"),
        QStringLiteral("sslrootcert"), QStringLiteral("sslcert"), QStringLiteral("sslkey")};
    QHash<QString, QString> fields;
    for (const PQconninfoOption *option = parsed.get(); option->keyword; ++option) {
        if (!option->val)
            continue;
        const QString name = QString::fromLatin1(option->keyword);
        const QString value = QString::fromUtf8(option->val);
        if (!Allowed.contains(name))
            return invalid(tr("“%1” cannot be given in the database's address.").arg(name));
        // Qt parts its options at semicolons, wherever they stand.
        if (name.startsWith(QLatin1String("ssl")) && (value.contains(QLatin1Char(';')) || value.contains(QLatin1Char('\n'))))
            return invalid(tr("“%1” must not hold a semicolon.").arg(name));
        fields.insert(name, value);
    }
    return fields;
}

bool isThisMachine(const QString &host)
{
    static const QRegularExpression Loopback(QStringLiteral("^127(\\.\\d{1,3}){3}$"));
    return host.isEmpty() || host.startsWith(QLatin1Char('/')) || host == QLatin1String("localhost") || host == QLatin1String("::1")
           || Loopback.match(host).hasMatch();
}

QString quoted(QString value)
{
    value.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('\''), QLatin1String("\\'"));
    return QLatin1Char('\'') + value + QLatin1Char('\'');
}

// libpq looks for a certificate authority in one file only; where a person has not put one there, those this system
// trusts do.
QString systemAuthorities()
{
    const QString own = qEnvironmentVariable("PGSSLROOTCERT", qEnvironmentVariable("HOME") + QStringLiteral("/.postgresql/root.crt"));
    const QString system = QStringLiteral("/etc/ssl/certs/ca-certificates.crt");
    return !QFile::exists(own) && QFile::exists(system) ? system : QString();
}

QString optionsFor(const QHash<QString, QString> &fields, const QString &tls)
{
    QStringList options{
        // An address from the environment would lead to another machine than the one that is named.
        QStringLiteral("hostaddr=''"),
        QStringLiteral("sslmode=") + tls,
        QStringLiteral("gssencmode=disable"),
        QStringLiteral("connect_timeout=5"),
        QStringLiteral("keepalives=1"),
        QStringLiteral("keepalives_idle=10"),
        QStringLiteral("keepalives_interval=5"),
        QStringLiteral("keepalives_count=3"),
        QStringLiteral("tcp_user_timeout=15000"),
        QStringLiteral("target_session_attrs=read-write"),
        QStringLiteral("application_name=beback"),
        QStringLiteral("client_encoding=UTF8"),
        QStringLiteral("options='-c statement_timeout=15000 -c lock_timeout=3000 "
                       "-c idle_in_transaction_session_timeout=30000 -c search_path=public -c client_min_messages=warning'")};
    const auto file = [&](const char *name, const QString &otherwise = {}) {
        const QString value = fields.value(QLatin1String(name), otherwise);
        if (!value.isEmpty())
            options << QLatin1String(name) + QLatin1Char('=') + quoted(value);
    };
    file("sslrootcert", tls.startsWith(QLatin1String("verify")) ? systemAuthorities() : QString());
    file("sslcert");
    file("sslkey");
    return options.join(QLatin1Char(';'));
}

} // namespace

Result<PostgresqlTarget> PostgresqlTarget::parse(const QString &uri)
{
    BEBACK_TRY(fields, fieldsOf(uri));
    PostgresqlTarget target;
    target.host = fields.value(QStringLiteral("host"), qEnvironmentVariable("PGHOST"));
    target.port = fields.value(QStringLiteral("port"));
    target.database = fields.value(QStringLiteral("dbname"));
    target.user = fields.value(QStringLiteral("user"));
    target.password = fields.value(QStringLiteral("password"));
    if (target.database.isEmpty())
        return invalid(tr("The database is not named. Write postgresql://USER@HOST/NAME."));
    if (target.host.contains(QLatin1Char(',')))
        return invalid(tr("The database's address names several hosts. Name one."));
    bool isNumber = true;
    const int port = target.port.isEmpty() ? 5432 : target.port.toInt(&isNumber);
    if (!isNumber || port < 1 || port > 65535)
        return invalid(tr("The port in the database's address is no number from 1 to 65535."));
    target.isLocal = isThisMachine(target.host);
    static const QStringList Modes{QStringLiteral("disable"), QStringLiteral("allow"), QStringLiteral("prefer"),
                                   QStringLiteral("require"), QStringLiteral("verify-ca"), QStringLiteral("verify-full")};
    target.tls = fields.value(QStringLiteral("sslmode"), target.isLocal ? Modes[2] : Modes.last());
    if (!Modes.contains(target.tls))
        return invalid(tr("“sslmode” is one of %1.").arg(Modes.join(QStringLiteral(", "))));
    target.isUnverified = !target.isLocal && target.tls != Modes.last();
    target.options = optionsFor(fields, target.tls);
    return target;
}

QString PostgresqlTarget::place() const
{
    return host.isEmpty() || host.startsWith(QLatin1Char('/')) ? tr("this computer") : host;
}

} // namespace beback
