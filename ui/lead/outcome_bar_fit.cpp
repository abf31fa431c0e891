// How the outcomes fit into the width there is: on one line at the foot of the room, or large, in rows.
#include "ui/lead/ground.h"
#include "ui/lead/outcome_bar.h"
#include "ui/lead/outcome_button.h"

#include <QHBoxLayout>
#include <QPainter>

namespace beback::ui {

namespace {

constexpr int RoomyColumns = 5, RoomyHeight = 40, RoomyGap = 8, RoomyPad = 40;

void setSizeFree(QWidget *widget)
{
    widget->setMinimumSize(0, 0);
    widget->setMaximumSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
}

} // namespace

void OutcomeBar::fitOutcomes()
{
    const QMargins m = layout()->contentsMargins();
    const int room = width() - m.left() - m.right();
    if (m_roomy)
        fitRoomy(room);
    else
        fitLine(room);
    m_wrap->invalidate();
    if (const int high = m_wrap->heightForWidth(room); high != m_outcomes->minimumHeight() && m_roomy)
        m_outcomes->setMinimumHeight(high); // another number of rows: what is around gives way
}

// All on one line where that is possible: first the usual air, then as tight as it may be; else they wrap.
void OutcomeBar::fitLine(int room)
{
    for (const int tight : {4, 6}) {
        for (OutcomeButton *button : std::as_const(m_buttons))
            button->setTight(tight);
        m_wrap->setGap(tight == 4 ? 4 : 3);
        if (m_wrap->sizeHint().width() <= room)
            break;
    }
}

// In columns of one width, as many as the longest word allows.
void OutcomeBar::fitRoomy(int room)
{
    const int gap = scaled(RoomyGap);
    QVector<QWidget *> tiles;
    int longest = m_skip->sizeHint().width();
    for (OutcomeButton *button : std::as_const(m_buttons)) {
        button->setTight(6);
        longest = std::max(longest, button->sizeHint().width());
        tiles << button;
    }
    tiles << m_skip;
    int columns = RoomyColumns;
    while (columns > 1 && (room - (columns - 1) * gap) / columns < longest)
        --columns;
    const int wide = (room - (columns - 1) * gap) / columns, rest = (room - (columns - 1) * gap) % columns;
    for (qsizetype i = 0; i < tiles.size(); ++i)
        tiles[i]->setFixedSize(std::max(1, wide + (i % columns < rest)),
                               scaled(m_low || columns < RoomyColumns ? metrics::ButtonTall : RoomyHeight));
    m_wrap->setGap(gap);
}

void OutcomeBar::setRoomy(bool roomy, bool low)
{
    if (m_roomy == roomy && m_low == low)
        return;
    m_roomy = roomy;
    m_low = low;
    const int side = roomy ? RoomyPad : 12;
    layout()->setContentsMargins(side, roomy && !low ? 12 : 9, side, roomy ? (low ? 12 : 18) : 8);
    layout()->setSpacing(roomy && !low ? 12 : 8);
    for (OutcomeButton *button : std::as_const(m_buttons))
        setSizeFree(button);
    setSizeFree(m_skip);
    m_outcomes->setMinimumHeight(0);
    m_skip->setLook(roomy ? ButtonLook::Normal : ButtonLook::Flat);
    m_skip->setKeySide(roomy ? KeyButton::KeySide::Left : KeyButton::KeySide::Right);
    m_pause->setVisible(!roomy); // a break has a place of its own there
    placeSkip();
    fitOutcomes();
    m_outcomes->updateGeometry();
    update();
}

// Where there is room it is one of the outcomes, the last.
void OutcomeBar::placeSkip()
{
    m_wrap->removeWidget(m_skip);
    if (m_roomy)
        m_wrap->addWidget(m_skip);
    else if (m_row->indexOf(m_skip) < 0)
        m_row->insertWidget(m_row->indexOf(m_when) + 1, m_skip);
    m_skip->show();
}

void OutcomeBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitOutcomes();
}

void OutcomeBar::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), m_roomy ? Theme::current().surface : Theme::current().bg);
    if (!m_roomy)
        p.fillRect(0, 0, width(), 1, Theme::current().edge);
}

} // namespace beback::ui
