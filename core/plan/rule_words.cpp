#include "core/plan/rule_words.h"

#include "core/plan/rule_text.h"
#include "core/time/wording.h"

#include <QCoreApplication>
#include <QLocale>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

QString dayText(int day)
{
    return QLocale().dayName(day + 1, QLocale::ShortFormat);
}

QString clockText(int minutes)
{
    return minutes >= 24 * 60 ? tr("midnight") : wording::timeOfDay(QTime(minutes / 60, minutes % 60));
}

QString hoursWords(const WeekHours &hours)
{
    QStringList parts;
    for (const rule_text::Span &span : rule_text::spansOf(hours)) {
        const QString days = span.first == 0 && span.last == 6 ? tr("Every day")
                             : span.first == span.last         ? dayText(span.first)
                                                               : tr("%1 to %2").arg(dayText(span.first), dayText(span.last));
        parts << tr("%1 %2 to %3").arg(days, clockText(span.open.from), clockText(span.open.until));
    }
    if (!hours.onHolidays)
        parts << tr("not on holidays");
    return parts.join(QStringLiteral(", "));
}

QString touchesOf(Medium medium)
{
    switch (medium) {
    case Medium::Call: return tr("calls");
    case Medium::Text: return tr("texts");
    case Medium::Email: return tr("e-mails");
    case Medium::Note: return tr("handwritten notes");
    case Medium::Visit: return tr("visits");
    case Medium::Social: return tr("social messages");
    }
    return {};
}

} // namespace

QString touchesText(const QVector<Medium> &media)
{
    QStringList names;
    for (const Medium medium : media)
        names << touchesOf(medium);
    const QString last = names.isEmpty() ? QString() : names.takeLast();
    return names.isEmpty() ? last : tr("%1 and %2").arg(names.join(QStringLiteral(", ")), last);
}

QString toText(ContactRule::Kind kind)
{
    switch (kind) {
    case ContactRule::Kind::Hours: return QStringLiteral("hours");
    case ContactRule::Kind::Cap: return QStringLiteral("cap");
    case ContactRule::Kind::Stop: return QStringLiteral("stop");
    case ContactRule::Kind::Relation: return QStringLiteral("relation");
    case ContactRule::Kind::Notice: return QStringLiteral("notice");
    }
    return {};
}

QString ruleKindText(ContactRule::Kind kind)
{
    switch (kind) {
    case ContactRule::Kind::Hours: return tr("Hours of calls and texts");
    case ContactRule::Kind::Cap: return tr("Most touches");
    case ContactRule::Kind::Stop: return tr("Words that mean stop");
    case ContactRule::Kind::Relation: return tr("How long after they asked");
    case ContactRule::Kind::Notice: return tr("Recorded calls");
    }
    return {};
}

QString ruleValueText(const ContactRule &rule)
{
    switch (rule.kind) {
    case ContactRule::Kind::Hours: return hoursWords(rule.hours);
    case ContactRule::Kind::Cap: {
        const bool inDays = rule.inHours % 24 == 0 && rule.inHours > 24;
        return (inDays ? tr("At most %1 %3 in %2 days") : tr("At most %1 %3 in %2 hours"))
            .arg(rule.most)
            .arg(inDays ? rule.inHours / 24 : rule.inHours)
            .arg(rule.media.size() > 2 ? tr("touches") : touchesText(rule.media));
    }
    case ContactRule::Kind::Stop: return tr("%1 words, %2 phrases").arg(rule.words.size()).arg(rule.phrases.size());
    case ContactRule::Kind::Relation:
        return (rule.blocks ? tr("%1 until %2 days after they asked or %3 after they bought; then only with their consent")
                            : tr("%1 until %2 days after they asked or %3 after they bought; then with a warning, unless they consent"))
            .arg(touchesText(rule.media).left(1).toUpper() + touchesText(rule.media).mid(1))
            .arg(rule.askedDays)
            .arg(rule.boughtDays);
    case ContactRule::Kind::Notice: return tr("Who records a call says so at its beginning");
    }
    return {};
}

QString rulePlace(const ContactRule &rule)
{
    return rule.place.left(1).toUpper() + rule.place.mid(1);
}

QString ruleName(const ContactRule &rule)
{
    return tr("%1: %2").arg(rulePlace(rule), ruleKindText(rule.kind).toLower());
}

} // namespace beback
