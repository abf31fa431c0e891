#include "ui/shell/desktop_keyring.h"

#include "core/desk/keyring_thread.h"

#include <QCoreApplication>

#include <qt6keychain/keychain.h>

namespace beback::ui {

namespace {

const QString Service = QStringLiteral("beback");

Keyring::Answer answerOf(const QKeychain::Job *job)
{
    switch (job->error()) {
    case QKeychain::NoError: return Keyring::Answer::Done;
    case QKeychain::EntryNotFound: return Keyring::Answer::Nothing;
    default: return Keyring::Answer::Unusable;
    }
}

// Begins a job in the keyring's own thread, where it deletes itself once it is finished; `then` is called here, with its answer and what
// `read` takes from it.
template <class Job>
void begin(const QString &key, const std::function<void(Job &)> &prepare, const std::function<QString(Job &)> &read,
           const std::function<void(Keyring::Answer, const QString &)> &then)
{
    const auto inThread = [key, prepare, read, then] {
        auto *job = new Job(Service);
        job->setKey(key);
        job->setInsecureFallback(false);
        prepare(*job);
        QObject::connect(job, &QKeychain::Job::finished, job, [job, read, then] {
            const auto tell = [then, answer = answerOf(job), text = read(*job)] { then(answer, text); };
            QMetaObject::invokeMethod(QCoreApplication::instance(), tell, Qt::QueuedConnection);
        });
        job->start();
    };
    QMetaObject::invokeMethod(keyring_thread::worker(), inThread, Qt::QueuedConnection);
}

} // namespace

void DesktopKeyring::keep(const QString &key, const QString &password, std::function<void(Answer)> then)
{
    begin<QKeychain::WritePasswordJob>(
        key, [password](QKeychain::WritePasswordJob &job) { job.setTextData(password); }, [](QKeychain::WritePasswordJob &) { return QString(); },
        [then = std::move(then)](Answer answer, const QString &) { then(answer); });
}

void DesktopKeyring::read(const QString &key, std::function<void(Answer, const QString &)> then)
{
    begin<QKeychain::ReadPasswordJob>(
        key, [](QKeychain::ReadPasswordJob &) {}, [](QKeychain::ReadPasswordJob &job) { return job.textData(); }, then);
}

void DesktopKeyring::forget(const QString &key, std::function<void(Answer)> then)
{
    begin<QKeychain::DeletePasswordJob>(
        key, [](QKeychain::DeletePasswordJob &) {}, [](QKeychain::DeletePasswordJob &) { return QString(); },
        [then = std::move(then)](Answer answer, const QString &) { then(answer); });
}

} // namespace beback::ui
