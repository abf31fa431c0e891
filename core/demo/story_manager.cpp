// What the managers do: they give leads to people, contact who left without a car, and see to their own duties.

#include "core/demo/story.h"
#include "core/plan/permission.h"
#include "core/report/duty_store.h"

namespace beback::demo {

using namespace std::chrono_literals;

namespace {

constexpr auto DutiesKept = 24h * 40; // before the end: since then what they do about their duties is written down
constexpr int DutySetEach = 6;        // mornings

QString key(const char *name)
{
    return QLatin1String(name);
}

QString zone()
{
    return QLatin1String(RooftopZone);
}

QDate dayOf(Instant at)
{
    return zones::local(at, zone()).date;
}

} // namespace

// Of the next day on which anybody works, somewhat after opening.
Instant Story::nextMorning()
{
    const Instant early = zones::instantOf(dayOf(now()).addDays(1), QTime(7, 0), zone()).value_or(now());
    return m_staff.nextWorking(early);
}

Result<void> Story::morning()
{
    plan({nextMorning(), 0, -1, Cue::Morning, 0, Medium::Text});
    const QString manager = m_staff.managerOn(dayOf(now()));
    BEBACK_CHECK(giveLeads(manager));
    if (now() < m_until - DutiesKept)
        return {};
    if (m_mornings++ % DutySetEach == 0)
        BEBACK_CHECK(setDuty(manager));
    return doDuties(manager);
}

// Who came in the last days and is nobody's yet; some are overlooked.
Result<void> Story::giveLeads(const QString &manager)
{
    for (qsizetype i = qsizetype(m_lines.size()) - 1; i >= 0; --i) {
        const Line &line = m_lines[size_t(i)];
        const LeadState &lead = line.now();
        if (lead.arrivedAt < now() - 24h * 2)
            return {};
        if (lead.status != LeadStatus::Open || !lead.owner.isEmpty() || !m_dice.chance(0.45))
            continue;
        EventDraft given = draft(line, EventKind::Assigned, manager);
        given.body = {{key("to"), line.agent}, {key("reason"), words("given", line)}};
        BEBACK_CHECK(write(i, {given}));
    }
    return {};
}

// For whoever is there the day after.
Result<void> Story::setDuty(const QString &manager)
{
    const Instant tomorrow = nextMorning();
    const auto due = zones::instantOf(dayOf(tomorrow), QTime(DutyHour, 0), zone());
    const QStringList texts = m_material.phrases.value(key("duty.set"));
    if (!due || m_lines.empty())
        return {};
    DutyWord word;
    word.duty = m_recorder.random().uuid(now()).toString(QUuid::WithoutBraces);
    word.says = DutyWord::Says::Set;
    word.who = m_staff.managerOn(dayOf(tomorrow));
    word.due = *due;
    word.text = about(texts.at(m_mornings / DutySetEach % texts.size()), m_lines.back().now().wanted, {});
    word.by = manager;
    word.at = now();
    return putDutyWord(m_recorder.db(), m_recorder.station().rooftop, word);
}

// What only a word ends, each a little sooner or later; one is left out.
Result<void> Story::doDuties(const QString &manager)
{
    BEBACK_TRY(facts, readDutyFacts(m_recorder.db(), m_recorder.station().rooftop, zone(), now(), dutiesSince(zone(), now())));
    for (const Duty &duty : dutiesFrom(facts)) {
        const bool byWord = duty.kind == Duty::Kind::Set || duty.kind == Duty::Kind::Skips || duty.kind == Duty::Kind::Monday;
        const bool theirs = duty.who.isEmpty() || duty.who == manager;
        if (byWord && theirs && duty.since < now() && duty.isOpen(now()) && m_dice.chance(0.7))
            BEBACK_CHECK(endDuty(duty, manager));
    }
    return {};
}

Result<void> Story::endDuty(const Duty &duty, const QString &manager)
{
    const bool leftOut = !m_leftOut && duty.kind == Duty::Kind::Set && now() > m_until - 24h * 25;
    m_leftOut = m_leftOut || leftOut;
    DutyWord word;
    word.duty = duty.id;
    word.says = leftOut ? DutyWord::Says::LeftOut : DutyWord::Says::Done;
    word.who = duty.who;
    word.lead = duty.lead;
    word.due = duty.due;
    if (leftOut || duty.kind == Duty::Kind::Skips)
        word.text = m_dice.pick(m_material.phrases.value(key(leftOut ? "duty.leftout" : "duty.seen")));
    word.by = manager;
    word.at = now();
    return putDutyWord(m_recorder.db(), m_recorder.station().rooftop, word);
}

// Somebody was here and did not buy: a manager calls them on the next morning, or later, or nobody thinks of it.
void Story::mayContactUnsold(qsizetype index)
{
    const qsizetype fate = m_dice.weighted({0.6, 0.27, 0.13});
    if (fate == 2)
        return;
    const Instant soon = nextMorning() + m_dice.wait(20min);
    const Instant at = fate == 0 ? soon : soon + 5h + m_dice.wait(18h);
    plan({whenOpen(m_lines[size_t(index)], Medium::Call, at), 0, index, Cue::Unsold, 0, Medium::Call});
}

Result<void> Story::contactUnsold(qsizetype index)
{
    Line &line = m_lines.at(size_t(index));
    if (!line.next || line.now().status != LeadStatus::Open)
        return {};
    const ContactPoint *point = usablePoint(line.state, Medium::Call);
    if (!point || !mayContact(line.state, m_recorder.plans().rules(), Medium::Call, point->key(), now()).allowed())
        return {};
    line.lead = line.next->lead;
    return call(index, m_staff.managerOn(dayOf(now())));
}

} // namespace beback::demo
