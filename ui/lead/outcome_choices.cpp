#include "ui/lead/outcome_choices.h"

#include "core/desk/timeline.h"
#include "core/time/wording.h"

#include <QCoreApplication>
#include <QTime>

namespace beback::ui {

namespace {

int digitOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Reached:
    case Outcome::Kept: return 1; // they were there
    case Outcome::Voicemail:
    case Outcome::Sent: return 2; // a message was left
    case Outcome::NoAnswer:
    case Outcome::Missed: return 3; // they were not there
    case Outcome::Busy: return 4;
    case Outcome::CallBack: return 5;
    case Outcome::WrongNumber: return 6;
    case Outcome::NotInterested: return 7;
    case Outcome::BoughtElsewhere: return 8;
    case Outcome::AskedToStop: return 9;
    case Outcome::Bounced: // closes the address: never by a habit of another medium
    case Outcome::None: break;
    }
    return 0;
}

} // namespace

QVector<OutcomeChoice> outcomeChoices(Medium medium)
{
    QVector<OutcomeChoice> choices;
    for (const Outcome outcome : outcomesOf(medium))
        choices << OutcomeChoice{digitOf(outcome), outcome};
    const auto place = [](const OutcomeChoice &choice) { return choice.digit == 0 ? 3 : choice.digit; }; // behind Sent
    std::stable_sort(choices.begin(), choices.end(), [&](const OutcomeChoice &a, const OutcomeChoice &b) { return place(a) < place(b); });
    return choices;
}

bool asksForResult(Outcome outcome)
{
    return outcome == Outcome::Reached;
}

QVector<Missing> whatIsMissing(const RecordRequest &request, int mustAskLeft)
{
    QVector<Missing> missing;
    const bool ended = request.objection || request.sold;
    if (request.outcome == Outcome::None && !ended)
        missing << Missing::Outcome;
    if (request.outcome == Outcome::Kept && !ended)
        missing << Missing::WhyUnsold;
    if (request.outcome == Outcome::BoughtElsewhere && !request.answers.contains(QStringLiteral("delivered")))
        missing << Missing::Delivered;
    if (request.medium == Medium::Call && (request.outcome == Outcome::Reached || request.outcome == Outcome::BoughtElsewhere) && mustAskLeft > 0)
        missing << Missing::MustAsk;
    // What is said to be sent was written here, or nobody can see whether it asked anything.
    if (isWritten(request.medium) && request.outcome == Outcome::Sent && request.words.trimmed().isEmpty())
        missing << Missing::Words;
    if (asksForResult(request.outcome) && !request.resultCame)
        missing << Missing::ResultCame;
    if (request.outcome == Outcome::CallBack && !request.nextAt)
        missing << Missing::NextTime;
    return missing;
}

QStringList visitEnds()
{
    QStringList ends;
    for (const Objection objection : AllObjections)
        ends << objectionText(objection);
    return ends << QCoreApplication::translate("OutcomeBar", "They bought");
}

QVector<WhenChoice> whenChoices(Instant now, const QString &zoneName)
{
    const QString zone = zones::isKnown(zoneName) ? zoneName : QStringLiteral("UTC");
    const QDate today = zones::local(now, zone).date;
    const QTime morning(8, 0), night(21, 0);
    QVector<WhenChoice> choices;
    const auto offer = [&](std::optional<Instant> at, const QString &text) {
        if (!at || *at <= now)
            return;
        const QTime local = zones::local(*at, zone).time;
        const bool twice = std::any_of(choices.cbegin(), choices.cend(), [&](const WhenChoice &c) { return c.at == *at; });
        if (local >= morning && local < night && !twice)
            choices << WhenChoice{text, *at};
    };
    const auto say = [&](QDate date, QTime time) {
        const auto at = zones::instantOf(date, time, zone);
        QString text = at ? wording::dayAndTime(*at, zone, now) : QString();
        if (at && date == today)
            text = QCoreApplication::translate("WhenChoices", "Today %1").arg(text);
        if (!text.isEmpty())
            text[0] = text[0].toUpper();
        offer(at, text);
    };
    // Whole minutes: nobody promises seconds.
    const Instant minute{now.us - now.us % 60'000'000};
    offer(minute + std::chrono::hours(1), QCoreApplication::translate("WhenChoices", "In 1 hour"));
    offer(minute + std::chrono::hours(2), QCoreApplication::translate("WhenChoices", "In 2 hours"));
    say(today, QTime(17, 30));
    say(today.addDays(1), QTime(9, 0));
    say(today.addDays(1), QTime(17, 30));
    say(today.addDays(2), QTime(9, 0));
    say(today.addDays(8 - today.dayOfWeek()), QTime(9, 0)); // the coming Monday
    std::sort(choices.begin(), choices.end(), [](const WhenChoice &a, const WhenChoice &b) { return a.at < b.at; });
    return choices;
}

} // namespace beback::ui
