#include "ui/lead/side_pane.h"

#include "ui/widgets/card.h"
#include "ui/widgets/segmented_control.h"

#include <QHBoxLayout>
#include <QStackedWidget>

namespace beback::ui {

SidePane::SidePane(QWidget *check, QWidget *solutions, QWidget *history, QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_head = new QWidget;
    auto *head = new QVBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(0);
    m_head->hide();
    column->addWidget(m_head);
    m_stack = new QStackedWidget;
    m_stack->addWidget(check);
    m_stack->addWidget(solutions);
    m_stack->addWidget(history);
    m_stack->setCurrentIndex(int(Page::History));
    column->addWidget(m_stack, 1);
}

SidePane::Page SidePane::page() const
{
    return Page(m_stack->currentIndex());
}

void SidePane::setOffered(Page page, bool offered)
{
    bool &known = page == Page::Check ? m_check : m_solutions;
    if (known == offered)
        return;
    known = offered;
    if (!offered && this->page() == page)
        m_stack->setCurrentIndex(int(Page::History));
    arrange();
}

void SidePane::open(Page page)
{
    m_stack->setCurrentIndex(int(page));
    arrange();
}

void SidePane::setCount(int toFix)
{
    if (m_count == toFix)
        return;
    m_count = toFix;
    if (m_tabs && m_check)
        m_tabs->setSegmentText(int(m_shown.indexOf(Page::Check)), toFix > 0 ? tr("Check, %1").arg(toFix) : tr("Check"));
}

// Few times, so it is made anew: which pages there are decides what the segments are.
void SidePane::arrange()
{
    QVector<Page> pages;
    if (m_check)
        pages << Page::Check;
    if (m_solutions)
        pages << Page::Solutions;
    pages << Page::History;
    if (pages != m_shown) {
        m_shown = pages;
        auto *head = static_cast<QVBoxLayout *>(m_head->layout());
        while (QLayoutItem *item = head->takeAt(0)) { // the old ones with it
            delete item->widget();
            delete item;
        }
        m_tabs = new SegmentedControl;
        m_tabs->setObjectName(QStringLiteral("side.tabs"));
        m_tabs->setAccessibleName(tr("What is shown beside the lead"));
        for (const Page page : pages)
            m_tabs->addSegment({page == Page::Check ? (m_count > 0 ? tr("Check, %1").arg(m_count) : tr("Check")) : page == Page::Solutions ? tr("Solutions") : tr("History"), {}, {}, {}, {}, false});
        connect(m_tabs, &SegmentedControl::activated, this, [this](int index) { m_stack->setCurrentIndex(int(m_shown.value(index, Page::History))); });
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(12, 6, 8, 6);
        line->addWidget(m_tabs);
        line->addStretch();
        head->addWidget(row);
        head->addWidget(new Rule);
        m_head->setVisible(pages.size() > 1);
    }
    m_tabs->setCurrentIndex(int(m_shown.indexOf(page())));
}

} // namespace beback::ui
