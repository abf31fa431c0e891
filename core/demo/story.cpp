#include "core/demo/story.h"

#include "core/plan/contact_rules.h"

#include <algorithm>

namespace beback::demo {

using namespace std::chrono_literals;

Story::Story(const Stage &stage)
    : m_recorder(stage.recorder), m_clock(stage.clock), m_material(stage.material), m_dice(stage.dice),
      m_until(stage.until), m_people(stage.material, stage.dice), m_staff(stage.material, stage.dice)
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
    if (scene.cue == Cue::Arrival)
        return arrive();
    const Line &line = m_lines.at(size_t(scene.line));
    switch (scene.cue) {
    case Cue::Work: return scene.turn == line.turn ? work(scene.line) : Result<void>();
    case Cue::Message: return line.gone ? Result<void>() : message(scene.line, scene.medium);
    case Cue::Appointment: return appointment(scene.line);
    case Cue::NextInterest: return nextInterest(scene.line);
    case Cue::Resend: return resend(scene.line);
    case Cue::Arrival: break;
    }
    return {};
}

Result<void> Story::take(qsizetype index, Result<Recorded> recorded)
{
    if (!recorded)
        return recorded.error();
    Line &line = m_lines.at(size_t(index));
    line.customer = recorded->customer;
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

// Fills the gaps that only the moment knows; the rest is about the vehicle.
QString Story::words(const char *purpose, const Line &line, const QString &actor)
{
    QString text = m_dice.pick(m_material.phrases.value(QLatin1String(purpose)));
    const zones::Local today = zones::local(now(), QLatin1String(RooftopZone));
    static const QStringList days = {QStringLiteral("Monday"), QStringLiteral("Tuesday"), QStringLiteral("Wednesday"),
                                     QStringLiteral("Thursday"), QStringLiteral("Friday"), QStringLiteral("Saturday")};
    text.replace(QLatin1String("{day}"), days.at((today.date.dayOfWeek() + m_dice.between(0, 2)) % 6));
    text.replace(QLatin1String("{first}"), line.state.name.first);
    text.replace(QLatin1String("{agent}"), m_staff.member(actor).name.section(QLatin1Char(' '), 0, 0));
    text.replace(QLatin1String("{dealer}"), QLatin1String(RooftopName));
    return about(text, line.now().wanted, line.now().trade);
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
    if (m_dice.chance(0.12)) // most leads are anybody's; some belong to who sold the last car
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
    const LeadState *lead = line.state.lead(line.next->lead);
    const bool forgotten = lead && lead->attempts >= line.neglectedAfter && step.band != Band::Promise;
    if (!forgotten)
        plan({whenWorked(line, step), 0, index, Cue::Work, line.turn, step.medium});
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
    return whenOpen(line, step.medium, std::max(step.dueAt, now()) + delay);
}

} // namespace beback::demo
