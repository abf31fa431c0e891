#include "core/plan/rule_book.h"

#include "core/history/plain_letters.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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

Result<void> takeCap(const QJsonObject &object, ContactRule &rule)
{
    for (const QJsonValue &value : object.value(QLatin1String("media")).toArray()) {
        const auto medium = mediumFromText(value.toString());
        if (!medium)
            return invalid(rule.id, QCoreApplication::translate("beback", "“media” names something that is no medium."));
        rule.media << *medium;
    }
    rule.most = object.value(QLatin1String("most")).toInt();
    rule.inHours = object.value(QLatin1String("hours")).toInt();
    if (rule.media.isEmpty() || rule.most < 1 || rule.inHours < 1)
        return invalid(rule.id, QCoreApplication::translate("beback", "a cap says “media”, “most” and “hours”."));
    return {};
}

// Lower case, without accents, words parted by one blank.
QString plainWords(const QString &message)
{
    QString plain = plainLetters(message).toLower();
    plain.remove(u'\'').remove(QChar(0x2019)); // don't, typed either way
    for (QChar &c : plain)
        if (!c.isLetterOrNumber())
            c = u' ';
    return plain.simplified();
}

Result<void> takeStop(const QJsonObject &object, ContactRule &rule)
{
    for (const QJsonValue &word : object.value(QLatin1String("words")).toArray())
        rule.words << plainWords(word.toString());
    const QJsonObject phrases = object.value(QLatin1String("phrases")).toObject();
    for (auto it = phrases.begin(); it != phrases.end(); ++it) {
        const QString what = it.value().toString();
        ContactRule::Asked asked;
        asked.all = what == QLatin1String("all");
        asked.medium = mediumFromText(what);
        if (!asked.all && !asked.medium && what != QLatin1String("same"))
            return invalid(rule.id, QCoreApplication::translate("beback", "a phrase asks for all, same, or a medium."));
        rule.phrases.append({plainWords(it.key()), asked});
    }
    if (rule.words.isEmpty() || rule.words.contains(QString()))
        return invalid(rule.id, QCoreApplication::translate("beback", "it says no “words”."));
    return {};
}

Result<ContactRule> ruleFrom(const QJsonObject &object)
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
    const auto hours = hoursFrom(object.value(QLatin1String("hours")).toObject());
    if (text("kind") != QLatin1String("hours") || !hours)
        return invalid(rule.id, QCoreApplication::translate("beback", "“kind” is hours, cap or stop, and “hours” reads like "
                                                                       "{\"mon-sat\": \"08:00-20:00\"}."));
    rule.hours = *hours;
    rule.hours.onHolidays = object.value(QLatin1String("holidays")).toBool(true);
    return rule;
}

} // namespace

Result<RuleBook> RuleBook::fromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return Error{Code::Invalid, QCoreApplication::translate("beback", "The contact rules cannot be read: %1.").arg(error.errorString()), {}};
    RuleBook book;
    for (const QJsonValue &value : document.object().value(QLatin1String("rules")).toArray()) {
        BEBACK_TRY(rule, ruleFrom(value.toObject()));
        book.m_rules << rule;
    }
    for (const ContactRule &rule : std::as_const(book.m_rules))
        if (rule.kind == ContactRule::Kind::Hours && rule.state.isEmpty())
            book.m_everywhere = book.m_everywhere.strictest(rule.hours);
    for (const ContactRule &rule : std::as_const(book.m_rules)) {
        if (rule.kind != ContactRule::Kind::Hours || rule.state.isEmpty())
            continue;
        const auto known = book.m_hours.constFind(rule.state);
        book.m_hours.insert(rule.state, rule.hours.strictest(known == book.m_hours.constEnd() ? book.m_everywhere : *known));
    }
    book.m_states = book.m_hours.keys();
    book.m_states.sort();
    return book;
}

const RuleBook &RuleBook::shipped()
{
    static const RuleBook book = [] {
        QFile file(QStringLiteral(":/beback/rules/contact.json"));
        const auto read = file.open(QIODevice::ReadOnly) ? fromJson(file.readAll()) : Result<RuleBook>(Error{Code::NotFound, file.fileName(), {}});
        if (!read)
            qFatal("%s", qPrintable(read.error().message));
        return *read;
    }();
    return book;
}

const WeekHours &RuleBook::hours(const QString &state) const
{
    const auto found = m_hours.constFind(state);
    return found == m_hours.constEnd() ? m_everywhere : *found;
}

const ContactRule *RuleBook::hoursRule(const QString &state) const
{
    const auto found = std::find_if(m_rules.cbegin(), m_rules.cend(), [&](const ContactRule &rule) {
        return rule.kind == ContactRule::Kind::Hours && rule.state == state;
    });
    return found == m_rules.cend() ? nullptr : &*found;
}

std::optional<ContactRule::Asked> RuleBook::asksToStop(const QString &message) const
{
    const QString plain = plainWords(message), padded = u' ' + plain + u' ';
    for (const ContactRule &rule : m_rules) {
        if (rule.kind != ContactRule::Kind::Stop)
            continue;
        if (rule.words.contains(plain))
            return ContactRule::Asked{};
        for (const auto &[phrase, asked] : rule.phrases)
            if (padded.contains(u' ' + phrase + u' '))
                return asked;
    }
    return std::nullopt;
}

QVector<const ContactRule *> RuleBook::houseCaps() const
{
    QVector<const ContactRule *> found;
    for (const ContactRule &rule : m_rules)
        if (rule.kind == ContactRule::Kind::Cap && rule.house)
            found << &rule;
    return found;
}

QVector<const ContactRule *> RuleBook::caps(const QStringList &states) const
{
    QVector<const ContactRule *> found;
    for (const ContactRule &rule : m_rules)
        if (rule.kind == ContactRule::Kind::Cap && !rule.house && (rule.state.isEmpty() || states.isEmpty() || states.contains(rule.state)))
            found << &rule;
    return found;
}

} // namespace beback
