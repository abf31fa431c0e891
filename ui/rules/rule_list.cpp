#include "ui/rules/rule_list.h"

#include "core/plan/rule_words.h"

namespace beback::ui {

RuleList::RuleList(QWidget *parent) : EntryList("rules.list", tr("Contact rules"), parent) {}

void RuleList::show(const RuleShelf &shelf, const QString &current)
{
    QVector<Entry> entries;
    for (const RuleOnShelf &one : shelf.rules) {
        Entry entry;
        entry.id = one.rule.id;
        entry.title = tr("%1 · %2").arg(rulePlace(one.rule), ruleKindText(one.rule.kind));
        entry.below = entry.tip = ruleValueText(one.rule);
        if (one.shippedAnew)
            entry.marks << paint::Chip{Tone::Warning, {}, tr("Look again")};
        else if (one.coming)
            entry.marks << paint::Chip{Tone::Info, {}, tr("Changes %1").arg(QLocale().toString(one.coming->effective, QStringLiteral("MMM d")))};
        else if (one.rule.version > 0)
            entry.marks << paint::Chip{Tone::Info, {}, tr("Changed here")};
        entries << entry;
    }
    setEntries(entries, current);
}

} // namespace beback::ui
