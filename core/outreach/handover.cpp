#include "core/outreach/handover.h"

#include <algorithm>

namespace beback {

namespace {

QByteArray encoded(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(QLatin1Char('\n'), QLatin1String("\r\n"));
    return QUrl::toPercentEncoding(text);
}

// Refused, not cleaned: dropping characters from "+1 (555) 123-4567;*21*" would dial a number nobody wrote.
bool isDialable(const QString &number)
{
    if (number.size() < 8 || number.size() > 16 || !number.startsWith(QLatin1Char('+')))
        return false;
    return std::all_of(number.begin() + 1, number.end(), [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
}

bool isOneAddress(const QString &address)
{
    const auto foul = [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control || c == QLatin1Char(','); };
    return address.count(QLatin1Char('@')) == 1 && std::none_of(address.begin(), address.end(), foul);
}

} // namespace

QUrl telUrl(const QString &number, const QString &extension)
{
    if (!isDialable(number))
        return {};
    QByteArray url = "tel:" + number.toLatin1();
    if (!extension.isEmpty())
        url += ";ext=" + QUrl::toPercentEncoding(extension);
    return QUrl::fromEncoded(url, QUrl::StrictMode);
}

QUrl smsUrl(const QString &number, const QString &body)
{
    if (!isDialable(number))
        return {};
    QByteArray url = "sms:" + number.toLatin1();
    if (!body.isEmpty())
        url += "?body=" + QUrl::toPercentEncoding(body);
    return QUrl::fromEncoded(url, QUrl::StrictMode);
}

QUrl mailUrl(const QString &address, const QString &subject, const QString &body)
{
    if (!isOneAddress(address))
        return {};
    QByteArray url = "mailto:" + QUrl::toPercentEncoding(address, "@");
    QByteArrayList fields;
    if (!subject.isEmpty())
        fields << "subject=" + QUrl::toPercentEncoding(subject);
    if (!body.isEmpty())
        fields << "body=" + encoded(body);
    if (!fields.isEmpty())
        url += '?' + fields.join('&');
    return QUrl::fromEncoded(url, QUrl::StrictMode);
}

} // namespace beback
