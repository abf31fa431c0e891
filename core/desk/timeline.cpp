#include "core/desk/timeline.h"

#include "core/history/corrections.h"
#include "core/intake/phone_number.h"
#include "core/plan/wish_words.h"
#include "core/time/wording.h"
#include "core/words/guide_walk.h"
#include "core/words/language.h"
#include "core/words/words.h"

#include <QCoreApplication>
#include <QSet>

#include <array>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

QString body(const Event &event, const char *key)
{
    return event.body.value(QLatin1String(key)).toString();
}

QString pointText(const QString &key)
{
    const QString value = key.section(QLatin1Char(':'), 1);
    return key.startsWith(QLatin1String("phone:")) ? displayPhone(value) : value;
}

// A sentence with a capital and a full stop, as it stands on the history.
QString sentence(const QString &text)
{
    if (text.isEmpty())
        return {};
    QString made = text;
    if (made.at(0).isLower())
        made[0] = made.at(0).toUpper();
    const QChar end = made.back();
    if (end != QLatin1Char('.') && end != QLatin1Char('?') && end != QLatin1Char('!'))
        made += QLatin1Char('.');
    return made;
}

QString consentTitle(Medium medium)
{
    return medium == Medium::Call ? tr("Agrees to be called") : medium == Medium::Text ? tr("Agrees to be texted") : tr("Agrees to be written to");
}

// Why a plan took over, where that was no person's decision (branch.h).
QString branchText(const QString &what)
{
    if (what.startsWith(QLatin1String("objection_")))
        return tr("They came in and did not buy.");
    static const QHash<QString, const char *> texts = {
        {QStringLiteral("appointment_set"), QT_TRANSLATE_NOOP("beback", "An appointment was set.")},
        {QStringLiteral("missed"), QT_TRANSLATE_NOOP("beback", "They did not come.")},
        {QStringLiteral("visited"), QT_TRANSLATE_NOOP("beback", "They came in.")},
        {QStringLiteral("sold"), QT_TRANSLATE_NOOP("beback", "They bought here.")},
        {QStringLiteral("bought_elsewhere_open"), QT_TRANSLATE_NOOP("beback", "They bought elsewhere and have not taken delivery.")},
        {QStringLiteral("bought_elsewhere_delivered"), QT_TRANSLATE_NOOP("beback", "They bought elsewhere.")},
        {QStringLiteral("not_interested"), QT_TRANSLATE_NOOP("beback", "They are not interested now.")},
        {QStringLiteral("wrong_number"), QT_TRANSLATE_NOOP("beback", "The number was wrong.")}};
    const auto found = texts.constFind(what);
    return found == texts.constEnd() ? sentence(what) : tr(*found);
}

QString planLine(const Event &event)
{
    const QString name = body(event, "name"), reason = body(event, "reason");
    QString line = sentence(name.isEmpty() ? body(event, "plan") : name);
    const QString why = event.body.contains(QLatin1String("because")) ? branchText(reason) : sentence(reason);
    return why.isEmpty() ? line : line + QLatin1Char(' ') + why;
}

// One sentence behind the other.
void add(QString &line, const QString &made)
{
    if (made.isEmpty())
        return;
    if (!line.isEmpty())
        line += QLatin1Char(' ');
    line += made;
}

class Teller
{
public:
    // `who`: as the one who looks says it; see firstNames().
    Teller(const CustomerState &state, const QHash<QString, QString> &who, QString zone, Instant now, const GuideBook &guides)
        : m_state(state), m_who(who), m_zone(std::move(zone)), m_now(now), m_guides(guides)
    {
    }

    void word(const Event &event, TimelineItem &item) const
    {
        switch (event.kind) {
        case EventKind::LeadArrived: return arrived(event, item);
        case EventKind::LeadResent: return resent(event, item);
        case EventKind::Attempt: return attempt(event, item);
        case EventKind::Reply: return reply(event, item);
        case EventKind::AppointmentSet:
            item.title = tr("Appointment set");
            item.line = sentence(joined({when(event, "at"), body(event, "what")}));
            return;
        case EventKind::AppointmentCancelled:
            item.title = tr("Appointment canceled");
            item.line = sentence(body(event, "reason"));
            return;
        case EventKind::Noted: return noted(event, item);
        case EventKind::Skipped:
            item.title = event.medium ? tr("%1 skipped").arg(mediumText(*event.medium)) : tr("Step skipped");
            item.line = sentence(body(event, "reason"));
            return;
        default: return change(event, item);
        }
    }

private:
    static QString joined(QStringList parts)
    {
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }

    QString when(const Event &event, const char *key) const
    {
        bool ok = false;
        const Instant at = Instant::fromIso(body(event, key), &ok);
        return ok ? wording::dayAndTime(at, m_zone, m_now) : QString();
    }

    void arrived(const Event &event, TimelineItem &item) const
    {
        const LeadDraft draft = LeadDraft::fromBody(event.body);
        item.title = tr("Lead arrived");
        item.who = draft.source;
        item.line = draft.wanted.label();
        item.words = draft.comments;
    }

    void resent(const Event &event, TimelineItem &item) const
    {
        item.title = tr("Lead came again");
        item.who = body(event, "source");
        item.words = body(event, "comments");
    }

    void attempt(const Event &event, TimelineItem &item) const
    {
        item.title = titleOf(event.medium.value_or(Medium::Call));
        item.line = cameOf(event.outcome);
        if (const int seconds = event.body.value(QLatin1String("talk_s")).toInt(); seconds > 0)
            item.line = sentence(tr("%1, %2 on the line").arg(outcomeText(event.outcome), wording::talkTime(seconds)));
        if (const QJsonValue came = event.body.value(QLatin1String("came")); !came.isUndefined())
            add(item.line, came.toBool() ? tr("The wanted result came.") : tr("The wanted result did not come yet."));
        if (const QString next = when(event, "next_at"); !next.isEmpty())
            add(item.line, tr("Promised for %1.").arg(next));
        if (body(event, "lease") == QLatin1String("lapsed"))
            add(item.line, tr("Recorded after the lease ran out."));
        add(item.line, sentence(body(event, "note")));
        if (const QJsonObject over = event.body.value(QLatin1String("overruled")).toObject(); !over.isEmpty())
            add(item.line, tr("Contacted anyway: %1 (%2)").arg(over.value(QLatin1String("reason")).toString(), over.value(QLatin1String("rule")).toString()));
        if (const QString why = body(event, "kept_because"); !why.isEmpty())
            add(item.line, tr("Sent in spite of the check: %1").arg(sentence(why)));
        item.words = body(event, "words");
        if (item.words.isEmpty())
            item.words = answers(event);
    }

    // What they said to the call guide, a line each.
    QString answers(const Event &event) const
    {
        const QJsonObject said = event.body.value(QLatin1String("answers")).toObject(), unasked = event.body.value(QLatin1String("not_asked")).toObject();
        const Guide *guide = said.isEmpty() && unasked.isEmpty() ? nullptr : m_guides.find(event.body.value(QLatin1String("guide")).toObject().value(QLatin1String("id")).toString());
        if (!guide)
            return {};
        QStringList lines;
        for (const GuideStep &step : guide->steps) {
            const QString ask = fillIn(step.ask.in(WordLanguages[0]), {});
            if (const QString answer = said.value(step.key).toString(); !answer.isEmpty())
                lines << tr("%1 %2").arg(ask, shownAnswer(step, answer, WordLanguages[0], m_zone, m_now));
            else if (const QString why = unasked.value(step.key).toString(); !why.isEmpty())
                lines << tr("%1 Could not ask: %2").arg(ask, why);
        }
        return lines.join(QLatin1Char('\n'));
    }

    // A long history says the same few words hundreds of times: each is looked up once.
    QString titleOf(Medium medium) const
    {
        QString &title = m_titles[size_t(medium)];
        if (title.isNull())
            title = mediumText(medium);
        return title;
    }

    QString cameOf(Outcome outcome) const
    {
        auto known = m_outcomes.constFind(int(outcome));
        if (known == m_outcomes.cend())
            known = m_outcomes.insert(int(outcome), sentence(outcomeText(outcome)));
        return *known;
    }

    QString who(const QString &login) const { return m_who.value(login, login); }

    // What a manager says to one of the people stands apart from all that was said to the customer, or may be.
    void noted(const Event &event, TimelineItem &item) const
    {
        item.coach = event.body.value(QLatin1String("coach")).toBool();
        if (!item.coach) {
            item.title = tr("Note");
            item.words = body(event, "text");
            return;
        }
        item.title = tr("Coach note from %1 to %2").arg(who(event.actor), who(body(event, "to")));
        item.line = body(event, "text");
    }

    void reply(const Event &event, TimelineItem &item) const
    {
        const QString name = m_state.name.first.isEmpty() ? m_state.name.display() : m_state.name.first;
        item.title = tr("%1 from %2").arg(mediumText(event.medium.value_or(Medium::Text)), name);
        item.words = body(event, "text");
    }

    void change(const Event &event, TimelineItem &item) const
    {
        const QString point = pointText(body(event, "point"));
        const QString reason = sentence(body(event, "reason"));
        switch (event.kind) {
        case EventKind::CustomerEdited: item.title = tr("Facts changed"); break;
        case EventKind::ContactPointSet: {
            const ContactPoint set = ContactPoint::fromJson(event.body.value(QLatin1String("point")).toObject());
            item.title = set.type == ContactPoint::Type::Phone ? tr("Number noted") : tr("Address noted");
            item.line = joined({pointText(set.key()), set.label});
            break;
        }
        case EventKind::ContactPointRemoved:
            item.title = tr("Removed %1").arg(point);
            item.line = reason;
            break;
        case EventKind::DoNotContactSet:
            item.title = point.isEmpty() ? tr("Not to be contacted") : tr("%1 closed").arg(point);
            item.line = reason;
            break;
        case EventKind::DoNotContactCleared:
            item.title = tr("May be contacted again");
            item.line = reason;
            break;
        case EventKind::WishSet: {
            const Wish wish = Wish::fromBody(event.body);
            item.title = wish.isEmpty() ? tr("Their wish is over") : tr("What they wish");
            item.line = wishText(wish);
            item.words = wish.text;
            break;
        }
        case EventKind::ConsentGiven:
            item.title = consentTitle(mediumFromText(body(event, "medium")).value_or(Medium::Text));
            item.words = body(event, "how");
            break;
        case EventKind::PlanChosen:
            item.title = tr("Plan changed");
            item.line = planLine(event);
            break;
        case EventKind::ObjectionRaised:
            item.title = tr("Did not buy: %1").arg(objectionText(objectionFromText(body(event, "objection")).value_or(Objection::None)));
            item.words = body(event, "text");
            break;
        case EventKind::LeadClosed:
            item.title = body(event, "status") == QLatin1String("sold") ? tr("Sold") : tr("Lead closed");
            item.line = reason;
            break;
        case EventKind::AlertRaised:
            item.title = tr("Manager called: a deal to save");
            item.words = body(event, "deal");
            break;
        case EventKind::AlertSeen: item.title = tr("A manager has it"); break;
        case EventKind::AlertAnswered:
            item.title = body(event, "answer") == QLatin1String("offer") ? tr("Manager's offer") : tr("Released by the manager");
            item.words = body(event, "text");
            break;
        case EventKind::LeadReopened:
            item.title = tr("Lead reopened");
            item.line = reason;
            break;
        case EventKind::Assigned:
            item.title = body(event, "to").isEmpty() ? tr("Free for everybody") : tr("Given to %1").arg(who(body(event, "to")));
            item.line = reason;
            break;
        case EventKind::Nudged:
            item.title = body(event, "to").isEmpty() ? tr("To be worked now") : tr("To be worked now by %1").arg(who(body(event, "to")));
            item.line = reason;
            break;
        case EventKind::LetIn:
            item.title = tr("Let in: what was held counts from here on");
            item.line = reason;
            break;
        default: // a newer version wrote it: say so instead of hiding it
            item.title = tr("Entry of a newer version");
            item.line = event.kindText;
            break;
        }
    }

    const CustomerState &m_state;
    const QHash<QString, QString> &m_who;
    QString m_zone;
    Instant m_now;
    const GuideBook &m_guides;
    mutable std::array<QString, AllMedia.size()> m_titles;
    mutable QHash<int, QString> m_outcomes;
};

// Who did it, as the one who looks says it: "you", or a first name.
QHash<QString, QString> firstNames(const QHash<QString, QString> &names, const QString &login)
{
    QHash<QString, QString> first;
    for (auto it = names.cbegin(); it != names.cend(); ++it)
        first.insert(it.key(), it->section(QLatin1Char(' '), 0, 0));
    first.insert(login, tr("you"));
    return first;
}

} // namespace

QString mediumText(Medium medium)
{
    switch (medium) {
    case Medium::Call: return tr("Call");
    case Medium::Text: return tr("Text");
    case Medium::Email: return tr("E-mail");
    case Medium::Note: return tr("Handwritten note");
    case Medium::Visit: return tr("Visit");
    case Medium::Social: return tr("Social message");
    }
    return {};
}

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::None: return {};
    case Outcome::Reached: return tr("Reached");
    case Outcome::Voicemail: return tr("Left a voicemail");
    case Outcome::NoAnswer: return tr("No answer");
    case Outcome::Busy: return tr("Busy");
    case Outcome::CallBack: return tr("Asked to be called back");
    case Outcome::WrongNumber: return tr("Wrong number");
    case Outcome::NotInterested: return tr("Not interested");
    case Outcome::BoughtElsewhere: return tr("Bought elsewhere");
    case Outcome::AskedToStop: return tr("Asked to stop");
    case Outcome::Sent: return tr("Sent");
    case Outcome::Bounced: return tr("Could not be delivered");
    case Outcome::Kept: return tr("Came");
    case Outcome::Missed: return tr("Did not come");
    }
    return {};
}

QVector<TimelineItem> wordTimeline(const QVector<Event> &events, const CustomerState &state,
                                   const QHash<QString, QString> &names, const QString &login, const QString &zone,
                                   Instant now, const GuideBook &guides)
{
    const QSet<EventId> gone = takenBack(events);
    const QHash<QString, QString> who = firstNames(names, login);
    const Teller wording(state, who, zone, now, guides);
    QVector<TimelineItem> items;
    items.reserve(events.size());
    for (const Event &event : events) {
        if (event.kind == EventKind::Corrected)
            continue; // shown on the entry it takes back
        TimelineItem item;
        item.id = event.id;
        item.lead = event.lead;
        item.kind = event.kind;
        item.medium = event.medium;
        item.direction = event.direction;
        item.outcome = event.outcome;
        item.at = event.occurredAt;
        item.who = who.value(event.actor);
        wording.word(event, item);
        item.undone = gone.contains(event.id);
        item.canUndo = !item.undone && event.actor == login && event.kind != EventKind::LeadArrived;
        items << std::move(item);
    }
    std::reverse(items.begin(), items.end()); // of the same moment: what was recorded later is newer
    const auto newer = [](const TimelineItem &a, const TimelineItem &b) { return a.at > b.at; };
    if (!std::is_sorted(items.cbegin(), items.cend(), newer)) // only what was told late is out of order
        std::stable_sort(items.begin(), items.end(), newer);
    return items;
}

} // namespace beback
