#include "core/desk/trip_return.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

bool isContact(const Event &event)
{
    return event.kind == EventKind::Attempt && event.medium && event.direction != Direction::In;
}

// Which of the media they asked, by this, to be spared; none: all.
bool spares(const Event &refusal, Medium medium)
{
    const auto asked = mediumFromText(refusal.body.value(QLatin1String("medium")).toString());
    return !asked || *asked == medium;
}

bool refuses(const Event &event)
{
    return event.kind == EventKind::DoNotContactSet || event.outcome == Outcome::AskedToStop;
}

class Looker
{
public:
    Looker(const QVector<Event> &events, const TripFacts &facts) : m_events(events), m_facts(facts) {}

    QVector<TripLook> look()
    {
        for (const Event &event : m_events) {
            if (event.occurredAt < m_facts.begun || event.actor != m_facts.login)
                continue;
            const QString flag = m_facts.flags.value(event.id);
            if (flag == QLatin1String("late"))
                note(TripLook::Kind::Late, event, tr("Somebody else had been given %1 before this arrived. It is kept, and marked as late.").arg(m_facts.customer));
            else if (!flag.isEmpty())
                note(TripLook::Kind::NotCounted, event, tr("What you wrote down about %1 is kept and not counted: it is a manager's to say.").arg(m_facts.customer));
            if (isContact(event))
                contact(event);
        }
        return m_found;
    }

private:
    void contact(const Event &mine)
    {
        for (const Event &other : m_events) {
            if (other.actor == m_facts.login || other.occurredAt < m_facts.begun)
                continue;
            const QString who = m_facts.names.value(other.actor, other.actor);
            if (refuses(other) && other.occurredAt <= mine.occurredAt && spares(other, *mine.medium))
                note(TripLook::Kind::AfterOptOut, mine,
                     tr("%1 had asked not to be contacted (%2 wrote it down) before you did, away. Nobody contacts them any more.").arg(m_facts.customer, who));
            else if (isContact(other))
                note(TripLook::Kind::BothContacted, mine, tr("%2 contacted %1 too while you were away. Read both before the next step.").arg(m_facts.customer, who));
        }
    }
    void note(TripLook::Kind kind, const Event &event, const QString &sentence)
    {
        const bool known = std::any_of(m_found.cbegin(), m_found.cend(), [kind](const TripLook &look) { return look.kind == kind; });
        if (!known)
            m_found << TripLook{kind, event.customer, event.lead, sentence};
    }

    const QVector<Event> &m_events;
    const TripFacts &m_facts;
    QVector<TripLook> m_found;
};

} // namespace

QVector<TripLook> tripLooks(const QVector<Event> &events, const TripFacts &facts)
{
    return Looker(events, facts).look();
}

int othersSince(const QVector<Event> &events, const TripFacts &facts)
{
    return int(std::count_if(events.cbegin(), events.cend(),
                             [&facts](const Event &event) { return event.actor != facts.login && event.recordedAt >= facts.begun; }));
}

} // namespace beback
