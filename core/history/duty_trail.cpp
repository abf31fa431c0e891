#include "core/history/duty_trail.h"

#include "core/history/customer_state.h"
#include "core/history/fold.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace beback {

namespace {

constexpr int Version = 1; // the first value of the text; the second are the leads, and each after them is something that happened

bool isSeed(const DutyEvent &event)
{
    return event.isVisit() || event.isPromise() || event.kind == EventKind::Skipped;
}

// Marks what is needed of the attempts, from which all others are left out.
class Marking
{
public:
    explicit Marking(const QVector<DutyEvent> &events) : m_events(events), m_isKept(events.size(), false) {}

    QVector<bool> marked()
    {
        for (qsizetype i = 0; i < m_events.size(); ++i) {
            const DutyEvent &event = m_events[i];
            m_isKept[i] = m_isKept[i] || isSeed(event) || event.kind != EventKind::Attempt || event.endsAll;
            if (event.isVisit())
                markFirstOfEach(i);
            if (event.isPromise())
                markKeeping(i);
            if (event.kind == EventKind::Skipped)
                markEffort(i);
        }
        return m_isKept;
    }

private:
    // Whoever of them is a manager ends the duty to contact somebody who came in. After a later visit that has its own.
    void markFirstOfEach(qsizetype visit)
    {
        QSet<QString> actors;
        for (qsizetype i = visit + 1; i < m_events.size(); ++i) {
            const DutyEvent &event = m_events[i];
            if (event.kind != EventKind::Attempt || event.at == m_events[visit].at)
                continue;
            if (event.isVisit())
                return;
            if (!actors.contains(event.actor))
                m_isKept[i] = true;
            actors.insert(event.actor);
        }
    }

    void markKeeping(qsizetype made)
    {
        const DutyEvent &promised = m_events[made];
        const Promise promise{{}, promised.nextAt, promised.nextMedium, promised.actor};
        for (qsizetype i = made + 1; i < m_events.size(); ++i) {
            const DutyEvent &event = m_events[i];
            if (event.kind != EventKind::Attempt || event.lead != promised.lead || event.at == promised.at
                || !keeps(promise, event.medium.value_or(Medium::Call), isAnswered(event.outcome), event.at))
                continue;
            m_isKept[i] = true;
            return;
        }
    }

    void markEffort(qsizetype skip)
    {
        for (qsizetype i = skip - 1; i >= 0; --i)
            if (m_events[i].kind == EventKind::Attempt && m_events[i].lead == m_events[skip].lead) {
                m_isKept[i] = true;
                return;
            }
    }

    const QVector<DutyEvent> &m_events;
    QVector<bool> m_isKept;
};

QJsonArray toJson(const DutyEvent &event, qsizetype lead)
{
    QJsonArray row{toText(event.kind), event.at.us, event.actor, lead, event.medium ? toText(*event.medium) : QString(), toText(event.outcome),
                   event.endsAll ? 1 : 0};
    if (event.nextAt.us > 0)
        row << event.nextAt.us << toText(event.nextMedium);
    return row;
}

// None: it cannot be read.
std::optional<DutyEvent> fromJson(const QJsonArray &row, const QJsonArray &leads)
{
    const qint64 lead = row.at(3).toInteger(-1);
    if (row.size() < 7 || lead < 0 || lead >= leads.size())
        return {};
    DutyEvent event;
    event.kind = eventKindFromText(row.at(0).toString());
    event.at = {row.at(1).toInteger()};
    event.actor = row.at(2).toString();
    event.lead = LeadId::fromString(leads.at(lead).toString());
    event.medium = mediumFromText(row.at(4).toString());
    event.outcome = outcomeFromText(row.at(5).toString()).value_or(Outcome::None);
    event.endsAll = row.at(6).toInt() != 0;
    if (row.size() < 9)
        return event;
    event.nextAt = {row.at(7).toInteger()};
    event.nextMedium = mediumFromText(row.at(8).toString()).value_or(Medium::Call);
    return event;
}

} // namespace

std::optional<DutyEvent> dutyEventOf(const Event &source)
{
    const auto text = [&source](const char *key) { return source.body.value(QLatin1String(key)).toString(); };
    const bool stopsAll = source.outcome == Outcome::AskedToStop && text("stop_point").isEmpty() && text("stop_medium").isEmpty();
    DutyEvent event;
    event.kind = source.kind;
    switch (source.kind) {
    case EventKind::Attempt:
        if (!text("department").isEmpty()) {
            if (!stopsAll)
                return {};
            event.kind = EventKind::DoNotContactSet; // said to them, and meant for all of us
        }
        event.endsAll = stopsAll;
        if (const QString next = text("next_at"); !next.isEmpty()) {
            event.nextAt = Instant::fromIso(next);
            event.nextMedium = mediumFromText(text("next_medium")).value_or(Medium::Call);
        }
        break;
    case EventKind::LeadClosed: event.endsAll = leadStatusFromText(text("status")) == LeadStatus::Sold; break;
    case EventKind::DoNotContactSet:
        event.endsAll = text("point").isEmpty() && text("medium").isEmpty();
        if (!event.endsAll)
            return {};
        break;
    case EventKind::LeadReopened:
    case EventKind::Skipped: break;
    default: return {};
    }
    event.actor = source.actor;
    event.lead = source.lead;
    event.medium = source.medium;
    event.outcome = source.outcome;
    event.at = source.occurredAt;
    return event;
}

QVector<DutyEvent> dutyTrail(QVector<DutyEvent> events)
{
    if (std::none_of(events.cbegin(), events.cend(), &isSeed))
        return {};
    std::stable_sort(events.begin(), events.end(), [](const DutyEvent &a, const DutyEvent &b) { return a.at < b.at; });
    const QVector<bool> isKept = Marking(events).marked();
    QVector<DutyEvent> trail;
    for (qsizetype i = 0; i < events.size(); ++i)
        if (isKept[i])
            trail << events[i];
    return trail;
}

Instant lastDutyAt(const QVector<DutyEvent> &trail)
{
    Instant last;
    for (const DutyEvent &event : trail) {
        if (event.isVisit() || event.kind == EventKind::Skipped)
            last = std::max(last, event.at);
        last = std::max(last, event.nextAt);
    }
    return last;
}

QString toText(const QVector<DutyEvent> &trail)
{
    if (trail.isEmpty())
        return {};
    QVector<LeadId> leads;
    QJsonArray rows;
    for (const DutyEvent &event : trail) {
        if (!leads.contains(event.lead))
            leads << event.lead;
        rows << toJson(event, leads.indexOf(event.lead));
    }
    QJsonArray names;
    for (const LeadId lead : std::as_const(leads))
        names << (lead.isNull() ? QString() : lead.toString());
    QJsonArray all{Version, names};
    for (const QJsonValue &row : std::as_const(rows))
        all << row;
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

std::optional<QVector<DutyEvent>> dutyTrailFromText(const QString &text)
{
    if (text.isEmpty())
        return QVector<DutyEvent>();
    const QJsonArray all = QJsonDocument::fromJson(text.toUtf8()).array();
    if (all.size() < 2 || all.at(0).toInt() != Version)
        return {};
    const QJsonArray leads = all.at(1).toArray();
    QVector<DutyEvent> trail;
    for (qsizetype i = 2; i < all.size(); ++i) {
        const auto event = fromJson(all.at(i).toArray(), leads);
        if (!event)
            return {};
        trail << *event;
    }
    return trail;
}

} // namespace beback
