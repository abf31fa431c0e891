#include "core/words/message_likeness.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace beback {

namespace {

// Two messages by the same agent about the same car share a fifth to a third of their words; the same one said differently, most.
constexpr double SameMessage = 0.66, SameSentence = 0.8;
// And most of it stands in sentences that are like one of those they got: a known sentence before a new question is news.
constexpr double SaidAgain = 0.6, MostOfIt = 0.7;
constexpr int LeastWords = 5;

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

// The words of a sentence that are its own: no names, no address.
QStringList ownWords(const TextSentence &sentence, const QSet<QString> &common)
{
    QStringList words;
    for (const TextWord &word : sentence.words)
        if (!common.contains(word.plain))
            words << word.plain;
    return words;
}

bool isLaw(const TextSentence &sentence)
{
    return std::any_of(sentence.words.cbegin(), sentence.words.cend(), [](const TextWord &word) { return word.plain == QLatin1String("stop") || word.plain == QLatin1String("unsubscribe"); });
}

QSet<QString> commonWords(const MessageFacts &facts)
{
    QSet<QString> common;
    for (const QString &text : {facts.agent, facts.rooftop, facts.address})
        for (const TextWord &word : wordsOf(text))
            common.insert(word.plain);
    for (const QString &name : facts.names)
        common.insert(name);
    for (const char *greeting : {"hi", "hello", "dear", "hola", "estimada", "estimado", "buenas", "tardes", "buenos", "dias", "good", "morning", "afternoon", "le", "escribe", "at", "from"})
        common.insert(QString::fromLatin1(greeting));
    return common;
}

} // namespace

QVector<Finding> repeats(const QVector<TextSentence> &sentences, const Message &message, const MessageFacts &facts)
{
    QVector<Finding> found;
    if (facts.before.isEmpty())
        return found;
    const QSet<QString> common = commonWords(facts);
    QVector<QStringList> own;
    QStringList whole;
    for (const TextSentence &sentence : sentences) {
        own << (isLaw(sentence) ? QStringList() : ownWords(sentence, common));
        whole += own.last();
    }
    QVector<bool> told(sentences.size());
    int looked = 0;
    for (const SentWords &before : facts.before) {
        if (++looked > MostSentBefore)
            break;
        const QString day = QLocale().toString(QDateTime::fromMSecsSinceEpoch(before.at.us / 1000, Qt::UTC).date(), QStringLiteral("MMM d"));
        QStringList was;
        QVector<QStringList> sentencesThen;
        for (const TextSentence &sentence : sentencesOf(withoutLinks(before.body)))
            if (!isLaw(sentence)) {
                sentencesThen << ownWords(sentence, common);
                was += sentencesThen.last();
            }
        qsizetype again = 0;
        for (const QStringList &sentence : std::as_const(own))
            if (std::any_of(sentencesThen.cbegin(), sentencesThen.cend(), [&](const QStringList &then) { return likeness(sentence, then) >= SaidAgain; }))
                again += sentence.size();
        if (whole.size() >= LeastWords && likeness(whole, was) >= SameMessage && double(again) >= MostOfIt * double(whole.size()))
            return {{Finding::Kind::Repeat, Finding::Weight::Blocks, true, false, -1, 0, tr("They got nearly these words on %1").arg(day), tr("Take another wording, or say what is new since."), Finding::Remedy::None, {}}};
        for (qsizetype i = 0; i < own.size(); ++i)
            for (const QStringList &then : std::as_const(sentencesThen))
                if (!told[i] && own[i].size() >= LeastWords && likeness(own[i], then) >= SameSentence) {
                    told[i] = true;
                    found << Finding{Finding::Kind::Repeat, Finding::Weight::Warns, false, false, sentences[i].from, sentences[i].length, tr("They got nearly this sentence on %1").arg(day),
                                     tr("“%1”").arg(message.body.mid(sentences[i].from, sentences[i].length).simplified()), Finding::Remedy::TakeOut, {}};
                }
    }
    return found;
}

} // namespace beback
