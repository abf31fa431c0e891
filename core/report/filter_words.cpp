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

} // namespace

QString daysName(int days)
{
    return firstLarge(chart_words::rangeName(days));
}

QString openName(int openDays)
{
    return openDays > 0 ? firstLarge(chart_words::openFor(openDays)) : tr("Open or new");
}

QString filterText(const ChartFilter &filter, const ChartChoices &choices)
{
    QStringList parts{daysName(filter.days)};
    if (filter.openDays > 0)
        parts << chart_words::openFor(filter.openDays);
    if (!filter.person.isEmpty())
        parts << tr("held or made by %1").arg(nameIn(choices.people, filter.person));
    if (!filter.plan.isEmpty())
        parts << tr("on the plan %1").arg(nameIn(choices.plans, filter.plan));
    if (!filter.source.isEmpty())
        parts << tr("from %1").arg(nameIn(choices.sources, filter.source));
    if (!filter.medium.isEmpty())
        parts << chart_words::byMedium(filter, tr("attempts"));
    return parts.join(QStringLiteral("; "));
}

} // namespace beback
