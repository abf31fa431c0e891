#include "core/report/chart_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTime>

#include <array>
#include <cmath>

namespace beback::chart_words {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

struct MediumWords {
    const char *name, *names, *one, *many, *by;
};
// By Medium.
constexpr std::array Media = {
    MediumWords{QT_TRANSLATE_NOOP("beback", "Call"), QT_TRANSLATE_NOOP("beback", "Calls"), QT_TRANSLATE_NOOP("beback", "a call"),
                QT_TRANSLATE_NOOP("beback", "calls"), QT_TRANSLATE_NOOP("beback", "%1 by call")},
    MediumWords{QT_TRANSLATE_NOOP("beback", "Text"), QT_TRANSLATE_NOOP("beback", "Texts"), QT_TRANSLATE_NOOP("beback", "a text"),
                QT_TRANSLATE_NOOP("beback", "texts"), QT_TRANSLATE_NOOP("beback", "%1 by text")},
    MediumWords{QT_TRANSLATE_NOOP("beback", "E-mail"), QT_TRANSLATE_NOOP("beback", "E-mails"), QT_TRANSLATE_NOOP("beback", "an e-mail"),
                QT_TRANSLATE_NOOP("beback", "e-mails"), QT_TRANSLATE_NOOP("beback", "%1 by e-mail")},
    MediumWords{QT_TRANSLATE_NOOP("beback", "Note"), QT_TRANSLATE_NOOP("beback", "Notes"), QT_TRANSLATE_NOOP("beback", "a note"),
                QT_TRANSLATE_NOOP("beback", "notes"), QT_TRANSLATE_NOOP("beback", "%1 by note")},
    MediumWords{QT_TRANSLATE_NOOP("beback", "Visit"), QT_TRANSLATE_NOOP("beback", "Visits"), QT_TRANSLATE_NOOP("beback", "a visit"),
                QT_TRANSLATE_NOOP("beback", "visits"), QT_TRANSLATE_NOOP("beback", "%1 by visit")},
    MediumWords{QT_TRANSLATE_NOOP("beback", "Social message"), QT_TRANSLATE_NOOP("beback", "Social messages"),
                QT_TRANSLATE_NOOP("beback", "a social message"), QT_TRANSLATE_NOOP("beback", "social messages"),
                QT_TRANSLATE_NOOP("beback", "%1 by social message")},
};
static_assert(Media.size() == AllMedia.size());

const MediumWords &wordsOf(Medium medium)
{
    return Media[size_t(medium)];
}

} // namespace

bool isNarrow(const ChartFilter &filter)
{
    return !filter.person.isEmpty() || !filter.plan.isEmpty() || !filter.source.isEmpty();
}

QString rangeName(int days)
{
    return days == 1 ? tr("today") : tr("last %1 days").arg(days);
}

QString inRange(int days)
{
    return days == 1 ? tr("today") : tr("in the last %1 days").arg(days);
}

QString openLeads(const ChartFilter &filter)
{
    if (filter.openDays <= 0)
        return tr("open leads");
    return filter.openDays == 1 ? tr("leads open 1 day or longer") : tr("leads open %1 days or longer").arg(filter.openDays);
}

QString openFor(int openDays)
{
    return openDays == 1 ? tr("open 1 day or longer") : tr("open %1 days or longer").arg(openDays);
}

QString openLead(const ChartFilter &filter)
{
    if (filter.openDays <= 0)
        return tr("open lead");
    return filter.openDays == 1 ? tr("lead open 1 day or longer") : tr("lead open %1 days or longer").arg(filter.openDays);
}

QString noOpenLead(const ChartFilter &filter)
{
    if (isNarrow(filter))
        return tr("No %1 fits the filters.").arg(openLead(filter));
    if (filter.openDays <= 0)
        return tr("No lead is open.");
    return filter.openDays == 1 ? tr("No lead is open 1 day or longer.") : tr("No lead is open %1 days or longer.").arg(filter.openDays);
}

QString noLeadCame(const ChartFilter &filter)
{
    return isNarrow(filter) ? tr("No lead that fits the filters came %1.").arg(inRange(filter.days)) : tr("No lead came %1.").arg(inRange(filter.days));
}

QString noTouch(const ChartFilter &filter)
{
    const QString contacted = byMedium(filter, tr("contacted"));
    return isNarrow(filter) ? tr("Nobody who fits the filters was %1 %2.").arg(contacted, inRange(filter.days))
                            : tr("Nobody was %1 %2.").arg(contacted, inRange(filter.days));
}

QString byMedium(const ChartFilter &filter, const QString &word)
{
    const auto medium = mediumFromText(filter.medium);
    return medium ? tr(wordsOf(*medium).by).arg(word) : word;
}

QString mediumName(Medium medium)
{
    return tr(wordsOf(medium).name);
}

QString mediaName(Medium medium)
{
    return tr(wordsOf(medium).names);
}

QString touches(Medium medium, int count)
{
    return tr(count == 1 ? wordsOf(medium).one : wordsOf(medium).many);
}

QString percent(double share)
{
    return tr("%1 %").arg(std::lround(share * 100));
}

QString hourName(int hour)
{
    return QLocale().toString(QTime(hour % 24, 0), QStringLiteral("h ap"));
}

QString hoursName(int from, int until)
{
    const bool sameHalf = until < 24 && (from < 12) == (until < 12);
    const QString begin = sameHalf ? QString::number(from % 12 == 0 ? 12 : from % 12) : hourName(from);
    return tr("%1 to %2").arg(begin, hourName(until));
}

QString weekdayName(int weekday)
{
    return QLocale().dayName(weekday, QLocale::ShortFormat);
}

} // namespace beback::chart_words
