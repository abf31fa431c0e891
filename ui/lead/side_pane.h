#pragma once

#include <QWidget>

class QStackedWidget;

namespace beback::ui {

class SegmentedControl;

// What is at the right of the lead: the history, and while they are wanted the check of a message and the solutions to an
// objection. With the history alone it has no head of its own.
class SidePane : public QWidget
{
    Q_OBJECT
public:
    enum class Page { Check, Solutions, History };
    SidePane(QWidget *check, QWidget *solutions, QWidget *history, QWidget *parent = nullptr);
    void setOffered(Page page, bool offered); // the check, the solutions
    void open(Page page);
    Page page() const;
    void setCount(int toFix); // beside the check's name

private:
    void arrange();

    SegmentedControl *m_tabs = nullptr;
    QWidget *m_head;
    QStackedWidget *m_stack;
    bool m_check = false, m_solutions = false;
    int m_count = 0;
    QVector<Page> m_shown;
};

} // namespace beback::ui
