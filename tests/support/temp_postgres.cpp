#include "tests/support/temp_postgres.h"

#include "core/store/migrator.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QThread>
#include <QUrl>

#include <libpq-fe.h>

#include <arpa/inet.h>
#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace beback::test {

namespace {

const QString Administrator = QStringLiteral("boss");
const QString Template = QStringLiteral("beback_template");

// PostgreSQL refuses to run as root: then it is Debian's postgres user, whom the package makes.
const passwd *serverUser()
{
    return ::getuid() == 0 ? ::getpwnam("postgres") : nullptr;
}

QString programs()
{
    for (int version = 20; version >= 15; --version)
        if (const QString folder = QStringLiteral("/usr/lib/postgresql/%1/bin/").arg(version); QFile::exists(folder + QStringLiteral("postgres")))
            return folder;
    return {};
}

// The kernel picks one; between here and the server's start another program could take it, and the start would fail.
int freePort()
{
    const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool bound = ::bind(probe, reinterpret_cast<sockaddr *>(&address), size) == 0
                       && ::getsockname(probe, reinterpret_cast<sockaddr *>(&address), &size) == 0;
    ::close(probe);
    return bound ? ntohs(address.sin_port) : 0;
}

void write(const QString &path, const QByteArray &content, QIODevice::OpenMode mode)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | mode) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(path));
}

} // namespace

TempPostgres &TempPostgres::server()
{
    static TempPostgres one;
    return one;
}

// What a server in earnest differs in, and how much it may use.
constexpr const char *InEarnest = "listen_addresses = ''\nport = %1\nunix_socket_directories = '%2'\n"
                                  "fsync = on\nsynchronous_commit = on\nfull_page_writes = on\n"
                                  "shared_buffers = 2GB\nmaintenance_work_mem = 512MB\nmax_wal_size = 8GB\n"
                                  "max_connections = 250\nwal_level = minimal\nmax_wal_senders = 0\n"
                                  "log_min_error_statement = panic\nlog_line_prefix = '%m %p '\n";

TempPostgres::TempPostgres()
{
    makeFolder();
    begin();
}

TempPostgres::TempPostgres(const QString &folder) : m_root(folder), m_stays(true)
{
    closeFolder();
    begin();
}

void TempPostgres::begin()
{
    QElapsedTimer watch;
    watch.start();
    if (programs().isEmpty())
        fail(QStringLiteral("no PostgreSQL server of version 15 or later is installed (Debian: postgresql-15)"));
    if (!QFile::exists(m_root + QStringLiteral("/data/PG_VERSION")))
        initialise();
    start();
    m_startedInMs = int(watch.elapsed());
}

TempPostgres::~TempPostgres()
{
    if (m_postmaster) {
        ::kill(pid_t(pid()), m_stays ? SIGINT : SIGQUIT); // SIGQUIT: at once, nothing of it is wanted any more
        if (!m_postmaster->waitForFinished(m_stays ? 120000 : 10000))
            m_postmaster->kill();
    }
    if (!m_stays)
        QDir(m_root).removeRecursively();
}

// Named after this process, so that what a killed test left behind is found by the next.
void TempPostgres::makeFolder()
{
    const QDir temporary = QDir::temp();
    for (const QString &name : temporary.entryList({QStringLiteral("beback-pg-*")}, QDir::Dirs))
        if (const qint64 owner = name.section(QLatin1Char('-'), 2, 2).toLongLong(); owner > 0 && ::kill(pid_t(owner), 0) != 0 && errno == ESRCH)
            QDir(temporary.filePath(name)).removeRecursively();
    m_root = temporary.filePath(QStringLiteral("beback-pg-%1").arg(::getpid()));
    QDir(m_root).removeRecursively();
    closeFolder();
}

// The server's own, and nobody else's.
void TempPostgres::closeFolder() const
{
    if (!QDir().mkpath(m_root))
        fail(QStringLiteral("%1 cannot be made").arg(m_root));
    if (m_root.size() > 80)
        fail(QStringLiteral("%1 is too long for the name of a socket; set TMPDIR").arg(m_root));
    if (const passwd *user = serverUser(); user && ::chown(QFile::encodeName(m_root).constData(), user->pw_uid, user->pw_gid) != 0)
        fail(QStringLiteral("%1 cannot be given to %2").arg(m_root, QString::fromLocal8Bit(user->pw_name)));
    if (::chmod(QFile::encodeName(m_root).constData(), 0700) != 0)
        fail(QStringLiteral("%1 cannot be closed to others").arg(m_root));
}

// Run by whom PostgreSQL may be run; it does not outlive this process.
std::unique_ptr<QProcess> TempPostgres::program(const QString &path) const
{
    auto process = std::make_unique<QProcess>();
    process->setProgram(path);
    process->setWorkingDirectory(m_root);
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->setStandardInputFile(QProcess::nullDevice());
    process->setStandardOutputFile(m_root + QLatin1Char('/') + QFileInfo(path).fileName() + QStringLiteral(".log"), QIODevice::Append);
    const passwd *user = serverUser();
    const uid_t uid = user ? user->pw_uid : ::getuid();
    const gid_t gid = user ? user->pw_gid : ::getgid();
    const pid_t parent = ::getpid();
    process->setChildProcessModifier([uid, gid, parent, other = user != nullptr] {
        if (other && (::setgroups(0, nullptr) != 0 || ::setgid(gid) != 0 || ::setuid(uid) != 0))
            ::_exit(126);
        ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
        if (::getppid() != parent)
            ::_exit(126);
    });
    return process;
}

void TempPostgres::initialise()
{
    const auto initdb = program(programs() + QStringLiteral("initdb"));
    initdb->setArguments({QStringLiteral("--pgdata=") + m_root + QStringLiteral("/data"), QStringLiteral("--username=") + Administrator,
                          QStringLiteral("--encoding=UTF8"), QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--locale-provider=icu"),
                          QStringLiteral("--icu-locale=en-US"), QStringLiteral("--auth=trust"), QStringLiteral("--no-sync"),
                          QStringLiteral("--no-instructions")});
    initdb->start();
    if (!initdb->waitForFinished(120000) || initdb->exitCode() != 0)
        fail(QStringLiteral("initdb failed"));
}

void TempPostgres::writeConfiguration() const
{
    if (m_stays) {
        write(m_root + QStringLiteral("/data/postgresql.conf"),
              QString::fromLatin1(InEarnest).arg(QString::number(m_port), m_root).toUtf8(), QIODevice::Truncate);
        return; // initdb trusts everybody who may enter the folder
    }
    write(m_root + QStringLiteral("/data/postgresql.conf"),
          QStringLiteral("listen_addresses = '127.0.0.1'\nport = %1\nunix_socket_directories = '%2'\n"
                         "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\njit = off\n"
                         "shared_buffers = 64MB\nmax_connections = 150\nautovacuum_naptime = 5s\n"
                         "shared_preload_libraries = 'plpgsql,pg_trgm'\n" // once, and not by every session
                         "log_min_error_statement = panic\nlog_line_prefix = '%m %p '\npassword_encryption = scram-sha-256\n")
              .arg(QString::number(m_port), m_root)
              .toUtf8(),
          QIODevice::Append);
    write(m_root + QStringLiteral("/data/pg_hba.conf"),
          "local all all trust\nhost all outsider 127.0.0.1/32 reject\nhost all all 127.0.0.1/32 scram-sha-256\n", QIODevice::Truncate);
}

void TempPostgres::start()
{
    // Another program may take the port in between: then another one is tried.
    for (int attempt = 1; attempt <= 3; ++attempt) {
        m_port = freePort();
        writeConfiguration();
        launch();
        if (m_postmaster->state() == QProcess::Running)
            return;
    }
    fail(QStringLiteral("postgres does not start"));
}

void TempPostgres::launch()
{
    m_postmaster = program(programs() + QStringLiteral("postgres"));
    m_postmaster->setArguments({QStringLiteral("-D"), m_root + QStringLiteral("/data")});
    m_postmaster->start();
    if (!m_postmaster->waitForStarted(10000))
        fail(QStringLiteral("postgres cannot be started"));
    waitUntilItAnswers();
}

void TempPostgres::stop(int signal)
{
    ::kill(pid_t(pid()), signal);
    if (!m_postmaster->waitForFinished(30000))
        fail(QStringLiteral("postgres does not stop"));
}

void TempPostgres::startAgain()
{
    // After a crash the sessions of before may hold its memory for a moment: until they are gone it refuses to start.
    QElapsedTimer watch;
    watch.start();
    do {
        launch();
        if (m_postmaster->state() == QProcess::Running)
            return;
    } while (watch.elapsed() < 30000);
    fail(QStringLiteral("postgres does not start again"));
}

void TempPostgres::freeze() const
{
    signalAll(SIGSTOP);
}

void TempPostgres::thaw() const
{
    signalAll(SIGCONT);
}

void TempPostgres::signalAll(int signal) const
{
    ::kill(pid_t(pid()), signal); // first, so that it starts no new ones
    QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(pid()));
    if (!children.open(QIODevice::ReadOnly))
        fail(QStringLiteral("its processes cannot be listed"));
    for (const QByteArray &child : children.readAll().split(' '))
        if (child.trimmed().toInt() > 0)
            ::kill(pid_t(child.trimmed().toInt()), signal);
}

void TempPostgres::waitUntilItAnswers()
{
    const QByteArray where = url(QStringLiteral("postgres")).toUtf8();
    QElapsedTimer watch;
    watch.start();
    while (PQping(where.constData()) != PQPING_OK) {
        if (m_postmaster->waitForFinished(20))
            return;
        if (watch.elapsed() > 60000)
            fail(QStringLiteral("postgres does not answer within a minute"));
    }
}

qint64 TempPostgres::pid() const
{
    return m_postmaster->processId();
}

QString TempPostgres::url(const QString &database) const
{
    return url(database, Administrator);
}

QString TempPostgres::url(const QString &database, const QString &user) const
{
    return QStringLiteral("postgresql://%1@/%2?host=%3&port=%4")
        .arg(QString::fromLatin1(QUrl::toPercentEncoding(user)), database, QString::fromLatin1(QUrl::toPercentEncoding(m_root)), QString::number(m_port));
}

QString TempPostgres::tcpUrl(const QString &database, const QString &user, const QString &password) const
{
    return QStringLiteral("postgresql://%1:%2@127.0.0.1:%3/%4")
        .arg(QString::fromLatin1(QUrl::toPercentEncoding(user)), QString::fromLatin1(QUrl::toPercentEncoding(password)),
             QString::number(m_port), database);
}

QString TempPostgres::sql(const QString &database, const QString &statement) const
{
    const std::unique_ptr<PGconn, decltype(&PQfinish)> link(PQconnectdb(url(database).toUtf8().constData()), &PQfinish);
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(link.get(), statement.toUtf8().constData()), &PQclear);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        fail(statement + QStringLiteral(" : ") + QString::fromUtf8(PQerrorMessage(link.get())));
    return PQntuples(result.get()) > 0 ? QString::fromUtf8(PQgetvalue(result.get(), 0, 0)) : QString();
}

// Migrated once a process; each test's database is a copy of it.
void TempPostgres::makeTemplate()
{
    sql(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE ") + Template);
    auto opened = Connection::open(StoreUrl{Engine::Postgresql, {}, url(Template)}, Connection::Mode::Create);
    if (!opened)
        fail(opened.error().message + opened.error().detail);
    if (const auto migrated = Migrator::migrate(**opened, Instant{1}); !migrated)
        fail(migrated.error().message + migrated.error().detail);
    m_hasTemplate = true;
}

QString TempPostgres::freshDatabase()
{
    if (!m_hasTemplate)
        makeTemplate();
    const QString name = QStringLiteral("t%1").arg(++m_databases);
    sql(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE %1 TEMPLATE %2").arg(name, Template));
    return name;
}

QString TempPostgres::emptyDatabase()
{
    const QString name = QStringLiteral("t%1").arg(++m_databases);
    sql(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE ") + name);
    return name;
}

QString TempPostgres::makeCertificate(const QString &name, const QString &host) const
{
    const QString file = m_root + QLatin1Char('/') + name;
    const auto openssl = program(QStringLiteral("openssl"));
    openssl->setArguments({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                           QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                           QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=") + host,
                           QStringLiteral("-keyout"), file + QStringLiteral(".key"), QStringLiteral("-out"), file + QStringLiteral(".crt")});
    openssl->start();
    if (!openssl->waitForFinished(60000) || openssl->exitCode() != 0)
        fail(QStringLiteral("openssl makes no certificate"));
    return file + QStringLiteral(".crt");
}

QString TempPostgres::offerTls(const QString &host)
{
    const QString certificate = makeCertificate(QStringLiteral("server"), host);
    write(m_root + QStringLiteral("/data/postgresql.conf"),
          QStringLiteral("ssl = on\nssl_cert_file = '%1/server.crt'\nssl_key_file = '%1/server.key'\n").arg(m_root).toUtf8(), QIODevice::Append);
    sql(QStringLiteral("postgres"), QStringLiteral("SELECT pg_reload_conf()"));
    while (sql(QStringLiteral("postgres"), QStringLiteral("SHOW ssl")) != QStringLiteral("on"))
        QThread::msleep(10);
    return certificate;
}

QString TempPostgres::strangeCertificate()
{
    return makeCertificate(QStringLiteral("strange"), QStringLiteral("nobody.example.com"));
}

QString TempPostgres::log() const
{
    QString all;
    for (const char *name : {"/initdb.log", "/openssl.log", "/postgres.log"})
        if (QFile file(m_root + QLatin1String(name)); file.open(QIODevice::ReadOnly))
            all += QString::fromUtf8(file.readAll());
    return all.right(6000);
}

void TempPostgres::fail(const QString &what) const
{
    qFatal("PostgreSQL of the tests: %s\n%s", qPrintable(what), qPrintable(log()));
}

} // namespace beback::test
