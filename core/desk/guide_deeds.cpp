#include "core/desk/guide_deeds.h"

#include "core/desk/event_drafts.h"
#include "core/intake/normalize.h"
#include "core/plan/contact_rules.h"
#include "core/time/zones.h"
#include "core/words/language.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace beback {

namespace {

constexpr Duration OneConversation = std::chrono::hours(4);
constexpr int MorningHour = 10; // where they named a day and no time

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

Error about(const GuideStep &step, const QString &sentence)
{
    return {Code::Invalid, tr("%1 %2").arg(step.ask.in(WordLanguages[0]), sentence), {}};
}

// "Jordan Vega, 505 555 0142": who, and how to reach them.
LeadDraft referralOf(const QString &said)
{
    static const QRegularExpression number(QStringLiteral("\\+?\\d[\\d ().-]{8,}\\d")), address(QStringLiteral("[\\w.+-]+@[\\w-]+\\.[\\w.-]+"));
    LeadDraft lead;
    QString rest = said;
    for (const QRegularExpression &one : {address, number})
        for (auto match = one.match(rest); match.hasMatch(); match = one.match(rest)) {
            const QString found = match.captured();
            rest.replace(match.capturedStart(), match.capturedLength(), QStringLiteral(" "));
            for (const ContactPoint &point : found.contains(QLatin1Char('@')) ? readEmails(found, nullptr) : readPhones(found, {}, nullptr))
                if (!point.value.isEmpty())
                    addPoint(lead.points, point);
        }
    static const QRegularExpression between(QStringLiteral("[,;:()/]+"));
    lead.name = readName({rest.replace(between, QStringLiteral(" ")).simplified(), {}, {}, {}, {}, false});
    return lead;
}

class Answers
{
public:
    Answers(RecordRequest &request, const CustomerState &state, const LeadState &lead, const Guide &guide, Instant now, const QString &login)
        : m_request(request), m_state(state), m_lead(lead), m_guide(guide), m_now(now), m_login(login), m_zone(clockZone(state))
    {
    }

    Result<GuideDeeds> take()
    {
        BEBACK_CHECK(read());
        GuideState state{m_request.answers, {}, m_request.notAsked};
        for (auto it = m_lead.answers.cbegin(); it != m_lead.answers.cend(); ++it)
            state.known.insert(it.key(), it->value);
        const bool spoke = m_request.outcome == Outcome::Reached || m_request.outcome == Outcome::BoughtElsewhere;
        if (m_request.medium == Medium::Call && spoke)
            BEBACK_CHECK(needAll(state));
        for (const GuideStep *step : pathOf(m_guide, state))
            if (const QString answer = m_request.answers.value(step->key); !answer.isEmpty())
                BEBACK_CHECK(act(*step, answer));
        return m_deeds;
    }

private:
    Result<void> read()
    {
        for (auto it = m_request.answers.begin(); it != m_request.answers.end(); ++it)
            if (const GuideStep *step = m_guide.step(it.key())) {
                const auto answer = readAnswer(*step, *it, m_zone, m_now);
                if (!answer)
                    return about(*step, answer.error().message);
                *it = *answer;
            }
        return {};
    }

    Result<void> needAll(const GuideState &state) const
    {
        const auto open = openQuestions(m_guide, state);
        if (open.isEmpty())
            return {};
        QStringList questions, keys;
        for (const GuideStep *step : open) {
            questions << prepareQuestion(*step);
            keys << step->key;
        }
        return Error{Code::Invalid, tr("%1 left to ask: %2 Give an answer to each (%3), or why it could not be asked.").arg(open.size()).arg(questions.join(QLatin1Char(' ')), keys.join(QStringLiteral(", "))), {}};
    }

    // Without the customer's facts the words stand as they would for somebody unknown.
    static QString prepareQuestion(const GuideStep &step)
    {
        static const QRegularExpression place(QStringLiteral("\\{\\{\\s*([^{}|]+?)\\s*(?:\\|([^{}]*))?\\}\\}"));
        QString asked = step.ask.in(WordLanguages[0]);
        for (auto match = place.match(asked); match.hasMatch(); match = place.match(asked))
            asked.replace(match.capturedStart(), match.capturedLength(), match.captured(2).isEmpty() ? match.captured(1) : match.captured(2).trimmed());
        return asked;
    }

    Result<Instant> future(const GuideStep &step, const QString &answer) const
    {
        bool ok = false;
        const Instant at = Instant::fromIso(answer, &ok);
        if (!ok || at <= m_now)
            return about(step, tr("That time is past. Choose a later one."));
        return at;
    }

    Result<void> act(const GuideStep &step, const QString &answer)
    {
        switch (step.act) {
        case GuideAct::None: return {};
        case GuideAct::Appointment: return appointment(step, answer);
        case GuideAct::Callback: {
            BEBACK_TRY(at, future(step, answer));
            if (!m_request.nextAt)
                m_request.nextAt = at;
            return {};
        }
        case GuideAct::Future: return later(step, answer);
        case GuideAct::Objection:
            if (!m_request.objection && !m_request.sold)
                m_request.objection = objectionFromText(answer);
            return {};
        case GuideAct::Stop:
            if (answer == QLatin1String("yes"))
                m_deeds.drafts << optOutDraft(m_state.id, {}, std::nullopt, tr("They said so on the phone."), m_login);
            return {};
        case GuideAct::ContactPoint: {
            const auto drafts = contactPointDrafts(m_state, ContactPoint::Type::Phone, answer, {}, {}, m_login);
            if (!drafts)
                return about(step, drafts.error().message);
            m_deeds.drafts += *drafts;
            return {};
        }
        case GuideAct::Referral: return referral(answer);
        case GuideAct::SaveDeal:
            // Once for a deal: it was raised while they spoke, as a rule.
            if (answer == QLatin1String("no") && !isCalled(m_lead, m_now))
                m_deeds.drafts << alertDraft(m_state.id, m_lead.id, dealText(m_guide, m_request.answers, m_zone, m_now), m_now, m_login);
            return {};
        }
        return {};
    }

    Result<void> appointment(const GuideStep &step, const QString &answer)
    {
        BEBACK_TRY(at, future(step, answer));
        EventDraft draft = draftOf(m_state.id, m_lead.id, EventKind::AppointmentSet, m_login);
        draft.medium = Medium::Visit;
        draft.body.insert(QLatin1String("at"), at.toIso());
        put(draft.body, "what", m_lead.wanted.label());
        m_deeds.drafts << draft;
        return {};
    }

    Result<void> later(const GuideStep &step, const QString &answer)
    {
        const auto at = zones::instantOf(QDate::fromString(answer, Qt::ISODate), QTime(MorningHour, 0), m_zone);
        if (!at || *at <= m_now)
            return about(step, tr("That day is past. Choose a later one."));
        if (!m_request.nextAt)
            m_request.nextAt = *at;
        return {};
    }

    Result<void> referral(const QString &answer)
    {
        LeadDraft lead = referralOf(answer);
        if (lead.points.isEmpty()) {
            m_deeds.besides = tr("“%1” has no number or address yet, so there is no lead for them. It stays on the history.").arg(answer);
            return {};
        }
        lead.source = tr("Referral");
        lead.comments = tr("Named by %1.").arg(m_state.name.display());
        m_deeds.referral = lead;
        return {};
    }

    RecordRequest &m_request;
    const CustomerState &m_state;
    const LeadState &m_lead;
    const Guide &m_guide;
    Instant m_now;
    const QString &m_login;
    QString m_zone;
    GuideDeeds m_deeds;
};

} // namespace

Result<GuideDeeds> takeAnswers(RecordRequest &request, const CustomerState &state, const LeadState &lead, const Guide &guide, Instant now,
                               const QString &login)
{
    return Answers(request, state, lead, guide, now, login).take();
}

bool isCalled(const LeadState &lead, Instant now)
{
    return lead.alert && (lead.alert->isOpen() || now - lead.alert->at < OneConversation);
}

EventDraft alertDraft(CustomerId customer, LeadId lead, const QString &deal, Instant now, const QString &login)
{
    EventDraft draft = draftOf(customer, lead, EventKind::AlertRaised, login);
    put(draft.body, "deal", deal);
    draft.body.insert(QLatin1String("until"), (now + AnswerAlertWithin).toIso());
    return draft;
}

QString dealText(const Guide &guide, const GuideAnswers &answers, const QString &zone, Instant now)
{
    QStringList lines;
    for (const GuideStep *step : pathOf(guide, {answers, {}, {}}))
        if (const QString answer = answers.value(step->key); !answer.isEmpty() && step->act != GuideAct::SaveDeal)
            lines << tr("%1 %2").arg(step->ask.in(WordLanguages[0]), shownAnswer(*step, answer, WordLanguages[0], zone, now));
    return lines.join(QLatin1Char('\n'));
}

} // namespace beback
