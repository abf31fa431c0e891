#pragma once

#include "core/desk/rule_shelf.h"
#include "ui/widgets/entry_list.h"

namespace beback::ui {

// The contact rules by place: the house's, the country's, then state by state.
class RuleList : public EntryList
{
    Q_OBJECT
public:
    explicit RuleList(QWidget *parent = nullptr);

    void show(const RuleShelf &shelf, const QString &current);
};

} // namespace beback::ui
