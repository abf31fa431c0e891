// What the customer does: answers by their habits, comes or does not come, buys here or elsewhere.

#include "core/demo/story.h"

#include <algorithm>

namespace beback::demo {

using namespace std::chrono_literals;

namespace {

QString key(const char *name)
{
    return QLatin1String(name);
}

// Where they most likely are: the clock they live by.
QString homeZone(const CustomerState &state)
{
    return state.zones.isEmpty() ? QLatin1String(RooftopZone) : state.zones.constFirst();
}

} // namespace

bool Story::answersNow(const Line &line, double chance) const
{
    const Habits &habits = line.person.habits;
    const int hour = zones::local(now(), homeZone(line.state)).time.hour();
    const bool goodHour = hour >= habits.goodFrom && hour < habits.goodUntil;
    const double worn = 1.0 / (1.0 + 0.06 * double(line.now().attempts));
    return m_dice.chance(chance * (goodHour ? 1.0 : 0.4) * worn);
}

// What a campaign told them is still so.
bool Story::hasNews(const Line &line) const
{
    const auto &campaign = line.now().campaign;
    return campaign && now() >= campaign->since && campaign->isNews(now());
}

// A touch is out; perhaps they write or call back, after a while, and not in the night.
void Story::mayAnswer(qsizetype index, Medium medium)
{
    Line &line = m_lines.at(size_t(index));
    const Habits &habits = line.person.habits;
    if (line.gone)
        return;
    const bool talking = line.exchanged > 0 && line.exchanged < 5;
    const double base = talking               ? 0.55
        : medium == Medium::Text              ? habits.answersText
        : medium == Medium::Email             ? habits.answersEmail
        : medium == Medium::Call              ? 0.3 * habits.answersCall
                                              : 0.05;
    const bool wrote = medium == Medium::Text || medium == Medium::Email;
    const double chance = base * (wrote && !talking ? line.pull : 1.0) * (hasNews(line) ? 1.5 : 1.0);
    if (!answersNow(line, nearEnd() ? 2.5 * chance : chance)) {
        line.exchanged = 0;
        return;
    }
    const Duration mean = medium == Medium::Text ? habits.textDelay : medium == Medium::Email ? habits.emailDelay : Duration(3h);
    Instant at = now() + m_dice.wait(talking ? mean / 3 : mean) + 50s;
    if (const auto awake = nextOpen(DailyWindow{QTime(7, 0), QTime(22, 30)}, {homeZone(line.state)}, at); awake && *awake > at)
        at = *awake + m_dice.wait(50min);
    plan({at, 0, index, Cue::Message, 0, medium == Medium::Note ? Medium::Call : medium});
}

// Given up too early: some write again by themselves.
void Story::mayComeBack(qsizetype index)
{
    const Line &line = m_lines.at(size_t(index));
    if (!line.gone && m_dice.chance(0.12 * line.person.habits.interest))
        plan({now() + 24h + m_dice.wait(24h * 9), 0, index, Cue::Message, 0, Medium::Text});
}

const char *Story::replyKind(const Line &line, bool bought, bool stop)
{
    const double interest = line.person.habits.interest;
    return stop                                                    ? "reply.stop"
        : bought                                                   ? "reply.bought"
        : line.person.draft.language == QLatin1String("es")        ? "reply.es"
        : m_dice.chance(0.05 * (1.0 - interest))                   ? "reply.no"
        : m_dice.chance(0.04)                                      ? "reply.later"
        : m_dice.chance(0.08)                                      ? "reply.callme"
        : m_dice.chance(0.35 * interest)                           ? "reply.visit"
        : hasNews(line) && line.exchanged == 0                     ? "campaign.back"
        : m_dice.chance(0.5)                                       ? "reply.question"
                                                                   : "reply.warm";
}

// They write, or call and leave word.
Result<void> Story::message(qsizetype index, Medium medium)
{
    Line &line = m_lines.at(size_t(index));
    if (line.now().status != LeadStatus::Open && line.now().status != LeadStatus::Lost)
        return {};
    const Habits &habits = line.person.habits;
    const bool bought = habits.buysElsewhere.us > 0 && now() >= habits.buysElsewhere;
    const bool stop = medium != Medium::Call && (line.now().attempts > habits.patience || m_dice.chance(0.012));
    const char *kind = replyKind(line, bought, stop);
    const QString text = words(kind, line);
    EventDraft event = draft(line, EventKind::Reply, QStringLiteral("system"));
    event.medium = medium;
    event.direction = Direction::In;
    event.body = {{key("text"), text}};
    QVector<EventDraft> all{event};
    if (line.now().status == LeadStatus::Lost && !bought && !stop) {
        EventDraft reopened = draft(line, EventKind::LeadReopened, QStringLiteral("system"));
        reopened.body = {{key("reason"), words("reopen", line)}};
        all.prepend(reopened);
    }
    if (stop) { // what they wrote is taken at its word, at once
        EventDraft refusal = draft(line, EventKind::DoNotContactSet, QStringLiteral("system"));
        refusal.lead = {}; // it is about the person
        refusal.body = {{key("reason"), text}};
        const bool onlyTexts = medium == Medium::Text && !text.contains(QLatin1String("list"));
        if (onlyTexts)
            refusal.body.insert(key("medium"), toText(Medium::Text));
        else
            line.gone = true;
        all << refusal;
    }
    ++line.exchanged;
    const QString who = line.now().owner.isEmpty() ? line.agent : line.now().owner;
    if (qstrcmp(kind, "reply.visit") == 0)
        if (const auto at = visitTime(line))
            all << appointmentSet(line, index, who, *at);
    if (bought)
        line.gone = true;
    if (bought && line.now().status == LeadStatus::Open)
        all << closing(line, who, LeadStatus::Lost, QStringLiteral("Bought elsewhere"));
    return write(index, all);
}

// A whole half hour within opening hours, in the next days.
std::optional<Instant> Story::visitTime(const Line &line)
{
    if (line.now().appointment)
        return {};
    const bool soon = nearEnd();
    Instant from = now() + std::chrono::minutes(soon ? m_dice.between(240, 120 * 60) : m_dice.between(120, 110 * 60));
    from = m_staff.nextWorking(from);
    const qint64 half = Duration(30min).count();
    const Instant at{(from.us + half - 1) / half * half};
    return m_staff.isOpen(at) ? std::optional(at) : std::nullopt;
}

void Story::expectVisit(qsizetype index, Instant at)
{
    plan({at + std::chrono::minutes(m_dice.between(20, 80)), 0, index, Cue::Appointment, 0, Medium::Visit});
}

EventDraft Story::appointmentSet(Line &line, qsizetype index, const QString &agent, Instant at)
{
    EventDraft event = draft(line, EventKind::AppointmentSet, agent);
    event.medium = Medium::Visit;
    event.body = {{key("at"), at.toIso()}, {key("what"), words("appointment.what", line)}};
    expectVisit(index, at);
    return event;
}

// The time has come: they came, or not; or nobody wrote down which, and the program will ask.
Result<void> Story::appointment(qsizetype index)
{
    Line &line = m_lines.at(size_t(index));
    const auto &set = line.now().appointment;
    const bool unwritten = m_dice.chance(nearEnd() ? 0.4 : 0.06);
    if (!set || set->at > now() || unwritten)
        return {};
    const QString in = m_staff.whoIsIn(now(), line.agent);
    const QString agent = in.isEmpty() ? line.agent : in;
    const bool bought = line.person.habits.buysElsewhere.us > 0 && now() >= line.person.habits.buysElsewhere;
    const bool came = !line.gone && !bought && m_dice.chance(0.5 + 0.35 * line.person.habits.interest);
    EventDraft event = draft(line, EventKind::Attempt, agent);
    event.medium = Medium::Visit;
    event.direction = Direction::Out;
    event.outcome = came ? Outcome::Kept : Outcome::Missed;
    QVector<EventDraft> all;
    const bool sold = came && m_dice.chance(0.38 + 0.4 * line.person.habits.interest);
    const Objection kept = QVector{Objection::Payment, Objection::Trade, Objection::Decider, Objection::Stock, Objection::Thinking}.at(
        m_dice.weighted({0.3, 0.25, 0.2, 0.1, 0.15}));
    const QByteArray unsold = "note.visit." + toText(kept).toLatin1();
    event.body = {{key("note"), words(!came ? "note.visit.missed" : sold ? "note.visit.sold" : unsold.constData(), line)}};
    all << event;
    if (sold) {
        line.gone = true;
        all << closing(line, agent, LeadStatus::Sold, words("close.sold", line));
    } else if (came) { // what the note says kept them
        EventDraft objection = draft(line, EventKind::ObjectionRaised, agent);
        objection.body = {{key("objection"), toText(kept)}};
        all << objection;
        mayContactUnsold(index);
    }
    if (came && !sold && m_dice.chance(0.2)) {
        EventDraft note = draft(line, EventKind::Noted, agent);
        note.body = {{key("text"), words("note.free", line)}};
        all << note;
    }
    return write(index, all);
}

} // namespace beback::demo
