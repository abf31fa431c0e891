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
                                        QStringLiteral("saturday"), QStringLiteral("sunday"), QStringLiteral("buenos"), QStringLiteral("buenas"),  QStringLiteral("que"),     QStringLiteral("todos")};
    return words.contains(plain);
}

Finding wrong(int from, int length, const QString &said, const MessageFacts &facts, Finding::Weight weight)
{
    QString name = facts.names.value(0);
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return {Finding::Kind::Name, weight, weight == Finding::Weight::Blocks, false, from, length, tr("“%1” is not their name").arg(said), tr("Write %1.").arg(name), Finding::Remedy::Replace, name};
}

} // namespace

QVector<Finding> wrongNames(const QString &plain, const MessageFacts &facts)
{
    if (facts.names.isEmpty())
        return {};
    static const QRegularExpression greeted(
        QStringLiteral("^\\W*(?:(?i:Hi|Hello|Hey|Dear|Good morning|Good afternoon|Good evening|Hola|Estimad[oa]|Querid[oa]|Buenos d[ií]as|Buenas tardes|Buenas noches)\\b[,\\s]*+)?+"
                       "(?:(?i:Mr|Mrs|Ms|Miss|Dr|Sr|Sra|Srta)\\.?\\s+|(?i:Señora|Señor|Señorita|doña|don)\\s+)*+((?:\\p{Lu}[\\p{L}'\u2019-]+)(?:\\s+\\p{Lu}[\\p{L}'\u2019-]+){0,2})\\s*([,.:!\\n-]|\u2013|\u2014|$)"));
    static const QRegularExpression greeting(QStringLiteral("^\\W*(Hi|Hello|Hey|Dear|Good|Hola|Estimad[oa]|Querid[oa]|Buen[oa]s|Mrs?|Ms|Sr|Sra)\\b"), QRegularExpression::CaseInsensitiveOption);
    // Behind the greeting a comma also closes the name: "Hola Mario, le escribe …".
    if (const auto match = greeted.match(plain); match.hasMatch() && match.captured(1).at(0).isUpper()) {
        const QVector<TextWord> words = wordsOf(match.captured(1));
        const bool theirs = std::any_of(words.cbegin(), words.cend(), [&](const TextWord &word) { return facts.names.contains(word.plain); });
        const QString first = words.value(0).plain, own = facts.names.value(0);
        const bool greets = greeting.match(plain).hasMatch();
        const bool resembles = first.size() > SameBeginning && own.size() >= SameBeginning && first.left(SameBeginning) == own.left(SameBeginning);
        const bool each = std::all_of(words.cbegin(), words.cend(), [&](const TextWord &word) { return match.captured(1).at(word.from).isUpper(); });
        if (!theirs && each && !isNobody(first) && !isOurs(first, facts) && (greets || resembles))
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
