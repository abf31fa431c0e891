#include "core/intake/lead_identity.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace beback {

namespace {

class Print
{
public:
    Print &operator<<(const QString &text)
    {
        m_bytes += text.toUtf8();
        m_bytes += '\x1f';
        return *this;
    }
    Print &operator<<(const Vehicle &v)
    {
        *this << v.year << v.make.toLower() << v.model.toLower() << v.trim.toLower() << v.stock << v.vin << v.condition;
        return *this << (v.priceCents ? QString::number(*v.priceCents) : QString());
    }
    QString digest() const
    {
        const QByteArray hash = QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256);
        return QStringLiteral("print:") + QString::fromLatin1(hash.toHex());
    }

private:
    QByteArray m_bytes;
};

} // namespace

QString contentPrint(const LeadDraft &draft, const QString &statedDate)
{
    Print print;
    print << draft.name.display().toLower();
    for (const ContactPoint &point : draft.points)
        print << (point.value.isEmpty() ? point.raw : point.value);
    print << QStringLiteral("address") << draft.address.street.toLower() << draft.address.postcode;
    print << draft.wanted;
    for (const Vehicle &vehicle : draft.alsoWanted)
        print << vehicle;
    if (draft.trade)
        print << QStringLiteral("trade") << *draft.trade;
    print << QStringLiteral("words") << draft.comments << draft.consentSaid << draft.timeframe << statedDate;
    return print.digest();
}

Result<void> checkReachable(const LeadDraft &draft)
{
    if (!draft.points.isEmpty())
        return {};
    const bool byMail = !draft.name.display().isEmpty() && !draft.address.street.isEmpty();
    if (byMail)
        return {};
    const QString message = draft.name.display().isEmpty()
        ? QCoreApplication::translate("beback", "This lead names no person and no way to reach one. Add a phone number or "
                                                "an e-mail address and try again.")
        : QCoreApplication::translate("beback", "There is no phone number, e-mail address or street address for this "
                                                "person. Add one and try again.");
    return Error{Code::Invalid, message, {}};
}

} // namespace beback
