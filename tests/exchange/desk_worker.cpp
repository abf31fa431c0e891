// One desk without a window, for tests that kill it: takes the next person, records, sends, and says each as soon as it is
// so. Started again on the same own store it goes on where it was. Arguments: URL, file that ends it, lease in ms.

#include "core/desk/shared_place.h"

#include <QCoreApplication>
#include <QFile>
#include <QThread>

#include <csignal>
#include <cstdio>
#include <sys/prctl.h>

using namespace beback;

namespace {

constexpr int Tries = 200;      // of what may pass: about a minute
constexpr int PauseMs = 20;     // between them
constexpr int NobodyMs = 100;   // until asking again whether somebody may be contacted

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

bool passes(const Error &error)
{
    return error.code == Code::Unavailable || error.code == Code::Busy;
}

class Worker
{
public:
    Worker(StoreUrl url, QString stopFile, Duration lease) : m_url(std::move(url)), m_stopFile(std::move(stopFile)), m_lease(lease) {}

    Result<void> work()
    {
        BEBACK_CHECK(open());
        BEBACK_CHECK(send());
        say(QStringLiteral("ready"));
        for (;;) {
            BEBACK_TRY(claim, next());
            if (claim) {
                BEBACK_CHECK(workOn(*claim));
                continue;
            }
            if (QFile::exists(m_stopFile))
                return send();
            QThread::msleep(NobodyMs);
        }
    }

private:
    Result<void> open()
    {
        for (int attempt = 1;; ++attempt) {
            auto opened = SharedPlace::open(m_url, m_clock, m_random);
            if (opened) {
                m_place = std::move(*opened);
                return {};
            }
            if (!passes(opened.error()) || attempt == Tries)
                return opened.error();
            QThread::msleep(PauseMs);
        }
    }

    // Does it again after what passes, on a new connection where the old one is gone.
    template <class Call> auto again(Call call) -> decltype(call())
    {
        for (int attempt = 1;; ++attempt) {
            if (!m_place->isOnline()) {
                const auto connected = m_place->connect();
                if (!connected && (!passes(connected.error()) || attempt == Tries))
                    return connected.error();
                if (!connected) {
                    QThread::msleep(PauseMs);
                    continue;
                }
            }
            auto answer = call();
            if (answer || !passes(answer.error()) || attempt == Tries)
                return answer;
            QThread::msleep(PauseMs);
        }
    }

    Result<void> send()
    {
        return again([this]() -> Result<void> {
            BEBACK_CHECK(m_place->exchange().sync());
            return {};
        });
    }

    Result<std::optional<Claim>> next()
    {
        return again([this] { return m_place->exchange().claimNext(m_lease); });
    }

    Result<void> workOn(const Claim &claim)
    {
        say(QStringLiteral("got %1 %2").arg(claim.customer.toString()).arg(claim.epoch));
        RecordRequest request;
        request.customer = claim.customer;
        request.lead = claim.lead;
        request.medium = Medium::Email;
        request.outcome = Outcome::Sent;
        request.checkReason = QStringLiteral("Sent from a phone of the store.");
        request.epoch = claim.epoch;
        BEBACK_TRY(receipt, m_place->own().record(request, m_place->login()));
        say(QStringLiteral("saved %1 %2").arg(receipt.event.toString(), claim.customer.toString()));
        BEBACK_CHECK(send());
        say(QStringLiteral("confirmed %1").arg(receipt.event.toString()));
        return {};
    }

    StoreUrl m_url;
    QString m_stopFile;
    Duration m_lease;
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<SharedPlace> m_place;
};

} // namespace

int main(int argc, char **argv)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // a test that dies leaves none behind
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const auto url = StoreUrl::parse(words.value(1));
    if (words.size() != 4 || !url)
        return 2;
    const auto worked = Worker(*url, words.at(2), std::chrono::milliseconds(words.at(3).toInt())).work();
    if (!worked)
        std::fprintf(stderr, "%s %s\n", qPrintable(worked.error().message), qPrintable(worked.error().detail));
    return worked ? 0 : 1;
}
