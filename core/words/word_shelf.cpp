#include "core/words/word_shelf.h"

#include "core/words/language.h"
#include "core/words/message_check.h"
#include "core/words/words.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <algorithm>
#include <utility>

namespace beback {

namespace {

constexpr std::array KindTexts{"message", "guide", "solutions", "phrases"};
constexpr qsizetype DigestLength = 16;
const QString BoughtElsewhere = QStringLiteral("bought-elsewhere");

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

Error invalid(const QString &sentence)
{
    return {Code::Invalid, sentence, {}};
}

// The newest change of each, by kind and id.
QMap<std::pair<WordKind, QString>, WordChange> newest(const QVector<WordChange> &changes)
{
    QMap<std::pair<WordKind, QString>, WordChange> last;
    for (const WordChange &change : changes)
        if (WordChange &known = last[{change.kind, change.id}]; known.version < change.version)
            known = change;
    return last;
}

Result<Guide> guideFromBody(const QString &id, const QByteArray &body)
{
    BEBACK_TRY(guide, Guide::fromJson(body));
    if (guide.id != id)
        return invalid(tr("This is the guide “%1”, not “%2”.").arg(guide.id, id));
    return guide;
}

Result<ObjectionGuide> solutionsFromBody(const QString &id, const QByteArray &body)
{
    BEBACK_TRY(guide, ObjectionGuide::fromJson(body));
    if (toText(guide.objection) != id)
        return invalid(tr("These are solutions for “%1”, not for “%2”.").arg(toText(guide.objection), id));
    return guide;
}

Result<void> knownLanguage(const QString &language)
{
    if (std::find(WordLanguages.begin(), WordLanguages.end(), language) == WordLanguages.end())
        return invalid(tr("There are no words in the language “%1”.").arg(language));
    return {};
}

// Puts one in its place. What cannot be read stays as it was.
Result<void> put(WordShelf &shelf, WordKind kind, const QString &id, const QByteArray &body)
{
    switch (kind) {
    case WordKind::Message: {
        if (body == TakenOut) {
            shelf.messages.remove(id);
            return {};
        }
        BEBACK_TRY(words, messageFromBody(id, body));
        return shelf.messages.put(words);
    }
    case WordKind::Guide: {
        BEBACK_TRY(guide, guideFromBody(id, body));
        shelf.guides.put(guide);
        return {};
    }
    case WordKind::Solutions: {
        BEBACK_TRY(guide, solutionsFromBody(id, body));
        shelf.solutions.put(guide);
        return {};
    }
    case WordKind::Phrases: {
        PhraseBook phrases = shelf.phrases;
        phrases.clear(id);
        BEBACK_CHECK(phrases.read(QString::fromUtf8(body), id));
        shelf.phrases = phrases;
        return {};
    }
    }
    return {};
}

// Every placeholder filled with something that is right: what the check then says is about the words themselves.
WordFacts anybody()
{
    WordFacts facts;
    for (const QString &name : knownPlaceholders())
        facts.insert(name, name == QLatin1String("figures") ? QStringLiteral("$412") : name == QLatin1String("vehicle") ? QStringLiteral("2026 Honda CR-V") : QStringLiteral("Morgan"));
    return facts;
}

// Words that the check would never let out are no words to offer.
Result<void> passesCheck(const WordTemplate &words, const WordShelf &shelf)
{
    if (words.key.startsWith(QLatin1Char('_')) || words.medium == Medium::Call)
        return {};
    const PreparedWords filled = prepareWords(shelf.messages, words, anybody());
    MessageFacts facts;
    facts.language = words.language;
    facts.languageKnown = true;
    facts.mustAsk = filled.mustAsk;
    facts.phrases = shelf.phrases;
    facts.address = QStringLiteral("Morgan");
    for (const Finding &finding : checkMessage({words.medium, filled.subject, filled.body}, facts))
        if (finding.weight == Finding::Weight::Blocks && finding.kind != Finding::Kind::Hole)
            return invalid(finding.fact + QStringLiteral(". ") + finding.suggestion);
    return {};
}

// Somebody who bought elsewhere is asked whether it is delivered: the alert to a manager hangs on that question.
Result<void> savesDeals(const Guide &guide)
{
    const bool saves = std::any_of(guide.steps.cbegin(), guide.steps.cend(), [](const GuideStep &step) { return step.act == GuideAct::SaveDeal; });
    if (guide.id == BoughtElsewhere && !saves)
        return invalid(tr("This guide has to ask whether the other vehicle is delivered, with the act “save_deal”: a manager is alerted by that answer."));
    return {};
}

// A step without any words left would leave the agent with an empty message.
Result<void> leavesOne(const WordShelf &shelf, const WordWish &wish)
{
    WordShelf after = shelf;
    const WordTemplate *words = shelf.messages.byId(wish.id);
    if (!words)
        return invalid(tr("There are no words “%1”.").arg(wish.id));
    after.messages.remove(wish.id);
    const auto left = after.messages.find(words->key, words->medium, words->language);
    if (left.isEmpty() || left.first().language != words->language)
        return invalid(tr("These are the last words for “%1” by this medium in this language. Write others first.").arg(words->key));
    return {};
}

} // namespace

QString toText(WordKind kind)
{
    return QString::fromLatin1(KindTexts[size_t(kind)]);
}

std::optional<WordKind> wordKindFromText(QStringView text)
{
    for (const WordKind kind : AllWordKinds)
        if (text == QLatin1String(KindTexts[size_t(kind)]))
            return kind;
    return std::nullopt;
}

QByteArray bodyOf(const WordTemplate &words)
{
    QJsonObject json{{QStringLiteral("body"), words.body}};
    if (!words.subject.isEmpty())
        json.insert(QLatin1String("subject"), words.subject);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<WordTemplate> messageFromBody(const QString &id, const QByteArray &body)
{
    const auto place = WordTemplate::fromId(id);
    if (!place)
        return invalid(tr("“%1” names no words. An id is like inquiry.first/text/en/1.").arg(id));
    QJsonParseError fault;
    const QJsonObject json = QJsonDocument::fromJson(body, &fault).object();
    if (fault.error != QJsonParseError::NoError)
        return invalid(tr("These are no words: at character %1, %2.").arg(fault.offset).arg(fault.errorString()));
    WordTemplate words = *place;
    words.subject = json.value(QLatin1String("subject")).toString().trimmed();
    words.body = json.value(QLatin1String("body")).toString().trimmed();
    BEBACK_CHECK(checkWording(words));
    return words;
}

Result<void> checkBody(WordKind kind, const QString &id, const QByteArray &body)
{
    if (kind == WordKind::Message) {
        BEBACK_TRY(words, messageFromBody(id, body));
        return knownLanguage(words.language);
    }
    if (kind == WordKind::Phrases)
        BEBACK_CHECK(knownLanguage(id));
    if (kind == WordKind::Guide) {
        BEBACK_TRY(guide, guideFromBody(id, body));
        return savesDeals(guide);
    }
    WordShelf shelf = *WordShelf::shipped();
    return put(shelf, kind, id, body);
}

QString digestOf(const QByteArray &body)
{
    return body.isEmpty() ? QString() : QString::fromLatin1(QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex().first(DigestLength));
}

std::shared_ptr<const WordShelf> WordShelf::shipped()
{
    static const auto shelf = std::make_shared<const WordShelf>(WordShelf{WordBook::shipped(), GuideBook::shipped(), SolutionBook::shipped(), PhraseBook::shipped()});
    return shelf;
}

std::shared_ptr<const WordShelf> WordShelf::with(const QVector<WordChange> &changes)
{
    if (changes.isEmpty())
        return shipped();
    auto shelf = std::make_shared<WordShelf>(*shipped());
    for (const WordChange &change : newest(changes)) {
        if (change.body.isEmpty())
            continue;
        const auto taken = put(*shelf, change.kind, change.id, change.body);
        if (!taken)
            qWarning("The store's own words %s %s cannot be used: %s", qPrintable(toText(change.kind)), qPrintable(change.id), qPrintable(taken.error().message));
        else if (change.kind == WordKind::Message)
            shelf->messages.setVersion(change.id, change.version);
    }
    return shelf;
}

QByteArray WordShelf::body(WordKind kind, const QString &id) const
{
    switch (kind) {
    case WordKind::Message: {
        const WordTemplate *words = messages.byId(id);
        return words ? bodyOf(*words) : QByteArray();
    }
    case WordKind::Guide: {
        const Guide *guide = guides.find(id);
        return guide ? guide->toJson() : QByteArray();
    }
    case WordKind::Solutions: {
        const auto objection = objectionFromText(id);
        const ObjectionGuide *guide = objection ? solutions.find(*objection) : nullptr;
        return guide ? guide->toJson() : QByteArray();
    }
    case WordKind::Phrases:
        return phrases.text(id).toUtf8();
    }
    return {};
}

QStringList WordShelf::ids(WordKind kind) const
{
    QStringList ids;
    switch (kind) {
    case WordKind::Message:
        for (const WordTemplate &words : messages.all())
            ids << words.id();
        break;
    case WordKind::Guide:
        for (const Guide &guide : guides.all())
            ids << guide.id;
        break;
    case WordKind::Solutions:
        for (const ObjectionGuide &guide : solutions.all())
            ids << toText(guide.objection);
        break;
    case WordKind::Phrases:
        for (const QLatin1String language : WordLanguages)
            ids << language;
        break;
    }
    ids.sort();
    return ids;
}

std::optional<WordTemplate> wordingOf(const QVector<WordChange> &changes, const WordShelf &shelf, const QString &reference)
{
    const QString id = wordingId(reference);
    const int version = reference.mid(id.size() + 1).toInt();
    if (const WordTemplate *words = shelf.messages.byId(id); words && words->version == version)
        return *words;
    const WordTemplate *shipped = WordBook::shipped().byId(id);
    if (version == 0)
        return shipped ? std::optional(*shipped) : std::nullopt;
    for (const WordChange &change : changes) {
        if (change.kind != WordKind::Message || change.id != id || change.version != version)
            continue;
        if (auto words = messageFromBody(id, change.body); words)
            return *words;
    }
    return std::nullopt;
}

Result<void> checkWish(const QVector<WordChange> &changes, const WordWish &wish)
{
    const auto shelf = WordShelf::with(changes);
    const WordChange last = newest(changes).value({wish.kind, wish.id});
    if (wish.after >= 0 && wish.after != last.version)
        return Error{Code::Conflict, tr("Somebody else changed these words a moment ago. Look at them again."), {}};
    if (wish.reason.trimmed().isEmpty())
        return invalid(tr("Why are they changed? A sentence is enough; it is kept with the change."));
    if (wish.body.isEmpty() && last.body.isEmpty())
        return invalid(tr("They are as they were shipped."));
    if (wish.body.isEmpty()) // what was never shipped is gone by that
        return wish.kind == WordKind::Message && WordShelf::shipped()->body(wish.kind, wish.id).isEmpty() ? leavesOne(*shelf, wish) : Result<void>();
    if (wish.body == TakenOut) {
        if (wish.kind != WordKind::Message)
            return invalid(tr("Only wordings of messages can be taken out."));
        return leavesOne(*shelf, wish);
    }
    BEBACK_CHECK(checkBody(wish.kind, wish.id, wish.body));
    if (wish.body == shelf->body(wish.kind, wish.id))
        return invalid(tr("Nothing is changed."));
    if (wish.kind != WordKind::Message)
        return {};
    BEBACK_TRY(words, messageFromBody(wish.id, wish.body));
    return passesCheck(words, *shelf);
}

WordChange changeOf(const QVector<WordChange> &changes, const WordWish &wish)
{
    WordChange change;
    change.kind = wish.kind;
    change.id = wish.id;
    change.version = newest(changes).value({wish.kind, wish.id}).version + 1;
    change.body = wish.body;
    change.over = digestOf(WordShelf::shipped()->body(wish.kind, wish.id));
    change.reason = wish.reason.trimmed();
    return change;
}

QVector<WordEntry> wordEntries(const QVector<WordChange> &changes)
{
    const auto shelf = WordShelf::with(changes), shipped = WordShelf::shipped();
    QMap<std::pair<WordKind, QString>, QVector<WordChange>> said;
    for (const WordChange &change : changes)
        said[{change.kind, change.id}] << change;
    QVector<WordEntry> entries;
    for (const WordKind kind : AllWordKinds) {
        QStringList ids = shelf->ids(kind) + shipped->ids(kind);
        for (auto it = said.cbegin(); it != said.cend(); ++it)
            if (it.key().first == kind)
                ids << it.key().second;
        ids.sort();
        ids.removeDuplicates();
        for (const QString &id : std::as_const(ids)) {
            WordEntry entry{kind, id, shelf->body(kind, id), shipped->body(kind, id), said.value({kind, id}), false};
            std::sort(entry.changes.begin(), entry.changes.end(), [](const WordChange &a, const WordChange &b) { return a.version > b.version; });
            entry.shippedAnew = !entry.changes.isEmpty() && !entry.changes.first().body.isEmpty() && !entry.shipped.isEmpty()
                                && entry.changes.first().over != digestOf(entry.shipped);
            entries << entry;
        }
    }
    return entries;
}

} // namespace beback
