#include "ui/widgets/key_cap_label.h"

#include "ui/style/paint.h"

namespace beback::ui {

KeyCapLabel::KeyCapLabel(const QString &key, QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setKey(key);
}

void KeyCapLabel::setKey(const QString &key)
{
    m_key = key;
    setAccessibleName(tr("Key %1").arg(key));
    updateGeometry();
    update();
}

QSize KeyCapLabel::sizeHint() const
{
    return {paint::keyCapWidth(m_key), std::max(scaled(16), QFontMetrics(beback::ui::font(Type::Small)).height() + 1)};
}

void KeyCapLabel::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    paint::keyCap(&p, 0, height() / 2, m_key, Theme::current().muted);
}

} // namespace beback::ui
