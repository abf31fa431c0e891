// Contact rules as they are written down: resources/rules/contact.json, and the store's own words about them.
#include "core/plan/rule_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace beback {

namespace {

constexpr std::array DayNames = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

Error invalid(const QString &rule, const QString &what)
{
    return {Code::Invalid, QCoreApplication::translate("beback", "Contact rule “%1”: %2").arg(rule, what), {}};
}

int dayNumber(const QString &name)
{
    const auto found = std::find_if(DayNames.begin(), DayNames.end(), [&](const char *day) { return name == QLatin1String(day); });
    return found == DayNames.end() ? -1 : int(found - DayNames.begin());
}

// "08:00-21:00"
std::optional<WeekHours::Day> spanFrom(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d\\d):(\\d\\d)-(\\d\\d):(\\d\\d)$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto minutes = [&](int at) { return match.captured(at).toInt() * 60 + match.captured(at + 1).toInt(); };
    const WeekHours::Day day{minutes(1), minutes(3)};
    return day.from < day.until && day.until <= 24 * 60 ? std::optional(day) : std::nullopt;
}

// {"mon-fri": "08:00-21:00", "sat": "08:00-12:00"}: days that are not named are closed.
std::optional<WeekHours> hoursFrom(const QJsonObject &object)
{
    WeekHours hours;
    hours.days.fill({0, 0});
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QStringList ends = it.key().split(QLatin1Char('-'));
        const int first = dayNumber(ends.first()), last = dayNumber(ends.last());
        const auto span = spanFrom(it.value().toString());
        if (first < 0 || last < first || !span)
            return std::nullopt;
        for (int day = first; day <= last; ++day)
            hours.days[size_t(day)] = *span;
    }
    return object.isEmpty() ? std::nullopt : std::optional(hours);
}

Result<void> takeMedia(const QJsonObject &object, ContactRule &rule)
{
    for (const QJsonValue &value : object.value(QLatin1String("media")).toArray()) {
        const auto medium = mediumFromText(value.toString());
        if (!medium)
            return invalid(rule.id, QCoreApplication::translate("beback", "“media” names something that is no medium."));
        rule.media << *medium;
    }
    return {};
}

Result<void> takeCap(const QJsonObject &object, ContactRule &rule)
{
    BEBACK_CHECK(takeMedia(object, rule));
    rule.most = object.value(QLatin1String("most")).toInt();
    rule.inHours = object.value(QLatin1String("hours")).toInt();
    if (rule.media.isEmpty() || rule.most < 1 || rule.inHours < 1)
        return invalid(rule.id, QCoreApplication::translate("beback", "a cap says “media”, “most” and “hours”."));
    return {};
}

Result<void> takeRelation(const QJsonObject &object, ContactRule &rule)
{
    BEBACK_CHECK(takeMedia(object, rule));
    rule.askedDays = object.value(QLatin1String("asked_days")).toInt();
    rule.boughtDays = object.value(QLatin1String("bought_days")).toInt();
    const QString then = object.value(QLatin1String("then")).toString();
    rule.blocks = then == QLatin1String("block");
    if (rule.media.isEmpty() || rule.askedDays < 1 || rule.boughtDays < 1 || (!rule.blocks && then != QLatin1String("warn")))
        return invalid(rule.id, QCoreApplication::translate("beback", "a relation says “media”, “asked_days”, “bought_days” and “then”: block or warn."));
    return {};
}

Result<void> takeStop(const QJsonObject &object, ContactRule &rule)
{
    for (const QJsonValue &word : object.value(QLatin1String("words")).toArray())
        rule.words << rule_text::plainWords(word.toString());
    const QJsonObject phrases = object.value(QLatin1String("phrases")).toObject();
    for (auto it = phrases.begin(); it != phrases.end(); ++it) {
        const QString what = it.value().toString();
        ContactRule::Asked asked;
        asked.all = what == QLatin1String("all");
        asked.medium = mediumFromText(what);
        if (!asked.all && !asked.medium && what != QLatin1String("same"))
            return invalid(rule.id, QCoreApplication::translate("beback", "a phrase asks for all, same, or a medium."));
        rule.phrases.append({rule_text::plainWords(it.key()), asked});
    }
    if (rule.words.isEmpty() || rule.words.contains(QString()))
        return invalid(rule.id, QCoreApplication::translate("beback", "it says no “words”."));
    return {};
}

} // namespace

Result<ContactRule> ContactRule::fromJson(const QJsonObject &object)
{
    const auto text = [&object](const char *key) { return object.value(QLatin1String(key)).toString(); };
    ContactRule rule;
    rule.id = text("id");
    rule.place = text("place");
    rule.source = text("source");
    rule.note = text("note");
    rule.effective = QDate::fromString(text("effective"), Qt::ISODate);
    rule.checkedOn = QDate::fromString(text("checked"), Qt::ISODate);
    const QString where = text("where");
    if (rule.id.isEmpty() || rule.place.isEmpty() || rule.source.isEmpty())
        return invalid(rule.id, QCoreApplication::translate("beback", "a rule says “id”, “place” and “source”."));
    rule.house = where == QLatin1String("house");
    if (rule.house && text("kind") != QLatin1String("cap"))
        return invalid(rule.id, QCoreApplication::translate("beback", "a rule of the house is a cap."));
    if (!rule.house && where != QLatin1String("US") && !(where.startsWith(QLatin1String("US-")) && where.size() == 5))
        return invalid(rule.id, QCoreApplication::translate("beback", "“where” is house, US or a state like US-FL."));
    rule.state = rule.house ? QString() : where.mid(3);
    if (text("kind") == QLatin1String("cap")) {
        rule.kind = ContactRule::Kind::Cap;
        BEBACK_CHECK(takeCap(object, rule));
        return rule;
    }
    if (text("kind") == QLatin1String("stop")) {
        rule.kind = ContactRule::Kind::Stop;
        BEBACK_CHECK(takeStop(object, rule));
        return rule;
    }
    if (text("kind") == QLatin1String("relation")) {
        rule.kind = ContactRule::Kind::Relation;
        BEBACK_CHECK(takeRelation(object, rule));
        return rule;
    }
    if (text("kind") == QLatin1String("notice")) {
        rule.kind = ContactRule::Kind::Notice;
        return rule;
    }
    const auto hours = hoursFrom(object.value(QLatin1String("hours")).toObject());
    if (text("kind") != QLatin1String("hours") || !hours)
        return invalid(rule.id, QCoreApplication::translate("beback", "“kind” is hours, cap, stop, relation or notice, and “hours” reads like "
                                                                       "{\"mon-sat\": \"08:00-20:00\"}."));
    rule.hours = *hours;
    rule.hours.onHolidays = object.value(QLatin1String("holidays")).toBool(true);
    return rule;
}


namespace {

QString spanText(const WeekHours::Day &day)
{
    const auto clock = [](int minutes) { return QStringLiteral("%1:%2").arg(minutes / 60, 2, 10, QLatin1Char('0')).arg(minutes % 60, 2, 10, QLatin1Char('0')); };
    return clock(day.from) + QLatin1Char('-') + clock(day.until);
}

QJsonArray listOf(const QVector<Medium> &media)
{
    QJsonArray list;
    for (const Medium medium : media)
        list << toText(medium);
    return list;
}

QJsonObject askedFor(const QVector<std::pair<QString, ContactRule::Asked>> &phrases)
{
    QJsonObject object;
    for (const auto &[phrase, asked] : phrases)
        object.insert(phrase, asked.all ? QStringLiteral("all") : asked.medium ? toText(*asked.medium) : QStringLiteral("same"));
    return object;
}

} // namespace

QVector<rule_text::Span> rule_text::spansOf(const WeekHours &hours)
{
    QVector<Span> spans;
    for (int day = 0; day < 7; ++day) {
        const WeekHours::Day &open = hours.days[size_t(day)];
        if (open.from >= open.until)
            continue;
        if (!spans.isEmpty() && spans.last().last == day - 1 && spans.last().open == open)
            spans.last().last = day;
        else
            spans << Span{day, day, open};
    }
    return spans;
}

QString rule_text::hoursText(const WeekHours &hours)
{
    QStringList parts;
    for (const Span &span : spansOf(hours))
        parts << dayKey(span) + QLatin1Char(' ') + spanText(span.open);
    return parts.join(QStringLiteral(", "));
}

std::optional<WeekHours> rule_text::hoursFromText(const QString &text)
{
    QJsonObject object;
    for (const QString &part : text.toLower().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QStringList words = part.simplified().split(QLatin1Char(' '));
        if (words.size() != 2 || object.contains(words.first()))
            return std::nullopt;
        object.insert(words.first(), words.last());
    }
    return hoursFrom(object);
}

QString rule_text::dayKey(const Span &span)
{
    const QString first = QLatin1String(DayNames[size_t(span.first)]);
    return span.first == span.last ? first : first + QLatin1Char('-') + QLatin1String(DayNames[size_t(span.last)]);
}

QJsonObject ContactRule::value() const
{
    QJsonObject object{{QStringLiteral("where"), house ? QStringLiteral("house") : state.isEmpty() ? QStringLiteral("US") : QStringLiteral("US-") + state}};
    switch (kind) {
    case Kind::Hours: {
        QJsonObject days;
        for (const rule_text::Span &span : rule_text::spansOf(hours))
            days.insert(rule_text::dayKey(span), spanText(span.open));
        object.insert(QLatin1String("kind"), QStringLiteral("hours"));
        object.insert(QLatin1String("hours"), days);
        if (!hours.onHolidays)
            object.insert(QLatin1String("holidays"), false);
        break;
    }
    case Kind::Cap:
        object.insert(QLatin1String("kind"), QStringLiteral("cap"));
        object.insert(QLatin1String("media"), listOf(media));
        object.insert(QLatin1String("most"), most);
        object.insert(QLatin1String("hours"), inHours);
        break;
    case Kind::Relation:
        object.insert(QLatin1String("kind"), QStringLiteral("relation"));
        object.insert(QLatin1String("media"), listOf(media));
        object.insert(QLatin1String("asked_days"), askedDays);
        object.insert(QLatin1String("bought_days"), boughtDays);
        object.insert(QLatin1String("then"), blocks ? QStringLiteral("block") : QStringLiteral("warn"));
        break;
    case Kind::Notice: object.insert(QLatin1String("kind"), QStringLiteral("notice")); break;
    case Kind::Stop:
        object.insert(QLatin1String("kind"), QStringLiteral("stop"));
        object.insert(QLatin1String("words"), QJsonArray::fromStringList(words));
        object.insert(QLatin1String("phrases"), askedFor(phrases));
        break;
    }
    return object;
}

QJsonObject ContactRule::toJson() const
{
    QJsonObject object = value();
    object.insert(QLatin1String("id"), id);
    object.insert(QLatin1String("place"), place);
    object.insert(QLatin1String("source"), source);
    if (effective.isValid())
        object.insert(QLatin1String("effective"), effective.toString(Qt::ISODate));
    if (checkedOn.isValid())
        object.insert(QLatin1String("checked"), checkedOn.toString(Qt::ISODate));
    if (!note.isEmpty())
        object.insert(QLatin1String("note"), note);
    return object;
}

} // namespace beback
