#include "core/time/typed_time.h"

#include "core/time/zones.h"

#include <QLocale>
#include <QRegularExpression>

namespace beback {

namespace {

const QString Spaces = QStringLiteral(" ");

// The place of a word among the names of the seven days or twelve months, from 1; three letters are enough. 0: none.
int placeAmong(const QString &word, const QStringList &english, const QStringList &spanish)
{
    if (word.size() < 3)
        return 0;
    for (const QStringList *names : {&english, &spanish})
        for (qsizetype i = 0; i < names->size(); ++i)
            if (names->at(i).startsWith(word))
                return int(i) + 1;
    return 0;
}

QString plainLower(QString text)
{
    text = text.trimmed().toLower();
    const QList<std::pair<QChar, QChar>> plain = {{QChar(0xE1), u'a'}, {QChar(0xE9), u'e'}, {QChar(0xED), u'i'}, {QChar(0xF3), u'o'}, {QChar(0xFA), u'u'}, {QChar(0xF1), u'n'}};
    for (const auto &[from, to] : plain)
        text.replace(from, to);
    return text;
}

int weekdayOf(const QString &word)
{
    static const QStringList english = {QStringLiteral("monday"), QStringLiteral("tuesday"), QStringLiteral("wednesday"), QStringLiteral("thursday"),
                                        QStringLiteral("friday"), QStringLiteral("saturday"), QStringLiteral("sunday")},
                             spanish = {QStringLiteral("lunes"), QStringLiteral("martes"), QStringLiteral("miercoles"), QStringLiteral("jueves"),
                                        QStringLiteral("viernes"), QStringLiteral("sabado"), QStringLiteral("domingo")};
    return placeAmong(word, english, spanish);
}

int monthOf(const QString &word)
{
    static const QStringList english = {QStringLiteral("january"), QStringLiteral("february"), QStringLiteral("march"), QStringLiteral("april"), QStringLiteral("may"), QStringLiteral("june"),
                                        QStringLiteral("july"), QStringLiteral("august"), QStringLiteral("september"), QStringLiteral("october"), QStringLiteral("november"), QStringLiteral("december")},
                             spanish = {QStringLiteral("enero"), QStringLiteral("febrero"), QStringLiteral("marzo"), QStringLiteral("abril"), QStringLiteral("mayo"), QStringLiteral("junio"),
                                        QStringLiteral("julio"), QStringLiteral("agosto"), QStringLiteral("septiembre"), QStringLiteral("octubre"), QStringLiteral("noviembre"), QStringLiteral("diciembre")};
    return placeAmong(word, english, spanish);
}

std::optional<QDate> nextSuch(int month, int day, QDate today)
{
    for (int year = today.year(); year <= today.year() + 4; ++year) // February 29 comes every fourth
        if (const QDate date(year, month, day); date.isValid() && date >= today)
            return date;
    return std::nullopt;
}

} // namespace

std::optional<QTime> readClock(const QString &text)
{
    static const QStringList formats = {QStringLiteral("h:mm ap"), QStringLiteral("h:mmap"), QStringLiteral("h ap"),
                                        QStringLiteral("hap"), QStringLiteral("H:mm"), QStringLiteral("H:mm:ss")};
    for (const QString &format : formats) {
        const QTime time = QLocale::c().toTime(text.toLower(), format);
        if (time.isValid())
            return time;
    }
    return std::nullopt;
}

std::optional<QDate> readDay(const QString &text, QDate today)
{
    const QString word = plainLower(text);
    if (word == QLatin1String("today") || word == QLatin1String("hoy"))
        return today;
    if (word == QLatin1String("tomorrow") || word == QLatin1String("manana"))
        return today.addDays(1);
    if (const QDate iso = QDate::fromString(word, Qt::ISODate); iso.isValid())
        return iso;
    if (const int weekday = weekdayOf(word))
        return today.addDays((weekday - today.dayOfWeek() + 6) % 7 + 1);
    static const QRegularExpression figures(QStringLiteral("^(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?$"));
    if (const auto match = figures.match(word); match.hasMatch()) {
        if (match.captured(3).isEmpty())
            return nextSuch(match.captured(1).toInt(), match.captured(2).toInt(), today);
        const QDate date(match.captured(3).toInt(), match.captured(1).toInt(), match.captured(2).toInt());
        return date.isValid() ? std::optional(date) : std::nullopt;
    }
    static const QRegularExpression named(QStringLiteral("^(?:([a-z]{3,})\\.? (\\d{1,2})|(\\d{1,2})(?: de)? ([a-z]{3,})\\.?)$"));
    if (const auto match = named.match(word); match.hasMatch())
        if (const int month = monthOf(match.captured(1) + match.captured(4)))
            return nextSuch(month, (match.captured(2) + match.captured(3)).toInt(), today);
    return std::nullopt;
}

std::optional<Instant> readTime(const QString &text, const QString &zone, Instant now)
{
    const QString trimmed = text.trimmed();
    bool ok = false;
    if (const Instant instant = Instant::fromIso(trimmed, &ok); ok)
        return instant;
    const QDate today = zones::local(now, zone).date;
    if (const auto time = readClock(trimmed)) {
        const auto at = zones::instantOf(today, *time, zone);
        return at && *at > now ? at : zones::instantOf(today.addDays(1), *time, zone);
    }
    // The day and the time stand side by side; where one ends is tried out from the right.
    static const QRegularExpression between(QStringLiteral("\\s+(?:at|a las|@)\\s+|,\\s*|\\s+|(?<=\\d)T(?=\\d)"));
    QVector<std::pair<int, int>> gaps;
    for (auto all = between.globalMatch(trimmed); all.hasNext();) {
        const auto match = all.next();
        gaps.prepend({int(match.capturedStart()), int(match.capturedEnd())});
    }
    for (const auto &[from, until] : std::as_const(gaps)) {
        const auto day = readDay(trimmed.left(from), today);
        const auto time = readClock(trimmed.mid(until).trimmed());
        if (day && time)
            return zones::instantOf(*day, *time, zone);
    }
    return std::nullopt;
}

} // namespace beback
