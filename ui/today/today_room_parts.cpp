// What the room of today is made of, how it fits the window, and when it looks again.
#include "ui/charts/chart_export.h"
#include "ui/charts/chart_text.h"
#include "ui/today/duties_list.h"
#include "ui/today/duty_sheet.h"
#include "ui/today/needs_list.h"
#include "ui/today/small_chart.h"
#include "ui/today/tiles.h"
#include "ui/today/today_room.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"

#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QScrollArea>

#include <algorithm>

namespace beback::ui {

namespace {

constexpr int Apart = 12, NeedsWide = 420, NeedsPercent = 44; // the list never takes more than so much of the width
constexpr int ChartWide = 290;  // narrower than this, charts stand below one another
constexpr int SecondMs = 1000, MinuteMs = 60'000;
constexpr int SoonMs = 300;     // changes that come together are looked at once
constexpr int QuietMs = 30'000; // and so long nothing of others is looked at again: the page reads weeks of what happened

// Its charts scroll where they do not find room.
QScrollArea *scrolled(QWidget *inside, const QString &name)
{
    auto *area = new QScrollArea;
    area->setObjectName(QStringLiteral("today.charts"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(name);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(inside);
    inside->setAutoFillBackground(false);
    return area;
}

} // namespace

TodayRoom::TodayRoom(Desk &desk, const Clock &clock, QWidget *parent) : QWidget(parent), m_desk(desk), m_clock(clock), m_asker(dialogAsker())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(scaled(Apart), scaled(Apart), scaled(Apart), scaled(Apart));
    column->setSpacing(scaled(Apart));
    m_problem = new Banner(Tone::Danger);
    m_problem->setObjectName(QStringLiteral("today.problem"));
    m_problem->setButton(tr("Try again"));
    m_problem->button()->setObjectName(QStringLiteral("today.problem.again"));
    m_tiles = new Tiles;
    column->addWidget(m_problem);
    column->addWidget(m_tiles);
    m_problem->setVisible(false);
    buildBody(column);
    buildTimers();
    connectParts();
}

TodayRoom::~TodayRoom() = default;

void TodayRoom::buildBody(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(Apart));
    column->addLayout(row, 1);
    m_left = new QWidget;
    auto *left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(scaled(Apart));
    m_sheet = new DutySheet;
    m_needs = new NeedsList;
    m_duties = new DutiesList;
    left->addWidget(m_sheet);
    left->addWidget(m_needs, 3);
    left->addWidget(m_duties, 2);
    left->addStretch(); // where neither is in sight
    row->addWidget(m_left);
    auto *inside = new QWidget;
    m_grid = new QGridLayout(inside);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(scaled(Apart));
    for (const char *id : {chart_ids::Attempts, chart_ids::Reached, chart_ids::Hours, chart_ids::Neglect})
        m_charts << new SmallChart(id, inside);
    m_area = scrolled(inside, tr("Charts"));
    row->addWidget(m_area, 1);
    buildFoot(left); // below the lists: the charts need the height; the keyboard comes here last
    arrange();
}

void TodayRoom::buildFoot(QVBoxLayout *column)
{
    m_export = new KeyButton(QStringLiteral("document-export"), tr("Monday page…"), {});
    m_export->setObjectName(QStringLiteral("today.monday"));
    m_export->setAccessibleName(tr("Save the Monday page"));
    m_setDuty = new KeyButton(QStringLiteral("user"), tr("Set a duty…"), {});
    m_setDuty->setObjectName(QStringLiteral("today.duty.set"));
    m_setDuty->setAccessibleName(tr("Set a duty for a manager"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_setDuty);
    row->addStretch();
    row->addWidget(m_export);
    m_unsaved = new Banner(Tone::Danger);
    m_unsaved->setObjectName(QStringLiteral("today.monday.problem"));
    m_unsaved->setButton(tr("Try again"));
    column->addWidget(m_unsaved);
    m_unsaved->setVisible(false);
    column->addLayout(row);
    connect(m_export, &KeyButton::clicked, this, &TodayRoom::saveMondayPage);
    connect(m_unsaved, &Banner::acted, this, &TodayRoom::saveMondayPage);
}

void TodayRoom::buildTimers()
{
    m_second.setInterval(SecondMs);
    m_minute.setInterval(MinuteMs);
    m_soon.setInterval(SoonMs);
    m_quiet.setInterval(QuietMs);
    m_soon.setSingleShot(true);
    m_quiet.setSingleShot(true);
    connect(&m_second, &QTimer::timeout, this, &TodayRoom::tick);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (!m_reading)
            readPage();
        if (!m_readingCharts)
            readCharts();
    });
    connect(&m_soon, &QTimer::timeout, this, &TodayRoom::readPage);
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        if (m_reading)
            m_quiet.start(); // a slow desk is not asked twice
        else if (m_stale)
            noteChanged();
    });
    connect(&m_desk, &Desk::changed, this, &TodayRoom::noteChanged);
}

void TodayRoom::connectParts()
{
    connect(m_problem, &Banner::acted, this, &TodayRoom::refresh);
    connect(m_needs, &NeedsList::asked, this, &TodayRoom::act);
    connect(m_tiles, &Tiles::peopleAsked, this, [this] { Q_EMIT chartAsked(QLatin1String(chart_ids::Touches)); });
    for (const SmallChart *chart : std::as_const(m_charts))
        connect(chart, &SmallChart::asked, this, &TodayRoom::chartAsked);
    connectDuties();
}

void TodayRoom::connectDuties()
{
    connect(m_duties, &DutiesList::openAsked, this, &TodayRoom::openDuty);
    connect(m_duties, &DutiesList::doneAsked, this, &TodayRoom::endDuty);
    connect(m_duties, &DutiesList::leaveOutAsked, this, [this](const Duty &duty) { askDuty(&duty); });
    connect(m_setDuty, &KeyButton::clicked, this, [this] { askDuty(nullptr); });
    connect(m_sheet, &DutySheet::said, this, &TodayRoom::sayAbout);
    connect(m_sheet, &DutySheet::left, this, &TodayRoom::closeSheet);
}

void TodayRoom::arrange()
{
    const int needs = std::min(scaled(NeedsWide), width() * NeedsPercent / 100);
    if (m_left->maximumWidth() != needs)
        m_left->setFixedWidth(needs);
    const int left = width() - needs - 3 * scaled(Apart);
    arrangeCharts(left >= 2 * scaled(ChartWide) + scaled(Apart) ? 2 : 1);
}

void TodayRoom::arrangeCharts(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (SmallChart *chart : std::as_const(m_charts))
        m_grid->removeWidget(chart);
    for (int i = 0; i < m_charts.size(); ++i) {
        m_grid->addWidget(m_charts[i], i / columns, i % columns);
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
        m_grid->setRowStretch(i, i * columns < m_charts.size() ? 1 : 0);
    }
}

void TodayRoom::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void TodayRoom::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        arrange();
}

void TodayRoom::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), Theme::current().bg);
}

} // namespace beback::ui
