#include "ui/today/small_chart.h"

#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_view.h"
#include "ui/widgets/skeleton_widget.h"
#include "ui/widgets/text_label.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace beback::ui {

namespace {

constexpr int LeastHigh = 118, LeastWide = 220; // of bars and lines, which are only looked over here

// What a chart likes is for a room of its own: here it takes what is left of the card, and asks for the least it can be read at. The
// lines above it wrap, so the card is as high as its width makes it, and counts this as well.
class Pages final : public QStackedWidget
{
public:
    QSize sizeHint() const override { return {QStackedWidget::sizeHint().width(), minimumHeight()}; }
};

} // namespace

SmallChart::SmallChart(const char *id, QWidget *parent) : Card(parent), m_id(QLatin1String(id))
{
    setObjectName(QStringLiteral("today.card.") + m_id);
    setFill(Fill::Surface);
    setCursor(Qt::PointingHandCursor);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(scaled(metrics::PadSide), scaled(8), scaled(metrics::PadSide), scaled(8));
    column->setSpacing(scaled(2));
    m_says = new TextLabel(Type::Strong);
    m_says->setObjectName(QStringLiteral("today.says.") + m_id);
    m_says->setWordWrap(true);
    m_says->setToolTip(tr("Open this chart"));
    m_beneath = new ElidedLabel(Type::Small, Ink::Muted);
    m_legend = new ChartLegend;
    m_pages = new Pages;
    m_pages->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_pages->setMinimumHeight(scaled(LeastHigh));
    column->addWidget(m_says);
    column->addWidget(m_beneath);
    column->addWidget(m_legend, 0, Qt::AlignLeft);
    column->addWidget(m_pages, 1);
    m_skeleton = new SkeletonWidget(SkeletonWidget::Shape::Table);
    m_skeleton->setOffersWithout(false);
    m_view = new ChartView("");
    m_view->setObjectName(QStringLiteral("today.chart.") + m_id);
    m_nothing = new TextLabel(tr("Nothing to count yet"), Type::Label, Ink::Muted);
    m_nothing->setAlignment(Qt::AlignCenter);
    for (QWidget *page : std::initializer_list<QWidget *>{m_skeleton, m_view, m_nothing})
        m_pages->addWidget(page);
    m_legend->setVisible(false);
    // The view shows what it was clicked at; here nothing stays chosen.
    connect(m_view, &ChartView::chosen, this, [this] {
        m_view->choose({}, {});
        Q_EMIT asked(m_id);
    });
}

void SmallChart::begin()
{
    m_skeleton->begin();
}

void SmallChart::finish()
{
    m_skeleton->finish();
}

void SmallChart::show(const Chart *chart)
{
    m_skeleton->finish();
    const bool empty = !chart || chart->isEmpty();
    const Chart shown = chart ? *chart : Chart();
    m_says->setText(shown.says);
    m_says->setVisible(!shown.says.isEmpty());
    m_beneath->setText(shown.beneath);
    m_legend->setChart(empty ? Chart() : shown);
    // A heat map needs its cells; the others do with less than in a room of their own.
    const bool heat = shown.shape == Chart::Shape::Heat;
    m_view->setMinimumSize(heat ? QSize(0, 0) : QSize(scaled(LeastWide), scaled(LeastHigh)));
    m_view->setChart(shown);
    m_pages->setMinimumHeight(heat && !empty ? m_view->minimumSizeHint().height() : scaled(LeastHigh));
    m_pages->setCurrentWidget(empty ? static_cast<QWidget *>(m_nothing) : m_view);
}

void SmallChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT asked(m_id);
    else
        Card::mousePressEvent(event);
}

// What the view left over: Enter before any of its marks is walked to.
void SmallChart::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        Q_EMIT asked(m_id);
    else
        Card::keyPressEvent(event);
}

} // namespace beback::ui
