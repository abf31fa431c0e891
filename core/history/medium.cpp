#include "core/history/medium.h"

namespace beback {

namespace {

constexpr std::array<const char *, 6> MediumNames = {"call", "text", "email", "note", "visit", "social"};
constexpr std::array<const char *, 14> OutcomeNames = {
    "",          "reached",        "voicemail",        "no_answer",     "busy", "call_back", "wrong_number",
    "not_interested", "bought_elsewhere", "asked_to_stop", "sent", "bounced",   "kept", "missed"};

template <size_t N> int indexOf(const std::array<const char *, N> &names, const QString &text)
{
    for (size_t i = 0; i < N; ++i)
        if (text == QLatin1String(names[i]))
            return int(i);
    return -1;
}

} // namespace

QString toText(Medium medium)
{
    return QLatin1String(MediumNames[size_t(medium)]);
}

std::optional<Medium> mediumFromText(const QString &text)
{
    if (text.isEmpty())
        return std::nullopt;
    if (const int stored = indexOf(MediumNames, text); stored >= 0) // as the store has it: no copies
        return Medium(stored);
    QString word = text.trimmed().toLower();
    if (word == QLatin1String("phone"))
        word = QStringLiteral("call");
    if (word == QLatin1String("e-mail") || word == QLatin1String("mail"))
        word = QStringLiteral("email");
    if (word == QLatin1String("sms"))
        word = QStringLiteral("text");
    const int i = indexOf(MediumNames, word);
    return i < 0 ? std::nullopt : std::optional(Medium(i));
}

QString toText(Direction direction)
{
    return direction == Direction::Out ? QStringLiteral("out")
                                       : direction == Direction::In ? QStringLiteral("in") : QString();
}

Direction directionFromText(const QString &text)
{
    return text == QLatin1String("out") ? Direction::Out
                                        : text == QLatin1String("in") ? Direction::In : Direction::None;
}

QString toText(Outcome outcome)
{
    return QLatin1String(OutcomeNames[size_t(outcome)]);
}

std::optional<Outcome> outcomeFromText(const QString &text)
{
    if (const int stored = indexOf(OutcomeNames, text); stored >= 0)
        return Outcome(stored);
    QString word = text.trimmed().toLower();
    word.replace(QLatin1Char('-'), QLatin1Char('_')).replace(QLatin1Char(' '), QLatin1Char('_'));
    if (word == QLatin1String("callback"))
        word = QStringLiteral("call_back");
    const int i = indexOf(OutcomeNames, word);
    return i < 0 ? std::nullopt : std::optional(Outcome(i));
}

bool fits(Outcome outcome, Medium medium)
{
    const bool call = medium == Medium::Call, visit = medium == Medium::Visit, note = medium == Medium::Note;
    switch (outcome) {
    case Outcome::None: return false;
    case Outcome::Reached: return !visit && !note; // somebody who came has kept the visit
    case Outcome::Voicemail:
    case Outcome::NoAnswer:
    case Outcome::Busy: return call;
    case Outcome::WrongNumber: return !visit && !note;
    case Outcome::CallBack:
    case Outcome::NotInterested:
    case Outcome::BoughtElsewhere:
    case Outcome::AskedToStop: return !note; // a letter is answered by another medium
    case Outcome::Sent:
    case Outcome::Bounced: return !call && !visit;
    case Outcome::Kept:
    case Outcome::Missed: return visit;
    }
    return false;
}

QVector<Outcome> outcomesOf(Medium medium)
{
    QVector<Outcome> fitting;
    for (size_t i = 0; i < OutcomeNames.size(); ++i)
        if (fits(Outcome(i), medium))
            fitting << Outcome(i);
    return fitting;
}

bool isAnswered(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Reached:
    case Outcome::CallBack:
    case Outcome::NotInterested:
    case Outcome::BoughtElsewhere:
    case Outcome::AskedToStop:
    case Outcome::Kept:
        return true;
    default:
        return false;
    }
}

} // namespace beback
