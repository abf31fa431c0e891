#pragma once

#include "ui/widgets/text_label.h"

namespace beback::ui {

// "Today 14 of 48", the first figure strong. Painted, not rich text: that would set up a whole document for one line, at
// every start.
class TodayLabel : public TextLabel
{
    Q_OBJECT
public:
    explicit TodayLabel(QWidget *parent = nullptr);
    void show(int touches, int list);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_before, m_strong, m_behind;
};

} // namespace beback::ui
