#include "core/intake/input_format.h"

#include "core/intake/adf_reader.h"
#include "core/intake/charset.h"
#include "core/intake/mail_reader.h"

namespace beback {

QString formatOf(const QByteArray &start, const QString &name)
{
    if (looksBinary(start))
        return QStringLiteral("binary");
    const QByteArray text = toUtf8(start, {});
    if (looksLikeMail(text))
        return QStringLiteral("eml");
    const QByteArray lower = text.toLower();
    const QString file = name.toLower();
    const bool named = file.endsWith(QLatin1String(".csv")) || file.endsWith(QLatin1String(".tsv"));
    const bool marked = text.trimmed().startsWith('<');
    if (!named || marked) {
        if (marked || looksLikeAdf(text) || lower.contains("&lt;prospect") || lower.contains("&lt;adf")
            || file.endsWith(QLatin1String(".xml")) || file.endsWith(QLatin1String(".adf")))
            return QStringLiteral("adf");
    }
    if (file.endsWith(QLatin1String(".eml")))
        return QStringLiteral("eml");
    const QByteArray firstLine = text.left(text.indexOf('\n') < 0 ? text.size() : text.indexOf('\n'));
    const bool parted = firstLine.contains(',') || firstLine.contains(';') || firstLine.contains('\t') || firstLine.contains('|');
    return named || parted ? QStringLiteral("csv") : QString();
}

} // namespace beback
