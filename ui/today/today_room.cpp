#include "ui/today/today_room.h"

#include "core/desk/deliver.h"
#include "core/time/wording.h"
#include "ui/charts/chart_export.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/monday_export.h"
#include "ui/today/need_row.h"
#include "ui/today/needs_list.h"
#include "ui/today/small_chart.h"
#include "ui/today/tiles.h"
#include "ui/widgets/banner.h"

namespace beback::ui {

void TodayRoom::refresh()
{
    if (m_minute.isActive())
        m_minute.start(); // a minute from now
    readPage();
    readCharts();
}

void TodayRoom::readPage()
{
    m_soon.stop();
    m_stale = false;
    m_quiet.start();
    m_reading = true;
    if (!m_read)
        m_needs->begin();
    deliver(m_desk.todayPage(), this, [this, number = ++m_pageAsked](const Result<TodayPage> &answer) {
        if (number != m_pageAsked)
            return; // asked again since
        m_reading = false;
        if (answer)
            return show(*answer);
        m_needs->finish();
        m_pageProblem = answer.error().message;
        showProblem();
    });
}

// All of them are counted anew, so they are read by the minute and not with every touch of somebody.
void TodayRoom::readCharts()
{
    m_readingCharts = true;
    if (!m_chartsRead)
        for (SmallChart *chart : std::as_const(m_charts))
            chart->begin();
    deliver(m_desk.charts(ChartFilter(), QString()), this, [this, number = ++m_chartsAsked](const Result<ChartPage> &answer) {
        if (number != m_chartsAsked)
            return;
        m_readingCharts = false;
        if (answer)
            return showCharts(*answer);
        for (SmallChart *chart : std::as_const(m_charts))
            chart->finish();
        m_chartsProblem = answer.error().message;
        showProblem();
    });
}

void TodayRoom::show(const TodayPage &page)
{
    m_read = true;
    m_page = page;
    m_pageProblem.reset();
    showProblem();
    m_tiles->show(page, m_zone, m_clock.now());
    m_needs->show(page.needs, m_clock.now());
    showDuties();
}

void TodayRoom::showCharts(const ChartPage &page)
{
    m_chartsRead = true;
    m_chartsProblem.reset();
    showProblem();
    for (SmallChart *chart : std::as_const(m_charts))
        chart->show(page.find(chart->id()));
}

void TodayRoom::tick()
{
    m_tiles->setNow(m_clock.now());
    m_needs->setNow(m_clock.now());
}

// Looked at soon, and together with what else changes meanwhile; out of sight once it is looked at again.
void TodayRoom::noteChanged()
{
    m_stale = true;
    if (isVisible() && !m_quiet.isActive() && !m_soon.isActive())
        m_soon.start();
}

void TodayRoom::act(const NeedsYou &need)
{
    switch (deedOf(need)) {
    case NeedDeed::Answer: return Q_EMIT answerAsked(need.lead);
    case NeedDeed::Look: return Q_EMIT lookAsked(need.customer, need.lead);
    case NeedDeed::ListLeads: return Q_EMIT leadsAsked(need.title, leadsOf(need));
    case NeedDeed::WorkOff: return Q_EMIT looksAsked();
    case NeedDeed::Mend: return Q_EMIT roomAsked(QStringLiteral("leads-in"));
    case NeedDeed::SeeChart: return Q_EMIT chartAsked(QLatin1String(chart_ids::Load));
    case NeedDeed::Nothing: break;
    }
}

void TodayRoom::saveMondayPage()
{
    saveMonday(this, m_desk, *m_asker, {m_store, m_zone, m_clock.now(), {}}, [this](const Result<QString> &saved) {
        m_unsaved->setVisible(!saved);
        if (saved)
            return Q_EMIT said(tr("Saved: %1").arg(*saved));
        m_unsaved->setText(tr("The Monday page is not saved"), saved.error().message);
    });
}

// What was read last stays, with its time.
void TodayRoom::showProblem()
{
    const std::optional<QString> &why = m_pageProblem ? m_pageProblem : m_chartsProblem;
    if (why) {
        m_problem->setText(m_pageProblem ? tr("Today cannot be read") : tr("The charts cannot be read"), *why);
        m_problem->setDetail(m_pageProblem && m_read ? tr("figures as of %1").arg(wording::dayAndTime(m_page.at, m_zone, m_clock.now())) : QString());
    }
    m_problem->setVisible(why.has_value());
}

void TodayRoom::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_second.start();
    m_minute.start();
    tick();
    if (m_stale && !m_reading)
        m_soon.start(); // whoever comes to look is not shown what was
}

void TodayRoom::hideEvent(QHideEvent *event)
{
    for (QTimer *timer : {&m_second, &m_minute, &m_soon})
        timer->stop();
    QWidget::hideEvent(event);
}

} // namespace beback::ui
