#include "ui/style/icons.h"
#include "ui/style/paint.h"
#include "ui/style/style_parts.h"

#include <QStyleOption>

namespace beback::ui::parts {

namespace {

constexpr int MenuPad = 10, MenuIcon = 24;

struct MenuText
{
    QString words, key;
    explicit MenuText(const QString &whole)
    {
        const qsizetype tab = whole.indexOf(QLatin1Char('\t'));
        words = tab < 0 ? whole : whole.left(tab);
        key = tab < 0 ? QString() : whole.mid(tab + 1);
    }
};

} // namespace

// Words with a bar of the accent under the chosen one, as the rooms in the top strip.
void tabShape(QPainter *p, const QStyleOptionTab &option)
{
    const Theme &t = Theme::current();
    const bool chosen = option.state & QStyle::State_Selected;
    if (!chosen && (option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled))
        p->fillRect(option.rect.adjusted(0, 0, 0, -1), t.hover);
    if (chosen)
        p->fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2), t.accent);
    if (option.state & QStyle::State_HasFocus)
        paint::focusRing(p, option.rect.adjusted(1, 2, -1, -3));
}

void tabLabel(QPainter *p, const QStyleOptionTab &option)
{
    const Theme &t = Theme::current();
    const bool chosen = option.state & QStyle::State_Selected;
    QFont f = p->font();
    f.setWeight(chosen ? QFont::DemiBold : QFont::Normal);
    p->setFont(f);
    p->setPen(chosen ? t.text : t.muted);
    p->drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
}

void menuPanel(QPainter *p, const QRect &rect)
{
    const Theme &t = Theme::current();
    p->fillRect(rect, t.surface);
    p->setPen(t.edge);
    p->setBrush(Qt::NoBrush);
    p->drawRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5));
}

QSize menuItemSize(const QStyleOptionMenuItem &option)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {10, scaled(9)};
    const MenuText text(option.text);
    const QFontMetrics metrics(option.font);
    int width = scaled(MenuPad) * 2 + scaled(MenuIcon) + metrics.size(Qt::TextShowMnemonic, text.words).width();
    if (!text.key.isEmpty())
        width += scaled(24) + paint::keyCapWidth(text.key);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += scaled(20);
    return {width, std::max(scaled(metrics::Button), metrics.height() + 8)};
}

void menuItem(QPainter *p, const QStyleOptionMenuItem &option)
{
    const Theme &t = Theme::current();
    const QRect r = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        p->fillRect(QRect(r.x() + scaled(MenuPad), r.center().y(), r.width() - 2 * scaled(MenuPad), 1), t.border);
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    if (option.state & QStyle::State_Selected)
        paint::box(p, r.adjusted(3, 0, -3, 0), enabled ? t.accentSoft : t.hover, {});
    const QColor ink = enabled ? t.text : t.muted;
    const int icon = scaled(metrics::Icon);
    const QRect at(r.x() + scaled(MenuPad), r.y() + (r.height() - icon) / 2, icon, icon);
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked)
        paint::glyph(p, at, QStringLiteral("dialog-ok-apply"), t.accent);
    else if (!option.icon.isNull())
        option.icon.paint(p, at, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    const MenuText text(option.text);
    const QRect words = r.adjusted(scaled(MenuPad) + scaled(MenuIcon), 0, -scaled(MenuPad), 0);
    p->setFont(option.font);
    p->setPen(ink);
    p->drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, text.words);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        chevron(p, QRect(r.right() - scaled(22), r.y(), scaled(16), r.height()), Point::Right, enabled);
    else if (!text.key.isEmpty())
        paint::keyCap(p, words.right() + 1 - paint::keyCapWidth(text.key), r.center().y(), text.key, t.muted);
}

void headerSection(QPainter *p, const QStyleOptionHeader &option)
{
    const Theme &t = Theme::current();
    p->fillRect(option.rect, t.surface);
    if (option.state & QStyle::State_MouseOver)
        p->fillRect(option.rect, t.hover);
    p->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.edge);
}

void headerLabel(QPainter *p, const QStyleOptionHeader &option)
{
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    QRect rect = option.rect.adjusted(scaled(8), 0, -scaled(8), 0);
    if (sorted) {
        const QRect at(rect.right() - scaled(10), rect.y(), scaled(12), rect.height());
        chevron(p, at, option.sortIndicator == QStyleOptionHeader::SortUp ? Point::Up : Point::Down, true);
        rect.setRight(at.left() - 2);
    }
    const Theme &t = Theme::current();
    paint::elided(p, rect, option.text, font(Type::Overline), sorted ? t.text : t.muted,
                  option.textAlignment & Qt::AlignRight ? Qt::AlignRight | Qt::AlignVCenter
                                                        : Qt::AlignLeft | Qt::AlignVCenter);
}

void itemPanel(QPainter *p, const QStyleOption &option)
{
    const Theme &t = Theme::current();
    if (option.state & QStyle::State_Selected)
        p->fillRect(option.rect, t.accentSoft);
    else if ((option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled))
        p->fillRect(option.rect, t.hover);
}

} // namespace beback::ui::parts
