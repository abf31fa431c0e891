#include "ui/lead/outcome_choices.h"

#include "core/time/wording.h"

#include <QCoreApplication>
#include <QTime>

namespace beback::ui {

QVector<OutcomeChoice> outcomeChoices(Medium medium)
{
    switch (medium) {
    case Medium::Call:
        return {{1, Outcome::Reached},       {2, Outcome::Voicemail},       {3, Outcome::NoAnswer},
                {4, Outcome::Busy},          {5, Outcome::CallBack},        {6, Outcome::WrongNumber},
                {7, Outcome::NotInterested}, {8, Outcome::BoughtElsewhere}, {9, Outcome::AskedToStop}};
    case Medium::Text:
    case Medium::Email:
    case Medium::Social:
        return {{1, Outcome::Reached},     {2, Outcome::Sent},          {3, Outcome::Bounced},
                {5, Outcome::CallBack},    {6, Outcome::WrongNumber},   {7, Outcome::NotInterested},
                {8, Outcome::BoughtElsewhere}, {9, Outcome::AskedToStop}};
    case Medium::Note:
        return {{2, Outcome::Sent}, {3, Outcome::Bounced}};
    case Medium::Visit:
        return {{1, Outcome::Kept},          {3, Outcome::Missed},          {5, Outcome::CallBack},
                {7, Outcome::NotInterested}, {8, Outcome::BoughtElsewhere}, {9, Outcome::AskedToStop}};
    }
    return {};
}

bool asksForResult(Outcome outcome)
{
    return outcome == Outcome::Reached || outcome == Outcome::Kept;
}

QVector<Missing> whatIsMissing(const RecordRequest &request)
{
    QVector<Missing> missing;
    if (request.outcome == Outcome::None)
        missing << Missing::Outcome;
    if (asksForResult(request.outcome) && !request.resultCame)
        missing << Missing::ResultCame;
    if (request.outcome == Outcome::CallBack && !request.nextAt)
        missing << Missing::NextTime;
    return missing;
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
