// Check a message of 2,000 characters against 30 that went before: what the window does at every key. Beside it the same message
// cut into words once, which no check can do without.

#include "bench.h"

#include "core/words/message_check.h"

#include <stdexcept>

namespace bench {

using namespace beback;

namespace {

constexpr int Length = 2000, Before = 30, Rounds = 200;
constexpr double Most = 0.005; // seconds

const QString Sentence = QStringLiteral("The program began on Saturday, and with your Escape as the trade it comes to $%1 a month over sixty months. ");

Message longMessage()
{
    QString body = QStringLiteral("Hi Maria,\n\n");
    for (int i = 0; body.size() < Length - 200; ++i)
        body += Sentence.arg(400 + i);
    body += QStringLiteral("\n\nWhat monthly payment would feel right to you?\n\nPriya Natarajan\nCedar Hill Motors\n2140 Example Avenue, Wichita, KS 67202\nAnswer STOP to hear no more.");
    return {Medium::Email, QStringLiteral("The payment on the Tucson"), body.left(Length)};
}

MessageFacts factsOf()
{
    MessageFacts facts;
    facts.languageKnown = true;
    facts.names = {QStringLiteral("maria"), QStringLiteral("estrada")};
    facts.agent = QStringLiteral("Priya Natarajan");
    facts.rooftop = QStringLiteral("Cedar Hill Motors");
    facts.address = QStringLiteral("2140 Example Avenue, Wichita, KS 67202");
    facts.mustAsk = {QStringLiteral("What monthly payment would feel right to you?")};
    facts.why = QStringLiteral("The maker's program began Saturday.");
    facts.wanted = QStringLiteral("The payment she is aiming for.");
    for (int i = 0; i < Before; ++i)
        facts.before << SentWords{Instant{qint64(i) * 86'400'000'000}, Medium::Text, QStringLiteral("Hi Maria, the white one with stock number %1 is on our lot since this morning. Which day suits you for a drive?").arg(i), {}};
    return facts;
}

} // namespace

void checkWords(const Options &)
{
    const Message message = longMessage();
    const MessageFacts facts = factsOf();
    QVector<double> checks, cuts;
    qsizetype sum = 0; // so that nothing is left out as unused
    for (int round = 0; round < Rounds; ++round) {
        cuts << timeOf([&] { sum += wordsOf(message.body).size(); });
        checks << timeOf([&] { sum += checkMessage(message, facts).size(); });
    }
    if (sum < Rounds)
        throw std::runtime_error("The message has no words.");
    const double taken = median(checks), cut = median(cuts);
    print({QStringLiteral("check a message of 2,000 characters"), duration(taken), QStringLiteral("cut into words ") + duration(cut), taken / cut, QStringLiteral("< 5 ms"), taken < Most});
}

} // namespace bench
