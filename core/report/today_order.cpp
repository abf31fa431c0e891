// What needs a manager, in order, and short enough to be read in a moment.
#include "core/report/today_facts.h"
#include "core/time/wording.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace beback {

namespace {

constexpr int MostNeeds = 12;

using Kind = NeedsYou::Kind;

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

// How many lines each kind gets: the longest list gives way first.
QMap<Kind, int> linesFor(const QMap<Kind, QVector<DatedNeed>> &byKind)
{
    QMap<Kind, int> lines;
    int all = 0;
    for (auto kind = byKind.cbegin(); kind != byKind.cend(); ++kind) {
        lines.insert(kind.key(), int(kind->size()));
        all += int(kind->size());
    }
    for (; all > MostNeeds; --all)
        --*std::max_element(lines.begin(), lines.end());
    return lines;
}

QStringList peopleOf(const QVector<DatedNeed> &needs, const TodayFacts &facts)
{
    QStringList names;
    for (const DatedNeed &one : needs)
        if (!one.need.person.isEmpty())
            names << facts.givenName(one.need.person);
    names.removeDuplicates();
    return names;
}

int leadsOf(const QVector<DatedNeed> &needs)
{
    return std::accumulate(needs.cbegin(), needs.cend(), 0, [](int sum, const DatedNeed &one) { return sum + one.leads; });
}

QString sumTitle(Kind kind, qsizetype count)
{
    switch (kind) {
    case Kind::Promise: return tr("%1 more promised times").arg(count);
    case Kind::Visit: return tr("%1 more visits today").arg(count);
    case Kind::OwnStep: return tr("%1 more steps of yours are due").arg(count);
    case Kind::Neglected: return tr("%1 more people have leads nobody touches").arg(count);
    case Kind::Overload: return tr("%1 more people have too much for today").arg(count);
    case Kind::Overridden: return tr("%1 more findings were overridden").arg(count);
    default: return tr("%1 more").arg(count);
    }
}

QString sumDetail(Kind kind, const QVector<DatedNeed> &needs, const TodayFacts &facts)
{
    const QString since = wording::dayAndTime(needs.first().since, facts.zone, facts.now), people = listed(peopleOf(needs, facts));
    const int leads = leadsOf(needs);
    switch (kind) {
    case Kind::Promise: return people.isEmpty() ? tr("The first of them for %1.").arg(since) : tr("The first of them for %1, by %2.").arg(since, people);
    case Kind::Visit: return tr("The first of them at %1.").arg(since);
    case Kind::OwnStep: return tr("The first of them since %1.").arg(since);
    case Kind::Neglected:
    case Kind::Overload: return tr("%1: %2 leads").arg(people, QString::number(leads));
    case Kind::Overridden: return tr("By %1").arg(people);
    default: return {};
    }
}

// Several of one kind in one.
NeedsYou summedUp(const QVector<DatedNeed> &needs, const TodayFacts &facts)
{
    NeedsYou sum;
    sum.kind = needs.first().need.kind;
    sum.urgent = needs.first().need.urgent;
    sum.title = sumTitle(sum.kind, sum.kind == Kind::Visit ? leadsOf(needs) : needs.size());
    sum.detail = sumDetail(sum.kind, needs, facts);
    const QString person = needs.first().need.person;
    if (std::all_of(needs.cbegin(), needs.cend(), [&](const DatedNeed &one) { return one.need.person == person; }))
        sum.person = person;
    for (const DatedNeed &one : needs) {
        if (!one.need.lead.isNull())
            sum.leads << one.need.lead;
        sum.leads += one.need.leads;
    }
    sum.leads = sum.leads.mid(0, LeadsOfNeed);
    return sum;
}

} // namespace

QVector<NeedsYou> inOrder(QVector<DatedNeed> needs, const TodayFacts &facts)
{
    std::stable_sort(needs.begin(), needs.end(), [](const DatedNeed &a, const DatedNeed &b) {
        return std::tuple(!a.need.urgent, a.need.kind, a.since) < std::tuple(!b.need.urgent, b.need.kind, b.since);
    });
    QMap<Kind, QVector<DatedNeed>> byKind;
    for (const DatedNeed &one : std::as_const(needs))
        byKind[one.need.kind] << one;
    const QMap<Kind, int> lines = linesFor(byKind);
    QVector<NeedsYou> ordered;
    for (auto kind = byKind.cbegin(); kind != byKind.cend(); ++kind) {
        const qsizetype alone = lines[kind.key()] < kind->size() ? lines[kind.key()] - 1 : kind->size();
        for (const DatedNeed &one : kind->first(alone))
            ordered << one.need;
        if (alone < kind->size())
            ordered << summedUp(kind->mid(alone), facts);
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const NeedsYou &a, const NeedsYou &b) {
        return std::tuple(!a.urgent, a.kind) < std::tuple(!b.urgent, b.kind);
    });
    return ordered;
}

} // namespace beback
