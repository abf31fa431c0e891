#include "ui/charts/charts_room.h"

#include "core/desk/deliver.h"
#include "core/time/wording.h"
#include "core/time/zones.h"
#include "ui/charts/chart_filter_row.h"
#include "ui/charts/chart_leads.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_list.h"
#include "ui/charts/chart_table.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/views_button.h"
#include "ui/shell/seams.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/skeleton_widget.h"
#include "ui/widgets/text_label.h"

#include <QKeyEvent>
#include <QPointer>
#include <QStackedWidget>

#include <algorithm>

namespace beback::ui {

namespace {

bool isTableKey(const QEvent &event)
{
    if (event.type() != QEvent::ShortcutOverride && event.type() != QEvent::KeyPress)
        return false;
    const auto &key = static_cast<const QKeyEvent &>(event);
    return key.key() == Qt::Key_T && key.modifiers() == Qt::ControlModifier;
}

// Of a bar of parts whose leads can be looked at each for itself.
QVector<ChartLeads::Part> partsOf(const Chart &chart, ChartSpot spot)
{
    QVector<ChartLeads::Part> parts;
    if (!chart_spots::hasParts(chart))
        return parts;
    const auto part = [&](int series, const QString &key, const QString &name) {
        const qsizetype leads = chart_spots::leads(chart, {series, spot.mark}).size();
        if (leads > 0 || series == spot.series || series < 0)
            parts << ChartLeads::Part{key, QStringLiteral("%1 %2").arg(name, chart_text::number(double(leads)))};
    };
    part(-1, {}, ChartsRoom::tr("All"));
    for (int i = 0; i < chart.series.size(); ++i)
        part(i, chart.series[i].key, chart.series[i].name);
    return parts;
}

// In which order they stand: each part for itself has the longest untouched first.
QString orderOf(const Chart &chart, ChartSpot spot)
{
    int parts = 0;
    for (int i = 0; i < chart.series.size(); ++i)
        parts += (spot.series < 0 || spot.series == i) && !chart.series[i].marks[spot.mark].leads.isEmpty();
    return parts > 1 ? ChartsRoom::tr("part by part, the longest untouched first") : ChartsRoom::tr("longest untouched first");
}

} // namespace

void ChartsRoom::refresh()
{
    if (!m_read) {
        m_pages->setCurrentWidget(m_skeleton);
        m_skeleton->begin(tr("Reading the charts."));
    }
    m_savedViews->read();
    deliver(m_desk.charts(m_filter, m_id), this, [this, number = ++m_asked](const Result<ChartPage> &answer) {
        if (number != m_asked)
            return; // the filters were changed since
        m_skeleton->finish();
        if (!answer)
            return fail(tr("The charts cannot be read"), answer.error().message, true);
        if (m_retry)
            m_problem->hide();
        show(*answer);
        if (isReading())
            refresh(); // another one was chosen meanwhile
    });
}

void ChartsRoom::show(const ChartPage &page)
{
    m_read = true;
    m_page = page;
    m_filter = page.filter;
    m_filters->show(m_filter, page.choices);
    m_leads->setPeople(page.choices.people);
    m_asOf->setText(tr("As of %1").arg(wording::dayAndTime(page.at, m_zone, m_clock.now())));
    if (!page.find(m_id))
        m_id = page.charts.isEmpty() ? QString() : page.charts.first().id;
    m_list->setCharts(page.charts, m_id);
    if (m_list->currentId().isEmpty())
        m_list->choose(m_id);
    m_pages->setCurrentWidget(m_body);
    showChart();
}

const Chart *ChartsRoom::shownChart() const
{
    return m_page.find(m_id);
}

bool ChartsRoom::isReading() const
{
    const Chart *chart = shownChart();
    return !m_read || (chart && !chart->isRead);
}

void ChartsRoom::chooseChart(const QString &id)
{
    if (takeChart(id) && m_read && isReading())
        refresh();
}

bool ChartsRoom::takeChart(const QString &id)
{
    if (id == m_id && m_list->currentId() == id)
        return false;
    m_leads->dropAct();
    m_id = id;
    m_chosen = {};
    m_memory->keep(QLatin1String(ChartKey), id);
    m_list->choose(id);
    showDefinition(false);
    if (m_read)
        showChart();
    return true;
}

void ChartsRoom::chooseMark(const QString &seriesKey, const QString &markKey)
{
    choose({m_id, seriesKey, markKey});
}

void ChartsRoom::showLeads(const QString &heading, const QVector<LeadId> &leads)
{
    m_leads->dropAct();
    m_givenHeading = heading;
    m_given = leads;
    m_chosen = {};
    showChosen();
}

void ChartsRoom::choose(const Chosen &chosen)
{
    m_leads->dropAct();
    m_given.clear();
    m_chosen = chosen;
    showChosen();
}

void ChartsRoom::setFilter(const ChartFilter &filter)
{
    m_filter = filter;
    rememberFilter(*m_memory, filter);
    if (m_filters->filter() != filter)
        m_filters->show(filter, m_page.choices);
    refresh();
}

bool ChartsRoom::isTable() const
{
    return m_switch->currentIndex() == 1;
}

void ChartsRoom::showTable(bool on)
{
    m_switch->setCurrentIndex(on ? 1 : 0);
    m_memory->keep(QLatin1String(TableKey), on);
    const Chart *chart = shownChart();
    if (chart && !chart->isEmpty())
        m_views->setCurrentIndex(on ? 1 : 0);
}

// The mark may be gone, or hold other leads than before.
void ChartsRoom::showChosen()
{
    const Chart *chart = m_page.find(m_chosen.chart);
    if (chart && !chart->isRead)
        return; // what is chosen is found when it is there
    const ChartSpot spot = chart ? chart_spots::find(*chart, m_chosen.series, m_chosen.mark) : ChartSpot();
    const QLatin1String under(chart_ids::UnderMinimum);
    const bool inPeople = m_chosen.chart == under && m_id != under;
    m_view->choose(m_chosen.series, inPeople ? QString() : m_chosen.mark);
    m_people->choose(m_chosen.series, inPeople ? m_chosen.mark : QString());
    if (spot.isValid())
        return showLeadsOf(*chart, spot);
    m_chosen = {};
    if (!m_given.isEmpty()) {
        m_leads->setParts({}, {});
        return m_leads->show(tr("%1: %2").arg(m_givenHeading, chart_text::leads(int(m_given.size()))), {}, m_given);
    }
    const Chart *shown = shownChart();
    m_leads->showNothing(!shown || shown->isEmpty() ? QString() : chart_text::howToChoose(shown->shape));
}

void ChartsRoom::showLeadsOf(const Chart &chart, ChartSpot spot)
{
    const QVector<LeadId> leads = chart_spots::leads(chart, spot);
    // What is counted is not the leads themselves: their share of something, or touches, of which a lead may have had several.
    const bool others = chart.isShare || chart_spots::isTooFew(chart, spot) || chart_spots::count(chart, spot) != leads.size();
    const QString order = orderOf(chart, spot);
    // Of several series each says it in a line of its own; here they stand in one.
    const QString facts = chart_text::facts(chart, spot).replace(QLatin1Char('\n'), QStringLiteral("; "));
    m_leads->setParts(partsOf(chart, spot), chart_spots::seriesKey(chart, spot));
    m_leads->show(tr("%1: %2").arg(chart_text::name(chart, spot), chart_text::leads(int(leads.size()))),
                  others ? tr("%1; %2").arg(facts, order) : order, leads);
}

void ChartsRoom::fail(const QString &heading, const QString &sentence, bool canRetry)
{
    m_retry = canRetry;
    m_problem->setText(heading, sentence);
    m_problem->setButton(canRetry ? tr("Try again") : tr("Close"));
    m_problem->show();
}

// Ctrl+T is the time of the next touch elsewhere in the window; in here it is the table.
bool ChartsRoom::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isTableKey(*event)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void ChartsRoom::keyPressEvent(QKeyEvent *event)
{
    if (!isTableKey(*event) || !m_switch->isEnabled())
        return QWidget::keyPressEvent(event);
    showTable(!isTable());
    m_views->currentWidget()->setFocus(Qt::OtherFocusReason);
}

} // namespace beback::ui
