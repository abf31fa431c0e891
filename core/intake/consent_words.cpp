#include "core/intake/consent_words.h"

#include <QStringList>

namespace beback {

namespace {

bool speaksOfConsent(const QString &line)
{
    static const char *const words[] = {"opt-in",       "opt in",        "optin",         "opt-out",      "opt out",
                                        "optout",       "opted",         "consent",       "tcpa",         "do not call",
                                        "do not text",  "do not email",  "don't call",    "don't text",   "don't email",
                                        "do not contact", "stop texting", "unsubscribe",  "may we text",  "may text",
                                        "okay to text", "ok to text",    "agree to",      "authorize",    "permission to",
                                        "preferred contact", "contact preference", "contact method"};
    for (const char *word : words)
        if (line.contains(QLatin1String(word), Qt::CaseInsensitive))
            return true;
    return false;
}

// "Email opt-in: Yes": written by a form, not by the customer.
bool isFormLine(const QString &line)
{
    const qsizetype colon = line.indexOf(QLatin1Char(':'));
    return colon > 0 && colon <= 40 && line.size() - colon <= 60 && speaksOfConsent(line.left(colon));
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
    for (const QString &line : comment.split(QLatin1Char('\n'))) {
        const qsizetype colon = line.indexOf(QLatin1Char(':'));
        if (colon > 0 && QStringView(line).left(colon).trimmed().compare(wanted, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

} // namespace beback
