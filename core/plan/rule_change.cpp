#include "core/plan/rule_change.h"

#include "core/plan/rule_words.h"
#include "core/time/wording.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QMap>

#include <algorithm>

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

QString clockText(int minutes)
{
    return minutes >= 24 * 60 ? tr("midnight") : wording::timeOfDay(QTime(minutes / 60, minutes % 60));
}

QStringList loosenedHours(const WeekHours &from, const WeekHours &to)
{
    QStringList more;
    for (int i = 0; i < 7; ++i) {
        const WeekHours::Day &a = from.days[size_t(i)], &b = to.days[size_t(i)];
        const QString day = QLocale().dayName(i + 1);
        if (b.from >= b.until)
            continue;
        if (a.from >= a.until) {
            more << tr("%1: %2 to %3 instead of not at all").arg(day, clockText(b.from), clockText(b.until));
            continue;
        }
        if (b.from < a.from)
            more << tr("%1: from %2 instead of %3").arg(day, clockText(b.from), clockText(a.from));
        if (b.until > a.until)
            more << tr("%1: until %2 instead of %3").arg(day, clockText(b.until), clockText(a.until));
    }
    if (to.onHolidays && !from.onHolidays)
        more << tr("also on federal holidays");
    return more;
}

QStringList loosenedCap(const ContactRule &from, const ContactRule &to)
{
    QStringList more;
    if (to.most > from.most)
        more << tr("%1 touches instead of %2").arg(to.most).arg(from.most);
    if (to.inHours < from.inHours)
        more << tr("counted over %1 hours instead of %2").arg(to.inHours).arg(from.inHours);
    QVector<Medium> gone = from.media;
    gone.removeIf([&to](Medium medium) { return to.media.contains(medium); });
    if (!gone.isEmpty())
        more << tr("no longer counted: %1").arg(touchesText(gone));
    return more;
}

QStringList loosenedRelation(const ContactRule &from, const ContactRule &to)
{
    QStringList more;
    if (to.askedDays > from.askedDays)
        more << tr("%1 days after they asked instead of %2").arg(to.askedDays).arg(from.askedDays);
    if (to.boughtDays > from.boughtDays)
        more << tr("%1 days after they bought instead of %2").arg(to.boughtDays).arg(from.boughtDays);
    if (from.blocks && !to.blocks)
        more << tr("a warning instead of a block");
    QVector<Medium> gone = from.media;
    gone.removeIf([&to](Medium medium) { return to.media.contains(medium); });
    if (!gone.isEmpty())
        more << tr("no longer held back: %1").arg(touchesText(gone));
    return more;
}

QStringList loosenedWords(const ContactRule &from, const ContactRule &to)
{
    QStringList gone;
    for (const QString &word : from.words)
        if (!to.words.contains(word))
            gone << word;
    for (const auto &phrase : from.phrases)
        if (!to.phrases.contains(phrase))
            gone << phrase.first;
    return gone.isEmpty() ? QStringList() : QStringList{tr("no longer believed: %1").arg(gone.join(QStringLiteral(", ")))};
}

// The newest word about a rule that holds on this day.
struct Word {
    ContactRule rule;
    bool withdrawn = false;
    QByteArray over;
};
std::optional<Word> wordOn(const QVector<RuleChange> &changes, QDate today)
{
    std::optional<Word> holds;
    int version = 0;
    for (const RuleChange &change : changes) {
        if (change.version <= version)
            continue;
        Word word;
        word.withdrawn = change.body.isEmpty();
        word.over = change.over;
        if (!word.withdrawn) {
            const auto rule = ContactRule::fromJson(QJsonDocument::fromJson(change.body).object());
            if (!rule || rule->id != change.id || (rule->effective.isValid() && rule->effective > today))
                continue;
            word.rule = *rule;
            word.rule.version = change.version;
        }
        version = change.version;
        holds = word;
    }
    return holds;
}

// One rule as it holds; none: it is withdrawn.
std::optional<ContactRule> holding(const ContactRule *shipped, const std::optional<Word> &word)
{
    if (!word || word->withdrawn)
        return shipped ? std::optional(*shipped) : std::nullopt;
    const bool shippedAnew = shipped && !shipped->house && word->over != shipped->valueDigest();
    return shippedAnew && shipped->kind == word->rule.kind ? strictest(word->rule, *shipped) : word->rule;
}

// Does the store say anything about this rule that could be taken back?
bool hasWord(const QVector<RuleChange> &said, const QString &id)
{
    int version = 0;
    bool says = false;
    for (const RuleChange &change : said)
        if (change.id == id && change.version > version) {
            version = change.version;
            says = !change.body.isEmpty();
        }
    return says;
}

Result<void> checkNew(const ContactRule &rule)
{
    if (rule.house)
        return {};
    if (rule.kind == ContactRule::Kind::Stop || rule.state.isEmpty())
        return invalid(tr("There is no rule “%1”. A new one is a cap of the house, or a law of one state: its hours, its cap, or what it asks of recorded calls.").arg(rule.id));
    if (rule.source.isEmpty())
        return invalid(tr("Where can this law be read? Give its source."));
    return {};
}

} // namespace

QStringList loosened(const ContactRule &from, const ContactRule &to)
{
    switch (from.kind) {
    case ContactRule::Kind::Hours: return loosenedHours(from.hours, to.hours);
    case ContactRule::Kind::Cap: return loosenedCap(from, to);
    case ContactRule::Kind::Stop: return loosenedWords(from, to);
    case ContactRule::Kind::Relation: return loosenedRelation(from, to);
    case ContactRule::Kind::Notice: return {}; // it says nothing that could be less
    }
    return {};
}

ContactRule strictest(const ContactRule &first, const ContactRule &second)
{
    ContactRule both = first;
    both.hours = first.hours.strictest(second.hours);
    both.most = std::min(first.most, second.most);
    both.inHours = std::max(first.inHours, second.inHours);
    both.askedDays = std::min(first.askedDays, second.askedDays);
    both.boughtDays = std::min(first.boughtDays, second.boughtDays);
    both.blocks = first.blocks || second.blocks;
    for (const Medium medium : second.media)
        if (!both.media.contains(medium))
            both.media << medium;
    for (const QString &word : second.words)
        if (!both.words.contains(word))
            both.words << word;
    for (const auto &phrase : second.phrases)
        if (!both.phrases.contains(phrase))
            both.phrases << phrase;
    return both;
}

Result<void> checkWish(const RuleBook &now, const QVector<RuleChange> &said, const RuleWish &wish)
{
    if (wish.reason.trimmed().isEmpty())
        return invalid(tr("Why is this rule changed? Give a reason; it is kept with it."));
    const ContactRule &rule = wish.rule;
    const ContactRule *shipped = RuleBook::shipped().find(rule.id), *known = now.find(rule.id);
    if (wish.asShipped)
        return hasWord(said, rule.id) ? Result<void>()
                                      : Result<void>(Error{Code::NotFound, tr("Rule “%1” is as it was shipped.").arg(rule.id), {}});
    BEBACK_CHECK(ContactRule::fromJson(rule.toJson())); // what could not be read back is not kept
    const ContactRule *before = shipped ? shipped : known;
    if (!before)
        return checkNew(rule);
    if (rule.kind != before->kind || rule.house != before->house || rule.state != before->state)
        return invalid(tr("Rule “%1” stays about what it is about. For something else, add a rule.").arg(rule.id));
    if (!shipped || rule.house)
        return {};
    const QStringList more = loosened(*shipped, rule);
    if (more.isEmpty() || (rule.source != shipped->source && !rule.source.isEmpty() && rule.effective.isValid()
                           && rule.effective != shipped->effective))
        return {};
    return invalid(tr("This is less than the law of %1 asks for as it was shipped (%2). Only the law itself can change that: say where "
                      "the new one can be read (its source) and since when it holds (its effective date).")
                       .arg(rule.place, more.join(QStringLiteral("; "))));
}

RuleChange changeOf(const RuleWish &wish)
{
    RuleChange change;
    change.id = wish.rule.id;
    if (!wish.asShipped)
        change.body = QJsonDocument(wish.rule.toJson()).toJson(QJsonDocument::Compact);
    if (const ContactRule *shipped = RuleBook::shipped().find(wish.rule.id))
        change.over = shipped->valueDigest();
    change.reason = wish.reason.trimmed();
    return change;
}

RuleBook RuleBook::with(const QVector<RuleChange> &changes, QDate today) const
{
    if (changes.isEmpty())
        return *this;
    QMap<QString, QVector<RuleChange>> byRule;
    for (const RuleChange &change : changes)
        byRule[change.id] << change;
    RuleBook book;
    for (const ContactRule &rule : m_rules)
        if (const auto holds = holding(&rule, wordOn(byRule.take(rule.id), today)))
            book.m_rules << *holds;
    for (const QVector<RuleChange> &own : std::as_const(byRule)) // never shipped
        if (const auto holds = holding(nullptr, wordOn(own, today)))
            book.m_rules << *holds;
    book.index();
    return book;
}

QByteArray RuleBook::digest() const
{
    QJsonArray all;
    for (const ContactRule &rule : m_rules)
        all << rule.value();
    return QCryptographicHash::hash(QJsonDocument(all).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256).toHex().left(32);
}

const ContactRule *RuleBook::find(const QString &id) const
{
    const auto found = std::find_if(m_rules.cbegin(), m_rules.cend(), [&](const ContactRule &rule) { return rule.id == id; });
    return found == m_rules.cend() ? nullptr : &*found;
}

} // namespace beback
