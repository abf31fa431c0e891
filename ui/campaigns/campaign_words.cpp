#include "ui/campaigns/campaign_words.h"

#include "core/desk/timeline.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace beback::ui::campaign_words {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CampaignWords", text);
}

QString range(int from, int to, const QString &both, const QString &least, const QString &most)
{
    return from > 0 && to > 0 ? both.arg(from).arg(to) : from > 0 ? least.arg(from) : most.arg(to);
}

// The day that has to take most; null: none takes any.
const DayLoad *heaviest(const DayLoads &loads)
{
    const auto most = std::max_element(loads.days.cbegin(), loads.days.cend(), [](const DayLoad &a, const DayLoad &b) { return a.added < b.added; });
    return most != loads.days.cend() && most->added > 0 ? &*most : nullptr;
}

QDate lastTouch(const DayLoads &loads)
{
    QDate last;
    for (const DayLoad &load : loads.days)
        if (load.added > 0)
            last = load.day;
    return last;
}

int allTouches(const DayLoads &loads)
{
    int sum = 0;
    for (const DayLoad &load : loads.days)
        sum += load.added;
    return sum;
}

} // namespace

QString people(int count)
{
    return QCoreApplication::translate("CampaignWords", "%n people", nullptr, count);
}

QString day(QDate date)
{
    return QLocale().toString(date, QStringLiteral("ddd, MMM d"));
}

QString days(QDate from, QDate until)
{
    return from == until ? tr("on %1").arg(day(from)) : tr("from %1 to %2").arg(day(from), day(until));
}

QString heading(const CampaignPreview &preview)
{
    if (preview.in > 0)
        return tr("It speaks to %1, %2").arg(people(preview.in), days(preview.firstDay, preview.lastDay));
    return preview.people.isEmpty() ? tr("It speaks to nobody") : tr("Nobody it speaks to can be contacted now");
}

QString load(const CampaignPreview &preview)
{
    if (preview.people.isEmpty())
        return tr("No lost or sleeping lead is like this. Leave out a condition to see who is near.");
    if (!preview.loads.isKnown)
        return tr("Nobody here has worked long enough to say what fits into a day, so nothing is cut but the people a day.");
    const DayLoad *most = heaviest(preview.loads);
    if (!most)
        return tr("Every day until then is full with what is planned already.");
    return tr("It fits: at most %1 touches more on a day (%2, which holds %3 and has %4 planned), the last on %5.")
        .arg(most->added)
        .arg(day(most->day))
        .arg(most->capacity)
        .arg(most->planned)
        .arg(day(lastTouch(preview.loads)));
}

QString starting(const Campaign &campaign, const CampaignPreview &preview, const QString &plan)
{
    const int lost = int(std::count_if(preview.people.cbegin(), preview.people.cend(), [](const Addressee &one) { return !one.leftOut && one.isLost; }));
    const int leftOut = int(preview.people.size()) - preview.in;
    QStringList text{tr("%1 are put on the plan “%2”. Their turns come %3, at most %4 a day.")
                         .arg(people(preview.in), plan, days(preview.firstDay, preview.lastDay))
                         .arg(campaign.perDay)};
    if (lost > 0)
        text << QCoreApplication::translate("CampaignWords", "%n lost leads are opened again.", nullptr, lost);
    if (preview.in > lost)
        text << QCoreApplication::translate("CampaignWords", "%n open leads change their plan.", nullptr, preview.in - lost);
    text << QCoreApplication::translate("CampaignWords", "It asks for %n touches in all.", nullptr, allTouches(preview.loads));
    if (leftOut > 0)
        text << QCoreApplication::translate("CampaignWords", "%n are left out.", nullptr, leftOut);
    text << tr("They are told: “%1”").arg(wholeSentence(campaign.says));
    return text.join(QLatin1Char(' '));
}

QString stopping(const CampaignResult &result)
{
    const int touched = int(result.of(Came::Touched).size()), rest = int(result.people.size()) - touched;
    QStringList text;
    text << (rest > 0 ? QCoreApplication::translate("CampaignWords", "%n people nobody has spoken with since go back to where they were; a lost lead is lost again.", nullptr, rest)
                      : tr("Everybody in it was spoken with already."));
    if (touched > 0)
        text << QCoreApplication::translate("CampaignWords", "%n who were spoken with stay on the plan.", nullptr, touched);
    text << tr("It cannot be started again; its report stays.");
    return text.join(QLatin1Char(' '));
}

QString who(const CampaignWho &who)
{
    QStringList parts{who.lost && who.sleeping ? tr("Lost and sleeping") : who.lost ? tr("Lost") : tr("Sleeping")};
    QStringList objections;
    for (const Objection objection : who.objections)
        objections << objectionText(objection).toLower();
    if (!objections.isEmpty())
        parts << objections.join(tr(" or "));
    const QString car = QStringLiteral("%1 %2").arg(who.make, who.model).simplified();
    if (!car.isEmpty())
        parts << car;
    if (who.yearFrom > 0 || who.yearTo > 0)
        parts << range(who.yearFrom, who.yearTo, tr("%1 to %2"), tr("%1 and later"), tr("up to %1"));
    if (!who.condition.isEmpty())
        parts << (who.condition == QLatin1String("new") ? tr("new") : tr("used"));
    if (who.ageFrom > 0 || who.ageTo > 0)
        parts << range(who.ageFrom, who.ageTo, tr("%1 to %2 days old"), tr("at least %1 days old"), tr("at most %1 days old"));
    return parts.join(QStringLiteral(", "));
}

QString when(const Campaign &campaign)
{
    return campaign.until.isValid() ? tr("%1 to %2").arg(writeDay(campaign.from), writeDay(campaign.until)) : tr("from %1").arg(writeDay(campaign.from));
}

QString came(Came what)
{
    switch (what) {
    case Came::Touched: return tr("Touched");
    case Came::Reached: return tr("Reached");
    case Came::Replied: return tr("Replied");
    case Came::Appointment: return tr("Visits set");
    case Came::Shown: return tr("Came in");
    case Came::Sold: return tr("Sold");
    case Came::OptedOut: break;
    }
    return tr("Opted out");
}

QString state(const CampaignResult &result)
{
    switch (result.stored.state) {
    case StoredCampaign::State::Draft: return tr("Draft");
    case StoredCampaign::State::Started: return result.waiting > 0 ? tr("Start was cut short") : tr("Running");
    case StoredCampaign::State::Stopped: break;
    }
    return tr("Stopped");
}

QDate readDay(const QString &text, QDate today)
{
    const QString said = text.simplified().remove(QLatin1Char(','));
    const QLocale locale = QLocale(QLocale::English);
    for (const char *whole : {"yyyy-MM-dd", "MMM d yyyy", "M/d/yyyy"})
        if (const QDate day = locale.toDate(said, QLatin1String(whole)); day.isValid())
            return day;
    for (const char *part : {"MMM d", "M/d"})
        if (QDate day = locale.toDate(said + QStringLiteral(" 2024"), QLatin1String(part) + QStringLiteral(" yyyy")); day.isValid()) { // a leap year
            day = QDate(today.year(), day.month(), day.day());
            return day < today ? QDate(today.year() + 1, day.month(), day.day()) : day;
        }
    return {};
}

QString writeDay(QDate day)
{
    return day.isValid() ? QLocale(QLocale::English).toString(day, QStringLiteral("MMM d, yyyy")) : QString();
}

} // namespace beback::ui::campaign_words
