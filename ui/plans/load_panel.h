#pragma once

#include "core/desk/plan_shelf.h"
#include "ui/widgets/card.h"

namespace beback::ui {

class LoadChart;
class SegmentedControl;
class TextLabel;

// The load a plan would add, for new leads of a kind that is chosen here, beside what is done now.
class LoadPanel : public Card
{
    Q_OBJECT
public:
    explicit LoadPanel(QWidget *parent = nullptr);

    // `fixed`: the kind cannot be chosen, because nothing is being changed.
    void setKind(std::optional<LeadKind> kind, bool fixed);
    std::optional<LeadKind> kind() const;
    void show(const PlanComparison &load);

Q_SIGNALS:
    void kindChosen();

private:
    TextLabel *m_heading, *m_basis, *m_media;
    SegmentedControl *m_kinds;
    LoadChart *m_chart;
};

} // namespace beback::ui
