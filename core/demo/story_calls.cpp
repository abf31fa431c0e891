// What is said on the phone: who picks up, what they answer to the guide's questions, and what follows from it.

#include "core/demo/story.h"
#include "core/desk/event_drafts.h"
#include "core/desk/guide_deeds.h"
#include "core/words/language.h"

#include <algorithm>

namespace beback::demo {

using namespace std::chrono_literals;

namespace {

QString key(const char *name)
{
    return QLatin1String(name);
}

} // namespace

Outcome Story::unanswered()
{
    return QVector<Outcome>{Outcome::Voicemail, Outcome::NoAnswer, Outcome::Busy}.at(m_dice.weighted({0.5, 0.43, 0.07}));
}

Outcome Story::answered(const Line &line)
{
    const Habits &habits = line.person.habits;
    const double weary = line.now().attempts > 5 ? 0.2 : 0.1;
    if (habits.buysElsewhere.us > 0 && now() >= habits.buysElsewhere)
        return Outcome::BoughtElsewhere;
    if (line.now().attempts > habits.patience)
        return Outcome::AskedToStop;
    if (m_dice.chance((1.0 - habits.interest) * weary))
        return Outcome::NotInterested;
    return m_dice.chance(now() >= m_lastDays ? 0.55 : 0.17) ? Outcome::CallBack : Outcome::Reached;
}

Result<void> Story::call(qsizetype index, const QString &agent)
{
    Line &line = m_lines.at(size_t(index));
    Habits &habits = line.person.habits;
    const bool promised = line.next->step.band == Band::Promise;
    const bool expected = promised || line.next->step.band == Band::Reply;
    if (habits.wrongNumber && m_dice.chance(0.6)) {
        habits.wrongNumber = false; // any other number is their own
        EventDraft event = attempt(line, agent, Medium::Call, Outcome::WrongNumber);
        event.body.insert(key("note"), words("note.wrong", line));
        return write(index, {event});
    }
    if (!line.gone && answersNow(line, expected ? 0.72 : habits.answersCall)) {
        BEBACK_TRY(said, talk(index, agent));
        return write(index, said);
    }
    EventDraft event = attempt(line, agent, Medium::Call, unanswered());
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

void Story::noteDown(const Line &line, const QString &agent, EventDraft &call)
{
    const bool reached = call.outcome == Outcome::Reached;
    call.body.insert(key("talk_s"), reached ? m_dice.between(70, 780) : m_dice.between(18, 140));
    const char *note = reached && m_staff.member(agent).role == QLatin1String("manager") ? "note.manager"
        : reached                                       ? "note.reached"
        : call.outcome == Outcome::CallBack             ? "note.callback"
        : call.outcome == Outcome::NotInterested        ? "note.no"
        : call.outcome == Outcome::BoughtElsewhere      ? "note.bought"
                                                        : "note.stop";
    if (!reached || m_dice.chance(0.75))
        call.body.insert(key("note"), words(note, line));
}

// They picked up. One or more events: what was said, and what follows from it.
Result<QVector<EventDraft>> Story::talk(qsizetype index, const QString &agent)
{
    Line &line = m_lines.at(size_t(index));
    EventDraft event = attempt(line, agent, Medium::Call, answered(line));
    noteDown(line, agent, event);
    if (event.outcome == Outcome::CallBack)
        promise(line, event);
    std::optional<Instant> visit;
    if (event.outcome == Outcome::Reached && m_dice.chance((now() >= m_lastDays ? 0.4 : 0.15) + 0.5 * line.person.habits.interest))
        visit = visitTime(line);
    BEBACK_TRY(deeds, goThroughGuide(index, event, visit));
    QVector<EventDraft> all{event};
    all += deeds;
    const bool isSet = std::any_of(deeds.cbegin(), deeds.cend(), [](const EventDraft &one) { return one.kind == EventKind::AppointmentSet; });
    if (visit && isSet)
        expectVisit(index, *visit);
    else if (visit) // what the call was about asks for no time
        all << appointmentSet(line, index, agent, *visit);
    all += besides(line, event);
    return all;
}

// What the plan of the call comes to beside its own answers.
QVector<EventDraft> Story::besides(Line &line, const EventDraft &call)
{
    QVector<EventDraft> all;
    if (call.outcome == Outcome::Reached && line.now().owner.isEmpty() && m_dice.chance(0.3)) {
        EventDraft assigned = draft(line, EventKind::Assigned, call.actor);
        assigned.body = {{key("to"), call.actor}, {key("reason"), words("assign", line)}};
        all << assigned;
    }
    if (call.outcome == Outcome::Reached && m_dice.chance(0.04)) {
        EventDraft wish = draft(line, EventKind::WishSet, call.actor);
        wish.lead = {};
        wish.body = {{key("text"), words("wish", line)}};
        all << wish;
    }
    if (call.outcome == Outcome::NotInterested || call.outcome == Outcome::BoughtElsewhere) {
        line.gone = m_dice.chance(0.9);
        if (m_dice.chance(0.65))
            all << closing(line, call.actor, LeadStatus::Lost,
                           call.outcome == Outcome::BoughtElsewhere ? QStringLiteral("Bought elsewhere") : words("close.lost", line));
    }
    if (call.outcome == Outcome::AskedToStop)
        line.gone = true;
    return all;
}

Ending Story::ending(const Line &line, std::optional<Instant> visit)
{
    static const QVector<QString> others = {QStringLiteral("call"), QStringLiteral("later"), QStringLiteral("done"), QString()};
    Ending ending;
    ending.next = visit ? QStringLiteral("visit") : others.at(m_dice.weighted({0.35, 0.15, 0.05, 0.45}));
    ending.visit = visit;
    ending.call = callTime(line);
    ending.language = wordLanguage(line.state);
    return ending;
}

// Asks what the guide of the call asks. What follows from the answers is what the desk makes of them.
Result<QVector<EventDraft>> Story::goThroughGuide(qsizetype index, EventDraft &call, std::optional<Instant> visit)
{
    Line &line = m_lines.at(size_t(index));
    const bool bought = call.outcome == Outcome::BoughtElsewhere;
    const GuideBook &guides = WordShelf::shipped()->guides;
    const Guide *guide = bought                  ? guides.find(QStringLiteral("bought-elsewhere"))
        : call.outcome == Outcome::Reached       ? guides.forCall(line.next->step.words, line.now().planId)
                                                 : nullptr;
    if (!guide)
        return QVector<EventDraft>();
    RecordRequest request;
    request.customer = line.customer;
    request.lead = line.lead;
    request.outcome = call.outcome;
    m_conversation.hold(*guide, line.now(), ending(line, visit), now(), request);
    BEBACK_TRY(deeds, takeAnswers(request, line.state, line.now(), *guide, now(), call.actor));
    keepAnswers(call.body, request, guide);
    if (request.nextAt)
        call.body.insert(key("next_at"), request.nextAt->toIso());
    QVector<EventDraft> all;
    if (request.objection)
        all << objectionDraft(request, line.now(), call.actor);
    all += deeds.drafts;
    for (EventDraft &one : all) {
        if (one.kind == EventKind::DoNotContactSet)
            line.gone = true;
        else
            one.causedBy = 0;
    }
    return all;
}

// A time they name. In the last days most of those times are still to come.
Instant Story::callTime(const Line &line)
{
    const bool soon = now() >= m_lastDays && m_dice.chance(0.8);
    Instant from = soon ? m_until + std::chrono::minutes(m_dice.between(30, 26 * 60))
        : m_dice.chance(0.5) ? now() + std::chrono::minutes(m_dice.between(90, 300))
                             : now() + std::chrono::minutes(m_dice.between(18 * 60, 96 * 60));
    from = whenOpen(line, Medium::Call, from);
    const qint64 quarter = Duration(15min).count();
    return Instant{(from.us + quarter - 1) / quarter * quarter};
}

void Story::promise(Line &line, EventDraft &attempt)
{
    attempt.body.insert(key("next_at"), callTime(line).toIso());
}

} // namespace beback::demo
