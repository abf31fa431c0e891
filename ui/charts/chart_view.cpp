#include "ui/charts/chart_view.h"

#include "ui/charts/chart_text.h"
#include "ui/style/paint.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

namespace beback::ui {

namespace {

constexpr int Air = 3; // for the ring around a mark at the edge
constexpr int LikedWide = 560, LikedHigh = 272;

bool walks(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Home || key == Qt::Key_End;
}

bool chooses(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
}

} // namespace

ChartView::ChartView(const char *objectName, QWidget *parent) : QWidget(parent), m_shape(ChartShape::of(m_chart.shape))
{
    setObjectName(QLatin1String(objectName));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Chart"));
}

ChartView::~ChartView() = default;

void ChartView::setChart(const Chart &chart)
{
    m_chart = chart;
    m_shape = ChartShape::of(chart.shape);
    m_chosen = m_current = m_hovered = {};
    setAccessibleName(chart.beneath.isEmpty() ? tr("Chart") : chart.beneath);
    describe();
    updateGeometry();
    update();
}

void ChartView::choose(const QString &series, const QString &mark)
{
    m_chosen = chart_spots::find(m_chart, series, mark);
    if (m_chosen.isValid())
        m_current = m_chosen;
    describe();
    update();
}

QRect ChartView::placeOf(const QString &series, const QString &mark) const
{
    const ChartSpot spot = chart_spots::find(m_chart, series, mark);
    return spot.isValid() ? m_shape->place(scene(), spot).toAlignedRect() : QRect();
}

QSize ChartView::sizeHint() const
{
    return m_shape->likedSize(m_chart).expandedTo({scaled(LikedWide), scaled(LikedHigh)});
}

QSize ChartView::minimumSizeHint() const
{
    return m_shape->leastSize(m_chart) + QSize(2 * Air, 2 * Air);
}

ChartScene ChartView::scene() const
{
    return {m_chart, QRectF(rect()).adjusted(Air, Air, -Air, -Air), m_chosen};
}

void ChartView::take(ChartSpot spot)
{
    m_chosen = m_current = spot;
    describe();
    update();
    Q_EMIT chosen(chart_spots::seriesKey(m_chart, spot), chart_spots::markKey(m_chart, spot));
}

// The first step goes to what is chosen, or to what is worth looking at; only then on from there.
void ChartView::walk(int key)
{
    if (chart_spots::marks(m_chart) == 0)
        return;
    m_current = m_current.isValid() ? m_shape->step(m_chart, m_current, key) : chart_spots::firstWorthLooking(m_chart);
    describe();
    update();
    Q_EMIT moved(m_shape->place(scene(), m_current).toAlignedRect());
}

void ChartView::describe()
{
    const ChartSpot spot = m_current.isValid() ? m_current : m_chosen;
    QString said = m_chart.says;
    if (spot.isValid()) {
        said = chart_text::name(m_chart, spot) + QStringLiteral(": ") + chart_text::facts(m_chart, spot);
        if (const QString before = chart_text::before(m_chart, spot); !before.isEmpty())
            said += QLatin1Char('\n') + before;
        if (spot == m_chosen)
            said = tr("%1. Chosen.").arg(said);
    }
    setAccessibleDescription(said.replace(QLatin1Char('\n'), QStringLiteral("; ")));
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier)) == Qt::NoModifier;
    m_byKeys = true;
    update();
    if (plain && walks(event->key()))
        walk(event->key());
    else if (plain && chooses(event->key()) && m_current.isValid())
        take(m_current);
    else
        QWidget::keyPressEvent(event);
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    ChartSpot spot = m_shape->spotAt(scene(), event->position());
    if (event->button() != Qt::LeftButton || !spot.isValid())
        return QWidget::mousePressEvent(event);
    m_byKeys = false;
    const bool again = spot.mark == m_chosen.mark && spot.series != m_chosen.series;
    if (chart_spots::hasParts(m_chart) && !again)
        spot.series = -1;
    QToolTip::hideText();
    take(spot);
}

// The second half of it would narrow what the first half chose.
void ChartView::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept();
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    ChartSpot spot = m_shape->spotAt(scene(), event->position());
    if (chart_spots::hasParts(m_chart))
        spot.series = -1; // the tip tells of all parts
    setCursor(spot.isValid() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (spot == m_hovered)
        return;
    m_hovered = spot;
    if (spot.isValid())
        QToolTip::showText(event->globalPosition().toPoint(), chart_text::tip(m_chart, spot), this);
    else
        QToolTip::hideText();
}

void ChartView::leaveEvent(QEvent *event)
{
    m_hovered = {};
    QToolTip::hideText();
    QWidget::leaveEvent(event);
}

void ChartView::focusInEvent(QFocusEvent *event)
{
    m_byKeys = event->reason() != Qt::MouseFocusReason;
    update();
    QWidget::focusInEvent(event);
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    update();
    QWidget::focusOutEvent(event);
}

void ChartView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        updateGeometry();
}

void ChartView::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const ChartScene now = scene();
    if (chart_spots::marks(m_chart) > 0)
        m_shape->paint(&p, now);
    if (!hasFocus() || !m_byKeys)
        return;
    const QRectF ring = m_current.isValid() ? m_shape->place(now, m_current) : QRectF(rect());
    paint::focusRing(&p, m_current.isValid() ? ring.toAlignedRect().adjusted(-2, -2, 2, 2) : rect());
}

} // namespace beback::ui
