#include "ui/shell/today_label.h"

#include <QLocale>
#include <QPainter>

namespace beback::ui {

namespace {

QFont strongFont()
{
    QFont strong = font(Type::Label);
    strong.setWeight(QFont::DemiBold);
    return strong;
}

} // namespace

TodayLabel::TodayLabel(QWidget *parent) : TextLabel(Type::Label, Ink::Muted, parent) {}

void TodayLabel::show(int touches, int list)
{
    const QString sentence = tr("Today %1 of %2");
    const QString behind = QLocale().toString(list);
    m_strong = QLocale().toString(touches);
    m_before = sentence.section(QStringLiteral("%1"), 0, 0).replace(QLatin1String("%2"), behind);
    m_behind = sentence.section(QStringLiteral("%1"), 1).replace(QLatin1String("%2"), behind);
    setText(m_before + m_strong + m_behind);
    updateGeometry();
    update();
}

QSize TodayLabel::sizeHint() const
{
    const QFontMetrics usual(font());
    return {usual.horizontalAdvance(m_before) + QFontMetrics(strongFont()).horizontalAdvance(m_strong) + usual.horizontalAdvance(m_behind),
            usual.height()};
}

void TodayLabel::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    int x = 0;
    const auto write = [&](const QString &text, const QFont &font, const QColor &color) {
        p.setFont(font);
        p.setPen(color);
        p.drawText(QRect(x, 0, width() - x, height()), int(Qt::AlignLeft | Qt::AlignVCenter), text);
        x += QFontMetrics(font).horizontalAdvance(text);
    };
    const QColor muted = inkColor(Ink::Muted);
    write(m_before, font(), muted);
    write(m_strong, strongFont(), inkColor(Ink::Text));
    write(m_behind, font(), muted);
}

} // namespace beback::ui
