// Which duties follow from what happened, and which somebody set.
#include "core/report/duty.h"

#include "core/history/fold.h"
#include "core/report/measures.h"
#include "core/report/today_facts.h"
#include "core/report/work_days.h"
#include "core/time/calendar.h"
#include "core/time/wording.h"
#include "core/time/zones.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <tuple>

namespace beback {

namespace {

using Kind = Duty::Kind;
using State = Duty::State;

// What is said and what happened may be timed by two clocks that differ by as much.
constexpr auto ClocksDiffer = std::chrono::minutes(1);
constexpr auto Day = std::chrono::hours(24);

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

// Works them out one kind after the other.
class Working
{
public:
    explicit Working(const DutyFacts &facts) : m_facts(facts), m_today(zones::local(facts.now, facts.zone).date)
    {
        for (qsizetype i = 0; i < facts.events.size(); ++i)
            m_of[facts.events[i].customer] << i;
    }

    QVector<Duty> all()
    {
        for (qsizetype i = 0; i < m_facts.events.size(); ++i) {
            addUnsold(i);
            addPromise(i);
        }
        addSkips();
        addQuarantine();
        addMondays();
        applyWords();
        passOn();
        std::stable_sort(m_duties.begin(), m_duties.end(), [](const Duty &a, const Duty &b) { return std::tie(a.due, a.id) < std::tie(b.due, b.id); });
        return m_duties;
    }

private:
    QDate dayOf(Instant at) const { return zones::local(at, m_facts.zone).date; }
    QString when(Instant at) const { return wording::dayAndTime(at, m_facts.zone, m_facts.now); }

    static QString idOf(Kind kind, const QString &about, QDate day)
    {
        QStringList parts{toText(kind), about, day.toString(Qt::ISODate)};
        parts.removeAll(QString());
        return parts.join(QLatin1Char(':'));
    }

    // Of two about the same lead and day the later one.
    void put(const Duty &duty)
    {
        if (const auto known = m_places.constFind(duty.id); known != m_places.cend()) {
            m_duties[*known] = duty;
            return;
        }
        m_places.insert(duty.id, m_duties.size());
        m_duties << duty;
    }

    // Of one that only words end: is it asked for, or was it when somebody already said something about a duty?
    void putIfUsed(const Duty &duty)
    {
        const bool wasUsed = m_facts.usedSince.us > 0 && m_facts.usedSince < *duty.until;
        if (wasUsed || *duty.until > m_facts.now)
            put(duty);
    }

    // None: the time cannot be told.
    std::optional<Duty> begin(Kind kind, const QString &about, QDate day, Instant since) const
    {
        const auto due = dueAfter(day, m_facts.zone);
        if (!due)
            return std::nullopt;
        Duty duty;
        duty.kind = kind;
        duty.id = idOf(kind, about, day);
        duty.since = since;
        duty.due = *due;
        duty.until = *due + Day * DutyAskedDays;
        return duty;
    }

    // Nobody has to do anything about that lead any more.
    static bool isOver(const DutyEvent &event, LeadId lead) { return event.endsAll || (event.kind == EventKind::LeadClosed && event.lead == lead); }

    // Looks at what happened to the same person after that. `ends`: does it fulfil the duty? `spares`: is there nothing to do after it?
    // That is asked of the very same instant as well: a visit and the sale it led to are written down at once. False: the duty never came
    // to be due.
    template <class Ends, class Spares> bool follow(Duty &duty, qsizetype after, Ends ends, Spares spares) const
    {
        for (const qsizetype i : m_of.value(m_facts.events[after].customer)) {
            const DutyEvent &event = m_facts.events[i];
            if (event.at < m_facts.events[after].at)
                continue;
            if (spares(event)) {
                duty.until = std::min(*duty.until, event.at);
                return event.at > duty.due;
            }
            if (event.at > m_facts.events[after].at && ends(event)) {
                duty.state = State::Done;
                duty.endedAt = event.at;
                duty.endedBy = event.actor;
                return true;
            }
        }
        return true;
    }

    void addAbout(Duty duty, const DutyEvent &event, const QString &text, const QString &why)
    {
        duty.customer = event.customer;
        duty.lead = event.lead;
        duty.text = text;
        duty.why = why;
        put(duty);
    }

    // Whoever comes to fetch what they bought, or something that was forgotten in it, did not leave unsold, and neither did whoever bought
    // anything on that day. Whoever comes about another car than the one they bought, or about one of which the sale fell through, did.
    bool hadBought(const DutyEvent &visit) const
    {
        bool isSold = false, boughtThatDay = false;
        for (const qsizetype i : m_of.value(visit.customer)) {
            const DutyEvent &event = m_facts.events[i];
            if (event.at > visit.at || (event.kind != EventKind::LeadClosed && event.kind != EventKind::LeadReopened))
                continue;
            const bool isSale = event.kind == EventKind::LeadClosed && event.endsAll;
            if (event.lead == visit.lead)
                isSold = isSale && visit.at - event.at <= Day * DutyReachDays;
            else if (isSale)
                boughtThatDay = boughtThatDay || dayOf(event.at) == dayOf(visit.at);
        }
        return isSold || boughtThatDay;
    }

    void addUnsold(qsizetype place)
    {
        const DutyEvent &visit = m_facts.events[place];
        if (!visit.isVisit() || visit.at < m_facts.from || hadBought(visit))
            return;
        auto duty = begin(Kind::Unsold, visit.lead.toString(), dayOf(visit.at), visit.at);
        const auto ends = [this](const DutyEvent &event) { return event.kind == EventKind::Attempt && m_facts.managers.contains(event.actor); };
        const auto spares = [&](const DutyEvent &event) { // a new visit has its own
            return isOver(event, visit.lead) || (event.isVisit() && event.at > visit.at);
        };
        if (duty && follow(*duty, place, ends, spares))
            addAbout(*duty, visit, tr("Contact %1, who came in and did not buy").arg(visit.name), tr("They were here: %1.").arg(when(visit.at)));
    }

    void addPromise(qsizetype place)
    {
        const DutyEvent &made = m_facts.events[place];
        if (!made.isPromise() || made.nextAt < m_facts.from || made.nextAt - made.at > Day * DutyReachDays)
            return;
        const QDate day = dayOf(made.nextAt);
        const Instant over = startOfDay(day.addDays(1), m_facts.zone);
        auto duty = over <= m_facts.now ? begin(Kind::Promise, made.lead.toString(), day, over) : std::nullopt;
        const Promise promise{{}, made.nextAt, made.nextMedium, made.actor};
        const auto ends = [&](const DutyEvent &event) {
            return event.kind == EventKind::Attempt && event.lead == made.lead
                   && keeps(promise, event.medium.value_or(Medium::Call), isAnswered(event.outcome), event.at);
        };
        const auto spares = [&](const DutyEvent &event) { // of a newer promise instead the same is asked again
            const bool isNewer = event.isPromise() && event.lead == made.lead && event.at > made.at;
            return isOver(event, made.lead) || (isNewer && !ends(event));
        };
        if (!duty || !follow(*duty, place, ends, spares) || (duty->state == State::Done && duty->endedAt < over))
            return;
        const QString who = tr("%1 promised it for %2, and it was not kept that day.");
        addAbout(*duty, made, tr("A promise to %1 was not kept: see that they are contacted").arg(made.name),
                 who.arg(m_facts.nameOf(made.actor), when(made.nextAt)));
    }

    bool isWithEffort(qsizetype place) const
    {
        const DutyEvent &skip = m_facts.events[place];
        const QVector<qsizetype> same = m_of.value(skip.customer);
        return std::any_of(same.cbegin(), same.cend(), [&](qsizetype i) {
            const DutyEvent &event = m_facts.events[i];
            return i < place && event.kind == EventKind::Attempt && event.lead == skip.lead && skip.at - event.at <= Day * EffortDays;
        });
    }

    void addSkips()
    {
        QMap<QDate, QVector<qsizetype>> by;
        for (qsizetype i = 0; i < m_facts.events.size(); ++i) {
            const DutyEvent &event = m_facts.events[i];
            if (event.kind == EventKind::Skipped && event.at >= m_facts.from && dayOf(event.at) < m_today && !isWithEffort(i))
                by[dayOf(event.at)] << i;
        }
        for (auto day = by.cbegin(); day != by.cend(); ++day) {
            auto duty = begin(Kind::Skips, {}, day.key(), startOfDay(day.key().addDays(1), m_facts.zone));
            if (!duty)
                continue;
            QStringList names;
            for (const qsizetype i : *day) {
                if (!duty->leads.contains(m_facts.events[i].lead))
                    duty->leads << m_facts.events[i].lead;
                names << m_facts.nameOf(m_facts.events[i].actor);
            }
            names.removeDuplicates();
            duty->text = day->size() == 1 ? tr("Look at a step left out without an attempt")
                                          : tr("Look at %1 steps left out without an attempt").arg(day->size());
            duty->why = tr("%1, on %2.").arg(listed(names), wording::date(day.key(), m_today));
            putIfUsed(*duty);
        }
    }

    // It stands until then among what needs a manager; from the next business day on it is a duty.
    void addQuarantine()
    {
        QMap<QDate, int> by;
        for (const Instant at : m_facts.setAside)
            ++by[dayOf(at)];
        for (auto day = by.cbegin(); day != by.cend(); ++day) {
            auto duty = begin(Kind::Quarantine, {}, day.key(), startOfDay(calendar::addBusinessDays(day.key(), 1), m_facts.zone));
            if (!duty || duty->since > m_facts.now)
                continue;
            duty->until.reset(); // as long as it lies there
            duty->text = *day == 1 ? tr("Mend a lead that could not be read") : tr("Mend %1 leads that could not be read").arg(*day);
            duty->why = tr("They came on %1. Whoever asked waits.").arg(wording::date(day.key(), m_today));
            put(*duty);
        }
    }

    // Not of weeks before anything happened here.
    void addMondays()
    {
        if (m_facts.begun.us == 0)
            return;
        QDate monday = dayOf(m_facts.from);
        monday = monday.addDays((8 - monday.dayOfWeek()) % 7);
        for (; monday <= m_today; monday = monday.addDays(7)) {
            const Instant since = startOfDay(monday, m_facts.zone);
            auto duty = begin(Kind::Monday, {}, monday.addDays(-1), since); // the next business day is Monday, or after a holiday
            if (!duty || m_facts.begun >= since)
                continue;
            duty->id = idOf(Kind::Monday, {}, monday);
            duty->until = startOfDay(monday.addDays(7), m_facts.zone);
            duty->text = tr("Read the Monday page");
            duty->why = tr("Last week against the week before, and what to do in this one.");
            putIfUsed(*duty);
        }
    }

    void addSet(const DutyWord &word)
    {
        Duty duty;
        duty.id = word.duty;
        duty.who = word.who;
        duty.text = word.text;
        duty.since = word.at;
        duty.due = word.due;
        duty.customer = word.customer;
        duty.lead = word.lead;
        const QString by = m_facts.nameOf(word.by);
        duty.why = word.name.isEmpty() ? tr("Set by %1.").arg(by) : tr("About %1. Set by %2.").arg(word.name, by);
        put(duty);
    }

    // What was first ends it: what somebody said, or the fact. Nobody says it before there is anything to do, and what lies in quarantine
    // ends by lying there no more.
    void applyWords()
    {
        for (const DutyWord &word : m_facts.words)
            if (word.says == DutyWord::Says::Set && isOwnDutyId(word.duty))
                addSet(word);
        for (const DutyWord &word : m_facts.words) {
            const auto place = m_places.constFind(word.duty);
            if (word.says == DutyWord::Says::Set || place == m_places.cend())
                continue;
            Duty &duty = m_duties[*place];
            if (duty.kind == Kind::Quarantine || word.at < duty.since - ClocksDiffer)
                continue;
            if (duty.state != State::Open && duty.endedAt <= word.at)
                continue;
            duty.state = word.says == DutyWord::Says::Done ? State::Done : State::LeftOut;
            duty.endedAt = word.at;
            duty.endedBy = word.by;
            duty.reason = word.text;
        }
    }

    // What somebody had to do who is a manager here no more is for whoever is first, or nobody would ever see it.
    void passOn()
    {
        for (Duty &duty : m_duties) {
            if (duty.state != State::Open || duty.who.isEmpty() || m_facts.working.contains(duty.who))
                continue;
            duty.why += QLatin1Char(' ') + tr("It was for %1, who is no manager here any more.").arg(m_facts.nameOf(duty.who));
            duty.who.clear();
        }
    }

    const DutyFacts &m_facts;
    QDate m_today;
    QHash<CustomerId, QVector<qsizetype>> m_of; // places of their events
    QVector<Duty> m_duties;
    QHash<QString, qsizetype> m_places; // by id
};

} // namespace

QVector<Duty> dutiesFrom(const DutyFacts &facts)
{
    return Working(facts).all();
}

} // namespace beback
