#include "core/words/guide_walk.h"

#include "core/time/typed_time.h"
#include "core/time/wording.h"
#include "core/time/zones.h"

#include <QCoreApplication>
#include <QLocale>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

Error invalid(const QString &sentence)
{
    return {Code::Invalid, sentence, {}};
}

Result<QString> readYesNo(const QString &entered)
{
    const QString word = entered.trimmed().toLower();
    if (QStringList{QStringLiteral("yes"), QStringLiteral("y"), QStringLiteral("si"), QStringLiteral("s\u00ED")}.contains(word))
        return QStringLiteral("yes");
    if (QStringList{QStringLiteral("no"), QStringLiteral("n")}.contains(word))
        return QStringLiteral("no");
    return invalid(tr("“%1” is neither yes nor no.").arg(entered.trimmed()));
}

Result<QString> readChoice(const GuideStep &step, const QString &entered)
{
    const QString word = entered.trimmed();
    QStringList keys;
    for (const GuideChoice &choice : step.choices) {
        if (word.compare(choice.key, Qt::CaseInsensitive) == 0)
            return choice.key;
        for (const QString &text : choice.text.texts)
            if (word.compare(text, Qt::CaseInsensitive) == 0)
                return choice.key;
        keys << choice.key;
    }
    return invalid(tr("“%1” is none of the answers. There are: %2.").arg(word, keys.join(QStringLiteral(", "))));
}

Result<QString> readAmount(const QString &entered)
{
    QString figures = entered.trimmed();
    for (const QChar c : {u'$', u',', u' '})
        figures.remove(c);
    bool ok = false;
    const double amount = figures.toDouble(&ok);
    if (!ok || amount < 0 || amount > 10'000'000)
        return invalid(tr("“%1” is no amount in dollars. Write it like 421 or 12,500.").arg(entered.trimmed()));
    return amount == std::floor(amount) ? QString::number(amount, 'f', 0) : QString::number(amount, 'f', 2);
}

Result<QString> readPhone(const QString &entered)
{
    const auto digits = std::count_if(entered.cbegin(), entered.cend(), [](QChar c) { return c.isDigit(); });
    if (digits < 10 || digits > 15)
        return invalid(tr("“%1” is no phone number that can be dialed. Write it with its area code.").arg(entered.trimmed()));
    return entered.trimmed();
}

} // namespace

QString answerOf(const GuideStep &step, const GuideState &state)
{
    if (const QString now = state.answers.value(step.key); !now.isEmpty())
        return now;
    return step.eachTime || state.notAsked.contains(step.key) ? QString() : state.known.value(step.key);
}

QVector<const GuideStep *> pathOf(const Guide &guide, const GuideState &state)
{
    QVector<const GuideStep *> path;
    const auto isAnswered = [&](const QString &key, const QStringList &answers) {
        // Only what is on the path itself counts: an answer behind a branch that was left does not.
        const auto earlier = std::find_if(path.cbegin(), path.cend(), [&](const GuideStep *step) { return step->key == key; });
        if (earlier == path.cend())
            return false;
        const QString answer = answerOf(**earlier, state);
        return !answer.isEmpty() && (answers.contains(answer) || answers.contains(QStringLiteral("*")));
    };
    for (const GuideStep &step : guide.steps) {
        bool on = true;
        for (auto it = step.when.cbegin(); on && it != step.when.cend(); ++it)
            on = isAnswered(it.key(), it.value());
        if (on)
            path << &step;
    }
    return path;
}

QVector<const GuideStep *> openQuestions(const Guide &guide, const GuideState &state)
{
    QVector<const GuideStep *> open;
    for (const GuideStep *step : pathOf(guide, state))
        if (step->must && answerOf(*step, state).isEmpty() && state.notAsked.value(step->key).trimmed().isEmpty())
            open << step;
    return open;
}

Result<QString> readAnswer(const GuideStep &step, const QString &entered, const QString &zone, Instant now)
{
    if (entered.trimmed().isEmpty())
        return invalid(tr("The answer is empty."));
    switch (step.kind) {
    case AnswerKind::YesNo: return readYesNo(entered);
    case AnswerKind::Choice: return readChoice(step, entered);
    case AnswerKind::Amount: return readAmount(entered);
    case AnswerKind::Phone: return readPhone(entered);
    case AnswerKind::Date: {
        const auto day = readDay(entered, zones::local(now, zone).date);
        return day ? Result<QString>(day->toString(Qt::ISODate)) : invalid(tr("“%1” is no day. Write it like Thursday, Nov 28 or 11/28.").arg(entered.trimmed()));
    }
    case AnswerKind::Time: {
        const auto at = readTime(entered, zone, now);
        return at ? Result<QString>(at->toIso()) : invalid(tr("“%1” is no day and time. Write it like Thursday 5:30 pm or 11/28 10:00 am.").arg(entered.trimmed()));
    }
    case AnswerKind::Text:
    case AnswerKind::Vehicle:
    case AnswerKind::Person: break;
    }
    return entered.trimmed();
}

QString shownAnswer(const GuideStep &step, const QString &kept, const QString &language, const QString &zone, Instant now)
{
    switch (step.kind) {
    case AnswerKind::YesNo: return kept == QLatin1String("yes") ? tr("Yes") : kept == QLatin1String("no") ? tr("No") : kept;
    case AnswerKind::Choice:
        for (const GuideChoice &choice : step.choices)
            if (choice.key == kept)
                return choice.text.in(language);
        return kept;
    case AnswerKind::Amount: {
        bool ok = false;
        const double amount = kept.toDouble(&ok);
        return ok ? QLatin1Char('$') + QLocale().toString(amount, 'f', kept.contains(QLatin1Char('.')) ? 2 : 0) : kept;
    }
    case AnswerKind::Date: {
        const QDate day = QDate::fromString(kept, Qt::ISODate);
        return day.isValid() ? wording::date(day, zones::local(now, zone).date) : kept;
    }
    case AnswerKind::Time: {
        bool ok = false;
        const Instant at = Instant::fromIso(kept, &ok);
        return ok ? wording::dateAndTime(at, zone) : kept;
    }
    default: return kept;
    }
}

} // namespace beback
