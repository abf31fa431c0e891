#include "ui/plans/load_panel.h"

#include "ui/plans/load_chart.h"
#include "ui/plans/plan_words.h"
#include "ui/widgets/legend_key.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace beback::ui {

LoadPanel::LoadPanel(QWidget *parent) : Card(parent)
{
    setFill(Fill::Surface);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    m_heading = new TextLabel(Type::Title);
    m_heading->setObjectName(QStringLiteral("plans.load"));
    m_heading->setWordWrap(true);
    m_basis = new TextLabel(Type::Label, Ink::Muted);
    m_basis->setWordWrap(true);
    auto *choose = new QHBoxLayout;
    choose->setSpacing(8);
    m_kinds = new SegmentedControl;
    m_kinds->setObjectName(QStringLiteral("plans.kind"));
    m_kinds->setAccessibleName(tr("Whose new leads begin on this plan"));
    m_kinds->addSegment({tr("None"), {}, {}, tr("No new lead begins on it by itself"), {}, false});
    for (const LeadKind kind : AllLeadKinds)
        m_kinds->addSegment({plan_words::kind(kind), {}, {}, plan_words::newLeadsOf(kind), {}, false});
    choose->addWidget(new TextLabel(tr("New leads that begin on it"), Type::Label, Ink::Muted));
    choose->addWidget(m_kinds);
    choose->addStretch();
    auto *legend = new QHBoxLayout;
    legend->setSpacing(12);
    legend->addWidget(new LegendKey(LegendKey::Mark::Hatch, tr("now")));
    legend->addWidget(new LegendKey(LegendKey::Mark::Accent, tr("this plan adds")));
    legend->addWidget(new LegendKey(LegendKey::Mark::Hollow, tr("falls away")));
    legend->addStretch();
    legend->addWidget(new TextLabel(tr("touches a business day, by week"), Type::Small, Ink::Muted));
    m_chart = new LoadChart;
    m_media = new TextLabel(Type::Label);
    m_media->setObjectName(QStringLiteral("plans.media"));
    m_media->setWordWrap(true);
    column->addWidget(m_heading);
    column->addWidget(m_basis);
    column->addLayout(choose);
    column->addLayout(legend);
    column->addWidget(m_chart, 1);
    column->addWidget(m_media);
    connect(m_kinds, &SegmentedControl::activated, this, &LoadPanel::kindChosen);
}

void LoadPanel::setKind(std::optional<LeadKind> kind, bool fixed)
{
    m_kinds->setCurrentIndex(kind ? int(*kind) + 1 : 0);
    for (int i = 0; i < m_kinds->count(); ++i)
        m_kinds->setSegmentEnabled(i, !fixed || i == m_kinds->currentIndex());
}

std::optional<LeadKind> LoadPanel::kind() const
{
    const int index = m_kinds->currentIndex();
    return index > 0 ? std::optional(LeadKind(index - 1)) : std::nullopt;
}

void LoadPanel::show(const PlanComparison &load)
{
    m_heading->setText(plan_words::loadHeading(load, load.after.isEmpty() ? QDate() : load.after.last().from));
    m_basis->setText(plan_words::loadBasis(load));
    m_media->setText(plan_words::byMedium(load));
    m_chart->show(load.before, load.after);
}

} // namespace beback::ui
