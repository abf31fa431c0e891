#include "core/words/words.h"

#include <QRegularExpression>

namespace beback {

namespace {

// Ends every e-mail. Not a key of its own: keys that begin with "_" are parts of others.
const QString SignatureKey = QStringLiteral("_signature");
const QLatin1String AskBegins("[["), AskEnds("]]");

// One walk over the words; what is inserted is never looked at again, so no value can bring in a placeholder.
QString fillIn(const QString &words, const WordFacts &facts, QStringList &missing)
{
    const QLatin1String open("{{"), close("}}");
    QString filled;
    filled.reserve(words.size() * 2);
    qsizetype done = 0;
    while (true) {
        const qsizetype from = words.indexOf(open, done);
        const qsizetype until = from < 0 ? -1 : words.indexOf(close, from);
        if (until < 0)
            return filled += QStringView(words).mid(done);
        filled += QStringView(words).mid(done, from - done);
        done = until + close.size();

        const QStringView placeholder = QStringView(words).mid(from + open.size(), until - from - open.size());
        const qsizetype bar = placeholder.indexOf(QLatin1Char('|'));
        const QString name = (bar < 0 ? placeholder : placeholder.first(bar)).trimmed().toString();
        const QString value = facts.value(name).trimmed();
        if (!value.isEmpty()) {
            filled += value;
        } else if (bar >= 0) {
            filled += placeholder.mid(bar + 1).trimmed();
        } else {
            filled += QStringView(words).mid(from, done - from);
            if (!missing.contains(name))
                missing << name;
        }
    }
}

// The brackets go, what stands between them is noted: also before anything is filled in, so that no value can bring one in.
QString fillAndNote(const QString &words, const WordFacts &facts, PreparedWords &prepared)
{
    QString filled;
    qsizetype done = 0;
    while (true) {
        const qsizetype from = words.indexOf(AskBegins, done);
        const qsizetype until = from < 0 ? -1 : words.indexOf(AskEnds, from);
        if (until < 0)
            return filled + fillIn(words.mid(done), facts, prepared.missing);
        filled += fillIn(words.mid(done, from - done), facts, prepared.missing);
        const QString question = fillIn(words.mid(from + AskBegins.size(), until - from - AskBegins.size()), facts, prepared.missing);
        prepared.mustAsk << question;
        filled += question;
        done = until + AskEnds.size();
    }
}

} // namespace

QString fillIn(const QString &words, const WordFacts &facts)
{
    QStringList missing;
    return fillIn(words, facts, missing);
}

QStringList placeholdersOf(const QString &words)
{
    static const QRegularExpression place(QStringLiteral("\\{\\{\\s*([^{}|]*?)\\s*(?:\\|[^{}]*)?\\}\\}"));
    QStringList names;
    for (auto all = place.globalMatch(words); all.hasNext();) {
        const QString name = all.next().captured(1);
        if (!names.contains(name))
            names << name;
    }
    return names;
}

std::optional<QStringList> mustAskOf(const QString &words)
{
    QStringList asked;
    for (const QString &line : words.split(QLatin1Char('\n'))) {
        qsizetype done = 0;
        while (true) {
            const qsizetype from = line.indexOf(AskBegins, done), until = line.indexOf(AskEnds, done);
            if (from < 0 && until < 0)
                break;
            const qsizetype again = from < 0 ? -1 : line.indexOf(AskBegins, from + AskBegins.size());
            if (from < 0 || until < from || (again >= 0 && again < until))
                return std::nullopt;
            asked << line.mid(from + AskBegins.size(), until - from - AskBegins.size());
            done = until + AskEnds.size();
        }
    }
    return asked;
}

PreparedWords prepareWords(const WordBook &book, const WordTemplate &words, const WordFacts &facts)
{
    PreparedWords prepared;
    prepared.wording = words.reference();
    // A line break inside a value must not begin another header of the e-mail.
    prepared.subject = fillIn(words.subject, facts, prepared.missing).simplified();
    prepared.body = fillAndNote(words.body, facts, prepared);
    const QVector<WordTemplate> wordings = book.find(words.key, words.medium, words.language);
    prepared.of = int(wordings.size());
    for (const WordTemplate &one : wordings)
        prepared.which += one.number <= words.number;
    if (words.medium != Medium::Email)
        return prepared;
    for (const WordTemplate &signature : book.find(SignatureKey, words.medium, words.language).mid(0, 1))
        prepared.body += QStringLiteral("\n\n") + fillIn(signature.body, facts, prepared.missing);
    return prepared;
}

PreparedWords prepareWords(const WordBook &book, const QString &key, Medium medium, const QString &language, const WordFacts &facts,
                           const QHash<QString, int> &used)
{
    const QVector<WordTemplate> wordings = book.find(key, medium, language);
    const auto least = std::min_element(wordings.cbegin(), wordings.cend(), [&](const WordTemplate &a, const WordTemplate &b) { return used.value(a.id()) < used.value(b.id()); });
    return least == wordings.cend() ? PreparedWords() : prepareWords(book, *least, facts);
}

} // namespace beback
