#include "core/intake/normalize.h"

#include "core/intake/clean_text.h"
#include "core/intake/regions.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace beback {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

void warn(QStringList *warnings, const QString &warning)
{
    if (warnings && !warnings->contains(warning))
        warnings->append(warning);
}

template <size_t N> bool isOneOf(QStringView word, const char *const (&words)[N])
{
    return std::any_of(std::begin(words), std::end(words), [word](const char *candidate) {
        return word.compare(QLatin1String(candidate), Qt::CaseInsensitive) == 0;
    });
}

// Only one address or none of these ever belongs to a person.
bool isPlaceholderAddress(const QString &local, const QString &domain)
{
    static const char *const locals[] = {"none", "noemail", "no-email", "no.email", "nomail", "na", "n.a", "declined",
                                         "donthave", "notprovided", "noaddress", "unknown", "refused"};
    static const char *const domains[] = {"none.com", "noemail.com", "na.com", "nomail.com", "none.none", "no.com",
                                          "noemail.net", "declined.com", "refused.com", "email.none"};
    return isOneOf(local, locals) || isOneOf(domain, domains);
}

bool isDomain(const QString &domain)
{
    if (domain.size() > 253 || !domain.contains(QLatin1Char('.')))
        return false;
    const QStringList labels = domain.split(QLatin1Char('.'));
    for (const QString &label : labels) {
        if (label.isEmpty() || label.size() > 63 || label.startsWith(QLatin1Char('-')) || label.endsWith(QLatin1Char('-')))
            return false;
        for (const QChar c : label)
            if (!(c.isLetterOrNumber() || c == QLatin1Char('-')))
                return false;
    }
    return labels.constLast().size() >= 2 && !labels.constLast().front().isDigit();
}

bool isLocalPart(const QString &local)
{
    if (local.isEmpty() || local.size() > 64 || local.startsWith(QLatin1Char('.')) || local.endsWith(QLatin1Char('.'))
        || local.contains(QLatin1String("..")))
        return false;
    static const QString allowed = QStringLiteral("!#$%&'*+-/=?^_`{|}~.");
    for (const QChar c : local)
        if (!(c.isLetterOrNumber() || allowed.contains(c)))
            return false;
    return true;
}

// The address inside `written`, lower case; empty when there is none.
QString addressIn(QString written)
{
    const qsizetype open = written.lastIndexOf(QLatin1Char('<'));
    const qsizetype close = written.indexOf(QLatin1Char('>'), open + 1);
    if (open >= 0 && close > open)
        written = written.mid(open + 1, close - open - 1);
    written = written.trimmed();
    if (written.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive))
        written.remove(0, 7);
    while (!written.isEmpty() && QStringLiteral(".,;:>\"')").contains(written.back()))
        written.chop(1);
    while (!written.isEmpty() && QStringLiteral("\"'(<").contains(written.front()))
        written.remove(0, 1);
    const qsizetype at = written.indexOf(QLatin1Char('@'));
    if (at < 1 || written.indexOf(QLatin1Char('@'), at + 1) >= 0)
        return {};
    const QString local = written.left(at).toLower();
    QString domain = written.mid(at + 1).toLower();
    const bool ascii = std::all_of(domain.cbegin(), domain.cend(), [](QChar c) { return c.unicode() < 128; });
    if (!ascii)
        domain = QString::fromLatin1(QUrl::toAce(domain));
    return isLocalPart(local) && isDomain(domain) ? local + QLatin1Char('@') + domain : QString();
}

QString restoredZip(const QString &postcode, const QString &region)
{
    static const char *const zeroStates[] = {"CT", "MA", "ME", "NH", "NJ", "PR", "RI", "VI", "VT"};
    const bool digits = std::all_of(postcode.cbegin(), postcode.cend(), [](QChar c) { return c.isDigit(); });
    if (!digits)
        return postcode;
    if (isOneOf(region, zeroStates) && (postcode.size() == 4 || postcode.size() == 8))
        return restoredZip(QLatin1Char('0') + postcode, region);
    if (postcode.size() == 9)
        return postcode.left(5) + QLatin1Char('-') + postcode.mid(5);
    return postcode;
}

int labelWorth(const QString &label)
{
    // A number said to be a mobile somewhere can be sent texts; that is worth more than where it rings.
    return label == QLatin1String("mobile") ? 3 : label == QLatin1String("fax") ? 2 : label.isEmpty() ? 0 : 1;
}

} // namespace

QVector<ContactPoint> readEmails(const QString &raw, QStringList *warnings)
{
    const QString line = cleanLine(raw);
    if (meansNothing(line))
        return {};
    QString normal = line;
    normal.replace(QLatin1Char(';'), QLatin1Char(',')).replace(QLatin1String(" / "), QLatin1String(","));
    QVector<ContactPoint> points;
    const QStringList parts = normal.split(QLatin1Char(','), Qt::SkipEmptyParts).mid(0, 4);
    for (const QString &part : parts) {
        ContactPoint point;
        point.type = ContactPoint::Type::Email;
        point.raw = part.trimmed();
        point.value = addressIn(point.raw);
        const qsizetype at = point.value.indexOf(QLatin1Char('@'));
        if (at > 0 && isPlaceholderAddress(point.value.left(at), point.value.mid(at + 1))) {
            warn(warnings, say("“%1” says that no e-mail address was given.").arg(point.value));
            continue;
        }
        if (point.value.isEmpty())
            warn(warnings, say("“%1” is not an e-mail address.").arg(point.raw.left(80)));
        points.append(point);
    }
    return points;
}

Address readAddress(const Address &written)
{
    const auto line = [](const QString &text) { return meansNothing(text) ? QString() : cleanLine(text); };
    Address address;
    address.street = line(written.street);
    const QString city = line(written.city);
    address.city = readName({city, {}, {}, {}, {}, false}).full;
    const QString region = line(written.region);
    const QString code = regionCode(region);
    address.region = code.isEmpty() ? region : code;
    address.country = countryCode(line(written.country));
    if (address.country.isEmpty())
        address.country = countryOfRegion(address.region);
    address.postcode = line(written.postcode).toUpper();
    if (address.country.isEmpty() || address.country == QLatin1String("US"))
        address.postcode = restoredZip(address.postcode, address.region);
    return address;
}

QString phoneLabel(const QString &written)
{
    const QString word = written.trimmed().toLower();
    if (word.contains(QLatin1String("cell")) || word.contains(QLatin1String("mobile")))
        return QStringLiteral("mobile");
    if (word.contains(QLatin1String("work")) || word.contains(QLatin1String("business"))
        || word.contains(QLatin1String("office")) || word == QLatin1String("day"))
        return QStringLiteral("work");
    if (word.contains(QLatin1String("home")) || word == QLatin1String("evening"))
        return QStringLiteral("home");
    return word.contains(QLatin1String("fax")) ? QStringLiteral("fax") : QString();
}

void addPoint(QVector<ContactPoint> &points, const ContactPoint &point)
{
    for (ContactPoint &known : points) {
        const bool same = known.type == point.type
            && (known.value.isEmpty() ? point.value.isEmpty() && known.raw == point.raw : known.value == point.value);
        if (!same)
            continue;
        known.preferred = known.preferred || point.preferred;
        if (labelWorth(point.label) > labelWorth(known.label))
            known.label = point.label;
        if (known.extension.isEmpty())
            known.extension = point.extension;
        return;
    }
    if (points.size() < 12)
        points.append(point);
}

std::optional<qint64> readPrice(const QString &written)
{
    qint64 whole = 0;
    qint64 cents = 0;
    int decimals = -1; // digits after the point; -1: before it
    bool any = false;
    for (const QChar c : written.trimmed()) {
        if (c.isDigit()) {
            any = true;
            if (decimals < 0)
                whole = whole * 10 + c.digitValue();
            else if (++decimals <= 2)
                cents = cents * 10 + c.digitValue();
            if (whole > 1'000'000'000)
                return std::nullopt;
        } else if (c == QLatin1Char('.') && decimals < 0) {
            decimals = 0;
        } else if (c == QLatin1Char('-') || (any && c.isLetter() && !written.contains(QLatin1String("USD")))) {
            return std::nullopt; // "-5", "20k": not a price that can be quoted
        }
    }
    if (decimals == 1)
        cents *= 10;
    const qint64 total = whole * 100 + cents;
    return any && total > 0 ? std::optional(total) : std::nullopt;
}

} // namespace beback
