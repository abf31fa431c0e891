#include "core/plan/rule_book.h"

#include "core/history/plain_letters.h"
#include "core/plan/rule_text.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace beback {

// Lower case, without accents, words parted by one blank.
QString rule_text::plainWords(const QString &message)
{
    QString plain = plainLetters(message).toLower();
    plain.remove(u'\'').remove(QChar(0x2019)); // don't, typed either way
    for (QChar &c : plain)
        if (!c.isLetterOrNumber())
            c = u' ';
    return plain.simplified();
}

QByteArray ContactRule::valueDigest() const
{
    return QCryptographicHash::hash(QJsonDocument(value()).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256).toHex().left(32);
}

Result<RuleBook> RuleBook::fromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return Error{Code::Invalid, QCoreApplication::translate("beback", "The contact rules cannot be read: %1.").arg(error.errorString()), {}};
    RuleBook book;
    for (const QJsonValue &value : document.object().value(QLatin1String("rules")).toArray()) {
        BEBACK_TRY(rule, ContactRule::fromJson(value.toObject()));
        book.m_rules << rule;
    }
    book.index();
    return book;
}

// What the rules amount to in each state.
void RuleBook::index()
{
    m_everywhere = {};
    m_hours.clear();
    for (const ContactRule &rule : std::as_const(m_rules))
        if (rule.kind == ContactRule::Kind::Hours && rule.state.isEmpty())
            m_everywhere = m_everywhere.strictest(rule.hours);
    for (const ContactRule &rule : std::as_const(m_rules)) {
        if (rule.kind != ContactRule::Kind::Hours || rule.state.isEmpty())
            continue;
        const auto known = m_hours.constFind(rule.state);
        m_hours.insert(rule.state, rule.hours.strictest(known == m_hours.constEnd() ? m_everywhere : *known));
    }
    m_states = m_hours.keys();
    m_states.sort();
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
    const QString plain = rule_text::plainWords(message), padded = u' ' + plain + u' ';
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

QVector<const ContactRule *> RuleBook::laws(ContactRule::Kind kind, const QStringList &states) const
{
    QVector<const ContactRule *> found;
    for (const ContactRule &rule : m_rules)
        if (rule.kind == kind && !rule.house && (rule.state.isEmpty() || states.isEmpty() || states.contains(rule.state)))
            found << &rule;
    return found;
}

} // namespace beback
