#include "core/report/wordings_report.h"

#include "core/history/taken_back.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <algorithm>

namespace beback {

namespace {

using SentTo = QMap<CustomerId, QVector<WordedMessage>>; // in the order they went out

Result<SentTo> readSent(Connection &db, RooftopId rooftop, Instant since, const QSet<EventId> &gone)
{
    BEBACK_TRY(select, db.statement("report/worded_messages"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).bind(":since", since).exec());
    SentTo sent;
    while (select.next()) {
        Columns c = select.columns();
        WordedMessage one;
        one.customer = c.id<CustomerId>();
        one.lead = c.id<LeadId>();
        const EventId id = c.id<EventId>();
        one.actor = c.text();
        one.medium = mediumFromText(c.text()).value_or(Medium::Text);
        one.at = c.instant();
        one.wording = QJsonDocument::fromJson(c.utf8()).object().value(QLatin1String("wording")).toString();
        if (!gone.contains(id) && !one.wording.isEmpty())
            sent[one.customer] << one;
    }
    BEBACK_CHECK(select.finished());
    for (QVector<WordedMessage> &to : sent)
        std::stable_sort(to.begin(), to.end(), [](const WordedMessage &a, const WordedMessage &b) { return a.at < b.at; });
    return sent;
}

// A reply belongs to the last words before it.
void answer(QVector<WordedMessage> &sent, Instant reply)
{
    const auto after = std::upper_bound(sent.begin(), sent.end(), reply, [](Instant at, const WordedMessage &one) { return at < one.at; });
    if (after != sent.begin() && reply - std::prev(after)->at <= RepliesCount)
        std::prev(after)->answered = true;
}

} // namespace

Result<QVector<WordedMessage>> wordedMessages(Connection &db, RooftopId rooftop, Instant since)
{
    BEBACK_TRY(gone, takenBackSince(db, rooftop, since));
    BEBACK_TRY(sent, readSent(db, rooftop, since, gone));
    BEBACK_TRY(select, db.statement("report/replies"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).bind(":since", since).exec());
    while (select.next()) {
        Columns c = select.columns();
        const auto to = sent.find(c.id<CustomerId>());
        const EventId id = c.id<EventId>();
        if (to != sent.end() && !gone.contains(id))
            answer(*to, c.instant());
    }
    BEBACK_CHECK(select.finished());
    QVector<WordedMessage> all;
    for (const QVector<WordedMessage> &to : std::as_const(sent))
        all += to;
    return all;
}

Result<QHash<QString, WordingUse>> wordingUses(Connection &db, RooftopId rooftop, Instant since)
{
    BEBACK_TRY(messages, wordedMessages(db, rooftop, since));
    QHash<QString, WordingUse> uses;
    for (const WordedMessage &one : std::as_const(messages)) {
        ++uses[one.wording].sent;
        uses[one.wording].answered += one.answered;
    }
    return uses;
}

} // namespace beback
