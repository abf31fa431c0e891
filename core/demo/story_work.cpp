// What the staff does: the step the program names, by the medium it names, while the rooftop is open.

#include "core/demo/story.h"
#include "core/desk/event_drafts.h"
#include "core/plan/permission.h"

#include <algorithm>

namespace beback::demo {

using namespace std::chrono_literals;

namespace {

QString key(const char *name)
{
    return QLatin1String(name);
}

} // namespace

Result<void> Story::work(qsizetype index, const QString &by)
{
    Line &line = m_lines.at(size_t(index));
    if (!line.next)
        return {};
    line.lead = line.next->lead;
    const NextStep step = line.next->step;
    const QString best = step.band == Band::Promise && line.now().promise ? line.now().promise->by : line.agent;
    const QString agent = by.isEmpty() ? m_staff.whoIsIn(now(), best) : by;
    if (agent.isEmpty()) {
        plan({whenOpen(line, step.medium, now() + 45min), 0, index, Cue::Work, line.turn, step.medium});
        return {};
    }
    if (step.band == Band::Stuck)
        return mend(index, agent);
    const Permission permission = mayContact(line.state, m_recorder.plans().rules(), step.medium, step.pointKey, now());
    if (!permission.allowed()) {
        if (permission.until)
            plan({whenOpen(line, step.medium, *permission.until + m_dice.wait(20min)), 0, index, Cue::Work, line.turn,
                  step.medium});
        return {};
    }
    if (step.step > 0 && m_dice.chance(0.025))
        return skip(index, agent);
    switch (step.medium) {
    case Medium::Call: return call(index, agent);
    case Medium::Visit: return visit(index, agent);
    default: return send(index, agent);
    }
}

// Nothing can be done as things are: somebody finds another address, or nobody does.
Result<void> Story::mend(qsizetype index, const QString &agent)
{
    Line &line = m_lines.at(size_t(index));
    if (line.gone || m_dice.chance(0.6))
        return {};
    const ContactPoint found = m_people.anotherEmail(line.state.name);
    EventDraft event = draft(line, EventKind::ContactPointSet, agent);
    event.lead = {}; // it is about the person
    event.body = {{key("point"), found.toJson()}};
    line.person.habits.badAddress = false;
    return write(index, {event});
}

Result<void> Story::skip(qsizetype index, const QString &agent)
{
    const Line &line = m_lines.at(size_t(index));
    EventDraft event = draft(line, EventKind::Skipped, agent);
    event.medium = line.next->step.medium;
    event.body = {{key("plan"), line.now().planId}, {key("step"), line.next->step.step},
                  {key("reason"), words("skip.reason", line)}};
    return write(index, {event});
}

EventDraft Story::attempt(const Line &line, const QString &agent, Medium medium, Outcome outcome) const
{
    const NextStep &step = line.next->step;
    EventDraft event = draft(line, EventKind::Attempt, agent);
    event.medium = medium;
    event.direction = Direction::Out;
    event.outcome = outcome;
    if (m_hour && m_hour->contains(now()) && m_keepers.contains(agent))
        event.body.insert(key("hour"), m_hour->begin.toIso());
    if (step.medium != medium) { // beside the plan
        if (const ContactPoint *point = usablePoint(line.state, medium))
            event.body.insert(key("point"), point->key());
        return event;
    }
    if (step.step > 0) {
        event.body.insert(key("plan"), line.now().planId);
        event.body.insert(key("step"), step.step);
    }
    if (!step.pointKey.isEmpty())
        event.body.insert(key("point"), step.pointKey);
    if (!step.purpose.isEmpty())
        event.body.insert(key("why"), step.purpose);
    if (!step.result.isEmpty()) {
        event.body.insert(key("result"), step.result);
        if (outcome == Outcome::Reached)
            event.body.insert(key("came"), line.person.habits.interest > 0.5);
    }
    return event;
}

EventDraft Story::closing(const Line &line, const QString &agent, LeadStatus status, const QString &reason) const
{
    EventDraft event = draft(line, EventKind::LeadClosed, agent);
    event.body = {{key("status"), toText(status)}, {key("reason"), reason}};
    return event;
}

// The habit the plans are there to cure: a lead that does not answer is closed early.
bool Story::givesUp(const Line &line)
{
    const LeadState &lead = line.now();
    const Band band = line.next->step.band;
    if (lead.appointment || lead.attempts < 1 || (band != Band::Fresh && band != Band::Plan && band != Band::LongTerm))
        return false;
    return m_dice.chance(lead.reached == 0 ? 0.12 : 0.07);
}

// There are no words for it: a step of the plan is left out, anything else is looked at again on another day.
Result<void> Story::sayNothing(qsizetype index, const QString &agent)
{
    const Line &line = m_lines.at(size_t(index));
    const NextStep &step = line.next->step;
    if (step.step > 0)
        return skip(index, agent);
    plan({whenOpen(line, step.medium, now() + 24h), 0, index, Cue::Work, line.turn, step.medium});
    return {};
}

void Story::keepWords(Line &line, const Written &message, EventDraft &event)
{
    put(event.body, "words", message.words());
    put(event.body, "subject", message.subject);
    put(event.body, "wording", message.wording);
    noteKept(event, message.kept, message.keptBecause);
    line.sent.prepend({now(), line.next->step.medium, message.words(), message.wording});
    line.sent.resize(std::min<qsizetype>(line.sent.size(), MostSentBefore));
    line.pull = m_messages.pull(message.wording);
}

Result<void> Story::send(qsizetype index, const QString &agent)
{
    Line &line = m_lines.at(size_t(index));
    const NextStep step = line.next->step;
    const auto message = m_messages.write(step.words, step.medium, {line.state, line.now(), m_staff.member(agent), now(), line.sent});
    if (!message)
        return sayNothing(index, agent);
    const bool bounced = step.medium == Medium::Email && line.person.habits.badAddress && step.pointKey.startsWith(QLatin1String("email:"));
    EventDraft event = attempt(line, agent, step.medium, bounced ? Outcome::Bounced : Outcome::Sent);
    keepWords(line, *message, event);
    QVector<EventDraft> all{event};
    const bool closed = givesUp(line);
    if (closed)
        all << closing(line, agent, LeadStatus::Lost, words("close.giveup", line));
    if (bounced)
        line.person.habits.badAddress = false;
    BEBACK_CHECK(write(index, all));
    if (closed)
        mayComeBack(index);
    else if (!bounced)
        mayAnswer(index, step.medium);
    return {};
}

// A visit the program asks about: it is time to say whether they came.
Result<void> Story::visit(qsizetype index, const QString &agent)
{
    Line &line = m_lines.at(size_t(index));
    EventDraft event = attempt(line, agent, Medium::Visit, Outcome::Missed);
    event.body.insert(key("note"), words("note.visit.missed", line));
    return write(index, {event});
}

// The wrong key was pressed; it is taken back and said again a moment later.
Result<void> Story::mistake(qsizetype index, const QString &agent)
{
    Line &line = m_lines.at(size_t(index));
    EventDraft wrong = draft(line, EventKind::Noted, agent);
    wrong.body = {{key("text"), words("note.free", line)}};
    auto noted = m_recorder.record(wrong);
    if (!noted)
        return noted.error();
    m_clock.advance(40s);
    return take(index, m_recorder.undo(noted->events.constLast(), agent, words("correct", line)));
}

} // namespace beback::demo
