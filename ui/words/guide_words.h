#pragma once

#include "core/words/guide.h"
#include "core/words/language.h"
#include "core/words/words.h"

#include <QCoreApplication>

namespace beback::ui::guide_words {

inline constexpr std::array AllKinds = {AnswerKind::Text,   AnswerKind::Choice,  AnswerKind::YesNo, AnswerKind::Date,  AnswerKind::Time,
                                        AnswerKind::Amount, AnswerKind::Vehicle, AnswerKind::Phone, AnswerKind::Person};
inline constexpr std::array AllActs = {GuideAct::Appointment, GuideAct::Callback,     GuideAct::Objection, GuideAct::Stop,
                                       GuideAct::ContactPoint, GuideAct::Referral, GuideAct::SaveDeal,  GuideAct::Future};

inline QString tr(const char *text)
{
    return QCoreApplication::translate("GuideWords", text);
}

inline QString kind(AnswerKind kind)
{
    switch (kind) {
    case AnswerKind::Text: break;
    case AnswerKind::Choice: return tr("One of several answers");
    case AnswerKind::YesNo: return tr("Yes or no");
    case AnswerKind::Date: return tr("A day");
    case AnswerKind::Time: return tr("A day and time");
    case AnswerKind::Amount: return tr("An amount in dollars");
    case AnswerKind::Vehicle: return tr("A vehicle");
    case AnswerKind::Phone: return tr("A phone number");
    case AnswerKind::Person: return tr("A person");
    }
    return tr("Their words");
}

inline QString act(GuideAct act)
{
    switch (act) {
    case GuideAct::None: break;
    case GuideAct::Appointment: return tr("Makes an appointment");
    case GuideAct::Callback: return tr("Promises a call");
    case GuideAct::Objection: return tr("Chooses the plan");
    case GuideAct::Stop: return tr("Yes takes them off the list");
    case GuideAct::ContactPoint: return tr("Adds a number of theirs");
    case GuideAct::Referral: return tr("Makes a new lead");
    case GuideAct::SaveDeal: return tr("No alerts a manager");
    case GuideAct::Future: return tr("Says when to be in touch again");
    }
    return tr("Is kept, and nothing else");
}

// Does this act fit answers of this kind? The guide itself is asked, so that nothing else has to know.
inline bool fits(GuideAct act, AnswerKind kind)
{
    const Wording any{{{WordLanguages[0], QStringLiteral("x")}}};
    GuideStep step;
    step.key = QStringLiteral("x");
    step.kind = kind;
    step.ask = any;
    step.act = act;
    if (kind == AnswerKind::Choice)
        step.choices = {{QStringLiteral("price"), any}, {QStringLiteral("trade"), any}};
    Guide guide;
    guide.id = guide.name = QStringLiteral("x");
    guide.steps << step;
    return bool(Guide::fromJson(guide.toJson()));
}

// A question as it is put to somebody of whom nothing is known; one without words is called by its key.
inline QString asked(const GuideStep &step)
{
    const QString words = fillIn(step.ask.in(WordLanguages[0]), {}).simplified();
    return words.isEmpty() ? step.key : words;
}

// What may be waited for: the answers there are to a question, without "*".
inline QStringList answersTo(const GuideStep &step)
{
    if (step.kind == AnswerKind::YesNo)
        return {QStringLiteral("yes"), QStringLiteral("no")};
    QStringList keys;
    for (const GuideChoice &choice : step.choices)
        keys << choice.key;
    return step.kind == AnswerKind::Choice ? keys : QStringList();
}

} // namespace beback::ui::guide_words
