#include "core/desk/message_facts.h"
#include "core/desk/timeline.h"
#include "core/desk/word_facts.h"
#include "core/desk/workplace.h"
#include "core/history/event_store.h"
#include "core/history/fold.h"
#include "core/intake/phone_number.h"
#include "core/plan/contact_rules.h"
#include "core/plan/habit_words.h"
#include "core/plan/relation.h"
#include "core/time/wording.h"
#include "core/time/zones.h"
#include "core/words/language.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

constexpr int StockShown = 6;
constexpr qint64 DayUs = qint64(86400) * 1000000;

// Fills a LeadView from what was read; everything in it is a pure function of these values.
class Builder
{
public:
    Builder(LeadView &view, Instant now, const RooftopFacts &rooftop, const PlanBook &plans)
        : m_view(view), m_lead(*view.leadState()), m_now(now), m_rooftop(rooftop), m_plans(plans), m_plan(plans.find(m_lead.planId, m_lead.planVersion))
    {
    }

    void build()
    {
        m_view.rules = m_plans.rules();
        m_view.step = nextStep(m_view.customer, m_lead, m_plan, m_plans);
        m_view.zoneGuessed = m_view.customer.zones.size() != 1;
        m_view.zone = m_view.customer.zones.value(0, m_rooftop.zone);
        m_view.place = m_view.customer.address.city.isEmpty() ? zones::displayName(m_view.zone) : m_view.customer.address.city;
        if (m_view.step)
            m_view.stepPermission = mayContact(m_view.customer, m_plans.rules(), m_view.step->medium, m_view.step->pointKey, m_now);
        m_view.recordingNotice = noticeSentence(m_view.customer, m_plans.rules(), m_rooftop.region.trimmed().toUpper());
        header();
        points();
        callsUntil();
        why();
    }

private:
    void header()
    {
        const QString reached = m_lead.reached > 1    ? tr("answered %1 times").arg(m_lead.reached)
                                : m_lead.reached == 1 ? tr("answered once")
                                                      : tr("not yet reached");
        const QString age = wording::agoText(m_now - m_lead.arrivedAt);
        m_view.arrived = tr("%1, %2, %3. ").arg(m_lead.source.isEmpty() ? tr("Unknown source") : m_lead.source,
                                                   wording::dayAndTime(m_lead.arrivedAt, m_rooftop.zone, m_now), age)
                         + (m_lead.attempts == 0 ? tr("No attempt yet.") : tr("Attempt %1, %2.").arg(m_lead.attempts + 1).arg(reached));
        const qint64 days = (m_now - m_lead.arrivedAt).count() / DayUs;
        if (m_lead.status != LeadStatus::Open)
            m_view.ageChip = m_lead.status == LeadStatus::Sold ? tr("Sold") : tr("Closed");
        else
            m_view.ageChip = days < 3 ? tr("Fresh, day %1").arg(days + 1) : tr("Day %1").arg(days + 1);
        if (m_view.step && m_view.step->step > 0)
            m_view.planLine = tr("Step %1 of %2, %3").arg(m_view.step->step).arg(m_view.step->steps).arg(m_plan ? m_plan->name : QString());
        else if (m_plan)
            m_view.planLine = m_plan->name;
    }

    QString answeredNote(const ContactPoint &point) const
    {
        int tried = 0, answered = 0;
        for (const AttemptMark &mark : m_lead.marks) {
            const bool fits = point.type == ContactPoint::Type::Email ? mark.medium == Medium::Email
                                                                      : mark.medium == Medium::Call || mark.medium == Medium::Text;
            if (!fits || mark.skipped)
                continue;
            ++tried;
            answered += mark.answered;
        }
        if (tried == 0)
            return tr("Not tried yet");
        return answered == 0 ? tr("No answer yet") : tr("Answered %1 of %2").arg(answered).arg(tried);
    }

    void points()
    {
        for (const ContactPoint &point : m_view.customer.points) {
            PointView shown;
            shown.point = point;
            const QString key = point.key();
            if (point.type == ContactPoint::Type::Phone) {
                shown.shown = point.value.isEmpty() ? point.raw : displayPhone(point.value, point.extension);
                shown.call = mayContact(m_view.customer, m_plans.rules(), Medium::Call, key, m_now);
                shown.text = mayContact(m_view.customer, m_plans.rules(), Medium::Text, key, m_now);
            } else {
                shown.shown = point.value.isEmpty() ? point.raw : point.value;
                shown.email = mayContact(m_view.customer, m_plans.rules(), Medium::Email, key, m_now);
            }
            shown.offered = m_view.step && m_view.step->pointKey == key;
            shown.note = answeredNote(point);
            m_view.points << shown;
        }
    }

    void callsUntil()
    {
        const QVector<HoursThere> hours = contactHours(m_view.customer, m_plans.rules());
        if (isOpen(hours, m_now)) {
            if (const auto closes = closesAt(hours, m_now))
                m_view.callsUntil = tr("Calls until %1").arg(wording::clockTime(*closes, m_view.zone));
        } else if (const auto opens = nextOpen(hours, m_now)) {
            m_view.callsUntil = tr("Calls from %1").arg(wording::dayAndTime(*opens, m_view.zone, m_now));
        }
    }

    // The moment behind the reason, as a sentence.
    QString sinceWhen() const
    {
        if (m_lead.promise)
            return tr("Promised for %1.").arg(wording::dayAndTime(m_lead.promise->at, m_rooftop.zone, m_now));
        if (m_lead.waitingReply)
            return tr("They wrote %1.").arg(wording::dayAndTime(m_lead.lastReplyAt, m_rooftop.zone, m_now));
        if (m_lead.attempts == 0)
            return tr("They asked %1.").arg(wording::agoText(m_now - m_lead.requestedAt));
        if (m_lead.lastAttemptMedium)
            return tr("Last touch: %1, %2.").arg(mediumText(*m_lead.lastAttemptMedium).toLower(), wording::agoText(m_now - m_lead.lastAttemptAt));
        return {};
    }

    void why()
    {
        if (!m_view.step)
            return;
        m_view.why << m_view.step->purpose;
        if (m_lead.campaign && m_lead.campaign->isNews(m_now))
            m_view.why << tr("What changed: %1").arg(m_lead.campaign->says);
        if (const QString since = sinceWhen(); !since.isEmpty())
            m_view.why << since;
        if (m_view.step->plannedMedium)
            m_view.why << tr("The plan says %1; that is not possible, so it is %2.")
                              .arg(mediumText(*m_view.step->plannedMedium).toLower(), mediumText(m_view.step->medium).toLower());
        m_view.why += habitWords(m_view.customer, *m_view.step, m_plans.experience());
        if (!m_view.stepPermission.allowed())
            m_view.why << m_view.stepPermission.reason + QLatin1Char('.');
    }

    LeadView &m_view;
    const LeadState &m_lead;
    Instant m_now;
    const RooftopFacts &m_rooftop;
    const PlanBook &m_plans;
    const Plan *m_plan;
};

// What to write, to say and to ask.
void fillWords(LeadView &view, const WordShelf &shelf, const QVector<Event> &events, const RooftopFacts &rooftop, const Agent &writer, Instant now)
{
    const LeadState &lead = *view.leadState();
    const QString key = view.step ? view.step->words : QString();
    view.language = wordLanguage(view.customer);
    view.message = messageFacts(view.customer, lead, events, rooftop, writer, view.step, now);
    view.message.phrases = shelf.phrases;
    view.facts = wordFacts(view.customer, lead, rooftop, writer, now);
    const WordBook &book = shelf.messages;
    view.words = prepareAllWords(book, key, view.customer, lead, rooftop, writer, now, usedWordings(view.message));
    for (auto it = view.words.cbegin(); it != view.words.cend(); ++it)
        for (const WordTemplate &words : book.find(key, it.key(), view.language))
            view.wordings[it.key()] << prepareWords(book, words, view.facts);
    if (const Guide *guide = view.step ? shelf.guides.forCall(key, lead.planId) : nullptr)
        view.guide = *guide;
    if (const Guide *guide = shelf.guides.find(QStringLiteral("bought-elsewhere")))
        view.boughtGuide = *guide;
    for (auto it = lead.answers.cbegin(); it != lead.answers.cend(); ++it)
        view.known.insert(it.key(), it->value);
}

// What managers ask for and say about this lead, by name.
void fillManagers(LeadView &view, const QHash<QString, QString> &names, const QString &login)
{
    const LeadState &lead = *view.leadState();
    if (lead.alert) {
        view.alertSeenBy = names.value(lead.alert->seenBy, lead.alert->seenBy);
        view.alertAnsweredBy = names.value(lead.alert->answeredBy, lead.alert->answeredBy);
    }
    if (lead.nudge && view.step) // behind what the step is about
        view.why.insert(std::min<qsizetype>(view.why.size(), 1),
                        tr("%1 asks you to work this one: %2").arg(names.value(lead.nudge->by, lead.nudge->by), lead.nudge->reason));
    for (const CoachNote &note : lead.coachNotes)
        if (note.to == login)
            view.coach << tr("Coach note from %1: %2").arg(names.value(note.by, note.by), note.text);
}

LeadId leadToShow(const CustomerState &state, LeadId wanted, const PlanBook &plans)
{
    if (state.lead(wanted))
        return wanted;
    if (const auto next = nextForCustomer(state, plans))
        return next->lead;
    return state.leads.isEmpty() ? LeadId() : state.leads.last().id;
}

} // namespace

Result<LeadView> Workplace::view(CustomerId id, LeadId lead, const QString &login, Connection *claims, std::optional<Instant> claimsNow)
{
    BEBACK_TRY(events, event_store::ofCustomer(*m_db, m_station.rooftop, id));
    if (events.isEmpty())
        return Error{Code::NotFound, tr("There is no such customer."), {}};
    LeadView view;
    view.customer = fold(events);
    view.lead = leadToShow(view.customer, lead, m_plans);
    if (!view.leadState())
        return Error{Code::NotFound, tr("This customer has no lead."), {}};
    Builder(view, m_clock.now(), m_rooftop, m_plans).build();

    BEBACK_TRY(people, users(true));
    QHash<QString, QString> names;
    Agent reader;
    for (const Agent &agent : people) {
        names.insert(agent.login, agent.name);
        if (agent.login == login)
            reader = agent;
    }
    fillManagers(view, names, login);
    view.timeline = wordTimeline(events, view.customer, names, login, m_rooftop.zone, m_clock.now(), m_words->guides);
    view.shelf = m_words;
    view.today = day();
    if (m_stock) {
        view.stock = comparable(*m_stock, view.leadState()->wanted, {}, StockShown);
        view.stockAt = m_stock->at;
    }
    fillWords(view, *m_words, events, m_rooftop, reader, m_clock.now());

    BEBACK_TRY(holder, (claims ? claims : m_db.get())->statement("queue/holder"));
    BEBACK_CHECK(holder.bind(":customer_id", id).bind(":now", claimsNow.value_or(m_clock.now())).exec());
    if (holder.next()) {
        Columns c = holder.columns();
        const QString who = c.text();
        Claim claim;
        claim.customer = id;
        claim.lead = c.id<LeadId>();
        claim.epoch = c.int64();
        claim.until = c.instant();
        if (who == login) {
            view.claim = claim;
        } else {
            view.heldBy = names.value(who, who);
            view.heldSince = c.instant();
            if (!c.text().isEmpty())
                view.outUntil = claim.until;
        }
    }
    return view;
}

} // namespace beback
