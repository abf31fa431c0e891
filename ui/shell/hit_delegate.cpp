#include "ui/shell/hit_delegate.h"

#include "ui/style/paint.h"

#include <QCoreApplication>

namespace beback::ui {

namespace {

paint::Chip statusChip(const QString &status)
{
    const auto words = [](const char *text) { return QCoreApplication::translate("HitDelegate", text); };
    if (status == QLatin1String("sold"))
        return {Tone::Good, QStringLiteral("dialog-ok-apply"), words(QT_TRANSLATE_NOOP("HitDelegate", "Sold"))};
    if (status == QLatin1String("lost"))
        return {Tone::Neutral, {}, words(QT_TRANSLATE_NOOP("HitDelegate", "Lost"))};
    if (status == QLatin1String("duplicate"))
        return {Tone::Neutral, {}, words(QT_TRANSLATE_NOOP("HitDelegate", "Duplicate"))};
    if (status == QLatin1String("open"))
        return {Tone::Info, {}, words(QT_TRANSLATE_NOOP("HitDelegate", "Open"))};
    return {Tone::Neutral, {}, status};
}

} // namespace

int HitDelegate::rowHeight()
{
    return std::max(scaled(46), lineHeight(Type::Body) + lineHeight(Type::Label) + scaled(12));
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {100, rowHeight()};
}

void HitDelegate::paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const bool chosen = option.state & QStyle::State_Selected;
    if (chosen)
        p->fillRect(option.rect, theme.accentSoft);
    else if (option.state & QStyle::State_MouseOver)
        p->fillRect(option.rect, theme.hover);
    QRect inner = option.rect.adjusted(scaled(12), scaled(6), -scaled(12), -scaled(6));
    const paint::Chip status = statusChip(index.data(StatusRole).toString());
    const int chipAt = inner.right() - paint::chipWidth(status) + 1;
    if (!status.text.isEmpty())
        paint::chip(p, chipAt, inner.top(), status);
    const int line = lineHeight(Type::Body);
    QRect first(inner.left(), inner.top(), chipAt - inner.left() - scaled(8), line);
    const QString name = index.data(Qt::DisplayRole).toString();
    const int nameWidth = std::min(first.width(), QFontMetrics(font(Type::Strong)).horizontalAdvance(name) + 2);
    paint::elided(p, QRect(first.left(), first.top(), nameWidth, line), name, font(Type::Strong), theme.text);
    first.setLeft(first.left() + nameWidth + scaled(8));
    paint::elided(p, first, index.data(VehicleRole).toString(), font(Type::Label), theme.text);
    QRect second(inner.left(), inner.top() + line, inner.width(), lineHeight(Type::Label));
    const QString last = index.data(LastRole).toString();
    const int lastWidth = QFontMetrics(font(Type::Label)).horizontalAdvance(last) + 2;
    paint::elided(p, QRect(second.right() - lastWidth, second.top(), lastWidth, second.height()), last, font(Type::Label), theme.muted,
                  Qt::AlignRight | Qt::AlignVCenter);
    second.setWidth(second.width() - lastWidth - scaled(8));
    paint::elided(p, second, index.data(WhereRole).toString(), font(Type::Label), theme.muted);
}

} // namespace beback::ui
