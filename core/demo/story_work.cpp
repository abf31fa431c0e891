// What the staff does: the step the program names, by the medium it names, while the rooftop is open.

#include "core/demo/story.h"
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

Result<void> Story::work(qsizetype index)
{
    Line &line = m_lines.at(size_t(index));
    if (!line.next)
        return {};
    line.lead = line.next->lead;
    const NextStep step = line.next->step;
    const QString agent = m_staff.whoIsIn(now(), step.band == Band::Promise && line.now().promise ? line.now().promise->by
                                                                                                   : line.agent);
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

EventDraft Story::attempt(const Line &line, const QString &agent, Outcome outcome) const
{
    const NextStep &step = line.next->step;
    EventDraft event = draft(line, EventKind::Attempt, agent);
    event.medium = step.medium;
    event.direction = Direction::Out;
    event.outcome = outcome;
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

Outcome Story::unanswered()
{
    return QVector<Outcome>{Outcome::Voicemail, Outcome::NoAnswer, Outcome::Busy}.at(m_dice.weighted({0.5, 0.43, 0.07}));
}

Result<void> Story::call(qsizetype index, const QString &agent)
{
    Line &line = m_lines.at(size_t(index));
    Habits &habits = line.person.habits;
    const bool promised = line.next->step.band == Band::Promise;
    const bool expected = promised || line.next->step.band == Band::Reply;
    if (habits.wrongNumber && m_dice.chance(0.6)) {
        habits.wrongNumber = false; // any other number is their own
        EventDraft event = attempt(line, agent, Outcome::WrongNumber);
        event.body.insert(key("note"), words("note.wrong", line));
        return write(index, {event});
    }
    if (!line.gone && answersNow(line, expected ? 0.72 : habits.answersCall))
        return write(index, talk(index, agent));
    EventDraft event = attempt(line, agent, unanswered());
    if (event.outcome == Outcome::Voicemail)
        event.body.insert(key("talk_s"), m_dice.between(14, 48));
    else if (promised && m_dice.chance(0.5))
        promise(line, event);
    const bool closed = givesUp(line);
    QVector<EventDraft> all{event};
    if (closed)
        all << closing(line, agent, LeadStatus::Lost, words("close.giveup", line));
    BEBACK_CHECK(write(index, all));
    if (closed) {
        mayComeBack(index);
        return {};
    }
    if (m_dice.chance(0.006) && m_until - now() > 1min)
        return mistake(index, agent);
    if (event.outcome == Outcome::Voicemail)
        mayAnswer(index, Medium::Call);
    return {};
}

// They picked up. One or more events: what was said, and what follows from it.
QVector<EventDraft> Story::talk(qsizetype index, const QString &agent)
{
    Line &line = m_lines.at(size_t(index));
    Habits &habits = line.person.habits;
    const bool bought = habits.buysElsewhere.us > 0 && now() >= habits.buysElsewhere;
    const bool tired = line.now().attempts > habits.patience;
    const double weary = line.now().attempts > 5 ? 0.2 : 0.1;
    const Outcome outcome = bought ? Outcome::BoughtElsewhere
        : tired                    ? Outcome::AskedToStop
        : m_dice.chance((1.0 - habits.interest) * weary) ? Outcome::NotInterested
        : m_dice.chance(now() >= m_lastDays ? 0.55 : 0.17) ? Outcome::CallBack
                                                             : Outcome::Reached;
    EventDraft event = attempt(line, agent, outcome);
    event.body.insert(key("talk_s"), outcome == Outcome::Reached ? m_dice.between(70, 780) : m_dice.between(18, 140));
    QVector<EventDraft> all;
    const char *note = outcome == Outcome::Reached ? "note.reached"
        : outcome == Outcome::CallBack             ? "note.callback"
        : outcome == Outcome::NotInterested        ? "note.no"
        : outcome == Outcome::BoughtElsewhere      ? "note.bought"
                                                   : "note.stop";
    if (outcome != Outcome::Reached || m_dice.chance(0.75))
        event.body.insert(key("note"), words(note, line));
    if (outcome == Outcome::CallBack)
        promise(line, event);
    all << event;
    if (outcome == Outcome::Reached && m_dice.chance((now() >= m_lastDays ? 0.4 : 0.15) + 0.5 * habits.interest))
        if (const auto at = visitTime(line))
            all << appointmentSet(line, index, agent, *at);
    if (outcome == Outcome::Reached && line.now().owner.isEmpty() && m_dice.chance(0.05)) {
        EventDraft assigned = draft(line, EventKind::Assigned, agent);
        assigned.body = {{key("to"), agent}, {key("reason"), words("assign", line)}};
        all << assigned;
    }
    if (outcome == Outcome::Reached && m_dice.chance(0.04)) {
        EventDraft wish = draft(line, EventKind::WishSet, agent);
        wish.lead = {};
        wish.body = {{key("text"), words("wish", line)}};
        all << wish;
    }
    if (outcome == Outcome::NotInterested || outcome == Outcome::BoughtElsewhere) {
        line.gone = m_dice.chance(0.9);
        if (m_dice.chance(0.65))
            all << closing(line, agent, LeadStatus::Lost,
                           outcome == Outcome::BoughtElsewhere ? QStringLiteral("Bought elsewhere") : words("close.lost", line));
    }
    if (outcome == Outcome::AskedToStop)
        line.gone = true;
    return all;
}

// They named a time. In the last days most of those times are still to come.
void Story::promise(Line &line, EventDraft &attempt)
{
    const bool soon = now() >= m_lastDays && m_dice.chance(0.8);
    Instant from = soon ? m_until + std::chrono::minutes(m_dice.between(30, 26 * 60))
        : m_dice.chance(0.5) ? now() + std::chrono::minutes(m_dice.between(90, 300))
                             : now() + std::chrono::minutes(m_dice.between(18 * 60, 96 * 60));
    from = whenOpen(line, Medium::Call, from);
    const qint64 quarter = Duration(15min).count();
    const Instant at{(from.us + quarter - 1) / quarter * quarter};
    attempt.body.insert(key("next_at"), at.toIso());
}

Result<void> Story::send(qsizetype index, const QString &agent)
{
    Line &line = m_lines.at(size_t(index));
    const NextStep step = line.next->step;
    const bool mail = step.medium == Medium::Email;
    const bool bounced = mail && line.person.habits.badAddress && step.pointKey.startsWith(QLatin1String("email:"));
    EventDraft event = attempt(line, agent, bounced ? Outcome::Bounced : Outcome::Sent);
    const char *purpose = step.band == Band::Reply ? "sent.answer"
        : step.medium == Medium::Note              ? "sent.note"
        : mail                                     ? "sent.email"
                                                   : "sent.text";
    event.body.insert(key("words"), words(purpose, line, agent));
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
    EventDraft event = attempt(line, agent, Outcome::Missed);
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
