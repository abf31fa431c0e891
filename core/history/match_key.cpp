#include "core/history/match_key.h"

namespace beback {

namespace {

QString folded(const QString &text)
{
    QString kept;
    bool gap = false;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.isLetterOrNumber()) {
            if (gap && !kept.isEmpty())
                kept += QLatin1Char(' ');
            gap = false;
            kept += c.toCaseFolded();
        } else if (c.isSpace()) {
            gap = true;
        }
    }
    return kept;
}

} // namespace

QString matchKey(const PersonName &name, const Address &address)
{
    const QString who = folded(name.display());
    QString where = folded(address.postcode);
    if (where.size() > 5 && where.left(5).toInt() > 0)
        where.truncate(5);
    if (who.isEmpty() || where.isEmpty())
        return {};
    return who + QLatin1Char('|') + where;
}

} // namespace beback
