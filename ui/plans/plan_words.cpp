#include "ui/plans/plan_words.h"

#include "ui/models/terms.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace beback::ui::plan_words {

namespace {

constexpr double Nothing = 0.05; // below, two figures are shown alike

QString tr(const char *text)
{
    return QCoreApplication::translate("PlanWords", text);
}

double last(const QVector<LoadWeek> &weeks)
{
    return weeks.isEmpty() ? 0 : weeks.last().total();
}

double minutesMore(const PlanComparison &load)
{
    return load.after.isEmpty() ? 0 : load.after.last().minutes() - load.before.last().minutes();
}

} // namespace

QString kind(LeadKind kind)
{
    switch (kind) {
    case LeadKind::Internet: break;
    case LeadKind::Phone: return tr("Phone");
    case LeadKind::Showroom: return tr("Showroom");
    }
    return tr("Internet");
}

QString newLeadsOf(LeadKind kind)
{
    switch (kind) {
    case LeadKind::Internet: break;
    case LeadKind::Phone: return tr("New phone leads");
    case LeadKind::Showroom: return tr("New showroom leads");
    }
    return tr("New internet leads");
}

QString part(const QString &part)
{
    if (part == QLatin1String("now"))
        return tr("At once");
    if (part == QLatin1String("morning"))
        return tr("Morning");
    if (part == QLatin1String("midday"))
        return tr("Midday");
    return part == QLatin1String("afternoon") ? tr("Afternoon") : tr("Evening");
}

QString dayOf(const PlanStep &step)
{
    if (step.day < 0)
        return tr("No day yet");
    if (step.from == PlanStep::From::Start)
        return tr("Day %1").arg(step.day);
    return step.day == 0 ? tr("Same day") : QCoreApplication::translate("PlanWords", "+%n days", nullptr, step.day);
}

QString number(double value)
{
    return QLocale().toString(value, 'f', std::abs(value) < 9.95 ? 1 : 0);
}

QString loadHeading(const PlanComparison &load, QDate lastWeek)
{
    if (load.perDay <= 0)
        return tr("No new leads to count with");
    const double before = last(load.before), after = last(load.after);
    const QString by = QLocale().toString(lastWeek, QStringLiteral("MMM d"));
    if (std::abs(after - before) < Nothing)
        return tr("As many touches a day as now: %1").arg(number(after));
    const QString text = after > before ? tr("%1 touches a day more from %2 on: %3 instead of %4") : tr("%1 touches a day fewer from %2 on: %3 instead of %4");
    return text.arg(number(std::abs(after - before)), by, number(after), number(before));
}

QString loadBasis(const PlanComparison &load)
{
    if (load.perDay <= 0)
        return tr("None came in the last four weeks. Choose whose new leads begin on it.");
    QString text = tr("%1 new leads a business day, as in the last four weeks.").arg(number(load.perDay));
    if (load.stayingAssumed)
        text += QLatin1Char(' ') + tr("Too few leads to know how many stay: all of them are taken to.");
    else
        text += QLatin1Char(' ') + tr("%1 % of them are still on their plan after a week, %2 % after a month.")
                                       .arg(std::lround(load.stayWeek * 100)).arg(std::lround(load.stayMonth * 100));
    const double minutes = minutesMore(load);
    if (std::abs(minutes) >= 1)
        text += QLatin1Char(' ') + (minutes > 0 ? tr("About %1 minutes of work a day more, by assumed minutes a touch.")
                                                : tr("About %1 minutes of work a day less, by assumed minutes a touch."))
                                       .arg(std::lround(std::abs(minutes)));
    return text;
}

QString byMedium(const PlanComparison &load)
{
    QStringList parts;
    if (load.perDay > 0)
        for (const Medium medium : AllMedia) {
            const double before = load.before.last().touches[size_t(medium)], after = load.after.last().touches[size_t(medium)];
            if (before < Nothing && after < Nothing)
                continue;
            parts << (std::abs(after - before) < Nothing ? tr("%1 %2").arg(terms::medium(medium), number(after))
                                                         : tr("%1 %2 → %3").arg(terms::medium(medium), number(before), number(after)));
        }
    return parts.join(QStringLiteral("   ·   "));
}

QString switchingOn(const PlanShelf &shelf, const Plan &plan, std::optional<LeadKind> kind)
{
    const PlanComparison load = comparePlanLoad(shelf, plan, kind);
    const double more = last(load.after) - last(load.before);
    const QString starts = kind ? tr("%1 begin on it from now on, about %2 a business day:").arg(newLeadsOf(*kind), number(load.perDay))
                                : tr("Leads that come to this plan from others begin on it, about %1 a business day:").arg(number(load.perDay));
    QString touches = tr("as many touches a day as now.");
    if (more >= Nothing)
        touches = tr("%1 touches a day more in eight weeks.").arg(number(more));
    else if (more <= -Nothing)
        touches = tr("%1 touches a day fewer in eight weeks.").arg(number(-more));
    QString text = starts + QLatin1Char(' ') + touches;
    const PlanOnShelf *own = shelf.find(plan.id);
    if (own && own->on && own->leads > 0)
        text += QLatin1Char(' ') + QCoreApplication::translate("PlanWords", "%n leads stay on the version they began.", nullptr, own->leads);
    else if (kind)
        text += QLatin1Char(' ') + tr("Leads that began on another plan stay on it.");
    return text;
}

} // namespace beback::ui::plan_words
