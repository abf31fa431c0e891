#include "core/demo/conversation.h"

#include "core/demo/rooftop.h"
#include "core/time/zones.h"

#include <algorithm>

namespace beback::demo {

using namespace std::chrono_literals;

namespace {

constexpr int MostQuestions = 40; // a guide has less; its path ends before

// What the shipped guides call these questions.
const QString HowToGoOn = QStringLiteral("next_step"), DoesItStand = QStringLiteral("confirm");

bool has(const GuideStep &step, const QString &choice)
{
    return std::any_of(step.choices.cbegin(), step.choices.cend(), [&](const GuideChoice &one) { return one.key == choice; });
}

} // namespace

// What is agreed at the end is always written down.
bool Conversation::isLeadingThere(const GuideStep &step, const Ending &ending) const
{
    return step.act == GuideAct::Appointment || step.act == GuideAct::Callback || step.key == DoesItStand
           || (step.key == HowToGoOn && has(step, ending.next));
}

void Conversation::hold(const Guide &guide, const LeadState &lead, const Ending &ending, Instant now, RecordRequest &request)
{
    GuideState state;
    for (auto it = lead.answers.cbegin(); it != lead.answers.cend(); ++it)
        state.known.insert(it.key(), it->value);
    QSet<QString> passed;
    for (int asked = 0; asked < MostQuestions; ++asked) {
        const QVector<const GuideStep *> path = pathOf(guide, state);
        const auto next = std::find_if(path.cbegin(), path.cend(), [&](const GuideStep *step) {
            return answerOf(*step, state).isEmpty() && !state.notAsked.contains(step->key) && !passed.contains(step->key);
        });
        if (next == path.cend())
            break;
        const GuideStep &step = **next;
        const bool leads = isLeadingThere(step, ending);
        const bool isLeftOut = !leads && m_dice.chance(step.must ? 0.13 : 0.38);
        const QString answer = isLeftOut ? QString() : answerTo(step, lead, ending, now);
        if (!answer.isEmpty())
            state.answers.insert(step.key, answer);
        else if (step.must || m_dice.chance(0.12))
            state.notAsked.insert(step.key, m_dice.pick(m_material.phrases.value(QStringLiteral("notasked"))));
        else
            passed.insert(step.key);
    }
    request.answers = state.answers;
    request.notAsked = state.notAsked;
}

QString Conversation::answerTo(const GuideStep &step, const LeadState &lead, const Ending &ending, Instant now)
{
    switch (step.kind) {
    case AnswerKind::YesNo:
        if (step.act == GuideAct::SaveDeal) // else a manager would have to be called at once
            return QStringLiteral("yes");
        return m_dice.chance(step.act == GuideAct::Stop ? 0.2 : 0.68) ? QStringLiteral("yes") : QStringLiteral("no");
    case AnswerKind::Choice: return choice(step, ending);
    case AnswerKind::Date: return zones::local(now, QLatin1String(RooftopZone)).date.addDays(m_dice.between(25, 120)).toString(Qt::ISODate);
    case AnswerKind::Time: return (step.act == GuideAct::Appointment && ending.visit ? *ending.visit : ending.call).toIso();
    case AnswerKind::Amount: return amount(step.key);
    case AnswerKind::Vehicle: return lead.trade ? lead.trade->label() : QString();
    case AnswerKind::Text: return said(step.key, ending.language);
    case AnswerKind::Phone:
    case AnswerKind::Person: return {}; // nobody made up is named by somebody made up
    }
    return {};
}

QString Conversation::choice(const GuideStep &step, const Ending &ending)
{
    if (step.key == HowToGoOn)
        return has(step, ending.next) ? ending.next : QString(); // it was left open
    if (step.key == DoesItStand && has(step, QStringLiteral("talk")))
        return ending.next == QLatin1String("call") ? QStringLiteral("talk") : QStringLiteral("yes");
    return m_dice.pick(step.choices).key;
}

QString Conversation::amount(const QString &key)
{
    if (key.contains(QLatin1String("payment")))
        return QString::number(m_dice.between(28, 62) * 10);
    if (key.contains(QLatin1String("down")))
        return QString::number(m_dice.between(2, 12) * 500);
    return QString::number(key.contains(QLatin1String("trade")) ? m_dice.between(8, 36) * 500 : m_dice.between(36, 84) * 500);
}

// Empty: nothing that would be an answer to just that.
QString Conversation::said(const QString &key, const QString &language)
{
    const auto known = m_material.phrases.constFind(QStringLiteral("said.%1.%2").arg(key, language));
    return known == m_material.phrases.constEnd() ? QString() : m_dice.pick(*known);
}

} // namespace beback::demo
