// What the room of charts is made of, and how the chart that is chosen is shown in it.
#include "core/desk/deliver.h"
#include "ui/charts/chart_export.h"
#include "ui/charts/chart_fills.h"
#include "ui/charts/chart_filter_row.h"
#include "ui/charts/chart_leads.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_list.h"
#include "ui/charts/chart_table.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/charts_room.h"
#include "ui/charts/views_button.h"
#include "ui/shell/seams.h"
#include "ui/style/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/skeleton_widget.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>

namespace beback::ui {

namespace {

constexpr int ListWide = 172, SideWide = 316, PadSide = 16, PadAbove = 12, ChartPart = 5, LeadsPart = 4;

KeyButton *button(const char *name, const QString &icon, const QString &text)
{
    auto *made = new KeyButton(icon, text, {});
    made->setObjectName(QStringLiteral("charts.") + QLatin1String(name));
    return made;
}

// A chart with more rows than find room is scrolled; the keyboard's mark stays in sight.
QScrollArea *scrolled(ChartView *view, const QString &name)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setAccessibleName(name);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(view);
    view->setAutoFillBackground(false);
    area->setFocusProxy(view);
    QObject::connect(view, &ChartView::moved, area, [area](const QRect &place) {
        area->ensureVisible(place.center().x(), place.center().y(), place.width() / 2 + 8, place.height() / 2 + 8);
    });
    return area;
}

} // namespace

ChartsRoom::ChartsRoom(Desk &desk, const Clock &clock, std::shared_ptr<Memory> memory, std::shared_ptr<Paper> paper, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_clock(clock), m_memory(std::move(memory)), m_paper(std::move(paper)), m_asker(dialogAsker()),
      m_filter(rememberedFilter(*m_memory)), m_id(m_memory->value(QLatin1String(ChartKey)).toString())
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_list = new ChartList;
    m_list->setFixedWidth(scaled(ListWide));
    row->addWidget(m_list);
    row->addWidget(new Rule(Qt::Vertical));
    auto *column = new QVBoxLayout;
    column->setContentsMargins(scaled(PadSide), scaled(PadAbove), scaled(PadSide), scaled(PadAbove));
    column->setSpacing(8);
    row->addLayout(column, 1);
    buildTop(column);
    m_problem = new Banner(Tone::Danger);
    m_problem->setObjectName(QStringLiteral("charts.problem"));
    column->addWidget(m_problem);
    m_problem->hide();
    m_gave = new Banner(Tone::Info);
    m_gave->setObjectName(QStringLiteral("charts.gave"));
    m_gave->setButton(tr("Undo"));
    m_gave->setLink(tr("Close"));
    column->addWidget(m_gave);
    m_gave->hide();
    buildSavedViews(column);
    m_pages = new QStackedWidget;
    m_skeleton = new SkeletonWidget(SkeletonWidget::Shape::Table);
    m_skeleton->setOffersWithout(false);
    m_pages->addWidget(m_skeleton);
    buildBody();
    m_pages->addWidget(m_body);
    column->addWidget(m_pages, 1);
    buildMenu();
    connectParts();
    m_filters->show(m_filter, {});
}

ChartsRoom::~ChartsRoom() = default;

void ChartsRoom::buildTop(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_filters = new ChartFilterRow;
    m_asOf = new TextLabel(Type::Label, Ink::Muted);
    m_asOf->setObjectName(QStringLiteral("charts.as_of"));
    m_export = button("export", QStringLiteral("document-export"), tr("Export"));
    m_export->setOpensMenu(true);
    row->addWidget(m_filters, 1);
    row->addWidget(m_asOf, 0, Qt::AlignTop);
    m_savedViews = new ViewsButton(m_desk, [this] { return shownView(); });
    row->addWidget(m_savedViews, 0, Qt::AlignTop);
    row->addWidget(m_export, 0, Qt::AlignTop);
    m_asOf->setMinimumHeight(m_export->sizeHint().height());
    column->addLayout(row);
}

void ChartsRoom::buildBody()
{
    m_body = new QWidget;
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *above = new QHBoxLayout;
    above->setSpacing(20);
    auto *main = new QVBoxLayout;
    main->setSpacing(4);
    buildHead(main);
    buildViews(main);
    above->addLayout(main, 1);
    m_side = buildSide();
    above->addWidget(m_side);
    column->addLayout(above, ChartPart);
    column->addWidget(new Rule);
    m_leads = new ChartLeads([this](const QVector<LeadId> &leads, const ChartLeads::Then &then) { deliver(m_desk.chartLeads(leads), this, then); });
    column->addWidget(m_leads, LeadsPart);
}

void ChartsRoom::buildHead(QVBoxLayout *column)
{
    m_says = new TextLabel(Type::Name);
    m_says->setObjectName(QStringLiteral("charts.says"));
    m_says->setWordWrap(true);
    m_beneath = new ElidedLabel(Type::Label, Ink::Muted);
    m_how = new LinkButton(tr("How this is counted"));
    m_how->setObjectName(QStringLiteral("charts.how"));
    m_legend = new ChartLegend;
    m_switch = new SegmentedControl;
    m_switch->setObjectName(QStringLiteral("charts.switch"));
    m_switch->setAccessibleName(tr("Show as"));
    m_switch->addSegment({tr("Chart"), QStringLiteral("office-chart-bar"), {}, {}, {}, false});
    m_switch->addSegment({tr("Table"), QStringLiteral("table"), {}, tr("Table, Ctrl+T"), {}, false});
    m_switch->setCurrentIndex(m_memory->value(QLatin1String(TableKey), false).toBool() ? 1 : 0);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_beneath, 1);
    row->addWidget(m_how);
    row->addWidget(m_legend);
    row->addWidget(m_switch);
    m_definition = new Card;
    auto *inside = new QVBoxLayout(m_definition);
    inside->setContentsMargins(12, 8, 12, 8);
    m_counted = new TextLabel(Type::Body);
    m_counted->setObjectName(QStringLiteral("charts.counted"));
    m_counted->setWordWrap(true);
    m_counted->setTextInteractionFlags(Qt::TextSelectableByMouse);
    inside->addWidget(m_counted);
    column->addWidget(m_says);
    column->addLayout(row);
    column->addWidget(m_definition);
    m_definition->hide();
}

void ChartsRoom::buildViews(QVBoxLayout *column)
{
    m_views = new QStackedWidget;
    m_view = new ChartView("charts.view");
    m_area = scrolled(m_view, tr("Chart"));
    m_table = new ChartTable(m_paper);
    m_empty = new EmptyState;
    m_emptyReset = m_empty->addButton(QStringLiteral("window-close"), tr("Reset the filters"));
    m_emptyReset->setObjectName(QStringLiteral("charts.empty.reset"));
    m_emptyYear = m_empty->addButton(QStringLiteral("clock"), tr("Look back a year"));
    m_emptyYear->setObjectName(QStringLiteral("charts.empty.year"));
    for (QWidget *view : std::initializer_list<QWidget *>{m_area, m_table, m_empty})
        m_views->addWidget(view);
    column->addWidget(m_views, 1);
}

QWidget *ChartsRoom::buildSide()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *heading = new TextLabel(tr("Under the minimum, by person"), Type::Strong);
    heading->setMinimumHeight(lineHeight(Type::Name));
    m_peopleBeneath = new TextLabel(Type::Label, Ink::Muted);
    m_peopleBeneath->setWordWrap(true);
    m_people = new ChartView("charts.people");
    column->addWidget(heading);
    column->addWidget(m_peopleBeneath);
    column->addWidget(scrolled(m_people, tr("Under the minimum, by person")), 1);
    side->setFixedWidth(scaled(SideWide));
    return side;
}

void ChartsRoom::buildMenu()
{
    m_menu = new QMenu(this);
    buildExports();
    m_menu->addAction(tr("Copy the numbers"), this, [this] {
              m_table->copy(true);
              Q_EMIT said(tr("The numbers are copied."));
          })->setObjectName(QStringLiteral("charts.export.copy"));
    connect(m_export, &KeyButton::clicked, this, [this] {
        m_menu->popup(m_export->mapToGlobal(QPoint(m_export->width() - m_menu->sizeHint().width(), m_export->height() + 2)));
    });
}

void ChartsRoom::connectParts()
{
    connect(m_leads, &ChartLeads::giveAsked, this, &ChartsRoom::give);
    connect(m_leads, &ChartLeads::actsAsked, this, &ChartsRoom::actAsSaid);
    connect(m_leads, &ChartLeads::plansAsked, this, &ChartsRoom::readPlans);
    connect(m_leads, &ChartLeads::balanceAsked, this, &ChartsRoom::proposeBalance);
    connect(m_leads, &ChartLeads::refused, this, &ChartsRoom::said);
    connect(m_gave, &Banner::acted, this, &ChartsRoom::takeBack);
    connect(m_gave, &Banner::linkActivated, m_gave, &QWidget::hide);
    connect(m_list, &ChartList::chosen, this, &ChartsRoom::chooseChart);
    connect(m_filters, &ChartFilterRow::changed, this, &ChartsRoom::setFilter);
    connect(m_emptyReset, &KeyButton::clicked, m_filters, &ChartFilterRow::reset);
    connect(m_emptyYear, &KeyButton::clicked, this, [this] {
        ChartFilter longer = m_filter;
        longer.days = 365;
        setFilter(longer);
    });
    connect(m_how, &LinkButton::clicked, this, [this] { showDefinition(m_definition->isHidden()); });
    connect(m_switch, &SegmentedControl::activated, this, [this](int index) { showTable(index == 1); });
    connect(m_view, &ChartView::chosen, this, &ChartsRoom::chooseMark);
    connect(m_table, &ChartTable::chosen, this, &ChartsRoom::chooseMark);
    connect(m_people, &ChartView::chosen, this, [this](const QString &series, const QString &mark) {
        choose({QLatin1String(chart_ids::UnderMinimum), series, mark});
    });
    connect(m_leads, &ChartLeads::partChosen, this, [this](const QString &series) { choose({m_chosen.chart, series, m_chosen.mark}); });
    connect(m_leads, &ChartLeads::lookAsked, this, &ChartsRoom::lookAsked);
    connect(m_problem, &Banner::acted, this, [this] {
        m_problem->hide();
        if (m_retry)
            refresh();
    });
}

void ChartsRoom::showChart()
{
    const Chart *chart = shownChart();
    m_filters->showChart(chart ? *chart : Chart());
    if (chart && !chart->isRead)
        return showReading(*chart);
    const bool empty = !chart || chart->isEmpty();
    const Chart shown = chart ? *chart : Chart();
    m_says->setText(shown.says);
    m_beneath->setText(shown.beneath);
    m_counted->setText(shown.counted);
    m_how->setVisible(!shown.counted.isEmpty());
    m_legend->setChart(empty ? Chart() : shown);
    m_view->setChart(shown);
    m_table->setChart(shown);
    m_switch->setEnabled(!empty);
    m_export->setBlocked(empty ? tr("Nothing is counted here yet.") : QString());
    m_views->setCurrentIndex(empty ? 2 : isTable() ? 1 : 0);
    if (empty)
        showEmpty();
    showPeople();
    showChosen();
    m_savedViews->follow();
}

// Some charts ask the store for more than the others, and are read when they are chosen.
void ChartsRoom::showReading(const Chart &chart)
{
    m_says->setText(tr("Reading the chart."));
    m_beneath->setText(chart.beneath);
    m_counted->setText(QString());
    m_how->hide();
    m_legend->setChart(Chart());
    m_view->setChart(Chart());
    m_table->setChart(Chart());
    m_switch->setEnabled(false);
    m_export->setBlocked(tr("The chart is being read."));
    m_views->setCurrentIndex(0);
    showPeople();
    m_leads->showNothing(QString());
    m_savedViews->follow();
}

// Beside the chart of attempts: whose leads lie under its minimum.
void ChartsRoom::showPeople()
{
    const Chart *people = m_id == QLatin1String(chart_ids::Attempts) ? m_page.find(QLatin1String(chart_ids::UnderMinimum)) : nullptr;
    const bool shown = people && !people->isEmpty();
    m_side->setVisible(shown);
    m_people->setChart(shown ? *people : Chart());
    m_peopleBeneath->setText(shown ? people->beneath : QString());
}

void ChartsRoom::showEmpty()
{
    const Chart *chart = m_page.find(m_id);
    ChartFilter narrow = m_filter; // as far as it counts in this chart
    narrow.days = ChartFilter().days;
    if (chart && !chart->asksLeads)
        narrow.plan = narrow.source = QString();
    if (chart && !chart->asksMedium)
        narrow.medium = QString();
    if (chart && !chart->asksOpenDays())
        narrow.openDays = ChartFilter().openDays;
    const bool asksDays = !chart || chart->asksDays(), filtered = narrow != ChartFilter(), recent = asksDays && m_filter.days < 365;
    m_emptyReset->setVisible(filtered);
    m_emptyYear->setVisible(!filtered && recent);
    if (filtered && !asksDays)
        m_empty->setText(tr("Nothing fits the filters"), tr("Nothing is among what is chosen above. Choose less."));
    else if (filtered)
        m_empty->setText(tr("Nothing fits the filters"),
                         tr("No lead and no touch of the last %1 days is among what is chosen above. Choose less, or look further back.").arg(m_filter.days));
    else
        m_empty->setText(tr("Nothing to count yet"), whatFills(m_id));
}

void ChartsRoom::showDefinition(bool on)
{
    m_definition->setVisible(on);
    m_how->setText(on ? tr("Hide how this is counted") : tr("How this is counted"));
    m_how->updateGeometry();
}

void ChartsRoom::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), Theme::current().surface);
}

} // namespace beback::ui
