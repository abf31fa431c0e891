#include "ui/widgets/capacity_bar.h"

#include "ui/style/paint.h"

namespace beback::ui {

CapacityBar::CapacityBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void CapacityBar::setRange(int value, int maximum)
{
    m_value = std::max(0, value);
    m_maximum = std::max(0, maximum);
    describe();
    update();
}

void CapacityBar::setWhat(const QString &what)
{
    m_what = what;
    describe();
}

void CapacityBar::describe()
{
    const QString count = tr("%1 of %2").arg(m_value).arg(m_maximum);
    setAccessibleName(m_what.isEmpty() ? count : tr("%1 %2", "count, what is counted").arg(count, m_what));
}

QSize CapacityBar::sizeHint() const
{
    return {scaled(72), scaled(8)};
}

QSize CapacityBar::minimumSizeHint() const
{
    return {scaled(24), scaled(8)};
}

void CapacityBar::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::current();
    QPainter p(this);
    const int high = scaled(8);
    const QRect bar(0, (height() - high) / 2, width(), high);
    paint::box(&p, bar, t.hover, t.border, 2);
    if (m_maximum == 0 || m_value == 0)
        return;
    const bool over = m_value > m_maximum;
    const int wide = over ? bar.width() : int(qint64(bar.width()) * m_value / m_maximum);
    // Even the first of many is to be seen.
    paint::box(&p, QRect(bar.x(), bar.y(), std::max(3, wide), bar.height()), over ? t.danger : t.accent, {}, 2);
}

} // namespace beback::ui
