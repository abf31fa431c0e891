#include "core/words/language.h"

#include "core/history/customer_state.h"
#include "core/words/text_words.h"

#include <QCoreApplication>

namespace beback {

namespace {

// Words that are frequent in one of the two languages and are none in the other.
const QSet<QString> &smallWords(QLatin1String language)
{
    static const QSet<QString> english = {
        QStringLiteral("the"),  QStringLiteral("and"),  QStringLiteral("you"),  QStringLiteral("your"),  QStringLiteral("is"),    QStringLiteral("it"),
        QStringLiteral("of"),   QStringLiteral("to"),   QStringLiteral("for"),  QStringLiteral("what"),  QStringLiteral("which"), QStringLiteral("we"),
        QStringLiteral("that"), QStringLiteral("this"), QStringLiteral("with"), QStringLiteral("would"), QStringLiteral("have"),  QStringLiteral("i"),
        QStringLiteral("at"),   QStringLiteral("on"),   QStringLiteral("are"),  QStringLiteral("or"),    QStringLiteral("when"),  QStringLiteral("can")};
    static const QSet<QString> spanish = {
        QStringLiteral("el"),   QStringLiteral("la"),   QStringLiteral("los"),  QStringLiteral("las"),    QStringLiteral("de"),   QStringLiteral("que"),
        QStringLiteral("y"),    QStringLiteral("en"),   QStringLiteral("un"),   QStringLiteral("una"),    QStringLiteral("su"),   QStringLiteral("le"),
        QStringLiteral("por"),  QStringLiteral("para"), QStringLiteral("con"),  QStringLiteral("usted"),  QStringLiteral("es"),   QStringLiteral("del"),
        QStringLiteral("se"),   QStringLiteral("lo"),   QStringLiteral("cual"), QStringLiteral("cuando"), QStringLiteral("como"), QStringLiteral("o")};
    return language == WordLanguages[0] ? english : spanish;
}

} // namespace

QString wordLanguage(const QString &spoken)
{
    for (const QLatin1String language : WordLanguages)
        if (spoken == language)
            return spoken;
    return WordLanguages[0];
}

QString wordLanguage(const CustomerState &customer)
{
    return wordLanguage(customer.language);
}

QString languageName(const QString &language)
{
    if (language == QLatin1String("en"))
        return QCoreApplication::translate("beback", "English");
    if (language == QLatin1String("es"))
        return QCoreApplication::translate("beback", "Spanish");
    return language;
}

QString writtenLanguage(const QString &text)
{
    std::array<int, WordLanguages.size()> counts{};
    for (const TextWord &word : wordsOf(text))
        for (size_t i = 0; i < WordLanguages.size(); ++i)
            counts[i] += smallWords(WordLanguages[i]).contains(word.plain);
    // No other language begins a question or a call upside down.
    counts[1] += 2 * int(text.contains(QChar(0x00BF)) || text.contains(QChar(0x00A1)));
    const auto most = std::max_element(counts.begin(), counts.end());
    const auto all = std::accumulate(counts.begin(), counts.end(), 0);
    // Two of three say the same, and more than one says it: a street name makes no Spanish letter.
    if (*most < 3 || *most * 3 < all * 2)
        return {};
    return WordLanguages[size_t(most - counts.begin())];
}

} // namespace beback
