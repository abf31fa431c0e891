// Views of the charts that all managers have: one is opened, saved, removed, and that taken back.
#include "ui/charts/chart_text.h"
#include "ui/charts/charts_room.h"
#include "ui/charts/views_button.h"
#include "ui/widgets/banner.h"

#include <QVBoxLayout>

namespace beback::ui {

void ChartsRoom::buildSavedViews(QVBoxLayout *column)
{
    m_viewChanged = new Banner(Tone::Info);
    m_viewChanged->setObjectName(QStringLiteral("charts.views.changed"));
    m_viewChanged->setButton(tr("Undo"));
    m_viewChanged->setLink(tr("Close"));
    column->addWidget(m_viewChanged);
    m_viewChanged->hide();
    connect(m_viewChanged, &Banner::acted, m_savedViews, &ViewsButton::undo);
    connect(m_viewChanged, &Banner::linkActivated, m_viewChanged, &QWidget::hide);
    connect(m_savedViews, &ViewsButton::opened, this, &ChartsRoom::openView);
    connect(m_savedViews, &ViewsButton::done, this, [this](const QString &sentence) {
        m_viewChanged->setText({}, sentence);
        m_viewChanged->show();
    });
    connect(m_savedViews, &ViewsButton::undone, this, [this](const QString &sentence) {
        m_viewChanged->hide();
        Q_EMIT said(sentence);
    });
    connect(m_savedViews, &ViewsButton::failed, this, [this](const QString &heading, const QString &sentence) {
        m_viewChanged->hide();
        fail(heading, sentence, false);
    });
}

SavedView ChartsRoom::shownView() const
{
    SavedView view;
    const Chart *chart = shownChart();
    view.name = chart ? chart_text::place(*chart).title : QString();
    view.chart = m_id;
    view.filter = m_filter;
    return view;
}

void ChartsRoom::openView(const SavedView &view)
{
    takeChart(view.chart);
    setFilter(view.filter); // reads it
}

} // namespace beback::ui
