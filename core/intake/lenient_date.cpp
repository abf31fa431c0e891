#include "core/intake/lenient_date.h"

#include "core/time/zones.h"

#include <QDateTime>

namespace beback {

namespace {

// Reads from left to right; every take…() leaves the place alone when it fails.
class Reader
{
public:
    explicit Reader(const QString &text) : m_text(text) {}

    bool atEnd() const { return m_at >= m_text.size(); }
    QChar peek() const { return atEnd() ? QChar() : m_text[m_at]; }
    qsizetype place() const { return m_at; }
    void back(qsizetype place) { m_at = place; }
    bool take(char c)
    {
        if (peek().toUpper() != QLatin1Char(c))
            return false;
        ++m_at;
        return true;
    }
    void skip(const char *any)
    {
        while (!atEnd() && peek().unicode() < 128 && QLatin1String(any).contains(peek()))
            ++m_at;
    }
    // Figures, at most `most` of them; how many were read is left in `count`.
    int figures(int most, int *count)
    {
        int value = 0;
        *count = 0;
        while (!atEnd() && *count < most && peek() >= QLatin1Char('0') && peek() <= QLatin1Char('9')) {
            value = value * 10 + peek().digitValue();
            ++*count;
            ++m_at;
        }
        return value;
    }
    QString letters()
    {
        const qsizetype from = m_at;
        while (!atEnd() && peek().isLetter())
            ++m_at;
        return m_text.mid(from, m_at - from).toLower();
    }

private:
    const QString &m_text;
    qsizetype m_at = 0;
};

int monthOf(const QString &word)
{
    static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    for (int i = 0; i < 12; ++i)
        if (word.size() >= 3 && word.startsWith(QLatin1String(months[i])))
            return i + 1;
    return 0;
}

bool isWeekday(const QString &word)
{
    static const char *const days[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    for (const char *day : days)
        if (word.startsWith(QLatin1String(day)))
            return true;
    return false;
}

int fullYear(int year, int count)
{
    return count <= 2 ? 2000 + year : year;
}

// "Thu, 30 Mar 2000", "March 30, 2000", "30-Mar-2000"
QDate wordedDate(Reader &in)
{
    int day = 0;
    int month = 0;
    int count = 0;
    for (int part = 0; part < 4 && (day == 0 || month == 0); ++part) {
        in.skip(" ,.-");
        const QString word = in.letters();
        if (word.isEmpty()) {
            day = in.figures(2, &count);
            if (count == 0)
                return {};
            for (const char *ending : {"ST", "ND", "RD", "TH"}) {
                const qsizetype place = in.place();
                if (in.take(ending[0]) && in.take(ending[1]))
                    break;
                in.back(place);
            }
        } else if (const int m = monthOf(word); m > 0) {
            month = m;
        } else if (!isWeekday(word)) {
            return {};
        }
    }
    in.skip(" ,.-");
    const int year = in.figures(4, &count);
    return count == 2 || count == 4 ? QDate(fullYear(year, count), month, day) : QDate();
}

QDate figuredDate(Reader &in, const QString &order)
{
    int counts[3] = {};
    int parts[3] = {};
    parts[0] = in.figures(8, &counts[0]);
    if (counts[0] == 8)
        return QDate(parts[0] / 10000, parts[0] / 100 % 100, parts[0] % 100);
    for (int i = 1; i < 3; ++i) {
        if (!in.take('-') && !in.take('/') && !in.take('.'))
            return {};
        parts[i] = in.figures(4, &counts[i]);
        if (counts[i] == 0)
            return {};
    }
    if (counts[0] == 4 || order == QLatin1String("ymd"))
        return QDate(fullYear(parts[0], counts[0]), parts[1], parts[2]);
    const int year = fullYear(parts[2], counts[2]);
    const QDate first = order == QLatin1String("dmy") ? QDate(year, parts[1], parts[0]) : QDate(year, parts[0], parts[1]);
    // 30/03/2000 cannot be read month first; then it was not meant so.
    return first.isValid() ? first
                           : order == QLatin1String("dmy") ? QDate(year, parts[0], parts[1]) : QDate(year, parts[1], parts[0]);
}

struct TimeOfDay {
    QTime time;
    int microseconds = 0; // below the millisecond the time holds
};

bool takeHalfOfDay(Reader &in, int &hour)
{
    const qsizetype place = in.place();
    in.skip(" ");
    const bool am = in.take('A');
    const bool pm = !am && in.take('P');
    in.skip(".");
    if ((!am && !pm) || !in.take('M')) {
        in.back(place);
        return true;
    }
    in.skip(".");
    if (hour < 1 || hour > 12)
        return hour <= 23; // "16:35 PM": the hour says it already
    hour = hour % 12 + (pm ? 12 : 0);
    return true;
}

std::optional<TimeOfDay> timeOfDay(Reader &in)
{
    int count = 0;
    int hour = in.figures(2, &count);
    if (count == 0)
        return std::nullopt;
    const bool colons = in.take(':');
    int minuteCount = 0;
    const int minute = in.figures(2, &minuteCount);
    int second = 0;
    int fraction = 0; // microseconds
    int secondCount = 0;
    if (minuteCount == 2 && (!colons || in.take(':'))) {
        second = in.figures(2, &secondCount);
        if (secondCount > 0 && (in.take('.') || in.take(','))) {
            int digits = 0;
            fraction = in.figures(6, &digits);
            for (; digits < 6; ++digits)
                fraction *= 10;
            while (in.peek().isDigit())
                in.take(char(in.peek().toLatin1()));
        }
    }
    if (!takeHalfOfDay(in, hour))
        return std::nullopt;
    const QTime time(hour, minute, std::min(second, 59), fraction / 1000);
    return time.isValid() ? std::optional(TimeOfDay{time, fraction % 1000}) : std::nullopt;
}

// Seconds east of Greenwich; none where the text names no zone. "-08:0" is minus eight hours.
std::optional<int> offset(Reader &in)
{
    in.skip(" (");
    const bool east = in.take('+');
    if (east || in.take('-')) {
        int count = 0;
        int hours = in.figures(4, &count);
        int minutes = 0;
        if (count > 2) {
            minutes = hours % 100;
            hours /= 100;
        } else if (count > 0 && in.take(':')) {
            minutes = in.figures(2, &count);
        }
        const int seconds = hours * 3600 + minutes * 60;
        return hours <= 14 && minutes < 60 ? std::optional(east ? seconds : -seconds) : std::nullopt;
    }
    const QString word = in.letters();
    static const struct {
        const char *name;
        int hours;
    } named[] = {{"z", 0},    {"utc", 0},  {"gmt", 0},  {"est", -5}, {"edt", -4}, {"cst", -6},
                 {"cdt", -5}, {"mst", -7}, {"mdt", -6}, {"pst", -8}, {"pdt", -7}};
    for (const auto &entry : named)
        if (word == QLatin1String(entry.name))
            return entry.hours * 3600;
    return std::nullopt;
}

} // namespace

std::optional<ReadDate> readDate(const QString &text, const QString &zone, const QString &order)
{
    const QString line = text.simplified().left(64);
    Reader in(line);
    QDate day = figuredDate(in, order);
    if (!day.isValid()) { // "30 Mar 2000", "March 30, 2000"
        in.back(0);
        day = wordedDate(in);
    }
    if (!day.isValid() || day.year() < 1990 || day.year() > 2099)
        return std::nullopt;
    in.skip(" ,");
    in.take('T');
    in.skip(" ");
    const bool dateOnly = !in.peek().isDigit();
    const std::optional<TimeOfDay> time = dateOnly ? TimeOfDay{QTime(0, 0), 0} : timeOfDay(in);
    if (!time)
        return std::nullopt;
    if (const std::optional<int> east = dateOnly ? std::nullopt : offset(in)) {
        const QDateTime at(day, time->time, Qt::OffsetFromUTC, *east);
        return ReadDate{{at.toMSecsSinceEpoch() * 1000 + time->microseconds}, false, false};
    }
    const std::optional<Instant> at = zones::instantOf(day, time->time, zone);
    if (!at)
        return std::nullopt;
    return ReadDate{{at->us + time->microseconds}, true, dateOnly};
}

} // namespace beback
