#include "core/words/words.h"

#include "core/words/word_book.h"

namespace beback {

namespace {

// Ends every e-mail. Not a key of its own: keys that begin with "_" are parts of others.
const QString SignatureKey = QStringLiteral("_signature");

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

} // namespace

PreparedWords prepareWords(const QString &key, Medium medium, const WordFacts &facts)
{
    PreparedWords prepared;
    const WordTemplate *words = WordBook::shipped().find(key, medium);
    if (!words)
        return prepared;
    // A line break inside a value must not begin another header of the e-mail.
    prepared.subject = fillIn(words->subject, facts, prepared.missing).simplified();
    prepared.body = fillIn(words->body, facts, prepared.missing);
    if (medium == Medium::Email)
        if (const WordTemplate *signature = WordBook::shipped().find(SignatureKey, medium))
            prepared.body += QStringLiteral("\n\n") + fillIn(signature->body, facts, prepared.missing);
    return prepared;
}

} // namespace beback
