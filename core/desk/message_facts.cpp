#include "core/desk/message_facts.h"

#include "core/desk/word_facts.h"
#include "core/history/corrections.h"
#include "core/words/language.h"

namespace beback {

namespace {

QStringList plainWords(const QString &text)
{
    QStringList plain;
    for (const TextWord &word : wordsOf(text))
        if (!plain.contains(word.plain))
            plain << word.plain;
    return plain;
}

QVector<SentWords> sentBefore(const QVector<Event> &events)
{
    const QSet<EventId> gone = takenBack(events);
    QVector<SentWords> sent;
    for (auto event = events.crbegin(); event != events.crend() && sent.size() < MostSentBefore; ++event) {
        const QString words = event->body.value(QLatin1String("words")).toString();
        if (event->kind == EventKind::Attempt && !words.isEmpty() && !gone.contains(event->id))
            sent << SentWords{event->occurredAt, event->medium.value_or(Medium::Text), words, event->body.value(QLatin1String("wording")).toString()};
    }
    return sent;
}

bool justRefused(const CustomerState &customer, Instant now)
{
    return std::any_of(customer.doNotContact.cbegin(), customer.doNotContact.cend(), [&](const DoNotContact &refusal) {
        return refusal.point.isEmpty() && !refusal.medium && now - refusal.since <= ConfirmWithin;
    });
}

} // namespace

MessageFacts messageFacts(const CustomerState &customer, const LeadState &lead, const QVector<Event> &events, const RooftopFacts &rooftop,
                          const Agent &writer, const std::optional<NextStep> &step, Instant now)
{
    return messageFacts(customer, lead, sentBefore(events), rooftop, writer, step, now);
}

MessageFacts messageFacts(const CustomerState &customer, const LeadState &lead, const QVector<SentWords> &before, const RooftopFacts &rooftop,
                          const Agent &writer, const std::optional<NextStep> &step, Instant now)
{
    MessageFacts facts;
    const WordFacts words = wordFacts(customer, lead, rooftop, writer, now);
    facts.language = wordLanguage(customer);
    facts.languageKnown = !customer.language.isEmpty();
    if (!customer.name.business) {
        facts.names = plainWords(customer.name.first + QLatin1Char(' ') + customer.name.last + QLatin1Char(' ') + customer.name.full);
        facts.names.removeAll(QStringLiteral("jr"));
    }
    facts.agent = writer.name;
    facts.rooftop = rooftop.name;
    facts.address = words.value(QStringLiteral("rooftop_address"));
    for (const QString &known : {lead.wanted.label(), lead.trade ? lead.trade->label() : QString(), customer.address.city, rooftop.city})
        facts.own += plainWords(known);
    if (step) {
        facts.why = step->purpose;
        facts.wanted = step->result;
    }
    facts.optOutLine = facts.language == QLatin1String("es") ? QStringLiteral("Responda STOP y no le escribo más.") : QStringLiteral("Reply STOP and I will not text again.");
    facts.before = before;
    facts.first = lead.attemptsByMedium[size_t(Medium::Text)] == 0;
    facts.live = lead.waitingReply && lead.lastReplyAt.us > 0 && now - lead.lastReplyAt <= LiveFor;
    facts.confirmsStop = justRefused(customer, now);
    return facts;
}

QHash<QString, int> usedWordings(const MessageFacts &facts)
{
    QHash<QString, int> used;
    for (const SentWords &words : facts.before)
        if (!words.wording.isEmpty())
            ++used[wordingId(words.wording)];
    return used;
}

} // namespace beback
