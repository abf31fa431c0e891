// The room without queue and history: one lead, and what somebody else puts at the sides.
#include "ui/lead/lead_pane.h"
#include "ui/lead/outcome_bar.h"
#include "ui/lead/work_pages.h"
#include "ui/lead/work_room.h"
#include "ui/widgets/banner.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace beback::ui {

namespace {

constexpr qreal LargeText = 1.25;

}

void WorkRoom::showSides()
{
    m_right->parentWidget()->setVisible(m_sides || m_focus);
}

void WorkRoom::showOffer(const QString &heading, const QString &sentence, const QString &button, const QString &link)
{
    m_offer->setVisible(!heading.isEmpty());
    m_offer->setText(heading, sentence);
    m_offer->setButton(button);
    m_offer->setLink(link);
}

void WorkRoom::focusOn(QWidget *left, QWidget *right)
{
    if (m_focus)
        return;
    m_focus = true;
    m_left->addWidget(left);
    m_left->setCurrentWidget(left);
    m_right->addWidget(right);
    m_right->setCurrentWidget(right);
    if (m_pages)
        m_pages->setQuiet(true);
    arrange();
}

// With large text there is no room to be generous with; and where words are written, they come first.
void WorkRoom::dress()
{
    const bool roomy = m_focus && Theme::textScale() < LargeText, writing = m_pane->isWriting();
    if (QVBoxLayout *where = roomy ? m_between : m_below; where->indexOf(m_outcomes) < 0)
        where->addWidget(m_outcomes);
    m_outcomes->setRoomy(roomy, roomy && writing);
    m_pane->setRoomy(roomy, roomy && writing);
}

void WorkRoom::arrange()
{
    dress();
    showSides();
    placeSplitters();
}

void WorkRoom::unfocus()
{
    if (!m_focus)
        return;
    m_focus = false;
    for (QStackedWidget *side : {m_left, m_right}) {
        QWidget *placed = side->currentWidget();
        side->removeWidget(placed);
        placed->hide();
        placed->setParent(this); // out of the layout, and still the window's
        side->setCurrentIndex(0);
    }
    if (m_pages)
        m_pages->setQuiet(false);
    arrange();
}

} // namespace beback::ui
