#pragma once

#include <QWidget>

namespace beback::ui {

// A key of a chart's legend: a mark, and what it stands for.
class LegendKey : public QWidget
{
public:
    enum class Mark { Hatch, Accent, Hollow, Line };
    LegendKey(Mark mark, const QString &text, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override;

private:
    Mark m_mark;
    QString m_text;
};

} // namespace beback::ui
