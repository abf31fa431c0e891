#pragma once

#include "core/desk/plan_shelf.h"
#include "ui/widgets/entry_list.h"

namespace beback::ui {

// The plans there are: how many leads stand on each, whose new leads begin on it, which are being changed.
class PlanList : public EntryList
{
    Q_OBJECT
public:
    explicit PlanList(QWidget *parent = nullptr);

    void show(const PlanShelf &shelf, const QString &current);
};

} // namespace beback::ui
