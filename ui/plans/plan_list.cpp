#include "ui/plans/plan_list.h"

#include "ui/plans/plan_words.h"

namespace beback::ui {

PlanList::PlanList(QWidget *parent) : EntryList("plans.list", tr("Plans"), parent) {}

void PlanList::show(const PlanShelf &shelf, const QString &current)
{
    QVector<Entry> entries;
    for (const PlanOnShelf &one : shelf.plans) {
        Entry entry;
        entry.id = one.shown().id;
        entry.title = one.shown().name;
        entry.beside = tr("%n leads", nullptr, one.leads);
        entry.tip = one.shown().whom;
        if (one.draft)
            entry.chips << paint::Chip{Tone::Warning, QStringLiteral("document-edit"),
                                       one.on ? tr("Draft of version %1").arg(one.draft->version) : tr("Draft")};
        for (const LeadKind kind : AllLeadKinds)
            if (shelf.begins[size_t(kind)] == one.shown().id)
                entry.chips << paint::Chip{Tone::Info, {}, plan_words::newLeadsOf(kind)};
        if (entry.chips.isEmpty())
            entry.below = tr("Version %1").arg(one.shown().version);
        entries << entry;
    }
    setEntries(entries, current);
}

} // namespace beback::ui
