#include "core/report/filter_words.h"

#include "core/report/chart_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

QString nameIn(const QVector<ChartChoices::Choice> &choices, const QString &key)
{
    const auto found = std::find_if(choices.cbegin(), choices.cend(), [&](const ChartChoices::Choice &choice) { return choice.key == key; });
    return found == choices.cend() ? key : found->name;
}

QString firstLarge(const QString &text)
{
    return text.isEmpty() ? text : text.front().toUpper() + text.mid(1);
}

// Whose, on which plan, from where, by which medium.
QStringList narrowed(const ChartFilter &filter, const ChartChoices &choices, const QString &whose)
{
    QStringList parts;
    if (!filter.person.isEmpty())
        parts << whose.arg(nameIn(choices.people, filter.person));
    if (!filter.plan.isEmpty())
        parts << tr("on the plan %1").arg(nameIn(choices.plans, filter.plan));
    if (!filter.source.isEmpty())
        parts << tr("from %1").arg(nameIn(choices.sources, filter.source));
    if (!filter.medium.isEmpty())
        parts << chart_words::byMedium(filter, tr("attempts"));
    return parts;
}

} // namespace

QString daysName(int days)
{
    return firstLarge(chart_words::rangeName(days));
}

QString openName(int openDays)
{
    return openDays > 0 ? firstLarge(chart_words::openFor(openDays)) : tr("Open or new");
}

QString rangeText(Chart::Range range, const ChartFilter &filter)
{
    switch (range) {
    case Chart::Range::Days: return daysName(filter.days);
    case Chart::Range::AsOfNow: return tr("Open leads, as of now");
    case Chart::Range::Ahead: return tr("The next four weeks");
    case Chart::Range::ThisMonth: return tr("This month so far");
    }
    return {};
}

QString narrowText(const ChartFilter &filter, const ChartChoices &choices)
{
    QStringList parts;
    if (filter.openDays > 0)
        parts << tr("open leads: %1").arg(chart_words::openFor(filter.openDays));
    return (parts + narrowed(filter, choices, tr("held or made by %1"))).join(QStringLiteral("; "));
}

QString filterText(const ChartFilter &filter, const ChartChoices &choices, const Chart &chart)
{
    ChartFilter counts = filter;
    if (!chart.asksLeads)
        counts.plan = counts.source = QString();
    if (!chart.asksMedium)
        counts.medium.clear();
    QStringList parts{rangeText(chart.range, filter)};
    if (chart.asksOpenDays() && filter.openDays > 0)
        parts << chart_words::openFor(filter.openDays);
    const QString whose = chart.asksMedium ? tr("held or made by %1") : tr("of %1"); // what is not made by a medium is no touch
    return (parts + narrowed(counts, choices, whose)).join(QStringLiteral("; "));
}

} // namespace beback
