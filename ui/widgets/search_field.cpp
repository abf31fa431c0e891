#include "ui/widgets/search_field.h"

#include "ui/style/paint.h"

#include <QEvent>
#include <QKeyEvent>

namespace beback::ui {

SearchField::SearchField(const QString &placeholder, const QString &key, QWidget *parent)
    : QLineEdit(parent), m_key(key)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(false);
    connect(this, &QLineEdit::textChanged, this, &SearchField::reserve);
    reserve();
}

void SearchField::setKey(const QString &key)
{
    m_key = key;
    reserve();
    update();
}

QSize SearchField::sizeHint() const
{
    return {scaled(270), QLineEdit::sizeHint().height()};
}

void SearchField::reserve()
{
    const int right = text().isEmpty() && !m_key.isEmpty() ? paint::keyCapWidth(m_key) + scaled(8) : 0;
    setTextMargins(scaled(metrics::Icon + 6), 0, right, 0);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const Theme &t = Theme::current();
    QPainter p(this);
    const int size = scaled(metrics::Icon);
    paint::glyph(&p, QRect(scaled(8), (height() - size) / 2, size, size), QStringLiteral("edit-find"), t.muted);
    if (text().isEmpty())
        paint::keyCap(&p, width() - scaled(8) - paint::keyCapWidth(m_key), height() / 2, m_key, t.muted);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty())
            break;
        clear();
        return;
    case Qt::Key_Up: Q_EMIT moveRequested(-1); return;
    case Qt::Key_Down: Q_EMIT moveRequested(1); return;
    case Qt::Key_PageUp: Q_EMIT moveRequested(-8); return;
    case Qt::Key_PageDown: Q_EMIT moveRequested(8); return;
    default: break;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        reserve();
}

} // namespace beback::ui
