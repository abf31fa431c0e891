#pragma once

#include <QWidget>

namespace beback::ui {

// So much of so much, 8 high. More than the maximum: full, in danger.
class CapacityBar : public QWidget
{
    Q_OBJECT
public:
    explicit CapacityBar(QWidget *parent = nullptr);

    void setRange(int value, int maximum); // 0 ≤ value; maximum 0: empty
    int value() const { return m_value; }
    int maximum() const { return m_maximum; }
    // What is counted: "must-ask answered"; the accessible name says "2 of 4 must-ask answered".
    void setWhat(const QString &what);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();
    int m_value = 0, m_maximum = 0;
    QString m_what;
};

} // namespace beback::ui
