#include "ui/queue/queue_delegate.h"

#include "ui/queue/queue_model.h"
#include "ui/style/icons.h"
#include "ui/style/paint.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QToolTip>

namespace beback::ui {

namespace {

// Across, at 100 %: 3 of selection bar, 9 of air, 20 for the glyph, 6, the text, 14 of air at the right.
constexpr int Bar = 3, Left = 12, GlyphColumn = 20, Gap = 6, Right = 14, ChipsBelow = 2;
constexpr int ReasonsShown = 2;

// The three lines of a row.
struct Lines
{
    QRect name, vehicle, chips;
    explicit Lines(const QRect &row)
    {
        const int body = lineHeight(Type::Body), label = lineHeight(Type::Label), chip = scaled(metrics::Chip);
        const int left = row.x() + scaled(Left + GlyphColumn + Gap), right = row.right() + 1 - scaled(Right);
        const int whole =
            body + label + scaled(ChipsBelow) + std::max(chip, QFontMetrics(font(Type::Small)).height() + 2);
        int y = row.y() + (row.height() - 1 - whole) / 2;
        const int width = std::max(0, right - left);
        name = QRect(left, y, width, body);
        y += body;
        vehicle = QRect(left, y, width, label);
        y += label + scaled(ChipsBelow);
        chips = QRect(left, y, width, row.y() + (row.height() - 1 + whole) / 2 - y);
    }
};

QVector<paint::Chip> chipsOf(const QueueItem &item, const QString &held)
{
    if (!held.isEmpty())
        return {{Tone::Neutral, QString(), held}};
    QVector<paint::Chip> chips;
    for (const QueueItem::Reason &reason : item.reasons) {
        Tone tone = Tone::Neutral;
        switch (reason.tone) {
        case QueueItem::Reason::Tone::Good: tone = Tone::Good; break;
        case QueueItem::Reason::Tone::Info: tone = Tone::Info; break;
        case QueueItem::Reason::Tone::Warning: tone = Tone::Warning; break;
        case QueueItem::Reason::Tone::Danger: tone = Tone::Danger; break;
        case QueueItem::Reason::Tone::Neutral: break;
        }
        chips.append({tone, reason.icon, reason.text});
        if (chips.size() == ReasonsShown)
            break;
    }
    return chips;
}

QString vehicleText(const QueueItem &item)
{
    return item.vehicle.isEmpty() ? QueueDelegate::tr("No vehicle named") : item.vehicle;
}

void paintHead(QPainter *p, const QRect &rect, const QString &text)
{
    const Theme &t = Theme::current();
    p->fillRect(rect, t.bg);
    p->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.border);
    paint::elided(p, rect.adjusted(scaled(metrics::PadSide), 0, -scaled(metrics::PadSide), -1), text,
                  font(Type::Overline), t.muted);
}

void paintGround(QPainter *p, const QStyleOptionViewItem &option)
{
    const Theme &t = Theme::current();
    const bool selected = option.state & QStyle::State_Selected, hovered = option.state & QStyle::State_MouseOver;
    p->fillRect(option.rect, selected ? t.surface : hovered ? t.hover : t.bg);
    p->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.border);
    if (selected)
        p->fillRect(QRect(option.rect.left(), option.rect.top(), Bar, option.rect.height()), t.accent);
}

// Vehicle at the left; marks at the right, or that there are none yet.
void paintSecondLine(QPainter *p, const QRect &line, const QueueItem &item)
{
    const Theme &t = Theme::current();
    int used = 0;
    if (item.marks.isEmpty() && item.attempts == 0) {
        const QString none = QueueDelegate::tr("no attempt yet");
        used = QFontMetrics(font(Type::Small)).horizontalAdvance(none);
        paint::elided(p, line, none, font(Type::Small), t.muted, Qt::AlignRight | Qt::AlignVCenter);
    } else {
        used = paint::marksWidth(item.marks);
        paint::marks(p, line.right() + 1, line.center().y() + 1, item.marks);
        const int older = item.attempts - int(item.marks.size());
        if (older > 0 && item.marks.size() <= 8) {
            const QString more = QStringLiteral("+%1").arg(older);
            const QRect at = line.adjusted(0, 0, -used - scaled(metrics::MarkGap), 0);
            paint::elided(p, at, more, font(Type::Small), t.muted, Qt::AlignRight | Qt::AlignVCenter);
            used += scaled(metrics::MarkGap) + QFontMetrics(font(Type::Small)).horizontalAdvance(more);
        }
    }
    paint::elided(p, line.adjusted(0, 0, -used - scaled(Gap), 0), vehicleText(item), font(Type::Label), t.muted);
}

} // namespace

QueueDelegate::QueueDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

int QueueDelegate::rowHeight()
{
    const int chip = std::max(scaled(metrics::Chip), QFontMetrics(font(Type::Small)).height() + 2);
    const int lines = lineHeight(Type::Body) + lineHeight(Type::Label) + scaled(ChipsBelow) + chip;
    return std::max(scaled(metrics::QueueRow), lines + scaled(14));
}

int QueueDelegate::headHeight()
{
    return std::max(scaled(metrics::QueueHead), QFontMetrics(font(Type::Overline)).height() + scaled(8));
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool head = index.data(QueueModel::KindRole).toInt() == int(QueueModel::RowKind::Head);
    return {scaled(200), head ? headHeight() : rowHeight()};
}

void QueueDelegate::paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    p->save();
    if (index.data(QueueModel::KindRole).toInt() == int(QueueModel::RowKind::Head)) {
        paintHead(p, option.rect, index.data().toString());
        p->restore();
        return;
    }
    const Theme &t = Theme::current();
    const QueueItem item = index.data(QueueModel::ItemRole).value<QueueItem>();
    const bool held = !item.heldBy.isEmpty();
    paintGround(p, option);
    const Lines lines(option.rect);

    const int size = scaled(metrics::Icon);
    const QRect glyph(option.rect.x() + scaled(Left), lines.name.y() + (lines.name.height() - size) / 2, size, size);
    paint::glyph(p, glyph, held ? QStringLiteral("object-locked") : icons::nameOf(item.medium),
                 held ? t.muted : t.medium(item.medium));

    const QString due = index.data(QueueModel::DueTextRole).toString();
    const bool overdue = index.data(QueueModel::OverdueRole).toBool();
    QFont dueFont = font(Type::Label);
    if (!held)
        dueFont.setWeight(QFont::DemiBold);
    paint::elided(p, lines.name, due, dueFont,
                  overdue ? t.danger
                  : held  ? t.muted
                          : t.text,
                  Qt::AlignRight | Qt::AlignVCenter);
    const int dueWidth = QFontMetrics(dueFont).horizontalAdvance(due);
    paint::elided(p, lines.name.adjusted(0, 0, -dueWidth - scaled(Gap), 0), item.name,
                  font(held ? Type::Body : Type::Strong), held ? t.muted : t.text);
    paintSecondLine(p, lines.vehicle, item);
    paint::chips(p, lines.chips, chipsOf(item, index.data(QueueModel::HeldTextRole).toString()));

    if (option.state & QStyle::State_HasFocus)
        paint::focusRing(p, option.rect.adjusted(Bar + 1, 1, -1, -2));
    p->restore();
}

// What a narrow row may have cut, whole.
bool QueueDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    const QVariant held = index.data(QueueModel::ItemRole);
    if (event->type() != QEvent::ToolTip || !held.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QueueItem item = held.value<QueueItem>();
    QStringList lines = {item.name, vehicleText(item)};
    for (const paint::Chip &chip : chipsOf(item, index.data(QueueModel::HeldTextRole).toString()))
        lines << chip.text;
    for (qsizetype i = ReasonsShown; i < item.reasons.size(); ++i)
        lines << item.reasons[i].text;
    QToolTip::showText(event->globalPos(), lines.join(QLatin1Char('\n')), view);
    return true;
}

} // namespace beback::ui
