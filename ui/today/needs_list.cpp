#include "ui/today/needs_list.h"

#include "ui/today/need_row.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/skeleton_widget.h"
#include "ui/widgets/text_label.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace beback::ui {

namespace {

bool walks(int key)
{
    return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Home || key == Qt::Key_End;
}

bool isPlain(const QKeyEvent &event)
{
    return (event.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier)) == Qt::NoModifier;
}

} // namespace

NeedsList::NeedsList(QWidget *parent) : Card(parent)
{
    setObjectName(QStringLiteral("today.needs"));
    setFill(Fill::Surface);
    setAccessibleName(tr("Needs you now"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, metrics::RadiusCard); // rows stay clear of the round corners
    column->setSpacing(0);
    buildHead(column);
    buildPages(column);
}

void NeedsList::buildHead(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(scaled(metrics::PadSide), 0, scaled(metrics::PadSide), 0);
    row->setSpacing(scaled(8));
    column->addLayout(row);
    auto *heading = new TextLabel(tr("Needs you now"), Type::Title);
    heading->setMinimumHeight(std::max(scaled(metrics::PaneHead), lineHeight(Type::Title) + scaled(12)));
    m_order = new ElidedLabel(tr("most urgent first"), Type::Label, Ink::Muted);
    m_order->setObjectName(QStringLiteral("today.needs.order"));
    m_order->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(heading);
    row->addWidget(m_order, 1);
    m_order->setVisible(false);
}

void NeedsList::buildPages(QVBoxLayout *column)
{
    m_pages = new QStackedWidget;
    column->addWidget(m_pages, 1);
    m_skeleton = new SkeletonWidget(SkeletonWidget::Shape::QueueRows);
    m_skeleton->setOffersWithout(false);
    m_area = new QScrollArea;
    m_area->setObjectName(QStringLiteral("today.needs.area"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(tr("Needs you now"));
    m_area->viewport()->setAutoFillBackground(false);
    m_inside = new QWidget;
    m_column = new QVBoxLayout(m_inside);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addStretch();
    m_area->setWidget(m_inside);
    m_inside->setAutoFillBackground(false);
    m_empty = new EmptyState;
    m_empty->setObjectName(QStringLiteral("today.needs.empty"));
    m_empty->setText(tr("Nothing needs you now"), tr("It stands here by itself as soon as something does."));
    for (QWidget *page : std::initializer_list<QWidget *>{m_skeleton, m_area, m_empty})
        m_pages->addWidget(page);
}

void NeedsList::begin()
{
    m_skeleton->begin(tr("Reading what needs you."));
}

void NeedsList::finish()
{
    m_skeleton->finish();
}

void NeedsList::show(const QVector<NeedsYou> &needs, Instant now)
{
    m_skeleton->finish();
    const Hand hand = underHand();
    const int had = focused();
    const NeedRow *at = had < 0 ? nullptr : m_rows[had];
    fill(needs, now);
    m_order->setVisible(needs.size() > 1);
    m_pages->setCurrentWidget(needs.isEmpty() ? static_cast<QWidget *>(m_empty) : m_area);
    const int stays = focused() >= 0 && m_rows[focused()] == at ? focused() : -1;
    const int last = int(m_rows.size()) - 1;
    const int stop = stays >= 0 ? stays : std::max(nearest(std::max(had, 0), 1), nearest(std::min(had, last), -1));
    makeStop(stop);
    if (had >= 0 && stays < 0 && stop >= 0)
        m_rows[stop]->button()->setFocus(Qt::OtherFocusReason); // it was dealt with: on to the next
    keepInPlace(hand);
}

// Rows are kept for what they showed before, so that neither the keyboard nor a press that goes on is lost.
void NeedsList::fill(const QVector<NeedsYou> &needs, Instant now)
{
    QVector<NeedRow *> before = std::exchange(m_rows, {});
    for (const NeedsYou &need : needs) {
        const auto known = std::find_if(before.begin(), before.end(), [&need](const NeedRow *one) { return one->isOf(need); });
        NeedRow *row = known == before.end() ? newRow() : *known;
        if (known != before.end())
            before.erase(known);
        const int at = int(m_rows.size());
        if (m_column->indexOf(row) != at) {
            m_column->removeWidget(row);
            m_column->insertWidget(at, row);
        }
        row->show(need, at, now);
        row->setVisible(true);
        m_rows << row;
    }
    for (NeedRow *row : std::as_const(before))
        retire(row);
}

NeedRow *NeedsList::newRow()
{
    auto *row = new NeedRow(m_inside);
    row->button()->installEventFilter(this);
    connect(row->button(), &KeyButton::clicked, this, [this, row] { Q_EMIT asked(NeedsYou(row->need())); });
    return row;
}

// It may be its own button that led here.
void NeedsList::retire(NeedRow *row)
{
    m_column->removeWidget(row);
    row->setVisible(false);
    row->setParent(nullptr);
    row->deleteLater();
}

NeedsList::Hand NeedsList::underHand() const
{
    const auto atHand = [](const NeedRow *row) { return row->button()->hasFocus(); };
    auto row = std::find_if(m_rows.cbegin(), m_rows.cend(), atHand);
    if (row == m_rows.cend())
        row = std::find_if(m_rows.cbegin(), m_rows.cend(), [](const NeedRow *one) { return one->underMouse(); });
    if (row == m_rows.cend() || !m_area->isVisible())
        return {};
    return {*row, (*row)->mapTo(m_area->viewport(), QPoint(0, 0)).y()};
}

void NeedsList::keepInPlace(const Hand &hand)
{
    if (!hand.row || !m_rows.contains(hand.row.data()))
        return;
    // Where everything lies now is worked out at once, and not after the next painting.
    for (NeedRow *row : std::as_const(m_rows))
        row->layout()->activate();
    m_column->activate();
    QCoreApplication::sendPostedEvents(m_area->viewport(), QEvent::LayoutRequest);
    const int y = hand.row->mapTo(m_area->viewport(), QPoint(0, 0)).y();
    m_area->verticalScrollBar()->setValue(m_area->verticalScrollBar()->value() + y - hand.y);
}

void NeedsList::setNow(Instant now)
{
    for (NeedRow *row : std::as_const(m_rows))
        row->setNow(now);
}

QWidget *NeedsList::tabAfter(QWidget *before)
{
    for (const NeedRow *row : std::as_const(m_rows)) {
        setTabOrder(before, row->button());
        before = row->button();
    }
    return before;
}

int NeedsList::rowOf(const QObject *button) const
{
    for (int i = 0; i < m_rows.size(); ++i)
        if (m_rows[i]->button() == button)
            return i;
    return -1;
}

int NeedsList::focused() const
{
    for (int i = 0; i < m_rows.size(); ++i)
        if (m_rows[i]->button()->hasFocus())
            return i;
    return -1;
}

int NeedsList::nearest(int from, int step) const
{
    for (int i = from; i >= 0 && i < m_rows.size(); i += step)
        if (m_rows[i]->hasDeed())
            return i;
    return -1;
}

void NeedsList::walk(int from, int key)
{
    const int last = int(m_rows.size()) - 1;
    const int to = key == Qt::Key_Up     ? nearest(from - 1, -1)
                   : key == Qt::Key_Down ? nearest(from + 1, 1)
                   : key == Qt::Key_Home ? nearest(0, 1)
                                         : nearest(last, -1);
    if (to >= 0)
        m_rows[to]->button()->setFocus(key == Qt::Key_Up || key == Qt::Key_Home ? Qt::BacktabFocusReason : Qt::TabFocusReason);
}

void NeedsList::makeStop(int row)
{
    for (int i = 0; i < m_rows.size(); ++i)
        m_rows[i]->button()->setFocusPolicy(i == row ? Qt::StrongFocus : Qt::ClickFocus);
}

bool NeedsList::eventFilter(QObject *watched, QEvent *event)
{
    const int row = rowOf(watched);
    if (row < 0)
        return Card::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress) {
        const auto &key = static_cast<const QKeyEvent &>(*event);
        if (isPlain(key) && walks(key.key())) {
            walk(row, key.key());
            return true;
        }
    } else if (event->type() == QEvent::FocusIn) {
        makeStop(row);
        m_rows[row]->update();
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::MouseFocusReason)
            m_area->ensureWidgetVisible(m_rows[row], 0, 0);
    } else if (event->type() == QEvent::FocusOut) {
        m_rows[row]->update();
    }
    return Card::eventFilter(watched, event);
}

} // namespace beback::ui
