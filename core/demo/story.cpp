#include "core/demo/story.h"

#include "core/plan/contact_rules.h"

#include <algorithm>
#include <array>

namespace beback::demo {

using namespace std::chrono_literals;

Story::Story(const Stage &stage)
    : m_recorder(stage.recorder), m_clock(stage.clock), m_material(stage.material), m_dice(stage.dice),
      m_until(stage.until), m_people(stage.material, stage.dice), m_staff(stage.material, stage.dice),
      m_messages(stage.material, stage.dice), m_conversation(stage.material, stage.dice)
{
    m_nearEnd = m_staff.lastOpening(m_until - 7h);
    m_lastDays = m_staff.lastOpening(m_staff.lastOpening(m_nearEnd - 1h) - 1h);
}

void Story::plan(Scene scene)
{
    if (scene.at >= m_until)
        return;
    scene.at = std::max(scene.at, now());
    scene.order = ++m_order;
    m_scenes.push(scene);
}

void Story::expect(Instant arrival)
{
    plan({arrival, 0, -1, Cue::Arrival, 0, Medium::Text});
}

Result<void> Story::open()
{
    BEBACK_CHECK(setHour());
    plan({nextMorning(), 0, -1, Cue::Morning, 0, Medium::Text});
    const std::array began{24h * 44, 24h * 10}; // before the end: one is over by then, one goes on
    for (int i = 0; i < int(began.size()); ++i)
        plan({m_staff.nextWorking(m_until - began[size_t(i)]), 0, -1, Cue::Campaign, i, Medium::Text});
    return {};
}

Result<bool> Story::play()
{
    if (m_scenes.empty())
        return false;
    const Scene scene = m_scenes.top();
    m_scenes.pop();
    m_clock.set(std::max(scene.at, now())); // what was said after a scene may have taken a moment
    BEBACK_CHECK(playScene(scene));
    return true;
}

Result<void> Story::playScene(const Scene &scene)
{
    switch (scene.cue) {
    case Cue::Arrival: return arrive();
    case Cue::Hour: return powerHour();
    case Cue::Morning: return morning();
    case Cue::Campaign: return beginCampaign(scene.turn);
    default: break;
    }
    const Line &line = m_lines.at(size_t(scene.line));
    switch (scene.cue) {
    case Cue::Work: return scene.turn == line.turn ? work(scene.line, scene.by) : Result<void>();
    case Cue::Message: return line.gone ? Result<void>() : message(scene.line, scene.medium);
    case Cue::Appointment: return appointment(scene.line);
    case Cue::NextInterest: return nextInterest(scene.line);
    case Cue::Resend: return resend(scene.line);
    case Cue::Unsold: return contactUnsold(scene.line);
    default: return {};
    }
}

Result<void> Story::take(qsizetype index, Result<Recorded> recorded)
{
    if (!recorded)
        return recorded.error();
    Line &line = m_lines.at(size_t(index));
    line.customer = recorded->customer;
    m_lineOf.insert(line.customer, index);
    line.state = std::move(recorded->state);
    line.next = std::move(recorded->next);
    ++line.turn;
    planWork(index);
    return {};
}

Result<void> Story::write(qsizetype index, const QVector<EventDraft> &drafts)
{
    return take(index, m_recorder.record(drafts));
}

EventDraft Story::draft(const Line &line, EventKind kind, const QString &actor) const
{
    EventDraft event;
    event.customer = line.customer;
    event.lead = line.lead;
    event.kind = kind;
    event.actor = actor;
    return event;
}

QString Story::words(const char *purpose, const Line &line, const QString &actor)
{
    return m_messages.phrase(QLatin1String(purpose), line.state, line.now(), m_staff.member(actor).name, now());
}

Result<void> Story::arrive()
{
    QVector<double> weights;
    const bool open = m_staff.isOpen(now());
    for (const Source &source : m_material.sources) {
        const bool inPerson = source.name == QLatin1String("Walk-in") || source.name == QLatin1String("Phone-up");
        weights << (inPerson && !open ? 0.0 : source.weight);
    }
    const QString source = m_material.sources.at(m_dice.weighted(weights)).name;
    Line line;
    line.person = m_people.make(source, now());
    line.agent = m_staff.anyAgent();
    if (m_dice.chance(0.06))
        line.neglectedAfter = m_dice.between(0, 5);
    if (m_dice.chance(0.5)) // the others are given to somebody by a manager, or to nobody
        line.person.draft.ownerLogin = line.agent;
    QString actor = QStringLiteral("system");
    if (line.person.draft.keys.isEmpty()) // typed in by who took the call or met them
        if (const QString in = m_staff.whoIsIn(now(), line.agent); !in.isEmpty())
            actor = in;
    const qsizetype index = qsizetype(m_lines.size());
    m_lines.push_back(std::move(line));
    ++m_arrived;
    auto recorded = m_recorder.recordNewCustomer(m_lines.back().person.draft, actor);
    if (recorded)
        m_lines.back().lead = recorded->state.leads.constLast().id;
    BEBACK_CHECK(take(index, std::move(recorded)));
    if (m_dice.chance(0.04))
        plan({now() + m_dice.wait(24h * 25) + 24h, 0, index, Cue::NextInterest, 0, Medium::Text});
    if (m_dice.chance(0.03))
        plan({now() + m_dice.wait(5h), 0, index, Cue::Resend, 0, Medium::Text});
    return {};
}

Result<void> Story::nextInterest(qsizetype index)
{
    Line &line = m_lines.at(size_t(index));
    if (line.gone || line.now().status == LeadStatus::Sold)
        return {};
    const LeadDraft interest = m_people.interest(m_material.sources.constFirst().name, now(), false);
    auto recorded = m_recorder.recordNewLead(line.customer, interest, QStringLiteral("system"));
    if (recorded)
        line.lead = recorded->state.leads.constLast().id;
    return take(index, std::move(recorded));
}

Result<void> Story::resend(qsizetype index)
{
    Line &line = m_lines.at(size_t(index));
    if (line.person.draft.keys.isEmpty() || line.gone)
        return {};
    LeadDraft again = line.person.draft;
    again.resend = true;
    EventDraft event = draft(line, EventKind::LeadResent, QStringLiteral("system"));
    event.direction = Direction::In;
    event.body = again.toBody();
    return write(index, {event});
}

void Story::planWork(qsizetype index)
{
    const Line &line = m_lines.at(size_t(index));
    if (!line.next)
        return;
    const NextStep &step = line.next->step;
    if (!isForgotten(line))
        plan({whenWorked(line, step), 0, index, Cue::Work, line.turn, step.medium});
}

bool Story::isForgotten(const Line &line)
{
    const LeadState *lead = line.state.lead(line.next->lead);
    return lead && lead->attempts >= line.neglectedAfter && line.next->step.band != Band::Promise;
}

// The first moment somebody is in and the medium may be used where the customer lives.
Instant Story::whenOpen(const Line &line, Medium medium, Instant from)
{
    Instant at = m_staff.nextWorking(from);
    if (medium != Medium::Call && medium != Medium::Text)
        return at;
    for (int tries = 0; tries < 8; ++tries) {
        const auto open = nextOpen(contactHours(line.state, m_recorder.plans().rules()), at);
        if (!open || *open == at)
            return at;
        at = m_staff.nextWorking(*open + m_dice.wait(25min));
    }
    return at;
}

Instant Story::whenWorked(const Line &line, const NextStep &step)
{
    const Instant due = std::max(step.dueAt, now());
    if (step.band >= Band::Fresh && step.band <= Band::LongTerm && m_dice.chance(0.75)) // it waits for the Hour of Power; see story_hour.cpp
        return whenOpen(line, step.medium, m_staff.nextHour(due) + power_hour::Length + m_dice.wait(10h));
    Duration delay{};
    switch (step.band) {
    case Band::Promise: delay = m_dice.chance(0.88) ? m_dice.wait(3min) : m_dice.wait(9h); break;
    case Band::Reply: delay = m_dice.wait(nearEnd() ? 5h : 22min); break;
    case Band::New: delay = m_dice.wait(nearEnd() ? 7h : m_dice.chance(0.8) ? 14min : 5h); break;
    case Band::Fresh: delay = m_dice.wait(5h); break;
    case Band::Appointment: delay = m_dice.wait(7h); break;
    case Band::Plan: delay = m_dice.wait(14h); break;
    case Band::LongTerm: delay = m_dice.wait(24h * 3); break;
    case Band::Stuck: delay = m_dice.wait(24h * 12); break;
    }
    return whenOpen(line, step.medium, due + delay);
}

} // namespace beback::demo
