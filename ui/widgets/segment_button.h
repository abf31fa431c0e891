#pragma once

#include "ui/widgets/segmented_control.h"

#include <QAbstractButton>

namespace beback::ui {

// One part of a SegmentedControl. Together they paint one frame.
class SegmentButton : public QAbstractButton
{
    Q_OBJECT
public:
    SegmentButton(const SegmentedControl::Segment &segment, QWidget *parent);

    void setWords(const QString &words);
    void setTall(bool tall);
    void setEnd(bool first, bool last);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int contentWidth(bool strong) const;
    SegmentedControl::Segment m_segment;
    bool m_tall = false, m_first = true, m_last = true;
};

} // namespace beback::ui
