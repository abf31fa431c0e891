#include "core/intake/consent_words.h"

#include <QStringList>

#include <array>

namespace beback {

namespace {

// Each begins a word. One walk over the text looks for all of them: this runs for every comment of every lead.
constexpr std::array Words = {
    QLatin1String("opt-in"),        QLatin1String("opt in"),        QLatin1String("optin"),
    QLatin1String("opt-out"),       QLatin1String("opt out"),       QLatin1String("optout"),
    QLatin1String("opted"),         QLatin1String("consent"),       QLatin1String("smsconsent"),
    QLatin1String("smsopt"),        QLatin1String("tcpa"),          QLatin1String("do not call"),
    QLatin1String("do not text"),   QLatin1String("do not email"),  QLatin1String("do not contact"),
    QLatin1String("don't call"),    QLatin1String("don't text"),    QLatin1String("don't email"),
    QLatin1String("stop texting"),  QLatin1String("unsubscribe"),   QLatin1String("may we text"),
    QLatin1String("may text"),      QLatin1String("okay to text"),  QLatin1String("ok to text"),
    QLatin1String("agree to"),      QLatin1String("authorize"),     QLatin1String("permission to"),
    QLatin1String("preferred contact"), QLatin1String("contact preference"), QLatin1String("contact method"),
};

bool speaksOfConsent(QStringView line)
{
    bool inWord = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const bool letter = line[i].isLetterOrNumber();
        if (letter && !inWord) {
            const QChar first = line[i].toLower();
            for (const QLatin1String word : Words)
                if (first == word[0] && line.sliced(i).startsWith(word, Qt::CaseInsensitive))
                    return true;
        }
        inWord = letter;
    }
    return false;
}

// "Email opt-in: Yes": written by a form, not by the customer.
bool isFormLine(const QString &line)
{
    const qsizetype colon = line.indexOf(QLatin1Char(':'));
    return colon > 0 && colon <= 40 && line.size() - colon <= 60 && speaksOfConsent(QStringView(line).left(colon));
}

} // namespace

CommentParts partComment(const QString &comment)
{
    if (!speaksOfConsent(comment))
        return {comment, {}};
    QStringList own;
    QStringList said;
    for (const QString &line : comment.split(QLatin1Char('\n'))) {
        const bool speaks = speaksOfConsent(line);
        if (speaks)
            said.append(line.trimmed());
        if (!speaks || !isFormLine(line))
            own.append(line);
    }
    return {own.join(QLatin1Char('\n')).trimmed(), said.join(QLatin1Char('\n'))};
}

QString labelledValue(const QString &comment, const char *label)
{
    const QLatin1String wanted(label);
    if (!comment.contains(QLatin1Char(':')))
        return {};
    for (const QString &line : comment.split(QLatin1Char('\n'))) {
        const qsizetype colon = line.indexOf(QLatin1Char(':'));
        if (colon > 0 && QStringView(line).left(colon).trimmed().compare(wanted, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

} // namespace beback
