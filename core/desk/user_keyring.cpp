#include "core/desk/user_keyring.h"

#include "core/desk/keyring_thread.h"

#include <QSemaphore>

#include <qt6keychain/keychain.h>

namespace beback {

namespace {

const QString Service = QStringLiteral("beback");
constexpr int PatienceMs = 30000; // somebody may have to type a password

KeyShelf::Answer answerOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError: return KeyShelf::Answer::Done;
    case QKeychain::EntryNotFound: return KeyShelf::Answer::Nothing;
    default: return KeyShelf::Answer::Unusable;
    }
}

// A job deletes itself once it is finished.
template <class Job> Job *jobOf(const SealName &file)
{
    auto *job = new Job(Service);
    job->setKey(QStringLiteral("desk file %1").arg(file.text()));
    job->setInsecureFallback(false);
    return job;
}

} // namespace

KeyShelf::Found UserKeyring::ask(const Question &question)
{
    const QMutexLocker lock(&m_mutex);
    if (m_isSilent)
        return {};
    struct Reply { // outlives whoever gave up waiting
        QSemaphore come;
        Found found;
    };
    auto reply = std::make_shared<Reply>();
    const auto answered = [reply](Found found) {
        reply->found = std::move(found);
        reply->come.release();
    };
    QMetaObject::invokeMethod(keyring_thread::worker(), [question, answered] { question(answered); }, Qt::QueuedConnection);
    m_isSilent = !reply->come.tryAcquire(1, PatienceMs);
    return m_isSilent ? Found() : reply->found;
}

KeyShelf::Answer UserKeyring::keep(const SealName &file, const SealKey &key)
{
    return ask([file, key](const auto &answered) {
               auto *job = jobOf<QKeychain::WritePasswordJob>(file);
               job->setTextData(key.text());
               QObject::connect(job, &QKeychain::Job::finished, job, [job, answered] { answered({answerOf(*job), {}}); });
               job->start();
           })
        .answer;
}

KeyShelf::Found UserKeyring::read(const SealName &file)
{
    return ask([file](const auto &answered) {
        auto *job = jobOf<QKeychain::ReadPasswordJob>(file);
        QObject::connect(job, &QKeychain::Job::finished, job, [job, answered] {
            const Answer answer = answerOf(*job);
            const auto key = answer == Answer::Done ? SealKey::fromText(job->textData()) : std::nullopt;
            answered({answer == Answer::Done && !key ? Answer::Nothing : answer, key}); // what is no key is somebody else's
        });
        job->start();
    });
}

KeyShelf::Answer UserKeyring::forget(const SealName &file)
{
    return ask([file](const auto &answered) {
               auto *job = jobOf<QKeychain::DeletePasswordJob>(file);
               QObject::connect(job, &QKeychain::Job::finished, job, [job, answered] { answered({answerOf(*job), {}}); });
               job->start();
           })
        .answer;
}

std::shared_ptr<KeyShelf> UserKeyring::ofThisUser()
{
    return qEnvironmentVariable("BEBACK_KEYRING") == QLatin1String("none") ? nullptr : std::make_shared<UserKeyring>();
}

} // namespace beback
