#include "core/words/word_shelf.h"

#include "core/words/language.h"

#include <QCoreApplication>

namespace beback {

namespace {

using Kind = OwnWords::Kind;
constexpr std::array Kinds = {std::pair(Kind::Template, "template"), std::pair(Kind::Phrases, "phrases"), std::pair(Kind::Guide, "guide"), std::pair(Kind::Solutions, "solutions")};

Error invalid(const char *sentence)
{
    return {Code::Invalid, QCoreApplication::translate("beback", sentence), {}};
}

QString languageOfId(const QString &id)
{
    return id.section(QLatin1Char('/'), 2, 2);
}

Result<void> putOn(WordShelf &shelf, const OwnWords &words)
{
    switch (words.kind) {
    case Kind::Template: {
        if (words.body.isEmpty()) {
            const WordTemplate *shipped = WordBook::shipped().byId(words.id);
            if (shipped)
                return shelf.templates.put(*shipped);
            shelf.templates.remove(words.id);
            return {};
        }
        BEBACK_TRY(entry, fromFileEntry(words.body, languageOfId(words.id)));
        if (entry.id() != words.id)
            return invalid("These words are for another place.");
        entry.version = words.version;
        return shelf.templates.put(entry);
    }
    case Kind::Phrases: {
        if (!wordLanguage(words.id).startsWith(words.id) || words.id.isEmpty())
            return invalid("There are no words in that language.");
        shelf.phrases.clear(words.id);
        return shelf.phrases.read(words.body.isEmpty() ? PhraseBook::shippedText(words.id) : words.body, words.id);
    }
    case Kind::Guide: {
        const Guide *shipped = GuideBook::shipped().find(words.id);
        if (words.body.isEmpty()) {
            if (!shipped)
                return invalid("That guide does not come with Beback, so there is nothing to go back to.");
            shelf.guides.put(*shipped);
            return {};
        }
        BEBACK_TRY(guide, Guide::fromJson(words.body.toUtf8()));
        if (guide.id != words.id)
            return invalid("This guide has another id.");
        guide.version = (shipped ? shipped->version : 0) + words.version;
        shelf.guides.put(guide);
        return {};
    }
    case Kind::Solutions: {
        const auto objection = objectionFromText(words.id);
        if (!objection)
            return invalid("There is no such objection.");
        if (words.body.isEmpty()) {
            if (const ObjectionGuide *shipped = SolutionBook::shipped().find(*objection))
                shelf.solutions.put(*shipped);
            return {};
        }
        BEBACK_TRY(guide, ObjectionGuide::fromJson(words.body.toUtf8()));
        if (guide.objection != *objection)
            return invalid("These solutions are for another objection.");
        shelf.solutions.put(guide);
        return {};
    }
    }
    return {};
}

} // namespace

QString toText(OwnWords::Kind kind)
{
    return QString::fromLatin1(Kinds[size_t(kind)].second);
}

std::optional<OwnWords::Kind> ownWordsKindFromText(const QString &text)
{
    for (const auto &[kind, name] : Kinds)
        if (text == QLatin1String(name))
            return kind;
    return std::nullopt;
}

WordShelf WordShelf::with(const QVector<OwnWords> &own)
{
    QMap<std::pair<int, QString>, const OwnWords *> newest;
    for (const OwnWords &words : own) {
        const OwnWords *&last = newest[{int(words.kind), words.id}];
        if (!last || last->version < words.version)
            last = &words;
    }
    WordShelf shelf;
    for (const OwnWords *words : std::as_const(newest)) {
        WordShelf next = shelf;
        if (putOn(next, *words))
            shelf = std::move(next);
    }
    return shelf;
}

QString WordShelf::text(OwnWords::Kind kind, const QString &id) const
{
    switch (kind) {
    case Kind::Template:
        if (const WordTemplate *words = templates.byId(id))
            return toFileEntry(*words);
        return {};
    case Kind::Phrases: return phrases.text(id);
    case Kind::Guide:
        if (const Guide *guide = guides.find(id))
            return QString::fromUtf8(guide->toJson());
        return {};
    case Kind::Solutions:
        if (const auto objection = objectionFromText(id))
            if (const ObjectionGuide *guide = solutions.find(*objection))
                return QString::fromUtf8(guide->toJson());
        return {};
    }
    return {};
}

Result<void> checkOwnWords(const OwnWords &words)
{
    WordShelf shelf;
    return putOn(shelf, words);
}

QString toFileEntry(const WordTemplate &words)
{
    QString text = QStringLiteral("== %1 %2").arg(words.key, toText(words.medium));
    if (words.number > 1)
        text += QStringLiteral(" %1").arg(words.number);
    text += QLatin1Char('\n');
    if (!words.subject.isEmpty())
        text += QStringLiteral("Subject: %1\n").arg(words.subject);
    return text + words.body + QLatin1Char('\n');
}

Result<WordTemplate> fromFileEntry(const QString &text, const QString &language)
{
    WordBook book;
    BEBACK_CHECK(book.read(text, language));
    const QVector<WordTemplate> all = book.all();
    if (all.size() != 1)
        return invalid("One entry is wanted: a line \"== key medium\" and the words below it.");
    return all.first();
}

} // namespace beback
