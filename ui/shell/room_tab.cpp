#include "ui/shell/room_tab.h"

#include "ui/style/paint.h"

namespace beback::ui {

RoomTab::RoomTab(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(text);
}

QSize RoomTab::sizeHint() const
{
    return {QFontMetrics(ui::font(Type::Strong)).horizontalAdvance(text()) + scaled(22), scaled(metrics::TopStrip)};
}

void RoomTab::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter p(this);
    if (underMouse() && !isChecked())
        p.fillRect(rect().adjusted(0, 0, 0, -1), theme.hover);
    paint::elided(&p, rect(), text(), ui::font(isChecked() ? Type::Strong : Type::Body), isChecked() ? theme.text : theme.muted, Qt::AlignCenter);
    if (isChecked())
        p.fillRect(0, height() - 2, width(), 2, theme.accent);
}

void RoomTab::enterEvent(QEnterEvent *)
{
    update();
}

void RoomTab::leaveEvent(QEvent *)
{
    update();
}

} // namespace beback::ui
