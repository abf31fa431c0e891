#include "core/history/wish.h"

namespace beback {

namespace {

const QString Form = QStringLiteral("HH:mm");

} // namespace

QJsonObject Wish::toBody() const
{
    QJsonObject body;
    if (!text.isEmpty())
        body.insert(QLatin1String("text"), text);
    if (medium)
        body.insert(QLatin1String("medium"), beback::toText(*medium));
    if (after.isValid())
        body.insert(QLatin1String("after"), after.toString(Form));
    if (before.isValid())
        body.insert(QLatin1String("before"), before.toString(Form));
    return body;
}

Wish Wish::fromBody(const QJsonObject &body)
{
    const auto text = [&body](const char *key) { return body.value(QLatin1String(key)).toString(); };
    return {text("text"), mediumFromText(text("medium")), QTime::fromString(text("after"), Form), QTime::fromString(text("before"), Form)};
}

} // namespace beback
