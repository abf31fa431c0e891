#include "ui/lead/handover.h"

namespace beback::ui {

namespace {

QByteArray encoded(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(QLatin1Char('\n'), QLatin1String("\r\n"));
    return QUrl::toPercentEncoding(text);
}

} // namespace

QUrl telUrl(const QString &number, const QString &extension)
{
    QByteArray url = "tel:" + number.toLatin1();
    if (!extension.isEmpty())
        url += ";ext=" + QUrl::toPercentEncoding(extension);
    return QUrl::fromEncoded(url, QUrl::StrictMode);
}

QUrl smsUrl(const QString &number, const QString &body)
{
    QByteArray url = "sms:" + number.toLatin1();
    if (!body.isEmpty())
        url += "?body=" + QUrl::toPercentEncoding(body);
    return QUrl::fromEncoded(url, QUrl::StrictMode);
}

QUrl mailUrl(const QString &address, const QString &subject, const QString &body)
{
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

} // namespace beback::ui
