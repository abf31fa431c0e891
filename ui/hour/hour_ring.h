#pragma once

#include "core/base/clock.h"

#include <QWidget>

namespace beback::ui {

// The clock of the hour: minutes and seconds left inside a ring that empties.
class HourRing : public QWidget
{
    Q_OBJECT
public:
    explicit HourRing(QWidget *parent = nullptr);
    // `whole`: what the full ring stands for. `caption`: "left until 5:00 pm".
    void show(Duration left, Duration whole, const QString &caption);
    QString clockText() const { return m_clock; }

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return width; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_share = 1;
    QString m_clock, m_caption;
};

// "37:12". Pure.
QString clockText(Duration left);

} // namespace beback::ui
