#include "core/stock/stock_cells.h"

#include "core/history/plain_letters.h"
#include "core/intake/normalize.h"

#include <QRegularExpression>

#include <algorithm>

namespace beback::stock_cells {

namespace {

constexpr qint64 LeastPrice = 100'00; // cents; below it a price is a slip or in thousands

QString withoutCurrency(const QString &written)
{
    static const QRegularExpression currency(QStringLiteral("\\b(USD|US|CAD)"), QRegularExpression::CaseInsensitiveOption);
    return QString(written).remove(currency);
}

} // namespace

QString plain(const QString &written)
{
    QString letters;
    for (const QChar c : plainLetters(written))
        if (c.isLetterOrNumber())
            letters += c.toLower();
    return letters;
}

QString year(QString written)
{
    if (written.endsWith(QLatin1String(".0")))
        written.chop(2);
    bool figure = false;
    int read = written.toInt(&figure);
    if (figure && written.size() == 2)
        read += read <= 50 ? 2000 : 1900;
    return figure && read >= 1900 && read <= 2100 ? QString::number(read) : QString();
}

QString condition(const QString &written)
{
    const QString word = plain(written);
    for (const char *start : {"new", "nuev", "demo"})
        if (word == QLatin1String("n") || word.startsWith(QLatin1String(start)))
            return QStringLiteral("new");
    for (const char *start : {"used", "usad", "preowned", "cert", "cpo"})
        if (word == QLatin1String("u") || word == QLatin1String("c") || word.startsWith(QLatin1String(start)))
            return QStringLiteral("used");
    return {};
}

std::optional<QString> odometer(const QString &written)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{1,3}(?:[,. ]\\d{3})+|\\d{1,7})(?:[.,]\\d{1,2})?\\s*(mi|miles?|mls?|kms?|kilomet\\w*)?\\.?$"),
                                          QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = shape.match(written);
    if (!match.hasMatch())
        return std::nullopt;
    QString figures;
    for (const QChar c : match.captured(1))
        if (c.isDigit())
            figures += c;
    const qlonglong distance = figures.toLongLong();
    if (distance > 2'000'000)
        return std::nullopt;
    if (distance == 0)
        return QString();
    const bool kilometers = match.captured(2).startsWith(QLatin1Char('k'), Qt::CaseInsensitive);
    return QString::number(distance) + (kilometers ? QStringLiteral(" km") : QString());
}

// Some exports go on naming what was sold.
bool isGone(const QString &status)
{
    const QString word = plain(status);
    return word.startsWith(QLatin1String("sold")) || word.startsWith(QLatin1String("deliver")) || word.startsWith(QLatin1String("vendid"));
}

bool isZero(const QString &written)
{
    bool zero = false;
    for (const QChar c : written) {
        if (c.isLetter() || (c.isDigit() && c != QLatin1Char('0')))
            return false;
        zero = zero || c == QLatin1Char('0');
    }
    return zero;
}

bool isWords(const QString &written)
{
    const QString bare = withoutCurrency(written);
    return std::any_of(bare.cbegin(), bare.cend(), [](QChar c) { return c.isLetter(); });
}

std::optional<qint64> price(const QString &written)
{
    const auto cents = isWords(written) ? std::nullopt : readPrice(withoutCurrency(written));
    return cents && *cents >= LeastPrice ? cents : std::nullopt;
}

std::optional<int> days(const QString &written)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{1,5})(?:\\.\\d+)?\\s*(?:d|days?)?$"), QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = shape.match(written);
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

} // namespace beback::stock_cells
