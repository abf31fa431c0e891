#include "core/report/wordings_report.h"

#include "core/history/taken_back.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace beback {

namespace {

struct Sent {
    Instant at;
    QString wording;
    bool answered = false;
};
using SentTo = QHash<CustomerId, QVector<Sent>>; // in the order they went out

Result<SentTo> readSent(Connection &db, RooftopId rooftop, Instant since, const QSet<EventId> &gone)
{
    BEBACK_TRY(select, db.statement("report/worded_messages"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).bind(":since", since).exec());
    SentTo sent;
    while (select.next()) {
        Columns c = select.columns();
        const CustomerId customer = c.id<CustomerId>();
        const EventId id = c.id<EventId>();
        const Instant at = c.instant();
        const QString wording = QJsonDocument::fromJson(c.utf8()).object().value(QLatin1String("wording")).toString();
        if (!gone.contains(id) && !wording.isEmpty())
            sent[customer] << Sent{at, wording};
    }
    BEBACK_CHECK(select.finished());
    for (QVector<Sent> &to : sent)
        std::stable_sort(to.begin(), to.end(), [](const Sent &a, const Sent &b) { return a.at < b.at; });
    return sent;
}

// A reply belongs to the last words before it.
void answer(QVector<Sent> &sent, Instant reply)
{
    const auto after = std::upper_bound(sent.begin(), sent.end(), reply, [](Instant at, const Sent &one) { return at < one.at; });
    if (after != sent.begin() && reply - std::prev(after)->at <= RepliesCount)
        std::prev(after)->answered = true;
}

} // namespace

Result<QHash<QString, WordingUse>> wordingUses(Connection &db, RooftopId rooftop, Instant since)
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
    QHash<QString, WordingUse> uses;
    for (const QVector<Sent> &to : std::as_const(sent))
        for (const Sent &one : to) {
            ++uses[one.wording].sent;
            uses[one.wording].answered += one.answered;
        }
    return uses;
}

} // namespace beback
