#include "core/history/customer_state.h"

namespace beback {

namespace {

constexpr char MarkLetters[] = {'c', 't', 'e', 'n', 'v', 's'}; // by Medium
constexpr std::array<const char *, 4> StatusNames = {"open", "sold", "lost", "duplicate"};

} // namespace

QString marksToText(const QVector<AttemptMark> &marks)
{
    QString text;
    text.reserve(marks.size() * 3);
    for (const AttemptMark &mark : marks) {
        if (!text.isEmpty())
            text += QLatin1Char(' ');
        text += QLatin1Char(MarkLetters[size_t(mark.medium)]);
        text += QLatin1Char(mark.skipped ? '.' : mark.answered ? '+' : '-');
    }
    return text;
}

QVector<AttemptMark> marksFromText(const QString &text)
{
    QVector<AttemptMark> marks;
    for (qsizetype i = 0; i + 1 < text.size(); i += 3) {
        const char letter = text.at(i).toLatin1();
        for (size_t m = 0; m < std::size(MarkLetters); ++m)
            if (MarkLetters[m] == letter)
                marks << AttemptMark{Medium(m), text.at(i + 1) == QLatin1Char('+'), text.at(i + 1) == QLatin1Char('.')};
    }
    return marks;
}

QString toText(LeadStatus status)
{
    return QLatin1String(StatusNames[size_t(status)]);
}

LeadStatus leadStatusFromText(const QString &text)
{
    for (size_t i = 0; i < StatusNames.size(); ++i)
        if (text == QLatin1String(StatusNames[i]))
            return LeadStatus(i);
    return LeadStatus::Open;
}

const LeadState *CustomerState::lead(LeadId wanted) const
{
    for (const LeadState &state : leads)
        if (state.id == wanted)
            return &state;
    return nullptr;
}

const Consent *CustomerState::consent(Medium medium) const
{
    for (const Consent &given : consents)
        if (given.medium == medium)
            return &given;
    return nullptr;
}

const DoNotContact *CustomerState::refusal(const QString &pointKey, std::optional<Medium> medium) const
{
    for (const DoNotContact &entry : doNotContact) {
        const bool pointFits = entry.point.isEmpty() || (!pointKey.isEmpty() && entry.point == pointKey);
        const bool mediumFits = !entry.medium || (medium && *entry.medium == *medium);
        if (pointFits && mediumFits)
            return &entry;
    }
    return nullptr;
}

} // namespace beback
