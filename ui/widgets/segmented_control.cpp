#include "ui/widgets/segmented_control.h"

#include "ui/style/icons.h"
#include "ui/style/paint.h"
#include "ui/widgets/segment_button.h"

#include <QButtonGroup>
#include <QHBoxLayout>

namespace beback::ui {

SegmentedControl::SegmentedControl(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this] {
        const int now = currentIndex();
        if (now < 0 || now == m_last)
            return; // the one let go; the one chosen follows
        m_last = now;
        Q_EMIT currentChanged(now);
    });
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedControl::activated);
}

int SegmentedControl::addSegment(const Segment &segment)
{
    const int index = count();
    auto *button = new SegmentButton(segment, this);
    button->setTall(m_tall);
    m_group->addButton(button, index);
    layout()->addWidget(button);
    if (!m_segments.isEmpty())
        m_segments.last()->setEnd(m_segments.size() == 1, false);
    m_segments.append(button);
    button->setEnd(index == 0, true);
    return index;
}

int SegmentedControl::currentIndex() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrentIndex(int index)
{
    if (index == currentIndex())
        return;
    if (index >= 0 && index < count()) {
        m_segments[index]->setChecked(true);
        return;
    }
    m_group->setExclusive(false);
    for (SegmentButton *button : std::as_const(m_segments))
        button->setChecked(false);
    m_group->setExclusive(true);
    m_last = -1;
    Q_EMIT currentChanged(-1);
}

void SegmentedControl::setSegmentText(int index, const QString &text)
{
    m_segments[index]->setWords(text);
}

void SegmentedControl::setSegmentEnabled(int index, bool enabled)
{
    m_segments[index]->setEnabled(enabled);
}

void SegmentedControl::setTall(bool tall)
{
    m_tall = tall;
    for (SegmentButton *button : std::as_const(m_segments))
        button->setTall(tall);
}

} // namespace beback::ui
