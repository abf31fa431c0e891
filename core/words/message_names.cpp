#include "core/words/message_names.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace beback {

namespace {

constexpr int SameBeginning = 3; // letters

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

QString plainWordOf(const QString &word)
{
    return wordsOf(word).value(0).plain;
}

bool isOurs(const QString &plain, const MessageFacts &facts)
{
    if (facts.own.contains(plain))
        return true;
    for (const QString &text : {facts.agent, facts.rooftop, facts.address})
        for (const TextWord &word : wordsOf(text))
            if (word.plain == plain)
                return true;
    return false;
}

// Words that stand where a name would and are none.
bool isNobody(const QString &plain)
{
    static const QSet<QString> words = {QStringLiteral("there"), QStringLiteral("neighbor"), QStringLiteral("again"),  QStringLiteral("everyone"), QStringLiteral("folks"),   QStringLiteral("team"),
                                        QStringLiteral("friend"), QStringLiteral("sir"),     QStringLiteral("madam"),  QStringLiteral("customer"), QStringLiteral("cliente"), QStringLiteral("vecino"),
                                        QStringLiteral("vecina"), QStringLiteral("monday"),  QStringLiteral("tuesday"), QStringLiteral("wednesday"), QStringLiteral("thursday"), QStringLiteral("friday"),
                                        QStringLiteral("saturday"), QStringLiteral("sunday"), QStringLiteral("buenos"), QStringLiteral("buenas"),  QStringLiteral("que"),     QStringLiteral("todos"),  QStringLiteral("all"),       QStringLiteral("both"),  QStringLiteral("friends"), QStringLiteral("everybody"), QStringLiteral("happy"),
                                        QStringLiteral("news"),   QStringLiteral("day"),       QStringLiteral("guys"),  QStringLiteral("family"),  QStringLiteral("amigos"),    QStringLiteral("good")};
    return words.contains(plain);
}

// What people are called by who know them: the short form of their name, or one that is as usual.
bool isShortFor(const QString &said, const QString &name)
{
    static const QMultiHash<QString, QString> usual = [] {
        QMultiHash<QString, QString> all;
        for (const char *pair : {"bob robert", "bill william", "mike michael", "jim james", "joe joseph", "dick richard", "rick richard", "liz elizabeth", "beth elizabeth", "betty elizabeth",
                                 "kate katherine", "kate kathleen", "peggy margaret", "jack john", "johnny john", "chuck charles", "ted edward", "tony anthony", "dave david", "steve stephen",
                                 "sue susan", "jenny jennifer", "becky rebecca", "andy andrew", "bobby robert", "billy william", "jimmy james", "pepe jose", "paco francisco", "lupe guadalupe",
                                 "nacho ignacio", "beto alberto", "beto roberto", "chuy jesus", "memo guillermo", "lalo eduardo", "tono antonio", "quique enrique"}) {
            const QStringList words = QString::fromLatin1(pair).split(QLatin1Char(' '));
            all.insert(words.at(0), words.at(1));
        }
        return all;
    }();
    return (said.size() >= SameBeginning && name.startsWith(said)) || usual.contains(said, name);
}

Finding wrong(int from, int length, const QString &said, const MessageFacts &facts, Finding::Weight weight)
{
    QString name = facts.names.value(0);
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return {Finding::Kind::Name, weight, weight == Finding::Weight::Blocks, false, from, length, tr("“%1” is not their name").arg(said), tr("Their name is %1.").arg(name), Finding::Remedy::None, {}};
}

} // namespace

QVector<Finding> wrongNames(const QString &plain, const MessageFacts &facts)
{
    if (facts.names.isEmpty())
        return {};
    static const QRegularExpression greeted(
        QStringLiteral("^\\W*(?:(?i:Hi|Hello|Hey|Dear|Good morning|Good afternoon|Good evening|Hola|Estimad[oa]|Querid[oa]|Buenos d[ií]as|Buenas tardes|Buenas noches)\\b[,\\s]*+)?+"
                       "(?:(?i:Mr|Mrs|Ms|Miss|Dr|Sr|Sra|Srta)\\.?\\s+|(?i:Señora|Señor|Señorita|doña|don)\\s+)*+((?:\\p{Lu}[\\p{L}'\u2019-]+)(?:\\s+\\p{Lu}[\\p{L}'\u2019-]+){0,2})\\s*([,.:!\\n-]|\u2013|\u2014|$)"));
    static const QRegularExpression greeting(QStringLiteral("^\\W*(Hi|Hello|Hey|Dear|Good (?:morning|afternoon|evening)|Hola|Estimad[oa]|Querid[oa]|Buen[oa]s|Mrs?|Ms|Sr|Sra)\\b"), QRegularExpression::CaseInsensitiveOption);
    // Behind the greeting a comma also closes the name: "Hola Mario, le escribe …".
    if (const auto match = greeted.match(plain); match.hasMatch() && match.captured(1).at(0).isUpper()) {
        const QVector<TextWord> words = wordsOf(match.captured(1));
        const bool theirs = std::any_of(words.cbegin(), words.cend(), [&](const TextWord &word) { return std::any_of(facts.names.cbegin(), facts.names.cend(), [&](const QString &name) { return name == word.plain || isShortFor(word.plain, name); }); });
        const bool ours = std::any_of(words.cbegin(), words.cend(), [&](const TextWord &word) { return isOurs(word.plain, facts) || isNobody(word.plain); });
        const QString first = words.value(0).plain, own = facts.names.value(0);
        const bool greets = greeting.match(plain).hasMatch();
        const bool resembles = first.size() > SameBeginning && own.size() >= SameBeginning && first.left(SameBeginning) == own.left(SameBeginning);
        const bool each = std::all_of(words.cbegin(), words.cend(), [&](const TextWord &word) { return match.captured(1).at(word.from).isUpper(); });
        if (!theirs && each && !ours && (greets || resembles))
            return {wrong(int(match.capturedStart(1)), int(match.capturedLength(1)), match.captured(1), facts, Finding::Weight::Blocks)};
    }
    static const QRegularExpression called(QStringLiteral(",\\s+(\\p{Lu}\\p{Ll}{2,})\\s*\\?"));
    if (const auto match = called.match(plain); match.hasMatch()) {
        const QString said = plainWordOf(match.captured(1));
        if (!facts.names.contains(said) && !isNobody(said) && !isOurs(said, facts))
            return {wrong(int(match.capturedStart(1)), int(match.capturedLength(1)), match.captured(1), facts, Finding::Weight::Warns)};
    }
    return {};
}

} // namespace beback
