#pragma once

#include <QAbstractButton>

namespace beback::ui {

// One room in the top strip: strong and underlined in the accent while one is in it.
class RoomTab : public QAbstractButton
{
    Q_OBJECT
public:
    explicit RoomTab(const QString &text, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
};

} // namespace beback::ui
