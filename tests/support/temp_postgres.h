#pragma once

#include <QString>

#include <memory>

class QProcess;

namespace beback::test {

// A PostgreSQL server of this test process alone: started at first use, ended with the process however that ends, its
// data in a folder that goes away. Made for speed (fsync off); sorts by English rules, so that an order that hangs on
// the database's language shows. Everybody is trusted at its socket; over TCP they give a password.
// The first use must be in the test's main thread: the server ends with the thread that started it.
// Whatever goes wrong with it is fatal, with the server's log: a test without its server has not passed.
class TempPostgres
{
public:
    static TempPostgres &server();
    // For the benchmark, one in earnest: nothing is confirmed before it is on the disk, no TCP, and `folder` stays with all
    // that is in it, for the next run.
    explicit TempPostgres(const QString &folder);
    ~TempPostgres();

    // A fresh database of its own, with Beback's schema and nothing in it; or quite empty.
    QString freshDatabase();
    QString emptyDatabase();
    // The administrator's URI, by the socket.
    QString url(const QString &database) const;
    // Somebody else's, by the socket.
    QString url(const QString &database, const QString &user) const;
    // Somebody else's, over TCP to 127.0.0.1.
    QString tcpUrl(const QString &database, const QString &user, const QString &password) const;
    int port() const { return m_port; }
    QString folder() const { return m_root; }
    qint64 pid() const;
    int startedInMs() const { return m_startedInMs; }

    // The server going away and coming back, with the same data at the same port. SIGINT: it ends every session and
    // leaves in order; SIGKILL: as a crash. Whoever kills it wants ALTER SYSTEM SET synchronous_commit = on before, or loses
    // what the server never wrote.
    void stop(int signal);
    void startAgain();
    // Every process of it stands still, or goes on: a machine that hangs and answers nothing.
    void freeze() const;
    void thaw() const;

    // From now on it offers TLS, with a certificate for `host` that it signed itself; the certificate's file.
    QString offerTls(const QString &host);
    // One more certificate, of nobody it knows.
    QString strangeCertificate();

    // As the administrator, past Beback. The first column of the first row.
    QString sql(const QString &database, const QString &statement) const;

private:
    TempPostgres();
    void begin();
    void makeFolder();
    void closeFolder() const;
    void initialise();
    void start();
    void launch();
    void signalAll(int signal) const;
    void writeConfiguration() const;
    void waitUntilItAnswers();
    void makeTemplate();
    std::unique_ptr<QProcess> program(const QString &path) const;
    QString makeCertificate(const QString &name, const QString &host) const;
    QString log() const;
    [[noreturn]] void fail(const QString &what) const;

    QString m_root;
    int m_port = 0;
    int m_databases = 0;
    int m_startedInMs = 0;
    bool m_hasTemplate = false;
    bool m_stays = false;
    std::unique_ptr<QProcess> m_postmaster;
};

} // namespace beback::test
