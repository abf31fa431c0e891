#pragma once

#include <QWidget>

namespace beback::ui {

// The mark of the house: a way back, in the accent.
class BrandMark : public QWidget
{
    Q_OBJECT
public:
    explicit BrandMark(QWidget *parent = nullptr) : QWidget(parent) {}
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace beback::ui
