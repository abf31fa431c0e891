#include "core/intake/phone_number.h"

#include "core/intake/clean_text.h"

#include <QCoreApplication>
#include <QHash>
#include <QMutex>

#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#pragma GCC diagnostic ignored "-Wpedantic"
#endif
#include <phonenumbers/phonenumberutil.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

namespace beback {

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

QString say(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

bool isNorthAmerican(const QString &country)
{
    return country.isEmpty() || country == QLatin1String("US") || country == QLatin1String("CA");
}

// The ten digits of a number written in the plain ways of North America; empty for anything else, which the library
// reads. Nearly every number of a lead is of this kind, and the library takes twenty times as long.
QByteArray plainDigits(const QString &raw)
{
    char digits[12];
    int n = 0;
    for (const QChar c : raw) {
        const ushort u = c.unicode();
        if (u >= '0' && u <= '9') {
            if (n == 11)
                return {};
            digits[n++] = char(u);
        } else if (u == '+') {
            if (n != 0)
                return {};
        } else if (u != ' ' && u != '-' && u != '.' && u != '(' && u != ')' && u != 0xa0) {
            return {};
        }
    }
    if (n == 11 && digits[0] == '1')
        return QByteArray(digits + 1, 10);
    return n == 10 && !raw.startsWith(QLatin1Char('+')) ? QByteArray(digits, 10) : QByteArray();
}

// Could this be a subscriber's number at all, whatever the tables say? (NANP: area code and exchange begin with 2-9, N11
// are services, N9X, 37X and 96X area codes are kept back, 555 is no area code; 555-1212 is directory assistance.)
bool hasNorthAmericanShape(const QByteArray &ten)
{
    const char *d = ten.constData();
    if (d[0] < '2' || d[3] < '2' || (d[1] == '1' && d[2] == '1') || (d[4] == '1' && d[5] == '1') || d[1] == '9')
        return false;
    const QByteArray area = ten.left(3);
    if (area == "555" || area.startsWith("37") || area.startsWith("96") || ten.endsWith("5551212"))
        return false;
    return ten.count(d[0]) < 10; // 222-222-2222
}

// Whether the library knows numbers of this area code and exchange. Its rules look no further than these six digits, so
// one answer serves ten thousand numbers.
bool isKnownExchange(const QByteArray &ten)
{
    static QMutex mutex;
    static QHash<int, bool> known;
    const int key = ten.left(6).toInt();
    const QMutexLocker lock(&mutex);
    if (const auto it = known.constFind(key); it != known.constEnd())
        return *it;
    PhoneNumber number;
    number.set_country_code(1);
    number.set_national_number(quint64(ten.toULongLong()));
    const bool valid = PhoneNumberUtil::GetInstance()->IsValidNumber(number);
    known.insert(key, valid);
    return valid;
}

void warn(QStringList *warnings, const QString &warning)
{
    if (warnings && !warnings->contains(warning))
        warnings->append(warning);
}

void refuse(ContactPoint &point, QStringList *warnings)
{
    warn(warnings, say("“%1” is not a phone number that can be dialed.").arg(point.raw.left(60)));
}

void takeNorthAmerican(ContactPoint &point, const QByteArray &ten, QStringList *warnings)
{
    if (!hasNorthAmericanShape(ten)) {
        refuse(point, warnings);
        return;
    }
    if (!isKnownExchange(ten))
        warn(warnings, say("%1 has an area code or exchange not on file. The number was kept.").arg(point.raw));
    point.value = QStringLiteral("+1") + QLatin1String(ten);
}

void takeByLibrary(ContactPoint &point, const QString &country, QStringList *warnings)
{
    const auto *util = PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    const std::string region = country.size() == 2 ? country.toStdString() : std::string("US");
    if (util->Parse(point.raw.left(250).toStdString(), region, &number) != PhoneNumberUtil::NO_PARSING_ERROR) {
        refuse(point, warnings);
        return;
    }
    if (number.has_extension())
        point.extension = QString::fromStdString(number.extension());
    if (number.country_code() == 1) {
        const QByteArray ten = QByteArray::number(qulonglong(number.national_number()));
        if (ten.size() == 10)
            takeNorthAmerican(point, ten, warnings);
        else
            refuse(point, warnings);
        return;
    }
    if (!util->IsValidNumber(number)) {
        refuse(point, warnings);
        return;
    }
    std::string e164;
    util->Format(number, PhoneNumberUtil::E164, &e164);
    point.value = QString::fromStdString(e164);
}

ContactPoint readOne(const QString &raw, const QString &country, QStringList *warnings)
{
    ContactPoint point;
    point.type = ContactPoint::Type::Phone;
    point.raw = raw;
    const QByteArray ten = isNorthAmerican(country) || raw.startsWith(QLatin1Char('+')) ? plainDigits(raw) : QByteArray();
    if (!ten.isEmpty())
        takeNorthAmerican(point, ten, warnings);
    else
        takeByLibrary(point, country, warnings);
    return point;
}

} // namespace

QVector<ContactPoint> readPhones(const QString &raw, const QString &country, QStringList *warnings)
{
    const QString line = cleanLine(raw);
    if (isNorthAmerican(country) && !plainDigits(line).isEmpty())
        return {readOne(line, country, warnings)};
    if (meansNothing(line))
        return {};
    QVector<ContactPoint> points;
    QString normal = line;
    normal.replace(QLatin1String(" or "), QLatin1String("/"), Qt::CaseInsensitive).replace(QLatin1Char(','), QLatin1Char('/'));
    const QStringList parts = normal.replace(QLatin1Char(';'), QLatin1Char('/')).split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (parts.size() > 1 && parts.size() <= 4) {
        for (const QString &part : parts)
            if (const ContactPoint point = readOne(part.trimmed(), country, nullptr); !point.value.isEmpty())
                points.append(point);
    }
    // Not several whole numbers: then the mark was part of one ("505/555-0101", "505-555-0101, ext. 4").
    if (points.size() > 1 && points.size() == parts.size())
        return points;
    return {readOne(line, country, warnings)};
}

QString displayPhone(const QString &e164, const QString &extension)
{
    const QString tail = extension.isEmpty() ? QString() : say(" ext. %1").arg(extension);
    if (e164.size() == 12 && e164.startsWith(QLatin1String("+1")))
        return QStringLiteral("(%1) %2-%3").arg(e164.mid(2, 3), e164.mid(5, 3), e164.mid(8)) + tail;
    if (!e164.startsWith(QLatin1Char('+')))
        return e164 + tail;
    const auto *util = PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (util->Parse(e164.toStdString(), "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR)
        return e164 + tail;
    std::string shown;
    util->Format(number, PhoneNumberUtil::INTERNATIONAL, &shown);
    return QString::fromStdString(shown) + tail;
}

} // namespace beback
