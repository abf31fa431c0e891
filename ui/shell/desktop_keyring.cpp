#include "ui/shell/desktop_keyring.h"

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

// A job deletes itself once it is finished.
template <class Job, class Then> void begin(Job *job, const QString &key, Then then)
{
    job->setKey(key);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [then = std::move(then)](QKeychain::Job *done) { then(done); });
    job->start();
}

} // namespace

void DesktopKeyring::keep(const QString &key, const QString &password, std::function<void(Answer)> then)
{
    auto *job = new QKeychain::WritePasswordJob(Service);
    job->setTextData(password);
    begin(job, key, [then = std::move(then)](const QKeychain::Job *done) { then(answerOf(done)); });
}

void DesktopKeyring::read(const QString &key, std::function<void(Answer, const QString &)> then)
{
    auto *job = new QKeychain::ReadPasswordJob(Service);
    begin(job, key, [then = std::move(then), job](const QKeychain::Job *done) { then(answerOf(done), job->textData()); });
}

void DesktopKeyring::forget(const QString &key, std::function<void(Answer)> then)
{
    begin(new QKeychain::DeletePasswordJob(Service), key,
          [then = std::move(then)](const QKeychain::Job *done) { then(answerOf(done)); });
}

} // namespace beback::ui
